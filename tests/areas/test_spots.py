"""Which places speak for the land around them, how old their evidence is, and whether they were stirred."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from factories import GOVERNMENT, KUNDUZ, KUNDUZ_AIRPORT, KUNDUZ_PROVINCE, make_resolved

from whoholds.areas import Spot, grid, spots_of
from whoholds.control import Question, assess_control
from whoholds.errors import InputError
from whoholds.model import Factuality, Place
from whoholds.picture import ResolvedClaim

ON = date(2021, 8, 20)


def nowhere(lat: float, lon: float) -> str | None:
    return None


def the_spot(*claims: ResolvedClaim, on: date = ON, place: Place = KUNDUZ) -> Spot:
    state = assess_control(place, claims, Question(on))
    ((spot,), left_out) = spots_of([(state, claims)], nowhere)
    assert not left_out
    return spot


def why(place: Place) -> str:
    claims = [make_resolved(place=place)]
    spots, (left_out,) = spots_of([(assess_control(place, claims, Question(ON)), claims)], nowhere)
    assert not spots
    assert left_out.place == place.id
    return left_out.why


def test_what_a_place_says() -> None:
    spot = the_spot(make_resolved(day=date(2021, 8, 9)))
    assert (spot.status, spot.holder, spot.country) == ("leaning", "Taliban", "AF")
    assert sum(spot.chances.values()) == pytest.approx(1)
    assert spot.age == 11
    assert spot.known
    assert not spot.facility
    assert the_spot(make_resolved(place=KUNDUZ_AIRPORT), place=replace(KUNDUZ_AIRPORT, country="AF")).facility


@pytest.mark.parametrize(
    ("claim", "stirred"),
    [
        (make_resolved(day=date(2021, 8, 9)), True),
        (make_resolved(day=date(2021, 6, 9), published=date(2021, 6, 9)), False),
        (make_resolved("hold", day=date(2021, 8, 9)), False),
        (make_resolved("clash", day=date(2021, 8, 9)), True),
        (make_resolved("airstrike", actor=GOVERNMENT, day=date(2021, 8, 9)), True),
        (make_resolved(day=date(2021, 8, 9), factuality=Factuality.FUTURE), False),
        (make_resolved(day=date(2021, 8, 9), judged="reject"), False),
        (make_resolved(day=date(2021, 8, 25), published=date(2021, 8, 25)), False),
    ],
)
def test_what_stirs_a_place(claim: ResolvedClaim, stirred: bool) -> None:
    held = make_resolved("hold", day=date(2021, 7, 20), published=date(2021, 7, 20), outlet="Other")
    assert the_spot(held, claim).stirred == stirred


def test_what_cannot_speak() -> None:
    assert why(KUNDUZ_PROVINCE).startswith("a province: ")
    assert why(replace(KUNDUZ, kind="district")).startswith("a district: ")
    assert why(replace(KUNDUZ, lat=None, lon=None)) == "no position known"
    assert why(replace(KUNDUZ, lat=86.0)) == "too near a pole"
    assert why(replace(KUNDUZ, country=None)) == "no country known, and borders are not crossed"


def test_a_place_without_a_country_lies_in_that_around_it() -> None:
    place = replace(KUNDUZ, country=None)
    state = assess_control(place, [], Question(ON))
    ((spot,), _) = spots_of([(state, [])], lambda lat, lon: "AF")
    assert (spot.country, spot.known) == ("AF", False)


def test_without_the_library_a_sentence_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ImportError(name)

    grid.h3.cache_clear()
    monkeypatch.setattr(grid, "import_module", missing)
    with pytest.raises(InputError, match="Install it: pip install h3"):
        grid.cell_at(36.0, 67.0, 6)
