"""Changes of hands told one after the other stand in that order."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from readings import read

from whoholds.control.before import ended_before, is_over
from whoholds.control.evidence import day_of

ON = date(2025, 3, 10)
EVE = ON - timedelta(days=1)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Al-Shabaab seized Cadaado. Government forces recaptured Cadaado.", "seized"),
        ("Al-Shabaab seized Cadaado. The army took it back two days later.", "seized"),
        ("Islamic State captured Tikrit; the army then recaptured Tikrit.", "captured"),
        ("Islamic State captured Tikrit. The army later liberated the city.", "captured"),
        ("Islamic State captured Tikrit. Two weeks later the army seized the city.", "captured"),
        ("The army recaptured Cadaado. Al-Shabaab had seized Cadaado.", "seized"),
        ("JNIM captured Djibo. It was subsequently recaptured by the army.", "captured"),
        ("Islamic State captured Tikrit. The city is now under army control.", "captured"),
        ("Islamic State captured Tikrit. The city is again in the hands of the army.", "captured"),
        ("JNIM captured Djibo, but the army took it back.", "captured"),
        ("JNIM captured Djibo. Residents said that the army had retaken it.", "captured"),
    ],
)
def test_an_order_word_puts_two_changes_in_order(text: str, first: str) -> None:
    claims = read(text, ON)
    ended = ended_before(claims)
    assert {claim.trigger: ended.get(claim.id) for claim in claims if claim.id in ended} == {first: EVE}


@pytest.mark.parametrize(
    "text",
    [
        "Islamic State captured Tikrit. The army said it captured Tikrit.",
        "The Taliban captured Ghazni. The Taliban later captured Herat.",
        "Islamic State captured Tikrit. The army later denied losing the city.",
        "Islamic State captured Tikrit. The army said the city is now under its control.",
        "Tikrit is now under army control. Islamic State captured Tikrit.",
        "Islamic State captured Tikrit. The city is under army control.",
        "The Taliban captured Ghazni. Later it rained.",
        "The army recaptured Cadaado a week after al-Shabaab seized it.",
        "Islamic State captured Tikrit on Monday. The army had recaptured it on Sunday.",
        "Islamic State captured Tikrit. The army will later recapture the city.",
        "Islamic State captured Tikrit, and government forces left it.",
    ],
)
def test_no_order_is_made_up(text: str) -> None:
    assert not ended_before(read(text, ON))


def test_three_changes_stand_one_before_the_other() -> None:
    text = "Al-Shabaab captured Cadaado. The army retook the town. Al-Shabaab then seized Cadaado again."
    claims = read(text, ON)
    days = ended_before(claims)
    ended = {claim.trigger: days[claim.id] for claim in claims if claim.id in days}
    assert ended == {"captured": ON - timedelta(days=2), "retook": EVE}


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("Islamic State held Sirte until December 2016.", True),
        ("Islamic State held Sirte from June 2015 to March 2025.", True),
        ("Tikrit was under Islamic State control for eight months.", True),
        ("Before Friday, Ghazni had been held by the Taliban.", True),
        ("Tikrit has been under Islamic State control for eight months.", False),
        ("The Taliban have held Ghazni since January.", False),
        ("Tikrit was under Islamic State control since Friday.", False),
        ("Islamic State held Tikrit on Sunday.", False),
    ],
)
def test_a_hold_that_is_said_to_have_ended(text: str, over: bool) -> None:
    held = [claim for claim in read(text, ON) if claim.claim.type.value == "hold"]
    assert [is_over(claim) for claim in held] == [over]
    assert day_of(held[0]) <= ON
