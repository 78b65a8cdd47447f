"""Many ask at once, while somebody writes: every answer is one of a state that there was."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest
from serving import Served, serving

from whoholds.database import open_database
from whoholds.errors import StoreError
from whoholds.model import Report
from whoholds.pipeline import Resolved, resolve_record
from whoholds.server import Desk, Settings, make_api

TOWNS = ("Farah", "Herat", "Zaranj", "Fayzabad", "Pul-e Khumri", "Maymana")


def test_reading_while_it_is_written(writable: Served) -> None:
    def ask(number: int) -> tuple[int, int]:
        path = ("/api/control", "/api/places/Kunduz", "/api/claims", "/api/facets")[number % 4]
        answer = httpx.get(f"{writable.address}{path}?on=2021-08-{number % 20 + 5:02}", timeout=60)
        assert answer.status_code == 200, answer.text
        return answer.json()["recorded"], len(answer.json().get("claims", ()))

    first = writable.client.get("/api/health").json()["seq"]
    with ThreadPoolExecutor(8) as pool:
        asked = [pool.submit(ask, number) for number in range(60)]
        for town in TOWNS:
            with open_database(writable.record) as database:
                database.add(
                    Report(f"Taliban fighters captured {town} on Monday, residents said.", outlet=town)
                )
        told = [one.result() for one in asked]
    last = writable.client.get("/api/health").json()["seq"]
    assert all(first <= seq <= last for seq, _ in told)
    assert last >= first + len(TOWNS)
    assert {str(one["outlet"]) for one in writable.rows("/api/claims", "claims")} >= set(TOWNS)


def test_one_answer_is_of_one_state(writable: Served) -> None:
    """A page of a list goes on in the state of the first page, whatever was added since."""
    first = writable.client.get("/api/claims?limit=2").json()
    with open_database(writable.record) as database:
        database.add(Report("Taliban fighters captured Farah on Monday, residents said.", outlet="Wire"))
    second = writable.client.get(f"/api/claims?limit=2&cursor={first['next']}").json()
    assert (second["total"], second["recorded"]) == (first["total"], first["recorded"])
    assert {one["id"] for one in first["claims"]}.isdisjoint(one["id"] for one in second["claims"])


def test_what_takes_seconds_resolves_nothing_again(writable: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    resolved: list[object] = []

    def counted(*given: Any, **named: Any) -> Resolved:
        resolved.append(named)
        return resolve_record(*given, **named)

    monkeypatch.setattr("whoholds.database.resolving.resolve_record", counted)
    for path in ("/api/control", "/map.html", "/api/page.json", "/api/facets"):
        assert writable.client.get(path).status_code == 200
    assert len(resolved) == 1
    with open_database(writable.record) as database:
        database.purge("ministry-1", reason="asked by the outlet")
    for path in ("/api/control", "/map.html"):
        assert "Ministry of Defence denied" not in writable.client.get(path).text
    assert len(resolved) == 2


def test_another_file_in_its_place_is_read(writable: Served, tmp_path: Path) -> None:
    assert writable.rows("/api/control", "places")
    other = tmp_path / "other.db"
    with open_database(other) as database:
        database.add(Report("M23 rebels captured Goma on Monday, residents said.", outlet="Wire"))
    shutil.move(other, writable.record)
    places = {one["place"] for one in writable.rows("/api/control", "places")}
    assert places == {"Goma"}


def test_a_record_that_is_gone_is_said_to_be(writable: Served) -> None:
    writable.record.unlink()
    answer = writable.client.get("/healthz")
    assert (answer.status_code, answer.headers["content-type"]) == (503, "application/problem+json")
    assert "no record" in answer.json()["detail"]


def test_what_is_no_record_is_not_served(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="There is no record"):
        Desk(Settings(tmp_path / "none.db"))


def test_nothing_is_told_of_what_is_asked(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the environment asks of the library that the server stands on."""
    monkeypatch.setenv("FASTAPI_OTEL_AUTO_CONFIGURE", "true")
    desk = Desk(Settings(record))
    told = make_api(desk)._telemetry
    desk.close()
    assert {name: on for name, on in told.items() if on} == {}


def test_an_empty_record_is_served(tmp_path: Path) -> None:
    open_database(tmp_path / "empty.db").close()
    with serving(tmp_path / "empty.db") as one:
        assert one.rows("/api/control", "places") == []
        assert one.client.get("/api/claims").json()["total"] == 0
        for path in ("/api/health", "/api/facets", "/feeds/changes.atom", "/api/brief.md", "/api/page.json",
                     "/api/parties", "/api/diff?from=2021-01-01&to=2021-01-02", "/api/places/Kunduz",
                     "/api/search?q=kun", "/api/claimers", "/api/events", "/map.html"):  # fmt: skip
            assert one.client.get(path).status_code == 200, path
