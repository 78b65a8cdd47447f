"""How many requests a second the server answers, at 16 connections, on a record made by `whoholds simulate`.

Run: python benchmarks/bench_server.py [--places 400] [--seconds 5]. Needs wrk (Debian: apt-get install wrk).
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

from whoholds.database import open_database
from whoholds.simulate import read_numbers, simulate, write

CONNECTIONS = 16
ADDRESS = re.compile(r"http://\S+")
RATE = re.compile(r"Requests/sec:\s+([\d.]+)")
SLOWEST = re.compile(r"99%\s+(\S+)")
REACH = {"states": 250.0, "dossier": 800.0}  # requests a second that are promised


def main() -> None:
    """Prints a line for each measurement."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--places", type=int, default=400)
    parser.add_argument("--seconds", type=int, default=5)
    given = parser.parse_args()
    if shutil.which("wrk") is None:
        sys.exit("wrk is not installed (Debian: apt-get install wrk): nothing was measured.")
    with TemporaryDirectory() as folder:
        record, place, days = made_record(Path(folder), given.places)
        with served(record) as (process, address):
            first_answers(address, place, days)
            many_answers(process, address, (place, days[1]), given.seconds)


def made_record(folder: Path, places: int) -> tuple[Path, str, tuple[str, str]]:
    """A record of a simulated war of so many places: its file, a place much told of, two days."""
    words = (files("whoholds") / "data" / "simulate" / "war.toml").read_text("utf-8")
    wider = max(1.0, (places / 48) ** 0.5)
    words = re.sub(r"(?m)^places = \d+", f"places = {places}", words)
    for name, km in (("width_km", 220.0), ("height_km", 160.0)):
        words = re.sub(rf"(?m)^{name} = [\d.]+", f"{name} = {km * wider:.1f}", words)
    (folder / "war.toml").write_text(words, encoding="utf-8")
    coded, _, baseline = write(simulate(1, read_numbers(folder / "war.toml")), folder)
    record = folder / "war.db"
    with open_database(record) as database:
        database.baseline(baseline)
        database.import_claims(coded)
        view = database.view()
        told = max(view.known.ids_at, key=lambda name: len(view.known.ids_at[name]))
        middle = sorted(claim.known_from for claim in view.by_id.values())[len(view.by_id) // 2]
        print(
            f"{len(view.places):,} places, {len(view.by_id):,} claims, {len(view.known.ids_at[told])} at one"
        )
        return record, told, (view.last_day.isoformat(), middle.date().isoformat())


@contextmanager
def served(record: Path) -> Iterator[tuple[int, str]]:
    """Process number and address of a real server on a free port, in a process of its own."""
    command = [sys.executable, "-m", "whoholds.cli", "--db", str(record), "serve", "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stderr is not None
            found = ADDRESS.search(process.stderr.readline())
            assert found is not None, "the server did not start"
            yield process.pid, found.group().rstrip("/")
        finally:
            process.terminate()


def first_answers(address: str, place: str, days: tuple[str, str]) -> None:
    """What was not asked before."""
    last, middle = days
    one = f"{address}/api/places/{quote(place, safe='')}"
    for name, url in (
        ("states, first of the record", f"{address}/api/control?on={last}"),
        ("states, as known at another moment", f"{address}/api/control?on={middle}&as_of={middle}"),
        ("states, another day of that moment", f"{address}/api/control?on={last}&as_of={middle}"),
        ("dossier, first of the record", one),
        ("dossier, as known at another moment", f"{one}?on={middle}&as_of={middle}"),
    ):
        took, size = once(url)
        print(f"{name:40} {took * 1000:10.1f} ms {size / 1000:10.1f} kB")


def many_answers(process: int, address: str, asked: tuple[str, str], seconds: int) -> None:
    """The same again from many connections."""
    place, day = asked
    for name, path in (
        ("states", f"/api/control?on={day}&as_of={day}"),
        ("dossier", f"/api/places/{quote(place, safe='')}?on={day}&as_of={day}"),
        ("healthz", "/healthz"),
    ):
        for zipped in (False, True):
            before = cpu_seconds(process)
            rate, slowest = asked_by_many(f"{address}{path}", seconds, zipped=zipped)
            alone = rate * seconds / max(cpu_seconds(process) - before, 0.01)
            promised = f"  (promised {REACH[name]:.0f})" if name in REACH else ""
            how = f"{name}, {'gzip' if zipped else 'plain'}"
            print(f"{how:20} {rate:8.0f} /s, {alone:8.0f} a CPU second, 99 % within {slowest}{promised}")


def cpu_seconds(process: int) -> float:
    """The processor time that a process has used so far (Linux)."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def once(url: str) -> tuple[float, int]:
    """Seconds and bytes of one request."""
    start = time.perf_counter()
    with urllib.request.urlopen(url) as answer:
        size = len(answer.read())
    return time.perf_counter() - start, size


def asked_by_many(url: str, seconds: int, *, zipped: bool) -> tuple[float, str]:
    """Requests a second, and the time within which 99 of 100 were answered."""
    header = ["-H", "Accept-Encoding: gzip"] if zipped else []
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency", *header, url]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    rate, slowest = RATE.search(told), SLOWEST.search(told)
    if rate is None or slowest is None or "Non-2xx" in told:
        sys.exit(f"wrk measured nothing:\n{told}")
    return float(rate.group(1)), slowest.group(1)


if __name__ == "__main__":
    main()
