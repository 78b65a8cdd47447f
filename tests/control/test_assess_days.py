"""Days: what is too old, what comes later, what dates a change."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from factories import (
    GOVERNMENT,
    KUNDUZ,
    TALIBAN,
    make_resolved,
    of_government,
    of_taliban,
)

from whoholds.control import Question, Setting, assess_control
from whoholds.model import Place
from whoholds.picture import ControlState, ResolvedClaim

NINTH = date(2021, 8, 9)
SETTING = Setting(government=GOVERNMENT)


def state_of(
    place: Place, *claims: ResolvedClaim, on: date = NINTH, setting: Setting = SETTING
) -> ControlState:
    return assess_control(place, claims, Question(on), setting)


@pytest.mark.parametrize(
    ("days", "status", "reason"),
    [(0, "leaning", None), (45, "leaning", None), (46, "unknown", "stale"), (150, "unknown", "stale")],
)
def test_silence_after_a_change_becomes_unknown(days: int, status: str, reason: str | None) -> None:
    state = state_of(KUNDUZ, make_resolved(), on=NINTH + timedelta(days=days))
    assert (state.status, state.unknown_reason) == (status, reason)


def test_no_evidence_is_unknown_for_that_reason() -> None:
    assert state_of(KUNDUZ).unknown_reason == "none"
    assert state_of(KUNDUZ, make_resolved("displacement")).unknown_reason == "none"


def baseline(**given: Any) -> ResolvedClaim:
    return make_resolved("hold", actor=GOVERNMENT, extractor="baseline", published=date(2021, 5, 1), **given)


@pytest.mark.parametrize(("days", "status"), [(0, "held"), (170, "held"), (181, "unknown")])
def test_a_baseline_that_nothing_contradicts_holds_within_the_quiet_horizon(days: int, status: str) -> None:
    state = state_of(KUNDUZ, baseline(), on=date(2021, 5, 1) + timedelta(days=days), setting=Setting())
    assert state.status == status


def test_a_baseline_gives_way_to_reports() -> None:
    state = state_of(KUNDUZ, baseline(), make_resolved())
    assert (state.status, state.holder) == ("leaning", TALIBAN)


def test_only_the_last_72_hours_are_reported() -> None:
    old = make_resolved(
        "hold", id="old", actor=GOVERNMENT, published=NINTH - timedelta(days=5), **of_government()
    )
    assert state_of(KUNDUZ, old, make_resolved()).reported == ()


@pytest.mark.parametrize(
    ("given", "told"), [({}, []), ({"ongoing": True}, ["fight"]), ({"outlet": "Evening Post"}, ["fight"])]
)
def test_fighting_after_which_its_own_sentence_says_who_holds_it_says_nothing_else(
    given: dict[str, Any], told: list[str]
) -> None:
    fight = make_resolved("clash", id="fight", **given)
    held = (make_resolved("hold", id=name, outlet=name) for name in ("Daily Wire", "A", "B"))
    state = state_of(KUNDUZ, *held, fight)
    assert (state.holder, list(state.reported)) == (TALIBAN, told)


def test_what_was_published_later_is_not_known() -> None:
    later = make_resolved(outlet="Evening Post", published=date(2021, 8, 12))
    as_of = datetime(2021, 8, 9, 20, tzinfo=UTC)
    question = Question(NINTH, as_of, 7, "m1")
    state = assess_control(KUNDUZ, [make_resolved(), later], question, SETTING)
    assert state == assess_control(KUNDUZ, [make_resolved()], question, SETTING)
    assert (state.as_of, state.recorded, state.method) == (as_of, 7, "m1")


def test_a_later_report_changes_the_belief_about_the_past() -> None:
    tenth = make_resolved(outlet="Evening Post", day=date(2021, 8, 8), published=date(2021, 8, 10))
    on = date(2021, 8, 8)
    assert state_of(KUNDUZ, on=on).holder is None
    assert state_of(KUNDUZ, tenth, on=on).holder == TALIBAN


def test_a_dated_change_dates_the_change() -> None:
    claims = [make_resolved(outlet=name, day=date(2021, 8, 8)) for name in ("A", "B", "C")]
    assert state_of(KUNDUZ, *claims, on=date(2021, 8, 7)).holder != TALIBAN
    assert state_of(KUNDUZ, *claims, on=date(2021, 8, 8)).holder == TALIBAN


def test_a_town_that_changes_hands_twice() -> None:
    taken = [make_resolved(outlet=name) for name in "AB"]
    retaken = [make_resolved(actor=GOVERNMENT, outlet=name, published=date(2021, 8, 20)) for name in "AB"]
    assert state_of(KUNDUZ, *taken, *retaken, on=date(2021, 8, 15)).holder == TALIBAN
    assert state_of(KUNDUZ, *taken, *retaken, on=date(2021, 8, 21)).holder == GOVERNMENT


def test_claims_of_later_days_stand_in_one_term() -> None:
    later = make_resolved("hold", id="later", published=date(2021, 8, 20))
    terms = state_of(KUNDUZ, make_resolved(id="now"), later).terms
    assert [term.claim for term in terms] == [None, "now", None, None]
    assert terms[-1].label == "later reports"
    assert terms[-1].nats > 0


@pytest.mark.parametrize(("day", "status"), [(date(2021, 4, 1), "held"), (date(2021, 5, 5), "leaning")])
def test_a_baseline_answers_what_was_claimed_before_it_and_not_after(day: date, status: str) -> None:
    claimed = make_resolved(published=day, **of_taliban())
    assert state_of(KUNDUZ, baseline(), claimed, on=date(2021, 5, 6)).status == status


@pytest.mark.parametrize(("day", "status"), [(2, "unknown"), (15, "unknown"), (29, "unknown"), (30, "held")])
def test_within_a_month_in_which_it_fell_nobody_tells_who_holds_it(day: int, status: str) -> None:
    """That it had not fallen before the month tells of nobody who held it in the month."""
    fell = [
        make_resolved(
            id=outlet,
            outlet=outlet,
            start=date(2021, 6, 1),
            end=date(2021, 6, 30),
            published=date(2021, 7, 2),
        )
        for outlet in "AB"
    ]
    state = assess_control(KUNDUZ, fell, Question(date(2021, 6, day)), Setting(government=GOVERNMENT))
    assert state.status == status
    assert state.origins > 0 or state.holder is None
