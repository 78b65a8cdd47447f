"""Who speaks a quotation: the attributions of a report, found by where they stand, while it is carried on."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from whoholds.model import Span
from whoholds.text.reporting import words as word_set
from whoholds.text.said import Said
from whoholds.text.stretches import Drawers

_LEADS_IN = re.compile(r"[^.!?\n]{0,80}[:,]\s*[“\"'‘«]?")
_FURTHEST = 250  # characters between a speaker's cue and the next thing that he says


class Speakers:
    """The attributions of a report, by number; `saids` are extended to the quotations that they speak.

    `sentences` are the spans of the report's sentences, in order.
    """

    def __init__(self, text: str, sentences: Sequence[Span], saids: Iterable[Said]) -> None:
        self.saids = list(saids)
        self._text = text
        self._sentences = [sentence.start for sentence in sentences]
        self._drawers = Drawers()
        for number, said in enumerate(self.saids):
            for piece in said.content:
                self._drawers.add(number, piece)
        spoken = [n for n, said in enumerate(self.saids) if _is_spoken(said)]
        self._by_end = sorted(spoken, key=lambda n: self.saids[n].cue.end)
        self._by_start = sorted(spoken, key=lambda n: self.saids[n].cue.start)
        self._ends = [self.saids[n].cue.end for n in self._by_end]
        self._starts = [self.saids[n].cue.start for n in self._by_start]

    def around(self, quotation: Span) -> Sequence[int]:
        """Those whose content meets the quotation while the cue stands outside of it."""
        found = [
            n
            for n in self._claiming(quotation)
            if not self.saids[n].cue.within(quotation)
            and any(piece.meets(quotation) for piece in self.saids[n].content)
        ]
        if not found:
            return ()
        nearest = self.saids[min(found, key=lambda n: self.saids[n].size)].cue
        return [n for n in found if self.saids[n].cue == nearest]

    def announcing(self, quotation: Span) -> Sequence[int]:
        """Those whose cue leads into the quotation ("He added: …"), or follows it at once (…, said X)."""
        text = self._text
        before = bisect_right(self._ends, quotation.start)
        if before and _LEADS_IN.fullmatch(text, self._ends[before - 1], quotation.start):
            return self._by_end[bisect_left(self._ends, self._ends[before - 1]) : before]
        after = bisect_left(self._starts, quotation.end)
        if after == len(self._starts) or text[quotation.end - 1] not in ",!?":
            return ()
        if self._sentence(quotation.end - 1) != self._sentence(self._starts[after]):
            return ()
        return self._by_start[after : bisect_right(self._starts, self._starts[after])]

    def going_on(self, last: Span, quotation: Span) -> Sequence[int]:
        """The speaker of the quotation before, when only its own attribution stands between the two."""
        text = self._text
        found = [n for n in self._claiming(last) if self.saids[n].covers(last)]
        if not found:
            return ()
        cue = max((self.saids[n].cue for n in found), key=lambda one: one.start)
        if cue.start < last.end:
            return () if re.search(r"\w", text[last.end : quotation.start]) else found
        after = text[cue.end : quotation.start]
        if "\n" in after or len(after) > _FURTHEST:
            return ()
        return found if self._sentence(quotation.start) <= self._sentence(cue.end) + 1 else ()

    def extend(self, number: int, quotation: Span) -> None:
        """Let an attribution cover all of a quotation."""
        said = _extended(self.saids[number], quotation)
        self.saids[number] = said
        for piece in said.content:
            self._drawers.add(number, piece)

    def _sentence(self, at: int) -> int:
        """The number of the sentence at a place."""
        return bisect_right(self._sentences, at)

    def _claiming(self, place: Span) -> list[int]:
        """Those with a claimer whose content may touch a place."""
        return [n for n in self._drawers.near(place) if self.saids[n].claimer is not None]


def _is_spoken(said: Said) -> bool:
    return said.verb in word_set("speech", "verbs") and said.claimer is not None


def _extended(said: Said, quotation: Span) -> Said:
    pieces = [piece for piece in said.content if not piece.within(quotation)]
    merged: list[Span] = []
    for piece in sorted([*pieces, quotation]):
        if merged and piece.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(piece.end, merged[-1].end))
        else:
            merged.append(piece)
    return replace(said, content=tuple(_without(piece, said.cue) for piece in merged))


def _without(piece: Span, cue: Span) -> Span:
    return Span(piece.start, cue.start) if piece.start < cue.start < piece.end else piece
