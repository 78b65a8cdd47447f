"""Weak verbs that tell who holds, takes or enters a place; and what they tell besides."""

from __future__ import annotations

import pytest
from readings import claimed

STATES = {
    "Kunduz is with the Taliban this evening.": ["hold Kunduz exact"],
    "Kunduz, the capital of the province, is with the Taliban.": ["hold Kunduz exact"],
    "Kunduz remains with the Taliban.": ["hold Kunduz exact"],
    "Kunduz belongs to the Taliban now, all of it.": ["hold Kunduz exact"],
    "Kunduz stays with the insurgents.": ["hold Kunduz exact"],
    "Kunduz has been given to the Taliban without a battle.": ["handover Kunduz exact"],
    "Kunduz was delivered to the Taliban by elders.": ["handover Kunduz exact"],
    "Kunduz has been abandoned to the Taliban.": ["handover Kunduz exact"],
    "The army gave Kunduz to the Taliban.": ["handover Kunduz exact"],
    "Kunduz goes to the Taliban": ["capture Kunduz exact"],
    "Kunduz has gone over to the Taliban.": ["capture Kunduz exact"],
    "Kunduz is reported lost.": ["capture Kunduz exact"],
    "Kunduz city captured\n\nThe Taliban said nothing of it.": ["capture Kunduz exact"],
    "By late afternoon most of Kunduz was held by the insurgents.": ["hold Kunduz exact"],
    "Fighters are in the governor's compound in Kunduz.": ["entry Kunduz part"],
}
OTHERS: dict[str, list[str]] = {
    "Kunduz is in talks with the Taliban.": [],
    "Kunduz is busy with the Taliban.": [],
    "The governor of Kunduz is with the Taliban.": [],
    "The people of Kunduz are with the army.": [],
    "The mosque of Kunduz belongs to the Taliban.": [],
    "Kunduz belonged to the Taliban once.": [],
    "A prize was given to the Taliban in Kunduz.": [],
    "Aid for Kunduz was given to the army.": [],
    "Elders in Kunduz gave tea to the Taliban.": [],
    "Kunduz goes to the polls.": [],
    "The commander went to the Taliban in Kunduz.": [],
    "The Taliban are in Kunduz for the wedding of a minister.": [],
    "The soldiers are in the barracks in Kunduz.": [],
    "The trader from Kunduz is inside the bank.": [],
}


@pytest.mark.parametrize(("text", "told"), [*STATES.items(), *OTHERS.items()])
def test_weak_verbs(text: str, told: list[str]) -> None:
    assert claimed(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A lawmaker says it is lost.", ["capture Kunduz exact"]),
        ("The Taliban say that the city is theirs.", ["hold Kunduz exact"]),
        ("Taliban fighters were inside the police headquarters.", ["entry Kunduz part"]),
        ("The governor's office and most of the city were held by the Taliban.", ["hold Kunduz exact"]),
        ("A plane went up and officials say it is lost.", []),
        ("A trader says that the shop in the city is theirs.", []),
        ("Residents say that the future is theirs.", []),
    ],
)
def test_after_a_place_was_named(text: str, told: list[str]) -> None:
    assert claimed(text, after="The Taliban attacked Kunduz.") == told
