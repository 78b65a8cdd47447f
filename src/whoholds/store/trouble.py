"""What goes wrong with a file of records, turned into a StoreError of one clear sentence."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw

from whoholds.errors import StoreError

NO_ROOM = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG))
LEAST_ROOM = 65536  # bytes: with less, SQLite cannot make the files that it needs beside the record


class DamageError(Exception):
    """A row that is not what was recorded, in words; `clear_errors` adds the file and what to do."""


UNREADABLE = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, AssertionError)
"""What decoding a damaged row raises."""


@contextmanager
def readable(row: str) -> Iterator[None]:
    """Turn what decoding a damaged row raises into a DamageError that names the row."""
    try:
        yield
    except UNREADABLE as error:
        raise DamageError(f"{row} cannot be read ({type(error).__name__}: {str(error)[:80]})") from error


@contextmanager
def clear_errors(path: Path | None) -> Iterator[None]:
    """Turn what SQLite raises, and damaged rows, into a StoreError that says what is wrong and what to do."""
    name = str(path) if path else "the record in memory"
    try:
        yield
    except apsw.FullError as error:
        raise StoreError(_no_room(name)) from error
    except (apsw.NotADBError, apsw.CorruptError) as error:
        raise StoreError(
            f"{name} is not a whoholds record, or is damaged ({error}). Restore it from a backup, "
            "or name another file."
        ) from error
    except DamageError as error:
        raise StoreError(_damaged(name, str(error))) from error
    except UnicodeDecodeError as error:
        raise StoreError(_damaged(name, "words in it are no text")) from error
    except (apsw.CantOpenError, apsw.IOError, apsw.ReadOnlyError, apsw.PermissionsError) as error:
        raise StoreError(_not_opened(name, path, error)) from error
    except apsw.BusyError as error:
        raise StoreError(
            f"{name} is busy with another program's writing. Try again when it has finished."
        ) from error
    except apsw.ConstraintError as error:
        raise StoreError(f"{name} refused a change ({error}). Nothing of it was recorded.") from error
    except apsw.ConnectionClosedError as error:
        raise StoreError(f"This store ({name}) is closed. Open it again to go on.") from error
    except apsw.Error as error:
        raise StoreError(
            f"{name} could not be used ({type(error).__name__}: {error}). "
            "See what is wrong with: whoholds doctor"
        ) from error


@contextmanager
def system_errors(path: Path) -> Iterator[None]:
    """Turn what the operating system refuses into a StoreError that says what to do."""
    try:
        yield
    except OSError as error:
        if error.errno in NO_ROOM:
            raise StoreError(_no_room(str(path))) from error
        raise StoreError(
            f"{path} could not be used ({error.strerror or error}). Check its name, the disk, and that "
            "you may write to the folder."
        ) from error


def _not_opened(name: str, path: Path | None, error: apsw.Error) -> str:
    if path is not None and _full(path):
        return _no_room(name)
    if isinstance(error, apsw.IOError):
        return f"{name} could not be read or written ({error}). Check the disk."
    return f"{name} could not be opened ({error}). Check that you may read it, and write to its folder."


def _full(path: Path) -> bool:
    try:
        disk = os.statvfs(path.resolve().parent)
    except (OSError, AttributeError):  # elsewhere than on POSIX there is no such question
        return False
    return disk.f_bavail * disk.f_frsize < LEAST_ROOM


def _no_room(name: str) -> str:
    return (
        f"No room left to write to {name}: nothing of the last batch was recorded, all that was "
        "acknowledged before is safe. Free some disk space and do the same again."
    )


def _damaged(name: str, what: str) -> str:
    return f"{name} is damaged: {what}. Restore it from a backup: whoholds restore BACKUP {name} --replace"
