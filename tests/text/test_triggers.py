"""Which words can name an event: forms, particles, pairs, and the wide test before parsing."""

from __future__ import annotations

import pytest

from whoholds.claims.frames import FRAMES
from whoholds.lexicon import read_lexicon
from whoholds.model import EventType, Span
from whoholds.text.parse import parse_sentences
from whoholds.text.triggers import find_triggers, has_trigger, lemma_of, stems

LEMMAS = {
    "captured": "capture",
    "retook": "retake",
    "fled": "flee",
    "seizes": "seize",
    "occupied": "occupy",
    "besieging": "besiege",
    "offensives": "offensive",
    "Fell": "fall",
    "table": "table",
}


@pytest.mark.parametrize("word", LEMMAS)
def test_the_dictionary_form(word: str) -> None:
    assert lemma_of(word) == LEMMAS[word]


@pytest.mark.parametrize(
    ("word", "stem"),
    [("cities", "city"), ("gunmen", "gunman"), ("stopped", "stop"), ("taking", "take"), ("glass", "glass")],
)
def test_stems_an_inflected_form_can_come_from(word: str, stem: str) -> None:
    assert stem in list(stems(word))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The rebels fired rockets at Aleppo.", True),
        ("Shusha fell into their hands.", True),
        ("A rebel-held quarter.", True),
        ("Car bombs were found.", True),
        ("The mayor opened a library.", False),
        ("Rockets stood in the museum.", False),
        ("", False),
    ],
)
def test_the_wide_test_before_parsing(words: str, found: bool) -> None:
    assert has_trigger(words) is found


def triggers(text: str) -> list[tuple[str, str, str]]:
    (parsed,) = parse_sentences(text, [Span(0, len(text))])
    return [(t.token.text, t.last.text, t.type.value) for t in find_triggers(parsed)]


TRIGGERS = {
    "The rebels took control of the town.": ("took", "control", "capture"),
    "The army pulled out of the town.": ("pulled", "out", "withdrawal"),
    "An air strike hit the town.": ("strike", "strike", "airstrike"),
    "Fighting raged in the town.": ("Fighting", "Fighting", "clash"),
    "The town was overrun by rebels.": ("overrun", "overrun", "capture"),
    "The siege of the town ended.": ("siege", "siege", "siege"),
}


@pytest.mark.parametrize("text", TRIGGERS)
def test_the_words_of_a_trigger(text: str) -> None:
    assert TRIGGERS[text] in triggers(text)


def test_a_pair_leaves_its_noun_no_trigger_of_its_own() -> None:
    assert triggers("The rebels took control of the town.") == [("took", "control", "capture")]


def test_every_entry_has_a_type_a_frame_and_an_example() -> None:
    rows = read_lexicon("en", "triggers")["trigger"]
    assert {row["type"] for row in rows} == {kind.value for kind in EventType}
    assert {row["frame"] for row in rows} == FRAMES.keys()
    assert all(row["example"].endswith(".") for row in rows)
