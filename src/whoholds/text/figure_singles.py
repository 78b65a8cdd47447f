"""One person told without a number: "captured the Taliban leader", "killing Qari Ziauddin, a governor"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from whoholds.lexicon import read_lexicon
from whoholds.model import Span
from whoholds.text.figure_patterns import kind_of_cue, lowered, noun_words, words_of
from whoholds.text.figure_phrases import Phrase

_WORD = re.compile(r"[^ \t\n]+")
_DETERMINER = re.compile(r"(?:\b(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)|['’]s?)(?=[ \t\n])")
_PRONOUN = re.compile(
    r"\b(?:[Hh]e|[Ss]he|him|her(?![ \t]+[\w’'-]))\b|\bher(?=[ \t]+(?:and|in|on|at|near|with|as|when)\b)"
)
_NAME = re.compile(r"[A-Z][a-z\u00c0-\u024f'’]+(?:[ -](?:[A-Z]|al-|ul-)[\w\u00c0-\u024f'’-]+){0,3}")
_AFTER_NAME = re.compile(r"[.,;]|[ \t\n](?:and|in|on|at|during|near|along|as|last|while|after|who)\b|$")


def find_singles(text: str, stretch: Span, cues: Iterable[re.Match[str]]) -> Iterator[Phrase]:
    """Noun phrases for one person that no number counts, pronouns, and names right behind "killed".

    `cues`: where `find_active` finds words like that.
    """
    for match in _DETERMINER.finditer(text, stretch.start, stretch.end):
        yield from _person(text, match.start(), match.end(), stretch)
    for match in _PRONOUN.finditer(text, stretch.start, stretch.end):
        yield _phrase(match.start(), match.end(), match.end())
    for match in cues:
        if not match["toll"]:
            yield from _titled(text, match.end(), stretch)
            if _kills(match["cue"].lower()):
                yield from _named(text, match.end() + 1, stretch)


def _kills(cue: str) -> bool:
    """False for "lost": a place may be lost too."""
    return kind_of_cue()[cue] == "killed" and cue not in words_of("killed", "people_only")


def _person(text: str, start: int, end: int, stretch: Span) -> Iterator[Phrase]:
    """The determiner and what follows it, where its last noun, or the last before a name, is one person."""
    words, last = _to_person(text, end, stretch)
    if last is not None and all(word.group()[0].isupper() for word in words[last + 1 :]):
        begin = words[0].start() if text[start] in "'’" else start
        yield _phrase(begin, max(begin, end), words[last].end())


def _titled(text: str, end: int, stretch: Span) -> Iterator[Phrase]:
    """ "(killed) Taliban leader Saifullah": a title without an article, and a name behind it."""
    words, last = _to_person(text, end, stretch)
    if last is not None and last + 1 < len(words) and words[last + 1].group()[0].isupper():
        yield _phrase(words[0].start(), words[0].start(), words[last].end())


def _to_person(text: str, start: int, stretch: Span) -> tuple[list[re.Match[str]], int | None]:
    """The words of a noun phrase, and the number of the last that is one person; None where none is."""
    noun = _noun_phrase().match(text, start, stretch.end)
    words = list(_WORD.finditer(text, start, noun.end() if noun else start))
    last = next((place for place in reversed(range(len(words))) if _is_one(words[place].group())), None)
    if last is not None and (text.startswith(("'s", "’s"), words[last].end()) or _of_many(words[last + 1 :])):
        return words, None
    return words, last


def _of_many(words: list[re.Match[str]]) -> bool:
    """True before "group", "network": then the person only describes it."""
    return bool(words) and words[0].group().lower() in words_of("people", "collective")


def _phrase(start: int, count_end: int, end: int) -> Phrase:
    return Phrase(start, count_end, end, "people", article=True, single=True)


def _named(text: str, start: int, stretch: Span) -> Iterator[Phrase]:
    """A name of a person, of which no word names people or a party ("killed Taliban")."""
    match = _NAME.match(text, start, stretch.end)
    if match is None or not _AFTER_NAME.match(text, match.end()):
        return
    if not any(word.lower() in _no_names() for word in re.split(r"[ -]", match.group())):
        yield _phrase(start, start, match.end())


def _is_one(word: str) -> bool:
    """True for a noun for one person: its plural is known as well, and it is not the plural."""
    plain = word.lower()
    return plain in lowered("people") and plain not in words_of("people", "collective") and _plural_of(plain)


def _plural_of(word: str) -> bool:
    plurals = (f"{word}s", f"{word[:-1]}ies", f"{word[:-3]}men" if word.endswith("man") else f"{word}s")
    return any(plural in lowered("people") for plural in plurals)


@cache
def _noun_phrase() -> re.Pattern[str]:
    return re.compile(noun_words())


@cache
def _no_names() -> frozenset[str]:
    months = read_lexicon("en", "dates")["months"]["words"]
    return lowered("people") | lowered("units") | lowered("stops") | {month.lower() for month in months}
