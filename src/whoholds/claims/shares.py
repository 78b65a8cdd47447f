"""How much of a place its words mean: "40 percent of", "a third of", "three districts of"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from whoholds.lexicon import read_lexicon

REACH = 70  # characters before a name in which a share of it is told
HALF = 0.5


def is_small_share(before: str) -> bool:
    """True when the words before a name mean one half of the place or less, or some pieces of it.

    "Most of" and "80 percent of" a place stand for it (docs/codebook.md); "two thirds of" does too.
    """
    told = _pattern().search(before[-REACH:].lower())
    if told is None:
        return _piece().search(before[-REACH:]) is not None
    if told["pieces"] or told["less"]:
        return True
    return _share(told) <= HALF


def _share(told: re.Match[str]) -> float:
    numbers, words = _numbers(), read_lexicon("en", "nouns")["shares"]
    if told["percent"]:
        number = told["percent"].replace(",", ".")
        return (numbers[number] if number in numbers else float(number)) / 100
    if told["count"]:
        return numbers[told["count"]] / max(1, numbers[told["of"]])
    return numbers.get(told["times"] or "a", 1) / int(words["fractions"][told["fraction"]])


@cache
def _numbers() -> Mapping[str, int]:
    lists = read_lexicon("en", "numbers")
    digits = {str(number): number for number in range(1, 100)}
    return {**lists["cardinals"]["words"], **lists["articles"]["words"], **digits}


@cache
def _pattern() -> re.Pattern[str]:
    words = read_lexicon("en", "nouns")["shares"]
    number = _any(_numbers())
    pieces = f"{_any(words['pieces'])}s"
    told = (
        rf"(?P<percent>\d{{1,3}}(?:[.,]\d+)?|{number})[ -]?(?:{_any(words['percent'])})",
        rf"(?:(?P<times>{number})[ -])?(?:\w+ern )?(?P<fraction>{_any(words['fractions'])})s?",
        rf"(?P<count>{number}) (?:out )?of (?:the |its )?(?P<of>{number}) {pieces}",
        rf"(?P<less>{_any(words['less'])})",
        rf"(?P<pieces>(?:{number}|{_any(words['some'])}) (?:\w+ )?{pieces})",
    )
    return re.compile(rf"\b(?:{'|'.join(told)}) of (?:the )?(?:(?:\w+ )?(?:{_any(words['towns'])}) of )?$")


@cache
def _piece() -> re.Pattern[str]:
    """ "the Solino district of", "Kanal, a district of": one piece by its name."""
    pieces = _any(read_lexicon("en", "nouns")["shares"]["pieces"])
    return re.compile(rf"(?:\b[A-Z][\w'’-]*|\b(?:a|an)(?: \w+)?) {pieces} of (?:the (?:city|town) of )?$")


def _any(words: Mapping[str, object] | list[str]) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return rf"(?:{'|'.join(map(re.escape, ordered))})"
