"""What is known at a moment, in the form in which a question about one place asks for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Protocol

from whoholds.control.clock import Nearby
from whoholds.gazetteer.fold import fold
from whoholds.model import Place
from whoholds.picture import Judged, ResolvedClaim
from whoholds.pipeline import Resolved, ids_by_place
from whoholds.silences import ResolvedSilence, by_place
from whoholds.territory import Changes, changes_by_country
from whoholds.trust import Fit


class Told(Protocol):
    """The places that claims are about, and the claims at each."""

    def claims_at(self, place: str) -> Sequence[ResolvedClaim]:
        """The claims at a place (its id), first known first; those taken back are marked."""

    def knows(self, place: str) -> bool:
        """True where a claim is about the place."""

    def place(self, name: str) -> Place | None:
        """The place with an id, where a claim is about it, as the last of them has it."""

    def called(self, folded: str) -> Sequence[Place]:
        """The places that claims are about whose folded name is this, in order of id."""


class Known(Told, Protocol):
    """All that was published by `as_of`, as recorded at a ledger sequence, asked for by place."""

    @property
    def as_of(self) -> datetime | None:
        """The moment of knowledge; None for now."""

    @property
    def recorded(self) -> int:
        """The ledger sequence."""

    @property
    def fit(self) -> Fit | None:
        """What had been learnt of claimers, where something had."""

    def silences_at(self, place: str) -> Sequence[ResolvedSilence]:
        """Who is silent at a place."""

    def changes_near(self, place: Place) -> tuple[Nearby, ...]:
        """The changes of hands that were claimed in the region of a place, with how much each counts."""

    def last_published(self) -> date | None:
        """The latest day of publication of all reports."""

    def last_told(self) -> datetime | None:
        """When the last of the claims at any place became known; None without claims."""

    def ids(self) -> Collection[str]:
        """The ids of the places that claims are about."""

    def judged(self, claim: str) -> Sequence[Judged]:
        """What was judged of a claim, oldest first."""

    def countries(self) -> Collection[str | None]:
        """The countries in which places lie that claims are about; None for a place in no country."""

    def names(self) -> Collection[str]:
        """The names of the places that claims are about."""


@dataclass(frozen=True)
class FromAll:
    """The same out of the whole record, resolved."""

    resolved: Resolved

    @property
    def as_of(self) -> datetime | None:
        """The moment of knowledge; None for now."""
        return self.resolved.record.as_of

    @property
    def recorded(self) -> int:
        """The ledger sequence."""
        return self.resolved.record.recorded

    @property
    def fit(self) -> Fit | None:
        """What had been learnt of claimers."""
        return self.resolved.record.fit

    @cached_property
    def by_id(self) -> Mapping[str, ResolvedClaim]:
        """All claims by their ids, in the order in which they became known."""
        return {claim.id: claim for claim in self.resolved.claims}

    @cached_property
    def ids_at(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the claims at each place."""
        return ids_by_place(self.resolved.claims)

    @cached_property
    def places(self) -> Mapping[str, Place]:
        """The places of all claims, by id."""
        return {claim.place.id: claim.place for claim in self.resolved.claims if claim.place is not None}

    @cached_property
    def silences(self) -> Mapping[str, tuple[ResolvedSilence, ...]]:
        """Who is silent at each place."""
        return by_place(self.resolved.silences)

    def claims_at(self, place: str) -> tuple[ResolvedClaim, ...]:
        """The claims at a place (its id), first known first."""
        return tuple(self.by_id[name] for name in self.ids_at.get(place, ()))

    def silences_at(self, place: str) -> tuple[ResolvedSilence, ...]:
        """Who is silent at a place."""
        return self.silences.get(place, ())

    def changes_near(self, place: Place) -> tuple[Nearby, ...]:
        """The changes of hands that were claimed in the region of a place, with how much each counts."""
        changes = self._changes.get(place.country or "")
        return changes.near(place) if changes is not None else ()

    def last_published(self) -> date | None:
        """The latest day of publication of all reports."""
        reports = self.resolved.record.reports
        return max((one.report.published.day for one in reports if one.report.published), default=None)

    def last_told(self) -> datetime | None:
        """When the last of the claims at any place became known."""
        told = (one for one in self.resolved.claims if one.place is not None or one.place_name)
        return max((one.known_from for one in told), default=None)

    def ids(self) -> Collection[str]:
        """The ids of the places that claims are about."""
        return self.places.keys()

    def judged(self, claim: str) -> Sequence[Judged]:
        """What was judged of a claim, oldest first."""
        return self._judged.get(claim, ())

    def knows(self, place: str) -> bool:
        """True where a claim is about the place."""
        return place in self.ids_at

    def place(self, name: str) -> Place | None:
        """The place with an id, where a claim is about it."""
        return self.places.get(name)

    def called(self, folded: str) -> tuple[Place, ...]:
        """The places that claims are about whose folded name is this, in order of id."""
        return tuple(self.places[name] for name in sorted(self._called.get(folded, ())))

    def countries(self) -> frozenset[str | None]:
        """The countries in which places lie that claims are about."""
        return self._countries

    def names(self) -> frozenset[str]:
        """The names of the places that claims are about."""
        return frozenset(claim.place.name for claim in self.resolved.claims if claim.place is not None)

    @cached_property
    def _changes(self) -> Mapping[str, Changes]:
        return changes_by_country(self.resolved.claims)

    @cached_property
    def _countries(self) -> frozenset[str | None]:
        return frozenset(place.country for place in self.places.values())

    @cached_property
    def _called(self) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for place in self.places.values():
            found[fold(place.name)].add(place.id)
        return found

    @cached_property
    def _judged(self) -> Mapping[str, list[Judged]]:
        found: dict[str, list[Judged]] = defaultdict(list)
        for one in self.resolved.record.judgements:
            found[one.judgement.claim].append(one)
        return found
