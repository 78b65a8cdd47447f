"""Adding reports and their dates."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC

import zstandard

from whoholds.errors import InputError
from whoholds.model import FOR_ALL, Published, Report
from whoholds.store import tracing
from whoholds.store.ledger import Batch, micros

DateRow = tuple[str, str | None, str, int]  # day, moment, origin, known_from

_packer = zstandard.ZstdCompressor(level=3)


@dataclass(frozen=True, slots=True)
class Added:
    """What adding a report did. True where there was something new in it: itself, or its date."""

    key: str
    new: bool = False  # the report was not recorded before
    dated: bool = False  # a date was recorded, the first or another one
    read: bool = False  # an extraction of it is recorded already
    purged: bool = False  # it was purged, and is not taken in again

    def __bool__(self) -> bool:
        return self.new or self.dated


_KNOWN = """
SELECT r.id, d.day, d.at, d.origin, EXISTS (SELECT 1 FROM extraction WHERE report = r.id),
       EXISTS (SELECT 1 FROM tombstone WHERE report = r.id)
FROM report r LEFT JOIN report_date d
    ON d.id = (SELECT id FROM report_date WHERE report = r.id ORDER BY id DESC LIMIT 1)
WHERE r.key = ?
"""


def add_report(batch: Batch, report: Report) -> Added:
    """Record a report, or a date that was not the newest known one; the same again changes nothing.

    A purged report, or one with a purged text, is not taken in again. Raises InputError, before anything is
    written, for words that are not UTF-8 and for a moment without a time zone.
    """
    key = report_key(report)
    date = _date_row(report.published) if report.published is not None else None
    known = batch.connection.execute(_KNOWN, (key,)).fetchone()
    if known is None:
        return _add_unknown(batch, key, report, date)
    number, *newest, read, purged = known
    kept = report.published is not None and report.published.origin == FOR_ALL and any(newest)
    if purged or date is None or kept or list(date[:3]) == newest:
        return Added(key, read=bool(read), purged=bool(purged))
    _insert_date(batch, number, date, report)
    return Added(key, dated=True, read=bool(read))


def _add_unknown(batch: Batch, key: str, report: Report, date: DateRow | None) -> Added:
    digest = text_hash(report.text)
    text = batch.connection.execute("SELECT id, body IS NULL FROM text WHERE hash = ?", (digest,)).fetchone()
    if text is not None and text[1]:
        return Added(key, purged=True)
    text_number = text[0] if text is not None else _insert_text(batch, digest, report.text)
    number = batch.insert(
        "INSERT INTO report (key, text, outlet, address, title, name, kind, seq) VALUES (?,?,?,?,?,?,?,?)",
        (key, text_number, report.outlet, report.address, report.title, report.name, report.kind, batch.seq),
    )
    if date is not None:
        _insert_date(batch, number, date, report)
    return Added(key, new=True, dated=date is not None)


def report_key(report: Report) -> str:
    """The report's key; raises InputError when its words cannot be written as UTF-8."""
    try:
        for words in (report.text, report.outlet, report.address, report.title, report.name):
            (words or "").encode("utf-8")
    except UnicodeEncodeError as error:
        raise InputError(
            f"The report {report.name or report.title or report.address or ''!r} holds half a character "
            f"(U+{ord(error.object[error.start]):04X}) and cannot be recorded. Save its text as UTF-8 again."
        ) from error
    return report.key


def text_hash(text: str) -> bytes:
    """SHA-256 of the text in UTF-8: what `sha256sum` says of a UTF-8 file of it."""
    return hashlib.sha256(text.encode("utf-8")).digest()


def _insert_text(batch: Batch, digest: bytes, text: str) -> int:
    number = batch.insert(
        "INSERT INTO text (hash, body, characters) VALUES (?, ?, ?)",
        (digest, _packer.compress(text.encode("utf-8")), len(text)),
    )
    batch.connection.execute("INSERT INTO report_words (rowid, text) VALUES (?, ?)", (number, text))
    return number


def _date_row(published: Published) -> DateRow:
    moment = published.at.astimezone(UTC).isoformat() if published.at is not None else None
    return published.day.isoformat(), moment, published.origin, micros(published.known_from)


def _insert_date(batch: Batch, number: int, date: DateRow, report: Report) -> None:
    batch.insert(
        "INSERT INTO report_date (day, at, origin, known_from, report, seq) VALUES (?, ?, ?, ?, ?, ?)",
        (*date, number, batch.seq),
    )
    tracing.trace(batch.connection, number, report)
