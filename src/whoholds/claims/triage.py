"""Which reports are read further: those in English with words of armed conflict."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from whoholds.claims.nouns import is_locality, is_people
from whoholds.lexicon import read_lexicon, word_set
from whoholds.text.language import find_language, language_name
from whoholds.text.parties import STATES, find_parties
from whoholds.text.triggers import WORD as NOUN
from whoholds.text.triggers import has_trigger

SHORT = 200  # characters: the language of a shorter text is uncertain, and it may hold one word of war only
WORD = re.compile(r"[a-z][a-z'-]*[a-z0-9]+|[a-z]\d+")

LOCALITIES = ("settlement", "area", "facility", "part", "near")


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
    warlike = is_warlike(text)
    language = find_language(text, doubted=warlike)
    if language not in ("en", "und") and not _is_short_english(text, warlike=warlike):
        return f"not read: {language_name(language)}"
    return None if warlike else "not read: no words of armed conflict"


def _is_short_english(text: str, *, warlike: bool) -> bool:
    """True for a headline or sentence whose words are English, whatever its language was taken for."""
    if not warlike or len(text) >= SHORT:
        return False
    words = set(WORD.findall(text.lower()))
    return bool(words & word_set("triage", "english")) or (text.isascii() and len(text) < SHORT // 3)


def is_warlike(text: str) -> bool:
    """True when one strong word of armed conflict stands in the text, or several weak ones.

    In a short text any word that can name an event is enough; one of everyday use ("win", "set") only beside
    a party, armed people or a kind of place.
    """
    lists = _lists()
    words, strong = _strong(text)
    weak = len(words & lists.weak)
    if 2 * strong + weak >= lists.needed:
        return True
    if weak and _names_group(text):
        return True
    if len(text) >= SHORT or not has_trigger(text):
        return False
    return bool(weak) or has_trigger(text, besides=word_set("triage", "everyday")) or _is_of_war(text)


def _names_group(text: str) -> bool:
    """True when the text names an armed group ("Wagner Group", "the RSF")."""
    told = (one for one in find_parties(text) if one.how == "named" and one.name is not None)
    return any(one.role not in STATES and one.role != "international" and not one.vague for one in told)


def _strong(text: str) -> tuple[set[str], int]:
    """The words of the text, small letters, and how many strong ones are among them."""
    lists = _lists()
    lowered = text.lower()
    words = set(WORD.findall(lowered))
    return words, len(words & lists.strong) + sum(phrase in lowered for phrase in lists.phrases)


def _is_of_war(text: str) -> bool:
    """True when the text names a party, armed people or a kind of place."""
    if find_parties(text):
        return True
    words = NOUN.findall(text)
    return any(is_people(word, "fighters") or is_locality(word, *LOCALITIES) for word in words)
