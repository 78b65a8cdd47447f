"""What was not seen, and what is told in reports that are false, is denied; near-misses are told."""

from __future__ import annotations

from datetime import date

import pytest
from readings import in_report, plain, read

from whoholds.model import Factuality

ON = date(2021, 8, 12)
DENIED = {
    "There was no sign on Tuesday of the four-pronged attack on Kunduz.": "denied",
    "Residents saw no trace of the attack on Kunduz.": "denied",
    "Observers found no indication on the ground of the Taliban assault on Kunduz.": "denied",
    "The reports spread on social media about the Taliban's presence inside Kunduz are false.": "denied",
    "The rumours circulating about the Taliban's entry into Kunduz are baseless.": "denied",
    "The stories going around about a siege of Kunduz are lies.": "denied",
    "The news carried by one channel about the Taliban's entry into Kunduz is not true.": "denied",
    "Messages posted on Friday about an assault on Kunduz are simply untrue.": "denied",
    "There was no clear evidence in the town of the attack on Kunduz.": "denied",
    "The army said that claims about an assault on Kunduz were a lie.": "denied",
}
HELD = {  # who dismisses what is told of a taking holds the place; nobody's claim where the parse hides who
    "The TPLF refuted as propaganda government statements that federal troops had taken Mekelle.": "TPLF",
    "The army denounced as fake news claims that the rebels had captured Kidal.": "Malian government",
    "The TPLF refuted government statements that federal troops had taken Mekelle.": None,
    "Sudan's army dismissed as lies RSF statements that it controls El Fasher.": None,
    "The army branded as fabrications reports that it lost Kidal.": None,
}
TOLD = {
    "The Taliban attacked Kunduz, and there was no sign of help.": "certain",
    "The reports of the Taliban's presence inside Kunduz are true.": "probable",
    "Residents saw the attack on Kunduz and no sign of the army.": "certain",
    "The Taliban attacked Kunduz, where reports spread about a bank, which were false.": "certain",
    "The attack on Kunduz was no sign of strength.": "certain",
    "Reports spread online that the bank was shut were false, and the Taliban attacked Kunduz.": "certain",
}


@pytest.mark.parametrize("text", [*DENIED, *TOLD])
def test_whether_it_is_told(text: str) -> None:
    wanted = {**DENIED, **TOLD}[text]
    assert {c.claim.factuality.value for c in read(text, ON) if plain(c.place_name) == "Kunduz"} == {wanted}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Clashes went on in the Khost wa Fereng area, the Taliban said.", set()),
        ("The Taliban captured the Kunduz-e Bala valley.", {"Bala valley"}),
        ("The Taliban fought in the Ghazni va Andar hills.", set()),
        ("The army shelled Wadi al-Deif, where the rebels of HTS are.", set()),
        ("In Kunduz al-Qaeda fighters attacked the army.", {"Kunduz"}),
        ("The Taliban fought in Kunduz and in Herat.", {"Kunduz", "Herat"}),
    ],
)
def test_a_name_that_goes_on_is_not_the_shorter_one(text: str, places: set[str]) -> None:
    assert {plain(c.place_name) for c in read(text, ON)} == places


SIDES = {
    "Taliban fighters were heading for Herat, the group said.": "Taliban",
    "M23 rebels attacked Goma, the group said on its account.": "M23",
    "The Taliban fought the National Resistance Front in Herat, the group said.": None,
    "The army attacked the Taliban in Herat, residents said.": None,
}


@pytest.mark.parametrize("text", [one for one in SIDES if SIDES[one]])
def test_the_group_is_that_of_its_own_sentence(text: str) -> None:
    after = f"{text} The National Resistance Front and the FARDC were elsewhere."
    assert read(after, date(2025, 3, 10))[0].side == SIDES[text]


@pytest.mark.parametrize("text", HELD)
def test_who_dismisses_statements_admits_nothing(text: str) -> None:
    wanted = HELD[text]
    told = [("hold", wanted, Factuality.CERTAIN)] if wanted is not None else []
    assert [
        (one.claim.type.value, one.actor, one.claim.factuality) for one in read(in_report(text), ON)
    ] == told
