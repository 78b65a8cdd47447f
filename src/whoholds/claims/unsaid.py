"""What a report records beside claims: parties that are silent, and what it takes back."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from whoholds.claims.context import ReportWords
from whoholds.claims.sentence import Memory
from whoholds.lexicon import word_set
from whoholds.model import Claim, Mention, Retraction, Silence, Span
from whoholds.ontology import event_types
from whoholds.text.corrected import is_of_detail
from whoholds.text.places import PlaceMention
from whoholds.text.silence import find_silences

BEFORE = 40  # characters before a name in which "not" stands


def read_silences(words: ReportWords, memory: Memory) -> Iterator[Silence]:
    """Parties that are said not to have commented, on the place in focus there."""
    events = sorted(memory.events)
    for found in find_silences(words.text, words.sentences):
        place = _place_before(found.quote, words, events)
        yield Silence(words.key, found.quote, Mention(found.party_span), place)


def read_retractions(words: ReportWords, memory: Memory) -> Iterator[Retraction]:
    """What the report takes back, and of which place; not a detail, which leaves the event standing."""
    events = sorted(memory.events)
    for found in words.retractions:
        if is_of_detail(words.text, found.quote, words.sentences):
            continue
        by = Mention(found.by_span) if found.by_span else None
        swapped = _swapped_out(found.quote, words)
        place = Mention(swapped.span) if swapped is not None else _place_before(found.quote, words, events)
        yield Retraction(words.key, found.quote, by, place)


def without_corrected(claims: Sequence[Claim], words: ReportWords) -> list[Claim]:
    """The claims without those of places that a correction at the report's end puts another in place of."""
    told = [(found.quote.start, _swapped_out(found.quote, words)) for found in words.retractions]
    gone = [(at, mention.place.id) for at, mention in told if mention is not None]
    return [one for one in claims if not (gone and _is_gone(one, gone, words))]


def _is_gone(claim: Claim, gone: Sequence[tuple[int, str]], words: ReportWords) -> bool:
    if claim.place is None or event_types()[claim.type].group != "taking":
        return False
    named = (m.place.id for m in words.places_in(claim.place.span) if m.span.meets(claim.place.span))
    place = next(named, None)
    return any(claim.quote.start < at and place == wrong for at, wrong in gone)


def _swapped_out(quote: Span, words: ReportWords) -> PlaceMention | None:
    """Goma in "Correction: an earlier version misstated the town. It was Bukavu, not Goma": in the sentence
    itself, or in the next where it names no place."""
    after = next((one for one in words.sentences if one.start >= quote.end), None)
    told = words.places_in(quote)
    if not told and after is not None:
        told = words.places_in(after)
    for mention in told:
        if _instead().search(words.text[max(0, mention.span.start - BEFORE) : mention.span.start]):
            return mention
    return None


@cache
def _instead() -> re.Pattern[str]:
    """What stands before the name that is not meant: "not in the town of", "rather than"."""
    refused = "|".join(sorted(word_set("retraction", "instead")))
    between = "|".join(sorted(word_set("retraction", "instead", "between")))
    return re.compile(rf"\b(?:{refused})(?: (?:{between}))* $")


def _place_before(quote: Span, words: ReportWords, events: Sequence[Span]) -> Mention | None:
    """The place that a sentence names, else the last one that an event was said of before it.

    `events`: the places, in order, that events were said of.
    """
    named = words.places_in(quote)
    if named:
        return Mention(named[0].span)
    before = bisect_left(events, Span(quote.start, 0))
    return Mention(events[before - 1], inferred=True) if before else None
