"""Pictures of the map over HTTP: they say what they show, obey the filters, and say what is missing."""

from __future__ import annotations

import csv
import io
from importlib import import_module as real_import
from typing import Any
from xml.etree import ElementTree as Xml

import pytest
from PIL import Image
from serving import Served

from whoholds.exports import raster

CLOCKS = "on=2021-08-09&as_of=2021-08-09"
NAME = "on-2021-08-09_as-known-2021-08-09_ledger-"


def words_of(svg: str) -> str:
    return " ".join(" ".join(one.itertext()) for one in Xml.fromstring(svg).iter())


def picture(served: Served, path: str) -> Image.Image:
    answer = served.client.get(path)
    assert answer.status_code == 200, answer.text
    return Image.open(io.BytesIO(answer.content))


def test_the_drawing_says_all_that_names_it(served: Served) -> None:
    answer = served.client.get(f"/api/map.svg?{CLOCKS}&title=Here <b>")
    assert answer.headers["content-type"] == "image/svg+xml"
    assert f'filename="map_{NAME}' in answer.headers["content-disposition"]
    words = words_of(answer.text)
    for told in ("Here <b>", "True on 9 August 2021, as known on 9 August 2021", "not verified facts",
                 "ledger", "Method", "GeoNames (CC BY 4.0)", "Kunduz", "contested"):  # fmt: skip
        assert told in words
    assert answer.text == served.client.get(f"/api/map.svg?title=Here <b>&{CLOCKS}").text


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("party=Taliban", "the party is \u2068Taliban"),
        ("precision=exact", "the precision is \u2068exact"),
        ("country=AF", "the country is \u2068AF"),
        ("place=Kunduz", "the place is or lies in \u2068Kunduz"),
    ],
)
def test_the_drawing_obeys_filters_and_says_so(served: Served, asked: str, told: str) -> None:
    words = words_of(served.client.get(f"/api/map.svg?{CLOCKS}&{asked}").text)
    assert told in words


def test_a_place_that_is_not_wanted_is_not_drawn(served: Served) -> None:
    drawn = served.client.get(f"/api/map.svg?{CLOCKS}&place=Kunduz").text
    whole = served.client.get(f"/api/map.svg?{CLOCKS}").text
    assert "\u2068Kunduz\u2069: " in drawn
    assert drawn.count("data-place=") == 1
    assert whole.count("data-place=") > 2


def test_pixels_are_two_for_each_of_the_drawing(served: Served) -> None:
    drawn = picture(served, f"/api/map.png?{CLOCKS}&width=900")
    assert (drawn.format, drawn.width) == ("PNG", 1800)
    colours = drawn.convert("RGB").getcolors(1_000_000)
    assert colours is not None
    assert len(colours) > 20


def test_days_follow_each_other(served: Served) -> None:
    path = "/api/map.webp?from=2021-08-06&to=2021-08-12&step=3&then=true&width=500"
    drawn: Any = picture(served, path)
    assert (drawn.format, drawn.n_frames, drawn.width) == ("WEBP", 3, 500)
    name = served.client.get(path).headers["content-disposition"]
    assert "map_on-2021-08-06-to-2021-08-12_as-known-that-day_ledger-" in name


@pytest.mark.parametrize(
    ("path", "status", "word"),
    [
        ("/api/map.webp?from=2021-08-12&to=2021-08-06", 422, "earlier one first"),
        ("/api/map.webp?from=2019-01-01&to=2021-08-06", 422, "Give a step of"),
        ("/api/map.webp?to=2021-08-06", 422, "'from' is missing"),
        ("/api/map.svg?width=20", 422, "'width'"),
        ("/api/map.svg?place=Nowhereville", 404, "Nowhereville"),
        ("/api/map.webp?from=2021-08-06&to=2021-08-06&on=2021-08-06", 422, "no parameter 'on'"),
    ],
)
def test_what_cannot_be_drawn_is_told(served: Served, path: str, status: int, word: str) -> None:
    answer = served.client.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert word in answer.json()["detail"]


def test_without_the_extra_pixels_are_refused_and_drawings_are_not(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    def without(name: str) -> Any:
        if name in ("resvg_py", "PIL.Image"):
            raise ImportError(name)
        return real_import(name)

    monkeypatch.setattr(raster, "import_module", without)
    for path in ("/api/map.png?width=777", "/api/map.webp?from=2021-08-06&to=2021-08-06&width=777"):
        answer = served.client.get(path)
        assert (answer.status_code, answer.headers["content-type"]) == (501, "application/problem+json")
        assert answer.json()["title"] == "Not Implemented"
        assert "pip install 'whoholds[pictures]'" in answer.json()["detail"]
    assert served.client.get("/api/map.svg?width=777").status_code == 200


@pytest.mark.parametrize("form", ["control", "claims"])
def test_tables_say_in_each_row_what_names_them(served: Served, form: str) -> None:
    answer = served.client.get(f"/api/{form}.csv?{CLOCKS}&party=Taliban&outlet=Daily Wire")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert rows
    for row in rows:
        assert (row["on"], row["as_of"]) == ("2021-08-09", "2021-08-09T23:59:59+00:00")
        assert row["filters"].startswith("party=Taliban; outlet=Daily Wire")
        assert "not verified facts" in row["note"]
        assert "GeoNames" in row["licence"]
        assert row["method"]
    assert NAME in answer.headers["content-disposition"]


def test_the_brief_obeys_filters_and_says_so(served: Served) -> None:
    whole = served.client.get(f"/api/brief.md?{CLOCKS}").text
    brief = served.client.get(f"/api/brief.md?{CLOCKS}&outlet=Ministry Desk")
    assert "Only places with claims where the outlet is Ministry Desk" in brief.text
    assert "Only places" not in whole
    assert "Aybak" in whole
    assert "Aybak" not in brief.text
    assert "The Ministry of Defence denied" in brief.text
    assert "Daily Wire" not in brief.text
    assert "GeoNames" in brief.text
    assert f'filename="brief_{NAME}' in brief.headers["content-disposition"]


def test_a_brief_of_nothing_wanted_tells_of_nothing(served: Served) -> None:
    brief = served.client.get(f"/api/brief.md?{CLOCKS}&outlet=Ministry Desk&type=airstrike").text
    assert brief.count("Nothing of it is among what the filters keep.") == 9
    assert "[c:" not in brief


@pytest.mark.parametrize("form", ["control", "claims"])
def test_points_say_whose_work_they_stand_on(served: Served, form: str) -> None:
    assert "GeoNames" in served.client.get(f"/api/{form}.geojson?{CLOCKS}").json()["licence"]
