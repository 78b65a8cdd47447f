"""Whether a file of records is sound: SQLite's own check, then every row against what it must be.

Texts are compared with their stored hashes, reports and claims with their keys (which are hashes of what was
said), dates with their moments; all that was read, judged or added as a place must be readable, and point
into its text. Last, every row is compared with its fingerprint.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

import apsw

from whoholds.errors import InputError
from whoholds.model import Verdict
from whoholds.store import codec, fingerprints
from whoholds.store.fits_and_grades import read_fits, read_grades
from whoholds.store.ledger import micros
from whoholds.store.reading import Reader, published, read_judgements
from whoholds.store.trouble import DamageError, readable
from whoholds.store.write_extractions import check_extraction
from whoholds.trust import LETTERS, UNDO

TABLES = (
    "batch",
    "report",
    "text",
    "report_date",
    "extraction",
    "extraction_claim",
    "claim",
    "judgement",
    "place",
    "place_merge",
    "pin",
    "fit",
    "grade",
    "tombstone",
    "fingerprint",
)
ALL = 2**62


def tables_of(connection: apsw.Connection) -> tuple[str, ...]:
    """The tables that a record of this format has."""
    made = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    return tuple(table for table in TABLES if table in made)


def integrity(connection: apsw.Connection) -> str:
    """ "ok", or the first thing that is wrong with the file."""
    try:
        first = str(connection.execute("PRAGMA integrity_check(1)").get)
        if first != "ok":
            return first
        dangling = connection.execute("PRAGMA foreign_key_check").fetchone()
        if dangling:
            return f"a row of {dangling[0]} points at nothing"
        for check in (
            _rows,
            _reports,
            _dates,
            _extractions,
            _judgements,
            _trust,
            _places,
            fingerprints.check,
        ):
            check(connection)
    except (apsw.Error, DamageError) as error:
        return str(error)
    return "ok"


def _rows(connection: apsw.Connection) -> None:
    for table in tables_of(connection):
        try:
            for _ in connection.execute(f"SELECT * FROM {table}"):
                pass
        except UnicodeDecodeError as error:
            raise DamageError(f"a row of {table} holds what is no text") from error


def _reports(connection: apsw.Connection) -> None:
    """Texts by their hashes, reports by their keys; a text is blank only where all its reports are purged."""
    reader = Reader(connection)
    counted = {int(key) for (key,) in connection.execute("SELECT text FROM report")}
    for number, blank, length in connection.execute("SELECT id, body IS NULL, characters FROM text"):
        if number not in counted:
            raise DamageError(f"text {number} belongs to no report")
        if not blank and len(reader.text(number)) != length:
            raise DamageError(f"text {number} is not as long as what was recorded")
    for _ in reader.everything():
        reader.forget()


def _dates(connection: apsw.Connection) -> None:
    rows = connection.execute("SELECT report, day, at, origin, known_from FROM report_date")
    for report, day, at, origin, known in rows:
        with readable(f"a date of report {report}"):
            given = published(day, at, origin)
            if given is None or micros(given.known_from) != known:
                raise DamageError(f"a date of report {report} is not what was recorded")


def _extractions(connection: apsw.Connection) -> None:
    reader = Reader(connection)
    for number, report, key, characters in _kept(connection):
        extraction = reader.extraction(number, key)
        reader.forget()
        try:
            check_extraction(extraction, characters)
        except InputError as error:
            raise DamageError(f"extraction {number} of report {report} points outside its text") from error


def _kept(connection: apsw.Connection) -> Iterator[tuple[int, int, str, int]]:
    yield from connection.execute(
        "SELECT e.id, r.id, r.key, t.characters FROM extraction e JOIN report r ON r.id = e.report "
        "JOIN text t ON t.id = r.text WHERE r.id NOT IN (SELECT report FROM tombstone)"
    )


def _judgements(connection: apsw.Connection) -> None:
    claims = {key for (key,) in connection.execute("SELECT DISTINCT key FROM claim")}
    for one in read_judgements(connection, ALL):
        said = one.judgement
        if (said.verdict is Verdict.AMEND) != (said.amended is not None) or said.claim not in claims:
            raise DamageError(f"the judgement of claim {said.claim} is not what was recorded")


def _trust(connection: apsw.Connection) -> None:
    read_fits(connection, ALL)
    for one in read_grades(connection, ALL):
        if one.grade.letter not in (*LETTERS, UNDO):
            raise DamageError(f"the grade of {one.grade.claimer} is not what was recorded")


def _places(connection: apsw.Connection) -> None:
    for number, place, body, spellings in connection.execute("SELECT id, place, body, spellings FROM place"):
        with readable(f"place {number} of your own"):
            names = json.loads(spellings)
            if codec.place_from_json(json.loads(body)).id != place or not all(
                isinstance(name, str) for name in names
            ):
                raise DamageError(f"place {number} of your own is not what was recorded")
