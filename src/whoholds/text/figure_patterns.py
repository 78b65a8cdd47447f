"""Regular expressions for counts of people, built from the word list of the language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from whoholds.lexicon import read_lexicon
from whoholds.model import Span
from whoholds.text.numbers import number_pattern
from whoholds.text.openers import Openers

KINDS = ("killed", "injured", "captured", "displaced", "missing")
_SPACE = r"[ \t\n]"
BETWEEN = 9  # words between a toll and its verb: "the toll from the raid on the market of the town rose to"


def words_of(group: str, key: str = "words") -> Any:
    """One table of the words for counts."""
    return read_lexicon("en", "figures")[group][key]


def either(words: Iterable[str]) -> str:
    """Alternatives, longest first, the first letter small or capital."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(f"[{word[0].upper()}{word[0].lower()}]{re.escape(word[1:])}" for word in ordered)


@cache
def lowered(group: str) -> frozenset[str]:
    """The words of a group, small letters."""
    return frozenset(word.lower() for word in words_of(group))


@cache
def quantity() -> str:
    """A number with what qualifies it, no groups: "at least 20", "dozens of", "between 10 and 15", "a"."""
    number, vague = number_pattern(), either(words_of("vague"))
    qualified = either([*words_of("about"), *words_of("at_least"), *words_of("at_most")])
    to = rf"(?:{_SPACE}?[-–]{_SPACE}?|{_SPACE}(?:and|to|or){_SPACE})"
    ranged = rf"(?:[Bb]etween{_SPACE}|[Ff]rom{_SPACE})?{number}{to}{number}"
    of = rf"(?:{_SPACE}of(?:{_SPACE}(?:the|its|their|his))?(?={_SPACE}))?"
    several = rf"(?:{vague})(?![\w-]){of}"
    return (
        rf"(?<![\w$€£.,/:-])(?:(?:{qualified}){_SPACE}){{0,2}}"
        rf"(?:(?:{several}|{ranged}(?![\w-])|{number}(?![\w%-]|[.,:/]\d){of})(?:{_SPACE}more\b)?"
        rf"|[Aa]n?(?={_SPACE}[a-zA-Z]))"
    )


@cache
def noun_words() -> str:
    """Up to six words of a noun phrase after its number, none of them a word that ends one."""
    stops = either([*words_of("stops"), *read_lexicon("en", "numbers")["cardinals"]["words"]])
    word = rf"(?!(?:{stops})\b)(?:(?:[A-Z]\.){{2,}}|[A-Za-z\u00c0-\u024f][\w'’.-]*(?<!\.))"
    return rf"(?:{_SPACE}{word}){{0,6}}"


@cache
def counted() -> Openers:
    """A quantity with the noun phrase that it counts, by the name "counted"."""
    return Openers({"counted": re.compile(rf"(?P<count>{quantity()})(?P<noun>{noun_words()})")})


@cache
def subject() -> re.Pattern[str]:
    """The cue after a counted noun phrase: "(20 civilians) were killed", "(20 members) of a party died".

    A name set off by commas may stand between: "(the commander), Abdul Bari, was killed".
    """
    helping = rf"(?:,?{_SPACE}(?:{'|'.join(words_of('auxiliaries'))}))"
    cues = [
        cue
        for kind in KINDS
        for cue in (*words_of(kind, "done"), *words_of(kind, "are"), *words_of(kind, "nouns"))
    ]
    of = rf"(?:{_SPACE}of(?:{_SPACE}the)?(?:{_SPACE}\w+){{1,3}}?)?"
    named = rf"(?:,{_SPACE}[A-Z][\w'’-]+(?:{_SPACE}[A-Z][\w'’-]+){{0,3}}(?=,))?"
    return re.compile(
        rf"{of}{named}(?P<helping>{helping}{{0,5}})(?P<comma>,?){_SPACE}(?P<cue>{either(cues)})\b"
    )


def find_active(text: str, stretch: Span) -> tuple[re.Match[str], ...]:
    """A cue with the counted people behind it: "killing", "the deaths of", "the death toll to"."""
    return tuple(match for _, match in _active().find(text, stretch.start, stretch.end))


@cache
def _active() -> Openers:
    cues = [cue for kind in KINDS for key in ("done", "does", "of") for cue in words_of(kind, key)]
    links, verbs = "|".join(words_of("tolls_moved", "links")), _verbs("tolls_moved")
    between = rf"{_SPACE}(?:{links})(?:{_SPACE}[\w'’-]+){{1,{BETWEEN}}}?"
    beside = rf"(?:{either(words_of('tolls'))}){_SPACE}(?:{_verbs('tolls')})"
    moved = rf"(?:{either(words_of('tolls_moved'))}){between}{_SPACE}(?:{verbs})"
    tolls = rf"{_revised(between)}|{moved}|{beside}"
    active = rf"\b(?:(?P<cue>{either(cues)})|(?P<toll>{tolls}))(?:{_SPACE}(?:as|up))?(?={_SPACE})"
    return Openers({"active": re.compile(active)})


def _revised(between: str) -> str:
    """ "Revised down the death toll of the raid from 12 to": somebody makes it another one."""
    ways = either(words_of("tolls_revised", "ways"))
    moved = rf"(?:{_SPACE}(?:{ways}))?"
    toll = rf"(?:{_SPACE}[\w'’-]+){{1,3}}?{_SPACE}(?:{either(words_of('tolls'))})(?:{between})?"
    before = rf"(?:{_SPACE}from{_SPACE}{number_pattern()})?"
    return rf"(?:{either(words_of('tolls_revised'))}){toll}{moved}{before}{moved}{_SPACE}to"


def _verbs(group: str) -> str:
    """The verbs of a toll; "rose to" stands for "rose from 8 to" as well."""
    verbs = words_of(group, "verbs")
    moved = "|".join(verb.removesuffix(" to") for verb in verbs if verb.endswith(" to"))
    before = rf"{_SPACE}from{_SPACE}{number_pattern()}{_SPACE}to"
    return "|".join([rf"(?:{moved}){before}", *verbs])


@cache
def moved_from() -> re.Pattern[str]:
    """ "From 8 to" before a count, behind words by which a toll becomes another: "rose", "revised down"."""
    return re.compile(rf"from{_SPACE}{number_pattern()}{_SPACE}to{_SPACE}")


@cache
def kind_of_cue() -> dict[str, str]:
    """The kind of count that each cue tells."""
    keys = ("done", "does", "are", "of", "nouns")
    return {cue.lower(): kind for kind in KINDS for key in keys for cue in words_of(kind, key)}


def is_toll(words: str) -> bool:
    """True for words that a count of all the dead follows: "the death toll rose to"."""
    return words.lower().startswith((*words_of("tolls"), *words_of("tolls_revised")))


@cache
def outdated() -> re.Pattern[str]:
    """Words at the end of a stretch that say of the number after it that it no longer stands."""
    return re.compile(rf"\b(?:{either(words_of('outdated'))}){_SPACE}$")
