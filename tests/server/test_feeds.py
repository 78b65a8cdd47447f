"""Feeds of changes of control: Atom as XML, JSON Feed 1.1."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree as Xml

import pytest
from serving import Served

ATOM = "{http://www.w3.org/2005/Atom}"


def entries(served: Served, asked: str = "") -> list[Xml.Element]:
    """The entries of the Atom feed."""
    answer = served.client.get(f"/feeds/changes.atom{asked}")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    return Xml.fromstring(answer.content).findall(f"{ATOM}entry")


def titles(served: Served, asked: str = "") -> list[str]:
    return [str(one.findtext(f"{ATOM}title")) for one in entries(served, asked)]


def test_changes_are_told_latest_first(served: Served) -> None:
    found = titles(served)
    assert found[0] == "Ghazni: held by Taliban, from 12 August 2021"
    assert "Kunduz: held by Taliban, from 8 August 2021" in found
    moments = [datetime.fromisoformat(str(one.findtext(f"{ATOM}updated"))) for one in entries(served)]
    assert moments == sorted(moments, reverse=True)


def test_the_feed_is_atom(served: Served) -> None:
    feed = Xml.fromstring(served.client.get("/feeds/changes.atom?party=Taliban").content)
    for name in ("id", "title", "updated", "author"):
        assert feed.find(f"{ATOM}{name}") is not None, name
    assert feed.findtext(f"{ATOM}title") == "Changes of control (party Taliban)"
    links = {str(one.get("rel")): str(one.get("href")) for one in feed.findall(f"{ATOM}link")}
    assert links["self"] == f"{served.address}/feeds/changes.atom?party=Taliban"
    ids = [one.findtext(f"{ATOM}id") for one in feed.findall(f"{ATOM}entry")]
    assert len(ids) == len(set(ids))
    assert all(str(one).startswith("urn:uuid:") for one in ids)


def test_the_same_in_json(served: Served) -> None:
    answer = served.client.get("/feeds/changes.json")
    assert answer.headers["content-type"] == "application/feed+json"
    told = answer.json()
    assert told["version"] == "https://jsonfeed.org/version/1.1"
    assert told["feed_url"] == f"{served.address}/feeds/changes.json"
    assert [one["title"] for one in told["items"]] == titles(served)
    assert "From 12 August 2021: held by Taliban" in told["items"][0]["content_text"]
    assert told["items"][0]["url"].startswith(f"{served.address}/#on=2021-08-12&known=2021-08-12&place=gn%3A")
    assert told["items"][0]["tags"] == ["held", "Taliban"]


def test_each_link_opens_what_its_headline_says(served: Served) -> None:
    for one in served.client.get("/feeds/changes.json").json()["items"]:
        asked = {name: value[0] for name, value in parse_qs(urlsplit(one["url"]).fragment).items()}
        clocks = {"on": asked["on"], "as_of": asked["known"]}
        state = served.client.get(f"/api/places/{asked['place']}", params=clocks).json()["state"]
        assert one["tags"] == [told for told in (state["status"], state["holder"]) if told], one["title"]


@pytest.mark.parametrize(
    ("asked", "places"),
    [
        ("?place=Kunduz", {"Kunduz"}),
        ("?outlet=Field Notes&type=capture", {"Ghazni"}),
        ("?since=2021-08-12&type=capture", {"Ghazni", "Aībak", "Kunduz"}),
        ("?as_of=2021-08-07", {"Kunduz"}),
        ("?limit=1", {"Ghazni"}),
    ],
)
def test_feeds_of_places_parties_and_filters(served: Served, asked: str, places: set[str]) -> None:
    assert {one.partition(":")[0] for one in titles(served, asked)} <= places
    assert titles(served, asked)


def test_days_bound_the_changes(served: Served) -> None:
    told = served.client.get("/feeds/changes.json?since=2021-08-08&until=2021-08-08").json()["items"]
    assert {one["title"].partition(":")[0] for one in told} == {"Kunduz"}


def test_a_feed_is_kept_by_readers(served: Served) -> None:
    tag = served.client.get("/feeds/changes.atom").headers["etag"]
    assert served.client.get("/feeds/changes.atom", headers={"If-None-Match": tag}).status_code == 304
