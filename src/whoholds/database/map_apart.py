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

from whoholds.database.map_packed import Asked, PackedReasons, PackedTold, dumped, pack_bases, unpack_told
from whoholds.database.map_states import Basis
from whoholds.database.map_turns import Days, Told, told_of
from whoholds.exports.page_reasons import Explained
from whoholds.party_list import OWN_FILE, own_file
from whoholds.picture import ResolvedClaim

LEAST = 10_000  # states; with fewer, what is won is little beside starting a process: a second
BEGUN = 8  # states that the first one of a place takes as long as: nothing is ready of it yet
MOST = 8  # processes, each of which holds up to some 350 MB
BATCH = 250  # states that are handed over at once, if a place has not more
PATIENCE = 0.5  # seconds after which it is looked whether Ctrl-C was pressed
COMMAND = ("-P", "-m", "whoholds.database.map_worker")

Bases = Mapping[str, Sequence[Basis]]
Claims = Mapping[str, ResolvedClaim]
_Answers = Mapping[str, PackedTold | Explained]


def told_of_all(bases: Bases, days: Days, claims: Claims) -> dict[str, Told]:
    """`told_of` of each place, by its id; in several processes where that is worth it."""
    found: dict[str, Told] = {}

    def packed(place: str) -> Asked:
        return pack_bases(bases[place], claims)

    for place, told in _shared_out({name: BEGUN + len(one) for name, one in bases.items()}, packed, days):
        if isinstance(told, PackedTold):
            found[place] = unpack_told(told, bases[place])
    return {
        place: found[place] if place in found else told_of(one, days, claims) for place, one in bases.items()
    }


def explained_of_all(
    told: Mapping[str, Told], numbers: Mapping[str, int], claims: Claims
) -> dict[str, Explained]:
    """The reasons of the states of places, by their ids, so far as other processes work them out: all of
    them, or none where that is not worth it. `numbers` are those on the page."""

    def packed(place: str) -> Asked:
        one = told[place]
        return PackedReasons(numbers[place], pack_bases(one.bases, claims), tuple(one.explained))

    sizes = {name: len(one.bases) // 2 for name, one in told.items()}  # half as long as the states take
    answers = _shared_out(sizes, packed, Days([]))
    return {place: one for place, one in answers if isinstance(one, Explained)}


def _shared_out(
    sizes: Mapping[str, int], packed: Callable[[str], Asked], days: Days
) -> Iterator[tuple[str, PackedTold | Explained]]:
    """What processes make of places, which have so many states each; the others are left to be done here."""
    count = min(cores(), MOST) if sum(sizes.values()) >= LEAST else 1
    if count < 2 or not sys.executable or getattr(sys, "frozen", False):
        return
    waiting: SimpleQueue[Sequence[str]] = SimpleQueue()
    done: SimpleQueue[_Answers | None] = SimpleQueue()
    for batch in _batches(sizes):
        waiting.put(batch)

    def all_of(batch: Sequence[str]) -> bytes:
        return dumped({place: packed(place) for place in batch})

    with _workers(count, days) as workers:
        for worker in workers:
            Thread(target=_hand_over, args=(worker, all_of, waiting, done), daemon=True).start()
        for _ in workers:
            while (answers := _next(done)) is not None:
                yield from answers.items()


def cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _batches(sizes: Mapping[str, int]) -> Iterator[list[str]]:
    """The places, those of most states first, so that no process works alone for long in the end."""
    batch: list[str] = []
    states = 0
    for name in sorted(sizes, key=lambda name: -sizes[name]):
        batch.append(name)
        states += sizes[name]
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
    done: SimpleQueue[_Answers | None],
) -> None:
    """Give one process batches and hand on its answers, until none is left or none is answered; then None."""
    try:
        with suppress(Empty, OSError, EOFError, pickle.UnpicklingError):
            while True:
                _write(worker, packed(waiting.get_nowait()))
                done.put(pickle.load(cast(BinaryIO, worker.stdout)))
    finally:
        done.put(None)


def _next(done: SimpleQueue[_Answers | None]) -> _Answers | None:
    """What is done next; Ctrl-C is heeded meanwhile on every system."""
    while True:
        with suppress(Empty):
            return done.get(timeout=PATIENCE)
