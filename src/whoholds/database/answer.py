"""The answer to "who holds this place": the state, and all that it stands on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from whoholds.control import Setting
from whoholds.control.parts import PartHeld
from whoholds.control.profiles import Profile, profile_named
from whoholds.database.within import Within
from whoholds.exports.plain import part_dict, state_dict
from whoholds.picture import ControlState, ResolvedClaim
from whoholds.silences import ResolvedSilence
from whoholds.why import Why, explain_state


@dataclass(frozen=True)
class ControlAnswer:
    """Who holds a place on a day, as known at a moment; with its claims by id and who is silent about it.

    `profile`: what "controls" means in it. `listing`: how its `parts` are found.
    """

    state: ControlState
    claims: Mapping[str, ResolvedClaim]
    silences: tuple[ResolvedSilence, ...]
    setting: Setting
    province: str | None = None
    country: str | None = None
    hindsight: frozenset[str] = frozenset()  # claims with a verdict given after the moment of knowledge
    partial: bool = False  # the record has further entries, which do not count here
    within: Within | None = None  # of a province or district: its centre, its places
    read_as: str | None = None  # what is to be said where the name asked for is not the place's main one
    profile: Profile = field(default_factory=lambda: profile_named(None))
    listing: Callable[[], tuple[PartHeld, ...]] = field(default=tuple, repr=False, compare=False)

    @cached_property
    def parts(self) -> tuple[PartHeld, ...]:
        """The parts of the place of whose holder something is said, worked out when they are asked for."""
        return self.listing()

    def why(self) -> Why:
        """The reasons: the sum with its quotations, who says what against whom, who is silent."""
        return self._why

    @cached_property
    def _why(self) -> Why:
        told = explain_state(
            self.state, tuple(self.claims.values()), self.silences, self.setting, hindsight=self.hindsight
        )
        return replace(told, partial=self.partial)

    def to_dict(self, *, public: bool = False) -> dict[str, Any]:
        """The answer in plain values, as `whoholds control --json` gives it. `public` withholds names."""
        row = state_dict(self.state, self.claims, public=public)
        row |= {"province": self.province, "country": self.country}
        row["silent"] = sorted({one.party for one in self.silences})
        row["hindsight"] = sorted(self.hindsight)
        row["within"] = self.within.to_dict() if self.within is not None else None
        row["read_as"] = self.read_as
        row["profile"] = self.profile.name
        row["parts"] = [part_dict(one) for one in self.parts]
        return row
