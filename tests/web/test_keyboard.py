"""The page by the keyboard alone."""

from __future__ import annotations

from pathlib import Path

from factories import GOVERNMENT, KUNDUZ, TALIBAN
from page_factory import page_data
from playwright.sync_api import Browser, Page, expect
from seen import SETTLED, WIDE, Seen

from whoholds.exports.html import write_page


def day_of(page: Page) -> int:
    return int(page.get_by_role("slider").input_value())


def focus_comes_to(page: Page, wanted: str) -> None:
    page.wait_for_function(
        "wanted => document.activeElement.id === wanted",
        arg=wanted,
    )


def test_arrows_go_a_day_and_with_shift_a_week(wide: Seen, written: Path) -> None:
    """Anywhere on the page, and on the slider itself."""
    page = wide.open(written, "#on=2021-08-12&known=then")
    start = day_of(page)
    for key, moved in (
        ("ArrowLeft", -1),
        ("Shift+ArrowLeft", -8),
        ("Shift+ArrowRight", -1),
        ("ArrowRight", 0),
    ):
        page.keyboard.press(key)
        page.wait_for_function(
            "day => document.getElementById('day').valueAsNumber === day", arg=start + moved
        )
    page.get_by_role("slider").focus()
    page.keyboard.press("Shift+ArrowRight")
    page.wait_for_function("day => document.getElementById('day').valueAsNumber === day", arg=start + 7)


def test_signs_work_where_a_list_of_choices_has_the_focus(wide: Seen, written: Path) -> None:
    page = wide.open(written, f"#on=2021-08-12&known=then&place={KUNDUZ.id}")
    chosen = page.get_by_label("Speed")
    chosen.focus()
    page.keyboard.press("t")
    expect(page.locator(".table-pane")).to_have_count(0)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    chosen.focus()
    page.keyboard.press("/")
    expect(page.get_by_role("combobox", name="Find a place")).to_be_focused()
    chosen.focus()
    page.keyboard.press("Escape")
    expect(page.get_by_role("complementary", name="Overview")).to_be_visible()


def test_t_turns_between_map_and_table(wide: Seen, written: Path) -> None:
    page = wide.open(written, "#on=2021-08-12&known=then")
    page.keyboard.press("t")
    expect(page.get_by_role("row", name="Zaranj")).to_be_visible()
    page.keyboard.press("t")
    expect(page.locator(".map")).to_be_visible()
    page.keyboard.press("/")
    page.keyboard.type("t")
    expect(page.locator(".map")).to_be_visible()


def test_a_place_of_the_table_opens_and_the_focus_returns(wide: Seen, written: Path) -> None:
    page = wide.open(written, "#on=2021-08-12&known=then&view=table")
    page.wait_for_timeout(600)
    zaranj = page.get_by_role("row", name="Zaranj").get_by_role("button")
    zaranj.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".dossier h2")).to_be_focused()
    page.get_by_role("button", name="Close").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("complementary", name="Overview")).to_be_visible()
    expect(zaranj).to_be_focused()
    page.get_by_role("button", name="Map", exact=True).click()
    change = page.locator(".changes button").nth(1)
    place = change.locator("bdi").inner_text()
    change.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".dossier h2")).to_have_text(place)
    page.keyboard.press("Escape")  # the overview is drawn anew
    page.wait_for_function(
        "place => document.activeElement.matches('.changes button')"
        " && document.activeElement.querySelector('bdi').textContent === place",
        arg=place,
    )


def test_the_focus_returns_when_a_dialog_or_a_tool_is_closed(wide: Seen, written: Path) -> None:
    """However it was opened and closed: by its button, or by its key where nothing had the focus."""
    page = wide.open(written)
    page.wait_for_timeout(600)
    for key, button in (("f", "Filters"), ("c", "Compare"), ("?", "Help")):
        page.evaluate("() => document.activeElement.blur()")
        page.keyboard.press(key)
        expect(page.locator("dialog, .side")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.locator("dialog, .side")).to_have_count(0)
        expect(page.get_by_role("button", name=button, exact=True)).to_be_focused()
    page.get_by_role("button", name="Play").focus()
    page.keyboard.press("/")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Play")).to_be_focused()
    cite = page.get_by_role("button", name="Cite")
    cite.focus()
    for close in ("Escape", "button"):
        page.keyboard.press("Enter")
        dialog = page.get_by_role("dialog")
        expect(dialog).to_be_visible()
        if close == "Escape":
            page.keyboard.press("Escape")
        else:
            dialog.get_by_role("button", name="Close").focus()
            page.keyboard.press("Enter")
        expect(dialog).to_have_count(0)
        expect(cite).to_be_focused()


def test_links_skip_to_what_matters(wide: Seen, written: Path) -> None:
    """The first two stops of the tabulator; the address does not change by them."""
    page = wide.open(written, "#on=2021-08-12&known=then")
    page.wait_for_timeout(400)
    before = page.evaluate("() => location.hash")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="To what is known")
    expect(skip).to_be_focused()
    box = skip.bounding_box()
    assert box is not None
    assert box["y"] >= 0
    page.keyboard.press("Enter")
    focus_comes_to(page, "panel")
    page.get_by_role("link", name="To the days").focus()
    page.keyboard.press("Enter")
    focus_comes_to(page, "day")
    assert page.evaluate("() => location.hash") == before


def test_every_place_of_the_map_is_reached_by_its_name(wide: Seen, written: Path) -> None:
    page = wide.open(written)
    for name in page_data()["frame"]["places"][:4]:
        page.keyboard.press("/")
        page.keyboard.type(name["name"])
        page.keyboard.press("Enter")
        expect(page.locator(".dossier h2")).to_have_text(name["name"])
        page.keyboard.press("Escape")
        focus_comes_to(page, "panel")


def test_both_clocks_are_told_politely(wide: Seen, written: Path) -> None:
    page = wide.open(written)
    expect(page.get_by_role("status")).to_have_attribute("aria-live", "polite")
    page.get_by_role("button", name="Play").press("Enter")
    expect(page.get_by_role("status")).to_have_attribute("aria-live", "off")


def test_nothing_moves_for_who_wants_no_motion(browser: Browser, written: Path) -> None:
    """The map jumps to a place; it does not fly."""
    seen = Seen(browser, WIDE, reduced_motion="reduce")
    page = seen.open(written, "#look=31.5,62.0,7")
    page.wait_for_function(SETTLED)
    page.get_by_role("combobox", name="Find a place").fill("kunduz")
    page.evaluate("() => { window.moves = 0; window.whoholdsMap.on('move', () => { window.moves += 1; }); }")
    page.keyboard.press("Enter")
    page.wait_for_function("() => location.hash.includes('look=36')")
    assert page.evaluate("() => window.moves") <= 2
    seen.context.close()


def test_colours_that_look_alike_are_told_in_the_legend(wide: Seen, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(write_page(page_data(colours={TALIBAN: "#C00000", GOVERNMENT: "#008000"})), "utf-8")
    page = wide.open(path, f"#place={KUNDUZ.id}")
    expect(page.locator(".legend .flag")).to_contain_text("look alike in deutan sight (ΔE2000 ")
    page.get_by_label("Language").select_option("fr")
    expect(page.locator(".legend .flag")).to_contain_text("se ressemblent en vision deutane")


def test_who_held_it_who_disputed_it_and_what_was_known_the_day_before(wide: Seen, written: Path) -> None:
    """By keys alone; what has the focus is seen, and the dossier tells its state when the day changes."""
    page = wide.open(written, "#on=2021-08-12&known=then")
    page.wait_for_timeout(600)
    page.keyboard.press("/")
    page.keyboard.type("kunduz")
    page.keyboard.press("Enter")
    heading = page.locator(".dossier h2")
    expect(heading).to_be_focused()
    page.keyboard.press("d")
    page.keyboard.type("2021-08-09")
    page.keyboard.press("Enter")
    expect(heading).to_be_focused()
    state = page.locator(".dossier .state")
    expect(state).to_have_attribute("aria-live", "polite")
    expect(state).to_contain_text("Taliban")
    said = page.locator(".position a").first
    page.keyboard.press("Tab")
    expect(said).to_be_focused()
    said.press("Enter")
    claim = page.locator(".claim:focus-visible")
    expect(claim).to_contain_text(said.inner_text())
    expect(claim).to_be_in_viewport()
    assert claim.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".chip")).to_have_text("True on 8 August 2021, as known that day")
    page.keyboard.press("d")
    page.keyboard.press("Escape")
    expect(page.get_by_role("complementary", name="Dossier")).to_be_visible()
