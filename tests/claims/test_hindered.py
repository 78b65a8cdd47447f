"""Who is kept from taking a place has not taken it, and who keeps them from it did not try to."""

from __future__ import annotations

import pytest
from readings import read

TALIBAN, ARMY = "Taliban", "Afghan government"
KEPT_FROM_IT = [
    "The army prevented the Taliban from capturing Kunduz, residents said.",
    "Soldiers kept the Taliban from seizing Kunduz.",
    "Militias stopped the Taliban from taking Kunduz, a teacher said.",
    "Soldiers stopped the Taliban capturing Kunduz.",
    "The Taliban were prevented from taking Kunduz, residents said.",
    "The army thwarted a Taliban attempt to capture Kunduz.",
    "Soldiers fended off a Taliban push to seize Kunduz.",
    "The Taliban abandoned an attempt to capture Kunduz.",
]
NOT_KEPT_FROM_IT = [
    "The army failed to stop the Taliban from capturing Kunduz.",
    "The army did not stop the Taliban from capturing Kunduz.",
    "The Taliban stopped cars after capturing Kunduz.",
    "The Taliban gained guns from capturing Kunduz.",
]


def told(text: str) -> set[tuple[str, str | None, str | None]]:
    return {(one.claim.type.value, one.actor, one.recipient) for one in read(text)}


@pytest.mark.parametrize("text", KEPT_FROM_IT)
def test_who_is_kept_from_a_place_does_not_hold_it(text: str) -> None:
    assert {one for one in told(text) if one[0] in ("hold", "capture")} == {("hold", ARMY, TALIBAN)}


@pytest.mark.parametrize("text", NOT_KEPT_FROM_IT)
def test_who_is_kept_from_nothing_has_taken_it(text: str) -> None:
    assert ("capture", TALIBAN, ARMY) in told(text)
