"""Changes of holder: which were found, how many days early or late, and which never happened."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

CONTESTED = "contested"
FURTHEST = 30  # days between a true change and one that is told, to be the same
WITHIN = (1, 3, 7)


@dataclass(frozen=True, slots=True)
class Flips:
    """True changes, changes told, and the errors (days, late is positive) of those that are the same."""

    true: int = 0
    told: int = 0
    errors: tuple[int, ...] = ()

    def __add__(self, other: Flips) -> Flips:
        return Flips(self.true + other.true, self.told + other.told, self.errors + other.errors)

    @property
    def recall(self) -> float | None:
        """Share of the true changes that are told."""
        return len(self.errors) / self.true if self.true else None

    @property
    def precision(self) -> float | None:
        """Share of the changes told that happened."""
        return len(self.errors) / self.told if self.told else None

    @property
    def median(self) -> float | None:
        """The median error in days; above 0: late."""
        return statistics.median(self.errors) if self.errors else None

    def within(self, days: int) -> float | None:
        """Share of all true changes that are told within so many days."""
        return sum(abs(error) <= days for error in self.errors) / self.true if self.true else None


@dataclass(frozen=True, slots=True)
class _Flip:
    """A change: the day from which on the new holder has it, the first day on which it can have come."""

    day: int
    holder: str
    again: bool
    first: int

    def error(self, told: int) -> int:
        """Days by which a day told lies before (negative) or after the days on which it can have come."""
        return told - max(self.first, min(self.day, told))


def flips_at(told: Sequence[str | None], held: Sequence[str | None]) -> tuple[Flips, Flips]:
    """All changes of one place, and those by which a former holder comes back.

    A change told is the nearest true one to the same holder, within a month; each is used once. Where the
    days before a true change are not known, it can have come on any of them: one told then is not off.
    """
    true, said = _flips(held), _flips(told)
    pairs = sorted(
        (abs(other.error(one.day)), at, number)
        for at, one in enumerate(said)
        for number, other in enumerate(true)
        if one.holder == other.holder and abs(other.error(one.day)) <= FURTHEST
    )
    matched: dict[int, int] = {}
    for _, at, number in pairs:
        if at not in matched.values() and number not in matched:
            matched[number] = at
    errors = {number: true[number].error(said[at].day) for number, at in matched.items()}
    again = [number for number, one in enumerate(true) if one.again]
    told_again = sum(one.again for at, one in enumerate(said) if at not in matched.values())
    return (
        Flips(len(true), len(said), tuple(errors.values())),
        Flips(
            len(again),
            told_again + sum(number in errors for number in again),
            tuple(errors[number] for number in again if number in errors),
        ),
    )


def _flips(held: Sequence[str | None]) -> list[_Flip]:
    found: list[_Flip] = []
    last: str | None = None
    had: set[str] = set()
    known = -1  # the last day before of which it is known who held it
    for day, holder in enumerate(held):
        if holder is not None and holder not in (CONTESTED, last):
            if last is not None:
                found.append(_Flip(day, holder, holder in had, known + 1))
            had.add(holder)
            last = holder
        known = day if holder is not None else known
    return found
