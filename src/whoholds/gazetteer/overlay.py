"""Places and spellings laid over the built gazetteer: the curated additions and the user's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from whoholds.gazetteer.fold import fold
from whoholds.gazetteer.nearness import Points, points_of
from whoholds.model import Place

POINTLIKE = frozenset({"settlement", "facility", "district"})


@dataclass(frozen=True)
class Overlay:
    """`places` by id, `spellings`: folded name → ids, `longest`: first word → words of its longest name.

    `meant`: folded names that are read as places although they may be ordinary words as well.
    """

    places: Mapping[str, Place] = field(default_factory=dict)
    spellings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    longest: Mapping[str, int] = field(default_factory=dict)
    meant: frozenset[str] = frozenset()

    @cached_property
    def pointlike(self) -> tuple[str, ...]:
        """The ids of the places that have a point of their own."""
        return tuple(p.id for p in self.places.values() if p.kind in POINTLIKE and None not in (p.lat, p.lon))

    @cached_property
    def points(self) -> Points:
        """Their positions, in the same order."""
        placed = [self.places[place_id] for place_id in self.pointlike]
        return points_of([p.lat or 0.0 for p in placed], [p.lon or 0.0 for p in placed])


def lay_over(below: Overlay, places: Iterable[Place], names: Mapping[str, Iterable[str]]) -> Overlay:
    """Add places and further names (id → names, also of places of the built gazetteer).

    A place with an id that is there already takes its place.
    """
    added = list(places)
    spellings, longest = dict(below.spellings), dict(below.longest)
    named = [(place_id, name) for place_id, several in names.items() for name in several]
    for place_id, name in [*((place.id, place.name) for place in added), *named]:
        key = fold(name)
        if not key:
            continue
        spellings[key] = tuple(dict.fromkeys((*spellings.get(key, ()), place_id)))
        words = key.split(" ")
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return Overlay({**below.places, **{place.id: place for place in added}}, spellings, longest, below.meant)


def complete(place: Place, container: Place | None) -> Place:
    """Give a place the province, country and container that it does not name, from the place it lies in."""
    if container is None:
        return place if place.part_of or not place.country else replace(place, part_of=f"iso:{place.country}")
    province = container.id if container.kind == "province" else container.province
    return replace(
        place,
        country=place.country or container.country,
        province=place.province or province,
        part_of=place.part_of or container.id,
    )
