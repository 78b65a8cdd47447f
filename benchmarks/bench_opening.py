"""How long after `whoholds serve` is started a large record is seen in the browser.

    python benchmarks/bench_opening.py [PLACES [DAYS [FOLDER]]]

The record is that of a simulated war, as in `bench_making.py`; in a FOLDER it is kept for the next time. Told
are seconds since the command was given, and the processor time that the server and its other processes had
used by then and the memory that they held: the first map, and the map with all states of knowledge. Then what
the page costs the browser, as in `bench_page.py`, and what the next start takes, for which the page is kept.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from bench_making import fill
from bench_page import FLAGS, MAPPED, WHOLE, Seen, all_steps, memory, uses
from playwright.sync_api import sync_playwright

from whoholds.database import open_database
from whoholds.database.page_kept import ALL

MINUTES = 30 * 60_000  # milliseconds waited for


@dataclass(frozen=True)
class Started:
    """A server that was started."""

    process: subprocess.Popen[str]
    address: str
    began: float

    def told(self, what: str) -> None:
        """Prints what has happened now, and what it took."""
        print(
            f"{what}: {time.perf_counter() - self.began:.1f} s by the clock, "
            f"{self._used():.1f} s of processor, {self._held() / 1e6:.0f} MB",
            flush=True,
        )

    def _held(self) -> int:
        return sum(map(_resident, _family(self.process.pid)))

    def _used(self) -> float:
        return sum(map(_spent, _family(self.process.pid)))


def _family(pid: int) -> Iterator[int]:
    """A process and those that it started."""
    yield pid
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in children.read_text("ascii").split():
            yield from _family(int(child))


def _resident(pid: int) -> int:
    """Bytes of a process that are in memory (Linux)."""
    return int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")


def _spent(pid: int) -> float:
    """Seconds of processor time, with that of the children that have ended (Linux)."""
    fields = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def started(path: Path) -> Iterator[Started]:
    """`whoholds serve` of a record."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "whoholds", "--db", str(path), "serve", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        try:
            assert process.stdout is not None
            line = next(one for one in process.stdout if "http://" in one)
            found = re.search(r"http://\S+", line)
            assert found is not None, line
            yield Started(process, found[0], began)
        finally:
            process.terminate()


def seen_of(address: str) -> Seen:
    """The middle of the days of a served page, and the place of most claims."""
    with urllib.request.urlopen(f"{address}api/page.json") as answer:
        frame = json.load(answer)
    ((number, _),) = Counter(frame["facets"]["place"]).most_common(1)
    meta, place = frame["meta"], frame["places"][number]
    middle = date(1970, 1, 1) + timedelta(days=(meta["first"] + meta["last"]) // 2)
    return Seen(address, middle.isoformat(), place["id"], place["name"])


def wait_until_kept(path: Path) -> None:
    """Returns when the next start need make nothing of the page; at once where it is not worth keeping."""
    with open_database(path, write=False) as database:
        while database.is_large and ALL not in database.how_kept():
            time.sleep(1)


def main() -> None:
    """Measure and print."""
    places, days = [int(word) for word in sys.argv[1:3]] + [400, 240][len(sys.argv[1:3]) :]
    with tempfile.TemporaryDirectory() as made, sync_playwright() as play:
        folder = Path(sys.argv[3]) if len(sys.argv) > 3 else Path(made)
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / "war.whoholds"
        if not path.exists():
            fill(folder, places, days)
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        with started(path) as server:
            server.told("the address is told")
            page.goto(server.address)
            page.wait_for_function(MAPPED, timeout=MINUTES)
            server.told("the first map")
            page.wait_for_function(WHOLE, timeout=MINUTES)
            server.told("with all states of knowledge")
            print(f"the page then: {memory(browser, page)}", flush=True)
            seen = seen_of(server.address)
            all_steps(page, seen)
            uses(browser, page, seen)
            wait_until_kept(path)
            server.told("the page is kept for the next start")
        with started(path) as server:
            server.told("started anew: the address is told")
            page.goto(server.address)
            page.wait_for_function(MAPPED, timeout=MINUTES)
            server.told("started anew: the map with all states of knowledge")
        browser.close()


if __name__ == "__main__":
    main()
