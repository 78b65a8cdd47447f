"""Fit the weights with which the place of an event is chosen, on the tuning half of the annotated sentences.

    python scripts/fit_event_places.py [../shared/eval/event_place.jsonl]

Reads and writes `src/whoholds/data/ontology/event_places.toml`: the signs and their reasons stay, the weights
are set anew. The other half of the sentences is never looked at; `run_eval.py --set event_place` measures
both.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from eval_finders import is_tuning, places_of
from eval_measured import SHARED, read_rows

from whoholds.model import Span
from whoholds.text.event_places import weights_of_signs
from whoholds.text.event_signs import signs_of, signs_of_none
from whoholds.text.events import asked_in_each

FILE = Path(__file__).parents[1] / "src" / "whoholds" / "data" / "ontology" / "event_places.toml"
PENALTY = 3.0  # on the square of a weight: the larger, the nearer they stay to nothing
ROUNDS = 300
MARGIN = 0.1  # added to the weight of none: rather no place than a wrong one
WEIGHT = re.compile(r'(?<=name = ")([^"\n]*)("\nweight = )\S+')

Floats = np.ndarray[Any, np.dtype[np.float64]]
Numbers = np.ndarray[Any, np.dtype[np.int64]]


@dataclass(frozen=True)
class Examples:
    """What may be chosen, one row each: none and the names of each event, with which of them is right."""

    signs: Sequence[frozenset[str]]
    right: Floats
    starts: Sequence[int]  # the row at which each event begins


def main() -> None:
    """Read, fit, write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("sentences", nargs="?", type=Path, default=SHARED / "eval" / "event_place.jsonl")
    examples = read_examples(parser.parse_args().sentences)
    weights = fit(examples, sorted(weights_of_signs()))
    weights["none"] += MARGIN
    write(weights)
    print(f"{len(examples.starts)} events, {len(weights)} signs: {FILE}")


def read_examples(path: Path) -> Examples:
    """The events of the tuning half that have names around them."""
    rows = [row for row in read_rows(path) if is_tuning(row)]
    asked = asked_in_each((row["text"] for row in rows), [[Span(*row["verb"][0][:2])] for row in rows])
    signs: list[frozenset[str]] = []
    right, starts = [], []
    for row, events in zip(rows, asked, strict=True):
        gold = places_of(row)
        for question in (event.question for event in events if event.question.names):
            its = [any(name.span.meets(place) for place in gold) for name in question.names]
            starts.append(len(signs))
            signs += [signs_of_none(question), *(signs_of(question, at) for at in range(len(its)))]
            right += [not any(its), *its]
    return Examples(signs, np.array(right, dtype=float), starts)


def fit(examples: Examples, signs: Sequence[str]) -> dict[str, float]:
    """The weights under which the right choices are likeliest among all, small ones preferred (by Adam)."""
    table = np.array([[sign in found for sign in signs] for found in examples.signs], dtype=float)
    ends = [*examples.starts[1:], len(examples.signs)]
    sizes = [end - start for start, end in zip(examples.starts, ends, strict=True)]
    event: Numbers = np.array([n for n, size in enumerate(sizes) for _ in range(size)])
    weights, mean, square = (np.zeros(len(signs), dtype=np.float64) for _ in range(3))
    for turn in range(1, ROUNDS + 1):
        likely = np.exp(table @ weights)
        chance = _shares(likely, event)
        slope = table.T @ (chance - _shares(likely * examples.right, event)) + PENALTY * weights
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope**2
        step = 0.1 * (1 - 0.95 * turn / ROUNDS)
        weights -= step * (mean / (1 - 0.9**turn)) / (np.sqrt(square / (1 - 0.99**turn)) + 1e-8)
    return dict(zip(signs, map(float, weights), strict=True))


def _shares(parts: Floats, event: Numbers) -> Floats:
    """Each part by the sum of those of its event."""
    shares: Floats = parts / np.bincount(event, weights=parts)[event]
    return shares


def write(weights: Mapping[str, float]) -> None:
    """The weights into the file, each at its sign."""
    text = FILE.read_text(encoding="utf-8")
    FILE.write_text(
        WEIGHT.sub(lambda found: f"{found[1]}{found[2]}{weights[found[1]]:.2f}", text), encoding="utf-8"
    )


if __name__ == "__main__":
    main()
