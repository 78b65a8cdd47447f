"""The words around an event by their class: what kind of thing a noun means, the stem of an event word."""

from __future__ import annotations

from functools import cache

from whoholds.lexicon import read_lexicon, word_set
from whoholds.text.place_words import kinds
from whoholds.text.syntax import LANDMARKS
from whoholds.text.triggers import lemma_of, stems


def stem_of(word: str) -> str:
    """A word without its ending: "patrolling" → "patrol"."""
    lemma = lemma_of(word)
    if lemma != word:
        return lemma
    return next((word[: -len(end)] for end in ("ing", "ed", "es", "s") if word.endswith(end)), word).rstrip(
        "e"
    )


@cache
def class_of(word: str) -> str:
    """What kind of thing a word means: a settlement, fighters, one that speaks; else "other"."""
    known = _classes()
    return next((known[stem] for stem in stems(word) if stem in known), "other")


@cache
def _classes() -> dict[str, str]:
    tables = read_lexicon("en", "nouns")
    found = {
        word: kind
        for table in ("things", "people", "places")
        for kind, words in tables[table].items()
        if isinstance(words, list)
        for word in words
    }
    found |= kinds()
    found |= dict.fromkeys(word_set("pointing", "of_speakers"), "speaker")
    return found | dict.fromkeys(LANDMARKS, "landmark")
