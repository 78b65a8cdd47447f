"""An index of the record by which the editions of an article find each other: buckets, and marks in them.

It is made of reports and their dates alone (`whoholds.editions`), so it has no fingerprints. The days of the
reports at an address stand in a bucket of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

import apsw
import zstandard

from whoholds.editions import STREAM, Marks, days_at, traces
from whoholds.model import Published, Report

SCHEMA = """
CREATE TABLE IF NOT EXISTS trace (            -- an index: by what editions of one article are found
    bucket INTEGER NOT NULL,
    mark   INTEGER NOT NULL,
    report INTEGER NOT NULL,              -- 0 where the mark is a day
    PRIMARY KEY (bucket, mark, report)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER IF NOT EXISTS trace_fixed BEFORE UPDATE ON trace
BEGIN SELECT raise(ABORT, 'the record is append-only'); END;
CREATE TRIGGER IF NOT EXISTS trace_kept BEFORE DELETE ON trace
WHEN NOT EXISTS (SELECT 1 FROM tombstone WHERE report = OLD.report)
BEGIN SELECT raise(ABORT, 'the record is append-only'); END;
"""
FEW = 1_000  # rows of a bucket that are gone through; in a larger one each mark is looked up
EACH = 8  # reports looked at for one mark, first recorded first
MOST = 32  # reports looked at in all

_INSERT = "INSERT OR IGNORE INTO trace (bucket, mark, report) VALUES (?, ?, ?)"


def trace(connection: apsw.Connection, number: int, report: Report) -> None:
    """Note by what a report, which has a date, is found."""
    rows = [(bucket, mark, number) for bucket, marks in traces(report).items() for mark in marks]
    if report.address and report.published is not None:
        rows.append((days_at(report.address), report.published.day.toordinal(), 0))
    connection.executemany(_INSERT, sorted(rows))


def trace_all(connection: apsw.Connection) -> None:
    """Note it of all dates of a record that has no such index yet."""
    unpack = zstandard.ZstdDecompressor().decompress
    for number, outlet, address, title, name, day, body in tuple(_dated(connection)):
        text = unpack(body).decode("utf-8")
        trace(connection, number, Report(text, outlet, address, title, _of_day(day), name))


def _dated(connection: apsw.Connection) -> Iterator[tuple[int, str, str, str, str, str, bytes]]:
    yield from connection.execute(
        "SELECT DISTINCT r.id, r.outlet, r.address, r.title, r.name, d.day, t.body FROM report r "
        "JOIN report_date d ON d.report = r.id JOIN text t ON t.id = r.text WHERE t.body IS NOT NULL "
        "AND r.id NOT IN (SELECT report FROM tombstone)"
    )


def _of_day(day: str) -> Published:
    return Published(date.fromisoformat(day))


def forget(connection: apsw.Connection, number: int) -> None:
    """Drop what a purged report was found by: it is made of its words."""
    connection.execute("DELETE FROM trace WHERE report = ?", (number,))


def found(connection: apsw.Connection, sought: Mapping[int, Marks]) -> tuple[int, ...]:
    """The numbers of reports that have a mark in common in one of the buckets, first recorded first.

    Of very many, those with the most marks in common. In time proportional to the marks.
    """
    hits: dict[int, int] = {}
    for bucket, marks in sought.items():
        for number in _in_bucket(connection, bucket, marks):
            hits[number] = hits.get(number, 0) + 1
    return tuple(sorted(sorted(hits, key=lambda number: (-hits[number], number))[:MOST]))


def _in_bucket(connection: apsw.Connection, bucket: int, marks: Marks) -> Iterator[int]:
    sql = "SELECT mark, report FROM trace WHERE bucket = ? LIMIT ?"
    few: list[tuple[int, int]] = list(connection.execute(sql, (bucket, FEW)))
    if len(few) < FEW:
        yield from (number for mark, number in few if mark in marks)
        return
    sql = "SELECT report FROM trace WHERE bucket = ? AND mark = ? LIMIT ?"
    for mark in marks:
        yield from (number for (number,) in connection.execute(sql, (bucket, mark, EACH)))


def is_stream(connection: apsw.Connection, address: str) -> bool:
    """True where reports of several days stand at the address: posts, not editions of one article."""
    sql = "SELECT count(*) FROM (SELECT 1 FROM trace WHERE bucket = ? LIMIT ?)"
    return bool(connection.execute(sql, (days_at(address), STREAM)).get == STREAM)
