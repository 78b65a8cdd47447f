"""The second half of "rebel-held", "Russian-occupied": before it stands who holds what is named after it."""

from __future__ import annotations

import re
from functools import cache

from whoholds.lexicon import read_lexicon


def is_held_by(text: str, end: int) -> bool:
    """True where "-held" or its like follows a word that ends at `end`."""
    return _suffix().match(text, end) is not None


def ends_in_held(words: str) -> bool:
    """True for words that end in "-held" or its like before a name: "… in rebel-held "."""
    return _before_name().search(words) is not None


@cache
def _words() -> str:
    triggers = read_lexicon("en", "triggers")["trigger"]
    return "|".join(one for trigger in triggers for one in trigger.get("suffixes", ()))


@cache
def _suffix() -> re.Pattern[str]:
    return re.compile(rf"[-‑](?:{_words()})\b")


@cache
def _before_name() -> re.Pattern[str]:
    return re.compile(rf"[-‑](?:{_words()}) $")
