"""What a report names, before its sentences are read: places, parties, dates, figures."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from whoholds.gazetteer import Gazetteer
from whoholds.model import Report, Span
from whoholds.text.datelines import find_dateline
from whoholds.text.dates import DateMention, find_dates
from whoholds.text.figures import FigureMention, find_figures
from whoholds.text.parties import Focus, PartyMention, find_parties, resolve_parties
from whoholds.text.places import PlaceMention, country_in_focus, find_places
from whoholds.text.sentences import find_sentences

M = TypeVar("M", PlaceMention, PartyMention, DateMention)
FILED_FROM = re.compile(
    r"(?m)^[A-Z][A-Za-z’'. -]{2,25}"
    + r"(?:,? [^\n(:]{0,20}\([^)\n]{2,80}\) ?| \| [A-Z][\w .-]{2,40})?:(?=[ \w“\"])"
)
LOCATED = frozenset(("in", "at", "near", "to", "from", "of", "outside", "around"))


@dataclass(frozen=True, slots=True, eq=False)
class ReportWords:
    """All that the finders found in one report, each kind by position. `country`: the one it is about."""

    report: Report
    gazetteer: Gazetteer
    sentences: tuple[Span, ...]
    places: tuple[PlaceMention, ...]
    parties: tuple[PartyMention, ...]
    dates: tuple[DateMention, ...]
    figures: tuple[FigureMention, ...]
    focus: Focus
    country: str | None
    datelines: tuple[Span, ...] = ()

    @property
    def text(self) -> str:
        """The report's text."""
        return self.report.text

    def places_in(self, span: Span) -> list[PlaceMention]:
        """Places named inside a span, the dateline's left out."""
        return [m for m in _within(self.places, span) if not self._in_dateline(m.span)]

    def parties_in(self, span: Span) -> list[PartyMention]:
        """Party mentions inside a span."""
        return _within(self.parties, span)

    def dates_in(self, span: Span) -> list[DateMention]:
        """Dates inside a span, the dateline's left out."""
        return [d for d in _within(self.dates, span) if not self._in_dateline(d.span)]

    def acts(self, span: Span) -> bool:
        """True for a capital that stands for its government there: "Baku said", not "in Baku"."""
        metonym = any(m.metonym and m.span == span for m in self.parties_in(span))
        before = self.text[max(0, span.start - 12) : span.start].split()
        return metonym and not (before and before[-1].lower() in LOCATED)

    def _in_dateline(self, span: Span) -> bool:
        return any(span.meets(line) for line in self.datelines)


def _within(mentions: Sequence[M], span: Span) -> list[M]:
    first = bisect_left(mentions, span.start, key=lambda mention: mention.span.start)
    last = bisect_left(mentions, span.end, first, key=lambda mention: mention.span.start)
    return list(mentions[first:last])


@lru_cache(maxsize=64)
def report_words(report: Report, gazetteer: Gazetteer) -> ReportWords:
    """Run the finders over a report; the same for extracting and resolving, kept for the next time."""
    text = report.text
    published = report.published.day if report.published else None
    named = find_parties(text)
    places = find_places(text, gazetteer, named)
    country = country_in_focus(places, named)
    focus = Focus(named, country, published)
    return ReportWords(
        report=report,
        gazetteer=gazetteer,
        sentences=find_sentences(text),
        places=places,
        parties=resolve_parties(named, focus),
        dates=find_dates(text, published),
        figures=find_figures(text),
        focus=focus,
        country=country,
        datelines=_datelines(text),
    )


def _datelines(text: str) -> tuple[Span, ...]:
    """Where a report was filed from: "KABUL, Aug 8 (Reuters) -", and "Kabul:" at the start of a line."""
    found = [Span(*match.span()) for match in FILED_FROM.finditer(text)]
    dateline = find_dateline(text)
    return (*found, dateline.span) if dateline else tuple(found)
