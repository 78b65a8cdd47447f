"""Whose side a claimer is on by the party beside his words: its outlets, appointees and partisans."""

from __future__ import annotations

from datetime import date

import pytest
from readings import in_report, read

from whoholds.gazetteer import load_gazetteer
from whoholds.model import Published
from whoholds.sides import Teller, side_of_coded

AT_WAR = "The Taliban and the Afghan army are at war."
AFGHAN = "Afghan government"

# fmt: off
SIDES = [
    ("Taliban radio", "Taliban"),
    ("The Taliban's own news agency", "Taliban"),
    ("A Taliban-run channel", "Taliban"),
    ("A Taliban-appointed governor", "Taliban"),
    ("A pro-Taliban police chief", "Taliban"),
    ("Taliban-linked accounts", "Taliban"),
    ("Pakistani state television", "Pakistan"),
    ("Pakistan's state media", "Pakistan"),
    ("The Moscow-installed governor", "Russia"),
    ("A pro-Russian official", "Russia"),
    ("Afghan radio", None),
    ("Pakistani media", None),
    ("A resident of Taliban-run Khulm", None),
    ("A doctor in Taliban-controlled Khulm", None),
    ("Pro-government residents", None),
    ("Former Afghan officials", None),
    ("An ex-governor", None),
    ("Hamid Amin, a retired Afghan general", None),
    ("Hamid Amin, once a former mayor, an Afghan general", AFGHAN),
    ("An Afghan general", AFGHAN),
]
THEIRS = [
    ("The Taliban repeated their claim that they had captured Kunduz.", "Taliban"),
    ("The Taliban put out a video to back their claim that they had captured Kunduz.", "Taliban"),
    ("The army stood by its claim that it had recaptured Kunduz.", AFGHAN),
    ("Residents repeated their claim that the Taliban had captured Kunduz.", None),
    ("Witnesses stood by the Taliban and their claim that they had captured Kunduz.", None),
]
CODED = [
    ("Zabihullah Mujahid, a Taliban spokesman", "Taliban", "Taliban"),
    ("a Taliban commander", "Taliban", "Taliban"),
    ("Taliban fighters", None, "Taliban"),
    ("the provincial council", "Taliban", AFGHAN),
    ("an army officer", "Taliban", AFGHAN),
    ("an army officer", "Pakistan", None),  # it may be Pakistan's own
    ("residents", "Taliban", None),
    ("AFP", "Taliban", None),
    ("a former Taliban commander", "Taliban", None),
]
# fmt: on


@pytest.mark.parametrize(("claimer", "side"), SIDES)
def test_the_side_of_a_claimer(claimer: str, side: str | None) -> None:
    claims = read(in_report(f"{claimer} said that Taloqan had fallen to the rebels.", AT_WAR))
    assert claims[-1].side == side


@pytest.mark.parametrize(("text", "side"), THEIRS)
def test_whose_claim_their_claim_is(text: str, side: str | None) -> None:
    (claim,) = read(in_report(text, AT_WAR))
    assert claim.side == side


@pytest.mark.parametrize(("claimer", "actor", "side"), CODED)
def test_the_side_of_a_claimer_who_was_coded_without_one(
    claimer: str, actor: str | None, side: str | None
) -> None:
    teller = Teller(claimer, "Kunduz", actor, Published(date(2021, 8, 8)))
    assert side_of_coded(teller, load_gazetteer()) == side
