"""Why a place may matter: its people and rank, what it lies in, what is near, what reports say of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise
from typing import Protocol

from whoholds.control.history import Segment
from whoholds.importance import Matters
from whoholds.model import Place

NEAR_KM = 50.0
NEAR_COUNT = 8
BORDER_KM = 100.0
FACILITY = "facility"


class Surroundings(Protocol):
    """What a profile asks of a gazetteer."""

    def near(self, lat: float, lon: float, km: float) -> Sequence[tuple[Place, float]]:
        """Places around a point with their distance in km, nearest first."""

    def inside(self, place: Place) -> Sequence[Place]:
        """The places it lies in, innermost first."""

    def frontiers(self, place: Place, km: float) -> Sequence[tuple[Place, float]]:
        """Other countries within a distance, with it in km, nearest first."""

    def capital_of(self, place_id: str) -> Place | None:
        """The seat of a province, or the capital of a country."""


@dataclass(frozen=True, slots=True)
class Rank:
    """By people: `place`-th of the `among` places within `km` whose number of people is known, itself one."""

    place: int
    among: int
    km: float


@dataclass(frozen=True, slots=True)
class Turn:
    """A change of hands: the first day of another holder than the one before.

    Who is `likely` was never said to hold the place then, only likely to.
    """

    day: date
    before: str
    after: str
    before_likely: bool = False
    after_likely: bool = False


@dataclass(frozen=True, slots=True)
class Hands:
    """How often the place changed hands, as known."""

    changes: tuple[Turn, ...] = ()


@dataclass(frozen=True, slots=True)
class Profile:
    """Why a place may matter. What is not known is None or empty: it is not said to be absent.

    `near`: the places near it with km; `facilities`: airports, bases, dams, crossings of the gazetteer among
    them; `seat_of`: provinces and countries that it is the capital of; `borders`: other countries near, by
    simplified outlines; `matters`: what reports say of it, quoted.
    """

    population: int | None
    kind: str
    inside: tuple[Place, ...] = ()
    near: tuple[tuple[Place, float], ...] = ()
    facilities: tuple[tuple[Place, float], ...] = ()
    seat_of: tuple[Place, ...] = ()
    rank: Rank | None = None
    borders: tuple[tuple[Place, float], ...] = ()
    hands: Hands = Hands()
    matters: tuple[Matters, ...] = ()


def profile_of(
    place: Place,
    gazetteer: Surroundings | None,
    *,
    hands: Hands | None = None,
    matters: Sequence[Matters] = (),
) -> Profile:
    """The profile of a place; without a gazetteer, or without a point, what the place itself tells."""
    population, hands, told = place.population or None, hands or Hands(), tuple(matters)
    if gazetteer is None:
        return Profile(population, place.kind, hands=hands, matters=told)
    inside = tuple(gazetteer.inside(place))
    around: list[tuple[Place, float]] = []
    if place.lat is not None and place.lon is not None:
        found = gazetteer.near(place.lat, place.lon, NEAR_KM)
        around = [(other, km) for other, km in found if other.id != place.id]
    return Profile(
        population,
        place.kind,
        inside,
        near=tuple(around[:NEAR_COUNT]),
        facilities=tuple((other, km) for other, km in around if other.kind == FACILITY)[:NEAR_COUNT],
        seat_of=tuple(one for one in inside if gazetteer.capital_of(one.id) == place),
        rank=_rank(population, around),
        borders=tuple(gazetteer.frontiers(place, BORDER_KM)),
        hands=hands,
        matters=told,
    )


def hands_of(history: Iterable[Segment]) -> Hands:
    """The changes of holder in a history; days without a holder between two holders are passed over."""
    known = (one for one in history if one.holder is not None)
    runs = [(holder, list(days)) for holder, days in groupby(known, key=lambda one: one.holder or "")]
    likely = [all(one.status != "held" for one in days) for _, days in runs]
    turns = zip(pairwise(runs), pairwise(likely), strict=True)
    return Hands(
        tuple(Turn(days[0].start, before, after, *both) for ((before, _), (after, days)), both in turns)
    )


def _rank(population: int | None, around: Sequence[tuple[Place, float]]) -> Rank | None:
    """None where the number of people is not known, or nobody else's near it is."""
    others = [other.population for other, _ in around if other.population]
    if population is None or not others:
        return None
    return Rank(1 + sum(other > population for other in others), 1 + len(others), NEAR_KM)
