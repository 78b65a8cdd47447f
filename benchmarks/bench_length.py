"""Whether the time to read a report grows as its length does: a long one against a short one, in one run.

    python benchmarks/bench_length.py [CHARACTERS]

Reads the sample reports joined to 50,000 characters and to 1,000,000 (or as many as told), and prints CPU
time for each thousand characters, and the ratio, which depends little on the machine: 1 is in proportion.
"""

from __future__ import annotations

import json
import os
import sys
import time
from datetime import date
from importlib import resources

SHORT = 50_000
LONG = 1_000_000
TARGET = 1.5
PUBLISHED = date(2021, 8, 8)


def main(arguments: list[str]) -> None:
    """Prints both times and their ratio."""
    os.environ["OMP_NUM_THREADS"] = "1"
    long = int(arguments[0]) if arguments else LONG
    once = milliseconds(joined(SHORT), times=4)
    grown = milliseconds(joined(long), times=1)
    print(f"a report of {SHORT:10,} characters {once:8.1f} ms for each 1,000 characters")
    print(f"a report of {long:10,} characters {grown:8.1f} ms for each 1,000 characters")
    print(f"ratio {grown / once:.2f} (target <= {TARGET})")


def milliseconds(text: str, times: int) -> float:
    """CPU time to read and resolve a thousand characters of a text, the models loaded before."""
    from whoholds import read_claims

    read_claims(text[:SHORT], published=PUBLISHED)
    begun = time.process_time()
    for time_round in range(times):
        read_claims(f"{text} {time_round}", published=PUBLISHED)  # no two alike: nothing is remembered
    return 1e6 * (time.process_time() - begun) / (times * len(text))


def joined(length: int) -> str:
    """The sample reports one after the other, again and again, cut at a length."""
    file = resources.files("whoholds") / "data" / "sample" / "reports.jsonl"
    lines = file.read_text(encoding="utf-8").strip().split("\n")
    words = "\n\n".join(json.loads(line)["text"] for line in lines)
    return "\n\n".join([words] * (length // len(words) + 1))[:length]


if __name__ == "__main__":
    main(sys.argv[1:])
