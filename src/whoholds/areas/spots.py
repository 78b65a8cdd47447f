"""Which places can speak for the land around them, and what each says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from whoholds.areas.cells import LeftOut
from whoholds.areas.numbers import Numbers, numbers
from whoholds.control.evidence import day_of
from whoholds.control.positions import ATTACKS, CONTESTED, HOLDS, NOT, is_change, position_of
from whoholds.model import Factuality, Place
from whoholds.picture import ControlState, ResolvedClaim

CountryAt = Callable[[float, float], str | None]
POINTS = frozenset(("settlement", "facility"))


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with a point (degrees) and a state: `chances` of each holder and of "contested" sum to 1.

    `age`: days between the day asked about and the nearest evidence. `stirred`: it changed hands, was fought
    over, attacked or besieged lately, or recent claims say otherwise.
    """

    id: str
    name: str
    lat: float
    lon: float
    country: str
    status: str
    holder: str | None
    chances: Mapping[str, float]
    age: int = 0
    stirred: bool = False
    facility: bool = False

    @property
    def known(self) -> bool:
        """False for a place of which it is unknown who holds it."""
        return self.status != "unknown"


def spots_of(
    states: Iterable[tuple[ControlState, Sequence[ResolvedClaim]]],
    country_at: CountryAt,
    given: Numbers | None = None,
) -> tuple[list[Spot], list[LeftOut]]:
    """The places that can speak, by id, and those that cannot. Each state with the claims at its place."""
    used, spots, left_out = given or numbers(), [], []
    for state, claims in states:
        place = state.place
        country = place.country or _country(place, country_at)
        why = why_not(place, country, used.pole)
        if why is not None or place.lat is None or place.lon is None or country is None:
            left_out.append(LeftOut(place.id, place.name, why or ""))
            continue
        spots.append(
            Spot(
                place.id,
                place.name,
                place.lat,
                place.lon,
                country,
                state.status,
                state.holder,
                {**state.holders, CONTESTED: state.contested},
                age=_age(state),
                stirred=stirred(state, claims, used.calm_days),
                facility=place.kind == "facility",
            )
        )
    return sorted(spots, key=lambda one: one.id), sorted(left_out, key=lambda one: one.place)


def why_not(place: Place, country: str | None, pole: float) -> str | None:
    """Why a place cannot speak for the land around it; None where it can."""
    if place.kind not in POINTS:
        return f"a {place.kind}: claims about it say nothing of single cells"
    if place.lat is None or place.lon is None:
        return "no position known"
    if abs(place.lat) > pole:
        return "too near a pole"
    return "no country known, and borders are not crossed" if country is None else None


def stirred(state: ControlState, claims: Iterable[ResolvedClaim], days: int) -> bool:
    """True where the place changed hands, was fought over, attacked or besieged up to the day asked about."""
    if state.besieged or state.pressed_by or state.reported:
        return True
    since = state.on - timedelta(days=days)
    return any(since <= day_of(claim) <= state.on for claim in claims if _stirs(claim))


def _stirs(claim: ResolvedClaim) -> bool:
    if not claim.counts or claim.claim.factuality in (Factuality.FUTURE, Factuality.DENIED):
        return False
    position = position_of(claim)
    if position is None:
        return False
    if CONTESTED in (position.act, position.party) or position.act == ATTACKS:
        return True
    return is_change(claim) and position.act in (HOLDS, NOT)


def _age(state: ControlState) -> int:
    days: list[date] = [row.day for row in state.evidence]
    return min((abs((state.on - day).days) for day in days), default=0)


def _country(place: Place, country_at: CountryAt) -> str | None:
    return None if place.lat is None or place.lon is None else country_at(place.lat, place.lon)
