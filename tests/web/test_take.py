"""What is taken away from a single file: made in the page, without a network, with all that names it."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest
from factories import KUNDUZ
from page_factory import page_data
from PIL import Image
from playwright.sync_api import Page, expect
from seen import HOSTILE, LOCAL, SETTLED, Seen, View

from whoholds.exports.html import write_page

VIEW = f"#on=2021-08-12&known=2021-08-12&place={KUNDUZ.id}"
NAME = "_on-2021-08-12_as-known-2021-08-12_ledger-7"
Taken = Callable[[str], Path]


def opened(seen: Seen, path: Path, words: str = VIEW) -> Page:
    page = seen.open(path, words)
    page.wait_for_function(SETTLED)
    page.get_by_role("button", name="Download").click()
    return page


def asked(view: View, words: str = VIEW) -> Page:
    """The same of the page that stands open."""
    page = view(words)
    page.get_by_role("button", name="Download").click()
    return page


def kept(page: Page, name: str, folder: Path) -> Path:
    """What a button of the dialog gives, as the file that a person would have."""
    dialog = page.get_by_role("dialog")
    with page.expect_download() as told:
        dialog.get_by_role("button", name=name, exact=True).click()
    path = folder / told.value.suggested_filename
    told.value.save_as(path)
    expect(dialog.get_by_text(f"Saved as {path.name}.")).to_be_visible()
    return path


@pytest.fixture
def taken(view: View, tmp_path: Path) -> Taken:
    page = asked(view)
    return lambda name: kept(page, name, tmp_path)


def test_the_drawing_is_well_formed_and_says_what_it_shows(taken: Taken) -> None:
    path = taken("SVG")
    assert path.name == f"map{NAME}.svg"
    root = Xml.fromstring(path.read_text("utf-8"))
    words = " ".join(root.itertext())
    for told in ("True on 12 August 2021, as known on 12 August 2021", "not verified facts",
                 "ledger 7", "rules-1/3f9c2a", "GeoNames (CC BY 4.0)", "Natural Earth", "Taliban",
                 "besieged"):  # fmt: skip
        assert told in words
    states = {one.get("data-place"): one.get("data-state") for one in root.iter() if one.get("data-place")}
    assert states[KUNDUZ.id] == "held"
    assert "contested" in states.values()
    assert len(states) == 7


def test_the_picture_has_two_pixels_for_each_of_the_drawing(taken: Taken) -> None:
    drawing = Xml.fromstring(taken("SVG").read_text("utf-8"))
    path = taken("PNG")
    assert path.name == f"map{NAME}.png"
    picture = Image.open(path)
    assert picture.size == (2 * int(drawing.get("width", 0)), 2 * int(drawing.get("height", 0)))
    colours = picture.convert("RGB").getcolors(10_000_000)
    assert colours is not None
    assert {(0x33, 0x22, 0x88), (255, 255, 255)} <= {one for _, one in colours}


def test_points_and_tables_hold_the_states(taken: Taken) -> None:
    points = json.loads(taken("GeoJSON").read_text("utf-8"))
    assert (points["on"], points["as_of"], points["recorded"]) == ("2021-08-12", "2021-08-12", 7)
    found = {one["id"]: one for one in points["features"]}
    assert found[KUNDUZ.id]["properties"]["holder"] == "Taliban"
    assert found[KUNDUZ.id]["geometry"]["coordinates"] == [KUNDUZ.lon, KUNDUZ.lat]
    rows = list(csv.DictReader(io.StringIO(taken("CSV: states").read_text("utf-8"), newline="")))
    assert len(rows) == len(found) == 7
    for row in rows:
        assert (row["on"], row["as_of"], row["recorded"]) == ("2021-08-12", "2021-08-12", "7")
        assert row["method"] == "rules-1/3f9c2a"
        assert "GeoNames" in row["licence"]
        assert row["status"] == found[row["place_id"]]["properties"]["status"]


def test_claims_are_those_that_were_known(taken: Taken) -> None:
    path = taken("CSV: claims")
    rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8"), newline="")))
    assert path.name == f"claims{NAME}.csv"
    assert len(rows) == 15
    assert max(row["published"] for row in rows) == "2021-08-12"
    hostile = next(row for row in rows if "onerror" in row["quote"])
    assert hostile["quote"] == HOSTILE.replace("\u202e", "\\u202e")
    assert any(row["figures"].startswith("civilians ") for row in rows)


def test_the_brief_quotes_what_was_said(taken: Taken) -> None:
    words = taken("Markdown").read_text("utf-8")
    assert words.startswith("# Who holds which place")
    assert "**True on 12 August 2021, as known on 12 August 2021**" in words
    assert "## Kunduz (Kunduz, Afghanistan)\n\nHeld by Taliban: " in words
    assert "“Kunduz has not fallen, an army spokesman said.”" in words
    assert not re.search(r"(?<!\\)<", words)
    assert "Mazar" not in words


def test_the_file_itself_has_the_same_dossiers(wide: Seen, written: Path, tmp_path: Path) -> None:
    """What is taken has the code that was opened, and of the data what was known by then."""
    page = opened(wide, written)
    path = kept(page, "HTML", tmp_path)
    copy = Seen(wide.context.browser, {"width": 1280, "height": 800}, offline=True)  # type: ignore[arg-type]
    other = copy.open(path, VIEW)
    other.wait_for_function(SETTLED)
    expect(other.locator(".dossier h2")).to_have_text("Kunduz")
    expect(other.get_by_role("dialog")).to_have_count(0)
    told = "() => [...document.querySelectorAll('.claim')].map(one => one.textContent)"
    assert other.evaluate(told) == page.evaluate(told)
    elements = (
        "() => [...document.querySelectorAll('script:not([type=\"application/json\"]), style, template')]"
        ".map(one => one.outerHTML)"
    )
    own = [one for one in page.evaluate(elements) if "maplibregl-ctrl-x" not in one]
    assert other.evaluate(elements) == own
    data = "() => JSON.parse(document.getElementById('picture').textContent)"
    whole, part = page.evaluate(data), other.evaluate(data)
    assert max(part["facets"]["known"]) <= part["meta"]["known"] < max(whole["facets"]["known"])
    assert re.fullmatch("[0-9a-f]{64}", part["meta"]["data_sha256"])
    assert part["meta"]["data_sha256"] != whole["meta"]["data_sha256"]
    expect(other.locator(".banner")).to_contain_text("Only what had been published by 12 August 2021.")
    again = kept(opened(copy, path), "HTML", tmp_path / "again")
    assert again.read_bytes() == path.read_bytes()
    assert [url for url in copy.asked if not url.startswith(LOCAL)] == []
    assert copy.complaints == []
    copy.context.close()


def test_the_file_obeys_filters_and_says_so(wide: Seen, written: Path, tmp_path: Path) -> None:
    page = opened(wide, written, "#on=2021-08-12&known=all&party=Afghan+government")
    expect(page.get_by_role("dialog")).to_contain_text("the claims that the filters keep")
    copy = Seen(wide.context.browser, {"width": 1280, "height": 800}, offline=True)  # type: ignore[arg-type]
    other = copy.open(kept(page, "HTML", tmp_path))
    expect(other.locator(".banner")).to_contain_text("where the party is Afghan government")
    expect(other.locator(".banner")).not_to_contain_text("Only what had been published by")
    other.keyboard.press("t")
    places = other.locator(".places tbody tr")
    expect(places.first).to_be_visible()
    wanted = page.evaluate(
        "() => { const {facets, places} = JSON.parse(document.getElementById('picture').textContent);"
        "const is = ({values, at}, claim) => values[at[claim]] === 'Afghan government';"
        "return new Set(facets.place.filter((_, claim) => "
        "is(facets.actor, claim) || is(facets.recipient, claim))).size; }"
    )
    assert places.count() == wanted > 0
    assert copy.complaints == []
    copy.context.close()


def test_what_a_single_file_cannot_make_is_not_shown(view: View) -> None:
    dialog = asked(view).get_by_role("dialog")
    expect(dialog.get_by_role("button")).to_have_text(
        ["×", "PNG", "SVG", "HTML", "Markdown", "CSV: states", "CSV: claims", "GeoJSON"]
    )
    expect(dialog.get_by_role("link")).to_have_count(0)
    expect(dialog).to_contain_text("All places and claims: no filter is set.")
    expect(dialog).not_to_contain_text("Animation")


def test_of_days_after_the_day_of_knowledge_projections_are_taken(view: View) -> None:
    dialog = asked(view, "#on=2021-08-20&known=2021-08-12").get_by_role("dialog")
    expect(dialog).to_contain_text("as known on 12 August 2021, projection")
    expect(dialog.get_by_role("button", name="SVG")).to_have_count(1)


def test_the_keyboard_takes_and_closes(wide: Seen, written: Path, tmp_path: Path) -> None:
    page = wide.open(written, VIEW)
    page.wait_for_function(SETTLED)
    page.get_by_role("button", name="Download").press("Enter")
    dialog = page.get_by_role("dialog", name="Download what is shown")
    expect(dialog.locator(":focus")).to_have_count(1)  # it is open, and keys are its own
    for _ in range(6):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.textContent === 'SVG'"):
            break
    with page.expect_download() as told:
        page.keyboard.press("Enter")
    assert told.value.suggested_filename.endswith(".svg")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(page.locator(".dossier h2")).to_have_text("Kunduz")


def test_a_phone_has_room_for_all_of_it(phone: Seen, written: Path) -> None:
    page = phone.open(written, VIEW)
    for name in ("Download", "Cite"):
        page.get_by_role("button", name=name, exact=True).click()
        dialog = page.get_by_role("dialog")
        expect(dialog).to_be_visible()
        assert dialog.evaluate("one => one.scrollWidth <= one.clientWidth")
        page.keyboard.press("Escape")


def test_hostile_words_stay_words_in_every_form(wide: Seen, tmp_path: Path) -> None:
    words = "]]></text></svg><script>alert(1)</script>\x00\x1b=1+1\u202e"
    data = page_data(title=words)
    for place in data["frame"]["places"]:
        place["name"] = words
    for party in data["frame"]["parties"]:
        party["name"] = words
    path = tmp_path / "hostile.html"
    path.write_text(write_page(data), "utf-8")
    page = opened(wide, path)
    root = Xml.fromstring(kept(page, "SVG", tmp_path).read_text("utf-8"))
    assert not [one for one in root.iter() if one.tag.endswith(("script", "image", "foreignObject"))]
    assert Image.open(kept(page, "PNG", tmp_path)).width == 2400
    text = kept(page, "CSV: states", tmp_path).read_text("utf-8")
    assert "\x00" not in text
    assert json.loads(kept(page, "GeoJSON", tmp_path).read_text("utf-8"))["title"]


@pytest.mark.parametrize(("form", "start"), [("BibTeX", "@misc{whoholds-"), ("RIS", "TY  - DATA")])
def test_a_view_is_cited_in_other_forms(wide: Seen, written: Path, form: str, start: str) -> None:
    wide.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = wide.open(written, VIEW)
    page.get_by_role("button", name="Cite").click()
    page.get_by_role("button", name=form).click()
    page.get_by_role("button", name="Copy citation").click()
    expect(page.get_by_text("Copied.")).to_be_visible()
    cited = page.evaluate("() => navigator.clipboard.readText()")
    assert cited.startswith(start)
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_text("Copied.")).to_have_count(2)
    link = page.evaluate("() => navigator.clipboard.readText()")
    assert link.startswith("page.html#on=2021-08-12&known=2021-08-12")
    assert link in cited
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text(page_data()["frame"]["meta"]["data_sha256"])
    expect(dialog).not_to_contain_text("<iframe")


def test_a_part_of_a_link_that_does_not_fit_is_named(wide: Seen, written: Path) -> None:
    page = wide.open(written, "#on=2021-08-12&known=then&place=gn:1")
    told = page.locator(".refused")
    expect(told).to_contain_text("left out: place=gn:1")
    expect(page.get_by_role("complementary", name="Overview")).to_be_visible()
    page.get_by_role("button", name="Hide this").click()
    expect(told).to_have_count(0)
    page.evaluate("() => { location.hash = 'on=2021-02-30&known=<b>' }")
    expect(told).to_contain_text("left out: on=2021-02-30, known=<b>")
