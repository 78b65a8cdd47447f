"""Who lost a place whose fall is told by one side: its holder by the land it governs, never an onlooker."""

from __future__ import annotations

from datetime import date

import pytest
from readings import in_report, read

UKRAINE = "Russia and Ukraine are at war. Russian and Ukrainian troops fight on. Ukraine resists."
LATER = date(2022, 8, 8)
AFGHAN, CONGOLESE = "Afghan government", "Congolese government"

# fmt: off
ONLOOKERS = [  # a state or organisation that does not govern there: neither taker nor loser
    "Rwandan officials said Bukavu had fallen.",
    "The Kremlin said Toretsk had fallen.",
    "Russian generals reported the fall of Bakhmut.",
    "Pakistan said Kunduz had fallen.",
    "An Iranian minister said that Kunduz had fallen.",
    "Turkish officials announced the fall of Afrin.",
    "Ukraine said Sudzha had fallen.",
    "A Ugandan army spokesman said Bunia had fallen.",
    "The Azerbaijani president said Shusha had fallen.",
    "American officials said Kunduz had fallen.",
    "The United Nations said Goma had fallen.",
    "NATO said Kunduz had fallen.",
    "French officials said Gao had fallen.",
]
LOSERS = [  # who governs there admits it
    ("Afghan officials said Kunduz had fallen.", AFGHAN),
    ("A provincial councillor said Kunduz had fallen.", AFGHAN),
    ("Congolese officials said Goma had fallen.", CONGOLESE),
    ("The Congolese army confirmed the fall of Bukavu.", CONGOLESE),
    ("Ukrainian officials said Bakhmut had fallen.", "Ukraine"),
    ("The Kremlin said Sudzha had fallen.", "Russia"),
    ("The Malian army said Gao had fallen.", "Malian government"),
    ("Armenia acknowledged the loss of Shusha.", "Armenia"),
    ("The Syrian army said Idlib had fallen.", "Syrian government"),
    ("Sudanese officials said El Fasher had fallen.", "Sudanese government"),
]
TAKERS = [
    ("M23 said Goma had fallen.", "M23"),
    ("A Taliban spokesman announced the fall of Kunduz.", "Taliban"),
    (f"{UKRAINE} Russia said Toretsk had fallen.", "Russia"),
    (f"{UKRAINE} Ukrainian officials said Toretsk had fallen.", "Russia"),
    (f"{UKRAINE} Ukrainian officials reported the fall of Bakhmut.", "Russia"),
]
HOLDERS = [
    ("The US denied that Kunduz had fallen.", None),
    ("Pakistan denied that Kunduz had fallen.", None),
    ("Armenia denied the capture of Shusha by Azerbaijan.", "Armenia"),
    ("The Afghan army denied that Kunduz had fallen.", AFGHAN),
    ("Ukraine denied that Bakhmut had fallen.", "Ukraine"),
]
# fmt: on


@pytest.mark.parametrize("text", ONLOOKERS)
def test_who_only_looks_on_neither_takes_nor_loses(text: str) -> None:
    (claim,) = read(in_report(text))
    assert (claim.actor, claim.recipient) == (None, None)
    assert not claim.against_interest
    assert not claim.own_interest


@pytest.mark.parametrize(("text", "loser"), LOSERS)
def test_who_governs_there_admits_a_loss(text: str, loser: str) -> None:
    (claim,) = read(in_report(text))
    assert (claim.recipient, claim.against_interest) == (loser, True)


GOVERNING = [  # an armed group that governs goes on taking what it has not yet: (taker, loser)
    ("A Taliban spokesman said Kunduz had fallen.", None, None),
    ("Sources in the Taliban said Bazarak had fallen.", None, None),
    ("The Taliban admitted that Bazarak had fallen.", None, "Taliban"),
    ("The National Resistance Front holds out. The Taliban said Bazarak had fallen.",
     "Taliban", "National Resistance Front"),
    ("The National Resistance Front fights the Taliban, who conceded that Bazarak had fallen.",
     "National Resistance Front", "Taliban"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "taker", "loser"), GOVERNING)
def test_a_group_that_governs_tells_of_its_gain_or_abstains(
    text: str, taker: str | None, loser: str | None
) -> None:
    claim = read(in_report(text), LATER)[-1]
    assert (claim.actor, claim.recipient) == (taker, loser)
    assert claim.against_interest == (loser == "Taliban")


@pytest.mark.parametrize(("text", "taker"), TAKERS)
def test_who_fights_the_one_that_governs_there_takes(text: str, taker: str) -> None:
    assert [claim.actor for claim in read(in_report(text))] == [taker]


@pytest.mark.parametrize(("text", "holder"), HOLDERS)
def test_who_only_looks_on_does_not_hold(text: str, holder: str | None) -> None:
    assert [claim.actor for claim in read(in_report(text))] == [holder]
