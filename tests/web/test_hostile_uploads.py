"""What hostile reports do that are uploaded through the page: nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from dropping import drop, give_token
from playwright.sync_api import expect
from seen import SETTLED, WIDE, Seen, missing
from serving import TOKEN, Served, serving
from test_hostile import TEXTS

from whoholds.database import open_database
from whoholds.server.settings import STATIC

NAMES = {
    "markup": "<img src=x onerror=pwned=1>.txt",
    "style": "<style>body{display:none}<!--.txt",
    "frame": "a&lt;iframe src=a.org&gt;.txt",
    "bidi": "report\u202etxt.exe.txt",
    "escape": "a\x1b[2J.txt",
    "word": f"{'w' * 200}.txt",
    "template": "{{7*7}} ${pwned=1}.txt",
}
LONG = 120_000  # milliseconds: a word of 200,000 letters is read


@pytest.fixture
def writable(tmp_path: Path) -> Iterator[Served]:
    """An empty record with a token, that takes uploads of several megabytes."""
    if not (STATIC / "index.html").is_file():
        missing("the page is not built: run `npm ci && npm run build` in web/")
    open_database(tmp_path / "record.db").close()
    with serving(tmp_path / "record.db", token=TOKEN, most=8 * 2**20) as one:
        yield one


@pytest.mark.parametrize("name", TEXTS)
def test_hostile_reports_that_are_dropped_do_nothing(browser: Any, writable: Served, name: str) -> None:
    """As text, name of a file and outlet: taken in or refused, shown as text, nothing run or fetched."""
    words = TEXTS[name]
    seen = Seen(browser, WIDE)
    page = seen.page
    page.goto(f"{writable.address}/")
    page.locator(".drop").wait_for()
    text = f"Taliban fighters captured the city of Kunduz on Sunday, {words} said.\n\n{words}"
    drop(page, {NAMES[name]: text})
    give_token(page)
    page.get_by_label("Published on").fill("2021-08-09")
    page.get_by_label("Outlet").fill(words[:150])
    shown = page.locator(".file .name")
    assert shown.evaluate("element => element.textContent") == NAMES[name].replace("\u202e", "\\u202e")
    page.get_by_role("button", name="Take in").click()
    page.wait_for_function(
        "() => document.querySelector('.told') ||"
        " [...document.querySelectorAll('dialog button')].some(b => b.textContent === 'Show the map')",
        timeout=LONG,
    )
    if page.get_by_role("button", name="Show the map").count():
        assert page.evaluate("() => document.querySelector('dialog').scrollWidth <= innerWidth")
        page.get_by_role("button", name="Show the map").click()
    page.wait_for_function(SETTLED)
    if page.get_by_text("Nothing").count() == 0:
        page.get_by_role("combobox", name="Find a place").fill("Kunduz")
        page.keyboard.press("Enter")
        expect(page.locator(".claim").first).to_be_visible(timeout=LONG)
        assert page.locator(".claim :is(img, script, style, iframe, a, link, meta)").count() == 0
    assert page.evaluate("() => window.pwned") is None
    assert page.evaluate("() => getComputedStyle(document.body).display") == "block"
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    box = page.get_by_role("complementary").bounding_box()
    assert box is not None
    assert box["x"] + box["width"] <= WIDE["width"]
    assert page.url.startswith(writable.address)
    assert [url for url in seen.asked if not url.startswith((writable.address, "data:", "blob:"))] == []
    assert seen.complaints == []
    seen.context.close()


def test_a_hostile_line_is_shown_as_it_is(browser: Any, writable: Served) -> None:
    """Every key of a line that the page shows: markup stays text, and an address that is none no link."""
    line = {
        "id": "<b>one</b>", "outlet": "<img src=x onerror=pwned=1>", "published": "2021-08-09",
        "title": "<script>pwned=1</script>", "url": "javascript:pwned=1",
        "text": "Taliban fighters captured the city of Kunduz on Sunday, <b>residents</b> said.",
    }  # fmt: skip
    seen = Seen(browser, WIDE)
    page = seen.page
    page.goto(f"{writable.address}/")
    page.locator(".drop").wait_for()
    drop(page, {"lines.jsonl": f"{json.dumps(line)}\n{{\n"})
    give_token(page)
    page.get_by_role("button", name="Take in").click()
    page.get_by_role("button", name="Show the map").click(timeout=LONG)
    page.get_by_role("complementary").get_by_role("button", name="Kunduz").click()
    claim = page.locator(".claim").first
    expect(claim).to_contain_text("<img src=x onerror=pwned=1>")
    expect(claim).to_contain_text("<script>pwned=1</script>")
    assert claim.locator("img, script, a, blockquote b b").count() == 0
    assert page.evaluate("() => window.pwned") is None
    assert seen.complaints == []
    seen.context.close()
