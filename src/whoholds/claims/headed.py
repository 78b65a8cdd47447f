"""Names that words can point back to: those of the same item of a list, not a speaker's town."""

from __future__ import annotations

from collections.abc import Iterator

from whoholds.claims.meant import AREAS
from whoholds.claims.named import Where
from whoholds.claims.sentence import Sentence
from whoholds.model import Mention, Precision, Span
from whoholds.text.places import PlaceMention


def item_start(sentence: Sentence) -> int:
    """Where the item of a list begins that the sentence is part of; 0 where it is part of none."""
    heading = sentence.report.heading_at(sentence.span)
    return heading.span.start if heading is not None else 0


def head_of_item(sentence: Sentence, kind: str) -> PlaceMention | None:
    """The place of a kind that heads the item: Khost in "Khost: the army gave up the base"."""
    heading = sentence.report.heading_at(sentence.span)
    place = heading.place if heading is not None else None
    return place if place is not None and place.place.kind == kind else None


def headed(sentence: Sentence) -> Iterator[Where]:
    """The place that heads the item, for an event without one; inferred where a sentence before names it."""
    heading = sentence.report.heading_at(sentence.span)
    if heading is None or heading.place is None:
        return
    place, first = heading.place.place, heading.span.start == sentence.span.start
    precision = Precision(place.kind) if place.kind in AREAS else Precision.EXACT
    yield Where(Mention(heading.place.span, inferred=not first), place, precision)


def only_speaks_there(mention: PlaceMention, sentence: Sentence) -> bool:
    """True for Maymana after "soldiers were killed in Faryab, officials in Maymana said".

    It happened elsewhere: the sentence that names the speaker's town names another place too.
    """
    speakers = sentence.memory.speakers
    if not speakers.meets(mention.span):
        return False
    own = next(iter(sentence.report.sentences_before(mention.span.end, 1)), sentence.span)
    others = sentence.report.places_in(Span(own.start, own.end))
    return any(not speakers.meets(other.span) for other in others)
