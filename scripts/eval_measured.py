"""What a measurement is, and the annotated sets beside the project, which are never part of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parent.parent
SHARED = PROJECT.parent / "shared"
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Measured:
    """One figure of one set. `to_beat` is what a simple or published method gets, None where not known."""

    name: str
    value: float
    to_beat: float | None = None
    lower_is_better: bool = False
    pinned: bool = True  # False: shown only

    def ahead_of(self, other: float) -> float:
        """By how much it is better than another figure; negative where it is worse. Three digits count."""
        gain = round(self.value, 3) - round(other, 3)
        return round(-gain if self.lower_is_better else gain, 3)


def read_rows(path: Path) -> list[Row]:
    """The objects of a JSON Lines file; only a line feed ends a line, for texts hold other separators."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def share(right: float, of: float) -> float:
    """A share, 0 of nothing."""
    return right / of if of else 0.0


def f1(hits: int, found: int, wanted: int) -> float:
    """The harmonic mean of precision and recall, from counts."""
    return share(2 * hits, found + wanted)
