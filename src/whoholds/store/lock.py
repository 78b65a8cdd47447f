"""One process writes at a time: a lock file beside the record, held while it is open for writing."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from whoholds.errors import StoreError
from whoholds.store.trouble import NO_ROOM, system_errors

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


_held: set[Path] = set()  # POSIX record locks do not exclude the process that holds them


class WriterLock:
    """The right to write to one record. The operating system drops it when the process dies."""

    def __init__(self, record: Path) -> None:
        """Take the lock, or raise StoreError naming the process that has it."""
        self.path = record.with_name(record.name + ".lock").resolve()
        if self.path in _held:
            raise StoreError(_busy(record, str(os.getpid())))
        with system_errors(record):
            self._handle = self._locked(record)
        _held.add(self.path)

    def _locked(self, record: Path) -> int:
        while True:
            handle = self._opened(record)
            try:
                _take(handle)
            except OSError as error:
                holder = _number_in(handle)
                os.close(handle)
                raise StoreError(_busy(record, holder)) from error
            if self._still_there(handle):
                self._sign(handle)
                return handle
            os.close(handle)  # the holder removed the file between our opening and locking it: again

    def _sign(self, handle: int) -> None:
        """Write who holds it; a lock that cannot be signed is given back."""
        try:
            os.truncate(handle, 0)
            os.write(handle, f"{os.getpid()}\n".encode("ascii"))
        except OSError:
            if os.name == "posix":
                self.path.unlink(missing_ok=True)
            os.close(handle)
            raise

    def _opened(self, record: Path) -> int:
        try:
            return os.open(self.path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o644)
        except OSError as error:
            if error.errno in NO_ROOM:
                raise
            raise StoreError(
                f"Cannot write to {record}: the lock file {self.path} could not be made ({error.strerror}). "
                "Check that you may write to this folder."
            ) from error

    def _still_there(self, handle: int) -> bool:
        try:
            return os.path.samestat(os.fstat(handle), self.path.stat())
        except FileNotFoundError:
            return False

    def release(self) -> None:
        """Give the right back and remove the lock file; once more does nothing."""
        if self.path not in _held:
            return
        if os.name == "posix":  # elsewhere an open file cannot be removed
            with suppress(OSError):  # it binds nobody once it is closed
                self.path.unlink(missing_ok=True)
        os.close(self._handle)
        _held.discard(self.path)


def _number_in(handle: int) -> str:
    return os.pread(handle, 32, 0).decode("ascii", "replace").strip() if os.name == "posix" else ""


def _busy(record: Path, holder: str) -> str:
    who = f"another process (number {holder})" if holder else "another process"
    if holder == str(os.getpid()):
        who = "this process, which has it open already"
    return f"{record} is being written by {who}. Wait until it has finished, or stop it, and try again."
