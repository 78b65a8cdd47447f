"""Who is told of by whom they oppose took it, not those whom they oppose; and who is blamed did it."""

from __future__ import annotations

from datetime import date

import pytest
from readings import plain, read

ON = date(2021, 8, 12)
OPPONENTS = {
    "Armed opponents of the Taliban have driven them out of Kunduz.": "armed opponents",
    "The Taliban's rivals have expelled them from Kunduz.": "rivals",
    "Opponents of the Taliban captured Kunduz on Sunday.": "Opponents",
    "Enemies of the Taliban have recaptured Kunduz.": "Enemies",
    "Dozens of armed foes of the Taliban seized Kunduz on Sunday.": "armed foes",
    "Kunduz was captured by adversaries of the Taliban.": "adversaries",
    "Kunduz fell to opponents of the Taliban.": "opponents",
    "Kunduz is in the hands of the Taliban's enemies.": "enemies",
    "Fighters opposed to the Taliban captured Kunduz.": "fighters",
    "Fighters battling the Taliban seized Kunduz on Sunday.": "fighters",
    "Militias fighting the Taliban retook Kunduz on Sunday.": "militias",
}
OTHERS = {
    "The Taliban fought the army and captured Kunduz.": ["Taliban"],
    "The Taliban captured Kunduz from opponents.": ["Taliban"],
    "The Taliban, opponents of the government, captured Kunduz.": ["Taliban"],
    "Taliban fighters captured Kunduz.": ["Taliban"],
    "Taliban rebels opposed to the government captured Kunduz.": ["Taliban"],
    "Insurgents fighting the army captured Kunduz. The Taliban said so.": ["Taliban"],
    "The army's opponents left, and the Taliban captured Kunduz.": ["Taliban"],
    "Soldiers battling the Taliban captured Kunduz.": ["Afghan government"],
    "The enemy of the Taliban is hunger. The army captured Kunduz.": ["Afghan government"],
    "Opponents of the mayor of Kunduz met at the town hall.": [],
    "Rivals of the Taliban hold a feast in Kunduz.": [],
}
TAKING = ("capture", "hold", "handover")


@pytest.mark.parametrize("text", OPPONENTS)
def test_opponents_took_it_from_those_they_oppose(text: str) -> None:
    taken = [(c.actor, c.recipient) for c in read(text, ON) if c.claim.type.value in TAKING]
    assert taken == [(OPPONENTS[text], "Taliban")]


def test_them_are_those_whom_the_opponents_oppose() -> None:
    text = "Anti-Taliban fighters took Kunduz. Opponents of the Taliban have driven them out of Herat."
    assert [(c.actor, c.recipient) for c in read(text, ON)][-1] == ("Opponents", "Taliban")


@pytest.mark.parametrize("text", OTHERS)
def test_others_are_who_they_were(text: str) -> None:
    assert [c.actor for c in read(text, ON) if c.claim.type.value in TAKING] == OTHERS[text]


BLAMED = {
    "The army accused the Taliban of having murdered 30 civilians in Kunduz.": "Taliban",
    "The UN accused the Taliban of executing civilians in Kunduz.": "Taliban",
    "The ministry blames the Taliban on Friday for having killed 30 civilians in Kunduz.": "Taliban",
    "The Taliban accused the army of having bombed Kunduz.": "Afghan government",
    "The Taliban condemned the army for having shelled Kunduz.": "Afghan government",
    "The army denounced the Taliban for having executed civilians in Kunduz.": "Taliban",
    "The minister praised the commandos for recapturing Kunduz.": "Afghan government",
    "A Taliban leader congratulated the fighters on having captured Kunduz.": "Taliban",
    "The Taliban charged the army with having bombed Kunduz.": "Afghan government",
    "The army said that it suspected the Taliban of having murdered ten villagers in Kunduz.": "Taliban",
    "The Taliban, by murdering ten villagers in Kunduz, angered the army.": "Taliban",
    "The Taliban murdered ten villagers in Kunduz, the army said.": "Taliban",
    "The army warned the Taliban after having captured Kunduz.": "Afghan government",
    "The army defeated the Taliban by capturing Kunduz.": "Afghan government",
}


@pytest.mark.parametrize("text", BLAMED)
def test_whose_deed_it_is(text: str) -> None:
    deeds = [c for c in read(text, ON) if plain(c.place_name) == "Kunduz"]
    assert [c.actor for c in deeds] == [BLAMED[text]]


FOREIGN = {
    "The last foreign soldiers left Kunduz on Sunday.": "last foreign soldiers",
    "International police withdrew from Kunduz.": "international police",
    "Western soldiers pulled out of Kunduz.": "Western soldiers",
    "Soldiers withdrew from Kunduz.": "Afghan government",
    "Government soldiers withdrew from Kunduz.": "Afghan government",
    "Special forces withdrew from Kunduz.": "Afghan government",
}


@pytest.mark.parametrize("text", FOREIGN)
def test_soldiers_from_abroad_are_not_the_governments(text: str) -> None:
    assert [c.actor for c in read(text, ON)] == [FOREIGN[text]]


GIVEN = {
    "The base in Kunduz was handed to the Afghan army. The Taliban said so.": ("Afghan government", None),
    "American forces turned over the base in Kunduz, the Taliban said.": (None, "United States"),
    "NATO handed over the camp in Kunduz to the Afghan army.": ("Afghan government", "NATO"),
    "The Taliban surrendered Kunduz to the army.": ("Afghan government", "Taliban"),
    "The army surrendered Kunduz. The Taliban were at its gates.": ("Taliban", "Afghan government"),
    "Kunduz was handed over to the Taliban by elders.": ("Taliban", "Afghan government"),
}


@pytest.mark.parametrize("text", GIVEN)
def test_giver_and_taker(text: str) -> None:
    given = [c for c in read(text, ON) if c.claim.type.value == "handover"]
    assert [(c.actor, c.recipient) for c in given] == [GIVEN[text]]
