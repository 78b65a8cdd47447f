"""All forms: what every one of them must do, and what each is."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selections import make_selection, only, with_claim

from whoholds.exports import EXPORTS
from whoholds.exports.csv_rows import CELL, FORMULA, STATE_COLUMNS, cell, table, within_a_cell

CLAIMS = [name for name in EXPORTS if name.startswith("claims")]
STATES = ["geojson", "csv", "json"]


@pytest.mark.parametrize("form", EXPORTS)
def test_every_form_withholds_private_names(form: str) -> None:
    picture = with_claim(claimer="Abdul Karim", side=None, quote="The town is calm, Abdul Karim said.")
    written = EXPORTS[form].write(make_selection(picture))
    assert "Kunduz" in written
    assert "Karim" not in written


@pytest.mark.parametrize("form", EXPORTS)
def test_every_form_obeys_the_filter(form: str) -> None:
    written = EXPORTS[form].write(only(place="gn:1140026"))
    assert "Herat" in written
    assert "Kunduz" not in written


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ({"type": "hold"}, 4),
        ({"party": "taliban", "type": "CAPTURE"}, 7),
        ({"claimer": "council"}, 3),
        ({"side": "Taliban"}, 1),
        ({"outlet": "North Gazette"}, 5),
        ({"factuality": "possible"}, 1),
        ({"since": date(2021, 8, 9), "until": date(2021, 8, 12)}, None),
        ({"published_since": date(2021, 8, 9)}, None),
        ({"published_since": date(2021, 8, 9), "published_until": date(2021, 8, 12)}, None),
    ],
)
def test_filters(asked: dict[str, Any], count: int | None) -> None:
    selection = only(**asked)
    claims = selection.claims()
    if count is not None:
        assert len(claims) == count
    assert 0 < len(claims) < len(selection.picture.claims)
    if "published_since" in asked:
        told = selection.picture.claims.values()
        first, last = asked["published_since"], asked.get("published_until", date.max)
        days = [claim.published or claim.known_from.date() for claim in told]
        assert len(claims) == sum(first <= day <= last for day in days)
    assert selection.about()["filters"] == {name: str(value) for name, value in asked.items()}
    assert {row["place_id"] for row in selection.state_rows()} == {
        claim.place.id for claim in claims if claim.place
    }


@pytest.mark.parametrize("form", ["geojson", "claims-geojson"])
def test_geojson_is_of_rfc_7946(form: str) -> None:
    whole = json.loads(EXPORTS[form].write(make_selection()))
    assert whole["type"] == "FeatureCollection"
    assert "crs" not in whole
    assert "not verified facts" in whole["note"]
    for feature in whole["features"]:
        assert set(feature) == {"type", "id", "geometry", "properties"}
        lon, lat = feature["geometry"]["coordinates"]
        assert (feature["type"], feature["geometry"]["type"]) == ("Feature", "Point")
        assert -180 <= lon <= 180
        assert 29 < lat < 38


def test_a_place_without_a_position_has_no_geometry() -> None:
    picture = with_claim(place=None)
    whole = json.loads(EXPORTS["claims-geojson"].write(make_selection(picture)))
    assert [one["geometry"] for one in whole["features"]].count(None) == 1


@pytest.mark.parametrize(
    "words", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n-1", "\uff1d1", "\ufeff=1"]
)
def test_no_cell_is_a_formula(words: str) -> None:
    assert cell(words) == f"'{words}"
    picture = with_claim(quote=words, claimer=None)
    rows = list(csv.reader(io.StringIO(EXPORTS["claims-csv"].write(make_selection(picture)), newline="")))
    assert not [one for row in rows for one in row if FORMULA.match(one)]


def test_what_turns_the_direction_is_written_out() -> None:
    assert cell("a\u202eb\u2069") == "a\\u202eb\\u2069"
    assert cell("\u0643\u0627\u0628\u0644 \u200c") == "\u0643\u0627\u0628\u0644 \u200c"


@given(st.text(min_size=1).filter(lambda words: "\0" not in words))
def test_cells_come_back_as_they_were(words: str) -> None:
    _, (read,) = csv.reader(io.StringIO(table(["words"], [{"words": words}]), newline=""))
    assert read == cell(words)


@pytest.mark.parametrize(
    ("value", "written"),
    [(None, ""), (True, "true"), (-4.5, "-4.5"), (["a", "b"], "a; b"), (["-a"], "'-a"), (0, "0")],
)
def test_values_in_cells(value: object, written: str) -> None:
    assert cell(value) == written


def test_lines_of_claims_can_be_read_one_by_one() -> None:
    lines = EXPORTS["claims"].write(make_selection()).splitlines()
    assert [json.loads(line)["id"] for line in lines] == [one["id"] for one in make_selection().claim_rows()]
    assert all(json.loads(line)["claims"] for line in EXPORTS["events"].write(make_selection()).splitlines())


@pytest.mark.parametrize("code", [0, 7, 8, 27, 31, 127, 0x9B])
def test_no_cell_controls_a_terminal(code: int) -> None:
    assert cell(f"a{chr(code)}[31mb") == "a\ufffd[31mb"
    assert cell([f"a{chr(code)}", "b"]) == "a\ufffd; b"


def test_no_control_character_leaves_in_a_table() -> None:
    picture = with_claim(quote="The town \x1b[2J is calm\x07, residents said.\nSo they say.")
    written = EXPORTS["claims-csv"].write(make_selection(picture))
    assert "The town \ufffd[2J is calm\ufffd, residents said.\nSo they say." in written
    assert not [one for one in written if ord(one) < 32 and one not in "\t\r\n"]


def test_ids_are_all_in_a_cell_or_none_of_them_and_are_counted() -> None:
    """A spreadsheet cuts a long cell short: nothing may look whole that is not."""
    few, many = [f"{number:016x}" for number in range(3)], [f"{number:016x}" for number in range(20_000)]
    assert within_a_cell("evidence", few) == {"evidence_count": 3, "evidence": few}
    assert len(cell(few)) <= CELL
    assert within_a_cell("evidence", many) == {"evidence_count": 20_000, "evidence": None}
    assert {"evidence_count", "reported_count"} <= set(STATE_COLUMNS)
