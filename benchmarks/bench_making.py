"""How long the data of the page takes to be made for the first time, and again after five new claims.

    python benchmarks/bench_making.py [PLACES [DAYS [FOLDER]]]

The record is that of a simulated war (400 places and 240 days, some 4,000 claims, unless said otherwise), on
a plane as much larger as it has more places than the product's own wars. Recording it takes longer than the
page. Told is processor time, that of other processes by itself.
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
from dataclasses import replace
from math import sqrt
from pathlib import Path

import whoholds
from whoholds.database import Database
from whoholds.database.map_apart import cores
from whoholds.simulate import Numbers, simulate, war_numbers, write

LATER = 5  # claims


def numbers_of(places: int, days: int) -> Numbers:
    """The numbers of a war of so many places and days, as dense as those of the product."""
    numbers = war_numbers()
    ground = numbers.ground
    wide = sqrt(places / ground.places)
    return replace(
        numbers,
        ground=replace(
            ground,
            places=places,
            days=days,
            width_km=ground.width_km * wide,
            height_km=ground.height_km * wide,
            regions=max(ground.regions, int(ground.regions * wide * wide)),
        ),
    )


def fill(folder: Path, places: int, days: int) -> Path:
    """Makes the record, but for the last claims, which are left in a file beside it."""
    lines = write(simulate(1, numbers_of(places, days)), folder)[0].read_text("utf-8").splitlines(True)
    for name, some in {"first": lines[:-LATER], "later": lines[-LATER:]}.items():
        (folder / f"{name}.jsonl").write_text("".join(some), encoding="utf-8")
    path = folder / "war.whoholds"
    with whoholds.open(path) as database:
        database.import_claims(folder / "first.jsonl")
    return path


def timed(what: str, database: Database) -> None:
    """Makes the page, and prints what it took."""
    database.view()
    began, spent, others = time.perf_counter(), time.process_time(), _others()
    frame = database.page_frame()
    size = len(json.dumps(frame, separators=(",", ":")))
    print(
        f"{what}: here {time.process_time() - spent:.1f} s, in other processes {_others() - others:.1f} s, "
        f"by the clock {time.perf_counter() - began:.1f} s; frame {size / 1e6:.1f} MB, "
        f"{sum(map(len, frame['changes'])):,} changes of {len(frame['places']):,} places"
    )


def _others() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Measure and print."""
    places, days = [int(word) for word in sys.argv[1:3]] + [400, 240][len(sys.argv[1:3]) :]
    with tempfile.TemporaryDirectory(dir=sys.argv[3] if len(sys.argv) > 3 else None) as made:
        path = fill(Path(made), places, days)
        with whoholds.open(path) as database:
            print(
                f"{len(database.claims()):,} claims at {places:,} places over {days:,} days; {cores()} cores"
            )
            timed("the page, first time", database)
            database.import_claims(Path(made) / "later.jsonl")
            timed(f"after {LATER} more claims", database)
    most = [
        resource.getrusage(who).ru_maxrss / 1e3 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    ]
    print(f"memory: {most[0]:.0f} MB, each of the others {most[1]:.0f} MB")


if __name__ == "__main__":
    main()
