"""One state of knowledge: all that was known at a moment, as recorded at a sequence, and its answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from typing import Self

from whoholds.control import Setting
from whoholds.control.neighbours import neighbours_of
from whoholds.control.parts import FACILITY
from whoholds.control.profiles import Profile
from whoholds.database.answer import ControlAnswer
from whoholds.database.answers import Answers
from whoholds.database.units import Units
from whoholds.dossier import Dossier, Known, dossier
from whoholds.events import EventBook
from whoholds.exports.filters import Had, words_had
from whoholds.exports.party_colours import parties_told
from whoholds.importance import Matters, importance_of
from whoholds.index.known import FromAll
from whoholds.model import Place, Report, content_key
from whoholds.ontology import parties_held
from whoholds.picture import ControlState, Picture, ResolvedClaim
from whoholds.pipeline import Resolved, picture_of
from whoholds.profile import Profile as PlaceProfile
from whoholds.profile import profile_of

NEWEST = 200  # claims on a place whose reports are looked through for why it matters


@dataclass(frozen=True)
class View(Answers):
    """Answers about all places at once, out of the whole record. `first`: whose picture this shares."""

    known: FromAll
    book: EventBook = field(default_factory=EventBook, repr=False, compare=False)
    first: View | None = field(default=None, repr=False, compare=False)
    neighbours: bool = False  # what is told of the places around enters too

    @property
    def resolved(self) -> Resolved:
        """The whole record, resolved."""
        return self.known.resolved

    @cached_property
    def picture(self) -> Picture:
        """The picture, with its events, which no profile changes."""
        if self.first is not None:
            return self.first.picture
        return picture_of(self.resolved, self.gazetteer, self.book)

    def _by(self, profile: Profile) -> Self:
        return replace(self, profile=profile, first=self.first or self)

    def with_neighbours(self) -> Self:
        """The answers into which what is told of the places around enters as one capped line."""
        return replace(self, neighbours=True, first=self.first or self)

    @cached_property
    def method(self) -> str:
        """The name of the method, of which asking the neighbours is a part."""
        named = super().method
        return content_key("neighbours", named) if self.neighbours else named

    def setting(self, place: Place, on: date) -> Setting:
        """The war around a place, and its neighbours where they are asked."""
        found = super().setting(place, on)
        if not self.neighbours:
            return found
        told = neighbours_of(place, self.resolved.claims, found.government, found.numbers)
        return replace(found, neighbours=told)

    @cached_property
    def party_order(self) -> tuple[str, ...]:
        """The parties in the order in which they take their colours, where nothing is left out by `as_of`."""
        return parties_told(self.resolved.claims, self.resolved.record.reports)

    @cached_property
    def words(self) -> Had:
        """The words that claims have of each filter that may be misspelt."""
        return words_had(self.resolved.claims)

    @cached_property
    def public_words(self) -> Had:
        """The same, as far as they may be published."""
        return words_had(self.resolved.claims, public=True)

    @property
    def by_id(self) -> Mapping[str, ResolvedClaim]:
        """All claims by their ids, in the order in which they became known."""
        return self.known.by_id

    @property
    def places(self) -> Mapping[str, Place]:
        """The places of all claims, by id."""
        return self.known.places

    def dossier(self, place: Place, on: date) -> Dossier:
        """All that is known of a place."""
        silences = {name: [one.silence for one in told] for name, told in self.known.silences.items()}
        here = self.claims_at(place)
        known = Known(here, self.picture.events, silences, self._matters(place, here))
        found = dossier(
            place, known, self.question(on), setting=self.setting(place, on), gazetteer=self.gazetteer
        )
        return replace(found, parts=self.parts(place, on))

    def place_profile(self, place: Place) -> PlaceProfile:
        """Why a place may matter, but for its changes of hands, which depend on the day asked about."""
        return profile_of(place, self.gazetteer, matters=self._matters(place, self.claims_at(place)))

    def _matters(self, place: Place, here: Sequence[ResolvedClaim]) -> tuple[Matters, ...]:
        """What the newest reports with a claim on a place say of why it matters."""
        wanted = {claim.claim.report for claim in here[-NEWEST:]}
        by_key = self._known_from
        told = [by_key[key] for key in wanted if key in by_key]
        return importance_of(place.id, told, self.gazetteer)

    @cached_property
    def _known_from(self) -> Mapping[str, tuple[Report, datetime]]:
        """The reports by their keys, each with the moment from which it is known."""
        return {one.report.key: (one.report, one.known_from) for one in self.resolved.record.reports}

    @cached_property
    def units(self) -> Units:
        """The parts of places."""
        facilities = (place for place in self.places.values() if place.kind == FACILITY)
        containers = frozenset(place.part_of for place in facilities if place.part_of is not None)
        return Units(self.known, self.gazetteer, containers)

    def answers(self, on: date, *, parts: bool = False) -> tuple[ControlAnswer, ...]:
        """The states of all places that a claim is about, by name; with `parts`, each after its place."""
        told = [self.places[name] for name in self.known.ids_at if name in self.places]
        ordered: Sequence[Place] = sorted(told, key=lambda place: (place.name, place.id))
        with parties_held():
            found = tuple(self.answer(place, on) for place in ordered)
            return tuple(self._with_parts(found, on)) if parts else found

    def _with_parts(self, found: Sequence[ControlAnswer], on: date) -> Iterator[ControlAnswer]:
        """Each place, and after it its parts; none of them twice."""
        inside = {one.state.place.id for answer in found for one in answer.parts}
        for answer in found:
            if answer.state.place.id not in inside:
                yield answer
                yield from (self.answer(one.state.place, on) for one in answer.parts)

    def states(self, on: date) -> tuple[ControlState, ...]:
        """The same without what they stand on."""
        return tuple(answer.state for answer in self.answers(on))
