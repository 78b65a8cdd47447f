"""Who has just lost a place is likelier to come back than anybody else is to come."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from factories import GOVERNMENT, KUNDUZ, TALIBAN, make_resolved, of_government, of_taliban

from whoholds.control import Question, Setting, assess_control
from whoholds.control.case import prepare
from whoholds.control.table import control_table
from whoholds.picture import ResolvedClaim

DAY = date(2021, 8, 1)
SETTING = Setting(government=GOVERNMENT)
CHANGE = control_table().flow.change
TWICE = 1 - (1 - CHANGE) ** control_table().time.back


def took(party: str, days: int, outlet: str, **given: Any) -> ResolvedClaim:
    day = DAY + timedelta(days=days)
    return make_resolved(actor=party, outlet=outlet, day=day, published=day, **given)


def flow_of_last(*claims: ResolvedClaim) -> float:
    return prepare(KUNDUZ, claims, None, SETTING).rows[-1].flow


@pytest.mark.parametrize(
    ("party", "days", "flow"),
    [(GOVERNMENT, 5, TWICE), (GOVERNMENT, 14, TWICE), (GOVERNMENT, 15, CHANGE), ("ISIS", 5, CHANGE)],
)
def test_a_change_back_moves_faster_for_some_days(party: str, days: int, flow: float) -> None:
    claims = took(TALIBAN, 0, "A"), took(party, days, "B")
    assert flow_of_last(*claims) == pytest.approx(flow)


def test_what_only_the_taker_tells_of_is_no_loss() -> None:
    boast = took(TALIBAN, 0, "A", **of_taliban())
    assert flow_of_last(boast, took(GOVERNMENT, 5, "B")) == pytest.approx(CHANGE)


def test_who_lost_it_before_the_last_loser_is_as_anybody() -> None:
    claims = took(TALIBAN, 0, "A"), took("ISIS", 3, "B"), took(GOVERNMENT, 6, "C")
    assert flow_of_last(*claims) == pytest.approx(CHANGE)


def test_a_boast_of_the_recapture_is_believed_sooner_than_that_of_another() -> None:
    lost = took(TALIBAN, 0, "A", claimer="residents")
    back = took(GOVERNMENT, 6, "B", **of_government())
    late = took(GOVERNMENT, 30, "B", **of_government())
    first, second = (
        assess_control(KUNDUZ, [lost, one], Question(one.days.end or DAY), SETTING).holders[GOVERNMENT]
        for one in (back, late)
    )
    assert first > second
    assert first < 0.5  # no boast alone
