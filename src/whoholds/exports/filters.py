"""What of a picture is wanted: filters that every export obeys, and says that it does."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date

from whoholds.control.evidence import day_of
from whoholds.picture import ControlState, ResolvedClaim


@dataclass(frozen=True, slots=True)
class Filter:
    """Values that claims must have; None does not ask. Words are compared whatever their case.

    `place` is a place's id, also that of a province or country around it; `party` does it or has it done to
    it; `claimer` stands anywhere in the claimer's words; `country` is an ISO code of two letters; `since` and
    `until` bound the last day a claim speaks of.
    """

    place: str | None = None
    party: str | None = None
    claimer: str | None = None
    side: str | None = None
    outlet: str | None = None
    type: str | None = None
    factuality: str | None = None
    precision: str | None = None
    country: str | None = None
    since: date | None = None
    until: date | None = None

    def keeps(self, claim: ResolvedClaim) -> bool:
        """True for a claim that is wanted."""
        return (
            self._keeps_place(claim)
            and _same(self.party, claim.actor, claim.recipient)
            and (self.claimer is None or self.claimer.casefold() in (claim.claimer or "").casefold())
            and _same(self.side, claim.side)
            and _same(self.outlet, claim.outlet)
            and _same(self.type, claim.claim.type.value)
            and _same(self.factuality, claim.claim.factuality.value)
            and _same(self.precision, claim.precision.value)
            and _same(self.country, claim.place.country if claim.place is not None else None)
            and (self.since is None or self.since <= day_of(claim))
            and (self.until is None or day_of(claim) <= self.until)
        )

    def _keeps_place(self, claim: ResolvedClaim) -> bool:
        place = claim.place
        if self.place is None:
            return True
        return place is not None and self.place in (
            place.id,
            place.part_of,
            place.province,
            f"iso:{place.country}",
        )

    def keeps_state(self, state: ControlState, kept: frozenset[str]) -> bool:
        """True for the state of a place that a wanted claim is about (`kept` are the ids of those places)."""
        return not self.asked or state.place.id in kept

    @property
    def asked(self) -> dict[str, str]:
        """What is asked for, by name."""
        found = {one.name: getattr(self, one.name) for one in fields(self)}
        return {name: str(value) for name, value in found.items() if value is not None}


def _same(wanted: str | None, *values: str | None) -> bool:
    return wanted is None or wanted.casefold() in {value.casefold() for value in values if value is not None}
