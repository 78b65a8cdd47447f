"""What is recorded already and may be the article that a report is an edition of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

import apsw

from whoholds.editions import keeps_its_date, sought
from whoholds.model import Report
from whoholds.store import tracing
from whoholds.store.ledger import EPOCH
from whoholds.store.reading import Reader, published
from whoholds.store.write_reports import report_key

_DATED = """
SELECT r.id, b.recorded_at, d.day, d.at, d.origin FROM report r JOIN batch b ON b.seq = r.seq
LEFT JOIN report_date d ON d.id = (SELECT id FROM report_date WHERE report = r.id ORDER BY id DESC LIMIT 1)
WHERE r.key = ?
"""


@dataclass(frozen=True, slots=True)
class Beside:
    """The reports recorded before one, first recorded first, that may be its article.

    `kept`: it is recorded itself, and is given no other date. `since`: when it was recorded. `stream`: many
    posts stand at its address.
    """

    kept: bool = False
    since: datetime | None = None
    before: tuple[Report, ...] = ()
    stream: bool = False


def look_beside(connection: apsw.Connection, reader: Reader, report: Report, seq: int) -> Beside:
    """What stands beside a report, which has a date. Raises InputError for words that are not UTF-8."""
    number, since = None, None
    known = connection.execute(_DATED, (report_key(report),)).fetchone()
    if known is not None:
        number, moment, *date = known
        if report.published is not None and keeps_its_date(published(*date), report.published):
            return Beside(kept=True)
        since = EPOCH + timedelta(microseconds=moment)
    found = tracing.found(connection, sought(report))
    before = reader.numbered((one for one in found if number is None or one < number), seq)
    return Beside(
        since=since,
        before=before,
        stream=report.address is not None and tracing.is_stream(connection, report.address),
    )
