"""The profile of a place and its reported numbers in a real browser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from factories import KUNDUZ
from page_factory import page_data, part_of
from playwright.sync_api import expect
from seen import PHONE, SETTLED, WIDE, Seen, View

from whoholds.exports.html import write_page
from whoholds.exports.page_place_data import CountRow

DAYS = "since=2021-07-25&until=2021-08-31"


def with_tolls(tmp_path: Path) -> Path:
    """The page, with two counts of one event at Kunduz, known on 2 and on 8 August."""
    data = page_data()
    part = part_of(data, KUNDUZ.id)
    older = part["claims"][-1]["id"]
    newer = next(row["id"] for row in part["claims"] if "figures" in row)
    counts: list[CountRow] = [
        {"claim": newer, "low": 20, "best": 20, "high": None, "text": "At least 20 civilians"},
        {"claim": older, "low": 12, "best": 12, "high": 12, "text": "a dozen"},
    ]
    part["tolls"] = [{"kind": "killed", "who": "civilians", "event": "shelling", "told": counts}]
    path = tmp_path / "tolls.html"
    path.write_text(write_page(data), "utf-8")
    return path


def test_a_profile_tells_why_the_place_matters(view: View) -> None:
    page = view(f"#on=2021-08-12&known=then&place={KUNDUZ.id}")
    profile = page.locator(".profile")
    expect(profile.get_by_role("heading", name="Why it matters")).to_be_visible()
    expect(profile).to_contain_text("161,902 people, most populous of the 3 places within 50 km")
    expect(profile).to_contain_text("Tajikistan 54 km")
    expect(profile).to_contain_text("Afghan government (likely) → Taliban, 8 August 2021")
    expect(profile.locator(".matters li")).to_have_count(2)
    first = profile.locator(".matters li").first
    expect(first.locator("b")).to_have_text("the road")
    expect(first).to_contain_text("North Gazette, 2 August 2021")


def test_a_profile_knows_no_more_than_the_day_of_knowledge(view: View) -> None:
    page = view(f"#on=2021-08-05&known=then&place={KUNDUZ.id}")
    profile = page.locator(".profile")
    expect(profile.locator(".matters li")).to_have_count(1)
    expect(profile).to_contain_text("1 quotation in reports published after the day of knowledge")
    expect(profile).to_contain_text("not from one known holder to another in the days shown")
    page.get_by_role("button", name="in all reports").click()
    expect(profile.locator(".matters li")).to_have_count(2)
    expect(profile).to_contain_text("known from 9 August 2021")


def test_a_range_shows_each_number_in_its_words(wide: Seen, tmp_path: Path) -> None:
    page = wide.open(with_tolls(tmp_path), f"#on=2021-08-12&known=then&place={KUNDUZ.id}")
    button = page.get_by_role("button", name="12 or more civilians killed")
    words = page.get_by_role("tooltip", include_hidden=True)
    expect(words).to_be_hidden()
    button.hover()
    expect(words).to_be_visible()
    expect(words.locator("q")).to_have_text(["a dozen", "At least 20 civilians"])
    page.mouse.move(5, 5)
    expect(words).to_be_hidden()
    button.focus()
    expect(words).to_be_visible()
    expect(words).to_contain_text("a doctor, North Gazette, 8 August 2021")
    assert button.get_attribute("aria-describedby") == words.get_attribute("id")


def test_a_range_needs_two_numbers_that_were_known(wide: Seen, tmp_path: Path) -> None:
    page = wide.open(with_tolls(tmp_path), f"#on=2021-08-05&known=then&place={KUNDUZ.id}")
    expect(page.locator(".claim").first).to_be_visible()
    expect(page.get_by_role("heading", name="Reported numbers")).to_have_count(0)


def test_the_server_gives_the_profile_with_the_part(browser: Any, served: str) -> None:
    one = Seen(browser, PHONE, color_scheme="dark")
    page = one.page
    page.goto(f"{served}?{DAYS}#on=2021-08-14&known=all&place={KUNDUZ.id}")
    page.wait_for_function(SETTLED)
    profile = page.locator(".profile")
    expect(profile).to_contain_text("Seat of")
    expect(profile).to_contain_text("Tajikistan")
    expect(profile.locator(".matters blockquote").first).to_contain_text("Kunduz")
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    assert one.complaints == []
    one.context.close()


def test_numbers_of_one_claim_stand_with_their_words(view: View) -> None:
    page = view(f"#on=2021-08-12&known=then&place={KUNDUZ.id}")
    figure = page.locator(".figures li").first
    expect(figure).to_contain_text("20 or more civilians")
    expect(figure.locator("q")).to_have_text("At least 20 civilians")
    assert page.viewport_size == WIDE
