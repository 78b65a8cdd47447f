"""Bystanders who leave and things that are withdrawn are no forces that leave; and near-misses that are."""

from __future__ import annotations

from datetime import date

import pytest
from readings import plain, read

ON = date(2021, 8, 12)
NONE = [
    "We have withdrawn an entry of 4 August on Kunduz that a newspaper gave us. The Taliban were far away.",
    "The Taliban withdrew their complaint about Kunduz.",
    "The government withdrew its offer to rebuild Kunduz, the Taliban said.",
    "The ministry pulled back its plan for Kunduz after the Taliban objected.",
    "The Taliban abandoned the project in Kunduz.",
    "The army withdrew money from a bank in Kunduz.",
    "Ten people we met after they had left Kunduz spoke of the Taliban.",
    "Witnesses whom we called before they fled Kunduz saw the Taliban.",
    "Families who reached us said they had left Kunduz on Sunday.",
    "Journalists were told by villagers that they had fled Kunduz.",
    "The government withdrew its ambassador after the Taliban raided an office in Kunduz.",
    "Soldiers came from neighbouring districts, which they abandoned when the Taliban stormed Kunduz.",
]
RELIEF = [
    "The Red Cross took control of a hospital in Kunduz as the Taliban looked on.",
    "A convoy of the World Food Programme entered Kunduz after talks with the Taliban.",
    "A WFP convoy entered Kunduz on Sunday with the help of the Taliban.",
]
LEFT = [
    "The army withdrew its troops from Kunduz.",
    "The army withdrew a brigade from Kunduz.",
    "Soldiers abandoned Kunduz without a plan.",
    "The Taliban had captured Kunduz, and on Friday they left the city.",
    "People said that the Taliban came on Monday and that they left Kunduz on Friday.",
    "Residents watched the soldiers before they left Kunduz.",
    "Soldiers told residents that they had left Kunduz.",
    "Government troops retreated from Kunduz and its neighbouring districts.",
    "The Taliban attacked Kunduz. Soldiers retreated from the city.",
    "The army met elders before it left Kunduz.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_force_left(text: str) -> None:
    assert [c for c in read(text, ON) if c.claim.type.value == "withdrawal"] == []


@pytest.mark.parametrize("text", RELIEF)
def test_who_brings_relief_takes_nothing(text: str) -> None:
    assert read(text, ON) == ()


@pytest.mark.parametrize("text", LEFT)
def test_a_force_left(text: str) -> None:
    assert "Kunduz" in {plain(c.place_name) for c in read(text, ON) if c.claim.type.value == "withdrawal"}


def test_the_capital_that_is_named_beside_it_is_no_other() -> None:
    text = "The Taliban attacked Kunduz. Its capital, Bazarak, is held by soldiers who fled nearby provinces."
    assert {plain(c.place_name) for c in read(text, ON) if c.claim.type.value == "withdrawal"} <= {"Bazarak"}
