"""The page as a server gives it: the frame first, a place when it is opened, nothing from anywhere else."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect
from seen import PHONE, SETTLED, WIDE, Seen

FRAME, PARTS = "**/api/page.json*", "**/api/page/places/**"
HALF_A_MINUTE = 31_000
DAYS = "since=2021-07-25&until=2021-08-31"


@pytest.fixture
def seen(browser: Any, served: str) -> Iterator[Seen]:
    """A wide page; at the end it has asked its own server alone and complained of nothing."""
    one = Seen(browser, WIDE)
    yield one
    assert [url for url in one.asked if not url.startswith((served, "data:", "blob:"))] == []
    assert one.complaints == []
    one.context.close()


def address(served: str, words: str = "") -> str:
    """The page of August 2021; `words` are more of its query, what it shows, or both."""
    query, _, shown = words.removeprefix("?").partition("#")
    return f"{served}?{DAYS}{'&' * bool(query)}{query}#{shown}"


def opened(seen: Seen, served: str, words: str = "") -> Page:
    seen.page.goto(address(served, words))
    seen.page.wait_for_function(SETTLED)
    return seen.page


def in_table(seen: Seen, served: str, words: str = "") -> Page:
    """The page with its table, for all in which the map has no part: to draw that takes longest."""
    query, _, shown = words.partition("#")
    seen.page.goto(address(served, f"{query}#{shown}&view=table"))
    expect(seen.page.get_by_role("row").nth(1)).to_be_visible(timeout=30_000)
    return seen.page


def id_of(page: Page, name: str) -> str:
    page.get_by_role("combobox", name="Find a place").fill(name)
    page.keyboard.press("Enter")
    page.wait_for_function("() => location.hash.includes('place=')")
    return str(page.evaluate("() => new URLSearchParams(location.hash.slice(1)).get('place')"))


def parts_in(seen: Seen) -> list[str]:
    return [url for url in seen.asked if "/api/page/places/" in url]


def test_the_map_comes_without_any_part(seen: Seen, served: str) -> None:
    page = opened(seen, served)
    drawn = page.evaluate("() => window.whoholdsMap.queryRenderedFeatures({layers: ['place-discs']}).length")
    assert drawn > 5
    assert parts_in(seen) == []
    page.get_by_role("button", name="Table").click()
    page.get_by_role("searchbox", name="Places with these words").fill("zaranj")
    expect(page.get_by_role("row", name="Zaranj")).to_contain_text("Taliban")
    assert parts_in(seen) == []


def test_a_dossier_asks_for_its_place_once(seen: Seen, served: str) -> None:
    page = in_table(seen, served, "#on=2021-08-09&known=then")
    kunduz = id_of(page, "Kunduz")
    expect(page.locator(".claim").first).to_be_visible()
    expect(page.locator(".sum tfoot")).to_contain_text("Probability")
    id_of(page, "Zaranj")
    expect(page.locator(".dossier h2")).to_have_text("Zaranj")
    expect(page.locator(".claim").first).to_be_visible()
    id_of(page, "Kunduz")
    expect(page.locator(".claim").first).to_be_visible()
    asked = parts_in(seen)
    assert len(asked) == 2
    assert kunduz.replace(":", "%3A") in asked[0]
    assert "recorded=" in asked[0]


def test_a_step_of_time_asks_nothing(seen: Seen, served: str) -> None:
    page = opened(seen, served, "#on=2021-08-07&known=then")
    before = len(seen.asked)
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    expect(page.get_by_role("status")).to_contain_text("12 August 2021")
    assert len(seen.asked) == before


def test_what_is_on_its_way_says_so(seen: Seen, served: str) -> None:
    page = in_table(seen, served)
    waiting: list[Route] = []
    page.route(PARTS, lambda route: waiting.append(route))
    id_of(page, "Kunduz")
    expect(page.get_by_text("Loading what was said")).to_be_visible()
    expect(page.locator(".state")).to_be_visible()
    waiting[0].continue_()
    expect(page.locator(".claim").first).to_be_visible()
    expect(page.get_by_text("Loading what was said")).to_have_count(0)


@pytest.mark.parametrize("how", ["no answer", "an error", "no JSON"])
def test_what_cannot_be_had_can_be_asked_for_again(seen: Seen, served: str, how: str) -> None:
    page = in_table(seen, served)
    answers: dict[str, Any] = {
        "no answer": lambda route: route.abort(),
        "an error": lambda route: route.fulfill(status=503, body="{}"),
        "no JSON": lambda route: route.fulfill(status=200, body="<!doctype html>"),
    }
    page.route(PARTS, answers[how])
    id_of(page, "Kunduz")
    expect(page.get_by_role("alert")).to_contain_text("could not be loaded")
    page.unroute(PARTS)
    page.get_by_role("button", name="Try again").click()
    expect(page.locator(".claim").first).to_be_visible()
    seen.complaints[:] = [one for one in seen.complaints if "Failed to load resource" not in one]


def test_a_part_of_another_record_is_not_shown(seen: Seen, served: str) -> None:
    page = in_table(seen, served)

    def newer(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=json.dumps({**answer.json(), "recorded": 10_000}))

    page.route(PARTS, newer)
    id_of(page, "Kunduz")
    expect(page.locator(".dossier .newer")).to_contain_text("The record has changed")
    expect(page.locator(".claim")).to_have_count(0)


def test_a_changed_record_is_offered_and_the_view_is_kept(seen: Seen, served: str) -> None:
    seen.page.clock.install()
    page = opened(seen, served, "#on=2021-08-08&known=2021-08-12&view=map")
    expect(page.get_by_role("status")).to_contain_text("as known on 12 August 2021")
    page.clock.fast_forward(HALF_A_MINUTE)
    page.wait_for_timeout(300)
    expect(page.locator(".newer")).to_have_count(0)
    page.route(FRAME, lambda route: route.fulfill(status=200, body="{}", headers={"ETag": '"newer"'}))
    page.clock.fast_forward(HALF_A_MINUTE)
    expect(page.locator(".newer")).to_contain_text("The record has changed")
    page.unroute(FRAME)
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page.locator(".newer")).to_have_count(0)
    expect(page.get_by_role("status")).to_have_text("True on 8 August 2021, as known on 12 August 2021")


def test_a_server_that_is_gone_is_named(seen: Seen, served: str) -> None:
    seen.page.route(FRAME, lambda route: route.abort())
    seen.page.goto(address(served))
    expect(seen.page.get_by_text("The server does not answer")).to_be_visible()
    seen.page.unroute(FRAME)
    seen.page.get_by_role("button", name="Try again").click()
    expect(seen.page.get_by_role("status")).to_contain_text("True on")
    seen.complaints[:] = [one for one in seen.complaints if "Failed to load resource" not in one]


@pytest.mark.parametrize(
    ("asked", "words"), [("as_of=rubbish%3Cb%3E", "cannot be 'rubbish<b>'"), ("recorded=99999", "99999")]
)
def test_what_the_server_refuses_is_told_in_its_words(
    seen: Seen, served: str, asked: str, words: str
) -> None:
    seen.page.goto(f"{served}?{asked}")
    message = seen.page.locator("#app.message")
    expect(message).to_contain_text(words)
    expect(message).not_to_contain_text("does not answer")
    expect(message.locator("b")).to_have_count(0)
    expect(message.get_by_role("button", name="Try again")).to_be_visible()
    seen.complaints[:] = [one for one in seen.complaints if "Failed to load resource" not in one]


def test_a_map_that_does_not_load_leaves_the_table(seen: Seen, served: str) -> None:
    seen.page.route("**/assets/live-*.js", lambda route: route.abort())
    seen.page.goto(address(served))
    expect(seen.page.get_by_text("The map could not be loaded")).to_be_visible()
    seen.page.get_by_role("searchbox", name="Places with these words").fill("zaranj")
    expect(seen.page.get_by_role("row", name="Zaranj")).to_be_visible()
    seen.complaints[:] = [one for one in seen.complaints if "Failed to load resource" not in one]


def test_an_older_record_is_asked_for_by_the_address(seen: Seen, served: str) -> None:
    page = in_table(seen, served, "?recorded=3#known=all")
    assert all("recorded=3" in url for url in seen.asked if "/api/" in url)
    expect(page.get_by_role("contentinfo")).to_contain_text("ledger 3")


def test_a_moment_in_the_address_is_named(seen: Seen, served: str) -> None:
    page = in_table(seen, served, "?as_of=2021-08-08T12:00:00%2B00:00#on=2021-08-08&known=all")
    expect(page.locator(".chip")).to_contain_text("published by 2021-08-08 12:00 UTC")
    then = page.get_by_role("button", name="that day")
    then.click()
    expect(then).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("ArrowRight")  # of a later day nothing is known as of that day
    expect(then).to_be_disabled()
    expect(page.get_by_role("group", name="As known").locator("[aria-pressed=true]")).to_have_text(
        "on a fixed day"
    )
    expect(page.get_by_label("As known on")).to_have_value("2021-08-08")
    page.keyboard.press("ArrowLeft")
    expect(then).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="Cite").click()
    expect(page.get_by_label("Citation")).to_have_value(
        re.compile(r"Only what had been published by 2021-08-08 12:00 UTC\.")
    )


def test_licences_are_fetched_when_they_are_looked_at(seen: Seen, served: str) -> None:
    page = in_table(seen, served)
    page.keyboard.press("?")
    page.get_by_text("Licences of the software").click()
    expect(page.locator(".help pre")).to_contain_text("maplibre-gl")


def test_a_phone_needs_no_sideways_scroll(browser: Any, served: str) -> None:
    one = Seen(browser, PHONE)
    page = opened(one, served, "#on=2021-08-09&known=then")
    id_of(page, "Kunduz")
    expect(page.locator(".claim").first).to_be_visible()
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    assert one.complaints == []
    one.context.close()


def test_nothing_of_the_header_is_cut(seen: Seen, served: str) -> None:
    """The title and every tool, on screens of several widths."""
    page = opened(seen, served)
    cut = """() => [...document.querySelectorAll('.header > *')].filter(one => {
      const box = one.getBoundingClientRect();
      return box.left < 0 || box.right > innerWidth || one.scrollHeight > one.clientHeight + 3
        || one.scrollWidth > one.clientWidth + 3;
    }).map(one => one.textContent)"""
    for width in (1600, 1280, 1181, 1100, 800, 390):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(cut) == [], width


def test_the_table_of_many_places_fits_a_phone(seen: Seen, served: str) -> None:
    seen.page.set_viewport_size({"width": 390, "height": 844})
    seen.page.goto(address(served, "#on=2021-08-12&known=all&view=table"))
    seen.page.get_by_role("searchbox", name="Places with these words").fill("zaranj")
    expect(seen.page.get_by_role("row", name="Zaranj")).to_contain_text("Taliban")
    assert seen.page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_a_dossier_comes_to_the_top_of_a_phone(browser: Any, served: str) -> None:
    one = Seen(browser, PHONE)
    one.page.goto(address(served, "#on=2021-08-09&known=then"))
    one.page.wait_for_function(SETTLED)
    one.page.wait_for_timeout(600)
    id_of(one.page, "Kunduz")
    expect(one.page.locator(".claim").first).to_be_visible()
    assert one.page.locator(".dossier h2").bounding_box()["y"] < 200  # type: ignore[index]
    assert one.complaints == []
    one.context.close()
