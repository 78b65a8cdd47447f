"""Two moments, or groups of claimers, against each other in a real browser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from factories import KUNDUZ, MAZAR
from playwright.sync_api import expect
from seen import PHONE, SETTLED, WIDE, Seen, View, state_of

DAYS = "since=2021-07-25&until=2021-08-31"
SIDES = "compare=groups&group=side%3ATaliban&group=side%3AAfghan+government&group=none"


def test_two_dates_list_what_changed_and_ring_it(wide: Seen, written: Path) -> None:
    page = wide.open(written, "#on=2021-08-12&known=then")
    page.wait_for_function(SETTLED)
    page.keyboard.press("c")
    expect(page.get_by_role("heading", name="Compare")).to_be_focused()
    page.get_by_label("A: True on").fill("2021-08-07")
    kunduz = page.locator(".turns li", has_text="Kunduz").first
    expect(kunduz).to_contain_text("Leaning to Afghan government")
    expect(kunduz).to_contain_text("Held by Taliban")
    assert state_of(page, KUNDUZ.id)["ringed"] == 1
    assert state_of(page, MAZAR.id).get("ringed", 0) == 0
    page.wait_for_function(
        "() => location.hash.includes('compare=days&a=2021-08-07%7Ethen&b=2021-08-12%7Ethen')"
    )
    kunduz.get_by_role("button").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".dossier h2")).to_have_text("Kunduz")
    page.get_by_role("button", name="Show A on the map").click()
    expect(page.locator(".chip")).to_have_text("True on 7 August 2021, as known that day")


def test_one_day_as_known_then_and_later(view: View) -> None:
    page = view("#on=2021-08-08&known=then&compare=days&a=2021-08-08~then&b=2021-08-08~all")
    expect(page.locator(".turns li")).to_have_count(1)
    expect(page.locator(".turns")).to_contain_text("Kunduz")
    assert state_of(page, KUNDUZ.id)["ringed"] == 1
    page.get_by_label("B: As known").select_option("that day")
    expect(page.get_by_text("No holder and no status differs")).to_be_visible()
    assert state_of(page, KUNDUZ.id)["ringed"] == 0


def test_sides_are_set_against_each_other(wide: Seen, written: Path) -> None:
    page = wide.open(written, "#on=2021-08-08&known=then")
    page.wait_for_function(SETTLED)
    page.keyboard.press("c")
    page.get_by_role("button", name="Claimers").click()
    differ = page.locator(".turns.differ")
    expect(differ.locator("li")).to_have_count(1)
    said = differ.locator(".said")
    expect(said).to_have_count(3)
    expect(said.filter(has_text="side: Taliban")).to_contain_text("Taliban holds it 8 August 2021")
    expect(said.filter(has_text="side: Afghan government")).to_contain_text("Afghan government holds it")
    assert state_of(page, KUNDUZ.id)["ringed"] == 1
    page.wait_for_function("() => location.hash.includes('compare=groups')")
    page.keyboard.press("Escape")
    expect(differ).to_have_count(0)
    assert state_of(page, KUNDUZ.id)["ringed"] == 0
    page.wait_for_function("() => !location.hash.includes('compare')")


def test_chosen_claimers_are_a_group(view: View) -> None:
    page = view(f"#on=2021-08-08&known=then&{SIDES}")
    page.get_by_label("Group 3", exact=True).select_option("chosen claimers")
    page.get_by_label("Group 3: Add a claimer").fill("an army spokesman")
    expect(page.locator(".chosen")).to_contain_text("an army spokesman")
    last = page.locator(".turns.differ .said").last
    expect(last).to_contain_text("an army spokesman")
    expect(last).to_contain_text("Afghan government holds it")
    page.wait_for_function("() => location.hash.includes('group=by%3Aan+army+spokesman')")
    page.get_by_role("button", name="Leave out an army spokesman").click()
    expect(last).to_contain_text("says nothing of it")
    page.get_by_role("button", name="Remove Group 1").click()
    expect(page.locator(".group")).to_have_count(2)


def test_a_filter_holds_in_a_comparison(view: View) -> None:
    page = view(f"#on=2021-08-08&known=then&{SIDES}&side=Taliban")
    expect(page.locator(".turns.alone")).to_contain_text("1 place")
    expect(page.locator(".turns.differ")).to_have_count(0)


def test_what_cannot_be_compared_is_left_out(wide: Seen, written: Path) -> None:
    page = wide.open(written, "#compare=groups&group=none&group=side%3A%3Cb%3E")
    page.wait_for_function(SETTLED)
    expect(page.locator(".side")).to_have_count(0)


def test_the_served_page_compares_without_asking(browser: Any, served: str) -> None:
    one = Seen(browser, WIDE)
    page = one.page
    page.goto(f"{served}?{DAYS}#on=2021-08-12&known=then")
    page.wait_for_function(SETTLED)
    asked = len(one.asked)
    page.keyboard.press("c")
    expect(page.locator(".turns li").first).to_be_visible()
    page.get_by_role("button", name="Claimers").click()
    expect(page.locator(".turns").first).to_be_visible()
    assert len(one.asked) == asked
    assert one.complaints == []
    one.context.close()


def test_a_phone_needs_no_sideways_scroll(browser: Any, written: Path) -> None:
    one = Seen(browser, PHONE, color_scheme="dark")
    for words in (SIDES, "compare=days&a=2021-08-05~then&b=2021-08-12~2021-08-14"):
        page = one.open(written, f"#on=2021-08-08&known=then&{words}")
        page.wait_for_function(SETTLED)
        expect(page.locator(".side")).to_be_visible()
        assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    assert one.complaints == []
    one.context.close()
