"""What an analyst does with the page: play, choose knowledge, send a link, cite, read what was set aside."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from factories import AYBAK, KUNDUZ
from page_factory import HERAT, claims_of, page_data
from playwright.sync_api import Browser, Page, expect
from seen import LAST_DAY, SETTLED, WIDE, Seen, View

from whoholds.exports.html import write_page
from whoholds.exports.page_data import day_number

CAMERA = "() => [...window.whoholdsMap.getCenter().toArray(), window.whoholdsMap.getZoom()]"


def written_with(tmp_path: Path, **given: Any) -> Path:
    """The page, with what is given in the newest claim on Kunduz."""
    data = page_data(opens=date(2021, 8, 14))
    row = next(one for one in claims_of(data) if one["quote"].startswith("Kunduz city"))
    row.update(given)  # type: ignore[typeddict-item]
    path = tmp_path / "page.html"
    path.write_text(write_page(data), "utf-8")
    return path


def newest(page: Page) -> Any:
    return page.locator(".claim", has_text="Kunduz city is in the hands")


def test_it_opens_on_the_last_day_with_reports(wide: Seen, tmp_path: Path) -> None:
    page = wide.open(written_with(tmp_path))
    expect(page.get_by_role("status")).to_have_text("True on 14 August 2021, as known that day")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("status")).to_contain_text("15 August")


def test_play_runs_to_the_end_and_stops(wide: Seen, written: Path) -> None:
    page = wide.open(written, "#on=2021-08-24&known=then")
    page.get_by_label("Speed").select_option("fast")
    page.get_by_role("button", name="Play").click()
    expect(page.get_by_role("status")).to_contain_text("28 August 2021")
    expect(page.get_by_role("button", name="Play")).to_be_visible()
    page.get_by_label("Step").select_option("1 week")
    page.get_by_role("button", name="Back").click()
    expect(page.get_by_role("status")).to_contain_text("21 August 2021")


def test_a_fixed_day_of_knowledge_is_chosen_and_kept(view: View) -> None:
    page = view(f"#on=2021-08-08&known=then&place={KUNDUZ.id}")
    page.get_by_role("button", name="on a fixed day").click()
    page.get_by_label("As known on").fill("2021-08-12")
    expect(page.get_by_role("status")).to_have_text("True on 8 August 2021, as known on 12 August 2021")
    page.wait_for_function("() => location.hash.includes('known=2021-08-12')")
    expect(page.locator(".claim").first).to_be_visible()


def test_a_link_restores_the_whole_view(browser: Browser, written: Path) -> None:
    """Day, knowledge, place, and where the map looks; in another window, and again by the address alone."""
    first = Seen(browser, WIDE)
    page = first.open(written, f"#on=2021-08-08&known=2021-08-12&place={KUNDUZ.id}")
    page.wait_for_function(SETTLED)
    page.get_by_role("button", name="Zoom in").click()
    page.wait_for_function("() => location.hash.includes('look=')")
    camera, link = page.evaluate(CAMERA), page.evaluate("() => location.hash")
    second = Seen(browser, WIDE)
    other = second.open(written, link)
    other.wait_for_function(SETTLED)
    assert other.evaluate(CAMERA) == pytest.approx(camera, abs=0.01)
    expect(other.get_by_role("status")).to_have_text("True on 8 August 2021, as known on 12 August 2021")
    expect(other.locator(".dossier h2")).to_have_text("Kunduz")
    other.evaluate(f"() => {{ location.hash = 'on=2021-08-12&known=all&place={HERAT.id}&view=table' }}")
    expect(other.locator(".dossier h2")).to_have_text("Herat")
    expect(other.locator("tr.chosen")).to_contain_text("Herat")
    expect(other.get_by_role("status")).to_contain_text("all reports")
    for seen in (first, second):
        assert seen.complaints == []
        seen.context.close()


def test_a_place_that_is_sought_is_moved_to(wide: Seen, written: Path) -> None:
    page = wide.open(written, "#look=31.5,62.0,7")
    page.wait_for_function(SETTLED)
    page.get_by_role("combobox", name="Find a place").fill("aybak")
    page.keyboard.press("Enter")
    page.wait_for_function(
        "([lat, lon]) => { const at = window.whoholdsMap.getCenter();"
        " return Math.hypot(at.lat - lat, at.lng - lon) < 0.01; }",
        arg=[AYBAK.lat, AYBAK.lon],
    )


def test_what_is_shown_can_be_cited(wide: Seen, written: Path) -> None:
    """Both clocks, ledger and method; the link has no folder in it and shows the same."""
    wide.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = wide.open(written, f"#on=2021-08-09&known=then&place={KUNDUZ.id}")
    page.get_by_role("button", name="Cite").click()
    page.get_by_role("button", name="Copy citation").click()
    expect(page.get_by_text("Copied.")).to_be_visible()
    cited = page.evaluate("() => navigator.clipboard.readText()")
    assert re.match(r"Kunduz: Held by Taliban: .*true on 9 August 2021, as known on 9 August 2021\.", cited)
    assert "method rules-1/3f9c2a" in cited
    assert str(written.parent) not in cited
    assert f"page.html#on=2021-08-09&known=2021-08-09&place={KUNDUZ.id.replace(':', '%3A')}" in cited
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator(".dossier h2")).to_have_text("Kunduz")


def test_what_cannot_be_copied_stands_selected(wide: Seen, written: Path) -> None:
    wide.page.add_init_script(
        "delete Navigator.prototype.clipboard; Document.prototype.execCommand = () => false"
    )
    page = wide.open(written)
    page.get_by_role("button", name="Cite").click()
    page.get_by_role("button", name="Copy citation").click()
    expect(page.get_by_text("the words are selected")).to_be_visible()
    field = page.get_by_label("Citation")
    chosen = field.evaluate("one => one.value.slice(one.selectionStart, one.selectionEnd)")
    assert chosen == field.input_value() != ""


def test_a_retraction_is_marked_from_the_day_on_which_it_is_known(wide: Seen, tmp_path: Path) -> None:
    known = day_number(date(2021, 8, 12))
    told = {"known": known, "published": known, "report": "A correction", "quote": "We were wrong on Kunduz."}
    path = written_with(tmp_path, retracted=told)
    page = wide.open(path, f"#on=2021-08-09&known=2021-08-11&place={KUNDUZ.id}")
    expect(newest(page)).to_be_visible()
    expect(newest(page)).not_to_contain_text("Retracted")
    page.get_by_role("button", name="in all reports").click()
    expect(newest(page)).to_contain_text("Retracted by its outlet on 12 August 2021: A correction")
    expect(newest(page)).to_contain_text("We were wrong on Kunduz.")
    expect(page.get_by_text("1 claim marked as retracted or rejected")).to_be_visible()


def test_a_rejection_is_marked_with_its_reason(wide: Seen, tmp_path: Path) -> None:
    at = day_number(date(2021, 8, 20))
    judgement = {"verdict": "reject", "reason": "a copy of an older report", "at": at}
    path = written_with(tmp_path, judged="reject", judgement=judgement)
    page = wide.open(path, f"#on=2021-08-09&known=then&place={KUNDUZ.id}")
    flag = newest(page).locator(".flag")
    expect(flag).to_contain_text("Rejected by judgement, in hindsight, on 20 August 2021")
    expect(flag).to_contain_text("Reason: a copy of an older report")


def test_hindsight_is_marked(wide: Seen, written: Path, tmp_path: Path) -> None:
    page = wide.open(written_with(tmp_path), f"#on=2021-08-06&known=all&place={KUNDUZ.id}")
    expect(newest(page)).to_contain_text("Hindsight: published 3 days later")
    page.get_by_role("button", name="that day").click()
    expect(page.get_by_text("Hindsight")).to_have_count(0)


def test_quotations_are_marked_in_their_context(wide: Seen, tmp_path: Path) -> None:
    page = wide.open(written_with(tmp_path), f"#on=2021-08-09&known=then&place={KUNDUZ.id}")
    expect(newest(page).locator("mark b")).to_have_text("in the hands")
    expect(newest(page).locator(".context").first).to_contain_text("Flags were seen on the roundabout.")


def test_the_legend_names_every_party_and_mark(view: View) -> None:
    page = view(LAST_DAY)
    legend = page.locator(".legend")
    for words in ("Taliban", "Afghan government", "held", "leaning", "contested", "unknown", "besieged"):
        expect(legend.get_by_text(words, exact=True)).to_be_visible()


def test_on_paper_stand_the_clocks_the_map_as_it_is_seen_and_every_claim(view: View) -> None:
    page = view(f"#on=2021-08-09&known=then&place={KUNDUZ.id}")
    page.emulate_media(media="print")
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    colours = """one => new Set(new Uint32Array(
      one.getContext('2d').getImageData(0, 0, one.width, one.height).data.buffer)).size"""
    assert page.locator(".map-print").evaluate(colours) > 10
    for shown in (".chip", ".banner", ".legend li", ".claim >> nth=-1", ".credits"):
        expect(page.locator(shown).first).to_be_visible()
    expect(
        page.locator(".controls, .knowledge, .search, .panel button").locator("visible=true")
    ).to_have_count(0)
    assert page.evaluate(
        "() => [...document.querySelectorAll('.panel, .app, #app')].every("
        "one => getComputedStyle(one).overflowY === 'visible' && one.scrollHeight <= one.clientHeight + 1)"
    )
    page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    expect(page.locator(".map-print")).to_have_count(0)


def test_focus_is_seen_on_every_control(wide: Seen, written: Path) -> None:
    """Tab through the page: what has the focus has an outline."""
    page = wide.open(written, f"#on=2021-08-09&known=then&place={KUNDUZ.id}")
    page.wait_for_function(SETTLED)
    seen = set()
    for _ in range(40):
        page.keyboard.press("Tab")
        name, style = page.evaluate(
            "() => { const one = document.activeElement; return ["
            "one.getAttribute('aria-label') || one.id || one.textContent.slice(0, 30),"
            " getComputedStyle(one).outlineStyle]; }"
        )
        if name and not name.startswith("\n"):
            assert style != "none", name
        seen.add(name)
    assert {"Find a place", "Table", "Cite", "Help", "Play", "True on"} <= seen
