"""What was told long before the story at hand is history: it weighs nothing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from factories import GOVERNMENT, KUNDUZ, TALIBAN, make_resolved
from hypothesis import given
from hypothesis import strategies as st

from whoholds.control import Question, Setting, assess_control
from whoholds.control.table import control_table
from whoholds.picture import ControlState, ResolvedClaim

NINTH = date(2021, 8, 9)
STORY = control_table().time.story_days
TAKEN = make_resolved(id="taken", day=NINTH)


def state_of(*claims: ResolvedClaim, on: date = NINTH) -> ControlState:
    return assess_control(KUNDUZ, claims, Question(on), Setting(government=GOVERNMENT))


def fought(days_before: int) -> ResolvedClaim:
    return make_resolved("clash", id="old", day=NINTH - timedelta(days=days_before), claimer="residents")


@given(st.integers(STORY + 5, 4000), st.integers(0, 200))
def test_a_claim_of_an_older_story_changes_nothing(age: int, later: int) -> None:
    on = NINTH + timedelta(days=later)
    state, alone = state_of(fought(age), TAKEN, on=on), state_of(TAKEN, on=on)
    assert state.holders == pytest.approx(alone.holders, abs=1e-4)  # what is left of the heat of a year ago
    assert [term.claim for term in state.terms] == [term.claim for term in alone.terms]
    assert {row.claim for row in state.evidence} == {"taken"}


def test_a_claim_of_this_story_counts() -> None:
    state = state_of(fought(STORY - 5), TAKEN)
    assert "old" in [term.claim for term in state.terms]
    assert {row.claim for row in state.evidence} == {"old", "taken"}


def test_on_a_day_of_the_older_story_that_one_counts_and_the_newer_does_not() -> None:
    on = NINTH - timedelta(days=STORY + 30)
    old = make_resolved(id="old", day=on)
    state = state_of(old, TAKEN, on=on)
    assert state.holders == pytest.approx(state_of(old, on=on).holders)
    assert {row.claim for row in state.evidence} == {"old"}
    assert state.holder == TALIBAN


def test_the_days_before_the_newer_story_belong_to_it() -> None:
    old = make_resolved("hold", id="old", actor=TALIBAN, day=NINTH - timedelta(days=3 * STORY))
    on = NINTH - timedelta(days=10)
    state = state_of(old, TAKEN, on=on)
    assert {row.claim for row in state.evidence} == {"taken"}
    assert all(term.claim is None for term in state.terms)


@given(st.sets(st.integers(1, 5 * STORY), max_size=4))
def test_days_asked_about_beside_change_no_answer(asked: set[int]) -> None:
    from whoholds.control.case import prepare
    from whoholds.control.chain import run

    case = prepare(KUNDUZ, [fought(2 * STORY), TAKEN], None, Setting(government=GOVERNMENT))
    days = [NINTH - timedelta(days=days) for days in asked if days < 2 * STORY]
    alone = run(case.chain, case.rows, [NINTH]).smoothed[NINTH]
    assert run(case.chain, case.rows, [NINTH, *days]).smoothed[NINTH] == pytest.approx(alone)
