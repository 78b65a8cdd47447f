"""A hash of each row as it was recorded, so that a change behind the store's back is seen.

Texts have their own hash, and what is read in a report (its claims, silences, retractions) is one with its
extraction. What was purged has none: its words are gone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import apsw

from whoholds.store import codec
from whoholds.store.trouble import DamageError

COLUMNS = {
    "batch": "seq, recorded_at, kind, code_version",
    "report": "id, key, text, outlet, address, title, name, kind, seq",
    "report_date": "id, report, day, at, origin, known_from, seq",
    "extraction": "id, report, extractor, coded, not_read, others, seq",
    "judgement": "id, claim, verdict, reason, by_whom, amended, seq",
    "place": "id, place, body, spellings, seq",
    "place_merge": "id, place, into_, seq",
    "pin": "id, extractor, seq",
    "fit": "id, until, body, seq",
    "grade": "id, claimer, letter, reason, by_whom, seq",
    "tombstone": "report, reason, seq",
}
_PURGED = {
    "report": "SELECT report FROM tombstone",
    "extraction": "SELECT id FROM extraction WHERE report IN (SELECT report FROM tombstone)",
}
_CLAIMS = (
    "SELECT c.key, c.report, c.body FROM extraction_claim x JOIN claim c ON c.id = x.claim "
    "WHERE x.extraction = ? ORDER BY x.position"
)

SCHEMA = """
CREATE TABLE fingerprint (      -- a hash of each row as it was recorded
    of     TEXT NOT NULL,                 -- the table
    number INTEGER NOT NULL,              -- the row
    hash   BLOB NOT NULL,
    PRIMARY KEY (of, number)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER fingerprint_fixed BEFORE UPDATE ON fingerprint
BEGIN SELECT raise(ABORT, 'the record is append-only'); END;
CREATE TRIGGER fingerprint_kept BEFORE DELETE ON fingerprint
WHEN NOT (OLD.of = 'report' AND EXISTS (SELECT 1 FROM tombstone WHERE report = OLD.number))
    AND NOT (OLD.of = 'extraction' AND EXISTS (
        SELECT 1 FROM extraction e JOIN tombstone t ON t.report = e.report WHERE e.id = OLD.number))
BEGIN SELECT raise(ABORT, 'the record is append-only'); END;
"""


def take(connection: apsw.Connection, table: str, number: int) -> None:
    """Take the fingerprint of a row that was just recorded; of tables without fingerprints nothing."""
    if table in COLUMNS:
        connection.execute(
            "INSERT INTO fingerprint (of, number, hash) VALUES (?, ?, ?)",
            (table, number, _hash(connection, table, number)),
        )


def take_all(connection: apsw.Connection) -> None:
    """Take those of all rows of a record that has none yet."""
    for table in _tables(connection):
        for number in tuple(_numbers(connection, table)):
            take(connection, table, number)


def drop_purged(connection: apsw.Connection) -> None:
    """Drop those of what was purged."""
    for table, purged in _PURGED.items():
        connection.execute(f"DELETE FROM fingerprint WHERE of = ? AND number IN ({purged})", (table,))


def check(connection: apsw.Connection) -> None:
    """Compare every row with its fingerprint. Raises DamageError naming the first that is not as recorded."""
    for table in _tables(connection):
        known = dict(connection.execute("SELECT number, hash FROM fingerprint WHERE of = ?", (table,)))
        for number in tuple(_numbers(connection, table)):
            if known.pop(number, None) != _hash(connection, table, number):
                raise DamageError(f"row {number} of {table} is not what was recorded: its hash is another")
        if known:
            raise DamageError(f"row {min(known)} of {table} is gone")


def _tables(connection: apsw.Connection) -> tuple[str, ...]:
    """The tables with fingerprints that a record of this format has."""
    made = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    return tuple(table for table in COLUMNS if table in made)


def _numbers(connection: apsw.Connection, table: str) -> Iterator[int]:
    but = f" WHERE rowid NOT IN ({_PURGED[table]})" if table in _PURGED else ""
    return (number for (number,) in connection.execute(f"SELECT rowid FROM {table}{but}"))


def _hash(connection: apsw.Connection, table: str, number: int) -> bytes:
    row = connection.execute(f"SELECT {COLUMNS[table]} FROM {table} WHERE rowid = ?", (number,)).fetchone()
    told = [list(row or ())]
    if table == "extraction":
        told += [list(claim) for claim in connection.execute(_CLAIMS, (number,))]
    return hashlib.blake2b(codec.to_text(told).encode("utf-8", "surrogatepass"), digest_size=16).digest()
