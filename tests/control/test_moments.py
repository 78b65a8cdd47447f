"""What is told of one moment is told at once."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from factories import GOVERNMENT, KUNDUZ, TALIBAN, made_factuality, make_resolved
from hypothesis import given, settings
from hypothesis import strategies as st
from test_properties import lists

from whoholds.control import Question, Setting, assess_control
from whoholds.control.chain import Chain
from whoholds.control.evidence import rows_of
from whoholds.control.moments import order_of, step_of
from whoholds.control.table import control_table
from whoholds.picture import ControlState, ResolvedClaim

DAY = date(2021, 8, 8)
SETTING = Setting(government=GOVERNMENT)
STATES = (GOVERNMENT, TALIBAN, "other", "contested")
TABLE = control_table()


def answer(claims: list[ResolvedClaim], on: date = DAY) -> ControlState:
    return assess_control(KUNDUZ, claims, Question(on), SETTING)


def chances(state: ControlState) -> list[float]:
    return [*state.holders.values(), state.contested]


def told(kind: str, actor: str, outlet: str, **given: Any) -> ResolvedClaim:
    return make_resolved(kind, actor=actor, outlet=outlet, day=DAY, published=DAY, **given)


@settings(max_examples=200, deadline=None)
@given(lists, st.integers(0, 130), st.randoms(use_true_random=False))
def test_what_the_claims_are_called_changes_no_answer(
    claims: list[ResolvedClaim], days: int, dice: Random
) -> None:
    """Other ids and another order of the same claims: the same chances and the same word."""
    names = [f"c{number}" for number in range(len(claims))]
    dice.shuffle(names)
    renamed = [replace(claim, id=name) for claim, name in zip(claims, names, strict=True)]
    dice.shuffle(renamed)
    on = date(2021, 7, 1) + timedelta(days=days)
    first, second = answer(claims, on), answer(renamed, on)
    assert chances(first) == pytest.approx(chances(second), abs=1e-9)
    assert (first.status, first.holder, first.origins) == (second.status, second.holder, second.origins)
    assert len(first.reported) == len(second.reported)


@pytest.mark.parametrize("kind", ["capture", "hold"])
@pytest.mark.parametrize("outlets", list(itertools.permutations("ABCD"))[::5])
def test_equal_evidence_of_one_moment_is_nobodys(kind: str, outlets: tuple[str, ...]) -> None:
    parties = (TALIBAN, TALIBAN, GOVERNMENT, GOVERNMENT)
    claims = [told(kind, party, outlet) for party, outlet in zip(parties, outlets, strict=True)]
    state = answer(claims, DAY + timedelta(days=1))
    assert state.status in ("unknown", "contested")
    assert state.reported


def test_without_a_likelier_holder_equal_evidence_stays_equal() -> None:
    claims = [told("capture", party, outlet) for party, outlet in ((TALIBAN, "A"), (GOVERNMENT, "B"))]
    state = assess_control(KUNDUZ, claims, Question(DAY), Setting())
    assert state.holders[TALIBAN] == pytest.approx(state.holders[GOVERNMENT])


@pytest.mark.parametrize("outlets", ["AB", "BA"])
def test_what_was_recaptured_was_captured_before(outlets: str) -> None:
    taken = told("capture", TALIBAN, outlets[0], trigger="captured", quote="The Taliban captured Kunduz.")
    back = told("capture", GOVERNMENT, outlets[1], trigger="recaptured", quote="The army recaptured Kunduz.")
    state = answer([taken, back])
    assert state.holder == GOVERNMENT


def test_a_governors_admission_against_the_takers_denial_is_nobodys() -> None:
    left = told("capture", TALIBAN, "A", claimer="the governor", side=GOVERNMENT, against_interest=True)
    denied = told("capture", TALIBAN, "B", claimer="a Taliban spokesman", side=TALIBAN, against_interest=True,
                  factuality=made_factuality("denied"))  # fmt: skip
    states = [answer([replace(left, id=one), replace(denied, id=other)]) for one, other in ("ab", "ba")]
    assert chances(states[0]) == pytest.approx(chances(states[1]))
    assert {state.status for state in states} <= {"unknown", "contested", "leaning"}


ROWS = [
    row
    for kind, actor in (
        ("capture", TALIBAN),
        ("withdrawal", GOVERNMENT),
        ("hold", GOVERNMENT),
        ("clash", None),
    )
    for row in rows_of(make_resolved(kind, actor=actor, published=DAY), TABLE)
]


@pytest.mark.parametrize("rows", list(itertools.permutations(ROWS)))
def test_a_step_has_no_order(rows: tuple[Any, ...]) -> None:
    start = [0.4, 0.3, 0.2, 0.1]
    assert step_of(rows, STATES).told(start) == pytest.approx(step_of(ROWS, STATES).told(start))
    assert step_of(rows, STATES).untold(start) == pytest.approx(step_of(ROWS, STATES).untold(start))


def test_the_backward_step_is_the_forward_step_read_backward() -> None:
    """The product of what was believed before and what is likely after is the same on both sides."""
    chain = Chain(STATES, dict.fromkeys(STATES, 0.25), TABLE)
    before, later = list(chain.prior.values()), [0.1, 0.5, 0.9, 0.3]
    step = step_of(sorted(ROWS, key=order_of), STATES)
    units = [step.told([float(one == at) for at in range(4)]) for one in range(4)]
    scaled = [step.untold([1.0] * 4)[at] for at in range(4)]
    by_hand = sum(
        before[at] * scaled[at] * sum(one * two for one, two in zip(units[at], later, strict=True))
        for at in range(4)
    )
    back = step.untold(later)
    assert sum(one * two for one, two in zip(before, back, strict=True)) == pytest.approx(by_hand)
