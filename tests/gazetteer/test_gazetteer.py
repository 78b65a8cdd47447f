"""Places by name, position and containment."""

from __future__ import annotations

import csv
import random
from math import isclose
from pathlib import Path

import pytest

from whoholds.errors import DataError
from whoholds.gazetteer import Gazetteer, load_gazetteer, polygons
from whoholds.gazetteer.nearness import distance_km
from whoholds.model import Place

_FOUA = Place("user:mill", "Old Mill", "facility", 36.73, 68.87, country="AF")


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def test_a_settlement_has_its_province_and_country(gazetteer: Gazetteer) -> None:
    kunduz = gazetteer.get("gn:1135689")
    assert kunduz is not None
    assert (kunduz.name, kunduz.kind, kunduz.country) == ("Kunduz", "settlement", "AF")
    assert (kunduz.province, kunduz.part_of) == ("ne:AF-KDZ", "ne:AF-KDZ")
    assert [place.id for place in gazetteer.inside(kunduz)] == ["ne:AF-KDZ", "iso:AF"]


@pytest.mark.parametrize(
    "unknown", ["", "gn:", "gn:0", "gn:x", "gn:99999999999999999999", "ne:XX-1", "user:none", "²"]
)
def test_unknown_ids_are_none(gazetteer: Gazetteer, unknown: str) -> None:
    assert gazetteer.get(unknown) is None


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Kunduz", "gn:1135689"),
        ("قندوز", "gn:1135689"),
        ("Авдіївка", "gn:713122"),
        ("Avdiivka", "gn:713122"),
        ("Sloviansk", "gn:693468"),
        ("Gao", "gn:2457163"),
        ("Helmand", "ne:AF-HEL"),
        ("Samangan", "ne:AF-SAM"),  # the town has another main name
        ("Balkh", "ne:AF-BAL"),  # the town Balkh is not the seat of Balkh
        ("Uruzgan", "ne:AF-URU"),
        ("Raqqa", "gn:172955"),
        ("Hama", "gn:170017"),
        ("Kiev", "gn:703448"),
        ("New York", "gn:5128581"),
        ("Syria", "iso:SY"),
        ("Georgia", "iso:GE"),
        ("Darfur", "add:darfur"),
    ],
)
def test_the_likeliest_place_comes_first(gazetteer: Gazetteer, name: str, first: str) -> None:
    assert gazetteer.named(name)[0].id == first


def test_a_province_stands_behind_its_seat(gazetteer: Gazetteer) -> None:
    assert [place.id for place in gazetteer.named("Kunduz")][:2] == ["gn:1135689", "ne:AF-KDZ"]


def test_a_place_without_name_is_nothing(gazetteer: Gazetteer) -> None:
    assert gazetteer.named("…") == ()
    assert gazetteer.named("Qwertyzxcv") == ()


@pytest.mark.parametrize(
    ("lat", "lon", "province", "country"),
    [
        (36.73, 68.86, "ne:AF-KDZ", "iso:AF"),
        (35.31, 69.52, "ne:AF-PAN", "iso:AF"),
        (33.72, 66.13, "ne:AF-DAY", "iso:AF"),
        (44.95, 34.10, "ne:UA-43", "iso:UA"),
        (44.60, 33.52, "ne:UA-40", "iso:UA"),
        (33.126, 35.824, "ne:SY-QU", "iso:SY"),
        (0.0, -30.0, None, None),
    ],
)
def test_the_province_at_a_point(
    gazetteer: Gazetteer, lat: float, lon: float, province: str | None, country: str | None
) -> None:
    found, state = gazetteer.province_at(lat, lon), gazetteer.country_at(lat, lon)
    assert (found.id if found else None, state.id if state else None) == (province, country)


def test_every_curated_seat_lies_in_its_province(gazetteer: Gazetteer) -> None:
    wrong = []
    for area in (
        place for code in ("AF", "SY", "UA", "IQ", "YE", "SD", "ML") for place in gazetteer.provinces(code)
    ):
        seat = gazetteer.capital_of(area.id)
        if seat is not None and seat.province != area.id and area.id != "ne:UA-32":
            wrong.append((area.id, seat.id))
    assert wrong == []


@pytest.mark.parametrize(("country", "provinces"), [("AF", 34), ("SY", 14), ("UA", 27)])
def test_provinces_and_their_seats(gazetteer: Gazetteer, country: str, provinces: int) -> None:
    found = gazetteer.provinces(country)
    assert len(found) == provinces
    assert all(gazetteer.capital_of(place.id) is not None for place in found)


def test_outlines_are_closed_and_hold_their_towns(gazetteer: Gazetteer) -> None:
    outlines = gazetteer.province_outlines("AF")
    assert len(outlines) == 34
    for rings in outlines.values():
        assert all(ring[0] == ring[-1] and len(ring) >= 4 for ring in rings)
        assert len(polygons(rings)) >= 1
    assert sum(map(len, outlines.values())) == len(gazetteer.outline("iso:AF"))
    assert gazetteer.outline("gn:1135689") == []


def test_near_agrees_with_measuring_every_place(gazetteer: Gazetteer) -> None:
    around = gazetteer.near(36.73, 68.86, 60)
    assert around[0][0].id == "gn:1135689"
    assert [away for _, away in around] == sorted(away for _, away in around)
    far = gazetteer.near(36.73, 68.86, 200)
    assert {p.id for p, _ in around} == {p.id for p, away in far if away <= 60}
    names = gazetteer.names_near(36.73, 68.86, 200)
    assert sorted(names) == sorted((place.id, place.name) for place, _ in far)
    for place, away in far:
        assert place.lat is not None
        assert place.lon is not None
        assert isclose(away, distance_km(36.73, 68.86, place.lat, place.lon), abs_tol=1e-6)


@pytest.mark.parametrize("lon", [179.9, -179.9])
def test_near_works_across_the_date_line(gazetteer: Gazetteer, lon: float) -> None:
    assert "Labasa" in {place.name for place, _ in gazetteer.near(-16.43, lon, 120)}


def test_most_settlements_lie_in_the_outline_of_their_province(gazetteer: Gazetteer) -> None:
    chosen = random.Random(7).sample(gazetteer.near(34.5, 66.0, 800), 150)
    right = 0
    for place, _ in chosen:
        at = gazetteer.province_at(place.lat or 0, place.lon or 0)
        right += at is not None and at.id == place.province
    assert right >= 142


def test_the_users_own_places(gazetteer: Gazetteer) -> None:
    own = gazetteer.with_places([_FOUA], {"user:mill": ["Asiab"], "gn:1135689": ["Kondoozak"]})
    mill = own.get("user:mill")
    assert mill is not None
    assert (mill.province, mill.part_of) == ("ne:AF-KDZ", "ne:AF-KDZ")
    assert own.named("asiab") == (mill,)
    assert own.named("Kondoozak")[0].id == "gn:1135689"
    assert [hit.places for hit in own.names_in("at Old Mill in Kondoozak")] == [
        ("user:mill",),
        ("gn:1135689",),
    ]
    assert mill in [place for place, _ in own.near(36.73, 68.87, 3)]
    assert ("user:mill", "Old Mill") in own.names_near(36.73, 68.87, 3)
    assert gazetteer.get("user:mill") is None
    assert len({gazetteer.version, own.version, own.with_places([]).version}) >= 2


def test_a_users_place_takes_the_place_of_a_known_one(gazetteer: Gazetteer) -> None:
    moved = Place("gn:1135689", "Kunduz", "settlement", 36.8, 68.9, country="AF", population=5)
    own = gazetteer.with_places([moved])
    assert own.near(36.8, 68.9, 1)[0][0].population == 5
    assert sum(place.id == "gn:1135689" for place, _ in own.near(36.75, 68.87, 20)) == 1
    assert [place.id for place in own.named("Kunduz")].count("gn:1135689") == 1


def test_a_province_with_a_geonames_number_is_the_known_one(gazetteer: Gazetteer) -> None:
    assert gazetteer.get("gn:1135690") == gazetteer.get("ne:AF-KDZ")
    own = gazetteer.with_places([Place("gn:1135690", "Kunduzland", "province", 36.9, 68.7, country="AF")])
    assert own.named("Kunduzland") == (gazetteer.get("ne:AF-KDZ"),)


def test_the_version_does_not_depend_on_the_run(gazetteer: Gazetteer) -> None:
    again = gazetteer.with_places([_FOUA], {"user:mill": ["Asiab"]})
    assert again.version == gazetteer.with_places([_FOUA], {"user:mill": ["Asiab"]}).version
    assert len(again.version) == 16


def test_completion_lists_the_most_populous(gazetteer: Gazetteer) -> None:
    assert gazetteer.starting("kand")[0].name == "Kandahār"
    assert [place.id for place in gazetteer.starting("kunduz air")] == ["add:kunduz-airport"]
    assert gazetteer.starting("") == ()


def test_a_folder_without_data_says_so(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"places\.whg"):
        load_gazetteer(tmp_path)


def test_the_capitals_of_a_table_made_elsewhere_are_found(gazetteer: Gazetteer) -> None:
    path = Path(__file__).parents[3] / "shared" / "eval" / "afg_capitals_2021" / "capitals.csv"
    if not path.exists():
        pytest.skip("the table of capitals is not beside the project")
    lost = []
    for row in csv.DictReader(path.open(encoding="utf-8")):
        name = row["capital"].split(" (")[0]
        near = {place.id for place, _ in gazetteer.near(float(row["lat"]), float(row["lon"]), 12)}
        if not near & {place.id for place in gazetteer.named(name)}:
            lost.append(name)
    assert lost == []
