"""Long reports: the work grows as the text does, and is told while it is done."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from functools import partial
from importlib import resources

from readings import read, report

from whoholds.claims.rules import extract
from whoholds.gazetteer import load_gazetteer

TIMES = 5  # as long
MORE = 1.15  # times as much work for each character may be added


def sample(length: int) -> str:
    file = resources.files("whoholds") / "data" / "sample" / "reports.jsonl"
    lines = file.read_text(encoding="utf-8").strip().split("\n")
    texts = [json.loads(line)["text"] for line in lines]
    words = "\n\n".join(texts)
    return "\n\n".join([words] * (length // len(words) + 1))[:length]


def calls_of(work: Callable[[], object]) -> int:
    """How many functions of Python are called: a measure of work that is the same on every machine."""
    count = 0

    def counted(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def test_the_work_grows_as_the_text_does() -> None:
    short, long = sample(12_000), sample(12_000 * TIMES)
    extract(report(short[1:]), load_gazetteer())  # what is loaded once is loaded before
    one, several = (calls_of(partial(extract, report(text), load_gazetteer())) for text in (short, long))
    assert several < one * TIMES * MORE


def test_so_does_the_work_of_telling_who_and_where() -> None:
    short, long = sample(25_000), sample(25_000 * TIMES)
    read(short[1:])
    one, several = (calls_of(partial(read, text)) for text in (short, long))
    assert several < one * TIMES * MORE


def test_the_share_that_is_read_is_told_from_nothing_to_all() -> None:
    told: list[float] = []
    extract(report(sample(5000)), load_gazetteer(), progress=told.append)
    assert told[0] == 0
    assert told[-1] == 1
    assert told == sorted(told)
    assert len(set(told)) > 20
