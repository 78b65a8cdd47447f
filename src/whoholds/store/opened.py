"""An open file of records: its connection, its lock, its transactions."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from functools import cache
from importlib import metadata
from pathlib import Path
from types import TracebackType
from typing import Self

import apsw

from whoholds.errors import NotFoundError, StoreError
from whoholds.store.connection import BUSY_MS, check_path, connect, wal_of
from whoholds.store.ledger import Batch
from whoholds.store.lock import WriterLock
from whoholds.store.reading import Reader
from whoholds.store.trouble import clear_errors, system_errors
from whoholds.store.upkeep import newest

Clock = Callable[[], datetime]
WAL_LIMIT = 32 * 2**20


def _now() -> datetime:
    return datetime.now(UTC)


@cache
def code_version() -> str:
    """The version of whoholds, as the ledger keeps it."""
    try:
        return metadata.version("whoholds")
    except metadata.PackageNotFoundError:  # run from a folder, without being installed
        return "not installed"


class Opened:
    """What `Store` adds to and reads from."""

    def __init__(self, path: Path | None, *, write: bool, clock: Clock = _now) -> None:
        self.path = path
        self._clock = clock
        if path is not None:
            check_path(path, write=write)
        self._lock = WriterLock(path) if write and path is not None else None
        try:
            self._connection = connect(path, write=write)
        except BaseException:
            self._release()
            raise
        self._write = write
        self._batch: Batch | None = None
        self._turn = threading.RLock()
        self._reader = Reader(self._connection)

    @classmethod
    def open(cls, path: Path | str, *, write: bool = False, clock: Clock = _now) -> Self:
        """Open a record, for reading unless told; for writing, a missing file is made."""
        return cls(Path(path), write=write, clock=clock)

    @classmethod
    def in_memory(cls, *, clock: Clock = _now) -> Self:
        """An empty record that is gone when closed."""
        return cls(None, write=True, clock=clock)

    def now(self) -> datetime:
        """The moment (UTC) by the clock of the record."""
        return self._clock()

    def close(self) -> None:
        """Fold the log into the file and give back the right to write."""
        with clear_errors(self.path):
            self._connection.close()
        self._release()

    def _release(self) -> None:
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def writing(self, kind: str) -> Iterator[Batch]:
        """One transaction: all that is added inside the block is recorded together, or nothing of it.

        Inside another such block it joins that one. Nothing new leaves no batch in the ledger.
        """
        with self._turn, clear_errors(self.path):
            if self._batch is not None:
                yield self._batch
                return
            with self._transaction(kind) as batch:
                yield batch
            self._shorten_log()

    @contextmanager
    def _transaction(self, kind: str) -> Iterator[Batch]:
        if not self._write:
            self._connection.pragma("user_version")  # says so first when it is closed
            raise StoreError(f"{self.path} is open for reading only. Open it for writing to add to it.")
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            self._batch = Batch(self._connection, kind, lambda: (self._clock(), code_version()))
            yield self._batch
            self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            self._reader.forget()
            raise
        finally:
            self._batch = None

    def _shorten_log(self) -> None:
        if self.path is None:
            return
        with system_errors(self.path):
            if wal_of(self.path).stat().st_size < WAL_LIMIT:
                return
        self._connection.set_busy_timeout(100)
        with suppress(apsw.BusyError):  # a reader is at work: the next batch tries again
            self._connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
        self._connection.set_busy_timeout(BUSY_MS)

    @contextmanager
    def _reading(self, recorded: int | None) -> Iterator[int]:
        """One unchanging view of the file; yields the ledger sequence that is asked for."""
        with self._turn, clear_errors(self.path):
            joined = self._connection.in_transaction
            if not joined:
                self._connection.execute("BEGIN")
            try:
                yield self._sequence(recorded)
            finally:
                if not joined:
                    self._connection.execute("ROLLBACK")

    def _sequence(self, recorded: int | None) -> int:
        last = newest(self._connection)
        if recorded is None:
            return last
        if not 0 <= recorded <= last:
            raise NotFoundError(f"The record has no ledger entry {recorded}: the newest is {last}.")
        return recorded
