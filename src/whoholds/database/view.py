"""One state of knowledge: all that was known at a moment, as recorded at a sequence, and its answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from whoholds.database.answer import ControlAnswer
from whoholds.database.answers import Answers
from whoholds.dossier import Dossier, Known, dossier
from whoholds.index.known import FromAll
from whoholds.model import Place
from whoholds.picture import ControlState, Picture, ResolvedClaim
from whoholds.pipeline import Resolved, picture_of


@dataclass(frozen=True)
class View(Answers):
    """Answers about all places at once, out of the whole record."""

    known: FromAll

    @property
    def resolved(self) -> Resolved:
        """The whole record, resolved."""
        return self.known.resolved

    @cached_property
    def picture(self) -> Picture:
        """The picture, with its events."""
        return picture_of(self.resolved, self.gazetteer)

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
        known = Known(self.claims_at(place), self.picture.events, silences)
        return dossier(
            place, known, self.question(on), setting=self.setting(place, on), gazetteer=self.gazetteer
        )

    def answers(self, on: date) -> tuple[ControlAnswer, ...]:
        """The states of all places that a claim is about, by name."""
        told = [self.places[name] for name in self.known.ids_at if name in self.places]
        ordered: Sequence[Place] = sorted(told, key=lambda place: (place.name, place.id))
        return tuple(self.answer(place, on) for place in ordered)

    def states(self, on: date) -> tuple[ControlState, ...]:
        """The same without what they stand on."""
        return tuple(answer.state for answer in self.answers(on))
