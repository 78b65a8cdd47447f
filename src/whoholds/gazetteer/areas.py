"""The outlines of the provinces: which one a point lies in, and rings to draw."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from whoholds.gazetteer.columns import Column, starts_of

Ring = list[tuple[float, float]]
_UNITS_PER_DEGREE = 10_000
_COAST_KM = 5.0
_KM_PER_DEGREE = 111.2


@dataclass(frozen=True, slots=True)
class Areas:
    """Rings in order of their province's number: ring r has the points `starts[r]` to `starts[r+1]`.

    `lon`, `lat` in 1/10,000 degree; `boxes` per ring (west, south, east, north) in the same unit. Outer rings
    run counter-clockwise, the holes of each follow it and run clockwise.
    """

    owner: Column
    starts: Column
    lon: Column
    lat: Column
    boxes: Column

    def at(self, lat: float, lon: float) -> int | None:
        """The number of the province that holds a point (degrees), else of the nearest within 5 km, or None.

        Simplified outlines cut off capes and harbours, hence the 5 km.
        """
        x, y = lon * _UNITS_PER_DEGREE, lat * _UNITS_PER_DEGREE
        inside: dict[int, bool] = {}
        for ring in self._near(x, y, 0.0, 0.0):
            if self._holds(ring, x, y):
                owner = int(self.owner[ring])
                inside[owner] = not inside.get(owner, False)
        found = [owner for owner, odd in inside.items() if odd]
        return min(found) if found else self._nearest(x, y)

    def within(self, lat: float, lon: float, km: float) -> dict[int, float]:
        """The provinces with an edge within `km` of a point (degrees), by number, with the distance in km."""
        x, y, reach = (
            lon * _UNITS_PER_DEGREE,
            lat * _UNITS_PER_DEGREE,
            km / _KM_PER_DEGREE * _UNITS_PER_DEGREE,
        )
        shrink = max(float(np.cos(np.radians(y / _UNITS_PER_DEGREE))), 0.01)
        found: dict[int, float] = {}
        for ring in self._near(x, y, reach / shrink, reach):
            away = self._distance(ring, x, y, shrink) / _UNITS_PER_DEGREE * _KM_PER_DEGREE
            owner = int(self.owner[ring])
            if away <= min(km, found.get(owner, km)):
                found[owner] = away
        return found

    def rings(self, number: int) -> list[Ring]:
        """The rings of a province as (longitude, latitude) in degrees, closed."""
        first, last = np.searchsorted(self.owner, [number, number + 1])
        return [self._ring(ring) for ring in range(int(first), int(last))]

    def _ring(self, ring: int) -> Ring:
        part = slice(int(self.starts[ring]), int(self.starts[ring + 1]))
        lons = (self.lon[part] / _UNITS_PER_DEGREE).tolist()
        return list(zip(lons, (self.lat[part] / _UNITS_PER_DEGREE).tolist(), strict=True))

    def _near(self, x: float, y: float, wide: float, high: float) -> list[int]:
        west, south, east, north = self.boxes
        held = (west <= x + wide) & (east >= x - wide) & (south <= y + high) & (north >= y - high)
        found: list[int] = np.flatnonzero(held).tolist()
        return found

    def _holds(self, ring: int, x: float, y: float) -> bool:
        """Ray casting: an odd number of edges lies west of the point."""
        lon, lat = self._points(ring)
        crossed = (lat[:-1] > y) != (lat[1:] > y)
        x1, y1, x2, y2 = lon[:-1][crossed], lat[:-1][crossed], lon[1:][crossed], lat[1:][crossed]
        return bool(np.count_nonzero(x < x1 + (y - y1) * (x2 - x1) / (y2 - y1)) % 2)

    def _nearest(self, x: float, y: float) -> int | None:
        reach = _COAST_KM / _KM_PER_DEGREE * _UNITS_PER_DEGREE
        shrink = max(float(np.cos(np.radians(y / _UNITS_PER_DEGREE))), 0.01)
        close = [
            (self._distance(r, x, y, shrink), int(self.owner[r]))
            for r in self._near(x, y, reach / shrink, reach)
        ]
        best = min(close, default=None)
        return best[1] if best is not None and best[0] <= reach else None

    def _distance(self, ring: int, x: float, y: float, shrink: float) -> float:
        """From a point to the edges of a ring, in units of latitude (flat: good to 1 % within 100 km)."""
        lon, lat = self._points(ring)
        px, py = (lon - x) * shrink, lat - y
        dx, dy = np.diff(px), np.diff(py)
        length = np.maximum(dx * dx + dy * dy, 1e-9)
        along = np.clip(-(px[:-1] * dx + py[:-1] * dy) / length, 0.0, 1.0)
        return float(np.sqrt(np.min((px[:-1] + along * dx) ** 2 + (py[:-1] + along * dy) ** 2)))

    def _points(self, ring: int) -> tuple[Column, Column]:
        part = slice(int(self.starts[ring]), int(self.starts[ring + 1]))
        return self.lon[part].astype(np.float64), self.lat[part].astype(np.float64)


def areas_of(columns: Mapping[str, Column]) -> Areas:
    """Make the areas from the columns of `areas.whg`."""
    starts = starts_of(columns["size"])
    lon, lat = np.cumsum(columns["lon"], dtype=np.int32), np.cumsum(columns["lat"], dtype=np.int32)
    first = starts[:-1].astype(np.int64)
    corners = [np.minimum.reduceat(lon, first), np.minimum.reduceat(lat, first)]
    corners += [np.maximum.reduceat(lon, first), np.maximum.reduceat(lat, first)]
    return Areas(columns["owner"], starts, lon, lat, np.array(corners))


def polygons(rings: Sequence[Ring]) -> list[list[Ring]]:
    """Group rings as the coordinates of a GeoJSON MultiPolygon: each outer ring with the holes behind it."""
    grouped: list[list[Ring]] = []
    for ring in rings:
        if _turns_left(ring) or not grouped:
            grouped.append([ring])
        else:
            grouped[-1].append(ring)
    return grouped


def _turns_left(ring: Ring) -> bool:
    """True for a counter-clockwise ring: its signed area (shoelace formula) is positive."""
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring)) > 0
