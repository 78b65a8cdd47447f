"""How fast the gazetteer loads, scans and answers: python benchmarks/bench_gazetteer.py [TEXT_FILE …].

Without files it scans a made-up text. Times are of one run; loads are of fresh processes.
"""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from whoholds.gazetteer import load_gazetteer

T = TypeVar("T")
LOAD = "import time, numpy; t = time.perf_counter(); import whoholds.gazetteer as g; g.load_gazetteer()"
SENTENCES = (
    "Taliban fighters entered {} on Sunday after days of clashes, residents and a local official said. ",
    "The governor told reporters that security forces had pushed them back from the outskirts of {}. ",
    "At least four civilians were killed and a dozen wounded when shells hit a market there, a doctor said. ",
    "The claim could not be independently confirmed, and the ministry in {} did not answer calls. ",
)


def main() -> None:
    """Print load times, scan speed and look-ups per second."""
    loads = sorted(_fresh_load() for _ in range(5))
    print(f"load in a fresh process, numpy imported: {loads[0]:.3f} s best, {loads[2]:.3f} s median of 5")
    gazetteer = load_gazetteer()
    text = "".join(Path(name).read_text(encoding="utf-8") for name in sys.argv[1:]) or _made_up(1_000_000)
    started = time.perf_counter()
    hits = sum(len(gazetteer.names_in(part)) for part in _parts(text, 3_000))
    took = time.perf_counter() - started
    print(f"names_in: {len(text) / took / 1e6:.1f} million characters a second, {hits} names in {len(text)}")
    chosen = random.Random(1).sample(gazetteer.near(40.0, 40.0, 1_500), 2_000)
    points = [(place.lat or 0.0, place.lon or 0.0) for place, _ in chosen]
    _rate("named", lambda place: gazetteer.named(place.name), [place for place, _ in chosen])
    _rate("get", lambda place: gazetteer.get(place.id), [place for place, _ in chosen])
    _rate("near, 25 km", lambda point: gazetteer.near(*point, 25.0), points)
    _rate("province_at", lambda point: gazetteer.province_at(*point), points)


def _fresh_load() -> float:
    code = f"{LOAD}; print(time.perf_counter() - t)"
    return float(
        subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    )


def _made_up(size: int) -> str:
    names = [
        "Kunduz",
        "Mazar-e-Sharif",
        "Kabul",
        "Deir ez-Zor",
        "Avdiivka",
        "Lashkar Gah",
        "El Fasher",
        "N'Djamena",
    ]
    chance, text, length = random.Random(0), [], 0
    while length < size:
        text.append(chance.choice(SENTENCES).format(chance.choice(names)))
        length += len(text[-1])
    return "".join(text)


def _parts(text: str, size: int) -> Iterable[str]:
    return (text[start : start + size] for start in range(0, len(text), size))


def _rate(name: str, ask: Callable[[T], object], over: list[T]) -> None:
    started = time.perf_counter()
    for one in over:
        ask(one)
    print(f"{name}: {len(over) / (time.perf_counter() - started):,.0f} a second")


if __name__ == "__main__":
    main()
