"""What "controls" means, asked of a record."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from whoholds.control.profiles import profile_named, profiles
from whoholds.database import Database
from whoholds.errors import InputError

OFFICE = "Taliban fighters seized the governor's office in Kunduz on Sunday, residents said."
POLICE = "Taliban fighters captured the police headquarters in Kunduz on Sunday, a monitoring group said."


@pytest.fixture
def told(database: Database, tmp_path: Path) -> Database:
    """A record of two reports of the heart of a town."""
    lines = [
        {"id": str(at), "outlet": f"Outlet {at}", "published": "2021-08-09", "text": text}
        for at, text in enumerate((OFFICE, POLICE))
    ]
    path = tmp_path / "reports.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    database.add(path)
    return database


def test_the_same_place_by_another_meaning(told: Database) -> None:
    town, centre = told.control("Kunduz"), told.control("Kunduz", profile="centre")
    assert (town.state.status, town.state.holder) == ("contested", None)
    assert (centre.state.status, centre.state.holder) == ("held", "Taliban")
    assert (town.profile.name, centre.profile.name) == ("town", "centre")
    assert town.state.method != centre.state.method
    assert centre.to_dict()["profile"] == "centre"


def test_the_reasons_are_those_of_the_meaning(told: Database) -> None:
    reasons = told.control("Kunduz", profile="centre").why()
    assert [stance.words for stance in reasons.stances] == ["Taliban holds it"]
    assert any("speaks for the whole (profile centre" in reason.label for reason in reasons.reasons)
    assert all(reason.without is None or 0 <= reason.without <= 1 for reason in reasons.reasons)


def test_every_meaning_side_by_side(told: Database) -> None:
    answers = told.profiles("Kunduz")
    assert [one.profile.name for one in answers] == list(profiles())
    assert answers[0] == told.control("Kunduz")
    assert answers[1] == told.control("Kunduz", profile="centre")
    assert len({one.state.method for one in answers}) == len(answers)


def test_all_places_and_the_dossier_by_a_meaning(told: Database) -> None:
    (every,) = told.controls(profile="centre")
    assert every == told.control("Kunduz", profile="centre")
    dossier = told.dossier("Kunduz", profile="centre")
    assert dossier.state == every.state
    assert dossier.history[-1].holder == "Taliban"
    assert told.dossier("Kunduz").state == told.control("Kunduz").state
    view = told.view()
    assert view.under(profile_named("centre")).picture is view.picture
    assert view.under(profile_named(None)) is view


def test_asking_by_one_meaning_leaves_the_others_as_they_were(told: Database) -> None:
    before = told.control("Kunduz")
    told.profiles("Kunduz")
    assert told.control("Kunduz") == before
    assert told.control("Kunduz", profile="town") == before


def test_a_meaning_that_there_is_not(told: Database) -> None:
    for ask in (told.control, told.dossier):
        with pytest.raises(InputError, match="Give one of: town, centre"):
            ask("Kunduz", profile="heart")
    with pytest.raises(InputError):
        told.controls(profile="")


def test_a_facility_of_that_name_speaks_too(told: Database, tmp_path: Path) -> None:
    """A place of one's own called as the part is: what is told at it counts by the profile."""
    places = tmp_path / "own.csv"
    rows = "name,lat,lon,kind,part_of\nZaranj Town Hall,30.96,61.86,facility,gn:1120985\n"
    places.write_text(rows, encoding="utf-8")
    told.add_places(places)
    claim = {
        "type": "capture", "place": "Zaranj Town Hall", "actor": "Taliban", "end": "2021-08-08",
        "quote": "They took Zaranj Town Hall.", "factuality": "certain",
    }  # fmt: skip
    path = tmp_path / "coded.jsonl"
    path.write_text(json.dumps({"id": "a", "published": "2021-08-09", "claims": [claim]}), encoding="utf-8")
    told.import_claims(path)
    assert told.control("Zaranj").state.status == "unknown"
    assert told.control("Zaranj", profile="centre").state.holder == "Taliban"
    assert [one.kind for one in told.control("Zaranj").parts] == ["town_hall"]


def test_the_town_of_a_district_by_its_profile(database: Database, tmp_path: Path) -> None:
    places = tmp_path / "own.csv"
    rows = "name,lat,lon,kind\nQalmast,36.9,68.9,district\nQalmast,36.91,68.91,settlement\n"
    places.write_text(rows, encoding="utf-8")
    database.add_places(places)
    claim = {
        "type": "capture", "place": "Qalmast", "lat": 36.91, "lon": 68.91, "actor": "Taliban",
        "end": "2021-08-08", "quote": "They took Qalmast.", "factuality": "certain",
    }  # fmt: skip
    path = tmp_path / "coded.jsonl"
    path.write_text(json.dumps({"id": "a", "published": "2021-08-09", "claims": [claim]}), encoding="utf-8")
    database.import_claims(path)
    ids = {place.kind: place.id for place in database.gazetteer.named("Qalmast")}
    assert set(ids) == {"district", "settlement"}
    assert database.control(ids["district"]).state.status == "unknown"
    assert database.control(ids["district"], profile="district_centre").state.holder == "Taliban"
    assert database.control(ids["settlement"], profile="district_centre").state.holder == "Taliban"
