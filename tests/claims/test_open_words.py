"""Questions, rumours, parts of towns, sieges that are over: what is no full claim of a fact."""

from __future__ import annotations

import pytest
from readings import in_report, read

# fmt: off
ASKED = [
    "Have the Taliban captured Kunduz?",
    "Is Kunduz under Taliban control?",
    "Has Kunduz fallen to the Taliban?",
    "Did the army recapture Kunduz?",
    "“Has Kunduz fallen?” an officer asked.",
]
PRESUPPOSED = [
    "Why did the Taliban capture Kunduz?",
    "When did the Taliban capture Kunduz?",
    "The Taliban captured Kunduz. Will they hold it?",
]
RUMOURS = [
    "Rumours spread on Sunday that the Taliban had captured Kunduz.",
    "Rumours that the Taliban had captured Kunduz spread on Sunday.",
    "Social media posts claimed that Kunduz had fallen to the Taliban.",
    "Users on Twitter said Kunduz had fallen to the Taliban.",
    "An anonymous account said the Taliban had captured Kunduz.",
    "Posts on Facebook said the Taliban had captured Kunduz.",
]
ANSWERED_FOR = [
    ("Taliban accounts on Telegram said Kunduz had fallen to the Taliban.", "Taliban accounts on Telegram"),
    ("The mayor posted that the Taliban had captured Kunduz.", "The mayor"),
    ("Residents said on social media that the Taliban had captured Kunduz.", "Residents"),
    ("A bank's accounts chief said the Taliban had captured Kunduz.", "A bank's accounts chief"),
]
PRECISIONS = [
    ("Taliban fighters seized central Kunduz on Sunday.", "part"),
    ("The Taliban raised their flag in central Kunduz on Sunday.", "part"),
    ("The Taliban captured downtown Kunduz.", "part"),
    ("The Taliban captured western Kunduz.", "part"),
    ("The Taliban captured parts of Kunduz.", "part"),
    ("The Taliban captured the central city of Kunduz.", "exact"),
    ("The Taliban captured the northern city of Kunduz.", "exact"),
    ("In northern Afghanistan the Taliban captured Kunduz.", "exact"),
    ("The Taliban captured Kunduz, in the north.", "exact"),
    ("The Taliban captured all of Kunduz.", "exact"),
]
OVER = [
    "The siege of Goma was lifted.",
    "The Congolese army broke the siege of Goma.",
    "The siege of Goma has ended.",
    "The siege of Goma is over.",
    "Residents celebrated the lifting of the siege of Goma.",
    "The Congolese army lifted the blockade of Goma.",
]
NOT_OVER = [
    "The army vowed to lift the siege of Goma.",
    "The army failed to break the siege of Goma.",
    "The UN called for an end to the siege of Goma.",
    "The army may have broken the siege of Goma.",
    "The siege of Goma goes on.",
]
# fmt: on


@pytest.mark.parametrize("text", ASKED)
def test_what_is_only_asked_is_no_claim(text: str) -> None:
    assert read(in_report(text)) == ()


@pytest.mark.parametrize("text", PRESUPPOSED)
def test_what_a_question_takes_for_granted_is_one(text: str) -> None:
    assert [claim.claim.factuality.value for claim in read(in_report(text))] == ["certain"]


@pytest.mark.parametrize("text", RUMOURS)
def test_nobody_answers_for_a_rumour(text: str) -> None:
    (claim,) = read(in_report(text))
    assert (claim.claimer, claim.side, claim.claim.unverified) == ("unnamed", None, True)


@pytest.mark.parametrize(("text", "claimer"), ANSWERED_FOR)
def test_what_somebody_says_on_the_net_is_his(text: str, claimer: str) -> None:
    (claim,) = read(in_report(text))
    assert (claim.claimer, claim.claim.unverified) == (claimer, False)


@pytest.mark.parametrize(("text", "precision"), PRECISIONS)
def test_how_much_of_a_town(text: str, precision: str) -> None:
    assert [claim.precision.value for claim in read(in_report(text))] == [precision]


@pytest.mark.parametrize("text", OVER)
def test_a_siege_that_is_over_is_denied(text: str) -> None:
    told = [(claim.claim.type.value, claim.claim.factuality.value) for claim in read(in_report(text))]
    assert told == [("siege", "denied")]


@pytest.mark.parametrize("text", NOT_OVER)
def test_a_siege_that_is_not_over_is_not_denied(text: str) -> None:
    assert "denied" not in {claim.claim.factuality.value for claim in read(in_report(text))}
