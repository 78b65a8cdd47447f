"""Reading the record: what was known as of a moment, as recorded at a ledger sequence."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import apsw
import zstandard

from whoholds.errors import NotFoundError
from whoholds.model import Claim, Extraction, Judgement, Place, Published, Report, Verdict
from whoholds.picture import Judged, Recorded
from whoholds.store import codec
from whoholds.store.ledger import EPOCH
from whoholds.store.trouble import DamageError, readable
from whoholds.store.versions import Version

FOREVER = 2**62
KEPT = 50_000  # decoded reports and extractions kept for the next reading, or all of a record read whole

_REPORTS = """
SELECT r.id, r.key, r.text, r.outlet, r.address, r.title, r.name, r.kind, r.seq,
       d.id, d.day, d.at, d.origin, coalesce(d.known_from, b.recorded_at) AS known,
       (SELECT e.id FROM extraction e WHERE e.report = r.id AND e.seq <= :recorded
        ORDER BY e.coded DESC, e.extractor IS :pin DESC, e.id DESC LIMIT 1)
FROM report r JOIN batch b ON b.seq = r.seq
LEFT JOIN report_date d ON d.id = (
    SELECT n.id FROM report_date n WHERE n.report = r.id AND n.seq <= :recorded ORDER BY n.id DESC LIMIT 1)
WHERE r.seq <= :recorded AND NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.report = r.id)
"""
_KNOWN = _REPORTS + " AND known > :since AND known <= :until ORDER BY known, r.key"
_ONE = _REPORTS + " AND r.key = :key"
_NAMED = _REPORTS + " AND r.name = :name ORDER BY r.id"
_NUMBERED = _REPORTS + " AND r.id = :number"
_JUDGED = (
    "SELECT j.claim, j.verdict, j.reason, j.by_whom, j.amended, j.seq, b.recorded_at "
    "FROM judgement j JOIN batch b ON b.seq = j.seq WHERE j.seq <= :recorded "
)


@dataclass(frozen=True, slots=True)
class View:
    """What is asked for: known after `since` and by `until` (microseconds), as recorded at a sequence."""

    recorded: int
    since: int = -FOREVER
    until: int = FOREVER


class Reader:
    """Turns rows into nouns, and keeps what it has decoded: rows never change, so neither does it."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._unpack = zstandard.ZstdDecompressor().decompress
        self._reports: dict[tuple[int, int | None], Report] = {}
        self._extractions: dict[int, Extraction] = {}
        self._most = KEPT

    def forget(self) -> None:
        """Drop what was decoded."""
        self._reports.clear()
        self._extractions.clear()

    def whole(self, view: View) -> tuple[Recorded, ...]:
        """The same as `reports`, of a record that is read whole: all that is decoded is kept."""
        self._most = max(KEPT, int(self._connection.execute("SELECT count(*) FROM report").get))
        return tuple(self.reports(view))

    def reports(self, view: View) -> Iterator[Recorded]:
        """The reports of a view, in the order of their becoming known, then of their keys."""
        found = {"since": view.since, "until": view.until}
        return self._recorded(_KNOWN, view.recorded, found)

    def everything(self) -> Iterator[Recorded]:
        """All reports with their newest dates and the extractions that count, in no order."""
        return self._recorded(_REPORTS, FOREVER, {})

    def report(self, key: str, recorded: int) -> Recorded:
        """One report by its key; raises NotFoundError."""
        found = tuple(self._recorded(_ONE, recorded, {"key": key}))
        if not found:
            raise NotFoundError(f"No report {key} is recorded.")
        return found[0]

    def named(self, name: str, recorded: int) -> tuple[Recorded, ...]:
        """The reports that the user calls so."""
        return tuple(self._recorded(_NAMED, recorded, {"name": name}))

    def numbered(self, numbers: Iterable[int], recorded: int) -> tuple[Report, ...]:
        """Reports by number, without what was read in them; a purged one is left out."""
        rows = (row for number in numbers for row in self._rows(_NUMBERED, recorded, {"number": number}))
        return tuple(map(self._report, rows))

    def version(self, number: int, recorded: int) -> Version | None:
        """How a report (by its number) counted at a sequence; None before that, and once purged."""
        for row in self._rows(_NUMBERED, recorded, {"number": number}):
            judged = _read_judged(
                self._connection,
                _JUDGED + "AND j.claim IN (SELECT key FROM claim WHERE report = :report) ORDER BY j.id",
                {"recorded": recorded, "report": number},
            )
            return Version(self._recorded_of(row), judged, f"{row[9]} {row[14]} {len(judged)}")
        return None

    def _recorded(self, sql: str, recorded: int, given: Mapping[str, Any]) -> Iterator[Recorded]:
        return map(self._recorded_of, self._rows(sql, recorded, given))

    def _rows(self, sql: str, recorded: int, given: Mapping[str, Any]) -> Iterator[tuple[Any, ...]]:
        bindings = {"recorded": recorded, "pin": self._pin(recorded), **given}
        yield from self._connection.execute(sql, bindings)

    def _recorded_of(self, row: tuple[Any, ...]) -> Recorded:
        with readable(f"report {row[1]}"):
            extraction = self.extraction(row[14], row[1]) if row[14] is not None else None
            moment = EPOCH + timedelta(microseconds=row[13])
            return Recorded(self._report(row), row[8], extraction, moment)

    def _pin(self, recorded: int) -> str | None:
        sql = "SELECT extractor FROM pin WHERE seq <= ? ORDER BY id DESC LIMIT 1"
        pinned: str | None = self._connection.execute(sql, (recorded,)).get
        return pinned

    def _report(self, row: tuple[Any, ...]) -> Report:
        known = self._reports.get((row[0], row[9]))
        if known is not None:
            return known
        _number, key, text, outlet, address, title, name, kind = row[:8]
        report = Report(self.text(text), outlet, address, title, published(*row[10:13]), name, kind)
        if report.key != key:
            raise DamageError(f"report {key} is not what was recorded")
        if len(self._reports) >= self._most:
            self._reports.clear()
        self._reports[row[0], row[9]] = report
        return report

    def text(self, number: int) -> str:
        """A stored text. Raises DamageError when it is not the one that was recorded."""
        digest, body = self._connection.execute("SELECT hash, body FROM text WHERE id = ?", (number,)).get
        with readable(f"text {number}"):
            try:
                words: bytes = self._unpack(body)
            except (zstandard.ZstdError, MemoryError) as error:
                raise DamageError(f"text {number} cannot be read ({error})") from error
            if hashlib.sha256(words).digest() != digest:
                raise DamageError(f"text {number} is not what was recorded: its hash is another")
            return words.decode("utf-8")

    def extraction(self, number: int, report: str) -> Extraction:
        """A stored extraction of a report (by its key)."""
        known = self._extractions.get(number)
        if known is None:
            with readable(f"extraction {number}, what was read in report {report},"):
                known = self._read_extraction(number, report)
            if len(self._extractions) >= self._most:
                self._extractions.clear()
            self._extractions[number] = known
        return known

    def _read_extraction(self, number: int, report: str) -> Extraction:
        sql = "SELECT extractor, not_read, others FROM extraction WHERE id = ?"
        extractor, not_read, told = self._connection.execute(sql, (number,)).get
        others = json.loads(told) if told is not None else {}
        bodies = self._connection.execute(
            "SELECT c.key, c.body FROM extraction_claim x JOIN claim c ON c.id = x.claim "
            "WHERE x.extraction = ? ORDER BY x.position",
            (number,),
        )
        return Extraction(
            report,
            extractor,
            tuple(_claim(report, key, body) for key, body in bodies),
            codec.silences_from_json(report, others),
            codec.retractions_from_json(report, others),
            codec.unread_from_json(report, others),
            not_read,
        )


def _claim(report: str, key: str, body: str) -> Claim:
    claim = codec.claim_from_json(report, json.loads(body))
    if claim.coded is None and claim.key != key:  # coded values may get more fields, and then another key
        raise DamageError(f"claim {key} of report {report} is not what was recorded")
    return claim


def published(day: str | None, at: str | None, origin: str | None) -> Published | None:
    """The date of a row, None where it has none. Raises ValueError when it is no date."""
    if day is None or origin is None:
        return None
    return Published(date.fromisoformat(day), datetime.fromisoformat(at) if at is not None else None, origin)


def read_judgements(
    connection: apsw.Connection, recorded: int, claim: str | None = None
) -> tuple[Judged, ...]:
    """The judgements recorded by a sequence, oldest first, of one claim or of all."""
    of_claim = "AND j.claim = :claim " if claim is not None else ""
    given = {"recorded": recorded} | ({"claim": claim} if claim is not None else {})
    return _read_judged(connection, f"{_JUDGED}{of_claim}ORDER BY j.id", given)


def _read_judged(connection: apsw.Connection, sql: str, given: Mapping[str, Any]) -> tuple[Judged, ...]:
    return tuple(_judged(row) for row in connection.execute(sql, given))


def _judged(row: tuple[Any, ...]) -> Judged:
    claim, verdict, reason, by, amended, seq, moment = row
    with readable(f"a judgement of claim {claim}, ledger entry {seq},"):
        coded = codec.coded_from_json(json.loads(amended)) if amended is not None else None
        judgement = Judgement(claim, Verdict(verdict), reason, by, coded)
        return Judged(judgement, seq, EPOCH + timedelta(microseconds=moment))


def read_places(connection: apsw.Connection, recorded: int) -> dict[str, tuple[Place, frozenset[str]]]:
    """The user's own places by id, each with its spellings; a merged place lends its own to the one it is."""
    rows = connection.execute(
        "SELECT place, body, spellings FROM place WHERE seq <= ? ORDER BY id", (recorded,)
    )
    places: dict[str, tuple[Place, frozenset[str]]] = {}
    for number, body, spellings in rows:
        with readable(f"the place {number} of your own"):
            places[number] = (codec.place_from_json(json.loads(body)), frozenset(json.loads(spellings)))
    for merged, into in read_merges(connection, recorded).items():
        place, spellings = places.pop(merged)
        if into in places:
            kept, known = places[into]
            places[into] = (kept, known | spellings | {place.name})
    return places


def read_merges(connection: apsw.Connection, recorded: int) -> dict[str, str]:
    """Which place of the user's own is which other place, the newest word on each."""
    rows = connection.execute("SELECT place, into_ FROM place_merge WHERE seq <= ? ORDER BY id", (recorded,))
    return {str(place): str(into) for place, into in rows}
