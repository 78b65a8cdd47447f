"""The two halves of an annotated set: rules are worked on with one ("tune"), the other ("kept") measures.

Which half a report is in follows from a hash of its id, or of its words where a set was parted by them
before: nobody chooses. `dev` was looked at whole before its halves were fixed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from eval_factuality import HALVES, half_of
from eval_measured import Measured, read_rows

Measure = Callable[[Path], Iterator[Measured]]
TUNE, KEPT = HALVES
NAMED = re.compile(r"(?P<half>tuning half|other half|tune|kept)(?:: |, )(?P<figure>.+)")
WORDS = {"tuning half": TUNE, "other half": KEPT}


@dataclass(frozen=True, slots=True)
class Pair:
    """One figure on both halves."""

    name: str
    tune: Measured
    kept: Measured

    @property
    def difference(self) -> float:
        """By how much the kept half is better; negative where rules fit the half that they were worked on."""
        return self.kept.ahead_of(self.tune.value) + 0.0


def by_half(measure: Measure) -> Measure:
    """The same measure, on the whole file and then on each half of its rows, which have an "id"."""

    def measured(path: Path) -> Iterator[Measured]:
        yield from measure(path)
        rows = read_rows(path)
        for half in HALVES:
            its = [row for row in rows if half_of(row["id"]) == half]
            with TemporaryDirectory() as folder:
                file = Path(folder) / path.name
                file.write_text("".join(json.dumps(row) + "\n" for row in its), encoding="utf-8")
                yield from (of_half(one, half) for one in measure(file))

    return measured


def of_half(one: Measured, half: str) -> Measured:
    """A figure named after its half, and shown only."""
    return replace(one, name=f"{half}: {one.name}", pinned=False)


def is_of_half(one: Measured) -> bool:
    """True for a figure of one half."""
    return NAMED.fullmatch(one.name) is not None


def pairs(figures: Sequence[Measured]) -> Iterator[Pair]:
    """Every figure that both halves have, in the order of the tuning half."""
    halves: dict[str, dict[str, Measured]] = {half: {} for half in HALVES}
    for one in figures:
        if found := NAMED.fullmatch(one.name):
            half = found["half"]
            halves[WORDS.get(half, half)][found["figure"]] = one
    for name, one in halves[TUNE].items():
        if name in halves[KEPT]:
            yield Pair(name, one, halves[KEPT][name])
