"""What an export is made from: the claims and states that are wanted, and the name of the answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from whoholds.exports.filters import Filter
from whoholds.exports.plain import Row, claim_dict, event_dict, moment_text, state_dict
from whoholds.exports.withholding import masked_claim
from whoholds.picture import ControlState, Event, Picture, ResolvedClaim
from whoholds.wording import note_words


@dataclass(frozen=True, slots=True)
class Selection:
    """A picture with the states of its places on a day, and what of it is wanted.

    `names`: province and country of each place, by its id. `public` withholds the names of private persons.
    """

    picture: Picture
    states: Sequence[ControlState]
    on: date
    filter: Filter = field(default_factory=Filter)
    public: bool = True
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def claims(self) -> list[ResolvedClaim]:
        """The claims that are wanted, in the order in which they became known, fit to be published."""
        kept = [claim for claim in self.picture.claims.values() if self.filter.keeps(claim)]
        return [masked_claim(claim) for claim in kept] if self.public else kept

    def claim_rows(self) -> list[Row]:
        """The same in plain values."""
        return [claim_dict(claim) for claim in self.claims()]

    def wanted_states(self) -> list[ControlState]:
        """The states of the places that wanted claims are about."""
        kept = frozenset(
            claim.place.id
            for claim in self.picture.claims.values()
            if claim.place and self.filter.keeps(claim)
        )
        return [state for state in self.states if self.filter.keeps_state(state, kept)]

    def state_rows(self) -> list[Row]:
        """The same in plain values."""
        return [self._state_row(state) for state in self.wanted_states()]

    def _state_row(self, state: ControlState) -> Row:
        around = self.names.get(state.place.id, {})
        row = state_dict(state, self.picture.claims, public=self.public)
        return row | {"province": around.get("province"), "country": around.get("country")}

    def event_rows(self) -> list[Row]:
        """The events that a wanted claim tells of, in plain values."""
        kept = {claim.id for claim in self.picture.claims.values() if self.filter.keeps(claim)}
        wanted: list[Event] = [event for event in self.picture.events if kept.intersection(event.claims)]
        return [event_dict(event, self.picture.claims, public=self.public) for event in wanted]

    def about(self) -> dict[str, Any]:
        """What names the answer, what was asked for, and what it is not."""
        record = self.picture.record
        return {
            "on": self.on.isoformat(),
            "as_of": moment_text(record.as_of),
            "recorded": record.recorded,
            "method": self.picture.method,
            "filters": self.filter.asked,
            "note": note_words(self.on, record.as_of),
        }
