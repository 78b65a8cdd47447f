"""What changed in the record after a row of each table, and how a report counted at a ledger sequence.

For whoever keeps something derived and brings it up to date: only the reports that something new was recorded
of are named.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import apsw

from whoholds.picture import Judged, Recorded

_NEW = {  # table: the report that a row is about
    "report": "SELECT id, id, seq FROM report WHERE id > ? ORDER BY id",
    "report_date": "SELECT id, report, seq FROM report_date WHERE id > ? ORDER BY id",
    "extraction": "SELECT id, report, seq FROM extraction WHERE id > ? ORDER BY id",
    "judgement": "SELECT j.id, (SELECT report FROM claim WHERE key = j.claim), j.seq FROM judgement j "
    "WHERE j.id > ? ORDER BY j.id",
}
_SEVERAL = "SELECT report FROM extraction GROUP BY report HAVING count(*) > 1"


@dataclass(frozen=True, slots=True)
class Marks:
    """Up to where the record is known: the ledger sequence, and the last row of each table up to it."""

    seq: int = 0
    rows: tuple[tuple[str, int], ...] = tuple((table, 0) for table in (*_NEW, "pin"))


@dataclass(frozen=True, slots=True)
class Touched:
    """Reports (by number) with the ledger sequences at which they changed, in order; the marks after it.

    `purged`: the numbers of reports that were purged since.
    """

    reports: Mapping[int, tuple[int, ...]]
    purged: tuple[int, ...]
    marks: Marks


@dataclass(frozen=True, slots=True)
class Version:
    """A report as it counted at a ledger sequence. `state` names the rows that it stands on."""

    recorded: Recorded
    judgements: tuple[Judged, ...]
    state: str


def touched(connection: apsw.Connection, marks: Marks, until: int) -> Touched:
    """What was recorded after the marks and up to a sequence. Rows are numbered in the order of recording."""
    found: dict[int, set[int]] = defaultdict(set)
    rows = dict(marks.rows)
    for table, sql in _NEW.items():
        for number, report, seq in _up_to(connection, sql, rows[table], until):
            rows[table] = number
            if report is not None:
                found[report].add(seq)
    pins = "SELECT id, NULL, seq FROM pin WHERE id > ? ORDER BY id"
    for number, _, seq in _up_to(connection, pins, rows["pin"], until):
        rows["pin"] = number
        for (report,) in connection.execute(_SEVERAL):
            found[report].add(seq)
    gone = connection.execute(
        "SELECT report FROM tombstone WHERE seq > ? AND seq <= ? ORDER BY report", (marks.seq, until)
    )
    ordered = {report: tuple(sorted(seqs)) for report, seqs in sorted(found.items())}
    return Touched(ordered, tuple(report for (report,) in gone), Marks(until, tuple(rows.items())))


def _up_to(
    connection: apsw.Connection, sql: str, after: int, until: int
) -> Iterator[tuple[int, int | None, int]]:
    for number, report, seq in connection.execute(sql, (after,)):
        if seq > until:
            return
        yield number, report, seq


def stamp(connection: apsw.Connection, seq: int) -> str:
    """What tells the record from another one at a sequence: when, by what and with what it was recorded."""
    row = connection.execute(
        "SELECT seq, recorded_at, kind, code_version FROM batch WHERE seq = ?", (seq,)
    ).fetchone()
    return repr(row)
