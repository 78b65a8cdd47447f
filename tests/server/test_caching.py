"""Answers that were given before: ETag, 304, gzip, and when they may be kept for ever."""

from __future__ import annotations

import gzip
import time
import urllib.request
from datetime import UTC, datetime

import pytest
from serving import PERMITTED, Served, serving

from whoholds.database import open_database
from whoholds.database.page_kept import ALL
from whoholds.model import Report
from whoholds.server.caching import is_frozen

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def test_a_known_answer_is_not_sent_again(served: Served) -> None:
    first = served.client.get("/api/control?on=2021-08-09")
    tag = first.headers["etag"]
    again = served.client.get("/api/control?on=2021-08-09", headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == tag
    other = served.client.get("/api/control?on=2021-08-09", headers={"If-None-Match": '"another"'})
    assert other.content == first.content


@pytest.mark.parametrize("told", ["*", "W/{tag}", '"x", {tag}'])
def test_forms_of_if_none_match(served: Served, told: str) -> None:
    tag = served.client.get("/api/parties").headers["etag"]
    asked = {"If-None-Match": told.format(tag=tag)}
    assert served.client.get("/api/parties", headers=asked).status_code == 304


def test_the_order_of_values_does_not_matter_but_the_values_do(served: Served) -> None:
    def tag(query: str) -> str:
        return str(served.client.get(f"/api/control?{query}").headers["etag"])

    assert tag("on=2021-08-09&party=Taliban") == tag("party=Taliban&on=2021-08-09")
    assert (
        len({tag("on=2021-08-09"), tag("on=2021-08-08"), tag("as_of=2021-08-09"), tag("profile=most")}) == 4
    )
    assert served.client.get("/api/control.csv").headers["etag"] != tag("")


def test_new_entries_change_the_tag_and_show_at_once(writable: Served) -> None:
    path = "/api/control?on=2021-08-12"
    first = writable.client.get(path)
    with open_database(writable.record) as database:  # as another process does
        database.add(Report("Taliban fighters captured Farah on Monday, residents said.", outlet="Wire"))
    again = writable.client.get(path, headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 200
    assert again.json()["recorded"] > first.json()["recorded"]
    before = writable.client.get(f"{path}&recorded={first.json()['recorded']}").json()
    assert before["places"] == first.json()["places"]


def test_the_same_bytes_zipped_or_not(served: Served) -> None:
    plain = served.client.get("/api/claims", headers={"Accept-Encoding": "identity"})
    asked = urllib.request.Request(f"{served.address}/api/claims", headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(asked) as answer:
        assert answer.headers["content-encoding"] == "gzip"
        assert answer.headers["etag"] != plain.headers["etag"]
        assert gzip.decompress(answer.read()) == plain.content
    assert "content-encoding" not in plain.headers
    assert plain.headers["vary"] == "Accept-Encoding"


def test_gzip_that_is_not_wanted_is_not_sent(served: Served) -> None:
    answer = served.client.get("/api/claims", headers={"Accept-Encoding": "br, gzip;q=0"})
    assert "content-encoding" not in answer.headers


def test_head_is_get_without_a_body(served: Served) -> None:
    asked = {"Accept-Encoding": "identity"}
    whole = served.client.get("/api/control", headers=asked)
    head = served.client.head("/api/control", headers=asked)
    assert head.content == b""
    assert head.headers["content-length"] == str(len(whole.content))
    assert head.headers["etag"] == whole.headers["etag"]


def test_what_may_be_kept_for_ever(served: Served) -> None:
    seq = served.client.get("/api/health").json()["seq"]
    frozen = served.client.get(f"/api/control?as_of=2021-08-09&recorded={seq}")
    assert "immutable" in frozen.headers["cache-control"]
    for query in ("", "?as_of=2021-08-09", f"?recorded={seq}"):
        assert served.client.get(f"/api/control{query}").headers["cache-control"] == "no-cache"


@pytest.mark.parametrize(
    ("query", "frozen"),
    [
        ({}, False),
        ({"as_of": "2021-08-09"}, False),
        ({"as_of": "2021-08-09", "recorded": "3"}, True),
        ({"as_of": "2021-08-09", "recorded": "2025-01-01"}, True),
        ({"as_of": "2021-08-09", "recorded": "2199-01-01"}, False),
        ({"as_of": "2199-08-09", "recorded": "3"}, False),
        ({"as_of": "soon", "recorded": "3"}, False),
        ({"from_as_of": "2021-08-01", "to_as_of": "2021-08-09", "recorded": "3"}, True),
        ({"from_as_of": "2021-08-01", "recorded": "3"}, False),
    ],
)
def test_frozen_means_that_both_clocks_stand(query: dict[str, str], frozen: bool) -> None:
    assert is_frozen(query, NOW) is frozen


def test_errors_are_not_kept(served: Served) -> None:
    answer = served.client.get("/api/control?recorded=99999&as_of=2021-08-09")
    assert answer.status_code == 404
    assert "etag" not in answer.headers


def test_a_purge_changes_what_was_frozen(writable: Served) -> None:
    seq = writable.client.get("/api/health").json()["seq"]
    path = f"/api/claims?as_of=2021-08-30&recorded={seq}"
    first = writable.client.get(path)
    with open_database(writable.record) as database:
        database.purge("ministry-1", reason="asked by the outlet")
    again = writable.client.get(path)
    assert "Ministry of Defence denied" in first.text
    assert "Ministry of Defence denied" not in again.text
    assert first.headers["etag"] != again.headers["etag"]


def test_a_judgement_is_told_at_once(writable: Served) -> None:
    claim = next(c for c in writable.rows("/api/claims", "claims") if c["claimer"] == "residents")
    given = {"claim": claim["id"], "verdict": "reject", "reason": "a rumour"}
    answer = writable.client.post("/api/judgements", json=given, headers=PERMITTED)
    assert answer.status_code == 200, answer.text
    assert writable.client.get(f"/api/claims/{claim['id']}").json()["claim"]["judged"] == "reject"


def test_the_first_of_a_large_record_comes_before_the_whole(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("whoholds.database.page_kept.WORTH", 0)
    path = "/api/page.json?since=2021-08-02"
    first = served.client.get(f"{path}&first=true")
    meta = first.json()["meta"]
    assert meta["knows_from"] == meta["opens"]
    part = f"/api/page/places/{first.json()['places'][0]['id']}.json?since=2021-08-02"
    assert (
        served.client.get(f"{part}&newest=true").json()["claims"] == served.client.get(part).json()["claims"]
    )
    whole = served.client.get(path)
    assert "knows_from" not in whole.json()["meta"]
    again = served.client.get(f"{path}&first=true")  # where the whole is there, it is the first
    assert (again.content, again.headers["etag"]) == (whole.content, whole.headers["etag"])
    monkeypatch.undo()
    small = served.client.get("/api/page.json?since=2021-08-03&first=true").json()
    assert "knows_from" not in small["meta"]


def test_the_whole_page_of_a_large_record_is_there_at_the_next_start(
    writable: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("whoholds.database.page_kept.WORTH", 0)
    monkeypatch.setattr("whoholds.server.desk.PAUSE", 0.0)
    frame = writable.client.get("/api/page.json").json()
    part = f"/api/page/places/{frame['places'][0]['id']}.json?recorded={frame['meta']['recorded']}"
    told = writable.client.get(part).json()
    until = time.monotonic() + 60
    with open_database(writable.record, write=False) as database:
        while ALL not in database.how_kept() and time.monotonic() < until:
            time.sleep(0.05)

    def refused(*_: object) -> None:
        raise AssertionError("the page was made anew")

    monkeypatch.setattr("whoholds.database.paging.make_page", refused)
    monkeypatch.setattr("whoholds.server.desk.LATER", 0.0)
    with serving(writable.record) as again:
        with monkeypatch.context() as patched:
            patched.setattr("whoholds.pipeline.Resolver.read", refused)
            assert again.client.get("/api/page.json?first=true").json() == frame
            assert again.client.get("/api/page.json").json() == frame
            assert again.client.get(part).json() == told
        again.desk.warm()  # makes the answers to all else, no page
