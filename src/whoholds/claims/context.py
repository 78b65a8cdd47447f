"""What is known of a report while its sentences are read: places, parties, dates, who spoke last."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TYPE_CHECKING, TypeVar

from whoholds.gazetteer import Gazetteer
from whoholds.lexicon import read_lexicon
from whoholds.model import Place, Report, Span
from whoholds.text.dates import DateMention, find_dates
from whoholds.text.figures import FigureMention, find_figures
from whoholds.text.parse import Parsed
from whoholds.text.parties import Focus, PartyMention, find_parties, resolve_parties
from whoholds.text.said import Said
from whoholds.text.places import PlaceMention, country_in_focus, find_places
from whoholds.text.datelines import find_dateline
from whoholds.text.sentences import find_sentences
from whoholds.text.triggers import lemma_of, stems

if TYPE_CHECKING:
    from spacy.tokens import Token

M = TypeVar("M", PlaceMention, PartyMention, DateMention)
QUANTITIES = frozenset(
    ("dozen", "hundred", "thousand", "score", "number", "member", "group", "lot", "most", "some", "many", "all",
     "several", "handful", "majority", "rest", "half", "one", "two", "three", "column", "unit")
)  # fmt: skip
FILED_FROM = re.compile(r"(?m)^[A-Z][A-Za-z’'. -]{2,25}(?:,? [^\n(:]{0,20}\([^)\n]{2,80}\) ?)?:(?=[ \w“\"])")
PRONOUNS = frozenset(("they", "it", "he", "she", "we", "who", "which", "them", "that", "both", "i", "us", "their"))
CORE = frozenset(("compound", "nmod", "amod", "poss", "nummod", "det", "appos", "punct", "case", "conj", "cc", "quantmod", "dep"))


@cache
def _nouns(table: str, kind: str) -> frozenset[str]:
    return frozenset(read_lexicon("en", "nouns")[table][kind])


@cache
def noun_lemma(word: str) -> str:
    """The singular of a noun, where a list of nouns or triggers knows it; else the lower-cased word."""
    known = _all_nouns()
    word = word.lower()
    return next((stem for stem in stems(word) if stem in known), lemma_of(word))


@cache
def _all_nouns() -> frozenset[str]:
    tables = read_lexicon("en", "nouns").values()
    return frozenset(word for table in tables for words in table.values() for word in words) | QUANTITIES


@dataclass(slots=True)
class ReportWords:
    """All that the finders found in one report, by position."""

    report: Report
    sentences: tuple[Span, ...]
    places: tuple[PlaceMention, ...]
    parties: tuple[PartyMention, ...]
    dates: tuple[DateMention, ...]
    figures: tuple[FigureMention, ...]
    focus: Focus
    country: str | None
    gazetteer: Gazetteer
    datelines: tuple[Span, ...] = ()
    warlike: bool = True
    doubts: tuple[Span, ...] = ()  # stretches that the report says are not verified
    told: list[tuple[Span, Span, Place]] = field(default_factory=list)  # (quote, place words, place) of the claims
    events: set[Span] = field(default_factory=set)  # place names that an event was said of
    subjects: list[Span] = field(default_factory=list)  # party mentions that acted, in order

    @property
    def text(self) -> str:
        """The report's text."""
        return self.report.text

    def places_in(self, span: Span) -> list[PlaceMention]:
        """Places named inside a span, the dateline's left out."""
        return [m for m in _within(self.places, span) if not any(m.span.meets(line) for line in self.datelines)]

    def acts(self, span: Span) -> bool:
        """True for a capital that stands for its government there: "Baku said", not "in Baku"."""
        metonym = any(m.metonym and m.span == span for m in self.parties_in(span))
        before = self.text[max(0, span.start - 12) : span.start].split()
        return metonym and not (before and before[-1].lower() in ("in", "at", "near", "to", "from", "of", "outside", "around"))

    def parties_in(self, span: Span) -> list[PartyMention]:
        """Party mentions inside a span."""
        return _within(self.parties, span)

    def dates_in(self, span: Span) -> list[DateMention]:
        """Dates inside a span, the dateline's left out."""
        return [d for d in _within(self.dates, span) if not any(d.span.meets(line) for line in self.datelines)]


def _within(mentions: Sequence[M], span: Span) -> list[M]:
    first = bisect_left(mentions, span.start, key=lambda mention: mention.span.start)
    found: list[M] = []
    for mention in mentions[first:]:
        if mention.span.start >= span.end:
            break
        found.append(mention)
    return found


def read_words(report: Report, gazetteer: Gazetteer) -> ReportWords:
    """Run the finders over a report once; the same for extracting and for resolving."""
    text = report.text
    named = find_parties(text)
    places = find_places(text, gazetteer, named)
    country = country_in_focus(places, named)
    focus = Focus(named, country)
    published = report.published.day if report.published else None
    return ReportWords(
        report=report,
        sentences=find_sentences(text),
        places=places,
        parties=resolve_parties(named, focus),
        dates=find_dates(text, published),
        figures=find_figures(text),
        focus=focus,
        country=country,
        gazetteer=gazetteer,
        datelines=_datelines(text),
    )


def _datelines(text: str) -> tuple[Span, ...]:
    """Where a report was filed from: "KABUL, Aug 8 (Reuters) -", and "Kabul:" at the start of a line."""
    found = [Span(*match.span()) for match in FILED_FROM.finditer(text)]
    dateline = find_dateline(text)
    return (*found, dateline.span) if dateline else tuple(found)


@dataclass
class Sentence:
    """One parsed sentence, with questions to its nouns."""

    parsed: Parsed
    report: ReportWords
    index: int
    said: Said | None = None  # who says what is being read

    def is_speakers(self, span: Span) -> bool:
        """True when words are part of who says it, not of what is said."""
        return self.said is not None and self.said.claimer is not None and span.within(self.said.claimer)

    def span_of(self, token: Token) -> Span:
        """Where a token stands in the report."""
        return self.parsed.span_of(token)

    @cached_property
    def _places(self) -> dict[int, PlaceMention]:
        found = self.report.places_in(self.parsed.span)
        return {t.i: m for m in found for t in self.parsed.tokens_in(m.span)}

    @cached_property
    def _parties(self) -> dict[int, PartyMention]:
        found = self.report.parties_in(self.parsed.span)
        return {t.i: m for m in found for t in self.parsed.tokens_in(m.span)}

    def place_at(self, token: Token) -> PlaceMention | None:
        """The named place that a token is part of."""
        return self._places.get(token.i)

    def party_at(self, token: Token) -> PartyMention | None:
        """The party mention that a token is part of."""
        return self._parties.get(token.i)

    def is_kind(self, token: Token, kind: str) -> bool:
        """True when the noun (or what a quantity counts) is of a kind in `nouns.toml`."""
        table = "people" if kind in read_lexicon("en", "nouns")["people"] else "things"
        return noun_lemma(counted(token).text) in _nouns(table, kind)

    def is_time(self, token: Token) -> bool:
        """True for words that are part of a date or stretch of time."""
        span = self.span_of(token)
        return any(span.meets(date.span) for date in self.report.dates_in(self.parsed.span)) or token.lower_.rstrip("s") in (
            "hour", "day", "week", "month", "year", "night", "time"
        )

    def is_attack(self, token: Token) -> bool:
        """True for an attack, advance or enemy."""
        return self.is_kind(token, "attacks")

    def is_pronoun(self, token: Token) -> bool:
        """True for a personal or relative pronoun."""
        return token.lower_ in PRONOUNS

    def is_civil(self, token: Token) -> bool:
        """True for unarmed people."""
        noun = counted(token)
        party = self.party_at(noun)
        civil = party is None and noun_lemma(noun.text) in _nouns("people", "civilians")
        return civil and not self.is_force(token)

    def is_force(self, token: Token | None) -> bool:
        """True for a party or its armed people."""
        if token is None:
            return False
        noun = counted(token)
        party = self.party_at(noun)
        if party is not None:
            return not (party.metonym and self.place_at(noun) is not None and noun.dep_ == "pobj" and _locative(noun))
        lemma = noun_lemma(noun.text)
        return lemma in _nouns("people", "fighters") or (
            lemma in _nouns("people", "officials") and any(self.party_at(c) for c in noun.children)
        )

    def names_place(self, token: Token) -> bool:
        """True when the noun is, or has in front or after "of", the name of a place; or "the city"."""
        if self.place_at(token) is not None and not self._is_party_word(token):
            return True
        if noun_lemma(token.text) in _nouns("places", "settlement") | _nouns("places", "area"):
            return True
        return self.is_place(token) and any(
            self.place_at(t) is not None for t in token.subtree if t.dep_ in ("compound", "pobj", "poss", "appos", "nmod")
        )

    def _is_party_word(self, token: Token) -> bool:
        party = self.party_at(token)
        return party is not None and not party.metonym

    def is_place(self, token: Token) -> bool:
        """True for a named place, a noun for one ("the city", "the airport"), or "there"."""
        if self._is_party_word(token):
            return False
        if self.place_at(token) is not None:
            return True
        lemma = noun_lemma(token.text)
        if any(lemma in _nouns("places", kind) for kind in ("settlement", "area", "facility", "part", "near")):
            return True
        return lemma in QUANTITIES | {"control"} and any(
            self.is_place(noun) for noun in _of(token) if noun != token
        )

    def mentions(self, kind: str) -> bool:
        """True when a noun of a kind of thing stands anywhere in the sentence."""
        return any(noun_lemma(token.text) in _nouns("things", kind) for token in self.parsed.doc)


def counted(token: Token) -> Token:
    """What a quantity counts: "dozens of Taliban" → Taliban; the noun itself otherwise."""
    if noun_lemma(token.text) in QUANTITIES:
        return next(iter(_of(token)), token)
    return token


def _of(token: Token) -> list[Token]:
    return [n for c in token.children if c.dep_ == "prep" and c.lower_ == "of" for n in c.children if n.dep_ == "pobj"]


def _locative(noun: Token) -> bool:
    return noun.head.lower_ in ("in", "at", "near", "around", "inside", "outside", "into")
