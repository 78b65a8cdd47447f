"""Whose territory a place is, and when the war around it moved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from math import degrees, exp

import pytest
from factories import KUNDUZ, MAZAR, make_resolved
from hypothesis import given
from hypothesis import strategies as st

from whoholds.control.clock import Nearby
from whoholds.control.table import control_table
from whoholds.gazetteer import load_gazetteer
from whoholds.gazetteer.nearness import EARTH_KM
from whoholds.model import Factuality, Place
from whoholds.territory import (
    Changes,
    Spot,
    begins,
    changes_by_country,
    government_of,
    nearness,
    spot_from,
    spot_of,
)

DAY = date(2021, 8, 1)
REGION = control_table().region


@pytest.mark.parametrize(
    ("country", "on", "government"),
    [
        ("AF", DAY, "Afghan government"),
        ("AF", date(2023, 1, 1), "Taliban"),
        ("PK", DAY, "Pakistan"),
        ("IS", DAY, "government of Iceland"),
        (None, DAY, None),
    ],
)
def test_the_government_of_a_country(country: str | None, on: date, government: str | None) -> None:
    assert government_of(country, on, load_gazetteer()) == government


def test_only_changes_that_are_claimed_for_certain_move_the_war() -> None:
    claims = [
        make_resolved(day=date(2021, 8, 6)),
        make_resolved(day=date(2021, 8, 4)),
        make_resolved("hold", day=date(2021, 8, 1)),
        make_resolved(day=date(2021, 8, 2), factuality=Factuality.POSSIBLE),
        make_resolved(day=date(2021, 8, 3), judged="reject"),
    ]
    assert changes_by_country(claims)["AF"].days == {
        spot_of(KUNDUZ): {date(2021, 8, 4), date(2021, 8, 6)},
    }  # fmt: skip


def test_a_change_counts_by_its_distance_and_in_its_country_only() -> None:
    region = control_table().region
    taken = [
        make_resolved(day=DAY),
        make_resolved(place=replace(KUNDUZ, id="user:1", country="TJ"), day=DAY - timedelta(days=1)),
    ]
    changes = changes_by_country(taken)["AF"]
    near = replace(KUNDUZ, id="user:2", lat=(KUNDUZ.lat or 0) + degrees(region.near_km / EARTH_KM))
    assert changes.near(KUNDUZ) == ((DAY, 1.0),)
    assert [weight for _, weight in changes.near(near)] == pytest.approx([0.5])
    assert changes.near(MAZAR) == ((DAY, region.country),)  # 155 km away
    assert changes.near(replace(MAZAR, lat=None, lon=None)) == ((DAY, region.country),)
    assert changes.near(replace(MAZAR, lat=None, lon=None, province=KUNDUZ.province)) == (
        (DAY, region.province),
    )


def test_a_change_told_again_on_the_next_days_adds_nothing() -> None:
    claims = [make_resolved(day=DAY + timedelta(days=number)) for number in range(3)]
    assert changes_by_country(claims)["AF"].near(KUNDUZ) == ((DAY, 1.0),)
    later = make_resolved(day=DAY + timedelta(days=30))
    assert len(changes_by_country([*claims, later])["AF"].near(KUNDUZ)) == 2


degrees_found = st.none() | st.floats(-80, 80)
spots = st.builds(Spot, degrees_found, degrees_found, st.sampled_from([None, "ne:AF-KDZ", "name:a b@c"]))


@given(spots)
def test_the_text_of_a_spot_is_loss_free(spot: Spot) -> None:
    assert spot_from(spot.key) == spot


@given(st.lists(st.tuples(spots, st.integers(0, 200)), max_size=12), spots)
def test_only_spots_within_reach_are_looked_at_and_none_is_missed(
    told: list[tuple[Spot, int]], spot: Spot
) -> None:
    place = replace(KUNDUZ, lat=spot.lat, lon=spot.lon, province=spot.province)
    claims = [
        make_resolved(
            day=DAY + timedelta(days=day), published=DAY + timedelta(days=300), id=str(number),
            place=replace(KUNDUZ, id=f"user:{number}", lat=one.lat, lon=one.lon, province=one.province),
        )
        for number, (one, day) in enumerate(told)
    ]  # fmt: skip
    for changes in changes_by_country(claims).values():
        assert changes.near(place) == plainly_near(place, changes)


@given(
    st.lists(st.tuples(st.floats(-0.5, 0.5), st.floats(-0.7, 0.7), st.integers(0, 300)), max_size=60),
    st.floats(-84, 84),
)
def test_no_spot_that_adds_a_change_is_left_out_as_too_far(
    told: list[tuple[float, float, int]], lat: float
) -> None:
    place = replace(KUNDUZ, lat=lat, lon=179.9)
    days: dict[Spot, set[date]] = {}
    for north, east, day in told:
        spot = Spot(lat + north, (179.9 + east + 180) % 360 - 180, None)
        days.setdefault(spot, set()).add(DAY + timedelta(days=day))
    changes = Changes(days, REGION)
    assert changes.near(place) == plainly_near(place, changes)


def plainly_near(place: Place, changes: Changes) -> tuple[Nearby, ...]:
    """The same by looking at every spot."""
    counts: dict[date, float] = {}
    for spot, days in changes.days.items():
        for day in days:
            counts[day] = max(counts.get(day, 0.0), nearness(place, spot, changes.region))
    found: list[Nearby] = []
    for day, weight in sorted(counts.items()):
        left = found[-1][1] * exp(-(day - found[-1][0]).days / changes.region.fade_days) if found else 0.0
        if weight - left >= changes.region.least:
            found.append((day, weight))
    return tuple(found)


def test_reports_begin_with_the_first_known() -> None:
    claims = [make_resolved(published=date(2021, 8, 9)), make_resolved(published=date(2021, 8, 3))]
    assert begins(claims, DAY) == date(2021, 8, 3)
    assert begins([], DAY) == DAY
