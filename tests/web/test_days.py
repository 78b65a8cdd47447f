"""Days are typed as 2021-08-09 in every browser; what is no day is said, and not taken."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from seen import SETTLED, Seen

FIXED = "#on=2021-08-14&known=2021-08-12"


@pytest.fixture(scope="module", params=["en-US", "fr-FR"])
def seen(browser: Browser, written: Path, request: pytest.FixtureRequest) -> Iterator[Seen]:
    one = Seen(browser, {"width": 1280, "height": 720}, locale=request.param)
    one.open(written, f"{FIXED}&lang=en").wait_for_function(SETTLED)
    yield one
    one.context.close()


@pytest.fixture
def page(seen: Seen) -> Page:
    """The same for each test: a fixed day of knowledge, and the field for it untouched."""
    seen.show("#known=all&lang=en")
    return seen.show(f"{FIXED}&lang=en")


def test_days_are_shown_and_taken_in_one_form_whatever_the_browser(page: Page) -> None:
    field = page.get_by_label("As known on")
    expect(field).to_have_value("2021-08-12")
    field.fill("2021/8/9")
    field.press("Enter")
    expect(field).to_have_value("2021-08-09")
    expect(page.locator(".chip")).to_contain_text("as known on 9 August 2021")


def test_what_is_no_day_is_said_and_not_taken(page: Page) -> None:
    field = page.get_by_label("As known on")
    field.fill("2021-02-30")
    field.press("Tab")
    expect(page.get_by_role("alert")).to_have_text("Give a day as YYYY-MM-DD.")
    expect(field).to_have_attribute("aria-invalid", "true")
    field.fill("1999-01-01")
    field.press("Tab")
    expect(page.get_by_role("alert")).to_contain_text("Give a day from 20")
    expect(page.locator(".chip")).to_contain_text("as known on 12 August 2021")
    field.fill("2021-08-10")
    expect(page.get_by_role("alert")).to_have_count(0)


def test_arrows_go_by_days_and_leave_the_day_shown_alone(page: Page) -> None:
    field = page.get_by_label("As known on")
    field.press("ArrowDown")
    expect(field).to_have_value("2021-08-11")
    field.press("PageDown")
    expect(field).to_have_value("2021-08-04")
    expect(page.locator(".chip")).to_contain_text("True on 14 August 2021, as known on 4 August")


def test_the_outermost_places_have_room_for_their_names_beside_the_legend(page: Page) -> None:
    page.wait_for_function(SETTLED)
    west = page.evaluate(
        "() => Math.min(...window.whoholdsMap.querySourceFeatures('places')"
        ".map(({geometry}) => window.whoholdsMap.project(geometry.coordinates).x))"
    )
    legend = page.locator(".legend").bounding_box()
    assert legend is not None
    assert west - (legend["x"] + legend["width"]) > 80
