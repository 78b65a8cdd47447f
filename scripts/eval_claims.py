"""Claims: coded reports of wars, and peaceful news in which no claim is right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from eval_measured import Measured, read_rows, share

from whoholds import read_claims
from whoholds.evaluate import Mistake, evaluate_file, find_mistakes, read_all, read_gold

PROTOTYPE = {"claim F1": 0.51, "claim precision": 0.68, "claim recall": 0.41, "control claim F1": 0.62}
OF_ALL = ("actor", "recipient", "claimer", "side", "factuality", "start", "end")


def coded(path: Path, to_beat: dict[str, float]) -> Iterator[Measured]:
    """Claims found, and what is right about those found beside one answer given always.

    A share of the claims found may fall because more are found, so what is pinned is the share of all coded.
    """
    scores = evaluate_file(path)
    found = {
        "claim F1": scores.claims.f1,
        "claim precision": scores.claims.precision,
        "claim recall": scores.claims.recall,
        "control claim F1": scores.control.f1,
        "claim F1, any type": scores.any_type.f1,
        "claim F1, any place": scores.any_place.f1,
    }
    for name, value in found.items():
        yield Measured(name, value, to_beat.get(name))
    for slot in scores.slots:
        yield Measured(slot.name, slot.share, slot.constant, pinned=False)
    coded_claims = sum(count for _, count, _ in scores.types)
    for slot in scores.slots:
        if slot.name in OF_ALL:
            yield Measured(f"found, and {slot.name} right", share(slot.right, coded_claims))


def seed(path: Path) -> Iterator[Measured]:
    """The report that the project started from."""
    return coded(path, {})


def dev(path: Path) -> Iterator[Measured]:
    """Sixty reports of five wars; the floor is a first prototype of rules."""
    return coded(path, PROTOTYPE)


def peaceful(path: Path) -> Iterator[Measured]:
    """Items of sport, business and science: every claim is false."""
    rows = read_rows(path)
    false = sum(len(read_claims(row["text"], published=row["published"])) for row in rows)
    yield Measured("false claims per 100", 100 * share(false, len(rows)), 2.8, lower_is_better=True)


def mistakes(path: Path) -> dict[str, list[Mistake]]:
    """All mistakes on coded reports by kind, the most frequent kind first."""
    gold = read_gold(path)
    found: dict[str, list[Mistake]] = defaultdict(list)
    for mistake in find_mistakes(gold, read_all(gold)):
        found[mistake.kind].append(mistake)
    return dict(sorted(found.items(), key=lambda kind: -len(kind[1])))
