"""Whoever is not known by name is somebody all the same: a capture by gunmen is never dropped."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from factories import GOVERNMENT, KUNDUZ, TALIBAN, make_resolved

from whoholds.control import Question, Setting, assess_control
from whoholds.control.contradictions import contradictions
from whoholds.picture import ControlState, ResolvedClaim

DAY = date(2021, 6, 18)
LATER = DAY + timedelta(days=2)
SETTING = Setting(government=GOVERNMENT)
NAMELESS = ["gunmen", "Gunmen", "armed men", "militants", "the fighters", "rebels", "a group of masked men"]
NAMED = ["the Popular Front", "Popular Front", "warlord Karim's men"]


def held(actor: str = GOVERNMENT) -> list[ResolvedClaim]:
    return [
        make_resolved("hold", claimer=who, actor=actor, outlet=who, published=DAY)
        for who in ("residents", "aid workers")
    ]


def taken(actor: str, number: int = 0, claimer: str | None = "residents") -> ResolvedClaim:
    return make_resolved(actor=actor, outlet=f"Outlet {number}", claimer=claimer, day=LATER, published=LATER)


def answer(claims: list[ResolvedClaim]) -> ControlState:
    return assess_control(KUNDUZ, claims, Question(LATER + timedelta(days=1)), SETTING)


@pytest.mark.parametrize("actor", NAMELESS + NAMED)
def test_the_holder_is_doubted_and_the_claims_are_shown(actor: str) -> None:
    claims = [*held(), taken(actor, 1), taken(actor, 2, "a teacher")]
    state = answer(claims)
    assert state.holder != GOVERNMENT
    assert state.holders[GOVERNMENT] < 0.5
    assert set(state.reported) >= {claim.id for claim in claims[2:]} or state.holder is not None
    assert contradictions([held()[0], make_resolved(actor=actor, published=DAY, day=DAY, outlet="C")])


@pytest.mark.parametrize("actor", NAMELESS)
def test_nobody_without_a_name_holds_a_place(actor: str) -> None:
    state = answer([taken(actor, 1), taken(actor, 2, "a teacher"), taken(actor, 3, "AFP")])
    assert (state.status, state.holder) == ("unknown", None)


@pytest.mark.parametrize("actor", NAMELESS)
def test_the_first_letter_decides_nothing(actor: str) -> None:
    answers = [answer([*held(), taken(words)]) for words in (actor, actor.upper(), actor.capitalize())]
    assert {(state.status, round(state.probability, 9)) for state in answers} == {
        (answers[0].status, round(answers[0].probability, 9))
    }


def test_gunmen_may_be_an_armed_group_that_is_known_there_and_no_government() -> None:
    without = answer([*held(), taken(TALIBAN, 1)])
    beside = answer([*held(), taken(TALIBAN, 1), taken("gunmen", 2)])
    assert beside.holders[TALIBAN] > without.holders[TALIBAN]
    assert beside.holders[GOVERNMENT] < without.holders[GOVERNMENT]
    assert answer([*held(TALIBAN), taken("gunmen")]).probability < answer(held(TALIBAN)).probability


@pytest.mark.parametrize(
    ("actor", "status"),
    [
        ("village guards", "unknown"),
        ("gunmen", "unknown"),
        ("pro-government gunmen", "leaning"),
        ("troops", "leaning"),
    ],
)
def test_a_government_has_not_what_villagers_took_from_its_foe(actor: str, status: str) -> None:
    lost = make_resolved(actor=actor, recipient=TALIBAN, claimer="residents", day=LATER, published=LATER)
    assert answer([lost]).status == status


def test_who_admits_a_loss_to_gunmen_admits_it() -> None:
    told = taken("gunmen", 1, "the governor")
    mayor = make_resolved(actor="gunmen", claimer="the governor", side=GOVERNMENT, day=LATER, published=LATER)
    assert answer([*held(), mayor]).holders[GOVERNMENT] < answer([*held(), told]).holders[GOVERNMENT]
