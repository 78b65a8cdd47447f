"""“This was announced by the mayor”: what is said stands in the sentence before."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from whoholds.model import Span
from whoholds.text.commitment import word_set
from whoholds.text.said import Said

_THIS = re.compile(r"(?:this|that)(?:\s+(?:was|is|has been|had been)\s+(?:\w+\s+)?\w+)?", re.IGNORECASE)


def point_back(text: str, sentences: Sequence[Span], saids: Iterable[Said]) -> Iterator[Said]:
    """The same attributions, where "this" is said with the whole sentence before as what is said.

    `sentences` are the spans of the report's sentences, in order. A denial of "this" is left as it is.
    """
    starts = [sentence.start for sentence in sentences]
    for said in saids:
        place = bisect_right(starts, said.cue.start) - 2
        if place >= 0 and said.claimer is not None and not said.denies and _is_this(text, said):
            yield replace(said, content=(sentences[place], *said.content))
        else:
            yield said


def _is_this(text: str, said: Said) -> bool:
    if len(said.content) != 1 or _THIS.fullmatch(said.content[0].of(text)) is None:
        return False
    called = said.content[0].of(text).lower().split()
    return word_set("outcome", "false").isdisjoint(called) and "not" not in called
