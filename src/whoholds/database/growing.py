"""What was known of each place at one moment after another, without reading the whole record for each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from whoholds.control.parts import FACILITY
from whoholds.database.units import Units
from whoholds.events import place_key
from whoholds.gazetteer import Gazetteer
from whoholds.gazetteer.fold import fold
from whoholds.model import Place
from whoholds.picture import ResolvedClaim
from whoholds.pipeline import Resolved
from whoholds.territory import Change, change_of


@dataclass(slots=True)
class News:
    """What a day brings: the places with other claims than before, the changes of hands that are claimed,
    and the countries of which such a claim was taken back."""

    places: dict[str, None] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    lost: set[str] = field(default_factory=set)


class Growing:
    """The claims at every place as they become known: `days` goes on day by day, and what is asked then is
    what the record tells as of the end of that day."""

    def __init__(
        self, resolved: Resolved, gazetteer: Gazetteer, known: Mapping[str, ResolvedClaim] | None = None
    ) -> None:
        """`known`: claims by id that are the same, whose objects are used."""
        self._known = known or {}
        self._gazetteer = gazetteer
        self._resolved = resolved
        self._claims: dict[str, dict[str, ResolvedClaim]] = defaultdict(dict)
        self._told: dict[str, tuple[ResolvedClaim, ...]] = {}
        self._called: dict[str, set[str]] = defaultdict(set)
        self._parts: dict[str, None] = {}
        self.places: dict[str, Place] = {}

    def days(self) -> Iterator[tuple[date, News]]:
        """The days on which claims became known or were taken back, in order, with what each brings."""
        told: dict[date, list[ResolvedClaim]] = defaultdict(list)
        back: dict[date, list[ResolvedClaim]] = defaultdict(list)
        for told_now in self._resolved.claims:
            claim = self._known.get(told_now.id, told_now)
            day = claim.known_from.date()
            told[day].append(claim)
            taken = claim.retracted_from.date() if claim.retracted_from is not None else day
            if taken > day:
                back[taken].append(claim)
                told[day][-1] = replace(claim, retracted=None, retracted_from=None)
        for day in sorted({*told, *back}):
            news = News()
            for claim in told.get(day, ()):
                self._take(claim, news)
            for claim in back.get(day, ()):
                self._take_back(claim, news)
            self._touch_parts(news)
            yield day, news

    def changes(self) -> Iterator[Change]:
        """All changes of hands that are claimed and not taken back."""
        claims = (claim for told in self._claims.values() for claim in told.values())
        return (found for claim in claims if (found := change_of(claim)) is not None)

    def claims_at(self, place: str) -> tuple[ResolvedClaim, ...]:
        """The claims at a place (its id), first known first; those taken back are marked."""
        if place not in self._told:
            self._told[place] = tuple(self._claims[place].values()) if place in self._claims else ()
        return self._told[place]

    def knows(self, place: str) -> bool:
        """True where a claim is about the place."""
        return place in self._claims

    def place(self, name: str) -> Place | None:
        """The place with an id, where a claim is about it, as the last of them has it."""
        return self.places.get(name)

    def called(self, folded: str) -> Sequence[Place]:
        """The places that claims are about whose folded name is this, in order of id."""
        return tuple(self.places[name] for name in sorted(self._called.get(folded, ())))

    def claims_of(self, place: Place) -> tuple[ResolvedClaim, ...]:
        """The claims at a place; at a part, also those at the whole that tell of it."""
        if place.kind != FACILITY:
            return self.claims_at(place.id)
        return Units(self, self._gazetteer).claims_at(place)

    def _take(self, claim: ResolvedClaim, news: News) -> None:
        key = place_key(claim) if claim.place is not None or claim.place_name else None
        if key is None:
            return
        self._claims[key][claim.id] = claim
        self._told.pop(key, None)
        news.places[key] = None
        if claim.place is not None:
            self._called[fold(claim.place.name)].add(claim.place.id)
            self.places[claim.place.id] = claim.place
            if claim.place.kind == FACILITY:
                self._parts[claim.place.id] = None
            if (change := change_of(claim)) is not None:
                news.changes.append(change)

    def _take_back(self, claim: ResolvedClaim, news: News) -> None:
        if claim.place is None:
            return
        self._claims[claim.place.id][claim.id] = claim
        self._told.pop(claim.place.id, None)
        news.places[claim.place.id] = None
        news.lost.add(claim.place.country or "")

    def _touch_parts(self, news: News) -> None:
        """Of a facility also what is told of the whole may be news."""
        for name in self._parts:
            news.places.setdefault(name, None)
