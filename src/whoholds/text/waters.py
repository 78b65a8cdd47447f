"""Names of towns that stand for a river: "across the Dnipro", "the Oskil river"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from whoholds.model import Place, Span
from whoholds.text.place_words import place_words

TOWN = "settlement"
BACK = 30  # characters before a name in which the words stand that lead to it


def is_water(text: str, name: Span, candidates: Sequence[Place]) -> bool:
    """True where the words say that a river is meant, and no province or country bears its name.

    A town has no article: "across the Dnipro" is over the river, where no noun follows ("the Dnipro region").
    """
    before = text[max(0, name.start - BACK) : name.start]
    if _flows().match(text, name.end) is not None or _river_of().search(before):
        return True
    if _bank_of().search(before) or _has_bank().match(text, name.end):
        return True
    towns = all(place.kind == TOWN for place in candidates)
    river = towns or text[name.start : name.end] in place_words("waters", "articled")
    return river and _led_by().search(before) is not None and _ends().match(text, name.end) is not None


@cache
def _flows() -> re.Pattern[str]:
    return re.compile(rf" (?:{'|'.join(sorted(place_words('waters')))})\b")


@cache
def _river_of() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(place_words('waters', 'before')))}) $")


@cache
def _bank_of() -> re.Pattern[str]:
    """Words before a river with or without an article: "the left bank of Dnipro"."""
    sides = "|".join(sorted(place_words("waters", "sides")))
    return re.compile(rf"\b(?:{sides}) banks? of (?:the )?$", re.IGNORECASE)


@cache
def _has_bank() -> re.Pattern[str]:
    """What follows the name of a river: "the Dnipro's left bank"."""
    sides = "|".join(sorted(place_words("waters", "sides")))
    return re.compile(rf"(?:['’]s)? (?:{sides}) banks?\b")


@cache
def _led_by() -> re.Pattern[str]:
    words = "|".join(sorted(place_words("waters", "leading"), key=len, reverse=True))
    return re.compile(rf"\b(?:{words}) the $", re.IGNORECASE)


@cache
def _ends() -> re.Pattern[str]:
    """What follows a name behind which no noun stands."""
    words = "|".join(sorted(place_words("waters", "following")))
    return re.compile(rf"\s*(?:$|[.,;:!?)”\"]|(?:{words})\b)")
