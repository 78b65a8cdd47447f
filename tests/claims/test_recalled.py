"""What is remembered or joked is no claim, and what is rumoured is open."""

from __future__ import annotations

import pytest
from readings import in_report, read

NO_NEWS = [
    "Residents remember when the Taliban captured Kunduz.",
    "Residents still remember the day the Taliban captured Kunduz.",
    "She remembered how the Taliban captured Kunduz.",
    "The day the Taliban captured Kunduz changed her life.",
    "The night the Taliban captured Kunduz haunted him.",
    "Saturday marks ten years since the Taliban captured Kunduz.",
    "Two years after the Taliban captured Kunduz, its market is empty.",
    "Kunduz is all but in Taliban hands.",
    "Kunduz is all but under Taliban control.",
    "A man joked that the Taliban had taken Kunduz.",
    "The mayor of Kunduz joked that the Taliban had taken his city.",
]
NEWS = [
    "Residents said they saw how the Taliban captured Kunduz.",
    "On the day the Taliban captured Kunduz, the governor fled.",
    "Two days after the Taliban captured Kunduz, its market is empty.",
    "The Taliban captured Kunduz days after a siege began.",
    "The mayor remembers his home and said the Taliban had captured Kunduz.",
    "The Taliban captured Kunduz, which changed her life.",
]
RUMOURS = [
    "There was a rumour that the Taliban had captured Kunduz.",
    "Residents heard rumours that Kunduz had fallen.",
]


@pytest.mark.parametrize("text", NO_NEWS)
def test_what_is_remembered_or_joked_is_no_claim(text: str) -> None:
    assert not read(in_report(text))


@pytest.mark.parametrize("text", NEWS)
def test_what_is_told_stays_a_claim(text: str) -> None:
    found = {one.claim.factuality.value for one in read(in_report(text)) if one.claim.type.value == "capture"}
    assert found == {"certain"}


@pytest.mark.parametrize("text", RUMOURS)
def test_what_is_rumoured_is_possible_and_unverified(text: str) -> None:
    found = [(one.claim.factuality.value, one.claim.unverified) for one in read(in_report(text))]
    assert found == [("possible", True)]
