"""Filters in a real browser: what is shown, what the counts say, what the address keeps."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from factories import KUNDUZ
from page_factory import GHAZNI, HERAT, ZARANJ
from playwright.sync_api import Page, expect
from seen import PHONE, SETTLED, WIDE, Seen, View, state_of

DAYS = "since=2021-07-25&until=2021-08-31"


@pytest.fixture
def at_server(browser: Any, served: str) -> Iterator[Seen]:
    """A wide page of the server; at the end it has asked nobody else and complained of nothing."""
    one = Seen(browser, WIDE)
    yield one
    assert [url for url in one.asked if not url.startswith((served, "data:", "blob:"))] == []
    assert one.complaints == []
    one.context.close()


def choice(page: Page, facet: str, value: str) -> Any:
    """The button of a value, whatever its count."""
    return page.get_by_role("group", name=facet, exact=True).get_by_role("button", name=value)


def number(page: Page, facet: str, value: str) -> int:
    return int(choice(page, facet, value).locator(".number").inner_text().replace(",", ""))


def test_a_value_is_chosen_by_keyboard_and_kept_in_the_address(view: View) -> None:
    page = view("#on=2021-08-12&known=then")
    page.wait_for_function(SETTLED)
    page.keyboard.press("f")
    expect(page.get_by_role("heading", name="Filters")).to_be_focused()
    expect(page.get_by_role("button", name="Filters", exact=True)).to_have_attribute("aria-expanded", "true")
    kept = number(page, "Outlet", "Plain Dealer")
    choice(page, "Outlet", "Plain Dealer").focus()
    page.keyboard.press("Enter")
    expect(choice(page, "Outlet", "Plain Dealer")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".filtered")).to_contain_text(f"Filtered: Outlet: Plain Dealer · {kept} of 15 claims")
    page.wait_for_function("() => location.hash.includes('outlet=Plain+Dealer')")
    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", name="Filters")).to_have_count(0)
    expect(page.get_by_role("button", name="Filters", exact=True)).to_have_attribute("aria-expanded", "false")
    expect(page.locator(".filtered")).to_be_visible()
    page.get_by_role("button", name="Clear all filters").click()
    expect(page.locator(".filtered")).to_have_count(0)
    page.wait_for_function("() => !location.hash.includes('outlet')")


def test_places_without_a_kept_claim_are_hollow(view: View) -> None:
    page = view("#on=2021-08-12&known=then")
    before = {place.id: state_of(page, place.id) for place in (KUNDUZ, ZARANJ, HERAT, GHAZNI)}
    page.evaluate("() => { location.hash = '#on=2021-08-12&known=then&outlet=Plain+Dealer'; }")
    expect(page.locator(".filtered")).to_be_visible()
    after = {place: state_of(page, place) for place in before}
    assert (before[KUNDUZ.id]["filled"], before[KUNDUZ.id]["out"]) == (1, 0)
    assert (after[KUNDUZ.id]["filled"], after[KUNDUZ.id]["dots"], after[KUNDUZ.id]["out"]) == (0, 0, 1)
    for place in (ZARANJ, HERAT, GHAZNI):
        assert after[place.id] == before[place.id]
    expect(page.locator(".legend")).to_contain_text("not selected by the filter")


def test_table_and_counts_hold_the_selected_places(view: View) -> None:
    page = view("#on=2021-08-12&known=then&view=table&side=Taliban")
    expect(page.locator(".places tbody tr")).to_have_count(1)
    expect(page.get_by_role("row", name="Kunduz")).to_contain_text("2021-08-08")
    expect(page.locator("caption")).to_contain_text("6 places without a claim that the filter keeps")
    expect(page.locator(".counts")).to_contain_text("1 held")
    page.evaluate("() => { location.hash = '#on=2021-08-12&known=then&side=Taliban&until=2021-07-01'; }")
    expect(page.locator(".overview")).to_contain_text("Nothing is among what the filters keep")
    expect(page.locator(".counts")).to_have_count(0)


def test_a_dossier_shows_the_kept_claims_and_the_same_state(view: View) -> None:
    page = view(f"#on=2021-08-09&known=then&place={KUNDUZ.id}")
    state, claims = page.locator(".state").inner_text(), page.locator(".claim").count()
    page.keyboard.press("f")
    choice(page, "Side of the claimer", "Taliban").click()
    expect(page.locator(".claim")).to_have_count(1)
    expect(page.locator(".dossier")).to_contain_text(
        f"{claims - 1} claims not shown: the filter leaves them out"
    )
    expect(page.locator(".position h4")).to_have_text(["Taliban holds it", "Silent"])
    assert page.locator(".state").inner_text() == state
    expect(page.locator(".side")).to_contain_text("The assessed states stay as they are")
    address = f"#on=2021-08-09&known=then&place={KUNDUZ.id}&until=2021-07-01"
    page.evaluate("address => { location.hash = address; }", address)
    expect(page.locator(".dossier")).to_contain_text("No claim that the filter keeps says who holds it")
    expect(page.locator(".dossier")).not_to_contain_text("Nobody says who holds it")


def test_counts_are_those_under_the_other_filters(view: View) -> None:
    page = view("#on=2021-08-28&known=all")
    page.keyboard.press("f")
    everything = {value: number(page, "Outlet", value) for value in ("Plain Dealer", "North Gazette")}
    choice(page, "Party", "Taliban").click()
    under = {value: number(page, "Outlet", value) for value in everything}
    assert all(under[value] <= everything[value] for value in everything)
    assert under != everything
    choice(page, "Outlet", "Plain Dealer").click()
    assert {value: number(page, "Outlet", value) for value in everything} == under
    expect(page.locator(".filtered")).to_contain_text(f"· {under['Plain Dealer']} of ")


def test_claimers_by_words_and_days(view: View) -> None:
    page = view("#on=2021-08-28&known=all")
    page.keyboard.press("f")
    page.get_by_role("searchbox", name="Claimers with these words").fill("SPOKESMAN")
    page.keyboard.press("Enter")
    expect(page.locator(".filtered")).to_contain_text("Claimer: SPOKESMAN · 4 of")
    page.get_by_role("group", name="Days spoken of").get_by_label("Since").fill("2021-08-09")
    expect(page.locator(".filtered")).to_contain_text("Since: 9 August 2021 · 1 of")
    page.wait_for_function("() => location.hash.includes('claimer=SPOKESMAN&since=2021-08-09')")
    published = page.get_by_role("group", name="Days of publication")
    published.get_by_label("Until").fill("2021-08-08")
    expect(page.locator(".filtered")).to_contain_text("Published until: 8 August 2021 · 0 of")
    published.get_by_label("Since").fill("2021-08-09")
    page.keyboard.press("Enter")
    expect(published.get_by_role("alert")).to_contain_text("to 2021-08-08")
    published.get_by_label("Until").fill("2021-08-28")
    expect(page.locator(".filtered")).to_contain_text("· 1 of")


def test_several_values_of_one_filter(wide: Seen, written: Path) -> None:
    page = wide.open(written, "#on=2021-08-28&known=all")
    page.keyboard.press("f")
    counts = {value: number(page, "Outlet", value) for value in ("Plain Dealer", "North Gazette")}
    for value in counts:
        choice(page, "Outlet", value).click()
    expect(page.locator(".filtered")).to_contain_text(
        f"Outlet: Plain Dealer or North Gazette · {sum(counts.values())} of"
    )
    page.wait_for_function("() => location.hash.includes('outlet=Plain+Dealer&outlet=North+Gazette')")
    page.reload()
    expect(page.locator(".filtered")).to_contain_text(f"· {sum(counts.values())} of")
    page.keyboard.press("f")
    assert {value: number(page, "Outlet", value) for value in counts} == counts
    choice(page, "Outlet", "Plain Dealer").click()
    expect(page.locator(".filtered")).to_contain_text(f"Outlet: North Gazette · {counts['North Gazette']} of")
    words = page.get_by_role("searchbox", name="Claimers with these words")
    for typed in ("spokesman", "resident"):
        words.fill(typed)
        page.keyboard.press("Enter")
    expect(page.locator(".filtered")).to_contain_text("Claimer: spokesman or resident")
    choice(page, "Claimer", "spokesman").first.click()
    expect(page.locator(".filtered")).to_contain_text("Claimer: resident,")


def test_what_no_claim_has_is_not_asked_for(wide: Seen, written: Path) -> None:
    page = wide.open(written, "#on=2021-08-12&known=then&outlet=%3Cb%3E&party=Martians&since=soon")
    page.wait_for_function(SETTLED)
    expect(page.locator(".filtered")).to_have_count(0)


def test_a_citation_says_what_is_left_out(view: View) -> None:
    page = view("#on=2021-08-12&known=then&outlet=Plain+Dealer")
    page.get_by_role("button", name="Cite").click()
    words = page.get_by_label("Citation").input_value()
    assert "Filtered: Only places with claims where the outlet is Plain Dealer." in words
    assert "outlet=Plain+Dealer" in words


def test_time_goes_on_beside_an_open_panel(view: View) -> None:
    page = view("#on=2021-08-07&known=then")
    page.keyboard.press("f")
    before = number(page, "Outlet", "Plain Dealer")
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    expect(page.get_by_role("status")).to_contain_text("12 August 2021")
    assert number(page, "Outlet", "Plain Dealer") > before


def test_the_served_page_filters_without_asking(at_server: Seen, served: str) -> None:
    page = at_server.page
    page.goto(f"{served}?{DAYS}#on=2021-08-12&known=all")
    page.wait_for_function(SETTLED)
    asked = len(at_server.asked)
    page.keyboard.press("f")
    choice(page, "Party", "Taliban").click()
    chip = page.locator(".filtered")
    expect(chip).to_contain_text("Filtered: Party: Taliban")
    assert len(at_server.asked) == asked
    places = {row["id"] for row in page.request.get(f"{served}api/page.json?{DAYS}").json()["places"]}
    rows = page.request.get(
        f"{served}api/claims.json?party=Taliban&as_of=2021-08-31T23:59:59Z&limit=1000"
    ).json()["claims"]
    at_places = [row for row in rows if row["place_id"] in places]
    assert f" {len(at_places)} of " in chip.inner_text()
    choice(page, "Party", "Afghan government").click()
    expect(chip).to_contain_text("Party: Taliban or Afghan government")
    page.get_by_role("button", name="Download").click()
    link = page.get_by_role("link", name="GeoJSON").get_attribute("href")
    assert link is not None
    assert "party=Taliban&party=Afghan+government" in link
    told = page.request.get(f"{served}{link}").json()
    assert told["filters"] == {"party": ["Taliban", "Afghan government"]}


def test_on_a_phone_the_filters_are_a_sheet_one_tap_from_the_map(browser: Any, written: Path) -> None:
    """It has the focus, keeps it from what it covers, leaves some of the map, and gives the focus back."""
    one = Seen(browser, PHONE, color_scheme="dark")
    page = one.open(written, "#on=2021-08-12&known=then")
    page.wait_for_function(SETTLED)
    opener = page.locator(".map").get_by_role("button", name="Filters", exact=True)
    page.wait_for_timeout(600)
    opener.click()
    expect(page.get_by_role("heading", name="Filters")).to_be_focused()
    sheet, shown = page.locator(".side").bounding_box(), page.locator(".map").bounding_box()
    assert sheet is not None
    assert shown is not None
    assert sheet["y"] > shown["y"] + 80
    assert sheet["y"] + sheet["height"] == PHONE["height"]
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("() => document.activeElement.matches('.side *')")
    page.keyboard.press("Tab")
    expect(page.locator(".side").get_by_role("button", name="Close")).to_be_focused()
    choice(page, "Party", "Taliban").click()
    expect(page.locator(".filtered")).to_be_attached()
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    page.keyboard.press("Escape")
    expect(page.locator(".side")).to_have_count(0)
    expect(opener).to_be_focused()
    assert one.complaints == []
    one.context.close()
