"""Parties named in a text."""

from __future__ import annotations

import pytest

from whoholds.text.parties import find_parties


def named(text: str) -> list[tuple[str, str | None]]:
    return [(m.span.of(text), m.name) for m in find_parties(text)]


NAMED = {
    "The Taliban advanced.": [("Taliban", "Taliban")],
    "Afghan security forces fled.": [("Afghan security forces", "Afghan government")],
    "The M23 rebels took Goma.": [("M23 rebels", "M23")],
    "Afghan carpets are sold.": [],
    "Taliban-backed fighters advanced.": [("Taliban-backed fighters", None)],
    "Palestinian fighters advanced.": [("Palestinian fighters", None)],
    "Agence France-Presse reported it.": [],
    "Rwanda-backed M23 rebels advanced.": [("Rwanda-backed M23", "M23"), ("rebels", None)],
    "US-backed Iraqi forces advanced.": [("Iraqi forces", "Iraqi government")],
    "Pro-Haftar forces advanced.": [("Pro-Haftar forces", "Libyan National Army")],
    "A pro-Houthi militia advanced.": [("pro-Houthi militia", "Houthis")],
    "Pro-Iranian fighters advanced.": [("Pro-Iranian fighters", None)],
    "Myanmar's National Democratic Alliance Army (MNDAA) advanced.": [
        ("Myanmar's National Democratic Alliance Army", "MNDAA"),
        ("MNDAA", "MNDAA"),
    ],
    "The Malian army (and Wagner) advanced.": [
        ("Malian army", "Malian government"),
        ("Wagner", "Wagner Group"),
    ],
    "Anti-rebel forces advanced.": [("Anti-rebel forces", None)],
    "An insurgent was shot.": [("insurgent", None)],
    "The Malian army’s convoy.": [("Malian army", "Malian government")],
    "The Syrian Democratic Forces (SDF) advanced.": [
        ("Syrian Democratic Forces", "Syrian Democratic Forces"),
        ("SDF", "Syrian Democratic Forces"),
    ],
}


@pytest.mark.parametrize("text", NAMED)
def test_parties_named(text: str) -> None:
    found = named(text)
    assert [one for one in found if one[0] not in ("The",)] == NAMED[text] or [
        (words.removeprefix("The "), name) for words, name in found
    ] == NAMED[text]


KINDS_OF_WORDS = {
    "The rebels advanced.": ("rebels", "rebels"),
    "The jihadists advanced.": ("jihadists", "rebels"),
    "The mujahideen advanced.": ("insurgents", "rebels"),
    "The junta answered.": ("junta", "government"),
    "Pro-government tribesmen advanced.": ("government", "government"),
    "The army answered.": ("government", "government"),
    "The aggressor answered.": ("enemy", "enemy"),
}


@pytest.mark.parametrize("text", KINDS_OF_WORDS)
def test_generic_words_are_of_a_kind(text: str) -> None:
    (mention,) = find_parties(text)
    assert (mention.word, mention.role, mention.name) == (*KINDS_OF_WORDS[text], None)


def test_a_name_in_small_letters_is_also_read_at_the_beginning_of_a_sentence() -> None:
    assert named("Anti-Gaddafi fighters advanced.") == [
        ("Anti-Gaddafi fighters", "National Transitional Council")
    ]
