"""Which reports are read further: those with words of armed conflict."""

from __future__ import annotations

import re
from functools import cache

from whoholds.lexicon import read_lexicon

WORD = re.compile(r"[a-z][a-z'-]*[a-z0-9]+|[a-z]\d+")


@cache
def _lists() -> tuple[frozenset[str], tuple[str, ...], frozenset[str], int]:
    data = read_lexicon("en", "triage")
    phrases = tuple(word for word in data["strong"] if " " in word)
    return frozenset(data["strong"]), phrases, frozenset(data["weak"]), data["needed"]


def is_warlike(text: str) -> bool:
    """True when one strong word of armed conflict stands in the text with any other, or several weak ones."""
    strong, phrases, weak, needed = _lists()
    lowered = text.lower()
    words = set(WORD.findall(lowered))
    strength = 2 * len(words & strong) + 2 * sum(phrase in lowered for phrase in phrases) + len(words & weak)
    return bool(strength >= needed + 1)
