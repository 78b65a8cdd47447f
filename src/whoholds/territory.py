"""What is known of the war around a place: whose territory it is, and when the region last changed hands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from math import cos, degrees, exp, log2, radians

from whoholds.control.clock import Nearby
from whoholds.control.evidence import day_of
from whoholds.control.positions import is_change, position_of
from whoholds.control.table import Region, control_table
from whoholds.gazetteer import Gazetteer
from whoholds.gazetteer.nearness import EARTH_KM, distance_km
from whoholds.model import Factuality, Place
from whoholds.ontology import parties
from whoholds.picture import ResolvedClaim

FIRST = 4  # spots that are looked at before it is asked whether more can add anything; then twice as many
STEEP = 85.0  # degrees; nearer to a pole no longitude is far


def government_of(country: str | None, on: date, gazetteer: Gazetteer | None = None) -> str | None:
    """The party that governs a state (ISO 3166-1 alpha-2) on a day, by default the holder of its territory.

    Where no government known is in office on that day, the one that is known; where no party is known for
    the country, "government of <country>". None without a country.
    """
    if country is None:
        return None
    governing = parties().governments(country, on) or parties().governments(country)
    if governing:
        return governing[0].name
    known = gazetteer.get(f"iso:{country}") if gazetteer is not None else None
    return f"government of {known.name if known is not None else country}"


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """Where a change of hands was claimed: WGS84 degrees (None: not known) and the id of the province."""

    lat: float | None
    lon: float | None
    province: str | None

    @property
    def key(self) -> str:
        """The spot in one line of text, loss-free: `spot_from` reads it."""
        return f"{self.lat!r} {self.lon!r} {self.province or ''}"


def spot_from(key: str) -> Spot:
    """The inverse of `Spot.key`."""
    lat, lon, province = key.split(" ", 2)
    return Spot(_degrees(lat), _degrees(lon), province or None)


def _degrees(said: str) -> float | None:
    return None if said == "None" else float(said)


Change = tuple[str, Spot, date]
"""The country ("" for a place in none), the spot and the day of a change of hands."""


def spot_of(place: Place) -> Spot:
    """The spot of a place."""
    return Spot(place.lat, place.lon, place.province)


@dataclass(frozen=True)
class Changes:
    """The days on which changes of hands were claimed in a country, by spot; and what they count by."""

    days: Mapping[Spot, Collection[date]]
    region: Region

    def near(self, place: Place) -> tuple[Nearby, ...]:
        """The changes in the region of a place with how much each counts there, for `Setting`."""
        return nearby(place, self.reached(place), self.days.__getitem__, self._all, self.region)

    @cached_property
    def _all(self) -> frozenset[date]:
        return frozenset(day for days in self.days.values() for day in days)

    def reached(self, place: Place) -> Iterable[Spot]:
        """The spots that may count more than any in the country: in a box around it or without position."""
        if place.lat is None or place.lon is None:
            return self.days
        band = degrees(self.region.near_km * log2(1.0 / self.region.country) / EARTH_KM) + 0.01
        first = bisect_left(self._by_lat, place.lat - band, key=_lat)
        last = bisect_right(self._by_lat, place.lat + band, key=_lat)
        wide = _width(abs(place.lat) + band, band)
        inside = [spot for spot in self._by_lat[first:last] if _apart(spot.lon or 0.0, place.lon) <= wide]
        return (*inside, *self._without)

    @cached_property
    def _by_lat(self) -> list[Spot]:
        return sorted((spot for spot in self.days if spot.lat is not None and spot.lon is not None), key=_lat)

    @cached_property
    def _without(self) -> list[Spot]:
        return [spot for spot in self.days if spot.lat is None or spot.lon is None]


def _lat(spot: Spot) -> float:
    return spot.lat or 0.0


def _width(lat: float, band: float) -> float:
    """How far a circle goes in longitude that stays below a latitude and is so wide from north to south."""
    return band / cos(radians(lat)) * 1.01 if lat < STEEP else 360.0


def _apart(one: float, other: float) -> float:
    """Between two longitudes, in degrees, the shorter way."""
    apart = abs(one - other) % 360.0
    return min(apart, 360.0 - apart)


def nearness(place: Place, spot: Spot, region: Region) -> float:
    """How much a change at a spot counts at a place of the same country (0 to 1)."""
    if place.lat is None or place.lon is None or spot.lat is None or spot.lon is None:
        same = spot.province is not None and spot.province == place.province
        return region.province if same else region.country
    km = distance_km(place.lat, place.lon, spot.lat, spot.lon)
    return max(region.country, float(0.5 ** (km / region.near_km)))


def nearby(
    place: Place,
    spots: Iterable[Spot],
    days_at: Callable[[Spot], Iterable[date]],
    country: Iterable[date],
    region: Region,
) -> tuple[Nearby, ...]:
    """The changes that move the war at a place, sorted, with how much each counts there (0 to 1).

    `spots`: where changes were, at least those that count more than any in the country; `days_at`: the days
    of each; `country`: all days of these. A change that counts hardly more than what is left of an earlier
    one adds nothing and is left out. So the nearest are looked at first, no more once none can add anything.
    """
    counts = dict.fromkeys(country, region.country)
    ranked = sorted(((nearness(place, spot, region), spot) for spot in spots), key=_weight, reverse=True)
    looked = FIRST
    for number, (near, spot) in enumerate(ranked):
        if near <= region.country:
            break
        if number == looked:
            if not _may_add(counts, near, region):
                break
            looked *= 2
        for day in days_at(spot):
            counts[day] = max(near, counts.get(day, 0.0))
    return tuple(_heating(counts, region))


def _weight(ranked: tuple[float, Spot]) -> float:
    return ranked[0]


def _heating(counts: Mapping[date, float], region: Region) -> Iterator[Nearby]:
    """Of the days with what each counts at most, those that count more than what is left of those before."""
    last, before = 0.0, date.min
    for day, weight in sorted(counts.items()):
        left = last * exp(-(day - before).days / region.fade_days) if last else 0.0
        if weight - left >= region.least:
            last, before = weight, day
            yield day, weight


def _may_add(counts: Mapping[date, float], weight: float, region: Region) -> bool:
    """True where a change that counts so much would heat a day by more than is already told of it."""
    last, before = 0.0, date.min
    for day, told in sorted(counts.items()):
        left = last * exp(-(day - before).days / region.fade_days) if last else 0.0
        if told < weight and weight - left >= region.least:
            return True
        if told - left >= region.least:
            last, before = told, day
    return False


def changes_by_country(claims: Iterable[ResolvedClaim]) -> Mapping[str, Changes]:
    """The changes of hands that were claimed in each country."""
    return gathered(found for claim in claims if (found := change_of(claim)) is not None)


def change_of(claim: ResolvedClaim) -> Change | None:
    """The country, the spot and the day of a change of hands, where a claim tells of one."""
    if not is_claimed_change(claim) or claim.place is None:
        return None
    return claim.place.country or "", spot_of(claim.place), day_of(claim)


def gathered(changes: Iterable[Change], region: Region | None = None) -> Mapping[str, Changes]:
    """The changes of each country; they count by the product's own numbers, or by others."""
    found: dict[str, dict[Spot, set[date]]] = {}
    for country, spot, day in changes:
        found.setdefault(country, {}).setdefault(spot, set()).add(day)
    return {country: Changes(spots, region or control_table().region) for country, spots in found.items()}


def begins(place_claims: Iterable[ResolvedClaim], on: date) -> date:
    """The day on which reports of a place begin, at the latest the day in question."""
    return min((claim.known_from.date() for claim in place_claims), default=on)


def is_claimed_change(claim: ResolvedClaim) -> bool:
    """True for a claim that a place changed hands, which makes the war around it a moving one."""
    sure = claim.claim.factuality in (Factuality.CERTAIN, Factuality.PROBABLE) and not claim.claim.unverified
    return (
        sure and claim.counts and not claim.inferred and is_change(claim) and position_of(claim) is not None
    )
