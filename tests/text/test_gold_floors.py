"""Quality floors of the finders that need no parser, on annotated reports; the floors only rise.

The reports are not part of the project: the tests are skipped where they are absent.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from whoholds.model import Span
from whoholds.text.dates import find_dates
from whoholds.text.figures import find_figures
from whoholds.text.sentences import find_sentences

SHARED = Path(__file__).parents[3] / "shared"


def rows(name: str) -> list[dict[str, Any]]:
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"the annotated reports {name} are not present")
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def gold() -> list[dict[str, Any]]:
    return rows("gold/dev.jsonl") + rows("gold/seed.jsonl")


def overlap(one: Span, other: Span) -> float:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared / (max(one.end, other.end) - min(one.start, other.start))


def test_quotes_are_sentences() -> None:
    agreed = []
    for report in gold():
        spans = find_sentences(report["text"])
        for quote in {Span(claim["start_char"], claim["end_char"]) for claim in report["claims"]}:
            agreed.append(max(overlap(quote, span) for span in spans) >= 0.95)
    assert sum(agreed) / len(agreed) >= 0.97


def test_figures_of_quotes() -> None:
    hits = wanted = given = 0
    for report in gold():
        told: dict[Span, set[tuple[Any, ...]]] = {}
        for claim in report["claims"]:
            figures = {
                (figure["kind"], figure["low"], figure["best"]) for figure in claim.get("figures") or []
            }
            told.setdefault(Span(claim["start_char"], claim["end_char"]), set()).update(figures)
        for quote, expected in told.items():
            found = {
                (m.kind, m.estimate.low, m.estimate.best) for m in find_figures(report["text"], within=quote)
            }
            hits, wanted, given = hits + len(found & expected), wanted + len(expected), given + len(found)
    assert hits / given >= 0.95
    assert hits / wanted >= 0.85


def test_values_of_dates() -> None:
    hits = wanted = given = 0
    for report in rows("eval/dates_wikiwars.jsonl"):
        mentions = find_dates(report["text"], date.fromisoformat(report["dct"]))
        values = [(m.span, value) for m in mentions for value in (m.value or "").split("/")]
        given, wanted = given + len(values), wanted + len(report["timex"])
        for timex in report["timex"]:
            span = Span(timex["start"], timex["end"])
            same = next((pair for pair in values if pair[0].meets(span) and pair[1] == timex["value"]), None)
            if same is not None:
                values.remove(same)
                hits += 1
    assert 2 * hits / (given + wanted) >= 0.87
