"""Shapes of the provinces: which one a point lies in, and outlines small enough to ship."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import shapely
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from whoholds.gazetteer.columns import Column

TOLERANCE = 0.01  # degrees: the outlines are drawn on maps of countries and provinces
UNITS_PER_DEGREE = 10_000
NEAR_THE_COAST = 0.1  # degrees


class Locator:
    """Finds the province of a point in the full shapes."""

    def __init__(self, shapes: Sequence[BaseGeometry]) -> None:
        self._tree = shapely.STRtree(shapes)
        self._shapes = shapes

    def candidates(self, lat: float, lon: float) -> list[int]:
        """Numbers of the shapes that hold the point, else of those within a tenth of a degree."""
        point = Point(lon, lat)
        within = sorted(int(i) for i in self._tree.query(point, predicate="intersects"))
        if within:
            return within
        close = self._tree.query(point, predicate="dwithin", distance=NEAR_THE_COAST)
        return sorted((int(i) for i in close), key=lambda i: (self._shapes[i].distance(point), i))

    def is_close(self, number: int, lat: float, lon: float) -> bool:
        """True when a point lies in a shape or within a tenth of a degree."""
        return bool(self._shapes[number].dwithin(Point(lon, lat), NEAR_THE_COAST))


def outlines(shapes: Sequence[BaseGeometry]) -> dict[str, Column]:
    """Simplify all shapes together, so that neighbours keep their common line; columns of rings.

    `owner` and `size` (points) per ring; `lon`, `lat` per point, in units of 1/10,000 degree, as steps from
    the point before. Outer rings run counter-clockwise, the holes of each follow it, clockwise.
    """
    simplified = shapely.coverage_simplify(np.array(shapes, dtype=object), TOLERANCE)
    owners, rings = [], []
    for number, area in enumerate(simplified):
        for ring in _rings(area if not area.is_empty else shapes[number]):
            owners.append(number)
            rings.append(ring)
    points = np.concatenate(rings)
    steps = np.diff(points, axis=0, prepend=np.zeros((1, 2), points.dtype)).astype(np.int32)
    return {
        "owner": np.array(owners, np.uint16),
        "size": np.array([len(ring) for ring in rings], np.uint32),
        "lon": np.ascontiguousarray(steps[:, 0]),
        "lat": np.ascontiguousarray(steps[:, 1]),
    }


def _rings(area: BaseGeometry) -> Iterator[np.ndarray[Any, np.dtype[np.int64]]]:
    for part in shapely.get_parts(area):
        if part.geom_type != "Polygon":
            continue
        oriented = shapely.geometry.polygon.orient(part, 1.0)
        for ring in (oriented.exterior, *oriented.interiors):
            points = np.rint(shapely.get_coordinates(ring) * UNITS_PER_DEGREE).astype(np.int64)
            moved = np.append(True, (np.diff(points, axis=0) != 0).any(axis=1))
            if moved.sum() >= 4:
                yield points[moved]
            elif ring is oriented.exterior:
                break
