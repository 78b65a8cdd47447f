"""Which reports are read further: those in English with words of armed conflict."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from whoholds.lexicon import read_lexicon
from whoholds.text.language import find_language, language_name

SHORT = 80  # characters: the language of a shorter text is uncertain, its English words of war are not
WORD = re.compile(r"[a-z][a-z'-]*[a-z0-9]+|[a-z]\d+")


@dataclass(frozen=True, slots=True)
class _Words:
    strong: frozenset[str]
    phrases: tuple[str, ...]
    weak: frozenset[str]
    needed: int


@cache
def _lists() -> _Words:
    data = read_lexicon("en", "triage")
    strong, weak = data["strong"]["words"], data["weak"]["words"]
    phrases = tuple(word for word in strong if " " in word)
    return _Words(frozenset(strong), phrases, frozenset(weak), data["weak"]["needed"])


def why_not_read(text: str) -> str | None:
    """Why a report is not read further ("not read: Ukrainian"), None when it is. Never raises."""
    language = find_language(text)
    warlike = is_warlike(text)
    if language not in ("en", "und") and not (warlike and len(text) < SHORT):
        return f"not read: {language_name(language)}"
    return None if warlike else "not read: no words of armed conflict"


def is_warlike(text: str) -> bool:
    """True when one strong word of armed conflict stands in the text with any other, or several weak ones."""
    lists = _lists()
    lowered = text.lower()
    words = set(WORD.findall(lowered))
    strong = len(words & lists.strong) + sum(phrase in lowered for phrase in lists.phrases)
    return 2 * strong + len(words & lists.weak) >= lists.needed
