"""Headlines that say who says so by a mark alone: "Ghazni captured: Taliban", "UN – Goma has fallen"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from whoholds.lexicon import read_ontology, word_set
from whoholds.model import Span
from whoholds.persons import persons
from whoholds.text.parties import PartyMention
from whoholds.text.said import Said

MOST = 16  # words of a headline
LONGER = 40  # words of a sentence that is told so
SPEAKER = 4  # words of who speaks
_MARK = re.compile(r"(?<=[\w”’\"')])(?P<cue>:|[ \t](?:--?|–|—))[ \t]+(?=[\w“‘\"'])")
_WORD = re.compile(r"[^\W_][\w’'.-]*")


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline of two halves: what is said, who says so, the mark between them."""

    what: Span
    who: Span
    cue: Span

    def said(self, text: str) -> Said:
        """The attribution that the mark makes."""
        head = _WORD.findall(self.who.of(text))[-1]
        return Said(self.cue, "say", "indirect", (self.what,), claimer=self.who, claimer_head=head)


def find_headline(text: str, line: Span, parties: Sequence[PartyMention]) -> Headline | None:
    """The halves of a line (without its dateline) that is such a headline; None for any other.

    One half must be only a party or people who speak ("officials", "residents"), the other more than a name.
    A line that ends with a full stop is one where a colon stands behind who speaks. `parties`: those of the
    text.
    """
    words = line.of(text)
    ended = words.rstrip("\"”’')")[-1:] in (".", "!", "?", "…")
    if len(words.split()) > (LONGER if ended else MOST):
        return None
    marks = list(_MARK.finditer(words))
    for mark in [*marks[-1:], *marks[:1]]:
        before, after = Span(line.start, line.start + mark.start()), Span(line.start + mark.end(), line.end)
        cue = Span(line.start + mark.start("cue"), line.start + mark.end("cue"))
        halves = ((before, after),) if ended else ((after, before), (before, after))
        for who, what in halves if not ended or cue.of(text) == ":" else ():
            if len(what.of(text).split()) > 1 and _speaks(text, who, parties):
                return Headline(what, who, cue)
    return None


def headlines(text: str, lines: Sequence[Span], parties: Sequence[PartyMention]) -> dict[Span, Headline]:
    """The headlines of two halves among some lines, by their lines."""
    found = ((line, find_headline(text, line, parties)) for line in lines)
    return {line: one for line, one in found if one is not None}


def _speaks(text: str, who: Span, parties: Sequence[PartyMention]) -> bool:
    words = [word.lower() for word in _WORD.findall(who.of(text))]
    if not words or len(words) > SPEAKER:
        return False
    towns = read_ontology("party_words")["metonyms"]["speaking"]
    party = any(one.span == who and (not one.metonym or who.of(text) in towns) for one in parties)
    person = any(who.of(text) in one.names for one in persons())
    return party or person or words[-1] in word_set("attribution", "headline", "speakers")
