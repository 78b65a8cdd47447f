"""Parties named in a text, and what generic words stand for in a report."""

from __future__ import annotations

from datetime import date

import pytest

from whoholds.text.parties import Focus, find_parties, resolve_parties


def named(text: str) -> list[tuple[str, str | None]]:
    return [(m.span.of(text), m.name) for m in find_parties(text)]


NAMED = {
    "The Taliban advanced.": [("Taliban", "Taliban")],
    "Afghan security forces fled.": [("Afghan security forces", "Afghan government")],
    "The M23 rebels took Goma.": [("M23 rebels", "M23")],
    "Afghan carpets are sold.": [],
    "Taliban-backed fighters advanced.": [("fighters", None)],
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


def resolved(text: str, country: str | None, on: date | None = None) -> list[str | None]:
    mentions = find_parties(text)
    return [m.name for m in resolve_parties(mentions, Focus(mentions, country, on))]


FOCUS = [
    ("The Taliban advanced. The insurgents took a base.", "AF", None, ["Taliban", "Taliban"]),
    ("The Taliban fought the army.", "AF", date(2021, 8, 8), ["Taliban", "Afghan government"]),
    ("The Taliban said security forces were there.", "AF", date(2021, 9, 1), ["Taliban", "Taliban"]),
    ("Security forces were there.", "AF", date(2021, 8, 15), ["Afghan government"]),
    ("Security forces were there.", "AF", None, ["Afghan government"]),
    ("The rebels advanced.", "ML", None, [None]),
    ("The army advanced.", None, None, [None]),
    ("M23 advanced. The army fled from the rebels.", "CD", None, ["M23", "Congolese government", "M23"]),
]


@pytest.mark.parametrize(("text", "country", "on", "expected"), FOCUS)
def test_generic_words(text: str, country: str | None, on: date | None, expected: list[str | None]) -> None:
    assert resolved(text, country, on) == expected


def test_the_opponent_is_told_only_when_one_side_is_left() -> None:
    one = Focus(find_parties("The Taliban and the Afghan army."), "AF")
    assert one.opponent("Taliban") == "Afghan government"
    assert one.opponent("Afghan government") == "Taliban"
    many = Focus(find_parties("Tuareg rebels and JNIM fight the Malian army."), "ML")
    assert many.opponent("Malian government") is None
    assert many.opponent("nobody known") is None


def test_a_group_that_governs_is_no_rebel_any_more() -> None:
    text = "The Taliban arrested fighters of the National Resistance Front."
    before, later = (Focus(find_parties(text), "AF", day) for day in (date(2021, 8, 1), date(2022, 8, 1)))
    assert before.taker() is None
    assert later.taker() == "National Resistance Front"
    assert later.opponent("National Resistance Front") == "Taliban"
