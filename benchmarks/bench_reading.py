"""How fast reports are read on one core, and how long the library and its command take to start.

    python benchmarks/bench_reading.py

Conflict reports are the sample reports joined to 580 words each. Irrelevant ones are of two kinds: plain
sentences on other subjects, no two alike, which hold no word that could be of war; and the peaceful news
beside the project, where they are, whose headlines "hit", "beat" and "fall", so that one in nine has to be
parsed. The second is what to expect. `find_events` is measured with the place layer in the folder that
WHOHOLDS_PLACE_LAYER names, if one does. Everything is CPU time of this process, but for the two starts, which
are wall time of a process of their own (the best of five).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from datetime import date
from importlib import resources
from pathlib import Path

PEACEFUL = Path(__file__).parents[2] / "shared" / "eval" / "peaceful.jsonl"
WORDS = 580
REPORTS = 60
IRRELEVANT = 3000
SUBJECTS = (
    "The council of {place} voted to plant {n} trees along the river, and to mend the benches of its parks.",
    "{place} won the match by {n} points, and its coach praised the young players for their patience.",
    "A bakery in {place} sold {n} loaves on its first morning, its owner told the evening paper.",
    "The museum in {place} shows {n} paintings of the harbour, most of them lent by private collectors.",
    "Rain is expected in {place} on day {n} of the month, with mild winds from the south and some sun.",
)
IN_DOUBT = "Army halts river ferry, blames fog"  # its language is told by the model for languages
TOWNS = ("Bergen", "Lyon", "Porto", "Graz", "Turku", "Ghent", "Brno")


def main() -> None:
    """Prints the figures with their targets."""
    os.environ["OMP_NUM_THREADS"] = "1"
    rows = [
        ("conflict reports of 580 words", per_second(conflict_reports()), "reports/s", ">= 25"),
        ("irrelevant: plain sentences", per_second(irrelevant_reports()), "reports/s", ">= 1,500"),
        *events(),
        *peaceful(),
        ("import whoholds", start(["-c", "import whoholds"]), "s", "< 0.2"),
        ("whoholds --help", start(["-m", "whoholds.cli", "--help"]), "s", "< 0.4"),
    ]
    for name, value, unit, target in rows:
        print(f"{name:32} {value:10,.2f} {unit:10} (target {target})")


def per_second(texts: Iterable[str]) -> float:
    """Reports read and resolved in a CPU-second, the models loaded before."""
    from whoholds import read_claims

    waiting = list(texts)
    for text in (waiting[0], IN_DOUBT):
        read_claims(text, published=date(2021, 8, 8))
    begun = time.process_time()
    for text in waiting[1:]:
        read_claims(text, published=date(2021, 8, 8))
    return (len(waiting) - 1) / (time.process_time() - begun)


def conflict_reports() -> Iterator[str]:
    """Sample reports joined until they have 580 words, each beginning at another one."""
    file = resources.files("whoholds") / "data" / "sample" / "reports.jsonl"
    texts = [json.loads(line)["text"] for line in file.read_text(encoding="utf-8").strip().split("\n")]
    for first in range(REPORTS):
        words: list[str] = []
        for text in texts[first % len(texts) :] + texts:
            words += [*text.split(" "), "\n\n"]
            if len(words) >= WORDS:
                break
        yield " ".join(words[:WORDS])


def irrelevant_reports() -> Iterator[str]:
    """Short texts without a war in them, about five sentences each."""
    for n in range(IRRELEVANT):
        sentences = (
            subject.format(place=TOWNS[(n + k) % len(TOWNS)], n=n + k) for k, subject in enumerate(SUBJECTS)
        )
        yield " ".join(sentences)


def peaceful() -> Iterator[tuple[str, float, str, str]]:
    """The row of the peaceful news; none, and a word on it, where they are not there."""
    if not PEACEFUL.exists():
        print(f"{PEACEFUL} is not there: real irrelevant reports are not measured.", file=sys.stderr)
        return
    lines = PEACEFUL.read_text(encoding="utf-8").strip().split("\n")
    yield (
        "irrelevant: real news",
        per_second(json.loads(line)["text"] for line in lines),
        "reports/s",
        ">= 2,000",
    )


def events() -> Iterator[tuple[str, float, str, str]]:
    """The rows of `find_events` without and with a place layer; a word on it, where none is named."""
    from whoholds import find_events, load_place_layer

    named = os.environ.get("WHOHOLDS_PLACE_LAYER")
    if not named:
        print("WHOHOLDS_PLACE_LAYER names no folder: no place layer is measured.", file=sys.stderr)
        return
    texts = list(conflict_reports())[: REPORTS // 2]
    for name, layer, target in (("rules", None, "none"), ("place layer", load_place_layer(named), ">= 10")):
        find_events(texts[0], layer=layer)
        begun = time.process_time()
        for text in texts[1:]:
            find_events(text, layer=layer)
        rate = (len(texts) - 1) / (time.process_time() - begun)
        yield f"find_events, conflict: {name}", rate, "reports/s", target


def start(arguments: list[str]) -> float:
    """Wall seconds that a new Python takes to run the arguments, the best of five."""
    best = float("inf")
    for _ in range(5):
        begun = time.perf_counter()
        subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
        best = min(best, time.perf_counter() - begun)
    return best


if __name__ == "__main__":
    main()
