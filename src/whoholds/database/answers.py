"""Answers about one place from what is known at a moment, wherever that was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property

from whoholds.control import Question, Setting, assess_control
from whoholds.control.history import Segment, control_history
from whoholds.control.trust_table import fitted_table
from whoholds.database.answer import ControlAnswer
from whoholds.gazetteer import Gazetteer
from whoholds.index.known import Known
from whoholds.method import method_name
from whoholds.model import Place
from whoholds.picture import ControlState, ResolvedClaim
from whoholds.territory import begins, government_of


@dataclass(frozen=True)
class Answers:
    """Answers from one state of knowledge, each worked out once. The name of an answer is
    (on, as_of, recorded, method); so named it is always the same."""

    known: Known
    gazetteer: Gazetteer

    def __post_init__(self) -> None:
        object.__setattr__(self, "_states", {})
        object.__setattr__(self, "_claims", {})

    @cached_property
    def method(self) -> str:
        """The name of the method."""
        return method_name(self.gazetteer, self.known.fit)

    @cached_property
    def last_day(self) -> date:
        """The last day that is known of: the latest publication, at most today and the moment."""
        today, as_of = datetime.now(UTC).date(), self.known.as_of
        limit = today if as_of is None else min(today, as_of.date())
        latest = self.known.last_published()
        return min(latest, limit) if latest is not None else limit

    def claims_at(self, place: Place) -> tuple[ResolvedClaim, ...]:
        """The claims at a place, first known first."""
        kept: dict[str, tuple[ResolvedClaim, ...]] = self._claims  # type: ignore[attr-defined]
        if place.id not in kept:
            kept[place.id] = tuple(self.known.claims_at(place.id))
        return kept[place.id]

    def question(self, on: date) -> Question:
        """The name of an answer about a day."""
        return Question(on, self.known.as_of, self.known.recorded, self.method)

    def setting(self, place: Place, on: date) -> Setting:
        """The war around a place: whose territory it was when reports of it began; changes in the country."""
        since = min(begins(self.claims_at(place), on), on)
        changes = self.known.changes_in(place.country) if place.country else ()
        table = fitted_table(self.known.fit)
        return Setting(government_of(place.country, since, self.gazetteer), changes, table)

    def state(self, place: Place, on: date) -> ControlState:
        """Who holds a place on a day."""
        return self._state(place, on, self.setting(place, on))

    def _state(self, place: Place, on: date, setting: Setting) -> ControlState:
        states: dict[tuple[str, date], ControlState] = self._states  # type: ignore[attr-defined]
        key = (place.id, on)
        if key not in states:
            states[key] = assess_control(place, self.claims_at(place), self.question(on), setting)
        return states[key]

    def answer(self, place: Place, on: date) -> ControlAnswer:
        """The state of a place with what it stands on."""
        around, setting, claims = self.around(place), self.setting(place, on), self.claims_at(place)
        return ControlAnswer(
            state=self._state(place, on, setting),
            claims={claim.id: claim for claim in claims},
            silences=tuple(self.known.silences_at(place.id)),
            setting=setting,
            province=around.get("province"),
            country=around.get("country"),
            hindsight=frozenset(claim.id for claim in claims if self._in_hindsight(claim)),
        )

    def _in_hindsight(self, claim: ResolvedClaim) -> bool:
        """True for a claim whose verdict counts although it was recorded after the moment of knowledge."""
        as_of = self.known.as_of
        if as_of is None or not claim.judged:
            return False
        return any(one.at > as_of for one in self.known.judged(claim.id))

    def around(self, place: Place) -> Mapping[str, str]:
        """The names of what a place lies in, by kind: "province", "country"."""
        return {one.kind: one.name for one in reversed(self.gazetteer.inside(place))}

    def history(self, place: Place, on: date) -> tuple[Segment, ...]:
        """The stretches of one holder up to a day."""
        return control_history(place, self.claims_at(place), self.question(on), self.setting(place, on))
