"""A process that works out the states of places for another one: `python -m whoholds.database.map_worker`.

It reads places from its input, one batch after the other, and writes what it made of them to its output. It
ends when the other one closes that input, or is no more; Ctrl-C is left to the other one.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from queue import SimpleQueue
from threading import Thread
from typing import BinaryIO

from whoholds.database.map_packed import (
    Asked,
    PackedBases,
    PackedTold,
    dumped,
    pack_told,
    unpack_bases,
)
from whoholds.database.map_reasons import public_terms, reasons_of
from whoholds.database.map_turns import Days, Told, told_of
from whoholds.exports.page_reasons import Explained, explained

Batch = Mapping[str, Asked]


def worked_out(batch: Batch, days: Days) -> dict[str, PackedTold | Explained]:
    """The states of the places of a batch, or their reasons, by the ids of the places."""
    return {place: _worked_out(place, asked, days) for place, asked in batch.items()}


def _worked_out(place: str, asked: Asked, days: Days) -> PackedTold | Explained:
    if isinstance(asked, PackedBases):
        return pack_told(told_of(unpack_bases(asked), days, asked.last))
    told = Told(unpack_bases(asked.bases), [], list(asked.explained))
    return explained(place, asked.number, reasons_of(told, public_terms(asked.bases.last)))


def _read(stream: BinaryIO, batches: SimpleQueue[Batch]) -> None:
    """Hand on what comes; end the process when nothing more can, whatever it is at."""
    try:
        while True:
            batches.put(pickle.load(stream))
    finally:
        os._exit(0)


def main() -> None:
    """Work until the input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    stream, out = sys.stdin.buffer, sys.stdout.buffer
    shown: Sequence[date] = pickle.load(stream)
    days = Days(shown)
    batches: SimpleQueue[Batch] = SimpleQueue()
    Thread(target=_read, args=(stream, batches), daemon=True).start()
    while True:
        told = dumped(worked_out(batches.get(), days))
        try:
            out.write(told)
            out.flush()
        except OSError:
            os._exit(0)


if __name__ == "__main__":
    main()
