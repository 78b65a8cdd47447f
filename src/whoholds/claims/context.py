"""What a report names, before its sentences are read: places, parties, dates, figures."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache

from whoholds.gazetteer import Gazetteer, NameHit
from whoholds.lexicon import word_set
from whoholds.model import Published, Report, Span
from whoholds.ontology import Parties, parties
from whoholds.text.amended import find_amendments
from whoholds.text.datelines import find_dateline
from whoholds.text.dates import DateMention, find_dates
from whoholds.text.figures import FigureMention, find_figures
from whoholds.text.filed import country_told
from whoholds.text.focus import Focus, resolve_parties, settle
from whoholds.text.headings import Heading, find_headings
from whoholds.text.headline_says import Headline, headlines
from whoholds.text.parties import PartyMention, find_parties
from whoholds.text.places import PlaceMention, find_places
from whoholds.text.retraction import RetractionMention, find_retractions
from whoholds.text.sentences import find_sentences
from whoholds.text.stretches import Covered, InOrder
from whoholds.text.true_case import in_true_case

BORDER = 30  # characters before a country's name in which "border crossing with" stands
FILED_FROM = re.compile(
    r"(?m)^[A-Z][A-Za-z’'. -]{2,25}"
    + r"(?:,? [^\n(:]{0,20}\([^)\n]{2,80}\) ?| \| [A-Z][\w .-]{2,40})?:(?=[ \w“\"])"
)
WORD = re.compile(r"[A-Za-z'-]+")
CAPITALISED = re.compile(r"\b[A-Z]\w*")
LOCATED = frozenset(("in", "at", "near", "to", "from", "of", "outside", "around"))


_OF_NO_DAY = ("text", "sentences", "places", "country", "_said_parties")  # of what is found in a report


@dataclass(frozen=True, eq=False)
class ReportWords:
    """All that the finders find in one report, each kind by position.

    Each kind is looked for when one is asked for: most reports that hold a name tell of no event, and what
    people coded seldom hangs on the words around it.
    """

    report: Report
    gazetteer: Gazetteer

    def published_as(self, published: Published | None) -> ReportWords:
        """The same words in a report of another day; what hangs on no day is not looked for again."""
        found = ReportWords(replace(self.report, published=published), self.gazetteer)
        found.__dict__.update({name: getattr(self, name) for name in _OF_NO_DAY})
        return found

    @cached_property
    def text(self) -> str:
        """The report's, with small letters where it was written in capitals only, at the same offsets."""
        return in_true_case(self.report.text, self.gazetteer)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Where its sentences stand."""
        return find_sentences(self.text)

    @cached_property
    def places(self) -> tuple[PlaceMention, ...]:
        """The places that it names."""
        return find_places(self.text, self.gazetteer, self._said_parties)

    @cached_property
    def country(self) -> str | None:
        """The country that it is about: where it was filed tells only where it names nothing else."""
        filed = find_dateline(self.text)
        away = filed.span if filed is not None else Span(0, 0)
        places = [one for one in self.places if not self._only_borders(one.span)]
        said = [one for one in self._said_parties if not self._only_borders(one.span)]
        told = country_told(self.text, places, said, away)
        return told or country_told(self.text, self.places, self._said_parties, away)

    @cached_property
    def focus(self) -> Focus:
        """Whom it tells of, for words that do not say whose they are."""
        return Focus(self._settled_parties, self.country, self._day)

    @cached_property
    def parties(self) -> tuple[PartyMention, ...]:
        """The parties that it names."""
        return resolve_parties(self._settled_parties, self.focus)

    @cached_property
    def datelines(self) -> tuple[Span, ...]:
        """Where it says where it was filed."""
        found = _datelines(self.text, self.report.text, self.headlines.values())
        heads = Covered(heading.name for heading in self.headings)
        return tuple(one for one in found if not heads.meets(one))

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """The items of its lists that begin with the name of a place and a colon."""
        return find_headings(self.text, self.sentences, self.places)

    def heading_at(self, span: Span) -> Heading | None:
        """The item of a list in which a span begins."""
        return next((one for one in self.headings if one.span.start <= span.start < one.span.end), None)

    @cached_property
    def headlines(self) -> Mapping[Span, Headline]:
        """Its lines of two halves, of which one tells who says the other, by their sentence."""
        return headlines(self.text, self.sentences, self._settled_parties)

    def _only_borders(self, span: Span) -> bool:
        """ "A border crossing with Iran": the country only tells where the place of another lies."""
        before = self.text[max(0, span.start - BORDER) : span.start].lower().rstrip()
        return before.endswith(tuple(word_set("pointing", "bordering")))

    @cached_property
    def _said_parties(self) -> tuple[PartyMention, ...]:
        return find_parties(self.text)

    @cached_property
    def _settled_parties(self) -> tuple[PartyMention, ...]:
        return settle(self._said_parties, self.country, self._day)

    @property
    def _day(self) -> date | None:
        return self.report.published.day if self.report.published else None

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """The times that it names."""
        return find_dates(self.text, self._day)

    @cached_property
    def figures(self) -> tuple[FigureMention, ...]:
        """The counts of people that it gives."""
        return find_figures(self.text)

    @cached_property
    def key(self) -> str:
        """The report's identity, worked out once."""
        return self.report.key

    @cached_property
    def capitals(self) -> dict[str, list[int]]:
        """Where each word with a capital letter begins, by the word."""
        found: dict[str, list[int]] = {}
        for match in CAPITALISED.finditer(self.text):
            found.setdefault(match.group(), []).append(match.start())
        return found

    @cached_property
    def filed(self) -> tuple[Span, ...]:
        """Where it says where it was filed: "MOSCOW (AP)", not "Moscow's claims are false:"."""
        said = ((one, WORD.findall(one.of(self.text))) for one in self.datelines)
        return tuple(one for one, written in said if not any(word[0].islower() for word in written))

    @cached_property
    def filed_in(self) -> frozenset[str | None]:
        """The countries from which it was filed."""
        within = Covered(self.filed)
        return frozenset(m.place.country for m in self.places if within.meets(m.span))

    @cached_property
    def named(self) -> frozenset[str]:
        """The parties that it names, but for those that only their capital stands for."""
        return frozenset(m.name for m in self.parties if m.name and m.how != "generic" and not m.metonym)

    def sentences_before(self, at: int, count: int) -> Sequence[Span]:
        """The last so many sentences that begin before a character, in order."""
        until = bisect_left(self.sentences, at, key=lambda span: span.start)
        return self.sentences[max(0, until - count) : until]

    def places_in(self, span: Span) -> Sequence[PlaceMention]:
        """Places named inside a span, the dateline's left out."""
        return self._places.beginning_in(span)

    def place_at(self, span: Span) -> PlaceMention | None:
        """The first place that shares a character with the span, a dateline's too."""
        return next(iter(self._all_places.meeting(span)), None)

    def antecedents_in(self, span: Span, kind: str) -> Sequence[PlaceMention]:
        """Places of a kind named inside a span, without capitals that stand for their government."""
        if kind not in self._kinds:
            named = self.places_in(Span(0, len(self.text)))
            self._kinds[kind] = InOrder(m for m in named if m.place.kind == kind and not self.acts(m.span))
        return self._kinds[kind].beginning_in(span)

    def parties_in(self, span: Span) -> Sequence[PartyMention]:
        """Party mentions inside a span."""
        return self._parties.beginning_in(span)

    def dates_in(self, span: Span) -> Sequence[DateMention]:
        """Dates inside a span, the dateline's left out."""
        return self._dates.beginning_in(span)

    def date_at(self, span: Span) -> DateMention | None:
        """The date that stands exactly there, a dateline's too."""
        return next((date for date in self._all_dates.meeting(span) if date.span == span), None)

    def date_near(self, span: Span) -> DateMention | None:
        """The date that stands exactly there, else the first that shares a character with the span."""
        return self.date_at(span) or next(iter(self._all_dates.meeting(span)), None)

    def figures_in(self, span: Span) -> Sequence[FigureMention]:
        """Counts of people that share a character with a span."""
        return self._figures.meeting(span)

    def acts(self, span: Span) -> bool:
        """True for a capital that stands for its government there: "Baku said", not "in Baku"."""
        metonym = any(m.metonym and m.span == span for m in self.parties_in(span))
        before = self.text[max(0, span.start - 12) : span.start].split()
        return metonym and not (before and before[-1].lower() in LOCATED)

    def names_in(self, span: Span) -> Sequence[NameHit]:
        """The names of the gazetteer in the words of a span, counted from its start; looked for once."""
        if span not in self._names:
            self._names[span] = self.gazetteer.names_in(span.of(self.text))
        return self._names[span]

    @cached_property
    def retractions(self) -> Sequence[RetractionMention]:
        """The sentences that take back what this or another report said."""
        found = {one.quote: one for one in find_amendments(self.text, self.sentences)}
        found |= {one.quote: one for one in find_retractions(self.text, self.sentences)}
        return [found[quote] for quote in sorted(found)]

    @cached_property
    def corrections(self) -> frozenset[Span]:
        """Where those sentences stand."""
        return frozenset(found.quote for found in self.retractions)

    @cached_property
    def _names(self) -> dict[Span, Sequence[NameHit]]:
        return {}

    @cached_property
    def _places(self) -> InOrder[PlaceMention]:
        return InOrder(m for m in self.places if not self._filed_from.meets(m.span))

    @cached_property
    def _all_places(self) -> InOrder[PlaceMention]:
        return InOrder(self.places)

    @cached_property
    def _parties(self) -> InOrder[PartyMention]:
        return InOrder(self.parties)

    @cached_property
    def _dates(self) -> InOrder[DateMention]:
        return InOrder(d for d in self.dates if not self._filed_from.meets(d.span))

    @cached_property
    def _all_dates(self) -> InOrder[DateMention]:
        return InOrder(self.dates)

    @cached_property
    def _figures(self) -> InOrder[FigureMention]:
        return InOrder(self.figures)

    @cached_property
    def _filed_from(self) -> Covered:
        return Covered(self.datelines)

    @cached_property
    def _kinds(self) -> dict[str, InOrder[PlaceMention]]:
        return {}


def report_words(report: Report, gazetteer: Gazetteer) -> ReportWords:
    """What the finders find in a report; the same for extracting and resolving, kept for the next time."""
    return _report_words(report, gazetteer, parties())


@lru_cache(maxsize=64)
def _report_words(report: Report, gazetteer: Gazetteer, _: Parties) -> ReportWords:
    return ReportWords(report, gazetteer)


def _datelines(text: str, written: str, halves: Iterable[Headline]) -> tuple[Span, ...]:
    """Where a report was filed from: "KABUL, Aug 8 (Reuters) -", and "Kabul:" at the start of a line."""
    found = [Span(*match.span()) for match in FILED_FROM.finditer(text)]
    dateline = find_dateline(written)
    every = (*found, dateline.span) if dateline else tuple(found)
    told = [one.what for one in halves]
    return tuple(one for one in every if not any(one.meets(what) for what in told)) if told else every
