"""Where things stand on a drawn map: the extent in degrees, and from degrees to pixels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, dist, inf, radians

from whoholds.gazetteer import Ring

AROUND = 0.09  # of the extent, kept free on each side
LEAST = 0.5  # degrees that a map shows at least, high and wide
MOST_ASKED = 300  # points of which the nearest other is looked for
WORLD = (-180.0, -60.0, 180.0, 75.0)


@dataclass(frozen=True, slots=True)
class Box:
    """An extent in degrees."""

    west: float
    south: float
    east: float
    north: float

    @property
    def shrink(self) -> float:
        """How much shorter a degree of longitude is than one of latitude, in the middle."""
        return max(0.05, cos(radians((self.south + self.north) / 2)))

    @property
    def shape(self) -> float:
        """How many times as wide as high it is drawn."""
        return (self.east - self.west) * self.shrink / (self.north - self.south)

    def to_shape(self, shape: float) -> Box:
        """The same extent made wider or higher, so that it fills a frame of another shape."""
        if self.shape < shape:
            more = (shape / self.shape - 1) * (self.east - self.west) / 2
            return Box(self.west - more, self.south, self.east + more, self.north)
        more = (self.shape / shape - 1) * (self.north - self.south) / 2
        return Box(self.west, self.south - more, self.east, self.north + more)


def box_of(points: Iterable[tuple[float, float]]) -> Box:
    """The extent around points (longitude, latitude) with a margin; without points, all the world."""
    known = list(points)
    if not known:
        return Box(*WORLD)
    west, east = min(lon for lon, _ in known), max(lon for lon, _ in known)
    south, north = min(lat for _, lat in known), max(lat for _, lat in known)
    wide = max(AROUND * (east - west), (LEAST - (east - west)) / 2)
    high = max(AROUND * (north - south), (LEAST - (north - south)) / 2)
    return Box(west - wide, south - high, east + wide, north + high)


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of a drawing that the map fills, in pixels, and the extent drawn in it."""

    x: float
    y: float
    width: float
    height: float
    box: Box

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        """The pixel of a point."""
        return (
            round(self.x + (lon - self.box.west) / (self.box.east - self.box.west) * self.width, 1),
            round(self.y + (self.box.north - lat) / (self.box.north - self.box.south) * self.height, 1),
        )

    def path(self, rings: Iterable[Ring]) -> str:
        """Rings as the data of a path, without those that lie outside and points nearer than a pixel."""
        return "".join(_line(self._pixels(ring)) for ring in rings if self._shows(ring))

    def _shows(self, ring: Ring) -> bool:
        lons, lats = [lon for lon, _ in ring], [lat for _, lat in ring]
        beside = min(lons) > self.box.east or max(lons) < self.box.west
        return not (beside or min(lats) > self.box.north or max(lats) < self.box.south)

    def _pixels(self, ring: Ring) -> list[tuple[float, float]]:
        kept: list[tuple[float, float]] = []
        for lon, lat in ring[:-1]:
            x, y = self.at(lon, lat)
            if not kept or abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= 1:
                kept.append((x, y))
        return kept


def _line(pixels: Sequence[tuple[float, float]]) -> str:
    if len(pixels) < 3:
        return ""
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in pixels) + "Z"


def crowding(points: Sequence[tuple[float, float]]) -> float:
    """How far the nearest other point is from the middle one of at most a few hundred; inf without others."""
    some = points[:: max(1, len(points) // MOST_ASKED)]
    away = sorted(min((dist(one, other) for other in points if other != one), default=inf) for one in some)
    return away[len(away) // 2] if away else inf
