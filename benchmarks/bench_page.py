"""What the page costs the browser: the first map, a step of time, a dossier, a filter, the table, memory.

    python benchmarks/bench_page.py [PLACES [CLAIMS [DAYS]]]

A made-up war (5,000 places, 100,000 claims, 1,000 days) is given by a small server on this machine; Chromium
draws without a GPU. Counted by its own tracing is the processor time of the tasks of the page's main thread,
and of its worker. The same page as one file is opened from a disk.
"""

from __future__ import annotations

import json
import shutil
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from gzip import compress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any, ClassVar
from urllib.parse import quote

from made_page import made_frame, made_parts
from playwright.sync_api import Browser, Page, sync_playwright
from traced import tracing

from whoholds.exports.html import write_page
from whoholds.exports.page_data import PageData

STATIC = Path(str(files("whoholds"))) / "server" / "static"
FLAGS = ["--no-sandbox", "--disable-gpu", "--enable-unsafe-swiftshader", "--disable-background-networking"]
CLAIMED = "() => document.querySelectorAll('.claim').length > 0"
FACETS = "() => document.querySelectorAll('.facet').length > 0"
FILTERED = "() => document.querySelector('.filtered') !== null"
WHOLE = "() => document.querySelector('.pending') === null"
IN_ALL = "() => location.hash.includes('known=all')"
COMPARED = "() => location.hash.includes('compare=days')"
OFFERED = "() => document.querySelectorAll('[role=option]').length > 0"
ROWS = "() => document.querySelectorAll('tbody tr').length > 20"
FRAME = "api/page.json"
STEPS, REST = 40, 250  # steps measured, milliseconds between two of them
MAPPED = "() => window.whoholdsMap?.loaded() && window.whoholdsMap.isSourceLoaded('places')"


class Handler(BaseHTTPRequestHandler):
    """The files of the page, and what was made."""

    made: ClassVar[Mapping[str, bytes]]

    def do_GET(self) -> None:
        path = self.path.split("?")[0].lstrip("/") or "index.html"
        if path == FRAME and "first" not in self.path:  # asked again whether anything is newer
            self.send_error(503)
            return
        body = self.made.get(path)
        if body is None:
            body = (STATIC / path).read_bytes()
        kinds = {
            ".js": "text/javascript",
            ".css": "text/css",
            ".html": "text/html",
            ".json": "application/json",
        }
        self.send_response(200)
        self.send_header("Content-Type", kinds.get(Path(path).suffix, "text/plain"))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing."""


@contextmanager
def serving(made: Mapping[str, bytes]) -> Iterator[str]:
    """The address of a server of what was made."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Bound", (Handler,), {"made": made}))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def first_map(page: Page, address: str) -> str:
    """Main thread and worker from the frame's last byte to the first whole map."""
    page.add_init_script(
        "const real = fetch; window.fetch = async (...given) => { const got = await real(...given);"
        " if (String(given[0]).includes('page.json')) performance.mark('bench-answer'); return got; };"
        "const wait = setInterval(() => { const map = window.whoholdsMap; if (!map) return;"
        " clearInterval(wait); map.once('idle', () => performance.mark('bench-drawn')); }, 5);"
    )
    began = time.perf_counter()
    with tracing(page) as traced:
        page.goto(address)
        page.wait_for_function(
            "() => performance.getEntriesByName('bench-drawn').length > 0", timeout=120_000
        )
        page.wait_for_timeout(200)
    (answer,), (drawn,) = traced.marks("bench-answer"), traced.marks("bench-drawn")
    main, worker = traced.spent("CrRendererMain", answer, drawn), traced.spent("DedicatedWorker", 0, drawn)
    before = traced.spent("CrRendererMain", 0, answer)
    return (
        f"main thread {main:6.0f} ms after the answer ({before:.0f} ms before it); worker {worker:.0f} ms; "
        f"{(drawn - answer) / 1000:.0f} ms by the clock, {time.perf_counter() - began:.1f} s in all"
    )


def steps(page: Page, key: str) -> str:
    """Main thread for each press of a key, with what it draws."""
    page.wait_for_timeout(1500)
    with tracing(page) as traced:
        for _ in range(STEPS):
            page.evaluate("() => performance.mark('bench-step')")
            page.keyboard.press(key)
            page.wait_for_timeout(REST)
        page.evaluate("() => performance.mark('bench-step')")
    marks, tasks = traced.marks("bench-step"), traced.tasks("CrRendererMain")
    each = sorted(sum(spent for at, spent in tasks if start <= at < end) for start, end in pairwise(marks))
    middle, late = statistics.median(each), each[int(len(each) * 0.95)]
    return f"median {middle:5.1f} ms, 95 of 100 {late:5.1f} ms, most {each[-1]:5.1f} ms"


def once(page: Page, act: Callable[[], object], settled: str) -> str:
    """Main thread from something that is done until it has settled, and half a second after."""
    page.wait_for_timeout(1500)
    with tracing(page) as traced:
        page.evaluate("() => performance.mark('bench-step')")
        began = time.perf_counter()
        act()
        page.wait_for_function(settled, timeout=60_000)
        took = time.perf_counter() - began
        page.wait_for_timeout(500)
        page.evaluate("() => performance.mark('bench-step')")
    start, end = traced.marks("bench-step")
    return (
        f"main thread {traced.spent('CrRendererMain', start, end):5.0f} ms; there after {took * 1000:5.0f} ms"
    )


def memory(browser: Browser, page: Page) -> str:
    """What the tab holds: the heap of its code after clearing up, and the process that draws it."""
    client, whole = page.context.new_cdp_session(page), browser.new_browser_cdp_session()
    client.send("Performance.enable")
    client.send("HeapProfiler.collectGarbage")
    told = {one["name"]: one["value"] for one in client.send("Performance.getMetrics")["metrics"]}
    drawing = [
        one["id"]
        for one in whole.send("SystemInfo.getProcessInfo")["processInfo"]
        if one["type"] == "renderer"
    ]
    most = max(map(_resident, drawing))
    client.detach()
    return f"heap {told['JSHeapUsedSize'] / 1e6:.0f} MB; its process {most / 1e6:.0f} MB resident"


def _resident(process: int) -> int:
    """Bytes of a process that are in memory (Linux)."""
    pages = Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * 4096


def one_file(browser: Browser, data: PageData, folder: Path) -> str:
    """The page as one file: its size, how long it takes to be written, and to be opened from a disk."""
    path, began = folder / "page.html", time.process_time()
    path.write_text(write_page(data), encoding="utf-8")
    wrote = time.process_time() - began
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    began = time.perf_counter()
    page.goto(f"{path.as_uri()}#place=gn:0", timeout=120_000)
    page.wait_for_function(MAPPED, timeout=120_000)
    page.locator(".claim").first.wait_for(timeout=60_000)
    opened = time.perf_counter() - began
    held = memory(browser, page)
    page.close()
    return f"{path.stat().st_size / 1e6:.1f} MB, written in {wrote:.1f} s, opens in {opened:.1f} s; {held}"


@dataclass(frozen=True)
class Seen:
    """A page that is measured: its address, a day in the middle of it, the id and the name of a place."""

    address: str
    middle: str
    place: str
    name: str

    def open(self, page: Page, shown: str = "known=then") -> None:
        """Opens it anew in the middle."""
        page.goto("about:blank")
        page.goto(f"{self.address}#on={self.middle}&{shown}")
        page.wait_for_function(ROWS if "table" in shown else MAPPED, timeout=600_000)
        page.wait_for_function(WHOLE, timeout=600_000)


def all_steps(page: Page, seen: Seen) -> None:
    """A day on, in each of the ways that a page is looked at: prints a line for each."""
    for words, shown in {
        "as known that day": "known=then",
        "in all reports": "known=all",
        "with a dossier": f"known=then&place={quote(seen.place)}",
        "the table": "known=then&view=table",
    }.items():
        seen.open(page, shown)
        print(f"a day on, {words}: {steps(page, 'ArrowRight')}", flush=True)


def uses(browser: Browser, page: Page, seen: Seen) -> None:
    """What is done once: prints a line for each."""

    def told(what: str, act: Callable[[], object], settled: str) -> None:
        print(f"{what}: {once(page, act, settled)}", flush=True)

    def entering(more: str) -> Callable[[], object]:
        return lambda: page.evaluate("more => { location.hash += more }", more)

    seen.open(page)
    told("a dossier", entering(f"&place={quote(seen.place)}"), CLAIMED)
    seen.open(page)
    told("as known in all reports", page.get_by_role("button", name="in all reports").click, IN_ALL)
    seen.open(page)
    told("the filters", lambda: page.keyboard.press("f"), FACETS)
    told("a filter", page.locator(".facet button[aria-pressed]").first.click, FILTERED)
    seen.open(page)
    told("two days compared", page.get_by_role("button", name="Compare").click, COMPARED)
    seen.open(page)
    told("a place sought", lambda: page.locator("input[type=search]").fill(seen.name), OFFERED)
    seen.open(page)
    told("the table", page.get_by_role("button", name="Table").click, ROWS)
    print(f"memory: {memory(browser, page)}", flush=True)


def main() -> None:
    """Measure and print."""
    places, claims, days = (
        [int(word) for word in sys.argv[1:]] + [5_000, 100_000, 1_000][len(sys.argv) - 1 :]
    )[:3]
    frame = made_frame(places, claims, days)
    text = json.dumps(frame, separators=(",", ":")).encode()
    parts = made_parts(frame)
    part = json.dumps(parts[0], separators=(",", ":")).encode()
    code = sum(
        len(compress(path.read_bytes(), 9)) for path in STATIC.rglob("*") if path.suffix in (".js", ".css")
    )
    print(
        f"code {code / 1000:.0f} kB gzipped; "
        f"frame {len(text) / 1e6:.1f} MB, {len(compress(text)) / 1e6:.1f} MB gzipped"
    )
    with (
        serving({FRAME: text, "api/page/places/gn%3A0.json": part, "api/health": b"{}"}) as address,
        sync_playwright() as play,
    ):
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        print(f"first map: {first_map(page, address)}")
        seen = Seen(address, "2021-02-01", "gn:0", "Town 4")
        all_steps(page, seen)
        uses(browser, page, seen)
        with TemporaryDirectory() as folder:
            print(f"one file: {one_file(browser, {'frame': frame, 'parts': parts}, Path(folder))}")
        browser.close()


if __name__ == "__main__":
    main()
