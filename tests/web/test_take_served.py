"""What a server gives of its page: links with both clocks, feeds, and the map reduced in other pages."""

from __future__ import annotations

import csv
import io
import json
import re
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as Xml

import httpx
import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect
from seen import LOCAL, PHONE, SETTLED, WIDE, Seen

DAYS = "since=2021-07-25&until=2021-08-31"
VIEW = "#on=2021-08-12&known=then"
NAME = "_on-2021-08-12_as-known-2021-08-12_ledger-"


@pytest.fixture(scope="module")
def reader(browser: Any) -> Iterator[Seen]:
    """A wide page, which goes from view to view without being loaded anew."""
    one = Seen(browser, WIDE)
    yield one
    one.context.close()


@pytest.fixture
def seen(reader: Seen, served: str) -> Iterator[Seen]:
    """That page without a dialog; at the end it has asked its own server alone and complained of nothing."""
    reader.page.keyboard.press("Escape")
    reader.asked.clear()
    reader.complaints.clear()
    yield reader
    assert [url for url in reader.asked if not url.startswith((served, *LOCAL))] == []
    assert reader.complaints == []


@pytest.fixture
def ledger(served: str) -> int:
    """The newest sequence of the record that is served."""
    return int(httpx.get(f"{served}api/health", timeout=60).json()["seq"])


def dialog_of(seen: Seen, served: str, name: str, words: str = VIEW) -> Locator:
    seen.page.goto(f"{served}?{DAYS}{words}&")  # "&" tells it from what the page itself wrote
    seen.page.wait_for_function(SETTLED)
    seen.page.get_by_role("button", name=name, exact=True).click()
    return seen.page.get_by_role("dialog")


def kept(page: Page, link: str, folder: Path) -> Path:
    with page.expect_download(timeout=60_000) as told:
        page.get_by_role("dialog").get_by_role("link", name=link, exact=True).click()
    path = folder / told.value.suggested_filename
    told.value.save_as(path)
    return path


def test_each_form_is_given_with_a_name_that_tells_it(
    seen: Seen, served: str, ledger: int, tmp_path: Path
) -> None:
    dialog_of(seen, served, "Download")
    drawing = kept(seen.page, "SVG", tmp_path)
    assert drawing.name == f"map{NAME}{ledger}.svg"
    words = " ".join(Xml.fromstring(drawing.read_text("utf-8")).itertext())
    assert "True on 12 August 2021, as known on 12 August 2021" in words
    picture = kept(seen.page, "PNG", tmp_path)
    assert picture.name == f"map{NAME}{ledger}.png"
    assert Image.open(picture).width == 2400
    points = json.loads(kept(seen.page, "GeoJSON", tmp_path).read_text("utf-8"))
    kunduz = next(one for one in points["features"] if one["properties"]["place"] == "Kunduz")
    assert (kunduz["properties"]["holder"], points["recorded"]) == ("Taliban", ledger)
    for name, stem in (("CSV: states", "states"), ("CSV: claims", "claims")):
        path = kept(seen.page, name, tmp_path)
        assert path.name == f"{stem}{NAME}{ledger}.csv"
        rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8"), newline="")))
        assert {row["on"] for row in rows} == {"2021-08-12"}
        assert {row["as_of"] for row in rows} == {"2021-08-12T23:59:59+00:00"}
    brief = kept(seen.page, "Markdown", tmp_path)
    assert brief.name == f"brief{NAME}{ledger}.md"
    assert brief.read_text("utf-8").startswith("# Situation on 12 August 2021")


def test_the_states_are_those_of_the_page(seen: Seen, served: str, tmp_path: Path) -> None:
    """A place of which nothing was known by then is unknown in the page, and not in the table taken."""
    dialog_of(seen, served, "Download", "#on=2021-08-10&known=2021-08-12")
    path = kept(seen.page, "CSV: states", tmp_path)
    rows = csv.DictReader(io.StringIO(path.read_text("utf-8"), newline=""))
    told = {row["place"]: (row["status"], row["holder"]) for row in rows}
    seen.page.keyboard.press("Escape")
    seen.page.get_by_role("button", name="Table").click()
    seen.page.get_by_role("button", name="Show more").click()
    expect(seen.page.get_by_role("row", name="Zaranj")).to_be_visible()
    cells = (
        "rows => rows.map(row => [row.querySelector('th bdi').textContent,"
        " row.children[3].textContent, row.children[4].querySelector('bdi').textContent])"
    )
    shown = seen.page.locator(".places tbody tr").evaluate_all(cells)
    assert len(told) > 50
    assert told.keys() <= {name for name, *_ in shown}
    for name, status, holder in shown:
        if [one[0] for one in shown].count(name) == 1 and status != "contested":
            assert told.get(name, ("unknown", "")) == (status.partition(" (")[0], holder)


def test_the_file_opens_without_a_network_with_the_same_dossiers(
    seen: Seen, served: str, ledger: int, tmp_path: Path
) -> None:
    dialog_of(seen, served, "Download")
    path = kept(seen.page, "HTML", tmp_path)
    assert path.name == f"map_ledger-{ledger}.html"
    shown = f"{VIEW}&place=gn%3A1135689"
    dossier = "() => document.querySelector('.dossier').innerText"
    seen.page.goto(f"{served}?{DAYS}{shown}")
    seen.page.reload()
    expect(seen.page.locator(".claim").first).to_be_visible()
    copy = Seen(seen.context.browser, WIDE, offline=True)  # type: ignore[arg-type]
    page = copy.open(path, shown)
    expect(page.locator(".dossier h2")).to_have_text("Kunduz")
    assert page.evaluate(dossier) == seen.page.evaluate(dossier)
    hashes = [json.loads(words)["meta"]["data_sha256"] for words in (
        page.evaluate("() => document.getElementById('picture').textContent"),
        seen.page.evaluate(f"async () => (await fetch('api/page.json?{DAYS}&as_of=2021-08-12')).text()"),
    )]  # fmt: skip
    assert hashes[0] == hashes[1]
    assert copy.complaints == []
    copy.context.close()


def test_days_follow_each_other(seen: Seen, served: str, ledger: int, tmp_path: Path) -> None:
    dialog = dialog_of(seen, served, "Download")
    expect(dialog).to_contain_text("The map day by day: 19 pictures")
    dialog.get_by_label("From", exact=True).fill("2021-08-06")
    dialog.get_by_label("Days from one").fill("3")
    expect(dialog).to_contain_text("3 pictures")
    path = kept(seen.page, "WebP", tmp_path)
    assert path.name == f"map_on-2021-08-06-to-2021-08-12_as-known-that-day_ledger-{ledger}.webp"
    moving: Any = Image.open(path)
    assert (moving.format, moving.n_frames) == ("WEBP", 3)
    dialog.get_by_label("From", exact=True).fill("2021-08-20")
    expect(dialog).to_contain_text("the earlier one first")
    expect(dialog.get_by_role("link", name="WebP")).to_have_count(0)


def test_a_server_without_pixels_says_so(browser: Any, served: str) -> None:
    one = Seen(browser, WIDE)
    one.page.route("**/api/health", lambda route: route.fulfill(json={"pictures": False}))
    dialog = dialog_of(one, served, "Download")
    expect(dialog).to_contain_text("This server makes no PNG and WebP")
    expect(dialog.get_by_role("link", name="SVG")).to_be_visible()
    expect(dialog.get_by_role("link", name="PNG")).to_have_count(0)
    expect(dialog.get_by_role("link", name="WebP")).to_have_count(0)
    assert one.complaints == []
    one.context.close()


def test_changes_are_followed_by_feeds(seen: Seen, served: str) -> None:
    dialog = dialog_of(seen, served, "Download", f"{VIEW}&place=gn%3A1135689")
    expect(dialog).to_contain_text("Only of Kunduz")
    links = [one.get_attribute("href") or "" for one in dialog.get_by_role("link", name="Atom").all()]
    assert links == ["feeds/changes.atom", "feeds/changes.atom?place=gn%3A1135689"]
    feed = seen.page.evaluate("async link => (await fetch(link)).text()", links[1])
    titles = [one.text or "" for one in Xml.fromstring(feed).iter("{http://www.w3.org/2005/Atom}title")]
    assert len(titles) > 1
    assert all("Kunduz" in one for one in titles[1:])


def test_the_link_that_is_cited_shows_the_same(seen: Seen, served: str, ledger: int) -> None:
    dialog = dialog_of(seen, served, "Cite", f"{VIEW}&place=gn%3A1135689")
    link = dialog.get_by_label("Link to this view").input_value()
    assert link == f"{served}?{DAYS}&recorded={ledger}#on=2021-08-12&known=2021-08-12&place=gn%3A1135689"
    assert link in dialog.get_by_label("Citation").input_value()
    told = dialog.locator(".names").inner_text()
    seen.page.goto("about:blank")
    seen.page.goto(link)
    seen.page.wait_for_function(SETTLED)
    expect(seen.page.locator(".dossier h2")).to_have_text("Kunduz")
    seen.page.get_by_role("button", name="Cite").click()
    again = seen.page.get_by_role("dialog").locator(".names").inner_text()
    without = partial(re.sub, r"\d\d:\d\d UTC", "")
    assert without(again) == without(told)


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """Another site: its address, and the folder of its pages."""
    handler = partial(_Quiet, directory=str(tmp_path))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://localhost:{server.server_port}/", tmp_path
    server.shutdown()
    thread.join()
    server.server_close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_the_reduced_page_stands_in_a_page_of_another_site(
    browser: Any, seen: Seen, served: str, elsewhere: tuple[str, Path], size: dict[str, int]
) -> None:
    dialog = dialog_of(seen, served, "Cite", f"{VIEW}&place=gn%3A1135689")
    snippet = dialog.get_by_label("HTML to put into a page").input_value()
    site, folder = elsewhere
    page_of = f'<!doctype html><link rel="icon" href="data:,"><p>Words around it.</p>{snippet}'
    (folder / "article.html").write_text(page_of, "utf-8")
    one = Seen(browser, size)
    one.page.goto(f"{site}article.html")
    frame = one.page.frame_locator("iframe")
    expect(frame.get_by_role("status").first).to_have_text(
        "True on 12 August 2021, as known on 12 August 2021"
    )
    expect(frame.locator(".banner")).to_contain_text("not verified facts")
    expect(frame.locator(".chosen-place")).to_contain_text("Kunduz: Held by Taliban")
    one.page.frames[1].wait_for_function(SETTLED)
    query = "() => window.whoholdsMap.queryRenderedFeatures({layers: ['place-discs']}).length"
    assert one.page.frames[1].evaluate(query) > 5
    assert one.page.frames[1].evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    for name in ("Download", "Play", "Table"):
        expect(frame.get_by_role("button", name=name)).to_have_count(0)
    with one.context.expect_page() as opening:
        frame.get_by_role("link", name="Open the full map").click()
    expect(opening.value.locator(".dossier h2")).to_have_text("Kunduz")
    assert re.match(rf"{re.escape(served)}\?{DAYS}&recorded=\d+#on=", opening.value.url)
    assert one.complaints == []
    one.context.close()


def test_the_reduced_page_says_what_is_a_projection(seen: Seen, served: str) -> None:
    seen.page.goto(f"{served}embed#on=2021-08-09&known=2021-08-08")
    expect(seen.page.locator(".stage .after")).to_contain_text("Projection from")
    seen.page.goto(f"{served}embed#on=2021-08-08&known=2021-08-08")
    expect(seen.page.locator(".stage .after")).to_have_count(0)


def test_the_whole_page_stands_in_no_other(browser: Any, served: str, elsewhere: tuple[str, Path]) -> None:
    site, folder = elsewhere
    (folder / "article.html").write_text(f'<iframe src="{served}"></iframe>', "utf-8")
    one = Seen(browser, WIDE)
    one.page.goto(f"{site}article.html")
    one.page.wait_for_timeout(500)
    assert any("frame-ancestors" in told for told in one.complaints)
    assert one.page.frame_locator("iframe").locator("#app").count() == 0
    one.context.close()


def test_a_map_that_follows_is_not_pinned(seen: Seen, served: str) -> None:
    dialog = dialog_of(seen, served, "Cite")
    field = dialog.get_by_label("HTML to put into a page")
    assert "recorded=" in field.input_value()
    dialog.get_by_label("Show newer reports").check()
    assert "recorded=" not in field.input_value()
    assert "known=then" in field.input_value()
