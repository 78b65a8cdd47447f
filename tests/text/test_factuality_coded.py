"""How far claimers commit, on a coded set of many wars in two halves, and its floors."""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from functools import cache

import pytest
from evals import PROJECT, figures
from marked import cases

FLOORS = tomllib.loads((PROJECT / "tests" / "floors.toml").read_text(encoding="utf-8"))["floors"][
    "factuality"
]
HALVES = ("tune", "kept")
VALUES = ("certain", "probable", "possible", "denied", "future", "unverified")
ASKED = [
    f"{half}, {value}: {share}"
    for half in HALVES
    for value in VALUES
    for share in ("recall", "precision")
    if value != "certain"
]
LEAST = 0.80
ROWS = cases("factuality_coded.jsonl")


@cache
def measured() -> dict[str, float]:
    """Every figure of the set; the table is printed for who reads why a test failed."""
    found = {name: one["value"] for name, one in figures("factuality")["factuality"].items()}
    sys.stdout.write(f"\n{'half':6}{'value':12}{'recall':>8}{'precision':>11}\n")
    for half in HALVES:
        for value in VALUES:
            recall, precision = (found[f"{half}, {value}: {share}"] for share in ("recall", "precision"))
            sys.stdout.write(f"{half:6}{value:12}{recall:8.3f}{precision:11.3f}\n")
    return found


@pytest.mark.parametrize("figure", FLOORS)
def test_no_figure_falls_below_its_floor(figure: str) -> None:
    assert measured()[figure] >= FLOORS[figure] - 0.001


def test_the_floors_are_at_least_what_was_asked_for() -> None:
    assert {figure: FLOORS[figure] for figure in ASKED if FLOORS[figure] < LEAST} == {}


def test_enough_is_coded_of_every_value() -> None:
    counts = Counter(value for row in ROWS for value in row["values"])
    counts["unverified"] = sum(flag for row in ROWS for flag in row.get("unverified", ()))
    assert counts["certain"] >= 300
    assert {value: counts[value] for value in VALUES if counts[value] < 60} == {}


def test_no_sentence_is_coded_twice() -> None:
    texts = Counter(row["text"].replace("*", "") for row in ROWS)
    assert [text for text, count in texts.items() if count > 1] == []


def test_every_marked_event_has_a_value() -> None:
    for row in ROWS:
        assert row["text"].count("*") == 2 * len(row["values"])
        assert set(row["values"]) <= set(VALUES) - {"unverified"}
        assert len(row.get("unverified", row["values"])) == len(row["values"])
