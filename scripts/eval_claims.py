"""Claims: coded reports of wars, and peaceful news in which no claim is right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from eval_factuality import HALVES, half_of
from eval_halves import of_half
from eval_measured import Measured, read_rows, share

from whoholds import read_claims
from whoholds.evaluate import ClaimScores, read_all, read_gold, score_claims

PROTOTYPE = {"claim F1": 0.51, "claim precision": 0.68, "claim recall": 0.41, "control claim F1": 0.62}
OF_ALL = ("actor", "recipient", "claimer", "side", "factuality", "start", "end")
WHOLE = "whole"


@cache
def scores(path: Path) -> Mapping[str, ClaimScores]:
    """The scores of the whole set, and of each half of its reports that holds any; read once."""
    gold = read_gold(path)
    read = read_all(gold)
    parts = {half: [one for one in gold if half_of(one.name) == half] for half in HALVES}
    return {name: score_claims(part, read) for name, part in {WHOLE: gold, **parts}.items() if part}


def coded(path: Path, to_beat: dict[str, float]) -> Iterator[Measured]:
    """Claims found, and what is right about those found beside one answer given always; then both halves.

    A share of the claims found may fall because more are found, so what is pinned is the share of all coded.
    """
    of = scores(path)
    yield from _measured(of[WHOLE], to_beat)
    if all(half in of for half in HALVES):
        for half in HALVES:
            yield from (of_half(one, half) for one in _measured(of[half], {}))


def _measured(of: ClaimScores, to_beat: dict[str, float]) -> Iterator[Measured]:
    found = {
        "claim F1": of.claims.f1,
        "claim precision": of.claims.precision,
        "claim recall": of.claims.recall,
        "control claim F1": of.control.f1,
        "claim F1, any type": of.any_type.f1,
        "claim F1, any place": of.any_place.f1,
    }
    for name, value in found.items():
        yield Measured(name, value, to_beat.get(name))
    for slot in of.slots:
        yield Measured(slot.name, slot.share, slot.constant, pinned=False)
    coded_claims = sum(count for _, count, _ in of.types)
    for slot in of.slots:
        if slot.name in OF_ALL:
            yield Measured(f"found, and {slot.name} right", share(slot.right, coded_claims))


def seed(path: Path) -> Iterator[Measured]:
    """The report that the project started from; it is one, so it has no halves."""
    return coded(path, {})


def dev(path: Path) -> Iterator[Measured]:
    """Sixty reports of five wars; the floor is a first prototype of rules."""
    return coded(path, PROTOTYPE)


def peaceful(path: Path) -> Iterator[Measured]:
    """Items of sport, business and science: every claim is false."""
    false = [
        (half_of(row["id"]), len(read_claims(row["text"], published=row["published"])))
        for row in read_rows(path)
    ]
    yield _false_claims([count for _, count in false], 2.8)
    for half in HALVES:
        yield of_half(_false_claims([count for its, count in false if its == half]), half)


def _false_claims(counts: list[int], to_beat: float | None = None) -> Measured:
    per_hundred = 100 * share(sum(counts), len(counts))
    return Measured("false claims per 100", per_hundred, to_beat, lower_is_better=True)
