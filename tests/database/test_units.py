"""Parts of places asked of a record: by name, with their place, in its dossier, out of the index."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

import whoholds
from whoholds.database import Database
from whoholds.errors import NotFoundError
from whoholds.model import EventType

KUNDUZ, AIRPORT = "gn:1135689", "add:kunduz-airport"
GOVERNMENT, TALIBAN = "Afghan government", "Taliban"
FELL = "Taliban fighters captured Kunduz on Sunday, residents said."
KEPT = "Army soldiers still hold the airport in Kunduz, residents said."
NAMED = "Kunduz airport is still held by the army, a monitoring group said."
POLICE = "Taliban fighters seized the police headquarters in Kunduz on Sunday, residents said."
PRISON = "Taliban fighters captured the prison in Kunduz on Sunday, a monitoring group said."
Add = Callable[[Database, Sequence[str]], None]


@pytest.fixture
def add(tmp_path: Path) -> Add:
    """Adds reports of one sentence each, by an outlet each, published on 9 August 2021."""

    def adding(database: Database, sentences: Sequence[str]) -> None:
        lines = [
            {"id": str(at), "outlet": f"Outlet {at}", "published": "2021-08-09", "text": sentence}
            for at, sentence in enumerate(sentences)
        ]
        path = tmp_path / "reports.jsonl"
        path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
        database.add(path)

    return adding


def test_who_keeps_the_airport_of_a_town_that_fell(database: Database, add: Add) -> None:
    add(database, [FELL, KEPT, NAMED])
    town, airport = database.control("Kunduz"), database.control("Kunduz airport")
    assert (town.state.holder, airport.state.holder) == (TALIBAN, GOVERNMENT)
    assert (airport.state.status, airport.state.place.id) == ("held", AIRPORT)
    assert sorted(one.quote for one in airport.claims.values()) == [KEPT, NAMED]
    assert [stance.words for stance in airport.why().stances] == [f"{GOVERNMENT} holds it"]


def test_what_is_said_of_the_airport_leaves_the_town_as_it_was(database: Database, add: Add) -> None:
    add(database, [FELL])
    before = database.control("Kunduz").state
    add(database, [KEPT, NAMED])
    after = database.control("Kunduz").state
    assert (after.status, after.holder) == (before.status, before.holder)
    assert dict(after.holders) == dict(before.holders)


NAMES = ["Kunduz airport", "the airport in Kunduz", "airport of Kunduz, Afghanistan", f"{KUNDUZ}#airport"]


@pytest.mark.parametrize("name", NAMES)
def test_a_part_by_all_its_names(database: Database, add: Add, name: str) -> None:
    add(database, [KEPT])
    assert database.control(name).state.place.id == AIRPORT


def test_a_part_without_an_entry_of_its_own(database: Database, add: Add) -> None:
    add(database, [PRISON])
    found = database.control("Kunduz prison")
    assert found.state.place.id == f"{KUNDUZ}#prison"
    assert (found.state.place.lat, found.state.place.part_of) == (None, KUNDUZ)
    assert (found.state.holder, found.province, found.country) == (TALIBAN, "Kunduz", "Afghanistan")
    assert database.control(f"{KUNDUZ}#prison").state == found.state
    assert database.search_place("the jail in Kunduz").id == f"{KUNDUZ}#prison"


def test_a_part_of_which_nothing_is_said_is_unknown(database: Database, add: Add) -> None:
    add(database, [FELL])
    state = database.control("Kunduz police headquarters").state
    assert (state.status, state.unknown_reason, state.holder) == ("unknown", "none", None)


def test_a_part_of_nowhere_is_not_known(database: Database) -> None:
    for name in ("Xyzzyq airport", f"{KUNDUZ}#nothing", "gn:0#airport"):
        with pytest.raises(NotFoundError):
            database.control(name)


def test_the_answer_for_a_place_lists_its_parts(database: Database, add: Add) -> None:
    add(database, [FELL, KEPT, POLICE])
    answer = database.control("Kunduz")
    found = {one.kind: (one.state.place.id, one.state.holder, one.since) for one in answer.parts}
    assert found == {
        "airport": (AIRPORT, GOVERNMENT, date(2021, 8, 9)),
        "police_headquarters": (f"{KUNDUZ}#police_headquarters", TALIBAN, date(2021, 8, 8)),
    }
    assert [row["place"] for row in answer.to_dict()["parts"]] == [
        "Kunduz Airport",
        "Kunduz police headquarters",
    ]
    assert database.dossier("Kunduz").parts == answer.parts


def test_the_dossier_of_a_part(database: Database, add: Add) -> None:
    add(database, [FELL, PRISON])
    found = database.dossier("Kunduz prison")
    assert [claim.quote for claim in found.claims] == [PRISON]
    assert [one.holder for one in found.history] == [TALIBAN]
    assert [place.id for place in found.profile.inside][:1] == [KUNDUZ]
    assert found.parts == ()
    (entry,) = database.timeline(place="Kunduz prison")
    assert PRISON in {claim.quote for claim in entry.claims}


def test_all_places_are_whole_unless_parts_are_asked_for(database: Database, add: Add) -> None:
    add(database, [FELL, PRISON, NAMED])
    assert [one.state.place.id for one in database.controls()] == [KUNDUZ, AIRPORT]
    with_parts = [one.state.place.id for one in database.controls(parts=True)]
    assert with_parts == [KUNDUZ, AIRPORT, f"{KUNDUZ}#prison"]


def test_claims_that_contradict_each_other_about_a_part(database: Database, add: Add) -> None:
    gone = "Taliban fighters captured the airport in Kunduz on Monday, a monitoring group said."
    add(database, [KEPT, gone])
    (found,) = database.conflicts(place="Kunduz airport")
    assert {stand.position.party for stand in found.stands} == {GOVERNMENT, TALIBAN}
    assert database.conflicts(place="Kunduz") == ()


def test_a_place_without_an_entry_whose_airport_reports_name_both_ways(database: Database, add: Add) -> None:
    text = "M23 fighters captured Goma airport, residents said."
    other = "M23 fighters captured the airport of Goma, a monitoring group said."
    add(database, [text, other])
    found = database.control("Goma airport")
    assert sorted(claim.quote for claim in found.claims.values()) == [text, other]
    assert found.state.holder == "M23"
    assert [one.state for one in database.control("Goma").parts] == [found.state]


def test_coded_claims_of_a_part(database: Database, tmp_path: Path) -> None:
    path = tmp_path / "coded.jsonl"
    claim = {
        "type": EventType.HOLD.value, "place": "Kunduz", "actor": GOVERNMENT, "precision": "part",
        "quote": "Soldiers were seen at the airport in Kunduz, which they hold.", "factuality": "certain",
    }  # fmt: skip
    path.write_text(json.dumps({"id": "a", "published": "2021-08-09", "claims": [claim]}), encoding="utf-8")
    database.import_claims(path)
    assert database.control("Kunduz airport").state.holder == GOVERNMENT


def test_out_of_the_index_as_out_of_the_whole_record(tmp_path: Path, add: Add) -> None:
    path = tmp_path / "war.db"
    with whoholds.open(path) as database:
        add(database, [FELL, KEPT, NAMED, POLICE, PRISON])
        names = ("Kunduz", "Kunduz airport", "Kunduz prison", "Kunduz base")
        profiles = ("town", "centre")
        indexed = [database.control(name, profile=one) for name in names for one in profiles]
        assert database._views == {}
        database.view()
        whole = [database.control(name, profile=one) for name in names for one in profiles]
        assert indexed == whole
        assert [one.parts for one in indexed] == [one.parts for one in whole]
        assert [len(one.parts) for one in indexed[:2]] == [3, 3]
