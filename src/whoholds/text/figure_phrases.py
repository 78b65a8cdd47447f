"""Counted noun phrases: a quantity and the people it counts, dates and other counts left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from whoholds.lexicon import read_lexicon
from whoholds.model import Span
from whoholds.text.figure_patterns import counted, lowered, moved_from, words_of
from whoholds.text.numbers import number_pattern

REVISED = 120  # characters before "from 8 to 12" in which a verb says that somebody made it another count
_WORD = re.compile(r"[^ \t\n]+")
_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|until|till|of|by|during|late|early|mid|from|to|and),?$", re.IGNORECASE
)
_MEMBERS = re.compile(r"members of $")
_OF_NUMBER = re.compile(rf"[ \t\n]of[ \t\n]{number_pattern()}\b")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A quantity at `start` to `count_end`, and the people it counts up to `end`.

    `noun` is "people" where the noun is known to be people, "none" where the number stands alone, "other"
    where another noun follows that may be a name ("12 Houthis"): then `end` is the end of the number.
    `single`: one person without a number ("the leader").
    """

    start: int
    count_end: int
    end: int
    noun: str
    article: bool
    single: bool = False


def find_phrases(text: str, stretch: Span) -> Iterator[Phrase]:
    """The counted noun phrases of the stretch, in order, none overlapping another."""
    for _, found in counted().find(text, stretch.start, stretch.end):
        match = _what_it_became(text, found, stretch)
        if not _is_date(text, match) and not _negated(text, match.start()):
            phrase = _phrase(match)
            if phrase is not None and not _is_of_another(text, phrase):
                yield phrase


def _what_it_became(text: str, match: re.Match[str], stretch: Span) -> re.Match[str]:
    """ "12" in "the toll rose from 8 to 12": one count that became another is no range."""
    was = moved_from().match(text, match.start(), match.end())
    if was is None:
        return match
    before = _WORD.findall(text[max(stretch.start, match.start() - REVISED) : match.start()].lower())
    if lowered("moving").isdisjoint(before[-3:]) and lowered("tolls_revised").isdisjoint(before):
        return match
    ahead = counted().patterns["counted"].match(text, was.end(), stretch.end)
    return ahead or match


def is_people(word: str) -> bool:
    """True for a noun that means people."""
    plain = word.rstrip("'’.,s") if word.endswith(("'s", "’s")) else word
    return plain.lower() in lowered("people") or plain.lower().endswith(tuple(words_of("people", "endings")))


def _phrase(match: re.Match[str]) -> Phrase | None:
    """The phrase, cut after its last word for people; None where something else is counted."""
    words = list(_WORD.finditer(match["noun"]))
    if words and words[0].group().lower() in lowered("units"):
        return None
    count = match["count"]
    count_end = match.start() + len(count.rstrip())
    article = count.lower().split()[-1] in ("a", "an")
    last = next((word for word in reversed(words) if is_people(word.group())), None)
    if last is not None:
        return Phrase(match.start(), count_end, match.start("noun") + last.end(), "people", article)
    if article or any(word.group().lower() in lowered("units") for word in words):
        return None
    return Phrase(match.start(), count_end, count_end, "other" if words else "none", article)


def _negated(text: str, start: int) -> bool:
    return text[max(0, start - 3) : start].lower() == "no "


def _is_of_another(text: str, phrase: Phrase) -> bool:
    """ "Five members of one family", "a family of five", "both soldiers and civilians"."""
    if _MEMBERS.search(text, max(0, phrase.start - 12), phrase.start):
        return True
    if phrase.article:
        return _OF_NUMBER.match(text, phrase.end) is not None
    both = text[phrase.start : phrase.count_end].lower() == "both"
    return both and phrase.noun != "none" and text.startswith(" and ", phrase.end)


def _is_date(text: str, match: re.Match[str]) -> bool:
    """True for "August 6", "6 August", "in 2015"."""
    count = match["count"].strip()
    if not count.isdigit():
        return False
    before = text[max(0, match.start() - 14) : match.start()].split()
    after = match["noun"].split(None, 1)
    months = _months()
    if len(count) <= 2:
        return bool(before and before[-1].rstrip(".,") in months) or bool(
            after and after[0].rstrip(".,") in months
        )
    if len(count) != 4 or not 1900 <= int(count) < 2100 or not before:
        return False
    return (
        bool(_YEAR_BEFORE.search(before[-1])) or before[-1].rstrip(".,") in months or before[-1].endswith(",")
    )


@cache
def _months() -> frozenset[str]:
    return frozenset(read_lexicon("en", "dates")["months"]["words"])
