"""Take the pictures of the documents: of the demonstration, in a real browser.

    python scripts/make_pictures.py            write docs/pictures/*.png and areas.svg anew
    python scripts/make_pictures.py --to DIR   write them elsewhere

It runs `whoholds demo` in a temporary folder, opens the map that this makes with Chromium, and moves the
view to Afghanistan.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import rich.console
import rich.text
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from small_png import small_png

ROOT = Path(__file__).parent.parent
FLAGS = ("--no-sandbox", "--disable-gpu", "--enable-unsafe-swiftshader", "--disable-background-networking")
MOST_BYTES = 250_000
COLUMNS = 112
SETTLED = "() => window.whoholdsMap?.loaded() && window.whoholdsMap.isSourceLoaded('places')"
KUNDUZ = "place=gn:1135689"
TERMINAL = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; padding: 18px 22px; background: #fff; color: #1c2024; width: max-content; }}
pre {{ margin: 0; font: 14px/1.35 "DejaVu Sans Mono", "Liberation Mono", monospace; }}
.r0 {{ color: inherit }} {stylesheet}
</style><pre>{code}</pre>"""


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture of the map: its name, what stands after # in the address, and how it is looked at."""

    name: str
    at: str
    size: tuple[int, int] = (1280, 800)
    dark: bool = False
    before: Callable[[Page], None] | None = None


def _scroll_to_reasons(page: Page) -> None:
    page.locator(".sum").scroll_into_view_if_needed()


SHOTS = (
    Shot("map", "on=2021-08-15&known=then"),
    Shot("kunduz", f"on=2021-08-09&known=2021-08-09&{KUNDUZ}"),
    Shot("kunduz-reasons", f"on=2021-08-09&known=then&{KUNDUZ}", before=_scroll_to_reasons),
    Shot("kunduz-two-days-before", f"on=2021-08-07&known=then&{KUNDUZ}"),
    Shot("table", "on=2021-08-09&known=then&view=table"),
    Shot("dark", f"on=2021-08-09&known=then&{KUNDUZ}", dark=True),
    Shot("phone", f"on=2021-08-09&known=then&{KUNDUZ}", size=(390, 844)),
)
ELSEWHERE = "History, with its own dates"  # the picture of `why` ends above this heading
AFGHANISTAN = "() => window.whoholdsMap.jumpTo({center: %s, zoom: %s})"
AREAS = ("areas", "--on", "2021-08-15", "--as-of", "2021-08-15", "--svg")
WHY = ("why", "Kunduz", "--on", "2021-08-09", "--as-of", "2021-08-09")


def main() -> int:
    """Make the demonstration, take the pictures, check their sizes."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--to", type=Path, default=ROOT / "docs" / "pictures", metavar="DIR")
    to: Path = parser.parse_args().to
    chromium = shutil.which("chromium")
    if chromium is None:
        print("Chromium is missing, so no picture was taken. Install it: apt-get install chromium")
        return 1
    to.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        demo = Path(folder) / "demo"
        _whoholds("demo", "--no-open", "--folder", str(demo))
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        blank = browser.new_page()
        taken = [_take(browser, demo / "map.html", shot, to) for shot in SHOTS]
        told = _whoholds("--db", str(demo / "whoholds-demo.db"), *WHY)
        above = rich.text.Text.from_ansi(f"$ whoholds {' '.join(WHY)}\n{told}").split(ELSEWHERE)[0]
        taken.append(_take_terminal(browser, above, to / "why.png"))
        for path in taken:
            path.write_bytes(small_png(path.read_bytes(), blank))
        browser.close()
        _whoholds("--db", str(demo / "whoholds-demo.db"), *AREAS, str(to / "areas.svg"))
    return _check([*taken, to / "areas.svg"])


def _whoholds(*given: str) -> str:
    """What a command prints, in colour."""
    program = (sys.executable, "-m", "whoholds.cli")
    around = {**os.environ, "COLUMNS": str(COLUMNS), "FORCE_COLOR": "1"}
    done = subprocess.run([*program, *given], capture_output=True, text=True, env=around, check=False)
    if done.returncode:
        sys.exit(f"`whoholds {' '.join(given)}` failed, so no picture was taken: {done.stderr.strip()}")
    return done.stdout


def _take(browser: Browser, page_file: Path, shot: Shot, to: Path) -> Path:
    context: BrowserContext = browser.new_context(
        viewport={"width": shot.size[0], "height": shot.size[1]},
        color_scheme="dark" if shot.dark else "light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(f"{page_file.as_uri()}#{shot.at}")
    if "view=table" in shot.at:
        page.wait_for_selector("table.places tbody tr")
    else:
        page.wait_for_function(SETTLED)
        page.evaluate(AFGHANISTAN % (("[65.0, 34.0]", 5.1) if shot.size[0] > 800 else ("[66.6, 34.6]", 4.3)))
        page.wait_for_function(SETTLED)
    if shot.before is not None:
        shot.before(page)
    page.wait_for_timeout(700)  # labels fade in
    path = to / f"{shot.name}.png"
    page.screenshot(path=path)
    context.close()
    return path


def _take_terminal(browser: Browser, told: rich.text.Text, path: Path) -> Path:
    """A picture of what was printed, with its colours."""
    console = rich.console.Console(record=True, width=COLUMNS, file=StringIO(), force_terminal=True)
    console.print(told, end="")
    page = browser.new_page(viewport={"width": 1100, "height": 600})
    page.set_content(
        console.export_html(code_format=TERMINAL.replace("{stylesheet}", "{stylesheet}"), inline_styles=False)
    )
    page.locator("body").screenshot(path=path)
    page.close()
    return path


def _check(taken: Sequence[Path]) -> int:
    """Tell the sizes; 1 where a picture is too large for a document."""
    for path in taken:
        print(f"{path.name:28} {path.stat().st_size / 1000:6.0f} kB")
    large = [path.name for path in taken if path.stat().st_size > MOST_BYTES]
    if large:
        print(f"Larger than {MOST_BYTES / 1000:.0f} kB: {', '.join(large)}. Show less in them.")
    return 1 if large else 0


if __name__ == "__main__":
    sys.exit(main())
