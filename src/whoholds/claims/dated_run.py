"""Places that a list names each with a day of its own: "they took Zaranj on Friday and Kunduz on Sunday"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from whoholds.claims.sentence import Sentence
from whoholds.model import Span
from whoholds.text.dates import DateMention
from whoholds.text.places import PlaceMention

DATED = re.compile(r"(?: ?[(\[](?:on )?|,? (?:early |late )?(?:on |in |by )?(?:early |late )?)")
JOINED = re.compile(r"[)\]]?(?:,? and |, |; )(?:then |the (?:town|city|district|village) of )?")
FINITE = ("VBD", "VBZ", "VBP", "MD")

_Pair = tuple[PlaceMention, DateMention]


def dated_places(sentence: Sentence) -> Mapping[Span, DateMention]:
    """The day of each place of such a list, by the words for the place; empty where there is no list."""
    text = sentence.report.text
    found = [pair for pair in _pairs(sentence) if not _acts_after(pair[1], sentence)]
    joined = [
        (first, second)
        for first, second in pairwise(found)
        if JOINED.fullmatch(text, first[1].span.end, second[0].span.start)
    ]
    return {place.span: date for both in joined for place, date in both} or _respectively(sentence)


def _respectively(sentence: Sentence) -> Mapping[Span, DateMention]:
    """The days of "X and Y fell on Thursday and Friday respectively", as many as there are places."""
    dates, named = sentence.report.dates_in(sentence.span), sentence.report.places_in(sentence.span)
    if len(dates) < 2 or len(dates) != len(named) or "respectively" not in sentence.parsed.text:
        return {}
    return {place.span: date for place, date in zip(named, dates, strict=True)}


def listed_after(last: Span, sentence: Sentence) -> Iterator[PlaceMention]:
    """The places that such a list goes on to name after the one at `last`."""
    spans = dated_places(sentence)
    if last in spans:
        yield from (
            one for one in sentence.report.places_in(sentence.span) if one.span in spans and one.span > last
        )


def _acts_after(date: DateMention, sentence: Sentence) -> bool:
    """True for the second place of "took Goma on Monday and Bukavu on Friday was calm"."""
    last = sentence.parsed.tokens_in(date.span)[-1:]
    return any(token.i + 1 < len(token.doc) and token.nbor(1).tag_ in FINITE for token in last)


def _pairs(sentence: Sentence) -> Iterator[_Pair]:
    dates = sentence.report.dates_in(sentence.span)
    if len(dates) < 2:
        return
    for place in sentence.report.places_in(sentence.span):
        date = next((one for one in dates if one.span.start > place.span.end), None)
        if date is not None and DATED.fullmatch(sentence.report.text, place.span.end, date.span.start):
            yield place, date
