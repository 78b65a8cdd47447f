"""axe-core, all of its rules, on every pane and dialog, in both schemes, from the left and the right."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from factories import KUNDUZ
from page_factory import make_frame, make_picture, page_data
from playwright.sync_api import Browser, Page, expect
from seen import PHONE, SETTLED, WIDE, Seen, missing

from whoholds.exports.html import write_page
from whoholds.exports.page_build import build_page

AXE = Path(__file__).parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"
RUN = """async () => {
  const rules = Object.fromEntries(axe.getRules().map(({ruleId}) => [ruleId, {enabled: true}]));
  // Under a dialog all else is inert, and was looked at before.
  const shown = document.querySelector('dialog[open]') ?? document;
  const {violations, passes} = await axe.run(shown, {rules, resultTypes: ['violations']});
  const told = violations.flatMap(({id, help, nodes}) =>
    nodes.map(({target, failureSummary}) => [id, help, String(target), failureSummary]));
  return {told, passed: passes.length};
}"""
# The contour of each, else its fill, against what it stands on (WCAG 1.4.11): those under 3 to 1.
CONTOURS = """() => {
  const read = colour => {
    const [r, g, b, a = 1] = colour.match(/[\\d.]+/g).map(Number);
    return {rgb: [r, g, b], a};
  };
  const linear = v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;
  const light = ({rgb}) => rgb.map(v => linear(v / 255))
    .reduce((sum, v, at) => sum + v * [.2126, .7152, .0722][at], 0);
  const ratio = (a, b) => (Math.max(light(a), light(b)) + .05) / (Math.min(light(a), light(b)) + .05);
  const ground = one => { for (let at = one.parentElement; at; at = at.parentElement) {
    const found = read(getComputedStyle(at).backgroundColor); if (found.a > 0) return found; } };
  const drawn = [['.bars .bar span', s => s.borderTopColor], ['.swatch', s => s.boxShadow],
    ['.mark .contour', s => s.stroke], ['.strip .edge', s => s.stroke],
    ['.position', s => s.borderBottomColor, '::before'], ['.said', s => s.borderTopColor, '::before']];
  return drawn.flatMap(([name, of, part]) => [...document.querySelectorAll(name)].map(one =>
    [name, ratio(read(of(getComputedStyle(one, part))), ground(one))]));
}"""
# For AAA: more contrast than AA asks for, and no exception for links in a text.
BEYOND = {"color-contrast-enhanced"}


@pytest.fixture(scope="module")
def axe() -> str:
    if not AXE.is_file():
        missing("axe-core is not there: run `npm ci` in web/")
    return AXE.read_text("utf-8")


@pytest.fixture(
    params=[  # every language; both schemes on both sizes, from the left and from the right
        ("en", "light", "wide"),
        ("en", "dark", "phone"),
        ("fa", "light", "phone"),
        ("ar", "dark", "wide"),
        ("uk", "dark", "phone"),
        ("fr", "light", "wide"),
        ("es", "light", "phone"),
    ],
    ids="-".join,
)
def looking(browser: Browser, request: pytest.FixtureRequest) -> Iterator[tuple[Seen, str]]:
    code, scheme, size = request.param
    seen = Seen(browser, PHONE if size == "phone" else WIDE, color_scheme=scheme)
    yield seen, code
    seen.context.close()


def violations(page: Page, axe: str) -> list[Any]:
    """What axe finds, each as rule, help, element and summary; its rules have run on something."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(axe)
    found = page.evaluate(RUN)
    assert found["passed"] > 10
    return [row for row in found["told"] if row[0] not in BEYOND]


def contoured(page: Page) -> set[str]:
    """What has a party's colour, each with a contour that can be seen."""
    found = page.evaluate(CONTOURS)
    assert [row for row in found if row[1] < 3] == []
    return {name for name, _ in found}


def test_panes_and_dialogs_have_no_violation(looking: tuple[Seen, str], written: Path, axe: str) -> None:
    seen, code = looking
    page = seen.open(written, f"#on=2021-08-09&known=then&lang={code}")
    page.wait_for_function(SETTLED)
    assert violations(page, axe) == []  # map and overview
    assert contoured(page) >= {".bars .bar span", ".swatch", ".mark .contour"}
    page.evaluate(f"() => {{ location.hash = 'on=2021-08-09&known=all&lang={code}&place={KUNDUZ.id}' }}")
    expect(page.locator(".claim").first).to_be_visible()
    assert violations(page, axe) == []  # the dossier
    assert contoured(page) >= {".position", ".strip .edge"}
    page.evaluate(f"() => {{ location.hash = 'on=2021-08-09&known=2021-08-12&lang={code}&view=table' }}")
    expect(page.get_by_role("table")).to_be_visible()
    page.get_by_role("combobox", expanded=False).fill("zzz")
    assert violations(page, axe) == []  # the table, a search that finds nothing
    page.get_by_role("combobox", expanded=True).fill("a")
    assert violations(page, axe) == []  # one that finds something
    page.get_by_role("combobox", expanded=True).fill("")
    for name in page.locator("[data-tool]").evaluate_all("all => all.map(one => one.dataset.tool)"):
        page.locator(f"[data-tool={name}]").click()
        expect(page.locator("dialog, .side")).to_be_visible()
        assert violations(page, axe) == [], name
        page.keyboard.press("Escape")
        expect(page.locator("dialog, .side")).to_have_count(0)


def test_the_empty_page_and_the_page_without_a_map_have_none(
    browser: Browser, tmp_path: Path, axe: str
) -> None:
    path = tmp_path / "empty.html"
    path.write_text(write_page(build_page(make_picture(()), make_frame(), []).data()), "utf-8")
    seen = Seen(browser, WIDE)
    page = seen.open(path)
    expect(page.get_by_text("Nothing is recorded yet")).to_be_visible()
    assert violations(page, axe) == []
    path.write_text(write_page(page_data()), "utf-8")
    seen.page.add_init_script("HTMLCanvasElement.prototype.getContext = () => null")
    seen.open(path)
    page.reload()
    expect(page.get_by_text("cannot draw the map")).to_be_visible()
    assert violations(page, axe) == []
    seen.context.close()


def test_axe_finds_what_is_wrong(wide: Seen, written: Path, axe: str) -> None:
    page = wide.open(written)
    page.evaluate("() => document.querySelector('main').append(document.createElement('button'))")
    assert "button-name" in {row[0] for row in violations(page, axe)}
