"""How fast the store takes in ready claims, finds that it has them already, and answers as of a moment.

    python benchmarks/bench_store.py [REPORTS] [FOLDER]

Durable: every batch is on disk (synchronous=FULL) before it counts. Texts are about 3 kB with 5 claims each.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from whoholds.model import Claim, EventType, Extraction, Mention, Published, Report, Span
from whoholds.pipeline import ingest
from whoholds.store import Store

BEGAN = datetime(2021, 5, 1, tzinfo=UTC)


def made_reports(count: int) -> list[Report]:
    """Reports of made-up words as frequent as those of a language, one every five minutes."""
    chance = random.Random(7)
    words = ["".join(chance.choices("etaoinshrdlcumwfgypbvk", k=chance.randint(2, 9))) for _ in range(20_000)]
    common = [1 / (rank + 2) for rank in range(len(words))]
    return [
        Report(
            f"Report {number}. " + " ".join(chance.choices(words, common, k=500)),
            outlet=f"Outlet {number % 40}",
            published=Published((moment := BEGAN + timedelta(minutes=5 * number)).date(), moment),
        )
        for number in range(count)
    ]


def ready_claims(report: Report) -> Extraction:
    """Five claims at fixed places of the text."""
    key = report.key
    claims = tuple(
        Claim(
            key,
            EventType.CAPTURE,
            Span(at, at + 180),
            trigger=Span(at + 20, at + 24),
            actor=Mention(Span(at, at + 8)),
            place=Mention(Span(at + 30, at + 38)),
        )
        for at in range(0, 1000, 200)
    )
    return Extraction(key, "bench/1", claims)


def timed(what: str, count: int, act: Callable[[], object]) -> None:
    began = time.perf_counter()
    act()
    took = time.perf_counter() - began
    print(f"{what:<48} {took:8.3f} s  {count / took:10,.0f} reports/s")


def run(path: Path, reports: Sequence[Report]) -> None:
    count = len(reports)
    readings = {report.key: ready_claims(report) for report in reports}
    middle = BEGAN + timedelta(minutes=5 * count // 2)
    with Store.open(path, write=True) as store:
        timed(
            "durable ingest of ready claims",
            count,
            lambda: list(ingest(reports, store, extractor=lambda report: readings[report.key])),
        )
        timed("the same again", count, lambda: list(ingest(reports, store, extractor=ready_claims)))
        print(f"{'bytes a report, index included':<48} {store.health().size / count:8,.0f}")
    with Store.open(path) as store:
        timed("record(as_of=the middle), nothing decoded yet", count // 2, lambda: store.record(as_of=middle))
        timed("record(as_of=the middle), again", count // 2, lambda: store.record(as_of=middle))
        timed("record(), half decoded", count, store.record)
        timed("search for a common word, newest 50", 50, lambda: store.search("report"))


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    folder = sys.argv[2] if len(sys.argv) > 2 else None
    with tempfile.TemporaryDirectory(dir=folder) as made:
        run(Path(made) / "bench.whoholds", made_reports(count))


if __name__ == "__main__":
    main()
