"""Would a learned layer know better where an event happened? Learned on the tuning half of the annotated
sentences, as the weights of the rules are, and measured on the other half."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from learned_claims import print_claims_judged
from learned_encoder import Classifier, Example, Training, predict, train
from learned_measures import print_head, print_row
from place_examples import Posed, posed
from place_sentences import FIGURES, KEPT, TUNE, Sentence, counted, in_half, read_sentences
from train_places import ROUNDS

from whoholds.model import Span
from whoholds.text.event_places import chosen, mixed, odds_of

FEW = 1500  # sentences
SHARES = (0.0, 0.25, 0.5, 0.75, 1.0)


def compare(seed: int, shared: Path) -> None:
    """Print the tables of the other half; `share of the model` 1.0 is the model alone."""
    learned, measured = (list(posed(half)) for half in _halves(shared))
    model = train(_examples(learned), Training(2, rounds=ROUNDS, seed=seed))
    told = _told(model, measured)
    known = {one.sentence.document for one in learned}
    _print_table(f"other half: {len(measured)} events, seed {seed}", measured, told)
    fresh = [n for n, one in enumerate(measured) if one.sentence.document not in known]
    _print_table(
        f"of documents with no sentence in the tuning half: {len(fresh)}",
        [measured[n] for n in fresh],
        [told[n] for n in fresh],
    )


def compare_few(seed: int, shared: Path) -> None:
    """The same, learned from few sentences; and what the model would change about claims of reports."""
    dice = random.Random(seed)
    learned, measured = (list(posed(dice.sample(half, FEW))) for half in _halves(shared))
    model = train(_examples(learned), Training(2, frozen=3, rounds=ROUNDS, seed=seed))
    _print_table(f"learned from {FEW}, measured on {FEW}, seed {seed}", measured, _told(model, measured))
    print_claims_judged(lambda asked: [one[:, 1] for one in predict(model, asked)], shared)


def _halves(shared: Path) -> list[list[Sentence]]:
    sentences = read_sentences(shared / "eval" / "event_place.jsonl")
    return [in_half(sentences, half) for half in (TUNE, KEPT)]


def _examples(learned: Sequence[Posed]) -> list[Example]:
    return [one.example for one in learned if one.example is not None]


def _told(model: Classifier, measured: Sequence[Posed]) -> list[list[float]]:
    """The logarithms of the model's odds of the names of each event."""
    answers = iter(predict(model, _examples(measured)))
    return [_odds(next(answers)[:, 1]) if one.example is not None else [] for one in measured]


def _odds(chances: Iterable[float]) -> list[float]:
    return [float(np.log(chance / (1 - chance))) for chance in np.clip(list(chances), 1e-6, 1 - 1e-6)]


def _print_table(title: str, measured: Sequence[Posed], told: Sequence[Sequence[float]]) -> None:
    print_head(title, FIGURES)
    sentences = [one.sentence for one in measured]
    rules = counted(sentences, _places(measured, told, 0.0))
    for part in SHARES:
        counts = counted(sentences, _places(measured, told, part)) if part else rules
        print_row(f"share of the model {part}" if part else "rules", counts, rules, FIGURES)
    at_best = counted(sentences, [_right(one) for one in measured])
    print_row("at best, of the names seen", at_best, rules, FIGURES)


def _places(
    measured: Sequence[Posed], told: Sequence[Sequence[float]], part: float
) -> list[tuple[Span, ...]]:
    return [
        chosen(one.question, mixed(odds_of(one.question), odds[: len(one.question.names)], part))
        if one.question is not None
        else ()
        for one, odds in zip(measured, told, strict=True)
    ]


def _right(one: Posed) -> list[Span]:
    if one.question is None or one.example is None:
        return []
    return [name.span for name, right in zip(one.question.names, one.example.right, strict=True) if right]
