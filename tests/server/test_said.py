"""Claims, reports, events, contradictions, counts, differences over HTTP."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import pytest
from served_reports import MARKUP, REPORTS
from serving import Served


def test_claims_stand_newest_first(served: Served) -> None:
    claims = served.rows("/api/claims", "claims")
    assert [one["known_from"] for one in claims] == sorted(
        (str(c["known_from"]) for c in claims), reverse=True
    )
    assert len(claims) == 8


def test_on_leaves_out_what_tells_of_later_days(served: Served) -> None:
    ends = [str(one["end"]) for one in served.rows("/api/claims?on=2021-08-08", "claims")]
    assert ends
    assert max(ends) <= "2021-08-08"


def test_one_claim_by_the_beginning_of_its_id(served: Served) -> None:
    first = served.rows("/api/claims", "claims")[0]
    told = served.client.get(f"/api/claims/{str(first['id'])[:8]}").json()
    assert told["claim"]["id"] == first["id"]
    assert told["judgements"] == []


def test_pages_join_to_the_whole(served: Served) -> None:
    whole = [one["id"] for one in served.rows("/api/claims?limit=1000", "claims")]
    found: list[str] = []
    cursor = ""
    while True:
        told = served.client.get(f"/api/claims?limit=3{cursor}").json()
        assert told["total"] == len(whole)
        found += [one["id"] for one in told["claims"]]
        if told["next"] is None:
            break
        cursor = f"&cursor={told['next']}"
    assert found == whole


@pytest.mark.parametrize("path", ["/api/events", "/api/reports", "/api/conflicts"])
def test_other_lists_are_in_pages_too(served: Served, path: str) -> None:
    key = path.rpartition("/")[2]
    first = served.client.get(f"{path}?limit=1").json()
    every = served.client.get(f"{path}?limit=1000").json()
    assert first[key] == every[key][:1]
    assert (first["next"] is None) == (first["total"] == 1)


def test_a_cursor_of_another_question_is_refused(served: Served) -> None:
    cursor = served.client.get("/api/claims?limit=2").json()["next"]
    for asked in (f"/api/claims?party=Taliban&cursor={cursor}", f"/api/events?cursor={cursor}"):
        answer = served.client.get(asked)
        assert (answer.status_code, answer.headers["content-type"]) == (400, "application/problem+json")
    assert served.client.get("/api/claims?cursor=bm90aGluZw").status_code == 400


def test_a_report_is_told_as_text(served: Served) -> None:
    (row,) = (one for one in served.rows("/api/reports", "reports") if one["report"] == "ministry-1")
    told = served.client.get(f"/api/reports/{row['key']}").json()
    assert told["text"] == REPORTS[2].text
    assert [one["type"] for one in told["claims"]] == ["hold"]
    plain = served.client.get(f"/api/reports/{row['key']}.txt")
    assert plain.headers["content-type"] == "text/plain; charset=utf-8"
    assert plain.text == REPORTS[2].text


def test_events_have_their_claims(served: Served) -> None:
    (clash,) = served.rows("/api/events?type=clash", "events")
    assert clash["figures"][0]["low"] == 20  # type: ignore[index]
    table = list(csv.DictReader(io.StringIO(served.client.get("/api/events.csv?type=clash").text)))
    assert table[0]["figures"] == "soldiers killed 20/20/"
    assert table[0]["claims"] == clash["claims"][0]["id"]  # type: ignore[index]


def test_contradictions_are_found_by_their_claims(served: Served) -> None:
    assert served.client.get("/api/conflicts?outlet=Ministry Desk").json()["total"] == 1
    assert served.client.get("/api/conflicts?outlet=Hill Courier").json()["total"] == 0


def table_of(served: Served, address: str) -> list[dict[str, str]]:
    answer = served.client.get(address)
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(io.StringIO(answer.text)))


def test_contradictions_as_table_and_points(served: Served) -> None:
    (found,) = served.rows("/api/conflicts?outlet=Ministry Desk", "conflicts")
    positions: Any = found["positions"]
    rows = table_of(served, "/api/conflicts.csv?outlet=Ministry Desk")
    assert [(row["place"], row["position"]) for row in rows] == [
        (found["place"], one["position"]) for one in positions
    ]
    assert rows[0]["claims"] == "; ".join(claim["id"] for claim in positions[0]["claims"])
    assert float(rows[0]["lat"]) == pytest.approx(36.7, abs=0.5)
    points = served.client.get("/api/conflicts.geojson?outlet=Ministry Desk").json()
    (point,) = points["features"]
    assert point["geometry"]["coordinates"][1] == pytest.approx(float(rows[0]["lat"]), abs=1e-5)
    assert point["properties"]["positions"][0]["claims"] == rows[0]["claims"].split("; ")
    assert points["filters"] == {"outlet": "Ministry Desk"}
    assert table_of(served, "/api/conflicts.csv?outlet=Hill Courier") == []


def test_a_place_as_table_and_point(served: Served) -> None:
    told = served.client.get("/api/places/Kunduz?on=2021-08-09").json()
    rows = table_of(served, "/api/places/Kunduz.csv?on=2021-08-09")
    assert [row["id"] for row in rows] == [claim["id"] for claim in told["claims"]]
    assert {row["on"] for row in rows} == {"2021-08-09"}
    (point,) = served.client.get("/api/places/kunduz.geojson?on=2021-08-09").json()["features"]
    assert (point["id"], point["properties"]["holder"]) == (told["place"]["id"], told["state"]["holder"])
    assert point["geometry"]["coordinates"] == [
        round(told["place"]["lon"], 6),
        round(told["place"]["lat"], 6),
    ]
    assert served.client.get("/api/places/Nowhereville.csv").status_code == 404


def test_the_page_obeys_filters_and_says_so(served: Served) -> None:
    whole = served.client.get("/api/page.json").json()
    some = served.client.get("/api/page.json?outlet=Daily Wire&outlet=Field Notes").json()
    claims = served.rows("/api/claims?outlet=Daily Wire&outlet=Field Notes", "claims")
    assert {one["id"] for one in some["places"]} == {one["place_id"] for one in claims if one["place_id"]}
    assert len(some["facets"]["place"]) == sum(one["place_id"] is not None for one in claims)
    assert set(some["facets"]["outlet"]["values"]) == {"Daily Wire", "Field Notes"}
    assert some["meta"]["filters"] == {"outlet": ["Daily Wire", "Field Notes"]}
    assert "filters" not in whole["meta"]
    assert some["meta"]["data_sha256"] != whole["meta"]["data_sha256"]
    assert some["parties"] == whole["parties"]
    place = some["places"][0]["id"]
    part = served.client.get(f"/api/page/places/{place}.json?outlet=Daily Wire&outlet=Field Notes").json()
    assert part["place"] == 0
    assert {one["outlet"] for one in part["claims"]} <= {"Daily Wire", "Field Notes"}
    every = served.client.get(f"/api/page/places/{place}.json").json()
    assert part["left_out"] + len(part["claims"]) == len(every["claims"]) > len(part["claims"])
    assert every["left_out"] == 0
    named = served.client.get("/api/page.json?place=Ghazni").json()
    assert [one["name"] for one in named["places"]] == ["Ghazni"]
    drawn = served.client.get("/api/page.json?since=2021-08-05&type=capture").json()["meta"]
    assert drawn["filters"] == {"type": "capture"}
    for first, last in (("claims_since", "claims_until"), ("published_since", "published_until")):
        days = f"{first}=2021-08-08&{last}=2021-08-09"
        asked = days.replace("claims_", "")
        wanted = [one for one in served.rows(f"/api/claims?{asked}", "claims") if one["place_id"]]
        page = served.client.get(f"/api/page.json?{days}").json()
        assert 0 < len(page["facets"]["place"]) == len(wanted) < len(whole["facets"]["place"])
        assert set(page["meta"]["filters"].values()) == {"2021-08-08", "2021-08-09"}
        assert served.client.get(f"/map.html?{days}").status_code == 200
        turned = served.client.get(f"/map.html?{first}=2021-08-09&{last}=2021-08-08")
        assert turned.status_code == 422
        assert f"{first} 2021-08-09 lies after {last} 2021-08-08" in turned.json()["detail"]


def test_counts_obey_the_other_filters(served: Served) -> None:
    told = served.client.get("/api/facets?outlet=Daily Wire&type=capture").json()
    counts = {name: {one["value"]: one["claims"] for one in rows} for name, rows in told["facets"].items()}
    assert told["total"] == 3
    assert counts["outlet"] == {"Daily Wire": 3, "Field Notes": 1}
    assert counts["type"] == {"capture": 3, "withdrawal": 1}
    assert counts["party"]["Taliban"] == 3
    for name, values in counts.items():
        for value, number in values.items():
            if name in ("side", "type", "factuality", "precision", "country", "party"):
                others = {"outlet": "Daily Wire", "type": "capture", name: value}
                assert served.client.get("/api/claims", params=others).json()["total"] == number


def test_a_filter_takes_several_values(served: Served) -> None:
    def total(words: str) -> int:
        return int(served.client.get(f"/api/claims?{words}").json()["total"])

    some = total("outlet=Daily Wire&outlet=Field Notes")
    assert some == total("outlet=Daily Wire") + total("outlet=Field Notes")
    assert total("outlet=Daily Wire&outlet=daily wire") == total("outlet=Daily Wire")
    types = "type=capture&type=withdrawal"
    assert total(types) == total("type=capture") + total("type=withdrawal")
    told = served.client.get(f"/api/facets?outlet=Daily Wire&outlet=Field Notes&{types}").json()
    assert told["filters"] == {"outlet": ["Daily Wire", "Field Notes"], "type": ["capture", "withdrawal"]}
    counts = {one["value"]: one["claims"] for one in told["facets"]["outlet"]}
    assert told["total"] == counts["Daily Wire"] + counts["Field Notes"]
    named = served.client.get(f"/api/control.csv?{types}").text
    assert "type=capture; type=withdrawal" in named
    assert "or" in served.client.get(f"/api/brief.md?{types}").text.split("where", 1)[1][:60]
    feed = served.client.get(f"/feeds/changes.json?{types}").json()
    assert feed["title"] == "Changes of control (type capture or withdrawal)"
    days = "from=2021-08-07&to=2021-08-12&party=Taliban&party=Islamic State"
    assert served.client.get(f"/api/diff?{days}").json()["filters"] == {"party": ["Taliban", "Islamic State"]}


def test_of_several_places_one_is_enough(served: Served) -> None:
    """In every answer that takes filters; a province or country among them stands for all inside it."""

    def ids(words: str) -> set[object]:
        return {one["id"] for one in served.rows(f"/api/claims?{words}", "claims")}

    both = "place=Ghazni&place=Aybak"
    assert ids(both) == ids("place=Ghazni") | ids("place=Aybak")
    assert ids("place=Ghazni")
    assert ids("place=Aybak")
    assert ids("place=iso:AF&place=Aybak") == ids("place=iso:AF")
    answer = served.client.get(f"/api/claims?{both}").json()
    assert len(answer["filters"]["place"]) == 2
    assert served.client.get("/api/claims?place=Ghazni&place=Nowhereville").status_code == 404
    named = {"Ghazni", "Aībak"}
    found = served.rows(f"/api/control?{both}&on=2021-08-12", "places")
    assert {str(one["place"]) for one in found} == named
    frame = served.client.get(f"/api/page.json?{both}").json()
    assert {one["name"] for one in frame["places"]} == named
    changed = served.rows(f"/api/diff?from=2021-08-05&to=2021-08-12&{both}", "changes")
    assert {str(one["place"]) for one in changed} <= named
    assert served.client.get(f"/api/facets?{both}").json()["total"] == len(ids(both))
    for path in ("/api/events", "/api/reports", "/api/conflicts", "/api/brief.md", "/api/control.csv",
                 "/api/map.svg", "/feeds/changes.atom", "/map.html", "/api/parties"):  # fmt: skip
        assert served.client.get(f"{path}?{both}").status_code == 200, path


def test_parties_with_colours(served: Served) -> None:
    rows = {str(one["name"]): one for one in served.rows("/api/parties?on=2021-08-12", "parties")}
    assert rows["Taliban"]["held"] == 2
    assert str(rows["Taliban"]["colour"]).startswith("#")
    assert rows["Taliban"]["colour"] != rows["Afghan government"]["colour"]
    told = {name: row["colour"] for name, row in rows.items()}
    for asked in ("", "?as_of=2021-08-07", "?as_of=2021-08-09"):  # one colour, whoever tells it and when
        page = served.client.get(f"/api/page.json{asked}").json()["parties"]
        listed = served.rows(f"/api/parties{asked}", "parties")
        assert page
        assert {one["name"]: one["colour"] for one in [*page, *listed]}.items() <= told.items()


def test_claimers_without_private_names(served: Served) -> None:
    named = {str(one["claimer"]) for one in served.rows("/api/claimers", "claimers")}
    assert "a named person (name withheld)" in named
    assert served.client.get("/api/claimers.csv").text.startswith("claimer,side,kind,borne_out")
    early = served.rows("/api/claimers?on=2021-08-06", "claimers")
    assert {one["claimer"] for one in early} == {"provincial governor"}


def test_places_are_found_while_they_are_typed(served: Served) -> None:
    rows = served.rows("/api/search?q=kund&on=2021-08-09", "places")
    assert (rows[0]["name"], rows[0]["told"], rows[0]["holder"]) == ("Kunduz", True, "Taliban")
    assert any(not one["told"] and one["status"] is None for one in rows)
    assert served.client.get("/api/search?q=").status_code == 422


def test_differences_by_both_clocks(served: Served) -> None:
    days = "from=2021-08-07&to=2021-08-12"
    changed = {str(one["place"]) for one in served.rows(f"/api/diff?{days}", "changes")}
    then = f"/api/diff?{days}&from_as_of=2021-08-07&to_as_of=2021-08-12"
    as_known = {str(one["place"]): one for one in served.rows(then, "changes")}
    assert "Kunduz" in changed
    assert as_known["Ghazni"]["before"] is None
    assert as_known["Ghazni"]["after"]["holder"] == "Taliban"  # type: ignore[index]
    table = list(csv.DictReader(io.StringIO(served.client.get(then.replace("diff?", "diff.csv?")).text)))
    assert {row["to_as_of"] for row in table} == {"2021-08-12T23:59:59+00:00"}
    assert served.client.get(then + "&place=Ghazni").json()["filters"] == {"place": "gn:1141269"}
    points = served.client.get(then.replace("diff?", "diff.geojson?")).json()
    assert len(points["features"]) == len(as_known)


def test_page_brief_and_map(served: Served) -> None:
    data = served.client.get("/api/page.json?on=2021-08-09").json()
    assert data["meta"]["opens"] - data["meta"]["first"] >= 0
    assert {one["name"] for one in data["places"]} >= {"Kunduz", "Ghazni"}
    page = served.client.get("/map.html?title=Here")
    assert re.search(r'filename="map_ledger-\d+.html"', page.headers["content-disposition"])
    assert MARKUP not in page.text
    assert json.dumps("Here") in page.text
    assert served.client.get("/api/brief.md?on=2021-08-09").text.startswith("# Situation on 9 August 2021")


def test_texts_of_reports_stay_text(served: Served) -> None:
    claim = next(c for c in served.rows("/api/claims", "claims") if MARKUP in str(c["quote"]))
    answer = served.client.get(f"/api/reports/{claim['report_key']}.txt")
    assert MARKUP in answer.text
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert served.client.get(f"/api/claims/{claim['id']}").headers["content-type"] == "application/json"
    table = served.client.get("/api/claims.csv").text
    assert "\r\n'=1+1," not in table
    assert ",'=1+1," in table
