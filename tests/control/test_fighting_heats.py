"""A place that is fought over is in a moving war, though nothing changes hands."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from factories import GOVERNMENT, KUNDUZ, TALIBAN, make_resolved

from whoholds.control import Question, Setting, assess_control
from whoholds.control.case import prepare
from whoholds.model import Precision
from whoholds.picture import ResolvedClaim

JUNE = date(2021, 6, 1)
SETTING = Setting(government=GOVERNMENT)


def fight(day: int, precision: Precision = Precision.EXACT) -> ResolvedClaim:
    on = JUNE + timedelta(days=day)
    return make_resolved(
        "clash", actor=None, outlet=f"Outlet {day}", day=on, published=on, precision=precision
    )


def hold(outlet: str) -> ResolvedClaim:
    return make_resolved("hold", actor=TALIBAN, outlet=outlet, day=JUNE, published=JUNE)


def test_weeks_of_fighting_are_not_answered_for_half_a_year() -> None:
    fights = [fight(2 * number) for number in range(14)]
    soon, late = (
        assess_control(KUNDUZ, fights, Question(on), SETTING) for on in (date(2021, 6, 29), date(2021, 10, 1))
    )
    assert soon.status == "contested"
    assert (late.status, late.unknown_reason) == ("unknown", "stale")
    assert late.contested < 0.3


@pytest.mark.parametrize("precision", [Precision.EXACT, Precision.NEAR, Precision.PART])
def test_a_hold_with_fighting_after_it_is_stale_sooner(precision: Precision) -> None:
    holds = [hold("A"), hold("B")]
    fought = [*holds, *(fight(day, precision) for day in (3, 5, 6))]
    on = Question(date(2021, 11, 20))
    assert assess_control(KUNDUZ, holds, on, SETTING).status == "held"
    assert assess_control(KUNDUZ, fought, on, SETTING).unknown_reason == "stale"


def test_fighting_beside_it_heats_less_and_both_cool() -> None:
    clocks = [
        prepare(KUNDUZ, [fight(0, one)], None, SETTING).chain.clock
        for one in (Precision.EXACT, Precision.NEAR)
    ]
    inside, beside = (clock.heat(JUNE) for clock in clocks)
    assert inside > beside > 0
    assert clocks[0].heat(JUNE + timedelta(days=120)) < inside / 4
