"""Words written as personal names are that name no private person: days, outlets, people in public office."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from whoholds.lexicon import read_lexicon, word_set
from whoholds.model import Span
from whoholds.persons import persons
from whoholds.text.reporting import outlet_names

_NO_CAPITAL_NEXT = r"(?!\w| [^\W\d_a-z])"


def no_persons_in(claimer: str) -> tuple[Span, ...]:
    """Where a claimer names days and months, outlets, and people whom `persons.toml` knows by their office.

    A day or month counts after a word of time or beside a number ("on Tuesday and Wednesday", "March 3", not
    "June Carter" or "Jan, a shopkeeper"), an outlet where it is no part of a longer name ("Al-Jazeera", not
    "Dawn Rahimi").
    """
    found = [Span(*match.span()) for match in _days().finditer(claimer)]
    found += [Span(*match.span()) for match in _holders().finditer(claimer)]
    media = (match for match in _media().finditer(claimer) if any(map(str.isupper, match.group())))
    found += [Span(*match.span()) for match in media if not _follows_name(claimer[: match.start()])]
    return tuple(found)


def _follows_name(before: str) -> bool:
    return before.endswith(" ") and before.split()[-1:] != [] and before.split()[-1][0].isupper()


@cache
def _days() -> re.Pattern[str]:
    dates = read_lexicon("en", "dates")
    one = rf"(?:{_either((*dates['weekdays']['words'], *dates['months']['words']))})\b\.?"
    led = rf"(?i:{_either(word_set('private', 'times'))}) {one}(?:(?:,|,? and|,? or| to) {one})*"
    return re.compile(rf"\b(?:{led}{_NO_CAPITAL_NEXT}|{one} \d+|\d+ {one})")


@cache
def _holders() -> re.Pattern[str]:
    names = {name for person in persons() for name in person.names}
    return re.compile(rf"(?<![\w-])(?:{_either(names)})(?![\w-])")


@cache
def _media() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?i:{_either(outlet_names())}){_NO_CAPITAL_NEXT}")


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))
