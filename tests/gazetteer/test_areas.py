"""Points in outlines, made by hand: squares, a hole, an enclave, a coast."""

from __future__ import annotations

import numpy as np
import pytest

from whoholds.gazetteer.areas import Areas, Ring, areas_of, polygons

_OUTER = [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)]
_HOLE = [(4, 4), (4, 6), (6, 6), (6, 4), (4, 4)]
_ISLAND = [(20, 0), (21, 0), (21, 1), (20, 1), (20, 0)]
_ENCLAVE = _HOLE[::-1]


def _areas(rings: list[tuple[int, list[tuple[int, int]]]]) -> Areas:
    points = np.array([point for _, ring in rings for point in ring], np.int64) * 10_000
    steps = np.diff(points, axis=0, prepend=np.zeros((1, 2), np.int64)).astype(np.int32)
    return areas_of(
        {
            "owner": np.array([owner for owner, _ in rings], np.uint16),
            "size": np.array([len(ring) for _, ring in rings], np.uint32),
            "lon": steps[:, 0],
            "lat": steps[:, 1],
        }
    )


AREAS = _areas([(0, _OUTER), (0, _HOLE), (0, _ISLAND), (1, _ENCLAVE)])


@pytest.mark.parametrize(
    ("lat", "lon", "owner"),
    [
        (1, 1, 0),
        (5, 5, 1),
        (9.9, 9.9, 0),
        (0.5, 20.5, 0),
        (5, 15, None),
        (-1, 5, None),
        (5, 10.03, 0),  # 3 km off the coast
        (5, 10.06, None),  # 6 km off the coast
        (10.04, 5, 0),
        (-80, 170, None),
    ],
)
def test_the_province_of_a_point(lat: float, lon: float, owner: int | None) -> None:
    assert AREAS.at(lat, lon) == owner


def test_rings_come_back_in_degrees() -> None:
    assert AREAS.rings(0) == [[(float(x), float(y)) for x, y in ring] for ring in (_OUTER, _HOLE, _ISLAND)]
    assert AREAS.rings(7) == []


def test_holes_are_grouped_with_their_outer_ring() -> None:
    outer, hole, island = AREAS.rings(0)
    grouped: list[list[Ring]] = polygons([outer, hole, island])
    assert grouped == [[outer, hole], [island]]
