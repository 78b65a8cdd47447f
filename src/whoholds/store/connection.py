"""Opening the file of records, and saying in one clear sentence when it cannot be trusted."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote

import apsw

from whoholds.errors import StoreError
from whoholds.store.schema import APPLICATION, FORMAT, READABLE, migrate
from whoholds.store.trouble import clear_errors, system_errors

LEAST_SQLITE = (3, 51, 3)  # 3.7.0 to 3.51.2 can corrupt a write-ahead log (sqlite.org/wal.html#walresetbug)
BUSY_MS = 10_000
SQLITE = b"SQLite format 3\0"  # begins every such file
APPLICATION_AT, HEADER = 68, 72  # bytes of its header between which the application is named
_READ = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI


def require_sqlite(version: str) -> None:
    """Raise StoreError when the SQLite library is older than the one that keeps records safe."""
    if tuple(int(part) for part in version.split(".")[:3]) < LEAST_SQLITE:
        least = ".".join(map(str, LEAST_SQLITE))
        raise StoreError(
            f"The SQLite library in use is {version}, which can corrupt records; {least} or newer is needed. "
            "Install a newer apsw: pip install --upgrade apsw."
        )


def connect(path: Path | None, *, write: bool) -> apsw.Connection:
    """A checked connection; None is a record in memory.

    Raises StoreError when the path is a folder, missing (for reading), not permitted, not a record, made by
    a newer version, or when the SQLite library is too old.
    """
    require_sqlite(apsw.sqlite_lib_version())
    if path is None:
        connection = apsw.Connection(":memory:")
        _prepare(connection, write=True)
        migrate(connection)
        return connection
    check_path(path, write=write)
    with clear_errors(path), system_errors(path):
        return _opened(path, write=write)


def check_path(path: Path, *, write: bool) -> None:
    """Raise StoreError when no record can be at this path."""
    with system_errors(path):
        _check_path(path, write=write)


def _check_path(path: Path, *, write: bool) -> None:
    if path.is_dir():
        raise StoreError(
            f"{path} is a folder, not a file of records. Name a file, such as {path / 'record.whoholds'}."
        )
    if path.exists():
        return
    if not write:
        raise StoreError(f"There is no record at {path}. Add reports to it first, or name another file.")
    if not path.parent.is_dir():
        raise StoreError(f"Cannot make {path}: the folder {path.parent} does not exist. Make it first.")


def _opened(path: Path, *, write: bool) -> apsw.Connection:
    flags = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE if write else apsw.SQLITE_OPEN_READONLY
    connection = apsw.Connection(_address(path, write=write), flags=flags | apsw.SQLITE_OPEN_URI)
    try:
        _prepare(connection, write=write)
        _check_format(connection, path, write=write)
        if write:
            migrate(connection)
            _sync_folder(path)
    except BaseException:
        connection.close()
        raise
    return connection


def _address(path: Path, *, write: bool) -> str:
    """Where the folder may not be written to and nothing is pending, a reader needs no shared memory file."""
    address = f"file:{quote(str(path.resolve()))}"
    still = not write and not os.access(path.parent, os.W_OK) and not wal_of(path).exists()
    return address + "?immutable=1" if still else address


def _prepare(connection: apsw.Connection, *, write: bool) -> None:
    connection.set_busy_timeout(BUSY_MS)
    connection.execute("PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON; PRAGMA mmap_size = 0")
    connection.execute("PRAGMA cache_size = -32000; PRAGMA temp_store = MEMORY")
    if write:
        connection.execute("PRAGMA synchronous = FULL; PRAGMA secure_delete = ON")
        connection.execute("PRAGMA journal_size_limit = 33554432")


def _check_format(connection: apsw.Connection, path: Path, *, write: bool) -> None:
    application, version = connection.pragma("application_id"), connection.pragma("user_version")
    empty = connection.execute("SELECT count(*) FROM sqlite_schema").get == 0
    if empty and application == 0 and not write:
        raise StoreError(f"Nothing is recorded in {path} yet. Add reports to it first, or name another file.")
    if application != APPLICATION and not (empty and application == 0):
        raise StoreError(f"{path} is not a whoholds record. Name another file; this one was left as it is.")
    if version > FORMAT:
        raise StoreError(
            f"{path} has format {version}, made by a newer whoholds; this one knows format {FORMAT}. "
            "Upgrade whoholds: pip install --upgrade whoholds."
        )
    if version < READABLE and not write:
        raise StoreError(
            f"{path} has the older format {version}. The next command that records something "
            "in it (such as add) brings it up to date."
        )
    if write:
        connection.execute("PRAGMA journal_mode = WAL")


def is_record(path: Path) -> bool:
    """True where a file is a whoholds record, by its content: of any format, in use or damaged further in.

    Raises OSError where the file cannot be read.
    """
    if not path.is_file():
        return False
    with path.open("rb") as file:
        head = file.read(HEADER)
    if not head.startswith(SQLITE):
        return False
    written = int.from_bytes(head[APPLICATION_AT:HEADER], "big") == APPLICATION
    return written or (wal_of(path).exists() and _is_record_in_use(path))


def _is_record_in_use(path: Path) -> bool:
    """True where what is not yet folded into the file makes it a record."""
    try:
        connection = apsw.Connection(_address(path, write=False), _READ)
    except apsw.Error:
        return False
    try:
        return bool(connection.pragma("application_id") == APPLICATION)
    except apsw.Error:
        return False
    finally:
        connection.close()


def _sync_folder(path: Path) -> None:
    """Make sure that a new file's name survives a power cut as well as its content."""
    if os.name == "posix":
        folder = os.open(path.resolve().parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def wal_of(path: Path) -> Path:
    """The write-ahead log beside a record."""
    return path.with_name(path.name + "-wal")
