from __future__ import annotations

from datetime import date, timedelta

import pytest
from factories import GOVERNMENT, KUNDUZ, TALIBAN, make_resolved

from whoholds.control.assess import Question, assess_control
from whoholds.control.case import Setting
from whoholds.control.history import control_history
from whoholds.control.positions import ATTACKS, CONTESTED, HOLDS, NOT, Position
from whoholds.control.speaking import keeps
from whoholds.picture import ControlState, ResolvedClaim

STATED = date(2021, 5, 1)
FOUGHT = date(2021, 8, 12)
BASELINE = make_resolved(
    "hold", id="baseline", actor=GOVERNMENT, day=STATED, published=STATED, extractor="baseline", outlet=None
)
FIGHTING = make_resolved(
    "clash", id="fighting", actor=TALIBAN, recipient=GOVERNMENT, day=FOUGHT, published=FOUGHT
)
SAID = make_resolved("hold", id="said", actor=GOVERNMENT, day=FOUGHT, published=FOUGHT)
SETTING = Setting(government=GOVERNMENT)


def asked(on: date, *claims: ResolvedClaim) -> ControlState:
    return assess_control(KUNDUZ, claims, Question(on), SETTING)


def test_who_fights_inside_does_not_keep_a_holder_of_whom_nobody_has_spoken_for_months() -> None:
    state = asked(date(2021, 8, 14), BASELINE, FIGHTING)
    assert (state.status, state.holder, state.unknown_reason) == ("unknown", None, "stale")
    assert state.last_evidence == STATED


def test_who_speaks_for_the_holder_keeps_it() -> None:
    state = asked(date(2021, 8, 14), BASELINE, FIGHTING, SAID)
    assert (state.status, state.holder) == ("leaning", GOVERNMENT)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        (Position(HOLDS, GOVERNMENT), True),
        (Position(NOT, TALIBAN), True),
        (Position(ATTACKS, TALIBAN), True),
        (Position(ATTACKS, GOVERNMENT), False),
        (Position(HOLDS, TALIBAN), False),
        (Position(CONTESTED, TALIBAN), False),
        (Position(CONTESTED), False),
    ],
)
def test_whoever_attacks_a_place_hardly_holds_it(said: Position, kept: bool) -> None:
    assert keeps(said, GOVERNMENT) is kept


def test_the_holder_is_known_for_as_long_as_who_speaks_for_it_is_fresh() -> None:
    soon = date(2021, 5, 10)
    fighting = make_resolved(
        "clash", id="early", actor=TALIBAN, recipient=GOVERNMENT, day=soon, published=soon
    )
    last = STATED + timedelta(days=45)
    assert asked(last, BASELINE, fighting).holder == GOVERNMENT
    assert asked(last + timedelta(days=1), BASELINE, fighting).unknown_reason == "stale"


def test_the_history_turns_on_the_same_day() -> None:
    claims = [BASELINE, FIGHTING]
    found = control_history(KUNDUZ, claims, Question(date(2021, 8, 20)), SETTING)
    for stretch in found:
        for day in (stretch.start, stretch.end):
            state = asked(day, *claims)
            assert (state.status, state.holder) == (stretch.status, stretch.holder)
    assert found[-1].unknown_reason == "stale"
