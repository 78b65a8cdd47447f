"""What a report records beside claims: parties that are silent, and what it takes back."""

from __future__ import annotations

from collections.abc import Iterator

from whoholds.claims.context import ReportWords
from whoholds.claims.sentence import Memory
from whoholds.model import Mention, Retraction, Silence, Span
from whoholds.text.retraction import find_retractions
from whoholds.text.silence import find_silences


def read_silences(words: ReportWords, memory: Memory) -> Iterator[Silence]:
    """Parties that are said not to have commented, on the place in focus there."""
    for found in find_silences(words.text, words.sentences):
        place = _place_before(found.quote, words, memory)
        yield Silence(words.report.key, found.quote, Mention(found.party_span), place)


def read_retractions(words: ReportWords, memory: Memory) -> Iterator[Retraction]:
    """What the report takes back, and of which place."""
    for found in find_retractions(words.text, words.sentences):
        by = Mention(found.by_span) if found.by_span else None
        yield Retraction(words.report.key, found.quote, by, _place_before(found.quote, words, memory))


def _place_before(quote: Span, words: ReportWords, memory: Memory) -> Mention | None:
    """The place that a sentence names, else the last one that an event was said of before it."""
    named = words.places_in(quote)
    if named:
        return Mention(named[0].span)
    earlier = [span for span in memory.events if span.start < quote.start]
    return Mention(max(earlier), inferred=True) if earlier else None
