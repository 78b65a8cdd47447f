"""A page in a real browser, with all that it asked for and complained of."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, TimeoutError

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--enable-unsafe-swiftshader", "--disable-background-networking",
    "--no-first-run", "--disable-component-update", "--disable-sync", "--disable-quic",
    # Each window would load two pages of Chromium's own for its address bar, at a fifth of a test's time. Of
    # two such lists the last one counts: what Playwright turns off and concerns pages is named here again.
    "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup,PreloadTopChromeWebUI,"
    "PaintHolding,HttpsUpgrades,MediaRouter,OptimizationHints,DestroyProfileOnBrowserClose,"
    "AvoidUnnecessaryBeforeUnloadCheckSync,LensOverlay,AimEnabled",
]  # fmt: skip
# The map is drawn by the processor: with a sixteenth of the pixels, but all else as large as it is for users.
COARSE = "Object.defineProperty(window, 'devicePixelRatio', {get: () => 0.25})"
HOSTILE = "</script><img src=x onerror=alert(1)><b>bold</b> \u202eturned"
LOCAL = ("file:", "data:", "blob:")
WIDE, PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 844}
LAST_DAY = "#on=2021-08-28&known=then"
STATE = "([source, id]) => window.whoholdsMap.getFeatureState({source, id})"
SETTLED = "() => window.whoholdsMap?.loaded() && window.whoholdsMap.isSourceLoaded('places')"
# Gives the address another view and waits until it is drawn; "&" tells it from what the page itself wrote.
SHOW = """words => new Promise(done => {
  const drawn = () => requestAnimationFrame(() => requestAnimationFrame(done));
  addEventListener('hashchange', drawn, {once: true});
  location.hash = words + (location.hash === words + '&' ? '&&' : '&');
})"""
# True where all is as it was when this was first asked, also what the address does not hold.
AS_AT_FIRST = """() => {
  const map = window.whoholdsMap;
  const camera = [...map.getCenter().toArray(), map.getZoom()].map(one => one.toFixed(6));
  const fields = [...document.querySelectorAll('select, input')].map(one => one.value);
  const above = document.querySelectorAll('dialog, .side').length;
  const now = [...camera, innerWidth, innerHeight, above, ...fields].join();
  window.atFirst ??= now;
  return window.atFirst === now;
}"""
View = Callable[[str], Page]


def missing(what: str) -> None:
    """Fails where everything must be there (CI), else skips, saying what to do."""
    if os.environ.get("CI"):
        pytest.fail(what)
    pytest.skip(what)


class Seen:
    """A page with all that it asked for and complained of."""

    def __init__(self, browser: Browser, size: dict[str, int], **given: Any) -> None:
        self.context = browser.new_context(viewport=size, **given)  # type: ignore[arg-type]
        self.context.add_init_script(COARSE)
        self.page = self.context.new_page()
        self.asked: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on(
            "console", lambda told: self.complaints.append(told.text) if told.type == "error" else None
        )
        self.page.on("dialog", lambda dialog: self.complaints.append(f"dialog: {dialog.message}"))

    def open(self, path: Path, hash_words: str = "") -> Page:
        self.page.goto(path.as_uri() + hash_words)
        return self.page

    def show(self, hash_words: str) -> Page:
        """Another view of the page that is open, once it is drawn."""
        self.page.evaluate(SHOW, hash_words)
        return self.page

    def settle(self) -> None:
        """As it was at first: what stands over it is closed; where more has changed, it is loaded anew."""
        for _ in range(3):
            self.page.keyboard.press("Escape")
        self.show(LAST_DAY)
        self.page.wait_for_function(SETTLED)
        try:
            self.page.wait_for_function(AS_AT_FIRST, timeout=1000)
        except TimeoutError:
            self.page.reload()
            self.page.wait_for_function(SETTLED)
            self.page.evaluate(AS_AT_FIRST)


def faultless(seen: Seen) -> None:
    """It asked nothing of a network and complained of nothing."""
    assert [url for url in seen.asked if not url.startswith(LOCAL)] == []
    assert seen.complaints == []


def looked_at(seen: Seen) -> Iterator[Seen]:
    """The page, and afterwards: it is faultless."""
    yield seen
    faultless(seen)
    seen.context.close()


def number_of(page: Page, place: str) -> int:
    """The id of a place's feature: its index + 1."""
    script = (
        "id => JSON.parse(document.getElementById('picture').textContent).places.findIndex(p => p.id === id)"
    )
    return int(page.evaluate(script, place)) + 1


def state_of(page: Page, place: str) -> dict[str, Any]:
    page.wait_for_function(SETTLED)
    found: dict[str, Any] = page.evaluate(STATE, ["places", number_of(page, place)])
    return found
