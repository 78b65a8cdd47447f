"""Rows are never changed and never removed, whoever asks, except that a purge blanks."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import apsw
import pytest
from nouns import kunduz, read_in

from whoholds.errors import InputError, NotFoundError
from whoholds.model import Judgement, Place, Verdict
from whoholds.store import Store
from whoholds.trust import Fit, Grade

TABLES = {
    "batch": "kind = 'other'",
    "text": "body = NULL",
    "report": "outlet = 'other'",
    "report_date": "day = '2020-01-01'",
    "extraction": "extractor = 'other'",
    "claim": "body = ''",
    "extraction_claim": "position = 9",
    "judgement": "verdict = 'accept'",
    "pin": "extractor = 'other'",
    "fit": "until = 0",
    "grade": "letter = 'F'",
    "place": "body = '{}'",
    "place_merge": "into_ = 'other'",
    "tombstone": "reason = 'other'",
    "trace": "mark = 0",
    "fingerprint": "hash = x'00'",
}


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record with at least one row in every table."""
    path = tmp_path / "kunduz.whoholds"
    with Store.open(path, write=True) as store:
        report, gone = kunduz(), kunduz("A text that was purged later.")
        for each in (report, gone):
            store.add_report(each)
            store.add_extraction(read_in(each))
        store.add_judgement(Judgement(read_in(report).claims[0].key, Verdict.REJECT, "wrong"))
        store.pin("rules/1")
        store.add_fit(Fit(datetime(2021, 8, 9, tzinfo=UTC), ()))
        store.add_grade(Grade("a spokesman", "E", "never right"))
        store.add_places([Place("user:a", "A", "settlement", 1.0, 2.0)])
        store.merge_places("user:a", "gn:1")
        store.purge(gone.key, "asked by the author")
    return path


@pytest.mark.parametrize("table", TABLES)
def test_rows_cannot_be_removed_or_changed(record: Path, table: str) -> None:
    connection = apsw.Connection(str(record))
    assert connection.execute(f"SELECT count(*) FROM {table}").get > 0
    for sql in (f"DELETE FROM {table}", f"UPDATE {table} SET {TABLES[table]}"):
        with pytest.raises(apsw.ConstraintError, match="append-only"):
            connection.execute(sql)


def test_every_table_is_guarded(record: Path) -> None:
    connection = apsw.Connection(str(record))
    sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'report_words%'"
    names = {name for (name,) in connection.execute(sql)} - {"sqlite_sequence"}
    assert {name for name in names if not name.startswith("sqlite_stat")} == set(TABLES)


def test_a_purge_blanks_and_leaves_word_of_itself(record: Path) -> None:
    text = "Zqxj fled the village of Vwkp before dawn."
    with Store.open(record, write=True) as store:
        report = kunduz(text, title="Zqxj fled")
        store.add_report(report)
        store.add_extraction(read_in(report))
        rows = store.health().rows
        purged = store.purge(report.key, "asked by the family")
        assert (purged.text_gone, purged.same_text) == (True, ())
        after = store.health()
        assert after.integrity == "ok"
        assert {**rows, "tombstone": 2, "batch": rows["batch"] + 1} == dict(after.rows)
        assert report.key not in {found.report.key for found in store.record().reports}
        assert report.key not in {found.report.key for found in store.record(recorded=after.seq - 1).reports}
        assert store.search("zqxj") == ()
        with pytest.raises(NotFoundError):
            store.report(report.key)
        with pytest.raises(NotFoundError):
            store.add_judgement(Judgement(read_in(report).claims[0].key, Verdict.ACCEPT, "seen"))
    everything = b"".join(path.read_bytes() for path in record.parent.iterdir()).lower()
    assert b"zqxj" not in everything
    assert b"asked by the family" in everything


def test_what_was_purged_is_not_taken_in_again(record: Path) -> None:
    gone = kunduz("A text that was purged later.")
    with Store.open(record, write=True) as store:
        before = store.health().rows
        assert store.add_report(gone).purged
        assert store.add_report(kunduz(gone.text, outlet="Another")).purged
        assert not store.add_extraction(read_in(gone, "rules/2"))
        assert store.health().rows == before


def test_a_text_that_another_outlet_printed_stays_with_that_outlet(record: Path) -> None:
    with Store.open(record, write=True) as store:
        other = store.add_report(kunduz(outlet="Another")).key
        purged = store.purge(kunduz().key, "asked by the outlet")
        assert (purged.text_gone, purged.same_text) == (False, (other,))
        assert [found.report.key for found in store.record().reports] == [other]
        assert store.search("kunduz") == (other,)
        assert store.purge(other, "asked by the outlet").text_gone


@pytest.mark.parametrize(("key", "reason"), [("0" * 16, "asked"), (kunduz().key, " ")])
def test_a_purge_needs_a_report_and_a_reason(record: Path, key: str, reason: str) -> None:
    with Store.open(record, write=True) as store, pytest.raises((InputError, NotFoundError)):
        store.purge(key, reason)
