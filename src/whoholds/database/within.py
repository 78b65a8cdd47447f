"""What stands beside an answer about a province or district: its centre, and a tally of its places.

Neither says who holds the whole of it: that is answered only by claims that name it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from whoholds.gazetteer import Gazetteer
from whoholds.gazetteer.fold import fold
from whoholds.gazetteer.nearness import distance_km
from whoholds.index.known import Known
from whoholds.model import Place
from whoholds.picture import ControlState
from whoholds.text.places import unplaced
from whoholds.wording import state_words

AREAS = frozenset(("province", "district"))
POINTS = frozenset(("settlement", "facility"))
UNKNOWN = "name:"  # how the ids of places begin that no gazetteer knows
CENTRE_KM = 30.0  # from the point of a district to the town of its name
STATUSES = ("held", "leaning", "contested", "unknown")


@dataclass(frozen=True, slots=True)
class Within:
    """The state of the centre (None: not known which), and of the places inside with claims, by name."""

    centre: ControlState | None
    places: tuple[ControlState, ...]

    @property
    def parties(self) -> tuple[tuple[str, int, int], ...]:
        """Each party with how many places it holds or is likely to, and how many of them are only leaning."""
        held = Counter(state.holder for state in self.places if state.holder is not None)
        leaning = Counter(state.holder for state in self.places if state.status == "leaning")
        return tuple(
            (party, held[party], leaning[party]) for party in sorted(held, key=lambda one: (-held[one], one))
        )

    def count(self, status: str) -> int:
        """How many places have a status."""
        return sum(state.status == status for state in self.places)

    def words(self) -> Iterator[str]:
        """ "centre Kunduz: held by Taliban (0.95)", "of 7 places with claims: 4 Taliban, 3 unknown"."""
        if self.centre is not None:
            yield f"centre {self.centre.place.name}: {state_words(self.centre)}"
        if self.places:
            parts = [
                f"{count} {party}" + (f" ({leaning} of them leaning)" if leaning else "")
                for party, count, leaning in self.parties
            ]
            parts += [f"{count} {status}" for status in STATUSES[2:] if (count := self.count(status))]
            many = "1 place" if len(self.places) == 1 else f"{len(self.places)} places"
            yield f"of {many} with claims: {', '.join(parts)}"

    def to_dict(self) -> dict[str, Any]:
        """The same in plain values."""
        return {
            "centre": None if self.centre is None else _short(self.centre),
            "places": [_short(state) for state in self.places],
            "parties": {party: count for party, count, _ in self.parties},
            **{status: self.count(status) for status in STATUSES},
        }


def within(
    area: Place, known: Known, gazetteer: Gazetteer, state: Callable[[Place], ControlState]
) -> Within | None:
    """What stands beside an answer about an area, by what is known; None for what is no area."""
    if area.kind not in AREAS:
        return None
    centre = centre_of(area, gazetteer)
    inside = sorted(told_in(area, known, gazetteer), key=lambda place: (place.name, place.id))
    return Within(None if centre is None else state(centre), tuple(map(state, inside)))


def told_in(area: Place, known: Known, gazetteer: Gazetteer) -> Iterator[Place]:
    """The towns and facilities with claims in an area: those of the gazetteer, and names that no gazetteer
    knows but that are said to lie in the area itself."""
    lying: dict[tuple[str | None, ...], bool] = {}
    own = unplaced("", area).id  # but for the name, as of all names that are said to lie there
    for one in known.ids():
        place = gazetteer.get(one)
        if place is None:
            said = known.place(one) if one.startswith(UNKNOWN) and one.endswith(own[len(UNKNOWN) :]) else None
            if said is not None and said.kind in POINTS and unplaced(said.name, area).id == one:
                yield said
        elif place.kind in POINTS:
            around = (place.part_of, place.province, place.country)
            if around not in lying:
                lying[around] = lies_in(place, area, gazetteer)
            if lying[around]:
                yield place


def lies_in(place: Place, area: Place, gazetteer: Gazetteer) -> bool:
    """True where a place belongs to an area by the gazetteer, or by what is said of it."""
    return area.id in (place.province, place.part_of) or area.id in {
        one.id for one in gazetteer.inside(place)
    }


def centre_of(area: Place, gazetteer: Gazetteer) -> Place | None:
    """The seat of an area, by the curated table; of a district, the town of its name in or near it."""
    seat = gazetteer.capital_of(area.id)
    if seat is not None or area.kind != "district":
        return seat
    alike = [
        place
        for place in gazetteer.named(area.name)
        if place.kind == "settlement"
        and fold(place.name) == fold(area.name)
        and place.country == area.country
    ]
    part = [place for place in alike if lies_in(place, area, gazetteer)]
    near = part or [place for place in alike if _is_near(place, area)]
    return near[0] if len(near) == 1 else None


def _is_near(place: Place, area: Place) -> bool:
    if place.lat is None or place.lon is None or area.lat is None or area.lon is None:
        return False
    return distance_km(place.lat, place.lon, area.lat, area.lon) <= CENTRE_KM


def _short(state: ControlState) -> dict[str, Any]:
    return {
        "place": state.place.name,
        "place_id": state.place.id,
        "status": state.status,
        "holder": state.holder,
        "probability": round(state.probability, 4),
        "unknown_reason": state.unknown_reason,
    }
