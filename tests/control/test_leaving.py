"""Who has left a place no longer holds it, also where nobody says who came."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from factories import GOVERNMENT, KUNDUZ, TALIBAN, make_resolved, of_government

from whoholds.control import Question, Setting, assess_control
from whoholds.control.lacking import lacking
from whoholds.model import Factuality
from whoholds.picture import ControlState, ResolvedClaim

NINTH = date(2021, 8, 9)
FRONT = "Northern Front"
LEFT = {"actor": GOVERNMENT, "against_interest": True, **of_government()}


def state_of(*claims: ResolvedClaim, on: date = NINTH) -> ControlState:
    return assess_control(KUNDUZ, claims, Question(on), Setting(government=GOVERNMENT))


def attack(**given: Any) -> ResolvedClaim:
    values = {"actor": TALIBAN, "recipient": GOVERNMENT, "day": NINTH - timedelta(days=2), **given}
    return make_resolved(values.pop("kind", "clash"), **values)


def test_where_nobody_is_known_to_have_come_it_is_said_who_left() -> None:
    state = state_of(make_resolved("withdrawal", **LEFT))
    assert (state.status, state.unknown_reason, state.left) == ("unknown", "weak", (GOVERNMENT,))
    assert state.holders[GOVERNMENT] < 0.2


@pytest.mark.parametrize("kind", ["entry", "capture"])
def test_between_who_left_and_who_came_on_a_later_day_it_is_unknown(kind: str) -> None:
    """Also as known later; from the day on which they came, and where somebody has them there before, not."""
    gone = [make_resolved("withdrawal", outlet=name, actor=GOVERNMENT, day=NINTH) for name in "AB"]
    later = NINTH + timedelta(days=2)
    came = [make_resolved(kind, outlet=name, day=later, published=later) for name in "AB"]
    for days in (0, 1):
        state = state_of(*gone, *came, on=NINTH + timedelta(days=days))
        assert (state.status, state.unknown_reason, state.left) == ("unknown", "weak", (GOVERNMENT,))
    assert state_of(*gone, *came, on=later).holder == TALIBAN
    there = make_resolved("hold", outlet="C", day=NINTH, published=NINTH)
    assert state_of(*gone, there, *came, on=NINTH + timedelta(days=1)).holder == TALIBAN


@pytest.mark.parametrize("kind", ["clash", "airstrike", "shelling", "siege"])
def test_the_known_attacker_is_likely_to_have_come(kind: str) -> None:
    state = state_of(attack(kind=kind), make_resolved("withdrawal", **LEFT))
    assert (state.status, state.holder, state.left) == ("leaning", TALIBAN, (GOVERNMENT,))


@pytest.mark.parametrize(
    "given",
    [
        {"day": NINTH - timedelta(days=200)},
        {"recipient": None},
        {"recipient": "Militia"},
        {"actor": "gunmen"},
        {"judged": "reject"},
        {"inferred": True},
    ],
)
def test_who_attacked_long_ago_or_another_one_is_not(given: dict[str, Any]) -> None:
    state = state_of(attack(**given), make_resolved("withdrawal", **LEFT))
    assert TALIBAN not in state.holders
    assert state.left == (GOVERNMENT,)


def test_an_attack_alone_puts_nobody_there() -> None:
    assert TALIBAN not in state_of(attack()).holders


def test_one_reporter_alone_does_not_make_it_sure_that_one_left() -> None:
    assert state_of(make_resolved("withdrawal", actor=GOVERNMENT)).left == ()


def test_it_is_not_said_long_after_nor_where_the_holder_is_settled() -> None:
    left = make_resolved("withdrawal", **LEFT)
    assert state_of(left, on=NINTH + timedelta(days=300)).left == ()
    assert state_of(left, on=NINTH - timedelta(days=3)).left == ()
    taken = [make_resolved(outlet=name, claimer=None) for name in ("A", "B", "C")]
    state = state_of(left, *taken)
    assert (state.status, state.holder, state.left) == ("held", TALIBAN, ())


def hold(days: int, party: str = TALIBAN) -> ResolvedClaim:
    """A neutral word that a party holds the place, so many days before it was left."""
    day = NINTH - timedelta(days=days)
    return make_resolved("hold", actor=party, day=day, published=day, outlet=f"{party} {days}")


@pytest.mark.parametrize(
    ("told", "rule"),
    [
        ((), "guessed"),
        ((hold(150),), None),
        ((hold(80), hold(70, FRONT)), None),
        ((hold(150), hold(130, FRONT)), "guessed"),
        ((hold(200),), "guessed"),
        ((attack(recipient=FRONT),), None),
        ((attack(recipient=FRONT, day=NINTH - timedelta(days=91)),), "guessed"),
    ],
)
def test_a_place_that_was_left_leans_to_who_is_told_of_there_not_to_its_territory_or_long_ago(
    told: tuple[ResolvedClaim, ...], rule: str | None
) -> None:
    """The party is the likeliest all the same, and what is lacking says so."""
    left = [make_resolved("withdrawal", outlet=name, actor=FRONT, day=NINTH) for name in "AB"]
    claims, setting = (*told, *left), Setting(government=TALIBAN)
    state = assess_control(KUNDUZ, claims, Question(NINTH), setting)
    assert (state.explains, state.left) == (TALIBAN, (FRONT,))
    assert (state.status == "leaning") == (rule is None)
    assert [one.rule for one in lacking(state, claims, setting) if one.word == "leaning"] == [rule] * bool(
        rule
    )


def test_who_held_it_and_holds_it_no_more_has_left_too_and_a_denial_alone_tells_of_no_leaving() -> None:
    no_more = make_resolved("hold", outlet="A", actor=FRONT, day=NINTH, factuality=Factuality.DENIED)
    found = [
        assess_control(KUNDUZ, claims, Question(NINTH), Setting(government=TALIBAN))
        for claims in ((no_more,), (hold(20, FRONT), no_more))
    ]
    assert [(state.explains, state.status) for state in found] == [
        (TALIBAN, "leaning"),
        (TALIBAN, "unknown"),
    ]
