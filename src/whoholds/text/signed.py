"""Quotations that are signed: the name of who speaks stands after a dash (“…” — Anna Berg)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from whoholds.model import Span
from whoholds.text.said import Said

_SIGNED = re.compile(
    r"[”\"'’»]{1,2}\s{0,3}(?P<cue>[―—–]|--?)\s{0,3}"
    r"(?P<name>[^\W\d_a-z][^\n―—–“”\"]{1,80}?)(?=[.;]?[ \u00a0]*(?:\n|$))"
)
_LEAST = 20  # characters of a signed quotation: a shorter one is a quoted word before an aside


def find_signed(text: str, quotations: Sequence[Span]) -> Iterator[Said]:
    """The attributions of quotations that end a paragraph with a dash and a name.

    `quotations` are those of `find_quotations`, in order. A quotation over several paragraphs is one.
    """
    for place, quotation in enumerate(quotations):
        signed = _SIGNED.match(text, quotation.end)
        if signed is None or quotation.end - quotation.start < _LEAST:
            continue
        name = Span(*signed.span("name"))
        yield Said(
            cue=Span(*signed.span("cue")),
            verb="sign",
            kind="direct",
            content=tuple(_before(text, quotations, place)),
            claimer=name,
            claimer_head=name.of(text).split(",")[0].split()[-1],
        )


def _before(text: str, quotations: Sequence[Span], place: int) -> Sequence[Span]:
    """The quotation, and the paragraphs before it that were not closed."""
    first = place
    while first and text[quotations[first - 1].end] == "\n":
        first -= 1
    return quotations[first : place + 1]
