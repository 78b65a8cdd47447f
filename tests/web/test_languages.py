"""The page in its languages: words, direction, and what stays as it was recorded."""

from __future__ import annotations

from pathlib import Path

import pytest
from factories import KUNDUZ
from playwright.sync_api import Browser, Page, expect
from seen import PHONE, SETTLED, WIDE, Seen

SAID = {
    "en": ("Map", "Held by Taliban", "7 days"),
    "fa": ("نقشه", "در کنترل Taliban", "۷ روز"),
    "ar": ("خريطة", "تحت سيطرة Taliban", "7 أيام"),
    "uk": ("Мапа", "Контролює Taliban", "7 днів"),
    "fr": ("Carte", "Tenu par Taliban", "7 jours"),
    "es": ("Mapa", "En poder de Taliban", "7 días"),
}
RIGHTWARD = ("fa", "ar")
SIZES: tuple[dict[str, int], ...] = (dict(PHONE), {"width": 640, "height": 400}, dict(WIDE))
ROUND = "() => [document.documentElement.lang, document.documentElement.dir]"


@pytest.mark.parametrize("code", SAID)
def test_the_page_speaks_it_and_leaves_reports_as_they_are(wide: Seen, written: Path, code: str) -> None:
    """Words, plurals and direction are the language's; quotations, claimers and names those of the record."""
    page = wide.open(written, f"#on=2021-08-09&known=then&place={KUNDUZ.id}&lang={code}")
    tab, state, days = SAID[code]
    expect(page.get_by_role("button", name=tab, exact=True)).to_be_visible()
    expect(page.locator(".state-head")).to_have_text(state)
    expect(page.locator(".dossier h3").first).to_contain_text(days)
    assert page.evaluate(ROUND) == [code, "rtl" if code in RIGHTWARD else "ltr"]
    expect(page.locator(".dossier h2")).to_have_text("Kunduz")
    expect(page.locator(".claims")).to_contain_text("The army holds the whole of Kunduz")
    expect(page.locator(".positions")).to_contain_text("a Taliban spokesman")


def test_the_choice_is_kept_in_the_address_and_the_view_stays(wide: Seen, written: Path) -> None:
    page = wide.open(written, f"#on=2021-08-09&known=all&place={KUNDUZ.id}")
    page.get_by_label("Language").select_option("fr")
    expect(page.locator(".state-head")).to_have_text("Tenu par Taliban")
    page.wait_for_function("() => location.hash.includes('lang=fr') && location.hash.includes('known=all')")
    page.get_by_label("Langue").select_option("fa")
    page.wait_for_function("() => document.documentElement.dir === 'rtl'")
    expect(page.locator(".maplibregl-ctrl-zoom-in")).to_have_attribute("aria-label", "بزرگ‌نمایی")
    page.get_by_label("زبان").select_option("en")
    page.wait_for_function("() => document.documentElement.dir === 'ltr'")
    expect(page.locator(".state-head")).to_have_text("Held by Taliban")


@pytest.mark.parametrize(("tag", "code"), [("uk-UA", "uk"), ("ar-EG", "ar"), ("de-AT", "en")])
def test_the_browser_s_preference_is_heard(browser: Browser, written: Path, tag: str, code: str) -> None:
    seen = Seen(browser, WIDE, locale=tag)
    page = seen.open(written)
    page.wait_for_function("code => document.documentElement.lang === code", arg=code)
    expect(page.get_by_role("button", name=SAID[code][0], exact=True)).to_be_visible()
    assert seen.complaints == []
    seen.context.close()


def test_the_address_goes_before_the_preference(browser: Browser, served: str) -> None:
    """`?lang=` of the served page; only the words that are needed are fetched."""
    seen = Seen(browser, WIDE, locale="uk-UA")
    seen.page.goto(f"{served}?lang=es")
    expect(seen.page.get_by_role("button", name="Mapa", exact=True)).to_be_visible(timeout=30_000)
    fetched = [url.rsplit("/", 1)[1] for url in seen.asked if "/assets/" in url]
    assert any(name.startswith("es-") for name in fetched)
    assert not any(name.startswith(("fa-", "ar-", "uk-", "fr-")) for name in fetched)
    assert seen.complaints == []
    seen.context.close()


@pytest.mark.parametrize("code", RIGHTWARD)
def test_time_and_map_run_from_the_left_the_rest_from_the_right(wide: Seen, written: Path, code: str) -> None:
    page = wide.open(written, f"#on=2021-08-09&known=then&place={KUNDUZ.id}&lang={code}")
    page.wait_for_function(SETTLED)
    directions = page.evaluate(
        "() => Object.fromEntries(['.map', '.track', '.controls', '.strip', '.panel', '.legend', 'bdi']"
        ".map(one => [one, getComputedStyle(document.querySelector(one)).direction]))"
    )
    assert {name for name, way in directions.items() if way == "rtl"} == {".panel", ".legend"}
    panel, stage = (page.locator(one).bounding_box() for one in (".panel", ".stage"))
    assert panel is not None
    assert stage is not None
    assert panel["x"] < stage["x"]
    before = page.get_by_role("slider").input_value()
    page.keyboard.press("ArrowRight")
    assert int(page.get_by_role("slider").input_value()) == int(before) + 1


@pytest.mark.parametrize("code", SAID)
def test_no_language_needs_a_sideways_scroll(browser: Browser, written: Path, code: str) -> None:
    """A phone; a wide screen at 200 %; a wide screen. Overview, dossier, table, help."""
    seen = Seen(browser, SIZES[0])
    page = seen.open(written, f"#on=2021-08-09&lang={code}")
    expect(page.get_by_role("slider")).to_be_visible()
    assert all(fits(page, size) for size in SIZES)
    page.evaluate(f"() => {{ location.hash = 'on=2021-08-09&lang={code}&place={KUNDUZ.id}&view=table' }}")
    expect(page.locator(".claim").first).to_be_visible()
    assert all(fits(page, size) for size in SIZES)
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    for size in SIZES:
        assert fits(page, size)
        assert dialog.evaluate("one => one.scrollWidth <= one.clientWidth")
    assert seen.complaints == []
    seen.context.close()


def fits(page: Page, size: dict[str, int]) -> bool:
    """True where the page on a screen of this size needs no sideways scroll, once it is drawn."""
    page.set_viewport_size({"width": size["width"], "height": size["height"]})
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return bool(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
