"""The tables of `run_eval.py`: figures beside what is pinned, both halves, types and values of claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import eval_claims
from eval_halves import is_of_half, pairs
from eval_measured import Measured
from eval_pins import Pins, reading_hash

from whoholds.evaluate import ClaimScores

Figures = Mapping[str, Sequence[Measured]]


def figure_lines(measured: Figures, pins: Pins) -> Iterator[str]:
    """Every figure of the whole sets, and those of halves that are pinned."""
    yield f"{'set':12} {'figure':44} {'to beat':>8} {'ours':>8} {'pinned':>8} {'change':>8}"
    for name, figures in measured.items():
        for one in figures:
            pinned = pins.floors.get(name, {}).get(one.name)
            if pinned is not None or not is_of_half(one):
                yield _line(name, one, pinned)
    code = reading_hash()
    if older := [name for name in measured if pins.reading.get(name) != code]:
        yield f"Pinned by an older state of the code and words that read reports: {', '.join(older)}."


def half_lines(measured: Figures) -> Iterator[str]:
    """Both halves of every set that has them, and by how much the kept half is better."""
    found = {name: list(pairs(figures)) for name, figures in measured.items()}
    if not any(found.values()):
        return
    yield ""
    yield f"{'halves':12} {'figure':44} {'tune':>8} {'kept':>8} {'kept is better by':>18}"
    for name, its in found.items():
        for one in its:
            cells = f"{one.tune.value:>8.3f} {one.kept.value:>8.3f} {one.difference:>+18.3f}"
            yield f"{name:12} {one.name:44} {cells}"


def coded_lines(name: str, of: Mapping[str, ClaimScores]) -> Iterator[str]:
    """Claims by type, and what is right about those found beside one answer given always."""
    whole = of[eval_claims.WHOLE]
    halves = {half: scores for half, scores in of.items() if half != eval_claims.WHOLE}
    halves = halves if len(halves) > 1 else {}
    f1 = {half: {kind: tally.f1 for kind, _, tally in scores.types} for half, scores in halves.items()}
    head = ("coded", "found", "false", "missed", "P", "R", "F1", *(f"F1 {half}" for half in halves))
    yield from ("", _row(f"{name}, type", head))
    for kind, coded, tally in whole.types:
        shares = (tally.precision, tally.recall, tally.f1, *(f1[half].get(kind) for half in halves))
        counts = (str(one) for one in (coded, tally.hits, tally.false, tally.missed))
        yield _row(kind.value, (*counts, *map(_number, shares)))
    yield from ("", _row(f"{name}, value", ("of", "right", "one answer", *halves)))
    for slot in whole.slots:
        others = [scores.slot(slot.name) for scores in halves.values()]
        shares = (slot.share, slot.constant, *(one.share if one else None for one in others))
        yield _row(slot.name, (str(slot.of), *map(_number, shares)))


def _row(name: str, cells: Sequence[str]) -> str:
    return f"{name:26} {' '.join(f'{cell:>10}' for cell in cells)}".rstrip()


def _line(name: str, one: Measured, pinned: float | None) -> str:
    cells = [_number(one.to_beat), _number(one.value), _number(pinned)]
    change = "" if pinned is None else f"{round(round(one.value, 3) - pinned, 3) + 0.0:+.3f}"
    worse = " WORSE" if pinned is not None and one.ahead_of(pinned) < 0 else ""
    return f"{name:12} {one.name:44} {cells[0]:>8} {cells[1]:>8} {cells[2]:>8} {change:>8}{worse}".rstrip()


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"
