"""Starting a record on the page: files dropped, what came of each, and the ways in which it goes wrong."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from dropping import FILES, drop, give_token, take_in
from playwright.sync_api import Page, Route, expect
from seen import PHONE, SETTLED, WIDE, Seen, missing
from serving import TOKEN, Served, serving

from whoholds.database import open_database
from whoholds.server.settings import STATIC

REPORTS = "**/api/reports"
LONG = 60_000  # milliseconds for reading reports on a busy machine


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Served]:
    """An empty record, with a token."""
    if not (STATIC / "index.html").is_file():
        missing("the page is not built: run `npm ci && npm run build` in web/")
    open_database(tmp_path / "record.db").close()
    with serving(tmp_path / "record.db", token=TOKEN) as one:
        yield one


@pytest.fixture
def seen(browser: Any, empty: Served) -> Iterator[Seen]:
    """A wide page on it; at the end it has asked its own server alone and told the token to no address."""
    one = Seen(browser, WIDE)
    one.page.goto(f"{empty.address}/")
    yield one
    assert [url for url in one.asked if not url.startswith((empty.address, "data:", "blob:"))] == []
    assert [url for url in one.asked if TOKEN.split()[-1] in url or "token" in url] == []
    assert [told for told in one.complaints if "Failed to load resource" not in told] == []
    one.context.close()


def permitted(seen: Seen) -> Page:
    """The page with the dialog open and the token given."""
    seen.page.get_by_role("button", name="Add reports").click()
    give_token(seen.page)
    expect(seen.page.locator(".adding")).to_be_visible()
    return seen.page


def test_from_an_empty_record_to_the_map(seen: Seen, empty: Served) -> None:
    page = seen.page
    expect(page.get_by_text("Nothing is recorded yet")).to_be_visible()
    for words in ("whoholds claims", "whoholds add", "whoholds serve", "whoholds demo"):
        expect(page.get_by_text(words)).to_be_visible()
    drop(page, FILES)
    give_token(page, "wrong")
    expect(page.get_by_role("alert")).to_have_text("That is not the token of this server.")
    give_token(page)
    expect(page.locator(".files .file")).to_have_count(3)
    page.get_by_label("Published on").fill("2021-08-09")
    page.get_by_label("Outlet").fill("Hill Post")
    page.get_by_role("button", name="Take in (3)").click()
    expect(page.locator(".told")).to_contain_text("4 reports taken in, with", timeout=LONG)
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.wait_for_function(SETTLED)
    expect(page.get_by_text("Nothing is recorded yet")).to_have_count(0)
    page.get_by_role("button", name="Table").click()
    expect(page.get_by_role("row", name="Taloqan")).to_be_visible()
    rows = empty.rows("/api/reports", "reports")
    assert {row["outlet"] for row in rows} == {"Hill Post", "Wire"}
    stored = page.evaluate("() => [Object.values(localStorage), document.cookie, location.href]")
    assert TOKEN not in json.dumps(stored)


def test_each_file_says_what_came_of_it(seen: Seen, empty: Served) -> None:
    page = permitted(seen)
    files = FILES | {"picture.png": "\x89PNG\r\n\x00\x01", "large.txt": "war " * 60_000}
    take_in(page, files)
    expect(page.get_by_role("button", name="Show the map")).to_be_focused(timeout=LONG)
    line = page.locator(".file")
    expect(line.filter(has_text="picture.png")).to_contain_text("binary data")
    expect(line.filter(has_text="large.txt")).to_contain_text("Larger than 195 kB")
    expect(line.filter(has_text="hill.txt")).to_contain_text("new, 1 claim")
    expect(line.filter(has_text="lines.jsonl")).to_contain_text("taken in")
    expect(page.get_by_role("dialog")).to_contain_text("2 refused")
    expect(page.get_by_role("progressbar")).to_have_attribute("value", "5")
    assert empty.client.get("/api/health").json()["reports"] == 4
    page.get_by_role("button", name="Add others").click()
    take_in(page, {"hill.txt": FILES["hill.txt"]})
    expect(page.locator(".told")).to_contain_text("Nothing new was taken in", timeout=LONG)


def test_what_was_acknowledged_stays_when_the_connection_breaks(seen: Seen, empty: Served) -> None:
    page = permitted(seen)
    rows = [{"file": file, "outcome": "new", "claims": 1, "published": "2021-08-09"} for file in (0, 1)]
    lines = "".join(f"{json.dumps(row)}\n" for row in rows)
    page.route(REPORTS, lambda route: route.fulfill(body=lines, content_type="application/x-ndjson"))
    take_in(page, FILES)
    expect(page.get_by_role("alert")).to_contain_text("The connection broke")
    expect(page.locator(".file").filter(has_text="lines.jsonl")).to_contain_text("not acknowledged")
    page.unroute(REPORTS)
    page.get_by_role("button", name="Take in the rest (2)").click()
    expect(page.get_by_role("dialog")).to_have_count(0, timeout=LONG)
    expect(page.locator(".told")).to_contain_text("4 reports taken in, with", timeout=LONG)
    assert empty.client.get("/api/health").json()["reports"] == 3


@pytest.mark.parametrize(
    ("status", "detail", "words"),
    [
        (413, "The body is larger.", "Too large for the server"),
        (503, "The record is being written by another program.", "is being written by another program"),
        (403, "no", "for reading only"),
        (401, "no", "Writing needs the token"),
        (None, "", "The connection broke"),
    ],
)
def test_what_the_server_refuses_is_told_in_a_sentence(
    seen: Seen, status: int | None, detail: str, words: str
) -> None:
    page = permitted(seen)

    def refuse(route: Route) -> None:
        if status is None:
            route.abort()
        else:
            route.fulfill(status=status, json={"detail": detail}, content_type="application/problem+json")

    page.route(REPORTS, refuse)
    take_in(page, {"hill.txt": FILES["hill.txt"]})
    expect(page.get_by_role("dialog")).to_contain_text(words)
    expect(page.locator(".told")).to_have_count(0)


def test_it_can_be_stopped(seen: Seen) -> None:
    page = permitted(seen)
    page.route(REPORTS, lambda route: None)
    take_in(page, FILES)
    expect(page.get_by_role("button", name="Cancel")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Stopped.")
    expect(page.get_by_role("button", name="Take in the rest (3)")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_text("Nothing is recorded yet")).to_be_visible()


def test_escape_does_not_lose_what_is_being_taken_in(seen: Seen, empty: Served) -> None:
    page = permitted(seen)
    held: list[Route] = []
    page.route(REPORTS, lambda route: held.append(route))
    take_in(page, FILES)
    expect(page.get_by_role("button", name="Cancel")).to_be_focused()
    for _ in range(3):
        page.keyboard.press("Escape")
    expect(page.get_by_role("alert")).to_contain_text(
        "Reports are still being taken in. “Cancel” stops that."
    )
    page.get_by_role("dialog").get_by_role("button", name="Close").click()
    expect(page.get_by_role("progressbar")).to_be_visible()
    held[0].continue_()
    expect(page.locator(".told")).to_contain_text("4 reports taken in, with", timeout=LONG)
    assert empty.client.get("/api/health").json()["reports"] == 4


def test_a_wrong_token_raises_nothing_on_the_console(seen: Seen) -> None:
    page = seen.page
    page.get_by_role("button", name="Add reports").click()
    give_token(page, "wrong")
    expect(page.get_by_role("alert")).to_have_text("That is not the token of this server.")
    assert seen.complaints == []
    give_token(page)
    expect(page.locator(".adding")).to_be_visible()
    assert seen.complaints == []


def test_an_empty_record_shows_no_day(seen: Seen) -> None:
    page = seen.page
    expect(page.get_by_text("Nothing is recorded yet")).to_be_visible()
    expect(page.get_by_role("slider")).to_have_count(0)
    expect(page.get_by_text("True on")).to_have_count(0)
    page.get_by_role("button", name="Table").click()
    expect(page.locator("caption")).to_have_text("No place is recorded.")
    page.keyboard.press("ArrowRight")
    page.keyboard.press(" ")


def test_files_and_folders_are_chosen_by_the_keyboard(seen: Seen, tmp_path: Path) -> None:
    page = permitted(seen)
    folder = tmp_path / "reports"
    (folder / "inner").mkdir(parents=True)
    (folder / "inner" / "wire.txt").write_text(FILES["wire.txt"])
    (folder / ".hidden.txt").write_text(FILES["hill.txt"])
    choose = page.get_by_role("dialog").get_by_role("button", name="Choose a folder")
    with page.expect_file_chooser() as chosen:
        choose.press("Enter")
    chosen.value.set_files(folder)
    expect(page.locator(".file")).to_have_count(1)
    expect(page.locator(".file")).to_contain_text("reports/inner/wire.txt")
    expect(page.get_by_role("button", name="Take in (1)")).to_be_focused()


def test_a_server_for_reading_only_says_how_to_write(browser: Any, empty: Served) -> None:
    with serving(empty.record) as reading:
        one = Seen(browser, PHONE)
        page = one.page
        page.goto(f"{reading.address}/")
        expect(page.get_by_text("whoholds serve --write-token-file FILE")).to_be_visible()
        expect(page.get_by_role("button", name="Add reports")).to_have_count(0)
        drop(page, FILES)
        page.wait_for_timeout(200)
        expect(page.get_by_role("dialog")).to_have_count(0)
        assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
        assert one.complaints == []
        one.context.close()
