"""The index beside a record: a file of what is derived, which may be deleted at any time.

Beside what reports tell it holds the page of a large record as it was made last (`whoholds.index.pages`).

Nothing in it is true by standing there: it is made anew from the record whenever it is missing, damaged, of
another method or of another record.
"""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import apsw

from whoholds.errors import StoreError
from whoholds.store.connection import BUSY_MS, require_sqlite

FORMAT = 7
TABLES = ("told", "nowhere", "silent", "back", "change")  # what hangs on a reading
OF_REPORT = ("story", "run", "reading")  # what hangs on a report
_UNTOLD = """
DELETE FROM named WHERE NOT EXISTS
    (SELECT 1 FROM told WHERE told.place = named.place AND told.name = named.name)
"""

_SETTINGS = (
    ("mmap_size", 0),
    ("cache_size", -32000),
    ("temp_store", "MEMORY"),
    ("journal_mode", "WAL"),
    ("synchronous", "NORMAL"),
    ("secure_delete", "ON"),
)


def index_of(record: Path) -> Path:
    """The file of the index of a record."""
    return record.with_name(f"{record.name}.index")


def connect_index(record: Path | None) -> apsw.Connection:
    """A connection to the index of a record (None: of a record in memory), made where there is none.

    One that is damaged or of another format is made anew, empty. Raises apsw.Error or OSError where there
    can be none: no right to write, no room.
    """
    require_sqlite(apsw.sqlite_lib_version())
    if record is None:
        return _prepared(apsw.Connection(":memory:"))
    path = index_of(record)
    try:
        return _opened(path)
    except (apsw.NotADBError, apsw.CorruptError, apsw.SchemaChangeError):
        remove_index(record)
        return _opened(path)


def _opened(path: Path) -> apsw.Connection:
    connection = apsw.Connection(str(path))
    try:
        return _prepared(connection)
    except BaseException:
        connection.close()
        raise


def _prepared(connection: apsw.Connection) -> apsw.Connection:
    connection.set_busy_timeout(BUSY_MS)
    for setting, value in _SETTINGS:
        connection.pragma(setting, value)
    if connection.pragma("user_version") != FORMAT:
        with connection:  # wholly or not at all
            known = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
            for (name,) in known:
                connection.execute(f'DROP TABLE "{name}"')
            connection.execute((resources.files("whoholds") / "data" / "index.sql").read_text("utf-8"))
            connection.execute(f"PRAGMA user_version = {FORMAT}")
    return connection


def remove_index(record: Path) -> None:
    """Delete the index of a record, with its log; it is made anew when it is next asked."""
    path = index_of(record)
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def drop_report(connection: apsw.Connection, number: int) -> None:
    """Take all that stands on a report (by the record's number) out of an index, within a transaction; so the
    page that is kept goes, which tells of all reports."""
    readings = "SELECT id FROM reading WHERE report = ?"
    for table in TABLES:
        connection.execute(f"DELETE FROM {table} WHERE reading IN ({readings})", (number,))
    for table in OF_REPORT:
        connection.execute(f"DELETE FROM {table} WHERE report = ?", (number,))
    connection.execute(_UNTOLD)
    connection.execute("DELETE FROM page")


def forget_report(record: Path, number: int) -> None:
    """Blank a purged report's words in the index of a record; where that cannot be, delete the index.

    Raises StoreError when neither can be done: then its words may still stand there.
    """
    path = index_of(record)
    if not path.exists():
        return
    try:
        connection = connect_index(record)
        try:
            with connection:
                drop_report(connection, number)
            connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
        finally:
            connection.close()
    except (apsw.Error, OSError):
        try:
            remove_index(record)
        except OSError as error:
            raise StoreError(
                f"The report is purged, but its words may still stand in {path}. Delete that file by hand: "
                "it is made anew when it is needed."
            ) from error
