from __future__ import annotations

from datetime import date

from factories import GOVERNMENT, KUNDUZ, TALIBAN, make_resolved

from whoholds.control.assess import Question, assess_control
from whoholds.control.case import Setting
from whoholds.control.contradictions import contradictions
from whoholds.picture import ControlState, ResolvedClaim

HELD = [
    make_resolved("hold", id=f"held {outlet}", actor=GOVERNMENT, day=date(2021, 8, 6),
                  published=date(2021, 8, 6), outlet=outlet)
    for outlet in ("Hill Post", "Shore Post")
]  # fmt: skip
FELL = [
    make_resolved(id=f"fell {outlet}", actor=None, day=date(2021, 8, 8), outlet=outlet)
    for outlet in ("Morning Post", "Evening Post")
]
TAKEN = [
    make_resolved(id=f"taken {outlet}", day=date(2021, 8, 8), outlet=outlet)
    for outlet in ("River Post", "Valley Post")
]


def asked(*claims: ResolvedClaim) -> ControlState:
    return assess_control(KUNDUZ, claims, Question(date(2021, 8, 9)), Setting(government=GOVERNMENT))


def test_a_fall_without_a_taker_puts_the_last_holder_in_doubt() -> None:
    assert asked(*HELD).status == "held"
    state = asked(*HELD, *FELL)
    assert (state.status, state.holder) == ("unknown", None)
    assert state.holders["other"] > 0.5
    assert {one.id for one in FELL} <= {row.claim for row in state.evidence}
    assert {one.id for one in FELL} <= {str(term.claim) for term in state.terms}


def test_one_fall_without_a_taker_stands_beside_the_answer() -> None:
    assert FELL[0].id in asked(*HELD, FELL[0]).reported
    assert asked(*HELD, FELL[0]).holder is None


def test_a_fall_makes_a_conflict_with_who_says_that_it_is_held() -> None:
    still = make_resolved("hold", id="still", actor=GOVERNMENT, day=date(2021, 8, 9))
    (found,) = contradictions([still, FELL[0]])
    assert {name for stand in found.stands for name in stand.claims} == {"still", FELL[0].id}


def test_a_fall_by_which_a_named_party_came_says_nothing_against_it() -> None:
    state = asked(*HELD, *TAKEN, *FELL)
    assert (state.status, state.holder) == ("held", TALIBAN)
    assert state.reported == () or not {one.id for one in FELL} & set(state.reported)
    assert contradictions([*TAKEN, *FELL]) == ()


def test_the_enemy_gains_by_a_fall_of_which_he_tells() -> None:
    boasts = [make_resolved(id=f"boast {day}", actor=None, side=TALIBAN, claimer="the Taliban spokesman",
                            day=date(2021, 8, day)) for day in (7, 8)]  # fmt: skip
    one = asked(*HELD, *boasts)
    assert one.holders["other"] < asked(*HELD, *FELL).holders["other"]
