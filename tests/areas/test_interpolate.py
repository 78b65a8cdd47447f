"""What is said of cells, beside a calculation by brute force and what must always be so."""

from __future__ import annotations

import random
from dataclasses import replace
from math import fsum, log

import h3
import pytest
from ground import EVERYWHERE, LAT, LON, spot
from hypothesis import given, settings
from hypothesis import strategies as st

from whoholds.areas import Cell, Land, Spot, interpolate, numbers
from whoholds.errors import InputError

USED = numbers()
HOLDERS = st.sampled_from(
    [("held", "Taliban"), ("leaning", "Afghan government"), ("contested", "nobody"), ("unknown", "nobody")]
)
SPOTS = st.lists(
    st.tuples(
        st.floats(-30, 30), st.floats(-30, 30), HOLDERS, st.integers(0, 90), st.booleans(), st.booleans()
    ),
    min_size=1,
    max_size=7,
)


def made(rows: list[tuple[float, float, tuple[str, str], int, bool, bool]]) -> list[Spot]:
    return [
        spot(f"p{n}", north, east, status=status, holder=holder, age=age, stirred=stirred, facility=facility)
        for n, (north, east, (status, holder), age, stirred, facility) in enumerate(rows)
    ]


def great_circle(cell: Cell, place: Spot) -> float:
    km: float = h3.great_circle_distance((cell.lat, cell.lon), (place.lat, place.lon), unit="km")
    return km


def by_hand(cell: Cell, spots: list[Spot]) -> tuple[str, str | None, bool]:
    """Status, party and solidity of a cell, worked out anew over all places, from the rules as documented."""
    away = sorted((great_circle(cell, one), one.id, one) for one in spots)
    around = [(km, one) for km, _, one in away if km <= 25 and one.country == cell.country]
    own = {one.id: h3.latlng_to_cell(one.lat, one.lon, 6) == cell.id for one in spots}
    speak = [(km, one) for km, one in around if not one.facility or km <= 3 or own[one.id]]
    known, unknown = ([pair for pair in speak if pair[1].known is yes] for yes in (True, False))
    if not known or (unknown and unknown[0][0] <= known[0][0]):
        return "unknown", None, (unknown[0][0] <= 6 or own[unknown[0][1].id])
    weights = [0.5 ** (one.age / 45) / (1 + (km / 3) ** 2) for km, one in known[:3]]
    pool = {
        state: fsum(
            w / fsum(weights) * log(max(one.chances[state], 0.01))
            for w, (_, one) in zip(weights, known[:3], strict=True)
        )
        for state in known[0][1].chances
    }
    odds = {state: 2.718281828459045**value for state, value in pool.items()}
    top = max(sorted(odds), key=lambda state: odds[state])
    calm = len(around) >= 3 and len({one.holder or one.id for _, one in around}) == 1
    calm = calm and not any(one.stirred for _, one in around)
    solid = own[known[0][1].id] or known[0][0] <= (15 if calm else 6)
    if odds[top] / fsum(odds.values()) < 0.6:
        return "unknown", None, solid
    if top == "contested":
        return "contested", None, solid
    return next(one.status for _, one in known[:3] if one.holder == top), top, solid


@given(SPOTS)
@settings(max_examples=40, deadline=None)
def test_every_cell_is_as_worked_out_by_hand(
    rows: list[tuple[float, float, tuple[str, str], int, bool, bool]],
) -> None:
    spots = made(rows)
    for cell in interpolate(spots, EVERYWHERE):
        assert (cell.status, cell.party, cell.solid) == by_hand(cell, spots)


@given(SPOTS)
@settings(max_examples=30, deadline=None)
def test_what_holds_of_all_cells(rows: list[tuple[float, float, tuple[str, str], int, bool, bool]]) -> None:
    spots = made(rows)
    places = {one.id: one for one in spots}
    cells = interpolate(spots, EVERYWHERE)
    assert len({cell.id for cell in cells}) == len(cells)
    for cell in cells:
        assert 1 <= len(cell.shares) <= 3
        assert fsum(share.weight for share in cell.shares) == pytest.approx(1)
        assert (cell.party is None) == (cell.status in ("contested", "unknown"))
        for share in cell.shares:
            assert share.km <= 25
            assert share.km == pytest.approx(great_circle(cell, places[share.place]), rel=1e-5)


@given(SPOTS, st.randoms())
@settings(max_examples=20, deadline=None)
def test_the_order_of_places_does_not_matter(
    rows: list[tuple[float, float, tuple[str, str], int, bool, bool]], dice: random.Random
) -> None:
    spots = made(rows)
    mixed = [*spots]
    dice.shuffle(mixed)
    assert interpolate(mixed, EVERYWHERE) == interpolate(spots, EVERYWHERE)


@given(SPOTS, st.floats(-30, 30), st.floats(-30, 30))
@settings(max_examples=40, deadline=None)
def test_an_unknown_place_never_adds_land_to_a_party(
    rows: list[tuple[float, float, tuple[str, str], int, bool, bool]], north: float, east: float
) -> None:
    spots = made(rows)
    before = {cell.id: cell for cell in interpolate(spots, EVERYWHERE)}
    after = interpolate([*spots, spot("new", north, east, status="unknown")], EVERYWHERE)
    for cell in after:
        if cell.status in ("held", "leaning", "contested"):
            assert cell.party == before[cell.id].party
            assert before[cell.id].solid or not cell.solid


def test_nothing_is_said_where_no_place_is_near() -> None:
    assert interpolate([], EVERYWHERE) == ()
    for resolution in (5, 6, 7):
        cells = interpolate([spot("one")], EVERYWHERE, resolution)
        assert max(cell.shares[0].km for cell in cells) <= 25
        area = fsum(cell.km2 for cell in cells)
        assert area == pytest.approx(3.14159 * 25**2, rel=0.12)
        assert {cell.status for cell in cells} == {"held"}
        assert {cell.solid for cell in cells} == {True, False}


def test_no_cell_within_reach_is_left_out() -> None:
    """A coarse parent's children that lie within reach are all there."""
    cells = {cell.id for cell in interpolate([spot("one")], EVERYWHERE)}
    around = h3.grid_disk(h3.latlng_to_cell(LAT, LON, 6), 12)
    within = {one for one in around if h3.great_circle_distance(h3.cell_to_latlng(one), (LAT, LON)) <= 25}
    assert cells == within


def test_borders_are_not_crossed() -> None:
    def split(lat: float, lon: float) -> str | None:
        return None if lat > LAT + 0.1 else "AF" if lon < LON else "IR"

    here, there = spot("here", east=-3), spot("there", east=3, holder="Afghan government", country="IR")
    cells = interpolate([here, there], Land(split))
    assert {cell.country for cell in cells} == {"AF", "IR"}
    for cell in cells:
        assert cell.country == split(cell.lat, cell.lon)
        assert [share.place for share in cell.shares] == ["here" if cell.country == "AF" else "there"]


def test_a_lone_village_is_no_interior() -> None:
    alone = interpolate([spot("one")], EVERYWHERE)
    assert all(cell.shares[0].km <= 6 for cell in alone if cell.solid)
    calm = [spot("one"), spot("two", 4), spot("three", 0, 4)]
    far = [cell.shares[0].km for cell in interpolate(calm, EVERYWHERE) if cell.solid]
    assert 10 < max(far) <= 15
    for other in (
        replace(calm[2], stirred=True),
        spot("three", 0, 4, holder="Afghan government"),
        spot("three", 0, 4, status="unknown"),
        spot("three", 0, 4, status="contested"),
    ):
        for cell in interpolate([*calm[:2], other], EVERYWHERE):
            assert not cell.solid or cell.shares[0].km <= 6


def test_a_base_speaks_for_itself_alone() -> None:
    base = spot("base", 8, holder="Afghan government", facility=True)
    cells = interpolate([spot("one"), base], EVERYWHERE)
    held = [cell for cell in cells if any(share.place == "base" for share in cell.shares)]
    assert 1 <= len(held) <= 3
    assert all(cell.shares[0].place == "base" for cell in held if cell.party == "Afghan government")
    assert len(interpolate([base], EVERYWHERE)) <= 3


def test_between_two_that_disagree_it_is_unknown() -> None:
    both = [spot("north", 9), spot("south", -9, holder="Afghan government")]
    middle = [cell for cell in interpolate(both, EVERYWHERE) if cell.reason == "split"]
    assert middle
    assert {cell.status for cell in middle} == {"unknown"}
    assert all(len(cell.shares) == 2 for cell in middle)


def test_fresh_evidence_weighs_more_than_old() -> None:
    new, old = spot("new", 9), spot("old", -9, holder="Afghan government", age=90)
    shares = [len([c for c in interpolate(both, EVERYWHERE) if c.party == "Taliban"]) for both in (
        [new, old], [new, replace(old, age=0)]
    )]  # fmt: skip
    assert shares[0] > shares[1]


def test_several_places_at_one_point() -> None:
    same = [spot("a"), spot("b"), spot("c", holder="Afghan government"), spot("d", status="unknown")]
    assert {cell.status for cell in interpolate(same, EVERYWHERE)} == {"unknown"}
    assert {cell.party for cell in interpolate(same[:3], EVERYWHERE)} <= {"Taliban", None}
    assert {cell.party for cell in interpolate(same[:2], EVERYWHERE)} == {"Taliban"}


@pytest.mark.parametrize("lon", [180.0, -180.0, 179.95, -179.95])
def test_across_the_antimeridian(lon: float) -> None:
    cells = interpolate([spot("east", lat=65.0, lon=lon)], EVERYWHERE)
    assert fsum(cell.km2 for cell in cells) == pytest.approx(3.14159 * 25**2, rel=0.12)
    assert {cell.lon > 0 for cell in cells} == {True, False}


def test_sensible_limits() -> None:
    with pytest.raises(InputError, match=r"resolution 9 are not made\. Give 5"):
        interpolate([spot("one")], EVERYWHERE, 9)
    few = Land(EVERYWHERE.country_at, replace(USED, most_cells=100))
    with pytest.raises(InputError, match=r"more than 100 cells\. Ask for coarser cells"):
        interpolate([spot("one"), spot("two", 200)], few)
