"""A place that is out of somebody's hands is not held by them."""

from __future__ import annotations

import pytest
from readings import read

ARMY = "Afghan government"
OUT = [
    "Kunduz is out of government hands, residents said.",
    "Kunduz has slipped out of government control.",
    "Kunduz has slipped from government control, a teacher said.",
    "Kunduz is now beyond government control.",
    "Kunduz lies outside the government's control.",
    "Government control of Kunduz has ended.",
    "Government rule over Kunduz collapsed on Sunday.",
    "The fighters ended decades of government control of Kunduz.",
]
IN = [
    "Kunduz is in government hands, residents said.",
    "Kunduz is under government control.",
    "Government control of Kunduz is absolute.",
]
NEITHER = [
    "The fighters hope to end government control of Kunduz.",
    "The fighters failed to end two years of government control of Kunduz.",
    "Kunduz may be out of government hands.",
    "Kunduz is slipping out of government control.",
    "Areas outside government control in Kunduz lie in ruins.",
]


def told(text: str) -> list[tuple[str, str, str | None]]:
    return [(one.claim.type.value, one.claim.factuality.value, one.actor) for one in read(text)]


@pytest.mark.parametrize("text", OUT)
def test_what_is_out_of_their_hands_they_do_not_hold(text: str) -> None:
    assert told(text) == [("hold", "denied", ARMY)]


@pytest.mark.parametrize("text", IN)
def test_what_is_in_their_hands_they_hold(text: str) -> None:
    assert told(text) == [("hold", "certain", ARMY)]


@pytest.mark.parametrize("text", NEITHER)
def test_what_may_be_or_is_only_slipping_is_neither(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text", ["Kunduz fell out of government hands.", "Kunduz is lost to the government."]
)
def test_who_lost_it_is_not_who_took_it(text: str) -> None:
    assert [(kind, actor) for kind, _, actor in told(text)] == [("capture", None)]
