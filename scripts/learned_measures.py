"""Counts by document, and how sure a difference between two ways of reading the same documents is."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence

import numpy as np

Counts = Mapping[str, Sequence[float]]  # document → what is counted in it
Figure = Callable[[Sequence[float]], float]  # counts summed over documents → figure
DRAWS = 2000
FOLDS = 5


def folds(documents: Sequence[str], seed: int) -> list[frozenset[str]]:
    """The documents in five parts."""
    mixed = sorted(set(documents))
    random.Random(seed).shuffle(mixed)
    return [frozenset(mixed[n::FOLDS]) for n in range(FOLDS)]


def f1(counts: Sequence[float]) -> float:
    """Of hits, found, wanted."""
    hits, found, wanted = counts
    return 2 * hits / (found + wanted) if found + wanted else 0.0


def precision(counts: Sequence[float]) -> float:
    """Of hits, found, wanted."""
    return counts[0] / counts[1] if counts[1] else 0.0


def recall(counts: Sequence[float]) -> float:
    """Of hits, found, wanted."""
    return counts[0] / counts[2] if counts[2] else 0.0


def share(counts: Sequence[float]) -> float:
    """Of right, all."""
    return counts[0] / counts[1] if counts[1] else 0.0


def print_row(name: str, ours: Counts, than: Counts, figures: Mapping[str, Figure]) -> None:
    """One row of a table: each figure, and its gain over `than` with the 95 % interval over documents."""
    cells = []
    for figure in figures.values():
        more, low, high = gain(ours, than, figure)
        interval = "" if ours is than else f" ({more:+.3f}, {low:+.3f} to {high:+.3f})"
        cells.append(f"{figure(total(ours)):.3f}{interval}")
    print(f"| {name} | {' | '.join(cells)} |", flush=True)


def print_head(title: str, figures: Mapping[str, Figure]) -> None:
    """The head of a table."""
    print(f"\n| {title} | {' | '.join(figures)} |\n|{'---|' * (1 + len(figures))}", flush=True)


def auc(chances: Sequence[float], right: Sequence[bool]) -> float:
    """How often something right has a greater chance than something wrong; .5 says nothing."""
    yes = [chance for chance, one in zip(chances, right, strict=True) if one]
    no = [chance for chance, one in zip(chances, right, strict=True) if not one]
    if not yes or not no:
        return float("nan")
    pairs = np.subtract.outer(np.array(yes), np.array(no))
    return float((pairs > 0).mean() + 0.5 * (pairs == 0).mean())


def auc_interval(
    documents: Sequence[str], chances: Sequence[float], right: Sequence[bool]
) -> tuple[float, float]:
    """The 95 % interval of `auc` over documents."""
    dice = np.random.default_rng(1)
    names = sorted(set(documents))
    rows = {name: [n for n, one in enumerate(documents) if one == name] for name in names}
    drawn = []
    for _ in range(DRAWS // 4):
        chosen = [n for at in dice.integers(len(names), size=len(names)) for n in rows[names[at]]]
        drawn.append(auc([chances[n] for n in chosen], [right[n] for n in chosen]))
    low, high = np.nanpercentile(drawn, [2.5, 97.5])
    return float(low), float(high)


def total(counts: Counts) -> list[float]:
    """The counts of all documents together."""
    return [sum(column) for column in zip(*counts.values(), strict=True)]


def gain(ours: Counts, than: Counts, figure: Figure) -> tuple[float, float, float]:
    """By how much a figure is greater, and the 95 % interval of that over documents."""
    names = sorted(than)
    both = [np.array([side[name] for name in names], dtype=float) for side in (ours, than)]
    dice = np.random.default_rng(1)
    drawn = []
    for _ in range(DRAWS):
        chosen = dice.integers(len(names), size=len(names))
        one, other = (side[chosen].sum(0) for side in both)
        drawn.append(figure(one) - figure(other))
    low, high = np.percentile(drawn, [2.5, 97.5])
    return figure(total(ours)) - figure(total(than)), float(low), float(high)
