"""Answers about one place from what is known at a moment, wherever that was read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import cached_property
from typing import Self

from whoholds.carried import is_carried_over
from whoholds.control import Question, Setting
from whoholds.control.assess import Assessor, state_of
from whoholds.control.case import prepare
from whoholds.control.chain import run
from whoholds.control.clock import Nearby
from whoholds.control.history import Segment, control_history
from whoholds.control.parts import PartHeld
from whoholds.control.positions import position_of
from whoholds.control.profiles import Profile, method_under, profile_named
from whoholds.control.trail import Trail, Trails
from whoholds.control.trust_table import fitted_table
from whoholds.database.answer import ControlAnswer
from whoholds.database.units import Units
from whoholds.database.within import AREAS, Within, within
from whoholds.gazetteer import Gazetteer
from whoholds.index.known import Known
from whoholds.method import method_name
from whoholds.model import Place
from whoholds.picture import ControlState, ResolvedClaim
from whoholds.territory import begins, government_of


@dataclass(frozen=True)
class Answers:
    """Answers from one state of knowledge, each worked out once. The name of an answer is
    (on, as_of, recorded, method); so named it is always the same. `profile`: what "controls" means. `trails`:
    from which answers go on that are asked of several states of knowledge."""

    known: Known
    gazetteer: Gazetteer
    profile: Profile = field(default_factory=lambda: profile_named(None))
    trails: Trails = field(default_factory=Trails, repr=False, compare=False)

    def __post_init__(self) -> None:
        for name in ("_states", "_claims", "_under", "_parts", "_changes", "_cases"):
            object.__setattr__(self, name, {})

    def under(self, profile: Profile) -> Self:
        """The answers from the same knowledge where "controls" means something else."""
        if profile == self.profile:
            return self
        kept: dict[str, Self] = self._under  # type: ignore[attr-defined]
        if profile.name not in kept:
            kept[profile.name] = self._by(profile)
        return kept[profile.name]

    def _by(self, profile: Profile) -> Self:
        return replace(self, profile=profile)

    @cached_property
    def method(self) -> str:
        """The name of the method, with the profile as a part of it where it is not the default."""
        return method_under(method_name(self.gazetteer, self.known.fit), self.profile)

    @cached_property
    def units(self) -> Units:
        """The parts of places."""
        return Units(self.known, self.gazetteer)

    @cached_property
    def last_day(self) -> date:
        """The last day that is known of: the latest publication, at most today and the moment."""
        today, as_of = datetime.now(UTC).date(), self.known.as_of
        limit = today if as_of is None else min(today, as_of.date())
        latest = self.known.last_published()
        return min(latest, limit) if latest is not None else limit

    def claims_at(self, place: Place) -> tuple[ResolvedClaim, ...]:
        """The claims at a place, or of a part, as the profile takes them; first known first."""
        kept: dict[str, tuple[ResolvedClaim, ...]] = self._claims  # type: ignore[attr-defined]
        if place.id not in kept:
            kept[place.id] = self.units.claims_by(place, self.profile)
        return kept[place.id]

    def question(self, on: date) -> Question:
        """The name of an answer about a day."""
        return Question(on, self.known.as_of, self.known.recorded, self.method)

    def setting(self, place: Place, on: date) -> Setting:
        """The war around a place: whose territory it was when reports of it began; changes in the region."""
        since = min(begins(self.claims_at(place), on), on)
        changes = self._changes_near(place)
        table = fitted_table(self.known.fit)
        government = government_of(place.country, since, self.gazetteer)
        return Setting(government, changes, table, profile=self.profile.name)

    def _changes_near(self, place: Place) -> tuple[Nearby, ...]:
        kept: dict[Place, tuple[Nearby, ...]] = self._changes  # type: ignore[attr-defined]
        if place not in kept:
            kept[place] = self.known.changes_near(place)
        return kept[place]

    def state(self, place: Place, on: date) -> ControlState:
        """Who holds a place on a day."""
        return self._state(place, on, self.setting(place, on))

    def _state(self, place: Place, on: date, setting: Setting) -> ControlState:
        states: dict[tuple[str, date], ControlState] = self._states  # type: ignore[attr-defined]
        key = (place.id, on)
        if key not in states:
            with self.trails.of(place.id) as trail:
                assessor = self._assessor(place, setting, trail)
                case = assessor.case
                trail.passes = run(case.chain, case.rows, (on,), trail.passes)
            states[key] = state_of(case, trail.passes, self.question(on), assessor)
        return states[key]

    def _assessor(self, place: Place, setting: Setting, trail: Trail) -> Assessor:
        """The place made ready, once for all days that are asked about in the same setting."""
        kept: dict[Place, tuple[Setting, Assessor]] = self._cases  # type: ignore[attr-defined]
        if place not in kept or kept[place][0] != setting:
            case = prepare(place, self.claims_at(place), self.known.as_of, setting, trail.voices)
            trail.assessor = Assessor(case, trail.assessor)
            kept[place] = (setting, trail.assessor)
        return kept[place][1]

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
            profile=self.profile,
            listing=lambda: self.parts(place, on),
            within=self.within(place, on),
        )

    def parts(self, place: Place, on: date) -> tuple[PartHeld, ...]:
        """The parts of a place of whose holder something is said, each with its state."""
        kept: dict[str, tuple[tuple[str, Place], ...]] = self._parts  # type: ignore[attr-defined]
        if place.id not in kept:
            kept[place.id] = tuple(self._told_parts(place))
        return tuple(
            PartHeld(kind, self.state(part, on), self._since(part, on)) for kind, part in kept[place.id]
        )

    def _told_parts(self, place: Place) -> Iterator[tuple[str, Place]]:
        return (
            (kind, part)
            for kind, part in self.units.parts_of(place)
            if any(
                position_of(claim) and claim.counts and not is_carried_over(claim)
                for claim in self.claims_at(part)
            )
        )

    def _since(self, place: Place, on: date) -> date | None:
        """The first day of the stretch that a day belongs to."""
        history = self.history(place, on)
        return history[-1].start if history else None

    def within(self, area: Place, on: date) -> Within | None:
        """The centre of an area and the places in it, with their states; None for what is no area."""
        if area.kind not in AREAS:
            return None
        return within(area, self.known, self.gazetteer, lambda place: self.state(place, on))

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
