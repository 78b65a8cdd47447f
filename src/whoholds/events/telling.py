"""A claim and an event in the making, ready to be compared: place, days, parties, words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta

from whoholds.model import EventType, Factuality
from whoholds.ontology import event_types
from whoholds.picture import ResolvedClaim

ASSUMED_DAYS = 14  # an open start counts as so many days before the end, for fusing only
WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class Parties:
    """Who gained and who lost, or who did it to whom; None where it is not said."""

    doer: str | None
    other: str | None

    def contradicts(self, told: Parties, *, paired: bool) -> bool:
        """True when both cannot be the parties of one event."""
        if paired:
            mine, theirs = self.named(), told.named()
            return len(mine | theirs) > 2 and not (mine <= theirs or theirs <= mine)
        swapped = self._is(self.doer, told.other) or self._is(self.other, told.doer)
        return swapped or _differ(self.doer, told.doer) or _differ(self.other, told.other)

    @staticmethod
    def _is(one: str | None, other: str | None) -> bool:
        return one is not None and one == other

    def filled(self, told: Parties) -> Parties:
        """These parties, with what the other one adds."""
        return Parties(self.doer or told.doer, self.other or told.other)

    def named(self) -> frozenset[str]:
        """The parties that are named."""
        return frozenset(party for party in (self.doer, self.other) if party is not None)


@dataclass(frozen=True, slots=True)
class Telling:
    """A claim made ready for comparing: block, place, the days it can be of, parties, words."""

    claim: ResolvedClaim
    group: str
    place: str
    first: date
    last: date
    parties: Parties
    words: frozenset[str]


@dataclass(slots=True)
class Draft:
    """An event in the making: `first` and `last` are the days that all its claims allow."""

    group: str
    first: date
    last: date
    parties: Parties
    tellings: list[Telling] = field(default_factory=list)
    words: set[str] = field(default_factory=set)

    def add(self, told: Telling) -> None:
        """Takes a claim in; a denial says nothing of when and by whom it happened."""
        self.tellings.append(told)
        self.words |= told.words
        if told.claim.claim.factuality is not Factuality.DENIED:
            self.first, self.last = max(self.first, told.first), min(self.last, told.last)
            self.parties = self.parties.filled(told.parties)


def telling_of(claim: ResolvedClaim) -> Telling:
    """A claim made ready; where the first day is open it is taken to be `ASSUMED_DAYS` before the last."""
    last = claim.days.end or claim.published or claim.known_from.date()
    first = claim.days.start or last - timedelta(days=ASSUMED_DAYS)
    names = {
        word for name in (claim.place_name, claim.actor, claim.recipient) if name for word in _words(name)
    }
    return Telling(
        claim,
        group_of(claim),
        place_key(claim),
        min(first, last),
        last,
        parties_of(claim),
        _words(claim.quote) - names,
    )


def group_of(claim: ResolvedClaim) -> str:
    """The group of event types that a claim's type is of."""
    return event_types()[claim.claim.type].group


def place_key(claim: ResolvedClaim) -> str:
    """The id of a claim's place, or "name:<words>" (and its container) where no gazetteer knows it."""
    if claim.place is not None:
        return claim.place.id
    name = " ".join((claim.place_name or "").casefold().split())
    return f"name:{name}" if claim.container is None else f"name:{name} in {claim.container}"


def parties_of(claim: ResolvedClaim) -> Parties:
    """Who gained by it and who lost: the one who leaves is the loser; else actor and recipient."""
    if claim.claim.type is EventType.WITHDRAWAL:
        return Parties(claim.recipient, claim.actor)
    return Parties(claim.actor, claim.recipient)


def _words(text: str) -> frozenset[str]:
    return frozenset(WORD.findall(text.casefold()))


def _differ(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other
