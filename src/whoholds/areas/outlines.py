"""Cells as GeoJSON geometries (RFC 7946): outer rings counter-clockwise, nothing across the antimeridian."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from whoholds.areas.grid import h3
from whoholds.gazetteer.areas import Ring

DIGITS = 5  # of a degree: a metre
Polygon = list[Ring]


def outline_of(cell: str) -> dict[str, Any]:
    """One cell: a Polygon, or a MultiPolygon where the antimeridian cuts it."""
    return _geometry(_cut(_ring(cell)))


def merged(cells: Iterable[str]) -> dict[str, Any]:
    """The cells as one MultiPolygon; cells side by side are one polygon. Empty for none."""
    inside: list[int] = []
    polygons: list[Polygon] = []
    for cell in sorted(cells):
        ring = _ring(cell)
        if _crosses(ring):
            polygons += _cut(ring)
        else:
            inside.append(h3().str_to_int(cell))
    shape: dict[str, Any] = h3().cells_to_geo(inside) if inside else {"coordinates": []}
    found = shape["coordinates"]
    several = found if shape.get("type") == "MultiPolygon" else [found] if found else []
    polygons += [[_closed(ring, hole=n > 0) for n, ring in enumerate(rings)] for rings in several]
    return {"type": "MultiPolygon", "coordinates": polygons}


def _geometry(polygons: Sequence[Polygon]) -> dict[str, Any]:
    if len(polygons) == 1:
        return {"type": "Polygon", "coordinates": polygons[0]}
    return {"type": "MultiPolygon", "coordinates": list(polygons)}


def _ring(cell: str) -> Ring:
    """The corners of a cell as (longitude, latitude), as H3 has them."""
    return [(lon, lat) for lat, lon in h3().cell_to_boundary(h3().str_to_int(cell))]


def _crosses(ring: Sequence[tuple[float, float]]) -> bool:
    lons = [lon for lon, _ in ring]
    return max(lons) - min(lons) > 180.0


def _cut(ring: Ring) -> list[Polygon]:
    """The ring as one polygon, or as two where it crosses the antimeridian."""
    if not _crosses(ring):
        return [[_closed(ring)]]
    whole = [(lon + 360.0 if lon < 0 else lon, lat) for lon, lat in ring]
    west = _side(whole, keep_west=True)
    east = [(lon - 360.0, lat) for lon, lat in _side(whole, keep_west=False)]
    return [[_closed(part)] for part in (west, east) if len(part) > 2]


def _side(ring: Ring, *, keep_west: bool) -> Ring:
    """The part of a convex ring on one side of 180° (Sutherland and Hodgman 1974)."""
    found: Ring = []
    for (lon1, lat1), (lon2, lat2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        inside, next_inside = (lon1 <= 180.0) == keep_west, (lon2 <= 180.0) == keep_west
        if inside:
            found.append((lon1, lat1))
        if inside != next_inside:
            found.append((180.0, lat1 + (lat2 - lat1) * (180.0 - lon1) / (lon2 - lon1)))
    return found


def _closed(ring: Sequence[Sequence[float]], *, hole: bool = False) -> Ring:
    """A ring rounded, closed, and turned as RFC 7946 wants it."""
    points: Ring = [(round(lon, DIGITS), round(lat, DIGITS)) for lon, lat in ring]
    if points[0] != points[-1]:
        points.append(points[0])
    area = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(points))
    return points if (area > 0) != hole else points[::-1]
