"""Would a learned layer know better where an event happened? Learned on the tuning half of the annotated
sentences, as the weights of the rules are, and measured on the other half."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from eval_finders import is_tuning, places_of
from eval_measured import Row, read_rows
from learned_claims import print_claims_judged
from learned_encoder import Classifier, Example, Training, predict, train
from learned_measures import Counts, f1, precision, print_head, print_row, recall, share

from whoholds.model import Span
from whoholds.text.event_lists import lists_of
from whoholds.text.event_names import Name
from whoholds.text.event_signs import Question, signs_of, signs_of_none
from whoholds.text.events import asked_in_each, weights_of_signs

DOCUMENT = re.compile(r"[A-Z]{3}_ENG_\d+\.\d+")
FIGURES = {
    "F1": lambda counts: f1(counts[:3]),
    "precision": lambda counts: precision(counts[:3]),
    "recall": lambda counts: recall(counts[:3]),
    "none, where there is none": lambda counts: share(counts[3:]),
}
FEW = 1500  # sentences
EVEN = 0.5
SHARES = (0.25, 0.5, 0.75, 1.0)


@dataclass(frozen=True, slots=True)
class Asked:
    """One event: its document, the annotated places, the names around it with the numbers of their lists, and
    the rules' chance of each against none."""

    document: str
    gold: tuple[Span, ...]
    names: tuple[Name, ...]
    lists: tuple[int, ...]
    chances: tuple[float, ...]
    example: Example


def compare(seed: int, shared: Path) -> None:
    """Print the tables of the other half; `share of the model` 1.0 is the model alone."""
    learned, measured = (list(_asked(half)) for half in _halves(shared))
    model = train([one.example for one in learned], Training(2, rounds=3, seed=seed))
    told = _told(model, measured)
    known = {one.document for one in learned}
    _print_table(f"other half: {len(measured)} events, seed {seed}", measured, told)
    fresh = [n for n, one in enumerate(measured) if one.document not in known]
    _print_table(
        f"of documents with no sentence in the tuning half: {len(fresh)}",
        [measured[n] for n in fresh],
        [told[n] for n in fresh],
    )


def compare_few(seed: int, shared: Path) -> None:
    """The same, learned from few sentences; and what the model would change about claims of reports."""
    dice = random.Random(seed)
    samples = [dice.sample(half, FEW) for half in _halves(shared)]
    learned, measured = (list(_asked(sample)) for sample in samples)
    model = train([one.example for one in learned], Training(2, frozen=3, rounds=3, seed=seed))
    _print_table(f"learned from {FEW}, measured on {FEW}, seed {seed}", measured, _told(model, measured))
    print_claims_judged(lambda asked: [one[:, 1] for one in predict(model, asked)], shared)


def _halves(shared: Path) -> list[list[Row]]:
    rows = read_rows(shared / "eval" / "event_place.jsonl")
    return [[row for row in rows if is_tuning(row) is tuning] for tuning in (True, False)]


def _told(model: Classifier, measured: Sequence[Asked]) -> list[list[float]]:
    answers = predict(model, [one.example for one in measured])
    return [[float(chance) for chance in found[:, 1]] for found in answers]


def _asked(rows: Sequence[Row]) -> Iterator[Asked]:
    verbs = [[Span(*row["verb"][0][:2])] for row in rows]
    for number, (row, events) in enumerate(
        zip(rows, asked_in_each((row["text"] for row in rows), verbs), strict=True)
    ):
        gold = tuple(places_of(row))
        found = DOCUMENT.match(row["id"])
        question = events[0].question if events else None
        names = tuple(question.names) if question is not None else ()
        lists = lists_of(question.sentence, question.names) if question is not None else ()
        right = tuple(int(any(name.span.meets(place) for place in gold)) for name in names)
        spans = tuple(name.span for name in names)
        yield Asked(
            found.group() if found else f"{number} {row['id']}",
            gold,
            names,
            tuple(lists),
            _chances(question) if question is not None else (),
            Example(row["text"], verbs[number][0], spans, right),
        )


def _chances(question: Question) -> tuple[float, ...]:
    """The rules' chance of each name, were there only it and none."""
    weights = weights_of_signs()
    none = sum(weights.get(sign, 0.0) for sign in signs_of_none(question))
    sums = (sum(weights.get(s, 0.0) for s in signs_of(question, n)) for n in range(len(question.names)))
    return tuple(float(1 / (1 + np.exp(none - total))) for total in sums)


def _print_table(title: str, measured: Sequence[Asked], told: Sequence[Sequence[float]]) -> None:
    print_head(title, FIGURES)
    rules = _counts(measured, [one.chances for one in measured])
    print_row("rules", rules, rules, FIGURES)
    for part in SHARES:
        mixed = [
            [_mixed(rule, at, part) for rule, at in zip(one.chances, of, strict=False)]
            for one, of in zip(measured, told, strict=True)
        ]
        print_row(f"share of the model {part}", _counts(measured, mixed), rules, FIGURES)
    all_names = _counts(measured, [one.example.right for one in measured], at_best=True)
    print_row("at best, of the names seen", all_names, rules, FIGURES)


def _mixed(one: float, other: float, part: float) -> float:
    """Two chances, mixed as logarithms of odds."""
    odds = [float(np.log(chance / (1 - chance))) for chance in np.clip([one, other], 1e-6, 1 - 1e-6)]
    return float(1 / (1 + np.exp(-(1 - part) * odds[0] - part * odds[1])))


def _counts(
    measured: Sequence[Asked], chances: Sequence[Sequence[float]], *, at_best: bool = False
) -> Counts:
    """Hits, found, wanted; right and all of the events without a place."""
    counts: dict[str, list[float]] = {one.document: [0.0] * 5 for one in measured}
    for one, of in zip(measured, chances, strict=True):
        found = (
            [name.span for name, at in zip(one.names, of, strict=True) if at] if at_best else _taken(one, of)
        )
        row = counts[one.document]
        row[0] += sum(any(place.meets(span) for span in found) for place in one.gold)
        row[1] += len(found)
        row[2] += len(one.gold)
        row[3] += not one.gold and not found
        row[4] += not one.gold
    return counts


def _taken(asked: Asked, chances: Sequence[float]) -> list[Span]:
    """The names that are taken, as the rules take them (`whoholds.text.events`)."""
    names, lists = asked.names, asked.lists
    best = max(range(len(names)), key=chances.__getitem__, default=None)
    if best is None or chances[best] < EVEN:
        return []
    listed = (n for n, number in enumerate(lists) if number == lists[best] and not names[n].is_party)
    return [names[n].span for n in sorted({best, *listed})]
