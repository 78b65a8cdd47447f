"""Answers out of the index are those out of the whole record, whatever was recorded, in whatever order, and
whenever the index was kept, deleted, damaged or made anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from random_records import FIRST, NAMES, STORIES, TEXTS, Act, a_report, acts, added, fitted, read

import whoholds
from whoholds.control.records import claimer_records
from whoholds.database import Database
from whoholds.database.answers import Answers
from whoholds.database.claimers_asked import _tried
from whoholds.database.lookup import find_place
from whoholds.database.view import View
from whoholds.errors import NotFoundError
from whoholds.index import ReadsInIndex
from whoholds.index.known import FromAll
from whoholds.model import (
    Published,
    Report,
)
from whoholds.party_list import use_parties_of
from whoholds.pipeline import Resolved, Resolver, ingest, own_gazetteer, resolve_record
from whoholds.stories import is_copy, sketch_of
from whoholds.trust import Grade

PHASES = (Phase.explicit, Phase.reuse, Phase.generate)  # to make a failing case smaller takes minutes


def from_scratch(database: Database, as_of: datetime | None, recorded: int) -> View:
    gazetteer = own_gazetteer(database.store, recorded=recorded)
    return View(
        FromAll(resolve_record(database.store, Resolver(gazetteer), as_of=as_of, recorded=recorded)),
        gazetteer,
    )


def out_of_index(database: Database, as_of: datetime | None, recorded: int) -> Resolved:
    """The whole record, of which no report is resolved."""
    known = ReadsInIndex(database._index, recorded).read
    reads = {
        one.report.key: known(one.report.key) for one in database.store.record(recorded=recorded).reports
    }
    assert None not in reads.values()
    resolver = Resolver(own_gazetteer(database.store, recorded=recorded))
    return resolve_record(database.store, resolver, as_of=as_of, recorded=recorded, reads=reads.get)


def told(answers: Answers, name: str, on: date | None) -> object:
    """All that is answered about a name: the place, the state, its claims, who is silent, the setting."""
    try:
        reading = find_place(name, answers.gazetteer, answers.known)
    except NotFoundError as error:
        return str(error)
    day = on or answers.last_day
    return (
        reading,
        answers.last_day,
        answers.answer(reading.place, day),
        answers.claims_at(reading.place),
        answers.history(reading.place, day),
        set(answers.known.countries()),
        set(answers.known.names()),
    )


def check(database: Database) -> int:
    """Every question out of the index and from scratch; how many were out of the index."""
    newest, indexed = database.store.seq, 0
    moments = [None, *(datetime(2021, 8, day, 20, tzinfo=UTC) for day in (4, 7, 10, 30))]
    for recorded in {newest, newest // 2, max(0, newest - 1)}:
        for as_of in moments:
            found = database._indexed(as_of, recorded)
            if found is None:
                assert recorded < database.store.places_changed()
                continue
            indexed += 1
            whole = from_scratch(database, as_of, recorded)
            assert out_of_index(database, as_of, recorded) == whole.resolved
            assert claimer_records(_tried(found)) == claimer_records(_tried(whole))
            assert found.known.last_told() == whole.known.last_told()
            for name in NAMES:
                assert told(found, name, None) == told(whole, name, None)
                assert told(found, name, FIRST) == told(whole, name, FIRST)
    return indexed


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck), phases=PHASES)
@given(st.lists(acts, min_size=3, max_size=14))
def test_the_index_answers_as_the_record_does(steps: list[Act]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "war.whoholds"
        with whoholds.open(path) as database:
            for act in steps:
                act(database, path)
            assert check(database) > 0
        with whoholds.open(path, write=False) as database:
            if database.store.seq:
                assert check(database) > 0


@pytest.mark.parametrize("where", ["told", "reading"])
def test_a_changed_row_of_the_index_changes_no_answer(tmp_path: Path, where: str) -> None:
    path = tmp_path / "war.whoholds"
    with whoholds.open(path) as database:
        list(ingest([a_report(0, 0, 4)], database.store, extractor=read))
        before = database.control("Kunduz")
        connection = database._index.connection
        assert connection is not None
        if where == "told":
            connection.execute(
                "UPDATE told SET body = cast(substr(body, 1, length(body) - 9) || 'changed..' AS BLOB)"
            )
        else:
            connection.execute("DROP TABLE reading")
    with whoholds.open(path) as database:
        assert database.control("Kunduz") == before
        assert database.control("Kunduz") == before


def test_the_stories_of_the_random_records_copy_each_other_in_a_chain() -> None:
    sketches = [sketch_of(text) for text in STORIES]
    alike = {(a, b) for a in range(3) for b in range(3) if a < b and is_copy(sketches[a], sketches[b])}
    assert alike == {(0, 1), (1, 2)}


def test_whose_story_a_report_is_does_not_hang_on_the_index(tmp_path: Path) -> None:
    with whoholds.open(tmp_path / "war.whoholds") as database:
        for story, outlet, day in ((2, 1, 7), (1, 0, 6), (3, 1, 8)):
            added(len(TEXTS) + story, outlet, day)(database, tmp_path)
        (last,) = database.claims(place="Zaranj", type="hold", report=a_report(len(TEXTS) + 2, 1, None).key)
        assert last.credited == "AFP"
        added(len(TEXTS), None, 5)(database, tmp_path)  # now the one copied is a copy itself
        (last,) = database.claims(place="Zaranj", type="hold", report=a_report(len(TEXTS) + 2, 1, None).key)
        assert last.credited is None
        assert {one.credited for one in database.claims(place="Kunduz", type="capture")} == {
            None, "Reuters", a_report(len(TEXTS), None, None).key,
        }  # fmt: skip
        assert not database._views  # all of it out of the index
        assert check(database) > 0


def test_grades_and_what_was_learnt_count_out_of_the_index(tmp_path: Path) -> None:
    with whoholds.open(tmp_path / "war.whoholds") as database:
        added(1, 1, 4)(database, tmp_path)
        plain = database.control("Zaranj")
        share = plain.state.holders["Taliban"]
        database.store.add_grade(Grade("Taliban", "E", "seen"))
        doubted = database.control("Zaranj")
        assert doubted.state.holders.get("Taliban", 0.0) < share  # who is no evidence names no party
        database.store.add_grade(Grade("Taliban", "undo", "not so"))
        assert database.control("Zaranj").state.holders["Taliban"] == share
        assert database.control("Zaranj", recorded=doubted.state.recorded) == replace(doubted, partial=True)
        fitted(6, "own_gain", 9.0)(database, tmp_path)
        assert database.control("Zaranj").state.holders["Taliban"] > share
        assert database.control("Zaranj", as_of="2021-08-10").state.method == plain.state.method
        assert not database._views
        assert check(database) > 0


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Path]:
    """A file of a party of one's own, forgotten after the test."""
    file = tmp_path / "parties.toml"
    file.write_text(
        '[[party]]\nname = "Guard of the River"\naliases = ["River Guard"]\n'
        'kind = "rebels"\ncountries = ["AF"]\n',
        encoding="utf-8",
    )
    yield file
    use_parties_of(None)


def test_parties_of_ones_own_count_out_of_the_index(tmp_path: Path, own: Path) -> None:
    with whoholds.open(tmp_path / "war.whoholds") as database:
        report = Report("The River Guard captured Kunduz on Sunday.", published=Published(FIRST))
        database.add(report)
        assert database.control("Kunduz").state.holder == "River Guard"  # in the report's words
        database.add_parties(own)
        assert database.control("Kunduz").state.holder == "Guard of the River"
        assert not database._views
        assert check(database) > 0
