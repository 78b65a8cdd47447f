"""What is seen first: the day that the page opens on, near names, the map clear of what stands over it."""

from __future__ import annotations

from pathlib import Path

import pytest
from factories import KUNDUZ
from page_factory import page_data
from playwright.sync_api import expect
from seen import SETTLED, Seen

from whoholds.database import in_memory
from whoholds.exports.html import write_page

MANY = "gn:1120985"  # of which two residents speak
LEGEND = "() => document.querySelector('.legend').getBoundingClientRect().right"
WEST = """() => { const map = window.whoholdsMap, at = map.getCanvas().getBoundingClientRect().left;
return Math.min(...map.queryRenderedFeatures({layers: ['place-discs']})
  .map(one => map.project(one.geometry.coordinates).x)) + at; }"""


@pytest.fixture(scope="module")
def grown_old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page of one town that was taken, and of a report half a year later that tells nothing of it."""
    with in_memory() as database:
        database.add_text(
            "Taliban fighters captured Kunduz on Sunday, residents said.", published="2021-08-09"
        )
        database.add_text("Prices of bread doubled within a week.", published="2022-03-01")
        words = database.page()
    path = tmp_path_factory.mktemp("old") / "page.html"
    path.write_text(words, "utf-8")
    return path


def test_it_opens_on_the_last_evidence_and_says_so(wide: Seen, grown_old: Path) -> None:
    page = wide.open(grown_old)
    expect(page.locator(".chip")).to_have_text("True on 9 August 2021, as known that day")
    said = page.get_by_text("The last day on which a report said who holds a place")
    expect(said).to_contain_text("the last report is of 1 March 2022")
    expect(page.locator(".counts")).to_contain_text("0 unknown")
    page.keyboard.press("ArrowRight")
    expect(said).to_have_count(0)


def test_a_link_opens_on_its_own_day(wide: Seen, grown_old: Path) -> None:
    page = wide.open(grown_old, "#on=2022-03-01&known=then")
    expect(page.locator(".chip")).to_have_text("True on 1 March 2022, as known that day")
    expect(page.locator(".counts")).to_contain_text("1 unknown")


def test_near_names_are_offered_for_a_slip(wide: Seen, written: Path) -> None:
    page = wide.open(written, "#on=2021-08-09&known=then")
    for typed in ("Kundus", "Kundoz", "kunudz", "Kunduzz", "Kundz"):
        page.get_by_role("combobox", name="Find a place").fill(typed)
        expect(page.get_by_text("Nothing is called so. Spelt nearly so:")).to_be_visible()
        page.keyboard.press("Enter")
        expect(page.locator(".dossier h2")).to_have_text("Kunduz")
        page.keyboard.press("Escape")
        expect(page.locator(".dossier")).to_have_count(0)


def test_no_name_is_offered_for_another_word(wide: Seen, written: Path) -> None:
    page = wide.open(written, "#on=2021-08-09&known=then")
    page.get_by_role("combobox", name="Find a place").fill("Marrakesh")
    expect(page.get_by_text("No place here has that in its name.")).to_be_visible()
    expect(page.locator("#found li")).to_have_count(1)


def test_the_legend_leaves_the_west_free_beside_a_tool(wide: Seen, written: Path) -> None:
    """Beside a tool it stands open from a width on."""
    page = wide.open(written, "#on=2021-08-12&known=then")
    for width in (1280, 1440):
        page.set_viewport_size({"width": width, "height": 800})
        page.wait_for_timeout(400)
        page.wait_for_function(SETTLED)
        expect(page.locator(".legend")).to_have_attribute("open", "")
        assert page.evaluate(WEST) > page.evaluate(LEGEND)
        page.keyboard.press("f")
        expect(page.get_by_role("heading", name="Filters")).to_be_visible()
        page.wait_for_timeout(400)
        page.wait_for_function(SETTLED)
        open_still = page.locator(".legend").get_attribute("open") is not None
        assert not open_still or page.evaluate(WEST) > page.evaluate(LEGEND)
        assert open_still is (width == 1440)
        page.keyboard.press("Escape")
        expect(page.locator(".legend")).to_have_attribute("open", "")


def test_a_dossier_comes_into_view_on_a_phone(phone: Seen, written: Path) -> None:
    page = phone.open(written, "#on=2021-08-09&known=then")
    page.wait_for_function(SETTLED)
    page.wait_for_timeout(600)
    page.get_by_role("combobox", name="Find a place").fill("Kunduz")
    page.keyboard.press("Enter")
    expect(page.locator(".state")).to_be_in_viewport(ratio=1)
    assert page.locator(".dossier h2").bounding_box()["y"] < 200  # type: ignore[index]
    page.get_by_role("button", name="Close").click()
    expect(page.locator(".map")).to_be_in_viewport(ratio=0.9)
    page.goto("about:blank")
    phone.open(written, f"#on=2021-08-09&known=then&place={KUNDUZ.id}")
    expect(page.locator(".state")).to_be_in_viewport(ratio=1)
    assert page.locator(".dossier h2").bounding_box()["y"] < 200  # type: ignore[index]


VERBS = {"en": ("says", "say"), "fr": ("dit", "disent"), "es": ("dice", "dicen"), "fa": ("می‌گوید", "می‌گویند")}


def test_the_verb_goes_with_who_says_it(wide: Seen, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(write_page(page_data()), "utf-8")
    page = wide.open(path, "#on=2021-08-28&known=all&lang=en")
    said = page.locator(".says > span:first-child")
    for language, (one, many) in VERBS.items():
        for place, told in ((KUNDUZ.id, f"an army spokesman {one}"), (MANY, f"reached by telephone {many}")):
            page.evaluate(
                "hash => { location.hash = hash }", f"on=2021-08-28&known=all&lang={language}&place={place}"
            )
            expect(said.filter(has_text=told).first).to_be_visible()
