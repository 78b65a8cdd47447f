"""Sieges that headlines say are over, and "the district" after the only town that was named."""

from __future__ import annotations

import pytest
from readings import plain, read

SIEGES = {
    "Siege of Kunduz broken\n\nThe Taliban left.": "denied",
    "Siege of Kunduz lifted\n\nThe Taliban left.": "denied",
    "Month-long siege of Kunduz ends\n\nThe Taliban left.": "denied",
    "The siege of Kunduz by the Taliban has ended.": "denied",
    "The Taliban siege of Kunduz broke the spirit of its people.": "certain",
    "The Taliban siege of Kunduz goes on.": "certain",
}


OVER = [
    "The army reached El Obeid, ending a two-year siege.",
    "The RSF overran Babanusa, ending months of siege.",
]


@pytest.mark.parametrize("text", OVER)
def test_a_siege_that_ended_with_another_event_is_over(text: str) -> None:
    sieges = [c.claim.factuality.value for c in read(text) if c.claim.type.value == "siege"]
    assert sieges == ["denied"]


def test_a_siege_after_which_nothing_is_taken_goes_on() -> None:
    (claim,) = read("The people of El Fasher are starving after months of siege.")
    assert claim.claim.type.value == "siege"


@pytest.mark.parametrize("text", SIEGES)
def test_whether_a_siege_is_over(text: str) -> None:
    sieges = [c.claim.factuality.value for c in read(text) if c.claim.type.value == "siege"]
    assert sieges == [SIEGES[text]]


DISTRICTS = {
    "The Taliban attacked Khanabad. The army is in control of the district.": ["Khanabad"],
    "Rockets hit Khanabad. The Taliban hold the district.": ["Khanabad"],
    "Rockets hit Khanabad and Herat. The Taliban hold the district.": [],
    "Rockets hit Khanabad. The Taliban hold another district.": [],
    "Rockets hit Khanabad. The Taliban hold the area.": [],
}


@pytest.mark.parametrize("text", DISTRICTS)
def test_the_district_is_that_of_the_only_town(text: str) -> None:
    assert [plain(c.place_name) for c in read(text) if c.claim.type.value == "hold"] == DISTRICTS[text]
