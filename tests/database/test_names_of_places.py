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
