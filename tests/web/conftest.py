"""The browser, and the page that most tests look at, written to a disk."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from page_factory import claims_of, page_data
from playwright.sync_api import Browser, sync_playwright
from seen import FLAGS, HOSTILE, PHONE, WIDE, Seen, looked_at, missing
from serving import serving

from whoholds.database import open_database
from whoholds.exports.html import write_page
from whoholds.server.settings import STATIC

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
