"""Outlines of cells: turned as RFC 7946 wants, whole, without a jump across the antimeridian."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import h3
import pytest
from ground import EVERYWHERE, spot

from whoholds.areas import interpolate, merged, outline_of


def rings_of(shape: dict[str, Any]) -> Iterator[tuple[bool, list[tuple[float, float]]]]:
    several = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
    for polygon in several:
        yield from ((number > 0, ring) for number, ring in enumerate(polygon))


def turned(ring: list[tuple[float, float]]) -> float:
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring)) / 2


@pytest.mark.parametrize("lon", [67.0, 180.0, -179.99])
def test_rings_are_closed_and_turned(lon: float) -> None:
    cells = interpolate([spot("one", lat=60.0, lon=lon)], EVERYWHERE)
    shapes = [merged(cell.id for cell in cells), *(outline_of(cell.id) for cell in cells)]
    for shape in shapes:
        for hole, ring in rings_of(shape):
            assert ring[0] == ring[-1]
            assert len(ring) > 3
            assert (turned(ring) < 0) == hole
            lons = [x for x, _ in ring]
            assert max(lons) - min(lons) < 5
            assert min(lons) >= -180
            assert max(lons) <= 180
    whole = sum(turned(ring) for _, ring in rings_of(shapes[0]))
    parts = sum(turned(ring) for shape in shapes[1:] for _, ring in rings_of(shape))
    assert whole == pytest.approx(parts, rel=1e-3)


def test_a_hole_stays_a_hole() -> None:
    middle = h3.latlng_to_cell(36.0, 67.0, 6)
    shape = merged(h3.grid_ring(middle, 2))
    assert [hole for hole, _ in rings_of(shape)] == [False, True]
    assert merged([]) == {"type": "MultiPolygon", "coordinates": []}


def test_two_apart_are_two_polygons() -> None:
    one, other = h3.latlng_to_cell(36.0, 67.0, 6), h3.latlng_to_cell(37.0, 67.0, 6)
    assert len(merged([one, other])["coordinates"]) == 2
    assert outline_of(one)["type"] == "Polygon"
