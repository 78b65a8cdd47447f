"""That it is not known who holds a place takes from older word of it that it settles the matter."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from factories import GOVERNMENT, KUNDUZ, made_factuality, make_resolved

from whoholds.control.assess import Question, assess_control
from whoholds.control.case import Setting
from whoholds.picture import ControlState, ResolvedClaim

POSSIBLE = made_factuality("possible")
OUTLETS = ("Hill Post", "Shore Post")


def told(kind: str, day: int, outlet: str, **given: Any) -> ResolvedClaim:
    when = date(2021, 8, day)
    return make_resolved(kind, id=f"{kind} {day} {outlet}", day=when, published=when, outlet=outlet, **given)


def held(day: int) -> list[ResolvedClaim]:
    return [told("hold", day, outlet, actor=GOVERNMENT) for outlet in OUTLETS]


def unclear(day: int) -> ResolvedClaim:
    return told("hold", day, "Lake Post", actor=None, factuality=POSSIBLE, unverified=True)


def asked(on: int, *claims: ResolvedClaim) -> ControlState:
    return assess_control(KUNDUZ, claims, Question(date(2021, 8, on)), Setting(government=GOVERNMENT))


@pytest.mark.parametrize(
    ("on", "status"), [(6, "held"), (7, "held"), (8, "leaning"), (9, "leaning"), (20, "leaning")]
)
def test_older_word_leans_from_the_day_on_which_nobody_knows(on: int, status: str) -> None:
    assert asked(on, *held(6), unclear(8)).status == status


@pytest.mark.parametrize("day", [8, 9])
def test_word_of_that_day_or_later_settles_it_again(day: int) -> None:
    assert asked(9, *held(6), unclear(8), *held(day)).status == "held"


def test_it_stands_beside_the_answer() -> None:
    doubt = unclear(8)
    assert asked(8, *held(6), doubt).reported == (doubt.id,)
    assert asked(8, doubt).reported == (doubt.id,)


def test_it_moves_no_probability() -> None:
    assert asked(9, *held(6), unclear(8)).holders == asked(9, *held(6)).holders


def test_it_alone_holds_nothing() -> None:
    assert asked(8, unclear(8)).status == "unknown"
