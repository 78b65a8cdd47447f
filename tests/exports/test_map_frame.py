"""From degrees to pixels."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whoholds.exports.map_frame import LEAST, WORLD, Box, Frame, box_of, crowding

POINTS = st.lists(st.tuples(st.floats(-179, 179), st.floats(-80, 80)), min_size=1, max_size=20)


@given(POINTS, st.floats(0.3, 3))
def test_all_points_lie_in_the_frame(points: list[tuple[float, float]], shape: float) -> None:
    frame = Frame(10, 20, 300 * shape, 300, box_of(points).to_shape(shape))
    assert frame.box.shape == pytest.approx(shape, rel=0.01)
    for lon, lat in points:
        x, y = frame.at(lon, lat)
        assert 10 <= x <= 10 + 300 * shape
        assert 20 <= y <= 320


def test_a_single_point_has_land_around_it() -> None:
    box = box_of([(69.0, 36.0)])
    assert box.east - box.west == pytest.approx(LEAST)
    assert box.north - box.south == pytest.approx(LEAST)


def test_without_points_all_the_world() -> None:
    assert box_of([]) == Box(*WORLD)


def test_rings_outside_and_points_nearer_than_a_pixel_are_left_out() -> None:
    frame = Frame(0, 0, 100, 100, Box(0, 0, 10, 10))
    square = [(1.0, 1.0), (1.0, 9.0), (1.001, 9.0), (9.0, 9.0), (9.0, 1.0), (1.0, 1.0)]
    far = [(20.0, 1.0), (20.0, 9.0), (29.0, 9.0), (20.0, 1.0)]
    assert frame.path([square, far]) == "M10 90L10 10L90 10L90 90Z"
    speck = [(1.0, 1.0), (1.001, 1.0), (1.001, 1.001), (1.0, 1.0)]
    assert frame.path([speck]) == ""


def test_crowding_is_the_usual_distance_to_the_nearest() -> None:
    assert crowding([(0, 0), (3, 4), (100, 0)]) == pytest.approx(5)
    assert crowding([(0, 0), (0, 0), (10, 0)]) == 10  # two at one spot are one
    assert crowding([(0, 0)]) == crowding([]) == float("inf")
    assert crowding([(float(one), 0.0) for one in range(5000)]) == 1
