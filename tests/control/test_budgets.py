"""What families of claimers give at most, and what makes their allowance whole again."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from factories import GOVERNMENT, KUNDUZ, TALIBAN, make_resolved, of_government

from whoholds.control import Question, Setting, assess_control
from whoholds.control.case import prepare
from whoholds.control.evidence import Row
from whoholds.picture import ControlState, ResolvedClaim

DAY = date(2021, 8, 8)
SETTING = Setting(government=GOVERNMENT)


def told(party: str, days: int = 0, kind: str = "capture", **given: Any) -> ResolvedClaim:
    day = DAY + timedelta(days=days)
    given = {"claimer": "the Plains Monitor", "outlet": "Wire", **given}
    return make_resolved(kind, actor=party, published=day, id=f"{party} {kind} {days}", **given)


def rows(*claims: ResolvedClaim) -> list[Row]:
    return [row for row in prepare(KUNDUZ, claims, None, SETTING).rows if not row.not_yet]


def answer(*claims: ResolvedClaim) -> ControlState:
    return assess_control(KUNDUZ, claims, Question(DAY), SETTING)


BOASTS = [told(GOVERNMENT, days, **of_government()) for days in (-30, -20, -10)]
ADMITTED = told(TALIBAN, -5, **of_government())


def test_who_admits_the_loss_and_then_boasts_tells_of_something_new() -> None:
    again = told(GOVERNMENT, 0, **of_government())
    spent, whole = rows(*BOASTS, again)[-1], rows(*BOASTS, ADMITTED, again)[-1]
    assert spent.nats < 0.3
    assert whole.nats > 0.6


def test_it_is_new_only_once() -> None:
    later = [told(GOVERNMENT, days, **of_government()) for days in (0, 2, 4, 6)]
    found = [row.nats for row in rows(*BOASTS, ADMITTED, *later)[-4:]]
    assert sum(found) <= 1.4 + 1e-9


EARLIER = [
    [],
    [told(GOVERNMENT, -10, "hold")],
    [told(GOVERNMENT, -10)],
    [told(TALIBAN, -10)],
    [told(TALIBAN, -1)],
]


@pytest.mark.parametrize("earlier", EARLIER)
def test_a_loss_and_a_recapture_at_one_moment_leave_it_as_likely(earlier: list[ResolvedClaim]) -> None:
    both = [told(TALIBAN), told(GOVERNMENT)]
    lost, back = [row for row in rows(*earlier, *both) if row.day == DAY]
    assert lost.nats == pytest.approx(back.nats)
    before, after = answer(*earlier), answer(*earlier, *both)
    assert (before.explains == after.explains) or before.status == "unknown"


def test_who_admits_a_loss_in_one_breath_with_the_recapture_does_not_give_the_place_away() -> None:
    state = answer(told(TALIBAN, **of_government()), told(GOVERNMENT, **of_government()))
    assert state.holders[TALIBAN] < 0.5
    assert answer(told(TALIBAN, **of_government())).holders[TALIBAN] > 0.9


def test_the_words_still_put_one_of_them_last() -> None:
    back = told(GOVERNMENT, trigger="recaptured", quote="The army recaptured Kunduz.")
    assert answer(told(GOVERNMENT, -10, "hold"), told(TALIBAN), back).holders[GOVERNMENT] > 0.8
