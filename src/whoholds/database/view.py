"""One state of knowledge: all that was known at a moment, as recorded at a sequence, and its answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property

from whoholds.control import Question, Setting, assess_control
from whoholds.control.history import Segment, control_history
from whoholds.database.answer import ControlAnswer
from whoholds.dossier import Dossier, Known, dossier
from whoholds.gazetteer import Gazetteer
from whoholds.method import method_name
from whoholds.model import Place
from whoholds.picture import ControlState, Picture, ResolvedClaim
from whoholds.pipeline import Resolved, ids_by_place, picture_of
from whoholds.silences import ResolvedSilence, by_place
from whoholds.territory import begins, changes_by_country, government_of


@dataclass(frozen=True)
class View:
    """Answers from one state of knowledge, each worked out once. The name of an answer is
    (on, as_of, recorded, method); so named it is always the same."""

    resolved: Resolved
    gazetteer: Gazetteer

    def __post_init__(self) -> None:
        object.__setattr__(self, "_states", {})

    @cached_property
    def method(self) -> str:
        """The name of the method."""
        return method_name(self.gazetteer)

    @cached_property
    def picture(self) -> Picture:
        """The picture, with its events."""
        return picture_of(self.resolved, self.gazetteer)

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
    def silences_at(self) -> Mapping[str, tuple[ResolvedSilence, ...]]:
        """Who is silent at each place."""
        return by_place(self.resolved.silences)

    @cached_property
    def _changes(self) -> Mapping[str, tuple[date, ...]]:
        return changes_by_country(self.resolved.claims)

    @cached_property
    def hindsight(self) -> frozenset[str]:
        """The claims whose verdict counts although it was recorded after the moment of knowledge."""
        record = self.resolved.record
        as_of, judged = record.as_of, record.judgements
        later = {one.judgement.claim for one in judged if as_of is not None and one.at > as_of}
        return frozenset(name for name in later if name in self.by_id and self.by_id[name].judged)

    @cached_property
    def last_day(self) -> date:
        """The last day that is known of: the latest publication, at most today and the moment."""
        as_of = self.resolved.record.as_of
        today = datetime.now(UTC).date()
        limit = today if as_of is None else min(today, as_of.date())
        days = [one.report.published.day for one in self.resolved.record.reports if one.report.published]
        return min(max(days), limit) if days else limit

    def claims_at(self, place: Place) -> tuple[ResolvedClaim, ...]:
        """The claims at a place, first known first."""
        return tuple(self.by_id[name] for name in self.ids_at.get(place.id, ()))

    def question(self, on: date) -> Question:
        """The name of an answer about a day."""
        record = self.resolved.record
        return Question(on, record.as_of, record.recorded, self.method)

    def setting(self, place: Place, on: date) -> Setting:
        """The war around a place: whose territory it was when reports of it began; changes in the country."""
        since = min(begins(self.claims_at(place), on), on)
        changes = self._changes.get(place.country, ()) if place.country else ()
        return Setting(government_of(place.country, since, self.gazetteer), changes)

    def state(self, place: Place, on: date) -> ControlState:
        """Who holds a place on a day."""
        states: dict[tuple[str, date], ControlState] = self._states  # type: ignore[attr-defined]
        key = (place.id, on)
        if key not in states:
            states[key] = assess_control(
                place, self.claims_at(place), self.question(on), self.setting(place, on)
            )
        return states[key]

    def answer(self, place: Place, on: date) -> ControlAnswer:
        """The state of a place with what it stands on."""
        around = self.around(place)
        return ControlAnswer(
            state=self.state(place, on),
            claims={claim.id: claim for claim in self.claims_at(place)},
            silences=self.silences_at.get(place.id, ()),
            setting=self.setting(place, on),
            province=around.get("province"),
            country=around.get("country"),
            hindsight=self.hindsight.intersection(self.ids_at.get(place.id, ())),
        )

    def around(self, place: Place) -> Mapping[str, str]:
        """The names of what a place lies in, by kind: "province", "country"."""
        return {one.kind: one.name for one in reversed(self.gazetteer.inside(place))}

    def history(self, place: Place, on: date) -> tuple[Segment, ...]:
        """The stretches of one holder up to a day."""
        return control_history(place, self.claims_at(place), self.question(on), self.setting(place, on))

    def dossier(self, place: Place, on: date) -> Dossier:
        """All that is known of a place."""
        silences = {name: [one.silence for one in told] for name, told in self.silences_at.items()}
        known = Known(self.claims_at(place), self.picture.events, silences)
        return dossier(
            place, known, self.question(on), setting=self.setting(place, on), gazetteer=self.gazetteer
        )

    def answers(self, on: date) -> tuple[ControlAnswer, ...]:
        """The states of all places that a claim is about, by name."""
        told = [self.places[name] for name in self.ids_at if name in self.places]
        ordered: Sequence[Place] = sorted(told, key=lambda place: (place.name, place.id))
        return tuple(self.answer(place, on) for place in ordered)

    def states(self, on: date) -> tuple[ControlState, ...]:
        """The same without what they stand on."""
        return tuple(answer.state for answer in self.answers(on))
