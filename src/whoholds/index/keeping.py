"""Keeping the index up to date: a new report costs what it tells, whatever else is recorded.

A reading is what one report told, resolved, from one ledger sequence until before another: until it got
another date, another extraction or another verdict. So every past sequence since the user's own places last
changed is answered from it. Under another method, or beside another record, the index is made anew.
"""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

import apsw

from whoholds.events import place_key
from whoholds.gazetteer.fold import fold
from whoholds.index.codec import (
    back_to_body,
    claims_from_body,
    claims_to_body,
    nowhere_to_body,
    silence_to_body,
)
from whoholds.index.copies import insert_story
from whoholds.index.sequence import AtSequence
from whoholds.method import method_name
from whoholds.model import Place
from whoholds.picture import ResolvedClaim
from whoholds.pipeline import Read, Resolver
from whoholds.store import Store
from whoholds.store.ledger import micros
from whoholds.store.side import OF_REPORT, TABLES, connect_index, drop_report, remove_index
from whoholds.store.versions import Marks, Version
from whoholds.territory import change_of
from whoholds.verdicts import latest

FOREVER = 2**62
KEPT = (
    50_000  # bodies (the claims of one report at one place) that are read once, whenever they are asked for
)
SEQUENCES = 8  # of which is kept what all moments of knowledge share
STEP = 50  # ledger entries that are taken in at once
Row = tuple[object, ...]


class Index:
    """The index of an open record. Where there can be none (no right to write, no room), `connection` is None
    and every question goes to the record itself."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.turn = threading.RLock()
        self._sequences: dict[tuple[int, int], AtSequence] = {}
        self.claims_of = lru_cache(maxsize=KEPT)(claims_from_body)
        self._path: Path | None = store.path
        self.connection: apsw.Connection | None = None
        with suppress(apsw.Error, OSError):
            self.connection = connect_index(self._path)

    def close(self) -> None:
        """Close the file of the index."""
        with self.turn:
            connection, self.connection = self.connection, None
            self.forget()
            if connection is not None:
                with suppress(apsw.Error):
                    connection.close()

    def forget(self) -> None:
        """Drop what is kept of it in memory."""
        self.claims_of.cache_clear()
        self._sequences.clear()

    def rows(self, sql: str, **given: object) -> Iterator[tuple[Any, ...]]:
        """What stands in it, asked with named values. Raises apsw.Error; a closed one can tell nothing."""
        with self.turn:
            if self.connection is None:
                raise apsw.ConnectionClosedError("the index is closed")
            return iter(self.connection.execute(sql, given).fetchall())

    def at_sequence(self, recorded: int) -> AtSequence:
        """What all moments of knowledge share, as recorded at a ledger sequence."""
        key = (recorded, self.store.seq)
        with self.turn:
            if key not in self._sequences:
                if len(self._sequences) >= SEQUENCES:
                    self._sequences.clear()
                self._sequences[key] = AtSequence(partial(self.rows, seq=recorded))
            return self._sequences[key]

    def catch_up(self, resolver: Resolver, changed: int) -> bool:
        """Take in what was recorded since; True when all of the record is in the index.

        `changed`: the ledger sequence at which the user's own places last changed. A damaged index is made
        anew once. Raises StoreError when the record itself cannot be read.
        """
        with self.turn:
            for _ in range(2):
                if self.connection is None:
                    return False
                try:
                    self._catch_up(self.connection, resolver, changed)
                    return True
                except (apsw.NotADBError, apsw.CorruptError, apsw.SQLError, apsw.ConstraintError, ValueError):
                    self._anew()
                except (apsw.Error, OSError):
                    self.close()
            return False

    def _anew(self) -> None:
        self.close()
        with suppress(apsw.Error, OSError):
            if self._path is not None:
                remove_index(self._path)
            self.connection = connect_index(self._path)

    def _catch_up(self, connection: apsw.Connection, resolver: Resolver, changed: int) -> None:
        newest = self.store.seq
        name = f"{method_name(resolver.gazetteer)} {changed}"
        while not self._is_of(connection, name, newest):
            connection.execute("BEGIN IMMEDIATE")
            try:
                if not self._is_of(connection, name, newest):  # another process may have been first
                    self._step(connection, resolver, name, newest)
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def _is_of(self, connection: apsw.Connection, name: str, newest: int) -> bool:
        about = dict(connection.execute("SELECT name, value FROM about"))
        reached = int(about.get("seq", -1))
        return about.get("method") == name and reached >= newest and self._same_record(about, reached)

    def _same_record(self, about: dict[str, str], reached: int) -> bool:
        return about.get("stamp") == self.store.stamp(reached)

    def _step(self, connection: apsw.Connection, resolver: Resolver, name: str, newest: int) -> None:
        about = dict(connection.execute("SELECT name, value FROM about"))
        marks = _marks(about)
        if about.get("method") != name or marks.seq > newest or not self._same_record(about, marks.seq):
            for table in (*TABLES, *OF_REPORT, "named", "about", "page"):
                connection.execute(f"DELETE FROM {table}")
            self.forget()
            marks = Marks()
        touched = self.store.touched(marks, min(newest, marks.seq + STEP))
        for report, seqs in touched.reports.items():
            for seq in seqs:
                self._take(connection, resolver, report, seq)
        for report in touched.purged:
            drop_report(connection, report)
            self.forget()
        reached = {"method": name, "seq": touched.marks.seq, "stamp": self.store.stamp(touched.marks.seq)}
        for key, value in (reached | dict(touched.marks.rows)).items():
            connection.execute("INSERT OR REPLACE INTO about VALUES (?, ?)", (key, str(value)))

    def _take(self, connection: apsw.Connection, resolver: Resolver, report: int, seq: int) -> None:
        version = self.store.version(report, seq)
        if version is None:
            drop_report(connection, report)
            return
        sql = "SELECT id, state FROM reading WHERE report = ? AND until_seq = ?"
        before = connection.execute(sql, (report, FOREVER)).fetchone()
        if before is not None:
            if before[1] == version.state:
                return
            connection.execute("UPDATE reading SET until_seq = ? WHERE id = ?", (seq, before[0]))
        else:
            insert_story(connection, report, version.recorded.report)
        read = resolver.read(version.recorded, latest(one.judgement for one in version.judgements))
        _insert(connection, _insert_reading(connection, version, report, seq), version, read)


def _marks(about: dict[str, str]) -> Marks:
    start = Marks()
    rows = tuple((table, int(about.get(table, 0))) for table, _ in start.rows)
    return Marks(int(about.get("seq", 0)), rows)


def _insert_reading(connection: apsw.Connection, version: Version, report: int, seq: int) -> int:
    published = version.recorded.report.published
    day = published.day.isoformat() if published is not None else None
    extraction = version.recorded.extraction
    key = extraction.report if extraction is not None else version.recorded.report.key
    connection.execute(
        "INSERT INTO reading (report, key, known, day, from_seq, until_seq, state) VALUES (?,?,?,?,?,?,?)",
        (report, key, micros(version.recorded.known_from), day, seq, FOREVER, version.state),
    )
    return connection.last_insert_rowid()


def _insert(connection: apsw.Connection, reading: int, version: Version, read: Read) -> None:
    known = micros(version.recorded.known_from)
    at: dict[str, list[ResolvedClaim]] = defaultdict(list)
    for claim in read.claims:
        if claim.place is not None or claim.place_name:
            at[place_key(claim)].append(claim)
    told = [
        (
            place,
            min(micros(one.known_from) for one in claims),
            max(micros(one.known_from) for one in claims),
            reading,
            _name(claims),
            claims_to_body(claims),
        )
        for place, claims in at.items()
    ]
    silent = [(one.place.id, known, reading, silence_to_body(one)) for one in read.silences if one.place]
    back = [(one.place, micros(one.known_from), reading, back_to_body(one)) for one in read.retractions]
    for table, rows in (
        ("told", told),
        ("nowhere", _nowhere(read, reading)),
        ("silent", silent),
        ("back", back),
        ("change", _changes(read, reading)),
    ):
        _insert_rows(connection, table, rows)
    named = {(fold(one.name), one.id, one.name, one.country or "") for one in _places(read.claims)}
    connection.executemany("INSERT OR IGNORE INTO named VALUES (?, ?, ?, ?)", sorted(named))


def _nowhere(read: Read, reading: int) -> list[Row]:
    claims = [one for one in read.claims if one.place is None and not one.place_name]
    silences = [(at, one) for at, one in enumerate(read.silences) if one.place is None]
    return [(reading, nowhere_to_body(claims, silences))] if claims or silences else []


def _insert_rows(connection: apsw.Connection, table: str, rows: Sequence[Row]) -> None:
    if rows:
        marks = ",".join("?" * len(rows[0]))
        connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)


def _places(claims: Iterable[ResolvedClaim]) -> Iterator[Place]:
    return (claim.place for claim in claims if claim.place is not None)


def _name(claims: Sequence[ResolvedClaim]) -> str | None:
    return next((place.name for place in _places(claims)), None)


def _changes(read: Read, reading: int) -> list[Row]:
    found = [(claim, claim.place, change_of(claim)) for claim in read.claims]
    return [
        (change[0], change[1].key, change[2].isoformat(), micros(claim.known_from), reading, place.id)
        for claim, place, change in found
        if place is not None and change is not None
    ]  # fmt: skip
