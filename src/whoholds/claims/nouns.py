"""What kind of thing a noun means: a place, people, fighters, arms; the words stand in `nouns.toml`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from whoholds.lexicon import read_lexicon, word_set
from whoholds.text.triggers import lemma_of, stems

if TYPE_CHECKING:
    from whoholds.text.tokens import Token


@cache
def noun_lemma(word: str) -> str:
    """The singular of a noun, where a list of nouns or triggers knows it; else the lower-cased word."""
    known = _all_nouns()
    word = word.lower()
    return next((stem for stem in stems(word) if stem in known), lemma_of(word))


@cache
def _all_nouns() -> frozenset[str]:
    tables = read_lexicon("en", "nouns").values()
    lists = (words for table in tables for words in table.values() if isinstance(words, list))
    return frozenset(word for words in lists for word in words)


def is_people(word: str, kind: str) -> bool:
    """True for a noun for people of a kind: civilians, fighters, prisoners, officials."""
    return noun_lemma(word) in word_set("nouns", "people", kind)


def is_thing(word: str, kind: str) -> bool:
    """True for a noun for things of a kind: buildings, ways, bombers, artillery, attacks."""
    return noun_lemma(word) in word_set("nouns", "things", kind)


def is_locality(word: str, *kinds: str) -> bool:
    """True for a noun for a place of one of the kinds: settlement, area, facility, part, near."""
    lemma = noun_lemma(word)
    if "facility" in kinds and word in word_set("nouns", "places", "seats"):
        return True
    return any(lemma in word_set("nouns", "places", kind) for kind in kinds)


def is_quantity(word: str) -> bool:
    """True for a noun that counts what stands after its "of"."""
    return noun_lemma(word) in word_set("nouns", "quantities")


def counted(noun: Token) -> Token:
    """What a quantity counts: "dozens of Taliban" → Taliban; the noun itself otherwise."""
    return next(iter(nouns_of(noun)), noun) if is_quantity(noun.text) else noun


def nouns_of(noun: Token) -> list[Token]:
    """The nouns after "of" that hang on a noun."""
    return [
        n
        for c in noun.children
        if c.dep_ == "prep" and c.lower_ == "of"
        for n in c.children
        if n.dep_ == "pobj"
    ]
