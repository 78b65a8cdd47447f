"""Areas of a record: named like every answer, traced to places, untouched by what is told later."""

from __future__ import annotations

from dataclasses import replace
from math import fsum

import pytest
from told import Telling, taken

from whoholds.areas import extents_of
from whoholds.database import Database
from whoholds.errors import InputError
from whoholds.model import Coded

ON = "2021-08-09"


def test_areas_of_the_sample(sample: Database) -> None:
    areas = sample.areas(on=ON, as_of=ON)
    states = {one.state.place.id: one.state for one in sample.controls(on=ON, as_of=ON)}
    assert len(areas.cells) > 1000
    for cell in areas.cells:
        nearest = states[cell.shares[0].place]
        assert {states[share.place].place.country for share in cell.shares} == {cell.country}
        assert (cell.reason == "place") == (nearest.status == "unknown")
        if len(cell.shares) == 1 and nearest.status != "unknown":
            assert (cell.status, cell.party) == (nearest.status, nearest.holder)
        assert areas.names[cell.shares[0].place] == nearest.place.name
    assert not set(areas.names) & {one.place for one in areas.left_out}
    assert all(states[one.place].place.kind == "province" or one.why for one in areas.left_out)


def test_what_they_add_up_to(sample: Database) -> None:
    areas = sample.areas(on=ON, as_of=ON)
    whole, parts = extents_of(areas), extents_of(areas, by_status=True)
    for extents in (whole, parts):
        assert fsum(one.high for one in extents) == pytest.approx(fsum(cell.km2 for cell in areas.cells))
        assert sum(one.cells for one in extents) == len(areas.cells)
        assert all(0 <= one.low <= one.high for one in extents)
        assert {one.label for one in extents} == {"interpolated"}
    assert {one.party for one in whole} == {"Taliban", "Afghan government", None}
    assert {one.status for one in whole if one.party is None} <= {"contested", "unknown"}
    for one in whole:
        if one.party is not None:
            assert fsum(part.high for part in parts if part.party == one.party) == pytest.approx(one.high)


def test_what_is_told_later_changes_nothing_that_was_known(tell: Telling, database: Database) -> None:
    tell(taken())
    before = database.areas(on="2021-08-09", as_of="2021-08-09")
    assert before.cells
    tell(taken(place="Aybak", start="2021-08-09", end="2021-08-09"), published="2021-08-12")
    tell(taken(actor="Afghan government", recipient="Taliban"), outlet="Other", published="2021-08-12")
    after = database.areas(on="2021-08-09", as_of="2021-08-09")
    assert replace(after, recorded=before.recorded) == before
    assert database.areas(on="2021-08-09").cells != before.cells


def test_the_answer_is_named(sample: Database) -> None:
    areas = sample.areas(on=ON, as_of=ON)
    state = sample.control("Kunduz", on=ON, as_of=ON).state
    assert (areas.on, areas.as_of, areas.recorded) == (state.on, state.as_of, state.recorded)
    assert areas.method != state.method
    assert areas == sample.areas(on=ON, as_of=ON)
    assert sample.areas(on=ON, as_of=ON, resolution=5).resolution == 5
    with pytest.raises(InputError, match="resolution 11"):
        sample.areas(on=ON, resolution=11)


def test_places_that_cannot_speak(tell: Telling, database: Database) -> None:
    assert database.areas().cells == ()
    tell(taken(place="Nowhere-on-the-map"), taken(place="Kunduz", place_id="ne:AF-KDZ"))
    assert {one.why.split(":")[0] for one in database.areas().left_out} == {"no position known", "a province"}
    assert database.areas().cells == ()


@pytest.mark.parametrize(
    ("lat", "lon", "some"),
    [(89.9, 0.0, False), (0.0, -30.0, False), (66.7, 179.9, True), (-16.8, 179.99, True)],
)
def test_odd_positions(tell: Telling, database: Database, lat: float, lon: float, some: bool) -> None:
    """Near a pole and at sea nothing is said; at the antimeridian all goes on as elsewhere."""
    tell(taken(place="Somewhere odd", lat=lat, lon=lon, actor="Taliban"))
    areas = database.areas()
    assert bool(areas.cells) == some
    assert len(areas.left_out) == (not some)


def test_an_amended_position_counts(tell: Telling, database: Database) -> None:
    tell(taken())
    (claim,) = database.claims()
    database.judge(claim.id, "amend", reason="a test", amended=Coded(place="Herat"))
    assert set(database.areas().names.values()) == {"Herāt"}
