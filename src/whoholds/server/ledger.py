"""Where the record stands now, asked with every request: on a connection that waits for no question."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path

from whoholds.errors import StoreError
from whoholds.store import Store


@dataclass(frozen=True, slots=True)
class Now:
    """The newest ledger sequence, the last purge, the file's number, what tells it from other records."""

    seq: int
    purged: int
    file: int
    record: str


class Ledger:
    """The end of a record's ledger. Raises StoreError where the record cannot be read."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._turn = threading.Lock()
        self._store = Store.open(path)
        self._now = self._read(_file(path))

    def now(self) -> Now:
        """Where the record stands; some microseconds, where nothing was added."""
        with self._turn:
            file = _file(self._path)
            if file != self._now.file:
                self._store.close()
                self._store = Store.open(self._path)
            if file != self._now.file or self._store.seq != self._now.seq:
                self._now = self._read(file)
            return self._now

    def close(self) -> None:
        """Close the connection."""
        self._store.close()

    def _read(self, file: int) -> Now:
        seq = self._store.seq
        return Now(seq, self._store.purged(), file, self._store.stamp(seq))


def _file(path: Path) -> int:
    """The number of the file at a path. Raises StoreError where there is none any more."""
    try:
        return path.stat().st_ino
    except OSError as error:
        raise StoreError(
            f"There is no record at {path} any more. Put it back, or serve another one."
        ) from error
