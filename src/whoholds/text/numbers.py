"""Numbers in digits and words: "1,200", "1.2 million", "two dozen", "twenty-three"."""

from __future__ import annotations

import re
from functools import cache

from whoholds.lexicon import read_lexicon

LARGEST = 10**12  # no count of people and no year is larger: longer rows of digits are not numbers here


def read_number(words: str) -> int | None:
    """The whole number the words stand for, None where they are not a number.

    "half" and fractions of people are not read; "1.2 million" is 1,200,000.
    """
    total, current, seen = 0, 0.0, False
    for token in _TOKEN.findall(words.lower()):
        value = _token_value(token)
        if value is None:
            return None
        if token in _table("magnitudes") or token in _table("groups"):
            current = (current if seen and current else 1) * value
            if value >= 1000:
                total, current = total + round(current), 0.0
        elif token != "and":
            current += value
        seen = True
    number = total + round(current)
    return number if seen and number < LARGEST else None


def number_pattern() -> str:
    """A regular expression, without groups, for numbers in digits or words (articles left out)."""
    digits = r"\d{1,3}(?:,\d{3})+|\d{1,9}(?:\.\d{1,2}(?=[ ]\w*illion))?"
    scale = "|".join(_table("magnitudes"))
    groups = "dozen|score"
    words = "|".join(sorted(_table("cardinals"), key=len, reverse=True))
    word = rf"(?:{words})(?:-(?:{words}))?"
    first = rf"(?:{digits}|{_capital(word)})"
    tail = rf"(?:[ -](?:{scale}|{groups})(?![\w-])(?:[ ](?:and[ ])?(?:{word}|\d{{1,3}})(?![\w-]))?){{0,3}}"
    return rf"(?:{first}{tail}|[Aa]n?[ ](?:{scale}|{groups})(?![\w-]))"


_TOKEN = re.compile(r"\d[\d,]*(?:\.\d+)?|[a-z]+")


def _capital(pattern: str) -> str:
    """The pattern with either case of each word's first letter."""
    return re.sub(
        r"(?<![a-z\\])([a-z])(?=[a-z]{2,})", lambda m: f"[{m.group(1).upper()}{m.group(1)}]", pattern
    )


def _token_value(token: str) -> float | None:
    if token[0].isdigit():
        return _digits_value(token)
    if token in ("and", "of"):
        return 0
    for group in ("cardinals", "articles", "magnitudes", "groups", "ordinals"):
        if token in _table(group):
            return _table(group)[token]
    return None


def _digits_value(token: str) -> float | None:
    plain = token.replace(",", "")
    return float(plain) if len(plain) <= 15 else None


@cache
def _table(group: str) -> dict[str, int]:
    words: dict[str, int] = dict(read_lexicon("en", "numbers")[group]["words"])
    if group == "groups":
        words |= {f"{word}s": value for word, value in words.items()}
    return words
