"""Changes of holder: which were found, how many days early or late, and which never happened."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from whoholds.evaluate.control_changes import Flip, Heard, flips_in
from whoholds.evaluate.control_telling import NO_CASE, NOBODY, Told, added, by_row, cases, others

FURTHEST = 30  # days between a true change and one that is told, to be the same
WITHIN = (1, 3, 7)
SHOWN = 7  # days after a change by which an answer that names the new holder shows it


@dataclass(frozen=True, slots=True)
class Flips:
    """True changes, changes told, and the errors (days, late is positive) of those that are the same.

    `heard`: the true changes that some claim tells of, be it believed or not; `heard_found` those of them
    that are told; `shown` and `heard_shown` likewise those after which the answer names the new holder
    within a week and before the next change, whether or not it had named another one before. `by_voices`:
    the true changes by how many others than the new holder tell of them; `by_case`: by
    `control_telling.CASES`; `by_named`: those of them before which the answer named the last holder.
    """

    true: int = 0
    told: int = 0
    errors: tuple[int, ...] = ()
    heard: int = 0
    heard_found: int = 0
    shown: int = 0
    heard_shown: int = 0
    by_voices: tuple[Told, ...] = NOBODY
    by_case: tuple[Told, ...] = NO_CASE
    by_named: tuple[Told, ...] = NO_CASE

    def __add__(self, other: Flips) -> Flips:
        return Flips(
            self.true + other.true,
            self.told + other.told,
            self.errors + other.errors,
            self.heard + other.heard,
            self.heard_found + other.heard_found,
            self.shown + other.shown,
            self.heard_shown + other.heard_shown,
            added(self.by_voices, other.by_voices),
            added(self.by_case, other.by_case),
            added(self.by_named, other.by_named),
        )

    @property
    def claimed(self) -> float | None:
        """Share of the true changes that some claim tells of."""
        return self.heard / self.true if self.true else None

    @property
    def recall_of_claimed(self) -> float | None:
        """Share of the true changes that some claim tells of, which are told."""
        return self.heard_found / self.heard if self.heard else None

    @property
    def shown_share(self) -> float | None:
        """Share of the true changes after which the answer names the new holder within a week."""
        return self.shown / self.true if self.true else None

    @property
    def shown_of_claimed(self) -> float | None:
        """The same share of the true changes that some claim tells of."""
        return self.heard_shown / self.heard if self.heard else None

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


def flips_at(
    told: Sequence[str | None], held: Sequence[str | None], heard: Sequence[Heard] = ()
) -> tuple[Flips, Flips]:
    """The first falls of one place, and its recaptures, by which a former holder comes back.

    `heard` are claims of them. All changes are the sum of both.

    A change told is the nearest true one to the same holder, within a month; each is used once. Where the
    days before a true change are not known, it can have come on any of them: one told then is not off.
    """
    true, said = flips_in(held), flips_in(told)
    matched = matched_with(true, said)
    errors = {number: true[number].error(said[at].day) for number, at in matched.items()}
    again = [number for number, one in enumerate(true) if one.again]
    first = [number for number, one in enumerate(true) if not one.again]
    claimed = {number for number, one in enumerate(true) if any(map(one.is_heard, heard))}
    shown = {number for number in range(len(true)) if is_shown(told, true, number)}
    voices = [others(one, heard) for one in true]
    case_of = cases(true, voices)
    named = {number for number in range(len(true)) if is_named_before(told, true, number)}
    told_again = sum(one.again for at, one in enumerate(said) if at not in matched.values())

    def counted(numbers: Sequence[int], said: int) -> Flips:
        among = claimed.intersection(numbers)
        return Flips(
            true=len(numbers),
            told=said,
            errors=tuple(errors[number] for number in errors if number in numbers),
            heard=len(among),
            heard_found=len(among & errors.keys()),
            shown=len(shown.intersection(numbers)),
            heard_shown=len(among & shown),
            by_voices=by_row(NOBODY, voices, numbers, errors, shown),
            by_case=by_row(NO_CASE, case_of, numbers, errors, shown),
            by_named=by_row(NO_CASE, case_of, named.intersection(numbers), errors, shown),
        )

    told_again += sum(number in errors for number in again)
    return counted(first, len(said) - told_again), counted(again, told_again)


def is_shown(told: Sequence[str | None], true: Sequence[Flip], number: int) -> bool:
    """True when within a week of a change, and before the next one, the answer names the new holder."""
    one = true[number]
    end = min([one.day + SHOWN + 1, *(other.day for other in true[number + 1 : number + 2])])
    return one.holder in told[one.day : end]


def is_named_before(told: Sequence[str | None], true: Sequence[Flip], number: int) -> bool:
    """True when on some day before a change, while he held it, the answer names the last holder: only then
    can the change be told as one."""
    start = true[number - 1].day if number else 0
    return true[number].before in told[start : true[number].day]


def matched_with(true: Sequence[Flip], said: Sequence[Flip]) -> dict[int, int]:
    """For the number of each true change that is told, the number of the one told."""
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
    return matched
