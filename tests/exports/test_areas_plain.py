"""Areas in plain values, CSV, GeoJSON and as a drawing."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from datetime import date

import pytest

from whoholds.areas import Areas, Cell, Extent, LeftOut, Share
from whoholds.areas.grid import cell_at, km2_of, middle_of, name_of
from whoholds.exports.areas_plain import (
    areas_csv,
    areas_dict,
    areas_geojson,
    clock_words,
    label_words,
    range_words,
)
from whoholds.exports.areas_svg import Drawn, areas_svg
from whoholds.model import Place

KINDS = [
    ("held", "Taliban", True, 0.9),
    ("held", "Taliban", False, 0.8),
    ("leaning", "Northern <Front>", True, 0.7),
    ("contested", None, True, 0.6),
    ("unknown", None, False, None),
]


def make_areas() -> Areas:
    cells = []
    for number, (status, party, solid, chance) in enumerate(KINDS):
        cell = cell_at(36.0 + number, 67.0, 6)
        shares = (Share("gn:1", 1.2345, 0.75), Share("gn:2", 9.0, 0.25))
        reason = "split" if status == "unknown" else None
        cells.append(
            Cell(
                name_of(cell),
                *middle_of(cell),
                km2_of(cell),
                "AF",
                status,
                party,
                solid,
                chance,
                0.93,
                shares,
                reason,
            )
        )
    left_out = (LeftOut("ne:AF-KDZ", "Kunduz", "a province: …"),)
    return Areas(
        date(2021, 8, 9), None, 7, "m", 6, tuple(cells), {"gn:1": "One & all", "gn:2": "=Two"}, left_out
    )


def test_words() -> None:
    assert label_words(make_areas()) == "interpolated from 2 places"
    assert clock_words(make_areas()) == "on 9 August 2021, by all that is recorded"
    assert clock_words(make_areas(), partial=True) == "on 9 August 2021, by the first 7 entries of the record"


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [(0, 36.4, "0 to 36 km²"), (851, 15748, "850 to 15,700 km²"), (99.6, 104, "100 km²"), (0, 0, "0 km²")],
)
def test_ranges_feign_no_precision(low: float, high: float, words: str) -> None:
    assert range_words(Extent(None, "Taliban", low, high, 1, 1)) == words


def test_plain_values() -> None:
    row = areas_dict(make_areas())
    assert [(one["party"], one["status"]) for one in row["extents"]] == [
        ("Taliban", None), ("Northern <Front>", None), (None, "contested"), (None, "unknown"),
    ]  # fmt: skip
    assert row["extents"][0]["low_km2"] < row["extents"][0]["high_km2"]
    assert row["extents"][3]["low_km2"] == 0
    assert row["left_out"] == [{"place": "Kunduz", "place_id": "ne:AF-KDZ", "why": "a province: …"}]
    assert "cells" not in row
    cells = areas_dict(make_areas(), cells=True)["cells"]
    assert cells[0]["places"][0] == {"place": "One & all", "place_id": "gn:1", "km": 1.23, "weight": 0.75}


@pytest.mark.parametrize("cells", [True, False])
def test_every_part_says_that_it_is_interpolated(cells: bool) -> None:
    areas = make_areas()
    whole = json.loads(areas_geojson(areas, cells=cells))
    assert whole["label"] == "interpolated from 2 places"
    assert {one["properties"]["label"] for one in whole["features"]} == {"interpolated"}
    assert len(whole["features"]) == len(KINDS)
    assert all(one["properties"]["places"] for one in whole["features"])
    found = list(csv.DictReader(io.StringIO(areas_csv(areas, cells=cells))))
    assert {one["label"] for one in found} == {"interpolated from 2 places"} or {
        one["label"] for one in found
    } == {"interpolated"}
    assert {one["on"] for one in found} == {"2021-08-09"}


def test_each_cell_names_its_places() -> None:
    found = list(csv.DictReader(io.StringIO(areas_csv(make_areas(), cells=True))))
    assert found[0]["places"] == "gn:1 1.23 km 0.75; gn:2 9.0 km 0.25"
    assert found[4]["reason"] == "split"


def test_the_drawing_is_whole_and_safe() -> None:
    place = Place("gn:1", "One & <all>\u202e", "settlement", 36.0, 67.0, "AF", None, None, 0)
    drawn = areas_svg(
        make_areas(), Drawn([[(66.0, 35.0), (68.0, 35.0), (68.0, 37.0), (66.0, 35.0)]], (place,))
    )
    root = ET.fromstring(drawn)
    words = " ".join(root.itertext())
    assert re.search(r"Northern <Front>: \d\d km²", words)
    assert "interpolated from 2 places" in words
    assert "no line is a front line" in words
    assert "\u202e" not in drawn
    used = set(re.findall(r"url\(#(\w+)\)", drawn)) - {"map"}
    assert used <= set(re.findall(r'id="(\w+)"', drawn))
    assert "opacity" not in drawn


def test_nothing_to_draw() -> None:
    empty = Areas(date(2021, 8, 9), None, 0, "m", 6, ())
    assert ET.fromstring(areas_svg(empty, Drawn())) is not None
    assert json.loads(areas_geojson(empty))["features"] == []
    assert label_words(empty) == "interpolated from 0 places"
