"""Patterns looked for at once: what each would find alone, each looked for only where it can begin."""

from __future__ import annotations

import re

import pytest

from whoholds.text.date_forms import date_openers
from whoholds.text.figure_patterns import counted
from whoholds.text.openers import Openers, beginnings

TEXTS = (
    "On 5 May 2021, and again last Monday, 12 soldiers were killed; a week later at 0530 hours 1,200 fled.",
    "Mid-June 2019: the 1990s, 30 BC, 8/12/2014 — two dozen-odd men. IN THE SPRING OF 2020 nobody came.",
    "٣ May, late May, May\n5, at night, the end of the year's war ... between 10 and 15 of the Four",
    "",
    "a",
)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("start", [0, 7])
def test_it_finds_what_each_pattern_finds(text: str, start: int) -> None:
    for openers in (date_openers(), counted()):
        found = sorted((name, match.span()) for name, match in openers.find(text, start))
        alone = [
            (name, match.span())
            for name, pattern in openers.patterns.items()
            for match in pattern.finditer(text, start)
        ]
        assert found == sorted(alone)


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        (r"(?<!\w)(?:[Mm]ay|June?)\b", {"May", "may", "Jun"}),
        (r"(?:the\s)?[12]\d{3}", {"the", "000"}),
        (r"a(?:b|cd)e?", {"ab", "abe", "acd"}),
        (r"a(?:b|\w)c?", {"a"}),
        (r"(?P<n>x)-(?P=n)", {"x-"}),
        (r"[a-zA-Z]x", {f"{letter}x" for letter in "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"}),
        (r"[^b]x", {""}),
        (r".x", {""}),
        (r"(?i)may", {""}),
        (r"(?:ab){2,}", {"aba"}),
        (r"o{0,2}k", {"k", "ok", "ook"}),
    ],
)
def test_what_a_pattern_begins_with(pattern: str, wanted: set[str]) -> None:
    assert beginnings(re.compile(pattern)) == wanted


def test_every_date_and_count_begins_with_a_word() -> None:
    for openers in (date_openers(), counted()):
        for name, pattern in openers.patterns.items():
            begun = beginnings(pattern)
            assert begun, name
            assert all(re.match(r"\w", one) for one in begun), name


def test_a_pattern_does_not_overlap_itself() -> None:
    openers = Openers({"two": re.compile(r"\w+ \w+"), "one": re.compile(r"b")})
    assert [match.group() for _, match in openers.find("a b c d e")] == ["a b", "b", "c d"]
