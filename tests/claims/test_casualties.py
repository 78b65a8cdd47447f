"""Which claim the counts of the dead and wounded go to."""

from __future__ import annotations

import pytest
from readings import read

from whoholds.claims.rules import extract
from whoholds.model import EventType, Report


def _counted(text: str) -> dict[EventType, list[str]]:
    """The words of the figures of each claim, by its type."""
    return {claim.type: [figure.text for figure in claim.figures] for claim in extract(Report(text)).claims}


def test_a_toll_goes_to_the_strike_not_to_the_siege_beside_it() -> None:
    counted = _counted("Air strikes killed 23 people in Aleppo, which has been under siege by the army.")
    assert counted[EventType.AIRSTRIKE] == ["23 people"]
    assert counted.get(EventType.SIEGE, []) == []


def test_a_death_with_its_cause_beside_it_is_no_claim_of_its_own() -> None:
    counted = _counted("One person was killed in Damascus on Wednesday by shelling in Damascus.")
    assert EventType.ATTACK_CIVILIANS not in counted
    assert counted[EventType.SHELLING] == ["One person"]


def test_one_person_told_without_a_number_counts() -> None:
    counted = _counted("Afghan troops arrested the Taliban commander in Kunduz.")
    assert counted[EventType.DETENTION] == ["the Taliban commander"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Rebels captured Gao, where 40 people died in the 2023 floods.", 0),
        ("Rebels captured Gao, where an earthquake killed 300 people last year.", 0),
        ("Rebels captured Gao, which lost 90 people who were killed by cholera.", 0),
        ("Rebels captured Gao, where 30 soldiers were killed on Monday.", 1),
        ("Rebels captured Gao, where 30 soldiers were killed, after the floods.", 1),
        ("Rebels captured Gao in the floods and killed 30 soldiers.", 1),
    ],
)
def test_the_dead_of_a_disaster_that_describes_a_place_are_not_those_of_its_capture(
    text: str, count: int
) -> None:
    assert sum(len(one.claim.figures) for one in read(text)) == count
