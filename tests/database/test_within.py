"""Provinces and districts: answered by claims that name them; centre and places stand beside that."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import Telling, taken

from whoholds.database import Database, open_database
from whoholds.database.lookup import area_named
from whoholds.errors import NotFoundError

KUNDUZ = "ne:AF-KDZ"
ARCHI = "user:dasht-e-archi"


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("Kunduz Province", ("Kunduz", "province")),
        ("the province of Kunduz", ("Kunduz", "province")),
        ("Kherson region", ("Kherson", "province")),
        ("Imam Sahib district", ("Imam Sahib", "district")),
        ("District of Khanabad", ("Khanabad", "district")),
        ("Kunduz airport", None),
        ("city of Kunduz", None),
        ("Kunduz", None),
        ("province", None),
    ],
)
def test_names_of_areas(words: str, read: tuple[str, str] | None) -> None:
    assert area_named(words) == read


@pytest.mark.parametrize(
    "name", ["Kunduz Province", "province of Kunduz", "kunduz province, Afghanistan", KUNDUZ]
)
def test_a_province_by_its_name(tell: Telling, database: Database, name: str) -> None:
    tell(taken())
    answer = database.control(name)
    assert answer.state.place.id == KUNDUZ
    assert answer.read_as is None
    assert database.control("Kunduz").state.place.kind == "settlement"


def test_the_fall_of_the_centre_is_not_that_of_the_province(tell: Telling, database: Database) -> None:
    tell(taken(), taken(place="Khanabad"), taken(place="Imam Sahib", type="clash"))
    tell(taken(), outlet="Other")
    answer = database.control("Kunduz Province")
    assert (answer.state.status, answer.state.unknown_reason, answer.state.evidence) == (
        "unknown",
        "none",
        (),
    )
    assert answer.within is not None
    assert answer.within.centre == database.control("Kunduz").state
    assert [state.place.name for state in answer.within.places] == ["Imām Şāḩib", "Khanabad", "Kunduz"]
    assert list(answer.within.words()) == [
        f"centre Kunduz: held by Taliban ({answer.within.centre.probability:.2f})",
        "of 3 places with claims: 2 Taliban (1 of them leaning), 1 unknown",
    ]
    assert database.control("Kunduz").within is None


def test_a_claim_about_the_province_is_not_one_about_its_places(tell: Telling, database: Database) -> None:
    tell(taken(place_id=KUNDUZ))
    answer = database.control("Kunduz Province")
    assert (answer.state.status, answer.state.holder) == ("leaning", "Taliban")
    assert answer.within is not None
    assert answer.within.places == ()
    assert answer.within.centre is not None
    assert answer.within.centre.unknown_reason == "none"
    assert [words.split(":")[0] for words in answer.within.words()] == ["centre Kunduz"]


def test_what_is_told_later_is_not_counted(tell: Telling, database: Database) -> None:
    tell(taken())
    tell(taken(place="Khanabad", start="2021-08-11", end="2021-08-11"), published="2021-08-12")
    then = database.control("Kunduz Province", on="2021-08-12", as_of="2021-08-09").within
    now = database.control("Kunduz Province", on="2021-08-12").within
    assert then is not None
    assert now is not None
    assert (len(then.places), len(now.places)) == (1, 2)


def test_a_name_that_no_gazetteer_knows_is_counted_where_it_is_said_to_lie(
    tell: Telling, database: Database
) -> None:
    tell(taken(place="Qalaqul, Takhar"), taken(place="Herat"))
    within = database.control("Takhar Province").within
    assert within is not None
    assert [state.place.name for state in within.places] == ["Qalaqul"]
    assert database.control("Afghanistan").within is None


def test_an_index_answers_the_same(tmp_path: Path) -> None:
    with open_database(tmp_path / "r.db") as database:
        for town in ("Kunduz", "Khanabad", "Imam Sahib"):
            database.add_text(f"The Taliban captured {town} in Kunduz on Sunday.", published="2021-08-09")
        answer = database.control("Kunduz Province")
        assert (tmp_path / "r.db.index").exists()
        whole = database.view().answer(answer.state.place, answer.state.on)
        assert answer.within == whole.within
        assert answer.within is not None
        assert len(answer.within.places) == 3


def test_a_district_that_the_gazetteer_lacks_is_its_town_and_that_is_said(
    tell: Telling, database: Database
) -> None:
    tell(taken(place="Imam Sahib"))
    answer = database.control("Imam Sahib district")
    assert answer.state.place.kind == "settlement"
    assert answer.read_as is not None
    assert "no such district is known; read as Imām Şāḩib, Kunduz, Afghanistan" in answer.read_as
    for name in ("Nosuchplace district", "Imam Sahib province"):
        with pytest.raises(NotFoundError, match="No place called"):
            database.control(name)


def test_a_district_of_ones_own(tell: Telling, database: Database, tmp_path: Path) -> None:
    path = tmp_path / "districts.csv"
    path.write_text(
        "name,lat,lon,kind,country,part_of\n"
        f"Dasht-e Archi,37.13,69.16,district,AF,{KUNDUZ}\n"
        f"Qarluq,37.10,69.10,settlement,AF,{ARCHI}\n",
        encoding="utf-8",
    )
    database.add_places(path)
    tell(
        taken(place="Qarluq", lat=37.10, lon=69.10), taken(place="Dasht-e Archi", place_id=ARCHI, type="hold")
    )
    answer = database.control("Dasht-e Archi district")
    assert (answer.state.place.id, answer.state.status) == (ARCHI, "leaning")
    assert answer.within is not None
    assert [state.place.name for state in answer.within.places] == ["Qarluq"]
    assert answer.within.centre is None or answer.within.centre.place.kind == "settlement"
    assert len(database.control("Kunduz Province").within.places) == 1  # type: ignore[union-attr]
