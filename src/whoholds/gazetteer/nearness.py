"""Which places lie within a distance of a point: great circles on a sphere of the Earth's mean radius."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import asin, cos, degrees, radians, sin, sqrt

import numpy as np

from whoholds.gazetteer.columns import Column

EARTH_KM = 6371.0088


@dataclass(frozen=True, slots=True)
class Points:
    """Positions (degrees) in order of latitude; `order[i]` is the number of the i-th in the order given."""

    lat: Column
    lon: Column
    order: Column

    def within(self, lat: float, lon: float, km: float) -> list[tuple[int, float]]:
        """Numbers of the points within `km` of a point, and how far each is (km), nearest first."""
        band = degrees(km / EARTH_KM) + 1e-9
        first, last = np.searchsorted(self.lat, [lat - band, lat + band])
        part = slice(int(first), int(last))
        away = _distances_km(lat, lon, self.lat[part], self.lon[part])
        chosen = np.flatnonzero(away <= km)
        numbers = self.order[part][chosen]
        ranked = sorted(zip(away[chosen].tolist(), numbers.tolist(), strict=True))
        return [(number, distance) for distance, number in ranked]


def points_of(lats: Column | Sequence[float], lons: Column | Sequence[float]) -> Points:
    """Sort positions (degrees) by latitude."""
    lat, lon = np.asarray(lats, np.float64), np.asarray(lons, np.float64)
    order = np.argsort(lat, kind="stable")
    return Points(lat[order], lon[order], order)


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """The great-circle distance between two points in degrees (haversine formula), in km."""
    high, wide = radians(lat2 - lat1) / 2, radians(lon2 - lon1) / 2
    part = sin(high) ** 2 + cos(radians(lat1)) * cos(radians(lat2)) * sin(wide) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(part)))


def _distances_km(lat: float, lon: float, lats: Column, lons: Column) -> Column:
    high, wide = np.radians(lats - lat) / 2, np.radians(lons - lon) / 2
    part = np.sin(high) ** 2 + np.cos(np.radians(lats)) * np.cos(np.radians(lat)) * np.sin(wide) ** 2
    away: Column = 2 * EARTH_KM * np.arcsin(np.minimum(1.0, np.sqrt(part)))
    return away
