"""Fits and grades: recorded with their sequences, counted by their cut-offs, opened in older records."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import apsw
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nouns import FIRST, Clock, kunduz

from whoholds.errors import InputError, StoreError
from whoholds.store import Store
from whoholds.store.schema import FORMAT
from whoholds.trust import LETTERS, Cell, Fit, Grade, grades_in_force

CELLS = (
    Cell("own_gain", "own", "takes", 2.5, 0.5, 3, 1.93),
    Cell("reporter", "neutral", "holds", 0.0, 1.0, 1, 8.2),
)


def day(number: int) -> datetime:
    return datetime(2021, 8, number, tzinfo=UTC)


def test_what_was_learnt_comes_back_with_its_entry() -> None:
    with Store.in_memory(clock=Clock()) as store:
        assert store.add_fit(Fit(day(9), CELLS))
        (one,) = store.fits()
        assert (one.fit, one.seq, one.at) == (Fit(day(9), CELLS), 1, FIRST)
        assert not store.add_fit(Fit(day(9), CELLS))
        assert store.add_fit(Fit(day(9), CELLS[:1]))
        assert store.seq == 2
        assert store.fits(recorded=0) == ()


def test_the_fit_that_counts_is_the_newest_by_its_cut_off() -> None:
    with Store.in_memory() as store:
        for number in (9, 20, 14):
            store.add_fit(Fit(day(number), CELLS))
        store.add_fit(Fit(day(14), CELLS[:1]))
        counts = {number: store.record(as_of=day(number)).fit for number in (8, 9, 13, 14, 19, 20, 25)}
        found = {number: fit.until.day if fit else None for number, fit in counts.items()}
        assert found == {8: None, 9: 9, 13: 9, 14: 14, 19: 14, 20: 20, 25: 20}
        assert counts[14] == Fit(day(14), CELLS[:1])
        assert store.record().fit == Fit(day(20), CELLS)
        assert store.record(as_of=day(25), recorded=1).fit == Fit(day(9), CELLS)
        assert store.record(recorded=0).fit is None


def test_grades_are_a_pile_for_each_claimer() -> None:
    with Store.in_memory() as store:
        for letter in ("E", "B", "undo", "C"):
            assert store.add_grade(Grade("a spokesman", letter, f"because {letter}", "analyst"))
        assert store.add_grade(Grade("the Wire", "A", "checked"))
        assert not store.add_grade(Grade("the Wire", "A", "checked again"))
        told = [one.grade for one in store.grades()]
        assert [one.letter for one in told] == ["E", "B", "undo", "C", "A"]
        assert grades_in_force(told) == {"a spokesman": "C", "the Wire": "A"}
        assert grades_in_force(told[:3]) == {"a spokesman": "E"}
        assert [len(store.record(recorded=seq).grades) for seq in range(store.seq + 1)] == [0, 1, 2, 3, 4, 5]


@pytest.mark.parametrize("letters", [["undo"], ["A", "undo", "undo"], ["G"], ["a"]])
def test_what_cannot_be_recorded(letters: list[str]) -> None:
    with Store.in_memory() as store:
        for letter in letters[:-1]:
            store.add_grade(Grade("a spokesman", letter, "why"))
        before = store.health().rows
        with pytest.raises(InputError):
            store.add_grade(Grade("a spokesman", letters[-1], "why"))
        assert store.health().rows == before


@given(st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from((*LETTERS, "undo"))), max_size=12))
def test_any_order_of_grades_ends_as_a_pile_does(given_grades: list[tuple[str, str]]) -> None:
    piles: dict[str, list[str]] = {"a": [], "b": []}
    with Store.in_memory() as store:
        for claimer, letter in given_grades:
            try:
                new = store.add_grade(Grade(claimer, letter, "why"))
            except InputError:
                assert not piles[claimer]
                continue
            if letter == "undo":
                piles[claimer].pop()
            elif new:
                piles[claimer].append(letter)
        found = grades_in_force(one.grade for one in store.grades())
    assert found == {claimer: pile[-1] for claimer, pile in piles.items() if pile}


def second_format(path: Path) -> None:
    """A record as it was before fits and grades."""
    with Store.open(path, write=True) as store:
        store.add_report(kunduz())
        store.pin("rules/1")
    connection = apsw.Connection(str(path))
    connection.execute("DROP TABLE fit; DROP TABLE grade; PRAGMA user_version = 2")
    connection.close()


def test_an_older_record_opens_for_reading_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "record.whoholds"
    second_format(path)
    with Store.open(path) as store:
        record, health = store.record(), store.health()
        assert (len(record.reports), record.fit, record.grades, store.fits(), store.grades()) == (
            1,
            None,
            (),
            (),
            (),
        )
        assert (health.format, health.integrity) == (2, "ok")
        assert "fit" not in health.rows
        store.backup(tmp_path / "copy.whoholds")
    with sqlite3.connect(path) as same:
        assert same.execute("PRAGMA user_version").fetchone() == (2,)


def test_an_older_record_is_brought_up_to_date_by_writing(tmp_path: Path) -> None:
    path = tmp_path / "record.whoholds"
    second_format(path)
    with Store.open(path, write=True) as store:
        before = store.record().reports
        store.add_fit(Fit(day(9), CELLS))
        store.add_grade(Grade("a spokesman", "E", "never right"))
        health = store.health()
        assert (health.format, health.integrity, health.rows["fit"]) == (FORMAT, "ok", 1)
        assert store.record().reports == before


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("UPDATE fit SET body = '[]'", "row 1 of fit"),
        ("UPDATE fit SET body = '[[1]]'", "fit of ledger entry 1"),
        ("UPDATE grade SET letter = 'A'", "row 1 of grade"),
        ("DELETE FROM grade", "row 1 of grade is gone"),
    ],
)
def test_a_change_behind_the_back_is_seen(tmp_path: Path, change: str, says: str) -> None:
    path = tmp_path / "record.whoholds"
    with Store.open(path, write=True) as store:
        store.add_fit(Fit(day(9), CELLS))
        store.add_grade(Grade("a spokesman", "E", "never right"))
    connection = apsw.Connection(str(path))
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")]
    for name in names:
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute(change)
    connection.close()
    with Store.open(path) as store:
        assert says in store.health().integrity


def test_a_fit_needs_a_zone(tmp_path: Path) -> None:
    with Store.in_memory() as store, pytest.raises(InputError, match="time zone"):
        store.add_fit(Fit(datetime(2021, 8, 9) + timedelta(0), ()))
    with pytest.raises(StoreError), Store.open(tmp_path / "none.whoholds") as store:
        store.fits()
