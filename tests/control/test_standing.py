"""A place that is told to be contested stays so until something else is told; fighting alone ends."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from factories import GOVERNMENT, KUNDUZ, TALIBAN, make_resolved

from whoholds.control import Question, Setting, assess_control
from whoholds.control.case import prepare
from whoholds.control.chain import run
from whoholds.control.standing import standing
from whoholds.picture import ControlState, ResolvedClaim

DAY = date(2021, 6, 1)
MOVING = tuple((DAY + timedelta(days=days), 0.8) for days in range(-60, 120, 10))


def told(kind: str, days: int, outlet: str = "A table", **given: object) -> ResolvedClaim:
    on = DAY + timedelta(days=days)
    return make_resolved(kind, day=on, published=on, outlet=outlet, **given)


def contested(days: int, outlet: str = "A table") -> ResolvedClaim:
    return told("hold", days, outlet, actor="Contested")


BEFORE = told("hold", -60, actor=GOVERNMENT)


def state(claims: list[ResolvedClaim], days: int, *, moving: bool = False) -> ControlState:
    setting = Setting(GOVERNMENT, MOVING if moving else ())
    return assess_control(KUNDUZ, claims, Question(DAY + timedelta(days=days), None), setting)


@pytest.mark.parametrize(("moving", "last"), [(False, 180), (True, 45)])
def test_it_stands_until_it_is_stale(last: int, *, moving: bool) -> None:
    claims = [BEFORE, contested(0)]
    for days in (0, 7, 21, last):
        assert state(claims, days, moving=moving).status == "contested", days
    assert state(claims, last + 1, moving=moving).unknown_reason == "stale"


def test_fighting_alone_fades() -> None:
    claims = [
        BEFORE,
        *(told("clash", days, outlet, ongoing=True) for days in (0, 1) for outlet in ("A", "B", "C")),
    ]
    assert state(claims, 1, moving=True).status == "contested"
    assert state(claims, 21, moving=True).status != "contested"


def test_it_ends_when_the_same_voice_says_otherwise_and_stands_when_another_one_does() -> None:
    claims = [BEFORE, contested(0), told("hold", 10, actor=TALIBAN)]
    assert state(claims, 9).status == "contested"
    assert state(claims, 10).holder == TALIBAN
    other = [BEFORE, contested(0), told("hold", 10, "The Post", actor=GOVERNMENT, claimer="a trader")]
    assert state(other, 40).contested > 0.2


def test_a_capture_told_by_others_is_heard_all_the_same() -> None:
    claims = [BEFORE, contested(0), *(told("capture", 10, outlet) for outlet in ("The Post", "The Sun"))]
    assert state(claims, 11).holder == TALIBAN


def test_who_calls_it_contested_contradicts_every_holder_and_no_contested_place() -> None:
    claims = [told("capture", 0, outlet) for outlet in ("A", "B", "C")] + [contested(1)]
    assert [state(claims, 1).holder, state(claims, 1).reported] == [TALIBAN, (claims[-1].id,)]
    assert state([BEFORE, contested(1)], 1).reported == ()


def test_the_stretches_are_joined_over_voices() -> None:
    claims = [contested(0), contested(20), contested(5, "B"), told("hold", 8, "B", actor=TALIBAN)]
    case = prepare(KUNDUZ, claims, None, Setting(GOVERNMENT))
    first, end = DAY, DAY + timedelta(days=201)
    assert standing(case.rows, case.voices, case.chain.clock, case.chain.table) == ((first, end),)
    assert case.chain.turns == (first, end)


def test_days_that_are_asked_about_between_change_nothing() -> None:
    case = prepare(KUNDUZ, [BEFORE, contested(0)], None, Setting(GOVERNMENT, MOVING))
    asked = DAY + timedelta(days=60)
    between = [DAY + timedelta(days=days) for days in (3, 20, 44, 46, 50)]
    alone = run(case.chain, case.rows, [asked]).smoothed[asked]
    assert run(case.chain, case.rows, [*between, asked]).smoothed[asked] == pytest.approx(alone)


def test_a_side_that_calls_it_contested_says_that_it_still_fights() -> None:
    said = told("hold", 0, actor="contested", claimer="a spokesman", side=GOVERNMENT)
    assert (
        "told by one of the sides (ratio 2)"
        in prepare(KUNDUZ, [said], None, Setting(GOVERNMENT)).rows[0].evidence.reason
    )
