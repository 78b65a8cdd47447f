"""The states of many places worked out in several processes, one for each core of the machine.

Each place is worked out by itself, so that which process does it makes no difference. What a process does not
answer (it could not be started, or was ended) is done here.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from queue import Empty, SimpleQueue
from threading import Thread
from typing import BinaryIO, cast

from whoholds.database.map_packed import PackedTold, dumped, pack_bases, unpack_told
from whoholds.database.map_states import Basis
from whoholds.database.map_turns import Days, Told, told_of
from whoholds.party_list import OWN_FILE, own_file
from whoholds.picture import ResolvedClaim

LEAST = 4_000  # states; fewer are made sooner than a process has started
MOST = 8  # processes, each of which holds some 150 MB
BATCH = 250  # states that are handed over at once, if a place has not more
PATIENCE = 0.5  # seconds after which it is looked whether Ctrl-C was pressed
COMMAND = ("-P", "-m", "whoholds.database.map_worker")

Bases = Mapping[str, Sequence[Basis]]
Claims = Mapping[str, ResolvedClaim]
_Done = tuple[Sequence[str], Mapping[str, PackedTold] | None]


def told_of_all(bases: Bases, days: Days, claims: Claims) -> dict[str, Told]:
    """`told_of` of each place, by its id; in several processes where that is worth it."""
    count = min(cores(), MOST) if sum(map(len, bases.values())) >= LEAST else 1
    if count < 2 or not sys.executable or getattr(sys, "frozen", False):
        return {place: told_of(one, days, claims) for place, one in bases.items()}
    return told_apart(bases, days, claims, count)


def told_apart(bases: Bases, days: Days, claims: Claims, count: int) -> dict[str, Told]:
    """The same in so many processes."""
    waiting: SimpleQueue[Sequence[str]] = SimpleQueue()
    done: SimpleQueue[_Done] = SimpleQueue()
    batches = list(_batches(bases))
    for batch in batches:
        waiting.put(batch)

    def packed(batch: Sequence[str]) -> bytes:
        return dumped({place: pack_bases(bases[place], claims) for place in batch})

    found: dict[str, Told] = {}
    with _workers(count, days) as workers:
        for worker in workers:
            Thread(target=_hand_over, args=(worker, packed, waiting, done), daemon=True).start()
        for _ in range(len(batches) if workers else 0):
            names, told = _next(done)
            for name in names:
                one = bases[name]
                found[name] = told_of(one, days, claims) if told is None else unpack_told(told[name], one)
    return {
        place: found[place] if place in found else told_of(one, days, claims) for place, one in bases.items()
    }


def cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _batches(bases: Bases) -> Iterator[list[str]]:
    """The places, those of most states first, so that no process works alone for long in the end."""
    batch: list[str] = []
    states = 0
    for name in sorted(bases, key=lambda name: -len(bases[name])):
        batch.append(name)
        states += len(bases[name])
        if states >= BATCH:
            yield batch
            batch, states = [], 0
    if batch:
        yield batch


_Worker = subprocess.Popen[bytes]


@contextmanager
def _workers(count: int, days: Days) -> Iterator[list[_Worker]]:
    """So many processes that wait for places; they are ended whatever happens meanwhile."""
    own, begun = own_file(), list[_Worker]()
    named = {} if own is None else {OWN_FILE: str(own)}
    try:
        for _ in range(count):
            with suppress(OSError):
                worker = subprocess.Popen(
                    (sys.executable, *COMMAND),
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    env={**os.environ, **named},
                )
                begun.append(worker)
        for worker in begun:
            with suppress(OSError):
                _write(worker, dumped(list(days.days)))
        yield begun
    finally:
        for worker in begun:
            worker.kill()
        for worker in begun:
            worker.wait()
            for stream in (worker.stdin, worker.stdout):
                with suppress(OSError):
                    cast(BinaryIO, stream).close()


def _write(worker: _Worker, what: bytes) -> None:
    into = cast(BinaryIO, worker.stdin)
    into.write(what)
    into.flush()


def _hand_over(
    worker: _Worker,
    packed: Callable[[Sequence[str]], bytes],
    waiting: SimpleQueue[Sequence[str]],
    done: SimpleQueue[_Done],
) -> None:
    """Give one process batches until none is left; what it does not answer is given back."""
    with suppress(Empty):
        while True:
            batch = waiting.get_nowait()
            told: Mapping[str, PackedTold] | None = None
            with suppress(OSError, EOFError, ValueError, pickle.UnpicklingError):
                _write(worker, packed(batch))
                told = pickle.load(cast(BinaryIO, worker.stdout))
            done.put((batch, told))


def _next(done: SimpleQueue[_Done]) -> _Done:
    """What is done next; Ctrl-C is heeded meanwhile on every system."""
    while True:
        with suppress(Empty):
            return done.get(timeout=PATIENCE)
