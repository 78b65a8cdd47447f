"""Fit the weights with which the place of an event is chosen, on the tuning half of the annotated sentences.

    python scripts/fit_event_places.py [../shared/eval/event_place.jsonl]

Writes `src/whoholds/data/ontology/event_places.toml`: how much each sign (`text/event_signs.py`) speaks for a
name. The other half of the sentences is never looked at; `run_eval.py --set event_place` measures both.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from eval_finders import is_tuning, places_of
from eval_measured import SHARED, read_rows

from whoholds.model import Span
from whoholds.text.event_signs import signs_of
from whoholds.text.events import asked_in_each

FILE = Path(__file__).parents[1] / "src" / "whoholds" / "data" / "ontology" / "event_places.toml"
SEEN = 8  # times that a sign must be seen
KEPT = 800  # signs, those that matter most
SPREAD = 0.3  # of the weights: the smaller, the nearer they stay to nothing
ROUNDS = 250
HEAD = """# How much each sign in a parse speaks for a name as the place of an event (logarithm of odds).
# They are added up. Fitted by scripts/fit_event_places.py; the signs are made in text/event_signs.py.

[taken]
# From which chance on a name is the place: the likeliest, those listed beside it, all others.
best = 0.33
listed = 0.4
other = 0.65

[weights]
"""


@dataclass(frozen=True)
class Examples:
    """The signs of each name, and whether it is the place."""

    signs: Sequence[frozenset[str]]
    right: Sequence[bool]


def main() -> None:
    """Read, fit twice (the second time the signs that matter), write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("sentences", nargs="?", type=Path, default=SHARED / "eval" / "event_place.jsonl")
    examples = read_examples(parser.parse_args().sentences)
    seen = Counter(sign for signs in examples.signs for sign in signs)
    often = [sign for sign, times in seen.items() if times >= SEEN]
    first = fit(examples, often)
    matter = sorted(often, key=lambda sign: (-abs(first[sign]) * seen[sign] ** 0.5, sign))[:KEPT]
    write(fit(examples, matter))
    print(f"{len(examples.right)} names, {len(matter)} signs: {FILE}")


def read_examples(path: Path) -> Examples:
    """The names of the tuning half, each with its signs."""
    rows = [row for row in read_rows(path) if is_tuning(row)]
    asked = asked_in_each((row["text"] for row in rows), [[Span(*row["verb"][0][:2])] for row in rows])
    signs, right = [], []
    for row, events in zip(rows, asked, strict=True):
        gold = places_of(row)
        for question in (event.question for event in events):
            for at, name in enumerate(question.names):
                signs.append(signs_of(question, at))
                right.append(any(name.span.meets(place) for place in gold))
    return Examples(signs, right)


def fit(examples: Examples, signs: Iterable[str]) -> Mapping[str, float]:
    """Logistic regression with small weights preferred, by Adam on all names at once."""
    at = {sign: n for n, sign in enumerate(sorted(signs), 1)}
    rows = [[0, *sorted(at[sign] for sign in found if sign in at)] for found in examples.signs]
    column = np.array([one for row in rows for one in row])
    row_of = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
    right = np.array(examples.right, dtype=float)
    weights, mean, square = (np.zeros(len(at) + 1) for _ in range(3))
    for turn in range(1, ROUNDS + 1):
        chance = 1 / (1 + np.exp(-np.bincount(row_of, weights=weights[column], minlength=len(rows))))
        missed = np.bincount(column, weights=(chance - right)[row_of], minlength=len(weights))
        slope = missed + np.append(0.0, weights[1:]) / SPREAD
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope**2
        step = 0.1 * (1 - 0.95 * turn / ROUNDS)
        weights -= step * (mean / (1 - 0.9**turn)) / (np.sqrt(square / (1 - 0.99**turn)) + 1e-8)
    return {"any name": float(weights[0])} | {sign: float(weights[n]) for sign, n in at.items()}


def write(weights: Mapping[str, float]) -> None:
    """The weights, by name."""
    lines = [
        f"{json.dumps(sign, ensure_ascii=False)} = {weight:.2f}" for sign, weight in sorted(weights.items())
    ]
    FILE.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
