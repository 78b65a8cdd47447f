"""The clocks: what is published or recorded later changes no earlier answer, whatever is recorded when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from time import perf_counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from random_records import FIRST, NAMES, OUTLETS, STORIES, TEXTS, a_report, read
from told import Telling, taken

from whoholds.database import ControlAnswer, Database, in_memory
from whoholds.errors import NotFoundError
from whoholds.model import Published, Report
from whoholds.pipeline import ingest

Printed = tuple[int, int, int]  # the text, the outlet, the day
PLACES = NAMES[:2]
printed = st.tuples(
    st.integers(0, len(TEXTS + STORIES) - 1), st.integers(0, len(OUTLETS) - 1), st.integers(0, 9)
)
records = st.lists(printed, min_size=1, max_size=8, unique_by=lambda one: one[:2])
slow = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))


def told(database: Database, rows: Sequence[Printed]) -> None:
    list(ingest([a_report(*row) for row in rows], database.store, extractor=read))


def answers(database: Database, as_of: date, recorded: int | None = None) -> list[ControlAnswer | str]:
    """All that is answered about two places, without how much was recorded."""
    found: list[ControlAnswer | str] = []
    for place in PLACES:
        try:
            answer = database.control(place, on=as_of, as_of=as_of, recorded=recorded)
        except NotFoundError as error:
            found.append(str(error))
            continue
        state = replace(answer.state, recorded=0)
        found.append(replace(answer, state=state, partial=False))
    return found


@slow
@given(records, st.integers(0, 9))
def test_what_is_published_later_changes_nothing_as_of_earlier(rows: list[Printed], cut: int) -> None:
    moment = FIRST + timedelta(days=cut)
    with in_memory() as whole, in_memory() as early:
        told(whole, rows)
        told(early, [row for row in rows if row[2] <= cut])
        assert answers(whole, moment) == answers(early, moment)


@slow
@given(records, records, st.integers(0, 9))
def test_what_is_found_late_changes_answers_only_under_a_new_sequence(
    rows: list[Printed], late: list[Printed], cut: int
) -> None:
    moment = FIRST + timedelta(days=cut)
    with in_memory() as database:
        told(database, rows)
        before, sequence = answers(database, moment), database.sequence()
        told(database, [row for row in late if row[:2] not in {one[:2] for one in rows}])
        assert answers(database, moment, recorded=sequence) == before
        with in_memory() as anew:
            told(anew, rows)
            told(anew, [row for row in late if row[:2] not in {one[:2] for one in rows}])
            assert answers(anew, moment) == answers(database, moment)


def test_a_report_found_late_does_change_the_answer(tell: Telling, database: Database) -> None:
    tell(taken(claimer="a spokesman", side="Taliban"), published="2021-08-09")
    old = database.control("Kunduz", on="2021-08-09", as_of="2021-08-09").state
    tell(taken(claimer="residents"), published="2021-08-09", outlet="Other")
    new = database.control("Kunduz", on="2021-08-09", as_of="2021-08-09").state
    assert new.holders["Taliban"] > old.holders["Taliban"]
    again = database.control("Kunduz", on="2021-08-09", as_of="2021-08-09", recorded=old.recorded)
    assert again.state == old


@slow
@given(records, st.sampled_from(STORIES), st.integers(0, 9))
def test_an_edited_article_changes_nothing_known_before_it_was_recorded(
    rows: list[Printed], text: str, cut: int
) -> None:
    moment, address = FIRST + timedelta(days=cut), "https://wire.example/1"
    first = Report(text, outlet="Wire", address=address, published=Published(FIRST))
    edited = replace(first, text=f"{text} The Taliban have taken Zaranj, the governor admitted.")
    with in_memory() as database:
        told(database, rows)
        list(ingest([first], database.store, extractor=read))
        before = answers(database, moment)
        list(ingest([edited], database.store, extractor=read))
        assert answers(database, moment) == before
        assert edited.key in {one.report.key for one in database.view().resolved.record.reports}


@slow
@given(records, st.integers(0, 9))
def test_only_a_fit_changes_the_method_and_only_from_its_cut_off_on(rows: list[Printed], cut: int) -> None:
    moment = FIRST + timedelta(days=cut)
    with in_memory() as database:
        names = set()
        for number in range(len(rows)):
            told(database, rows[: number + 1])
            names.add(database.view(as_of=moment).method)
        assert len(names) == 1
        learnt = database.fit(moment + timedelta(days=1))
        assert {database.view(as_of=moment).method} == names
        assert (database.view(as_of=moment + timedelta(days=1)).method in names) is (learnt is None)


def test_moments_are_told_apart_to_the_millisecond(database: Database) -> None:
    at = datetime(2021, 8, 9, 12, 0, 0, 123_000, tzinfo=UTC)
    report = Report("Taliban fighters captured Kunduz on Sunday, residents said.", outlet="Wire",
                    published=Published(at.date(), at))  # fmt: skip
    database.add(report)
    before = at - timedelta(milliseconds=1)
    assert database.control("Kunduz", as_of=at).state.holder == "Taliban"
    assert database.control("Kunduz", as_of=before).state.holder != "Taliban"
    assert not database.control("Kunduz", as_of="2021-08-09T12:00:00.122Z").claims
    assert database.control("Kunduz", as_of="2021-08-09T16:30:00.123+04:30").claims


def test_a_past_moment_is_answered_in_milliseconds(sample: Database) -> None:
    sample.control("Kunduz", as_of="2021-08-09")
    begun = perf_counter()
    for _ in range(20):
        sample.control("Kunduz", on="2021-08-09", as_of="2021-08-09")
    assert (perf_counter() - begun) / 20 < 0.05


def test_an_answer_is_given_by_the_method_that_is_named(sample: Database) -> None:
    named = sample.control("Kunduz", on="2021-08-09", as_of="2021-08-09").state
    again = sample.control("Kunduz", on=named.on, as_of=named.as_of, recorded=named.recorded,
                           method=named.method)  # fmt: skip
    assert again.state == named
    assert sample.controls(on="2021-08-09", method=named.method)


@pytest.mark.parametrize("question", ["one", "all"])
def test_another_method_is_refused_in_one_sentence(sample: Database, question: str) -> None:
    running, other = sample.control("Kunduz").state.method, "0fc00c606c9e6766"
    ask = sample.controls if question == "all" else partial(sample.control, "Kunduz")
    with pytest.raises(NotFoundError, match=f"'{other}' can be given: {running} is running") as caught:
        ask(method=other)
    assert "install the version that gave the old answer" in str(caught.value)
