"""What is learnt of claimers, and what an analyst says of them: nouns that are recorded, never changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from whoholds.model import content_key

LETTERS = ("A", "B", "C", "D", "E", "F")
UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Cell:
    """One table of what claims of one kind were worth: class of claimer × interest × act.

    `right` and `wrong` are the weights of settled claims (an unhedged claim of the cut-off's day weighs 1),
    `cases` how many there are. `ratio`: the likelihood ratio (dimensionless, at least 1) that follows, shrunk
    towards the starting one.
    """

    kind: str
    interest: str
    act: str
    right: float
    wrong: float
    cases: int
    ratio: float

    @property
    def key(self) -> str:
        """ "own_gain/own/takes"."""
        return cell_key(self.kind, self.interest, self.act)


@dataclass(frozen=True, slots=True)
class Fit:
    """What was learnt from all that had been published by a moment (`until`, with a time zone)."""

    until: datetime
    cells: tuple[Cell, ...]

    @property
    def name(self) -> str:
        """A hash of what was learnt and of the cut-off, a part of the name of a method."""
        return content_key("fit", self.until.isoformat(), *self.cells)


@dataclass(frozen=True, slots=True)
class Grade:
    """An analyst's letter (A to F) for a claimer, with the reason; "undo" takes back the last one."""

    claimer: str
    letter: str
    reason: str
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Fitted:
    """A fit with the ledger sequence and the moment at which it was recorded."""

    fit: Fit
    seq: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Graded:
    """A grade with the ledger sequence and the moment at which it was recorded."""

    grade: Grade
    seq: int
    at: datetime


def cell_key(kind: str, interest: str, act: str) -> str:
    """The name of a cell: "own_gain/own/takes"."""
    return f"{kind}/{interest}/{act}"


def newest_fit(fits: Iterable[Fitted], as_of: datetime | None) -> Fit | None:
    """The fit that counts as of a moment: that of the latest cut-off not after it, of these the last one."""
    known = [one for one in fits if as_of is None or one.fit.until <= as_of]
    return max(known, key=lambda one: (one.fit.until, one.seq)).fit if known else None


def grades_in_force(grades: Iterable[Grade]) -> dict[str, str]:
    """The letter of each claimer, by the words given for the claimer, of grades in order of recording."""
    told: dict[str, list[str]] = {}
    for grade in grades:
        letters = told.setdefault(grade.claimer, [])
        if grade.letter == UNDO:
            del letters[-1:]
        else:
            letters.append(grade.letter)
    return {claimer: letters[-1] for claimer, letters in told.items() if letters}
