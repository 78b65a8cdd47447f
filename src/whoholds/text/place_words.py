"""The words of `places.toml`, and the patterns made of them: kinds of place, directions, titles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from whoholds.lexicon import read_lexicon, word_set
from whoholds.ontology import Parties, parties

BEFORE = re.compile(
    r"(?P<kind>[A-Za-z]+)(?:,? (?:of|in|called|named))?"
    r" (?:the |northern |southern |eastern |western |central )*$"
)
_ARTICLE = r"(?:al|el|ad|ash|as|at|an|ar|az|e|i|ul)-"
_WORD = r"[A-Z][\w'’]{0,40}"
PROPER = rf"(?:{_ARTICLE})?{_WORD}(?:[- ](?:{_ARTICLE})?{_WORD}|-[a-z]{{1,3}}[- ]{_WORD}){{0,7}}"
"""A proper name of at most eight words: a longer run would be gone through anew from each of its words."""


def place_words(table: str, key: str = "words") -> frozenset[str]:
    """The words under a key of a table of `places.toml`."""
    return word_set("places", table, key)


def is_demonym(word: str) -> bool:
    """True for "Russian", "Malian": said of what belongs to a country, never the name of a town."""
    return word in _demonyms(parties())


@cache
def _demonyms(known: Parties) -> frozenset[str]:
    return frozenset(word for party in known for word in party.demonyms)


def demonym_countries() -> Mapping[str, str]:
    """Adjective of a state → its country (ISO 3166-1): "Malian" → ML."""
    return _demonym_countries(parties())


@cache
def _demonym_countries(known: Parties) -> Mapping[str, str]:
    states = [party for party in known if party.kind == "government" and party.countries]
    return {word: party.countries[0] for party in states for word in party.demonyms if word.isalpha()}


@cache
def taking_abroad() -> Mapping[str, frozenset[str]]:
    """The countries in which a state takes places, by the state's country (ISO 3166-1)."""
    told = read_lexicon("en", "places")["abroad"]["words"]
    return {state: frozenset(where.split()) for state, where in told.items()}


@cache
def kinds() -> Mapping[str, str]:
    """Noun → the kind of place that it says: "governorate" → province."""
    table = read_lexicon("en", "places")["kinds"]
    return {word: kind for kind, words in table.items() if isinstance(words, list) for word in words}


@cache
def kind_after() -> re.Pattern[str]:
    """A noun for a kind of place right after a name, or after one word more ("Kunduz military airport")."""
    nouns = _either(_capital_or_not(word) for word in kinds() if word != "provincial")
    return re.compile(rf"(?:['’]s)?[ ]+(?:(?:[a-z]+|International|Military|Air)[ ]+)?(?P<kind>{nouns})\b")


def _capital_or_not(word: str) -> str:
    return f"[{word[0].upper()}{word[0]}]{word[1:].replace(' ', '[ -]')}"


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


@cache
def named_pattern() -> re.Pattern[str]:
    """A name after "the village of": `noun` and `name`."""
    return re.compile(rf"\b(?P<noun>{_either(place_words('locative', 'strong'))}) (?P<name>{PROPER})")


@cache
def included_pattern() -> re.Pattern[str]:
    """A name after "several towns near X, including": `noun` and `name`."""
    nouns = _either(place_words("locative", "plural"))
    return re.compile(rf"\b(?P<noun>{nouns})\b[^.;:!?\n]{{0,60}}, including (?P<name>{PROPER})")


@cache
def described_pattern() -> re.Pattern[str]:
    """A name before "village", inside of a sentence."""
    nouns = _either(place_words("locative", "nouns") | place_words("locative", "titled"))
    return re.compile(rf"(?<![.!?“\"] )\b(?:{_WORD}['’]s )?(?P<name>{PROPER}) (?:{nouns})\b")


@cache
def lying_pattern() -> re.Pattern[str]:
    """A name before "is located 14 kilometres south of"."""
    verbs = _either(place_words("locative", "lying"))
    return re.compile(
        rf"\b(?P<name>{PROPER}),? (?:{verbs}) (?:[\w.]+ ){{0,3}}(?:km|kilomet|mile|north|south|east|west)"
    )


@cache
def taken_pattern() -> re.Pattern[str]:
    """A name after "captured" or "the seizure of"."""
    return re.compile(rf"\b(?:{_either(place_words('locative', 'taken'))}) (?P<name>{PROPER})")


@cache
def weak_pattern() -> re.Pattern[str]:
    """A name after "in" or "near"."""
    return re.compile(rf"\b(?:{_either(place_words('locative', 'weak'))}) (?P<name>{PROPER})")


@cache
def described_list_pattern() -> re.Pattern[str]:
    """The last name of a list before "districts"; `LIST_BEFORE` finds the others."""
    return re.compile(rf"\band (?P<name>{PROPER}) (?:{_either(place_words('locative', 'plural'))})\b")


def lies_in_province(before: str, after: str) -> bool:
    """True of a name between words like "the Dand district in " or before "'s Imam Sahib district"."""
    named = _before_province().search(before)
    owned = named is not None and named["name"] not in place_words("never")
    return owned or _after_province().match(after) is not None


@cache
def _before_province() -> re.Pattern[str]:
    inside = _either(place_words("locative", "inside"))
    return re.compile(rf"\b(?P<name>[A-Z][\w'’-]*) (?:{inside}),? in (?:the )?(?:[a-z]+ern )?$")


@cache
def _after_province() -> re.Pattern[str]:
    inside = _either(place_words("locative", "inside"))
    return re.compile(rf"['’]s (?:[A-Z][\w'’-]*,? (?:and )?){{1,6}}(?:{inside})\b")


LIST_BEFORE = re.compile(rf"\b(?P<name>{PROPER})(?:,? and |, )$")
LIST_NEXT = re.compile(rf"(?:, and |,? and |, )(?P<name>{PROPER})")
