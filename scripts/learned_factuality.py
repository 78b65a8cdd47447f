"""Would a learned layer read better how far claimers commit? Learned on one half of the project's own coded
sentences, measured on the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from eval_factuality import FILE, HALVES, UNVERIFIED, Event, events, marked_spans
from eval_measured import read_rows
from learned_encoder import Classifier, Example, Training, predict, train
from learned_measures import Counts, Figure, print_head, print_row, share

from whoholds.database import read_claims
from whoholds.evaluate import coded_of, read_gold
from whoholds.evaluate.matching import match_claims
from whoholds.model import Factuality, Span

VALUES = [one.value for one in Factuality]
CERTAIN = VALUES.index("certain")
SURE = (0.5, 0.8, 0.9, 0.95)
CASES = FILE.with_name("factuality_cases.jsonl")


def compare(seed: int, shared: Path) -> None:
    """Print both tables: the kept half, and the claims of coded reports that the rules found."""
    tune, kept = halves_of(list(events()))
    learned = learned_from(tune, kept)
    print(f"learned from {len(learned)} events, measured on {len(kept)}, seed {seed}", flush=True)
    model = train(learned, Training(len(VALUES), rounds=10, seed=seed))
    chances = _chances(model, [_example(one) for one in kept])
    rules = [VALUES.index(next(iter(one.read - {UNVERIFIED}))) for one in kept]
    right = [_coded(one) for one in kept]
    _print_table("kept half", [one.text for one in kept], right, rules, chances)
    gold = list(_claims(shared / "gold" / "dev.jsonl"))
    if not gold:
        return
    chances = _chances(model, [example for _, example, _ in gold])
    coded = [example.right[0] for _, example, _ in gold]
    _print_table(
        "claims of coded reports", [name for name, *_ in gold], coded, [one for *_, one in gold], chances
    )


def halves_of(told: Sequence[Event]) -> tuple[list[Event], list[Event]]:
    """The events that are learned from, and those that only measure."""
    tune, kept = ([one for one in told if one.half == half] for half in HALVES)
    return tune, kept


def learned_from(tune: Sequence[Event], kept: Sequence[Event]) -> list[Example]:
    """The half to tune on, and the sentences of the rules' own tests."""
    measured = {one.text for one in kept}
    return [*map(_example, tune), *_cases(measured)]


def _example(event: Event) -> Example:
    return Example(event.text, event.trigger, (), (_coded(event),))


def _coded(event: Event) -> int:
    return VALUES.index(next(iter(event.coded - {UNVERIFIED})))


def _cases(kept: set[str]) -> Iterator[Example]:
    """The sentences of the rules' own tests, those of the kept half left out."""
    for row in read_rows(CASES):
        text = row["sentence"].replace("*", "")
        if text not in kept:
            yield Example(text, next(marked_spans(row["sentence"])), (), (VALUES.index(row["value"]),))


def _claims(path: Path) -> list[tuple[str, Example, int]]:
    """Of each claim that is coded and read: its report, the sentence with the value coded, the value read."""
    found = []
    for report in read_gold(path) if path.exists() else ():
        when = None if report.published is None else report.published.at or report.published.day
        claims = list(read_claims(report.text, published=when))
        for first, second in match_claims(report.claims, [coded_of(one, report.text) for one in claims]):
            claim = claims[second].claim
            trigger, start = claim.trigger or claim.quote, claim.quote.start
            at = Span(trigger.start - start, trigger.end - start)
            coded = VALUES.index(report.claims[first].factuality.value)
            example = Example(claim.quote.of(report.text), at, (), (coded,))
            found.append((report.name, example, VALUES.index(claim.factuality.value)))
    return found


def _chances(model: Classifier, examples: Sequence[Example]) -> np.ndarray:
    return np.concatenate(predict(model, examples)) if examples else np.zeros((0, len(VALUES)))


def _print_table(
    title: str, documents: Sequence[str], coded: Sequence[int], rules: Sequence[int], chances: np.ndarray
) -> None:
    figures = _figures()
    print_head(title, figures)
    plain = _counts(documents, coded, rules)
    print_row("rules", plain, plain, figures)
    best = chances.argmax(1)
    print_row("model alone", _counts(documents, coded, best.tolist()), plain, figures)
    for sure in SURE:
        both = [
            int(at) if rule == CERTAIN and at != CERTAIN and row[at] >= sure else rule
            for rule, at, row in zip(rules, best, chances, strict=True)
        ]
        name = f"rules; where they say certain, the model at ≥ {sure}"
        print_row(name, _counts(documents, coded, both), plain, figures)


def _counts(documents: Sequence[str], coded: Sequence[int], read: Sequence[int]) -> Counts:
    """Right, all; then for certain and for the other values: right, read, coded."""
    found: dict[str, list[float]] = {name: [0.0] * 8 for name in documents}
    for name, want, got in zip(documents, coded, read, strict=True):
        row = found[name]
        row[0] += want == got
        row[1] += 1
        for start, kind in ((2, True), (5, False)):
            row[start] += want == got and (want == CERTAIN) is kind
            row[start + 1] += (got == CERTAIN) is kind
            row[start + 2] += (want == CERTAIN) is kind
    return found


def _figures() -> Mapping[str, Figure]:
    return {
        "right": lambda counts: share(counts[:2]),
        "certain: precision": lambda counts: share((counts[2], counts[3])),
        "certain: recall": lambda counts: share((counts[2], counts[4])),
        "others: precision": lambda counts: share((counts[5], counts[6])),
        "others: recall": lambda counts: share((counts[5], counts[7])),
    }
