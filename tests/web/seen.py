"""A page in a real browser, with all that it asked for and complained of."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

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
STATE = "([source, id]) => window.whoholdsMap.getFeatureState({source, id})"
SETTLED = "() => window.whoholdsMap?.loaded() && window.whoholdsMap.isSourceLoaded('places')"


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


def looked_at(seen: Seen) -> Iterator[Seen]:
    """The page, and afterwards: it asked nothing of a network and complained of nothing."""
    yield seen
    assert [url for url in seen.asked if not url.startswith(LOCAL)] == []
    assert seen.complaints == []
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
