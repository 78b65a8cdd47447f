"""Care of the file: purge, backup, restore, health."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import apsw

from whoholds.errors import InputError, NotFoundError, StoreError
from whoholds.party_list import parties_beside
from whoholds.store import fingerprints, tracing
from whoholds.store.connection import connect, wal_of
from whoholds.store.ledger import Batch
from whoholds.store.lock import WriterLock
from whoholds.store.side import remove_index
from whoholds.store.soundness import integrity, tables_of
from whoholds.store.trouble import clear_errors, system_errors


@dataclass(frozen=True, slots=True)
class Purged:
    """A purge: whether the text itself is gone, or stays because these other reports have the same."""

    key: str
    text_gone: bool
    same_text: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Health:
    """The state of a file of records; `integrity` is "ok" or what is wrong first. Sizes in bytes."""

    path: Path | None
    sqlite: str
    format: int
    seq: int
    size: int
    wal_size: int
    rows: Mapping[str, int]
    integrity: str


@dataclass(frozen=True, slots=True)
class Copied:
    """A verified copy of a record: where, up to which ledger sequence, how many reports, how many bytes."""

    path: Path
    seq: int
    reports: int
    size: int


def purge(batch: Batch, key: str, reason: str) -> Purged:
    """Blank a report's text and quotations, leaving a tombstone that says when and why.

    Raises NotFoundError for an unknown report, InputError without a reason.
    """
    if not reason.strip():
        raise InputError("A purge needs a reason, which stays in the record. Give one in a few words.")
    connection = batch.connection
    found = connection.execute(
        "SELECT id, text FROM report WHERE key = ? AND id NOT IN (SELECT report FROM tombstone)", (key,)
    ).fetchone()
    if found is None:
        raise NotFoundError(f"No report {key} is recorded, or it is purged already.")
    report, text = found
    batch.insert("INSERT INTO tombstone (report, reason, seq) VALUES (?, ?, ?)", (report, reason, batch.seq))
    connection.execute("UPDATE report SET title = NULL, name = NULL WHERE id = ?", (report,))
    connection.execute("UPDATE extraction SET others = NULL WHERE report = ?", (report,))
    connection.execute("UPDATE claim SET body = '' WHERE report = ?", (report,))
    fingerprints.drop_purged(connection)
    tracing.forget(connection, report)
    same = _same_text(connection, text)
    if not same:
        connection.execute("UPDATE text SET body = NULL WHERE id = ?", (text,))
        connection.execute("DELETE FROM report_words WHERE rowid = ?", (text,))
        connection.execute("INSERT INTO report_words (report_words) VALUES ('optimize')")
    return Purged(key, text_gone=not same, same_text=same)


def _same_text(connection: apsw.Connection, text: int) -> tuple[str, ...]:
    rows = connection.execute(
        "SELECT key FROM report WHERE text = ? AND id NOT IN (SELECT report FROM tombstone) ORDER BY id",
        (text,),
    )
    return tuple(key for (key,) in rows)


def health(connection: apsw.Connection, path: Path | None) -> Health:
    """Sizes, counts and an integrity check (which reads the whole file)."""
    return Health(
        path=path,
        sqlite=apsw.sqlite_lib_version(),
        format=connection.pragma("user_version"),
        seq=newest(connection),
        size=path.stat().st_size if path else 0,
        wal_size=wal_of(path).stat().st_size if path and wal_of(path).exists() else 0,
        rows={
            table: connection.execute(f"SELECT count(*) FROM {table}").get for table in tables_of(connection)
        },
        integrity=integrity(connection),
    )


def newest(connection: apsw.Connection) -> int:
    """The newest ledger sequence; 0 for an empty record."""
    return int(connection.execute("SELECT coalesce(max(seq), 0) FROM batch").get)


def copy(
    connection: apsw.Connection, of: Path | None, to: Path, *, replace: bool = False,
    before: Callable[[], None] | None = None,
) -> Copied:  # fmt: skip
    """Copy a record into a new file by VACUUM INTO, verify the copy, then give it its name.

    The parties of the user's own beside the record `of` go with it. `before` is called when the copy is known
    to be sound. Raises StoreError when the file exists already (unless `replace`), when there is no room for
    it, or when the copy is not sound.
    """
    _check_target(to, replace=replace)
    part = to.with_name(to.name + ".part")
    with system_errors(to):
        try:
            part.unlink(missing_ok=True)
            with clear_errors(to):
                connection.execute("VACUUM INTO ?", (str(part),))
            copied = _verified(part, newest(connection))
            _sync(part)
            if before is not None:
                before()
            _copy_parties(of, to)
            part.replace(to)
            _sync(to.resolve().parent)
            return Copied(to, *copied, to.stat().st_size)
        finally:
            part.unlink(missing_ok=True)


def _check_target(to: Path, *, replace: bool) -> None:
    if to.is_dir():
        raise StoreError(f"{to} is a folder. Name a file to copy the record to.")
    if to.exists() and not replace:
        raise StoreError(
            f"{to} exists already and was left as it is. Name another file, or replace it with --replace."
        )
    if not to.parent.is_dir():
        raise StoreError(f"Cannot make {to}: the folder {to.parent} does not exist. Make it first.")
    if parties_beside(to).exists() and not replace:
        raise StoreError(
            f"{parties_beside(to)}, the parties of another record, exists already and was left as it is. "
            "Name another file, or replace it with --replace."
        )


def _copy_parties(of: Path | None, to: Path) -> None:
    """The parties beside a record, put beside its copy; those of what stood there before are gone."""
    target = parties_beside(to)
    if of is None or not parties_beside(of).exists():
        target.unlink(missing_ok=True)
        return
    part = target.with_name(f"{target.name}.part")
    try:
        part.write_bytes(parties_beside(of).read_bytes())
        _sync(part)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _verified(path: Path, seq: int) -> tuple[int, int]:
    copied = connect(path, write=False)
    try:
        with clear_errors(path):
            state, found = integrity(copied), newest(copied)
            reports: int = copied.execute("SELECT count(*) FROM report").get
    finally:
        copied.close()
    if state != "ok" or found < seq:
        raise StoreError(
            f"The copy is not sound ({state}) and was not kept. Look at the record with: whoholds doctor"
        )
    return found, reports


def _sync(path: Path) -> None:
    if os.name == "posix" or path.is_file():
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def restore(backup: Path, to: Path, *, replace: bool = False) -> Copied:
    """Put a backup in place as the record, verified before and after.

    Raises StoreError when the backup is not a sound record, when `to` exists (unless `replace`), or when
    another process is writing to it.
    """
    if backup.resolve() == to.resolve():
        raise StoreError(f"{to} cannot be restored from itself. Name the backup and the record.")
    _check_target(to, replace=replace)
    connection = connect(backup, write=False)
    try:
        lock = WriterLock(to)
        try:
            with clear_errors(backup):
                state = integrity(connection)
                if state != "ok":
                    raise StoreError(
                        f"The backup {backup} is damaged ({state}), so nothing was restored from it."
                    )
                return copy(connection, backup, to, replace=replace, before=lambda: _set_aside_log(to))
        finally:
            lock.release()
    finally:
        connection.close()


def _set_aside_log(path: Path) -> None:
    """The log of the old file must never be applied to the new one: fold it in, or drop a broken file's.

    The index beside the old file goes too.
    """
    remove_index(path)
    if not wal_of(path).exists():
        return
    with suppress(StoreError):
        connect(path, write=True).close()
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
