"""A name answers for the place whose main name it is; where it is read as another place, that is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import Telling, taken

from whoholds.database import Database
from whoholds.errors import NotFoundError
from whoholds.model import Coded

KHANABAD, TALOQAN = "gn:1137168", "gn:1123004"  # of which "Khanabad" is a further name


@pytest.fixture
def taloqan(database: Database) -> Database:
    database.add_text("Taliban fighters captured Taloqan on Sunday, residents said.", published="2021-08-09")
    return database


def test_the_main_name_comes_before_a_further_name_of_the_place_that_is_told_of(taloqan: Database) -> None:
    answer = taloqan.control("Khanabad")
    assert answer.state.place.id == KHANABAD
    assert answer.state.unknown_reason == "none"
    assert answer.read_as is not None
    assert answer.read_as.startswith(f"Khanabad: read as Khanabad, Kunduz, Afghanistan ({KHANABAD}).")
    assert f"Reports are about Taloqan, Takhar, Afghanistan ({TALOQAN})" in answer.read_as
    assert answer.to_dict()["read_as"] == answer.read_as
    assert taloqan.dossier("Khanabad").place.id == KHANABAD
    assert taloqan.claims(place="Khanabad") == ()


def test_an_amendment_puts_a_claim_at_the_place_of_that_name(taloqan: Database) -> None:
    (claim,) = taloqan.claims()
    taloqan.judge(claim.id, "amend", reason="a test", amended=Coded(place="Khanabad"))
    (claim,) = taloqan.claims()
    assert claim.place is not None
    assert claim.place.id == KHANABAD


def test_a_further_name_is_read_and_told(taloqan: Database) -> None:
    answer = taloqan.control("Taluqan")
    assert answer.state.holder == "Taliban"
    assert answer.read_as == f"Taluqan: read as Taloqan, Takhar, Afghanistan ({TALOQAN})."


def test_nothing_is_told_of_a_main_name(taloqan: Database) -> None:
    assert taloqan.control("taloqan, Afghanistan").read_as is None
    assert taloqan.control(TALOQAN).read_as is None


def test_a_place_abroad_of_that_main_name_does_not_come_first(database: Database, tell: Telling) -> None:
    tell(taken(place="Odesa", actor="Russia", recipient="Ukraine"))
    answer = database.control("Odessa")
    assert answer.state.place.country == "UA"
    assert answer.read_as is not None


TOWN_AND_AREA = [  # the town and the area of one name, the name, which of them are told of, and which is read
    ("gn:1135689", "ne:AF-KDZ", "Kunduz", (), "town"),
    ("gn:1135689", "ne:AF-KDZ", "Kunduz", ("town",), "town"),
    ("gn:1135689", "ne:AF-KDZ", "Kunduz", ("area",), "area"),
    ("gn:1135689", "ne:AF-KDZ", "Kunduz, Afghanistan", ("town", "area"), "town"),
    ("gn:1147290", "ne:AF-BAL", "Balkh", (), "town"),
    ("gn:1147290", "ne:AF-BAL", "Balkh", ("town", "area"), "town"),
    ("gn:1141269", "ne:AF-GHA", "Ghazni", ("town", "area"), "town"),
    ("gn:1140026", "ne:AF-HER", "Herat", ("area", "town"), "town"),
    ("gn:1138336", "ne:AF-KAN", "Kandahar", ("area",), "area"),
    ("gn:709717", "ne:UA-14", "Donetsk", ("area", "town"), "town"),
    (
        "gn:700569",
        "ne:UA-48",
        "Mykolaiv",
        ("town",),
        "town",
    ),  # main name Mykolayiv; the province's is Mykolaiv
    ("gn:700569", "ne:UA-48", "Mykolaiv", ("town", "area"), "town"),
    ("gn:700569", "ne:UA-48", "Mykolaiv", ("area",), "area"),
    ("gn:172955", "ne:SY-RA", "Raqqa", ("town", "area"), "town"),
    ("gn:172955", "ne:SY-RA", "Raqqa", ("area",), "area"),
]


@pytest.mark.parametrize(("town", "area", "name", "told_of", "read"), TOWN_AND_AREA)
def test_a_town_comes_before_the_area_of_its_name(
    database: Database, tell: Telling, town: str, area: str, name: str, told_of: tuple[str, ...], read: str
) -> None:
    ids = {"town": town, "area": area}
    tell(taken(place="Aybak"), *(taken(place=None, place_id=ids[one]) for one in told_of))
    answer = database.control(name)
    assert answer.state.place.id == ids[read]
    other = ids["area" if read == "town" else "town"]
    assert (other in (answer.read_as or "")) == ("area" in told_of)
    for one in ids.values():
        assert database.control(one).state.place.id == one


def test_an_area_asked_for_by_its_kind_is_read_so(database: Database, tell: Telling) -> None:
    tell(taken(place=None, place_id="gn:1135689"))
    assert database.control("Kunduz province").state.place.id == "ne:AF-KDZ"


def test_a_town_far_off_does_not_come_before_the_province_of_its_name(
    database: Database, tell: Telling
) -> None:
    tell(taken(place=None, place_id="ne:AF-HEL"))
    assert database.control("Helmand").state.place.id == "ne:AF-HEL"


def test_of_several_that_are_told_of_the_id_is_asked_for(database: Database, tell: Telling) -> None:
    several = [one for one in database.gazetteer.named("San Jose") if one.name == "San Jose"][:2]
    tell(*(taken(place=None, place_id=one.id) for one in several))
    with pytest.raises(NotFoundError, match="Give the id") as told:
        database.control("San Jose")
    assert all(one.id in str(told.value) for one in several)


def test_a_place_of_a_baseline_that_is_not_known_is_told_with_its_row(
    database: Database, tmp_path: Path
) -> None:
    table = tmp_path / "b.csv"
    rows = ("place,holder,from,lat,lon", "Kunduz,Taliban,2021-07-01,,", "Xyzzyqq,Taliban,2021-07-01,,")
    table.write_text("\n".join((*rows, "Qyzzyxx,Taliban,2021-07-01,36.0,68.0")), encoding="utf-8")
    (told,) = database.unknown_places(table)
    assert told.startswith("b.csv, line 3: no place called 'Xyzzyqq' is known")


def test_a_place_of_another_country_told_of_besides_does_not_come_before_the_one_told_of(
    database: Database,
) -> None:
    """Bara in Nigeria is called so in the first place, Bārah in Sudan as well."""
    for text in (
        "Rapid Support Forces fighters captured the town of Bara in Sudan on Sunday, residents said.",
        "Boko Haram fighters captured the town of Bama in Nigeria on Sunday, residents said.",
    ):
        database.add_text(text, published="2021-08-09")
    answer = database.control("Bara")
    assert (answer.state.place.country, answer.state.holder) == ("SD", "Rapid Support Forces")
    assert answer.read_as is not None
    assert database.control("Bara, Nigeria").state.unknown_reason == "none"
