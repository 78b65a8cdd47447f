"""What a report records beside claims: parties that are silent, and what it takes back."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from whoholds.claims.context import ReportWords
from whoholds.claims.sentence import Memory
from whoholds.model import Mention, Retraction, Silence, Span
from whoholds.text.silence import find_silences


def read_silences(words: ReportWords, memory: Memory) -> Iterator[Silence]:
    """Parties that are said not to have commented, on the place in focus there."""
    events = sorted(memory.events)
    for found in find_silences(words.text, words.sentences):
        place = _place_before(found.quote, words, events)
        yield Silence(words.key, found.quote, Mention(found.party_span), place)


def read_retractions(words: ReportWords, memory: Memory) -> Iterator[Retraction]:
    """What the report takes back, and of which place."""
    events = sorted(memory.events)
    for found in words.retractions:
        by = Mention(found.by_span) if found.by_span else None
        yield Retraction(words.key, found.quote, by, _place_before(found.quote, words, events))


def _place_before(quote: Span, words: ReportWords, events: Sequence[Span]) -> Mention | None:
    """The place that a sentence names, else the last one that an event was said of before it.

    `events`: the places, in order, that events were said of.
    """
    named = words.places_in(quote)
    if named:
        return Mention(named[0].span)
    before = bisect_left(events, Span(quote.start, 0))
    return Mention(events[before - 1], inferred=True) if before else None
