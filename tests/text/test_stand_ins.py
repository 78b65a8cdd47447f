"""Tests of `text/stand_ins.py`: what leads the parser astray does not change who says or does what."""

from typing import Any

import pytest

from whoholds.claims.rules import extract
from whoholds.lexicon import read_lexicon
from whoholds.model import Report
from whoholds.text.stand_ins import as_parsed

WORDS = read_lexicon("en", "stand_ins")


def claims(text: str) -> list[str]:
    found = extract(Report(text, "An outlet")).claims
    return [
        f"{one.type.value}: {one.actor.span.of(text) if one.actor else None}, says"
        f" {one.attribution.claimer.span.of(text) if one.attribution.claimer else None}"
        for one in found
    ]


@pytest.mark.parametrize(("word", "row"), WORDS.items(), ids=list(WORDS))
def test_the_examples(word: str, row: dict[str, Any]) -> None:
    word = row.get("word", word)
    assert as_parsed(row["example"]) == row["example"].replace(word, row["by"])
    assert as_parsed(row["not_in"]) == row["not_in"]
    assert len(row["by"]) == len(word)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The Taliban hold Kunduz city, an aid worker there said on Monday.",
            "hold: The Taliban, says an aid worker",
        ),
        (
            "The Taliban are holding Kunduz city, an aid worker there said.",
            "hold: The Taliban, says an aid worker",
        ),
        ("Residents there said the rebels had left Goma.", "withdrawal: rebels, says Residents"),
        ("The army has taken Goma, a doctor there told reporters.", "capture: army, says a doctor"),
        ("The men who were there said the army holds Goma.", "hold: army, says The men"),
        ("The Taliban claim they have captured Ghazni.", "capture: The Taliban, says The Taliban"),
        ("The Taliban claim to have captured Ghazni.", "capture: The Taliban, says The Taliban"),
        ("The Taliban control all of Ghazni.", "hold: The Taliban, says None"),
        ("The Taliban control Ghazni, residents said.", "hold: The Taliban, says residents"),
        ("The Taliban now control the whole of Ghazni.", "hold: The Taliban, says None"),
        ("The Taliban control nearly all of Ghazni.", "hold: The Taliban, says None"),
    ],
)
def test_who_does_and_who_says(text: str, told: str) -> None:
    assert claims(text) == [told]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("El Obeid remains in army hands despite months of siege.", "hold: army, says None"),
        ("The junta still clings to Sittwe and Kyaukphyu.", "hold: The junta, says None"),
        ("El Fasher remains under RSF control.", "hold: RSF, says None"),
    ],
)
def test_a_verb_after_a_name(text: str, told: str) -> None:
    assert told in claims(text)


def test_forces_that_hand_over_a_town() -> None:
    text = "Kurdish-led forces handed over the city of Deir ez-Zor to the insurgents without a fight."
    assert claims(text) == ["handover: insurgents, says None"]
