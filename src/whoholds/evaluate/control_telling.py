"""Changes of holder by how many others than the new holder tell of them: are those told alike found alike?

A place that comes back to a former holder is told of less often than a fall (a rule of thumb of those who map
wars; the generator has it too), so fewer of the recaptures are found by any method that asks for a second
voice. What can be asked is that a recapture is found as often as a first fall of which as many tell. So the
rates of the first falls are weighted by the recaptures' own numbers of voices (direct standardisation).

A place can be told to come back only where it was told to be lost. Before a first fall there is nothing to
miss; a recapture follows a loss of which perhaps nobody told. So changes are also set beside each other by
what was told of the change before, and by how long they last (`CASES`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from whoholds.evaluate.control_changes import Flip, Heard

MOST = 3  # so many voices and more are one row
BRIEF = 7  # days; a holder who is gone again within so many had little time to be told of
CASES = (
    "nobody but the new holder tells of it",
    "others do, but nobody but the taker told of the change before",
    f"one other does; undone within {BRIEF} d",
    "one other does; not undone so soon",
    f"2 or more do; undone within {BRIEF} d",
    "2 or more do; not undone so soon",
)
"""What is told of a change, and for how long it stands, in plain words."""
ALIKE = 2  # from this case on both the change and the one before were told of by others


@dataclass(frozen=True, slots=True)
class Told:
    """True changes of which equally many others tell: how many, those found, those shown within a week."""

    true: int = 0
    found: int = 0
    shown: int = 0

    def __add__(self, other: Told) -> Told:
        return Told(self.true + other.true, self.found + other.found, self.shown + other.shown)


NOBODY = (Told(),) * (MOST + 1)
NO_CASE = (Told(),) * len(CASES)


def others(one: Flip, heard: Iterable[Heard]) -> int:
    """How many voices tell of a change in time that do not speak for the new holder; `MOST` for more."""
    voices = {claim.voice for claim in heard if claim.side != one.holder and one.is_heard(claim)}
    return min(MOST, len(voices))


def by_row(
    empty: Sequence[Told],
    row_of: Sequence[int],
    numbers: Iterable[int],
    found: Collection[int],
    shown: Collection[int],
) -> tuple[Told, ...]:
    """The changes of these numbers by row: `NOBODY` with `others` of each change, `NO_CASE` with `cases`."""
    rows = list(empty)
    for number in numbers:
        rows[row_of[number]] += Told(1, number in found, number in shown)
    return tuple(rows)


def added(one: Sequence[Told], other: Sequence[Told]) -> tuple[Told, ...]:
    """Row by row the sums."""
    return tuple(mine + its for mine, its in zip(one, other, strict=True))


def cases(true: Sequence[Flip], others_of: Sequence[int]) -> list[int]:
    """The number of each change of a place in `CASES`. Who held it first is known: nothing was to be told."""
    found = []
    for number, told in enumerate(others_of):
        before = number == 0 or others_of[number - 1] > 0
        after = true[number + 1 : number + 2]
        stays = not after or after[0].day - true[number].day > BRIEF
        found.append((ALIKE + 2 * (told > 1) + stays) if told and before else int(told > 0))
    return found


@dataclass(frozen=True, slots=True)
class Alike:
    """Of recaptures, or of first falls told of alike, the share found and that shown; None of nothing."""

    found: float | None
    shown: float | None


def recaptures(again: Sequence[Told], least: int = 0) -> Alike:
    """The shares of the recaptures of which at least so many others tell."""
    whole = sum(again[least:], Told())
    if not whole.true:
        return Alike(None, None)
    return Alike(whole.found / whole.true, whole.shown / whole.true)


def falls_told_alike(first: Sequence[Told], again: Sequence[Told], least: int = 0) -> Alike:
    """The shares of the first falls, each row weighted by the number of recaptures in it.

    None where a row has recaptures and no first fall: then nothing can be said.
    """
    pairs = [(one, two.true) for one, two in zip(first[least:], again[least:], strict=True) if two.true]
    count = sum(weight for _, weight in pairs)
    if not count or not all(one.true for one, _ in pairs):
        return Alike(None, None)
    found = sum(weight * one.found / one.true for one, weight in pairs) / count
    return Alike(found, sum(weight * one.shown / one.true for one, weight in pairs) / count)
