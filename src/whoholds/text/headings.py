"""Names with a colon at the head of items of a list: "Bamyan: … Khost: …", each the place of its item."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from whoholds.model import Span
from whoholds.text.places import PlaceMention

FEWEST = 2  # named places with a colon that make a list
_HEAD = re.compile(
    r"(?P<name>[A-Z][\w'’‘-]*(?: (?:[a-z]{1,3} )?[A-Z][\w'’‘-]*){0,3})(?:, [^.:;!?\n]{3,80})?: "
)


_Head = tuple[Span, Span]
ABOVE = ("country", "province")


@dataclass(frozen=True, slots=True)
class Heading:
    """One item of such a list, with its name; `place` is None where no gazetteer knows the name."""

    span: Span
    name: Span
    place: PlaceMention | None


def find_headings(
    text: str, sentences: Sequence[Span], places: Sequence[PlaceMention]
) -> tuple[Heading, ...]:
    """The items of the lists in a text, in order; nothing where fewer than two are headed by known places.

    A post of one place is an item by itself.

    An item reaches to the next one, or to the end of its paragraph.
    """
    heads = list(_heads(text, sentences))
    by_start = {mention.span.start: mention for mention in places}
    named = [by_start.get(name.start) for _, name in heads]
    named = [
        one if one and one.span.end <= name.end else None for one, (_, name) in zip(named, heads, strict=True)
    ]
    if len({one.place.id for one in named if one is not None}) < FEWEST:
        heads, named = _of_post(text, heads, named, places)
    if not heads:
        return ()
    ends = [after.start for _, (after, _) in pairwise(heads)] + [len(text)]
    lines = [text.find("\n", start.start) for start, _ in heads]
    closed = [min(end, line) if line >= 0 else end for end, line in zip(ends, lines, strict=True)]
    return tuple(
        Heading(Span(start.start, end), name, one)
        for (start, name), end, one in zip(heads, closed, named, strict=True)
    )


def _of_post(
    text: str, heads: list[_Head], named: list[PlaceMention | None], places: Sequence[PlaceMention]
) -> tuple[list[_Head], list[PlaceMention | None]]:
    """The head of a post of one place ("Goma: M23 has entered the city"); a dateline in capitals is none."""
    first = named[0] if named else None
    others = {one.place.id for one in places if one.place.kind not in ABOVE}
    if first is None or heads[0][1].start > 1 or others != {first.place.id}:
        return [], []
    return ([], []) if heads[0][1].of(text).isupper() else (heads[:1], named[:1])


def _heads(text: str, sentences: Sequence[Span]) -> Iterator[tuple[Span, Span]]:
    """Each sentence of the text that begins with a name and a colon, and where the name stands."""
    for sentence in sentences:
        found = _HEAD.match(text, sentence.start, sentence.end)
        if found is not None:
            yield sentence, Span(*found.span("name"))
