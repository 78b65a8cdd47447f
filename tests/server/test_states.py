"""Who holds what over HTTP: the same as the library says, in three forms, masked, filtered."""

from __future__ import annotations

import csv
import io

import pytest
from serving import Served

from whoholds.database import open_database

ON = {"on": "2021-08-09", "as_of": "2021-08-09"}


def test_states_are_those_of_the_library(served: Served) -> None:
    told = served.client.get("/api/control", params=ON).json()
    with open_database(served.record, write=False) as database:
        answers = database.controls(on=ON["on"], as_of=ON["as_of"])
    assert [row["place_id"] for row in told["places"]] == [one.state.place.id for one in answers]
    for row, answer in zip(told["places"], answers, strict=True):
        assert (row["status"], row["holder"]) == (answer.state.status, answer.state.holder)
        assert row["evidence"] == list(dict.fromkeys(one.claim for one in answer.state.evidence))
    assert (told["on"], told["method"]) == ("2021-08-09", answers[0].state.method)
    assert told["as_of"] == "2021-08-09T23:59:59+00:00"


def test_both_clocks_move(served: Served) -> None:
    before = served.client.get("/api/places/Kunduz?on=2021-08-07&as_of=2021-08-07").json()["state"]
    after = served.client.get("/api/places/Kunduz?on=2021-08-09&as_of=2021-08-09").json()["state"]
    in_hindsight = served.client.get("/api/places/Kunduz?on=2021-08-07").json()["state"]
    assert before["holder"] in (None, "Afghan government")
    assert after["holder"] == "Taliban"
    assert in_hindsight["as_of"] is None
    assert len(in_hindsight["evidence"]) > len(before["evidence"])


def test_csv_and_geojson_tell_the_same(served: Served) -> None:
    rows = served.client.get("/api/control?on=2021-08-09").json()["places"]
    table = list(csv.DictReader(io.StringIO(served.client.get("/api/control.csv?on=2021-08-09").text)))
    points = served.client.get("/api/control.geojson?on=2021-08-09").json()
    assert [row["place_id"] for row in table] == [row["place_id"] for row in rows]
    assert {row["on"] for row in table} == {"2021-08-09"}
    for name in ("evidence", "reported"):
        assert [int(row[f"{name}_count"]) for row in table] == [len(row[name]) for row in rows]
    assert [one["id"] for one in points["features"]] == [row["place_id"] for row in rows]
    kunduz = next(one for one in points["features"] if one["properties"]["place"] == "Kunduz")
    assert kunduz["geometry"]["coordinates"] == [68.857, 36.72895]
    assert points["on"] == "2021-08-09"


@pytest.mark.parametrize(
    ("asked", "places"),
    [
        ("outlet=Field Notes", {"Ghazni", "Taloqan"}),
        ("place=Kunduz", {"Kunduz"}),
        ("type=clash", {"Taloqan"}),
        ("country=af", {"Aībak", "Ghazni", "Kunduz", "Taloqan"}),
        ("precision=exact&type=withdrawal", {"Kunduz"}),
        ("side=afghan government&until=2021-08-07", {"Kunduz"}),
        ("since=2021-08-10", {"Ghazni"}),
    ],
)
def test_filters_choose_places_and_are_told(served: Served, asked: str, places: set[str]) -> None:
    told = served.client.get(f"/api/control?{asked}").json()
    assert {row["place"] for row in told["places"]} == places
    assert set(told["filters"]) == {one.partition("=")[0] for one in asked.split("&")}


def test_a_filter_changes_no_state(served: Served) -> None:
    every = {row["place"]: row for row in served.rows("/api/control", "places")}
    assert served.rows("/api/control?outlet=Hill Courier", "places") == [every["Kunduz"]]


def test_a_dossier_says_why(served: Served) -> None:
    told = served.client.get("/api/places/Kunduz?on=2021-08-09").json()
    assert told["place"]["name"] == "Kunduz"
    total = sum(reason["nats"] for reason in told["why"]["reasons"])
    assert total == pytest.approx(sum(term["nats"] for term in told["state"]["terms"]), abs=0.01)
    (conflict,) = told["contradictions"]
    said = {side["position"]: side for side in conflict["positions"]}
    assert set(said) >= {"Taliban holds it", "Afghan government holds it"}
    for side in said.values():
        assert side["origins"] == len(side["by_origin"])
        assert {name for one in side["by_origin"] for name in one["claims"]} == {
            claim["id"] for claim in side["claims"]
        }
    assert [event["group"] for event in told["timeline"]]
    assert told["claims"][0]["known_from"] >= told["claims"][-1]["known_from"]


def test_who_is_silent_is_named(served: Served) -> None:
    told = served.client.get("/api/places/Taloqan?on=2021-08-09").json()
    assert [(one["party"], one["outlet"]) for one in told["silent"]] == [("Taliban", "Field Notes")]


def test_a_quotation_stands_in_its_context(served: Served) -> None:
    told = served.client.get("/api/places/Kunduz").json()
    claim = next(one for one in told["claims"] if one["claimer"] == "residents")
    assert claim["before"] == "A city changes hands"
    start, end = claim["trigger_at"]
    assert claim["quote"][start:end] == claim["trigger"]


def test_another_name_is_said_to_be_read_as(served: Served) -> None:
    assert served.client.get("/api/places/Kunduz").json()["read_as"] is None
    assert "Kunduz" in served.client.get("/api/places/Qonduz").json()["read_as"]


def test_a_profile_is_another_method(served: Served) -> None:
    default = served.client.get("/api/control").json()
    other = served.client.get("/api/control?profile=most").json()
    assert other["method"] != default["method"]
