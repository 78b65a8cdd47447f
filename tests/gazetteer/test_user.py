"""Places of the user's own: what each format gives, and what each mistake is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from whoholds.errors import InputError
from whoholds.gazetteer import load_gazetteer, read_places
from whoholds.gazetteer.user import read_places_counting

# GeoNames' columns: number, name, ascii, alternatives, lat, lon, class, code, country, …, population, …
_GEONAMES = [
    f"{start}\tAF\t\t24\t\t\t\t{people}\t\t400\tAsia/Kabul\t2015"
    for start, people in (
        ("1428000\tQal‘ah-ye Zāl\tQal`ah-ye Zal\tQala-i-Zal,KZL,qala zal\t37.0\t68.5\tP\tPPLA2", 1500),
        ("1135690\tKunduz\tKunduz\t\t36.9\t68.7\tA\tADM1", 0),
        ("1428001\tKunduz Bridge\tKunduz Bridge\t\t36.7\t68.8\tS\tBDG", 0),
        ("1428002\tDarya\tDarya\t\t36.7\t68.8\tH\tSTM", 0),
        ("1428003\tArchi\tArchi\t\t37.1\t69.1\tA\tADM2", 0),
    )
]


def _file(folder: Path, text: str) -> Path:
    path = folder / "places.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_csv(tmp_path: Path) -> None:
    header = "\ufeffName,lat,lon,kind,alternatives,country,population"
    text = f"{header}\nOld Mill,36.7,68.8,facility,Asiab; Asyab,af,\nB,1,2,,,,30\n"
    (mill, other), names = read_places(_file(tmp_path, text))
    assert (mill.id, mill.kind, mill.lat, mill.lon, mill.country) == (
        "user:old-mill",
        "facility",
        36.7,
        68.8,
        "AF",
    )
    assert names == {"user:old-mill": ("Asiab", "Asyab")}
    assert (other.kind, other.population, other.country) == ("settlement", 30, None)


def test_csv_with_semicolons_and_equal_names(tmp_path: Path) -> None:
    places, _ = read_places(_file(tmp_path, "name;lat;lon\nUpper Village;1;2\nupper village;3;4\n"))
    assert [place.id for place in places] == ["user:upper-village", "user:upper-village-2"]


def test_geojson(tmp_path: Path) -> None:
    point = {"type": "Point", "coordinates": [68.8, 36.7]}
    properties = {"name": "Old Mill", "kind": "facility", "alternatives": ["Asiab"], "population": None}
    text = json.dumps(
        {"type": "FeatureCollection", "features": [{"geometry": point, "properties": properties}]}
    )
    places, names = read_places(_file(tmp_path, text))
    assert [(place.name, place.lat, place.lon, place.kind) for place in places] == [
        ("Old Mill", 36.7, 68.8, "facility")
    ]
    assert names == {"user:old-mill": ("Asiab",)}


def test_geonames_country_file(tmp_path: Path) -> None:
    reading = read_places_counting(_file(tmp_path, "\n".join(_GEONAMES)))
    assert [(place.id, place.kind) for place in reading.places] == [
        ("gn:1428000", "settlement"),
        ("gn:1135690", "province"),
        ("gn:1428001", "facility"),
        ("gn:1428003", "district"),
    ]
    assert reading.skipped == {"STM": 1}
    assert reading.names["gn:1428000"] == ("Qal`ah-ye Zal", "Qala-i-Zal")
    gazetteer = load_gazetteer().with_places(reading.places, reading.names)
    assert [place.id for place in gazetteer.named("Qala-e-Zal")] == ["gn:1428000"]
    assert gazetteer.named("Archi")[0].part_of == "ne:AF-KDZ"
    assert gazetteer.get("gn:1135690") == gazetteer.get("ne:AF-KDZ")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Afghanistan", "AF"),
        ("afghanistan", "AF"),
        ("DR Congo", "CD"),
        ("Côte d'Ivoire", "CI"),
        ("UK", "GB"),
        ("af", "AF"),
        ("", None),
    ],
)
def test_a_country_is_a_name_or_a_code(tmp_path: Path, words: str, code: str | None) -> None:
    ((place,), _) = read_places(_file(tmp_path, f"name,lat,lon,country\nOld Mill,1,2,{words}\n"))
    assert place.country == code


def test_all_rows_that_are_wrong_are_told_and_none_is_taken(tmp_path: Path) -> None:
    rows = [f"Village {n},{'north' if n % 2 else n},2" for n in range(30)]
    with pytest.raises(InputError) as caught:
        read_places(_file(tmp_path, "\n".join(("name,lat,lon", *rows))))
    first, *_, more, last = str(caught.value).split("\n")
    assert "line 3: lat is 'north'" in first
    assert str(caught.value).count("lat is 'north'") == 10
    assert more == "… and 5 more."
    assert last == "Nothing was taken: such a file is taken whole, or not at all."


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "no column"),
        ("name,lat\nA,1\n", "line 1: no column lon"),
        ("name,lat,lon\nA,1,2\nB,north,2\n", "line 3: lat is 'north'"),
        ("name,lat,lon\nA,91,2\n", "line 2: lat is '91'"),
        ("name,lat,lon\nA,nan,2\n", "line 2: lat is 'nan'"),
        ("name,lat,lon\nA,1,2,\n,1,2\n", "line 3: the place has no name"),
        ("name,lat,lon,kind\nA,1,2,hamlet\n", "line 2: the kind 'hamlet'"),
        ("name,lat,lon,country\nA,1,2,Malix\n", "line 2: the country 'Malix' is not known"),
        ("name,lat,lon,population\nA,1,2,many\n", "line 2: the population 'many'"),
        ("name,lat,lon\n", "holds no place"),
        ('{"features": [\n{]}', "line 2: not valid JSON"),
        ('{"type": "Point"}', "no GeoJSON FeatureCollection"),
        ('{"features": null}', "no GeoJSON FeatureCollection"),
        ('{"features": [7]}', "feature 1: a None is not a Point"),
        ('{"features": [{"geometry": {"type": "Point", "coordinates": 5}}]}', "feature 1: a Point"),
        (f'name,lat,lon\n"{"A" * 200_000}",1,2\n', "not CSV after line 1"),
        ('{"features": [{"geometry": {"type": "Polygon"}}]}', "feature 1: a Polygon is not a Point with"),
        ('{"features": [{"geometry": {"type": "Point", "coordinates": []}}]}', "feature 1"),
        (_GEONAMES[0] + "\n1\t2\n", "line 2: 2 columns"),
        (_GEONAMES[0].replace("37.0", "x"), "line 1: latitude is 'x'"),
    ],
)
def test_mistakes_are_told_with_their_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        read_places(_file(tmp_path, text))
    assert message in str(caught.value)
    assert "places.txt" in str(caught.value)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="could not be opened"):
        read_places(tmp_path / "none.csv")
    path = tmp_path / "latin.csv"
    path.write_bytes("name,lat,lon\nMéna,1,2".encode("latin-1"))
    with pytest.raises(InputError, match="not UTF-8"):
        read_places(path)
