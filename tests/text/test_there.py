"""Tests of `text/there.py`: "there" after who says so does not hide who it is."""

import pytest

from whoholds.claims.rules import extract
from whoholds.lexicon import read_lexicon
from whoholds.model import Report
from whoholds.text.there import without_there


def claimers(text: str) -> list[str | None]:
    found = extract(Report(text, "An outlet")).claims
    return [one.attribution.claimer.span.of(text) if one.attribution.claimer else None for one in found]


@pytest.mark.parametrize(
    ("text", "claimer"),
    [
        ("The Taliban hold Kunduz city, an aid worker there said on Monday.", "an aid worker"),
        ("The Taliban are holding Kunduz city, an aid worker there said.", "an aid worker"),
        ("Residents there said the rebels had left Goma.", "Residents"),
        ("The army has taken Goma, a doctor there told reporters.", "a doctor"),
    ],
)
def test_who_says_so_is_found_before_there(text: str, claimer: str) -> None:
    assert claimers(text) == [claimer]


def test_only_the_word_is_blanked_and_the_length_stays() -> None:
    example = read_lexicon("en", "attribution")["there"]["example"].replace("{", "").replace("}", "")
    hidden = without_there(example)
    assert len(hidden) == len(example)
    assert hidden == example.replace("there", "     ")


@pytest.mark.parametrize(
    "text",
    [
        "The men who were there said the army holds Goma.",
        "There said nobody a word.",
        "The town is there, say the guides.",
        "Troops stayed there on Monday.",
    ],
)
def test_where_it_belongs_to_another_word_it_stays(text: str) -> None:
    assert without_there(text) == text
