"""Of which countries a report speaks, and how much: by its names, its parties and people."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log10

from whoholds.model import Place, Span
from whoholds.ontology import parties as known_parties
from whoholds.text.parties import PartyMention
from whoholds.text.place_words import demonym_countries
from whoholds.text.stretches import Covered

CAPITALISED = re.compile(r"\b[A-Z][a-z]+")
BEHIND = 0.4  # of the votes of a country at war, at most, for one that only looks on
EVEN = 1e-9  # votes below this are none: what is left of a sum


@dataclass(frozen=True, slots=True)
class Hit:
    """A gazetteer name in the text that may be a place, with the kind that the words around it say."""

    span: Span
    whole: Span
    candidates: tuple[Place, ...]
    kind: str | None
    common: bool


def party_votes(mentions: Iterable[PartyMention]) -> Counter[str]:
    votes: Counter[str] = Counter()
    for mention in mentions:
        party = known_parties().get(mention.name) if mention.name else None
        if party is not None and party.countries and mention.how != "generic" and not mention.vague:
            votes[party.countries[0]] += 0.5 if party.kind in ("foreign", "international") else 1  # type: ignore[assignment]
    return votes


def demonym_votes(text: str, mentions: Sequence[PartyMention]) -> Counter[str]:
    """Half a vote for each country whose people are named outside of parties: "a Ukrainian officer"."""
    covered = Covered(mention.span for mention in mentions if mention.how != "generic")
    countries = demonym_countries()
    votes: Counter[str] = Counter()
    for match in CAPITALISED.finditer(text):
        country = countries.get(match.group())
        if country and not votes[country] and not covered.meets(Span(*match.span())):
            votes[country] += 0.5  # type: ignore[assignment]
    return +votes


@dataclass(frozen=True, slots=True)
class Votes:
    """How much a report speaks of each country: unambiguous names, countries, parties.

    `own` are those of them that each name gives by itself, by the words of the name.
    """

    all: Mapping[str, float]
    own: Mapping[str, Mapping[str, float]]

    def behind(self, home: Collection[str], beside: Collection[str]) -> Votes:
        """The same, with the countries of a war spoken of well more than those that only look on at it."""
        most = max((self.all.get(country, 0.0) for country in home), default=0.0)
        times = max((self.all.get(country, 0.0) for country in beside), default=0.0) / (BEHIND * most or 1.0)
        return replace(
            self, all={c: vote * max(times, 1.0) if c in home else vote for c, vote in self.all.items()}
        )

    def level(self, invaded: Mapping[str, str]) -> Votes:
        """The same, with a country spoken of as much as the state that takes places in it (by country)."""
        raised = {
            country: max(self.all.get(country, 0.0), self.all.get(state, 0.0))
            for country, state in invaded.items()
        }
        return replace(self, all={**self.all, **raised})

    def shares(self, without: str | None = None) -> Mapping[str, float]:
        """The share of each country, from 0 to 1; `without` the votes of one name."""
        gone = self.own.get(without, {}) if without is not None else {}
        left = {country: vote - gone.get(country, 0.0) for country, vote in self.all.items()}
        most = max(left.values(), default=0)
        return {country: max(vote, 0.0) / most for country, vote in left.items()} if most > EVEN else {}


def votes_of(
    text: str, hits: Sequence[Hit], mentions: Sequence[PartyMention], more: Mapping[str, float]
) -> Votes:
    """The votes of a report's names and parties; `more` are further ones by country."""
    total: Counter[str] = Counter(more)
    own: dict[str, Counter[str]] = defaultdict(Counter)
    for hit in hits:
        if hit.common:
            continue
        areas = [place for place in hit.candidates if place.kind == "country"] or hit.candidates
        every = sum(size(place) for place in areas)
        for place in areas:
            if place.country:
                total[place.country] += size(place) / every  # type: ignore[assignment]
                own[hit.span.of(text)][place.country] += size(place) / every  # type: ignore[assignment]
    for country, weight in party_votes(mentions).items():
        total[country] += weight
    return Votes(total, own)


def size(place: Place) -> float:
    return (
        7.0 if place.kind == "country" else 5.0 if place.kind == "province" else log10(place.population + 10)
    )
