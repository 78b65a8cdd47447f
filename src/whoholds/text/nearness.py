"""How near places lie to one another, and what that tells of which namesake is meant."""

from __future__ import annotations

from collections.abc import Sequence
from math import asin, cos, radians, sin, sqrt

from whoholds.gazetteer import load_gazetteer
from whoholds.model import Place

NEAR_KM = 250.0
KM_A_DEGREE = 111.0  # of latitude, and a little more
OTHERS = 40  # other places of a report to which it is measured
FAR_LARGER = 10  # times the inhabitants of a namesake, from where a capital nearby does not speak for it


def telling_near(place: Place, namesakes: Sequence[Place], others: Sequence[Place]) -> Sequence[Place]:
    """The other places whose nearness speaks for a place: not the capital, where a namesake in the country is
    far larger, for reports are filed there and officials speak there."""
    same = (one.population for one in namesakes if one.country == place.country and one.kind == place.kind)
    if max(same, default=0) < FAR_LARGER * max(place.population, 1):
        return others
    capital = load_gazetteer().capital_of(f"iso:{place.country}")
    return [one for one in others if capital is None or one.id != capital.id]


def is_close_to(place: Place, others: Sequence[Place]) -> bool:
    """True for a place within 250 km of one of the others."""
    return any(
        distance_km(place, other) <= NEAR_KM
        for other in others[:OTHERS]
        if other.id != place.id and not _far_north_or_south(place, other)
    )


def _far_north_or_south(one: Place, other: Place) -> bool:
    """True when the latitudes alone tell that two places are not near: costs less than their distance."""
    return one.lat is None or other.lat is None or abs(one.lat - other.lat) > NEAR_KM / KM_A_DEGREE


def distance_km(one: Place, other: Place) -> float:
    """Great-circle distance in km (haversine, sphere of 6,371 km); infinite when a position is unknown."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return float("inf")
    lat, lon = radians(other.lat - one.lat), radians(other.lon - one.lon)
    h = sin(lat / 2) ** 2 + cos(radians(one.lat)) * cos(radians(other.lat)) * sin(lon / 2) ** 2
    return 12742 * asin(min(1.0, sqrt(h)))
