"""Words a second of every finder that needs no parser.

    python benchmarks/bench_text.py [FILE.jsonl]

reads the "text" of each line of FILE (by default the sample reports), repeated to about a million characters,
one report at a time, and prints words per CPU-second on one core.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from datetime import date
from importlib import resources
from pathlib import Path

from whoholds.text.datelines import find_dateline
from whoholds.text.dates import find_dates
from whoholds.text.figures import find_figures
from whoholds.text.language import find_language
from whoholds.text.retraction import find_retractions
from whoholds.text.sentences import find_sentences
from whoholds.text.silence import find_silences

CHARACTERS = 1_000_000
PUBLISHED = date(2021, 8, 11)


def main(arguments: list[str]) -> None:
    """Times each finder over the reports."""
    texts = read_texts(Path(arguments[0]) if arguments else None)
    words = sum(len(text.split()) for text in texts)
    sentences = {text: find_sentences(text) for text in texts}
    finders: dict[str, Callable[[str], object]] = {
        "sentences": find_sentences,
        "dateline": find_dateline,
        "dates": lambda text: find_dates(text, PUBLISHED),
        "figures": find_figures,
        "language": find_language,
        "silence": lambda text: find_silences(text, sentences[text]),
        "retraction": lambda text: find_retractions(text, sentences[text]),
    }
    for name, finder in finders.items():
        print(f"{name:12} {words / seconds(finder, texts):12,.0f} words/s")


def seconds(finder: Callable[[str], object], texts: list[str]) -> float:
    """CPU seconds for all texts, the word lists read before."""
    finder(texts[0])
    begun = time.process_time()
    for text in texts:
        finder(text)
    return time.process_time() - begun


def read_texts(path: Path | None) -> list[str]:
    """The texts of a JSON Lines file, repeated until they are long enough to be timed."""
    file = path or resources.files("whoholds") / "data" / "sample" / "reports.jsonl"
    texts = [json.loads(line)["text"] for line in file.read_text(encoding="utf-8").splitlines()]
    return texts * max(1, CHARACTERS // sum(map(len, texts)))


if __name__ == "__main__":
    main(sys.argv[1:])
