"""From the words of a quantity to an estimate: "at least 30", "dozens", "between 10 and 15"."""

from __future__ import annotations

import re

from whoholds.model import Estimate
from whoholds.text.figure_patterns import lowered, words_of
from whoholds.text.numbers import number_pattern, read_number

_NUMBER = re.compile(number_pattern())


def read_estimate(words: str) -> Estimate | None:
    """The estimate that a quantity stands for, None where it holds no number.

    "about 20" is 20, 20, 20; "at least 20" is 20, 20, open; "nearly 20" open, 20, 20; "dozens" 24, open, 99;
    "between 10 and 15" 10, open, 15.
    """
    plain = " ".join(words.lower().split())
    vague = _vague(plain)
    if vague is not None:
        return vague
    numbers = [value for found in _NUMBER.findall(plain) if (value := read_number(found)) is not None]
    if not numbers:
        return Estimate(1, 1, 1) if re.search(r"\ban?$", plain) else None
    if len(numbers) > 1 and numbers[0] < numbers[-1]:
        return Estimate(numbers[0], None, numbers[-1])
    return _qualified(plain, numbers[0])


def _vague(plain: str) -> Estimate | None:
    bare = re.sub(r"(?: of)?(?: (?:the|its|their|his))?(?: more)?$", "", plain)
    for words in sorted(words_of("vague"), key=len, reverse=True):
        if bare == words or bare.endswith(" " + words):
            low, high = words_of("vague")[words]
            return Estimate(low, low if low == high else None, high or None)
    return None


def _qualified(plain: str, number: int) -> Estimate:
    if any(re.match(rf"(?:\w+ )?{re.escape(words)} ", plain) for words in lowered("at_least")):
        return Estimate(number, number, None)
    if any(re.match(rf"(?:\w+ )?{re.escape(words)} ", plain) for words in lowered("at_most")):
        return Estimate(None, number, number)
    return Estimate(number, number, number)
