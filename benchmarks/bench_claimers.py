"""How fast claimers' records are made and a fit is learnt: out of the index, and every report resolved anew.

    python benchmarks/bench_claimers.py [WARS]

Claims of simulated wars, each of some 700 claims, in one record on disk. Both ways give the same records.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import whoholds
from whoholds.control.records import claimer_records
from whoholds.database import Database
from whoholds.database.claimers_asked import _tried
from whoholds.database.view import View
from whoholds.index.known import FromAll
from whoholds.pipeline import Resolver, resolve_record
from whoholds.simulate import simulate, write

Found = TypeVar("Found")


def fill(path: Path, wars: int) -> int:
    """Makes the record; the number of claims in it."""
    with whoholds.open(path) as database:
        for seed in range(1, wars + 1):
            database.import_claims(write(simulate(seed), path.with_name(f"war {seed}"))[0])
        return len(database.claims())


def timed(what: str, claims: int, ask: Callable[[], Found]) -> tuple[float, Found]:
    """Prints and returns the processor time, with what was found."""
    began = time.process_time()
    found = ask()
    took = time.process_time() - began
    print(f"{what:<46} {took:7.2f} s  {claims / took:8,.0f} claims/s")
    return took, found


def anew(database: Database) -> object:
    """The records of claimers, every report resolved anew."""
    gazetteer = database.gazetteer
    return claimer_records(
        _tried(View(FromAll(resolve_record(database.store, Resolver(gazetteer))), gazetteer))
    )


def main() -> None:
    wars = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "wars.whoholds"
        claims = fill(path, wars)
        with whoholds.open(path) as database:
            database.control(next(iter(database.claims())).place_name or "")  # what is read only once
        with whoholds.open(path) as database:
            whole, expected = timed("records of claimers, all resolved anew", claims, lambda: anew(database))
        with whoholds.open(path) as database:
            took, found = timed("records of claimers", claims, database.claimers)
            print(f"{whole / took:.1f} times as fast; {'the same' if found == expected else 'NOT THE SAME'}")
        with whoholds.open(path) as database:
            timed("a fit", claims, lambda: database.fit(datetime.now(UTC)))


if __name__ == "__main__":
    main()
