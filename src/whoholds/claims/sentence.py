"""One parsed sentence of a report, with questions to its nouns, and what was read before it."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TYPE_CHECKING

from whoholds.claims.context import ReportWords
from whoholds.claims.nouns import counted, is_locality, is_people, is_quantity, is_thing, noun_lemma, nouns_of
from whoholds.claims.opposing import opposed_by
from whoholds.lexicon import read_lexicon, read_ontology, word_set
from whoholds.model import Claim, EventType, Place, Span
from whoholds.text.held_words import is_held_by
from whoholds.text.parse import Parsed
from whoholds.text.parties import PartyMention
from whoholds.text.places import PlaceMention
from whoholds.text.said import Said
from whoholds.text.stretches import Covered

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

INSIDE_NAMES = ("compound", "pobj", "poss", "appos", "nmod")
LOCATED = frozenset(("in", "at", "near", "around", "inside", "outside", "into"))


@dataclass(slots=True)
class Memory:
    """What later sentences of a report may point back to; filled while it is read, in order."""

    told: dict[Span, list[tuple[Span, Place]]] = field(
        default_factory=lambda: defaultdict(list)
    )  # by the quote of claims: (place words, place)
    events: set[Span] = field(default_factory=set)  # place names that an event was said of
    subjects: list[Span] = field(default_factory=list)  # parties that acted, by position
    opening: dict[int, Span] = field(
        default_factory=dict
    )  # the party that is a sentence's subject, by number
    doubts: Covered = field(default_factory=Covered)  # what the report says is not verified
    speakers: Covered = field(default_factory=Covered)  # the words for who says something in the report
    types: set[EventType] = field(default_factory=set)  # of the claims read so far
    claims: list[Claim] = field(default_factory=list)  # those of the last two sentences that tell any

    def has_told(self, kind: EventType) -> bool:
        """True when a sentence before told of an event of this type."""
        return kind in self.types

    def keep(self, claim: Claim, text: str) -> None:
        """Remember the type and place of a claim, and who acted; not the rebels of "rebel-held"."""
        self.types.add(claim.type)
        if self.claims and self.claims[-1].quote != claim.quote:
            self.claims = [one for one in self.claims if one.quote == self.claims[-1].quote]
        self.claims.append(claim)
        if claim.place is not None:
            self.events.add(claim.place.span)
        if claim.actor is not None and not is_held_by(text, claim.actor.span.end):
            insort(self.subjects, claim.actor.span)

    def last_subject(self, since: int, until: int) -> Span | None:
        """The last party that acted between two positions."""
        first = bisect_left(self.subjects, Span(since, 0))
        acted = self.subjects[first : bisect_left(self.subjects, Span(until, 0), first)]
        return next((span for span in reversed(acted) if span.end <= until), None)


@dataclass
class Sentence:
    """A sentence that is being read. `said`: who says what is read in it at the moment."""

    parsed: Parsed
    report: ReportWords
    memory: Memory
    index: int
    said: Said | None = None

    @property
    def span(self) -> Span:
        """Where the sentence stands in the report: the quotation of its claims."""
        return self.report.sentences[self.index]

    def span_of(self, token: Token) -> Span:
        """Where a token stands in the report."""
        return self.parsed.span_of(token)

    def is_speakers(self, span: Span) -> bool:
        """True when words are part of who says it, not of what is said."""
        return self.said is not None and self.said.claimer is not None and span.within(self.said.claimer)

    @cached_property
    def _places(self) -> dict[int, PlaceMention]:
        found = self.report.places_in(self.span)
        return {t.i: m for m in found for t in self.parsed.tokens_in(m.span)}

    @cached_property
    def _parties(self) -> dict[int, PartyMention]:
        found = self.report.parties_in(self.span)
        return {t.i: m for m in found for t in self.parsed.tokens_in(m.span)}

    def place_at(self, token: Token) -> PlaceMention | None:
        """The named place that a token is part of."""
        return self._places.get(token.i)

    def party_at(self, token: Token) -> PartyMention | None:
        """The party mention that a token is part of."""
        return self._parties.get(token.i)

    def is_kind(self, token: Token, kind: str) -> bool:
        """True when the noun (or what a quantity counts) is of a kind of people or things in `nouns.toml`."""
        noun = counted(token).text
        of_people = kind in read_lexicon("en", "nouns")["people"]
        return is_people(noun, kind) if of_people else is_thing(noun, kind)

    def is_time(self, token: Token) -> bool:
        """True for words that are part of a date or stretch of time."""
        span = self.span_of(token)
        if token.lower_.rstrip("s") in word_set("timing", "units"):
            return True
        return any(span.meets(date.span) for date in self.report.dates_in(self.span))

    def is_pronoun(self, token: Token) -> bool:
        """True for a personal or relative pronoun."""
        return token.lower_ in word_set("pointing", "persons") and self.party_at(token) is None  # not "US"

    def is_civil(self, token: Token) -> bool:
        """True for unarmed people."""
        noun = counted(token)
        unarmed = is_people(noun.text, "civilians") or noun.lower_ in word_set("nouns", "people", "relief")
        return self.party_at(noun) is None and unarmed and not self.is_force(token)

    def is_force(self, token: Token | None) -> bool:
        """True for a party or its armed people."""
        if token is None:
            return False
        noun = counted(token)
        party = self.party_at(noun)
        if party is not None:
            as_place = party.metonym and self.place_at(noun) is not None
            return not (as_place and noun.dep_ == "pobj" and noun.head.lower_ in LOCATED)
        officials = is_people(noun.text, "officials") and any(self.party_at(c) for c in noun.children)
        armed = is_people(noun.text, "fighters") and not _carries_no_arms(noun)
        if armed or officials or self._are_armed_men(noun):
            return True
        return opposed_by(noun, self.party_at) is not None

    def _are_armed_men(self, noun: Token) -> bool:
        """ "armed men", "his men", "Haftar's men", "men loyal to Haftar", "gang members"."""
        if is_people(noun.text, "members"):
            return any(
                child.dep_ == "compound" and is_people(child.text, "fighters") for child in noun.children
            )
        if not is_people(noun.text, "men"):
            return False
        armed = any(child.lower_ in _of_men("armed") or _is_whose(child) for child in noun.children)
        loyal = (child for child in noun.children if child.lower_ in _of_men("loyal"))
        owners = [child for child in noun.children if child.dep_ in ("poss", "compound", "amod")]
        owners += [token for one in loyal for token in one.subtree]
        named = (self.party_at(child) for child in owners)
        return armed or any(party is not None and not party.metonym for party in named)

    def is_place(self, token: Token) -> bool:
        """True for a named place, or a noun for one ("the city", "the airport")."""
        if self._is_party_word(token):
            return False
        if self.place_at(token) is not None or is_locality(
            token.text, "settlement", "area", "facility", "part", "near"
        ):
            return True
        counts = is_quantity(token.text) or noun_lemma(token.text) == "control"
        return counts and any(self.is_place(noun) for noun in nouns_of(token))

    def names_place(self, token: Token) -> bool:
        """True when the noun is, or has in front or after "of", the name of a place; or for "the city"."""
        if self.place_at(token) is not None and not self._is_party_word(token):
            return True
        if is_locality(token.text, "settlement", "area"):
            return True
        inside = (t for t in token.subtree if t.dep_ in INSIDE_NAMES)
        return self.is_place(token) and any(self.place_at(t) is not None for t in inside)

    def _is_party_word(self, token: Token) -> bool:
        party = self.party_at(token)
        return party is not None and not party.metonym

    def mentions(self, kind: str) -> bool:
        """True when a noun of a kind of thing stands anywhere in the sentence."""
        return any(is_thing(token.text, kind) for token in self.parsed.tokens)


def _carries_no_arms(noun: Token) -> bool:
    """True for "an aid convoy", "a convoy of buses"; a party among the words before it may be armed."""
    inside = (*(c for c in noun.children if c.dep_ in ("compound", "amod", "nmod")), *nouns_of(noun))
    return any(is_people(token.text, "unarmed") for token in inside)


@cache
def _is_whose(token: Token) -> bool:
    """ "His", "their": men who are somebody's."""
    return token.dep_ == "poss" and token.lower_ in word_set("pointing", "persons", "owners")


def _of_men(key: str) -> frozenset[str]:
    return frozenset(read_ontology("party_words")["men"][key])
