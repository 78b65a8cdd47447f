"""The page in a real browser, opened from a disk."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from factories import AYBAK, KUNDUZ
from page_factory import GHAZNI, HERAT, LASHKAR_GAH, make_frame, make_picture, page_data
from playwright.sync_api import expect
from seen import SETTLED, STATE, Seen, View, state_of

from whoholds.exports.html import write_page
from whoholds.exports.page_build import build_page
from whoholds.exports.symbology import symbology

OF_TALIBAN = symbology()["parties"]["Taliban"]


def test_both_clocks_are_said_and_the_slider_moves_one(wide: Seen, written: Path) -> None:
    page = wide.open(written, "#on=2021-08-07&known=then")
    expect(page.get_by_role("status")).to_have_text("True on 7 August 2021, as known that day")
    page.get_by_role("slider", name="True on").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("status")).to_have_text("True on 8 August 2021, as known that day")
    page.get_by_role("button", name="in all reports").click()
    expect(page.get_by_role("status")).to_have_text(
        "True on 8 August 2021, as known in all reports to 14 August 2021"
    )
    page.wait_for_function("() => location.hash === '#on=2021-08-08&known=all'")
    page.get_by_role("button", name="Play").focus()
    page.keyboard.type("d2021-08-20\n")
    expect(page.get_by_role("slider", name="True on")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    page.wait_for_function("() => location.hash === '#on=2021-08-19&known=all'")


def test_dots_take_the_holder_s_colour_and_the_state_s_pattern(view: View) -> None:
    page = view("#on=2021-08-12&known=then")
    kunduz, herat, ghazni = (state_of(page, place.id) for place in (KUNDUZ, HERAT, GHAZNI))
    assert (kunduz["fill"], kunduz["filled"], kunduz["dots"]) == (OF_TALIBAN, 1, 0)
    assert (herat["filled"], herat["stripes"]) == (1, 1)
    assert herat["challenger"] != herat["fill"]
    assert (ghazni["dots"], ghazni["claimed"], ghazni["claimer"]) == (1, 1, OF_TALIBAN)
    assert state_of(page, LASHKAR_GAH.id)["besieged"] == 1
    query = "() => window.whoholdsMap.queryRenderedFeatures({layers: ['place-discs']})"
    drawn = page.evaluate(f"{query}.map(feature => feature.properties.name)")
    assert {"Kunduz", "Herat", "Zaranj"} <= set(drawn)


def test_a_claimed_province_is_filled_not_dotted(wide: Seen, tmp_path: Path) -> None:
    data = page_data()
    herat = next(number for number, row in enumerate(data["frame"]["places"]) if row["id"] == HERAT.id)
    outline = next(row for row in data["frame"]["outlines"] if row["name"] == "Herat")
    outline["place"] = herat
    path = tmp_path / "area.html"
    path.write_text(write_page(data), "utf-8")
    page = wide.open(path, "#on=2021-08-12&known=then")
    page.wait_for_function(SETTLED)
    state = page.evaluate(STATE, ["outlines", herat + 1])
    assert (state["filled"], state["stripes"]) == (1, 1)
    query = "() => window.whoholdsMap.queryRenderedFeatures({layers: ['place-discs']})"
    drawn = page.evaluate(f"{query}.map(feature => feature.properties.name)")
    assert "Herat" not in drawn
    assert "Zaranj" in drawn


def test_a_step_of_time_recolours(view: View) -> None:
    page = view("#on=2021-08-07&known=then")
    before = state_of(page, AYBAK.id)
    for _ in range(2):
        page.keyboard.press("ArrowRight")
    page.wait_for_function("() => location.hash.includes('2021-08-09')")
    after = state_of(page, AYBAK.id)
    assert (before["gone"], after["gone"]) == (1, 0)  # nobody had told of it yet
    assert (after["dots"], after["fill"]) == (0, OF_TALIBAN)


def test_projections_are_painted_after_the_day_of_knowledge(view: View) -> None:
    page = view(f"#on=2021-08-20&known=2021-08-10&place={KUNDUZ.id}")
    state = state_of(page, KUNDUZ.id)
    assert (state["dots"], state["fill"]) == (0, OF_TALIBAN)
    expect(page.locator(".chip")).to_contain_text("projection")
    expect(page.locator(".state-head")).to_contain_text("projection")
    expect(page.locator(".state")).to_contain_text("Projection from 10 August 2021, the day of knowledge.")
    page.get_by_role("button", name="Go to 10 August 2021, the day of knowledge").click()
    expect(page.locator(".state .projected")).to_have_count(0)
    expect(page.locator(".state-head")).to_have_text("Held by Taliban")


def test_projections_are_counted_after_the_day_of_knowledge(view: View) -> None:
    page = view("#on=2021-08-09&known=2021-08-08")
    overview = page.get_by_role("complementary", name="Overview")
    expect(overview).to_contain_text("Projection from 8 August 2021, the day of knowledge.")
    expect(overview.locator(".counts li")).to_have_count(4)
    page.get_by_role("button", name="Table").click()
    expect(page.locator(".table-pane .after")).to_contain_text("Projection from 8 August 2021")
    expect(page.get_by_role("row", name="Zaranj")).to_contain_text("held, projection")
    page.get_by_role("button", name="that day").click()
    expect(page.locator(".after")).to_have_count(0)


def test_a_click_on_a_dot_opens_its_dossier(view: View) -> None:
    page = view("#on=2021-08-09&known=then")
    page.wait_for_function(SETTLED)
    at = page.evaluate(
        "([lon, lat]) => { const map = window.whoholdsMap, at = map.project([lon, lat]),"
        " box = map.getCanvas().getBoundingClientRect(); return [at.x + box.x, at.y + box.y]; }",
        [AYBAK.lon, AYBAK.lat],
    )
    page.mouse.click(*at)
    dossier = page.get_by_role("complementary", name="Dossier")
    expect(dossier.get_by_role("heading", level=2)).to_have_text("Aybak")
    expect(dossier).to_contain_text("Held by Taliban")
    expect(dossier).to_contain_text("the deputy governor says")
    expect(dossier.locator(".claim .against")).to_have_text("against own interest")
    page.keyboard.press("Escape")
    expect(page.get_by_role("complementary", name="Overview")).to_be_visible()


def test_contradictions_stand_side_by_side(view: View) -> None:
    page = view(f"#on=2021-08-08&known=then&place={KUNDUZ.id}")
    heads = page.locator(".position h4")
    expect(heads).to_have_text(
        ["Afghan government holds it", "Taliban holds it", "Taliban attacks it", "Silent"]
    )
    expect(page.get_by_text("They contradict each other.")).to_be_visible()
    expect(page.locator(".sum tfoot")).to_contain_text("Probability")
    expect(page.get_by_text("1 later claim not shown")).to_be_visible()


def test_markup_in_a_report_is_text(wide: Seen, written: Path) -> None:
    page = wide.open(written, f"#on=2021-08-09&known=then&place={KUNDUZ.id}")
    newest = page.locator(".claim").first
    expect(newest).to_contain_text("</script><img src=x onerror=alert(1)><b>bold</b>")
    assert newest.locator("img, a").count() == 0
    assert newest.locator("blockquote").get_attribute("dir") == "auto"
    page.get_by_role("combobox", name="Find a place").fill("kun")
    expect(page.get_by_role("option").first).to_contain_text("Kunduz")


def test_the_table_holds_the_same_and_sorts(wide: Seen, written: Path) -> None:
    page = wide.open(written, "#on=2021-08-12&known=then&view=table")
    expect(page.get_by_role("row")).to_have_count(8)
    expect(page.get_by_role("row", name="Zaranj")).to_contain_text("Taliban")
    page.get_by_role("button", name="Probability").click()
    page.get_by_role("button", name="Probability").click()
    expect(page.get_by_role("columnheader", name="Probability")).to_have_attribute("aria-sort", "descending")
    told = page.locator("td.at-probability").all_inner_texts()
    shares = [int("".join(filter(str.isdecimal, words))) for words in told if words]
    assert shares == sorted(shares, reverse=True)
    page.get_by_role("row", name="Zaranj").get_by_role("button").click()
    expect(page.locator(".dossier h2")).to_have_text("Zaranj")


def test_the_keyboard_reaches_everything(wide: Seen, written: Path) -> None:
    page = wide.open(written)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("How to read this page")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.keyboard.press("/")
    page.keyboard.type("herat")
    page.keyboard.press("Enter")
    expect(page.locator(".dossier h2")).to_have_text("Herat")
    page.get_by_role("button", name="Play").press("Enter")
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    expect(page.get_by_role("status")).not_to_contain_text("28 August")


def test_a_phone_needs_no_sideways_scroll(phone: Seen, written: Path) -> None:
    for words in ("", f"#on=2021-08-09&place={KUNDUZ.id}", "#view=table"):
        page = phone.open(written, words)
        page.reload()
        expect(page.get_by_role("status")).to_be_visible()
        assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_dark_and_light_differ(wide: Seen, written: Path) -> None:
    """Also where the scheme changes while the page is open."""
    land = "() => window.whoholdsMap.getPaintProperty('land', 'fill-color')"
    page = wide.open(written)
    page.wait_for_function(SETTLED)
    light = page.evaluate(land)
    grounds = {light, page.evaluate("() => getComputedStyle(document.body).backgroundColor")}
    page.emulate_media(color_scheme="dark")
    drawn = "window.whoholdsMap.getLayer('land') !== undefined"
    page.wait_for_function(f"light => {drawn} && ({land})() !== light", arg=light)
    page.wait_for_function(SETTLED)
    grounds |= {page.evaluate(land), page.evaluate("() => getComputedStyle(document.body).backgroundColor")}
    assert len(grounds) == 4


def test_without_webgl_the_table_stands_in(wide: Seen, written: Path) -> None:
    wide.page.add_init_script("HTMLCanvasElement.prototype.getContext = () => null")
    page = wide.open(written)
    expect(page.get_by_text("cannot draw the map")).to_be_visible()
    expect(page.get_by_role("row")).to_have_count(9)


def test_an_empty_picture_says_so(wide: Seen, tmp_path: Path) -> None:
    path = tmp_path / "empty.html"
    path.write_text(write_page(build_page(make_picture(()), make_frame(), []).data()), "utf-8")
    page = wide.open(path)
    expect(page.get_by_text("Nothing is recorded yet")).to_be_visible()


def test_a_form_without_data_says_so(wide: Seen) -> None:
    page = wide.open(Path(str(files("whoholds.exports") / "page" / "page.html")))
    expect(page.get_by_text("This page holds no picture")).to_be_visible()
