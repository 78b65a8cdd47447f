"""The browser, and the page that most tests look at, written to a disk."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from page_factory import claims_of, page_data
from playwright.sync_api import Browser, expect, sync_playwright
from seen import (
    AS_AT_FIRST,
    FLAGS,
    HOSTILE,
    LAST_DAY,
    PHONE,
    SETTLED,
    WIDE,
    Seen,
    View,
    faultless,
    looked_at,
    missing,
)  # fmt: skip
from serving import serving

from whoholds.database import open_database
from whoholds.exports.html import write_page
from whoholds.server.settings import STATIC

expect.set_options(timeout=30_000)  # milliseconds: on a busy machine a page takes its time

SAMPLE = Path(str(files("whoholds") / "data" / "sample"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium")
    if chromium is None:
        missing("no Chromium: apt-get install chromium")
    if not (files("whoholds.exports") / "page" / "page.html").is_file():
        missing("the page is not built: run `npm ci && npm run build` in web/")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = page_data()
    kunduz = next(row for row in claims_of(data) if row["quote"].startswith("Kunduz city"))
    kunduz["quote"], kunduz["claimer"], kunduz["address"] = HOSTILE, HOSTILE, "javascript:alert(1)"
    path = tmp_path_factory.mktemp("page") / "page.html"
    path.write_text(write_page(data), "utf-8")
    return path


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server of the demonstration sample."""
    if not (STATIC / "index.html").is_file():
        missing("the page is not built: run `npm ci && npm run build` in web/")
    record = tmp_path_factory.mktemp("served") / "record.db"
    with open_database(record) as database:
        database.baseline(SAMPLE / "baseline.csv")
        database.add(SAMPLE / "reports.jsonl")
    with serving(record) as one:
        yield f"{one.address}/"


@pytest.fixture
def wide(browser: Browser) -> Iterator[Seen]:
    yield from looked_at(Seen(browser, WIDE))


@pytest.fixture
def phone(browser: Browser) -> Iterator[Seen]:
    yield from looked_at(Seen(browser, PHONE))


@pytest.fixture(scope="session")
def standing(browser: Browser, written: Path) -> Iterator[Seen]:
    """That page on a wide screen, opened once: to draw a first map takes longer than most tests."""
    seen = Seen(browser, WIDE)
    seen.open(written, LAST_DAY).wait_for_function(SETTLED)
    seen.page.evaluate(AS_AT_FIRST)
    yield seen
    seen.context.close()


@pytest.fixture
def view(standing: Seen) -> Iterator[View]:
    """Shows a view of it by its address, where a test changes what the address holds and the open tool."""
    standing.settle()
    standing.asked.clear()
    standing.complaints.clear()
    yield standing.show
    faultless(standing)
