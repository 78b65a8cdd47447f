"""Whose person a bare name is ("Amani said"), by the words with which the report introduces it elsewhere."""

from __future__ import annotations

import re
from functools import cache

from whoholds.claims.context import ReportWords
from whoholds.lexicon import word_set
from whoholds.model import Span
from whoholds.text.parties import PartyMention

_APPOSED = re.compile(r", [^,;.“”\"]{3,}(?=,)")
_BEFORE, _BEHIND = 70, 90  # characters in which a title, or what is apposed, stands


def side_introduced(name: Span, words: ReportWords) -> str | None:
    """The one party whose office a name is said to have: "M23 spokesman Amani", "Amani, a leader of M23,".

    None where no office with a party stands beside it, or offices of several parties do.
    """
    before = Span(max(0, name.start - _BEFORE), name.start)
    titles = [m for m in words.parties_in(before) if _is_title(m, name, words)]
    apposed = _APPOSED.match(words.text, name.end, name.end + _BEHIND)
    beside = words.parties_in(Span(*apposed.span())) if apposed is not None else ()
    offices = [m for m in beside if apposed is not None and _has_office(m, apposed, words)]
    named = {m.name for m in (*titles, *offices) if m.name and m.how != "generic"}
    return named.pop() if len(named) == 1 else None


def _is_title(party: PartyMention, name: Span, words: ReportWords) -> bool:
    """True for "M23 spokesman Jo Amani" and "a spokesman for the M23 movement, Amani"."""
    if _title().fullmatch(words.text, party.span.end, name.start) is not None:
        return True
    led = _led().search(words.text, max(0, name.start - _BEFORE), party.span.start)
    return led is not None and _only_names().fullmatch(words.text, party.span.end, name.start) is not None


def _has_office(party: PartyMention, apposed: re.Match[str], words: ReportWords) -> bool:
    """True for "a leader of M23" and "M23's leader"; not for "the army lost a post"."""
    led = _led().search(words.text, apposed.start(), party.span.start)
    return led is not None or _leads().match(words.text, party.span.end, apposed.end()) is not None


@cache
def _offices() -> str:
    found = word_set("sides", "speaking") | word_set("sides", "any_army") | word_set("sides", "any_official")
    return rf"(?:{'|'.join(sorted(found))})"


def _beside() -> str:
    return rf"(?:{'|'.join(sorted(word_set('sides', 'beside_offices')))})"


@cache
def _title() -> re.Pattern[str]:
    """From the end of a party to a name: an office, beside other words of titles and first names."""
    titles = "|".join(sorted(re.escape(word) for word in word_set("sides", "titles")))
    first = rf"(?:['’]s?)?(?: {_beside()})* (?:{_offices()}|(?:(?i:{titles})\b\.?))"
    return re.compile(rf"{first}(?:,| [A-Z][\w.'’-]*| (?i:{titles})\b\.?)* ")


@cache
def _only_names() -> re.Pattern[str]:
    return re.compile(rf"(?: {_beside()})*,?(?: [A-Z][\w.'’-]*)* ")


@cache
def _led() -> re.Pattern[str]:
    return re.compile(rf"\b{_offices()} (?:of|for|from|with|in) (?:the |its )?(?:{_beside()} )*$")


@cache
def _leads() -> re.Pattern[str]:
    return re.compile(rf"(?:['’]s?)?(?: {_beside()})* {_offices()}\b")
