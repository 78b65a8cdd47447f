"""Scores of answers about control beside the truth: sums that can be added over wars, and shares of them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

from whoholds.evaluate.control_answers import Answer, Answers
from whoholds.evaluate.control_flips import Flips, flips_at
from whoholds.evaluate.control_trial import CONTESTED, Trial

BINS = 10
NONE = Flips()
FLOOR = (
    0.001  # a probability is scored as at least this, so that one sure mistake does not decide the log score
)
SHOWN = ("held", "leaning", "contested")


@dataclass(frozen=True, slots=True)
class Days:
    """Sums over place-days. `of`: days on which a party holds the place; `right`: its party is the likeliest.

    `all`: these and the contested ones, over which Brier and log scores and the bins are summed. `shown`:
    days with an answer in words (held, leaning, contested), `shown_right` of these right; `held`,
    `held_right` likewise. `bins`: of the likeliest state by its probability: days, sum of it, days right.
    """

    of: int = 0
    right: int = 0
    all: int = 0
    brier: float = 0.0
    log: float = 0.0
    shown: int = 0
    shown_right: int = 0
    held: int = 0
    held_right: int = 0
    bins: tuple[tuple[int, float, int], ...] = ((0, 0.0, 0),) * BINS

    def __add__(self, other: Days) -> Days:
        names = [each.name for each in fields(Days) if each.name != "bins"]
        bins = tuple(
            (one[0] + two[0], one[1] + two[1], one[2] + two[2])
            for one, two in zip(self.bins, other.bins, strict=True)
        )
        return Days(**{name: getattr(self, name) + getattr(other, name) for name in names}, bins=bins)

    @property
    def accuracy(self) -> float | None:
        """Share of the days with one holder on which it is the likeliest party."""
        return share(self.right, self.of)

    @property
    def brier_score(self) -> float | None:
        """Mean squared distance to the truth over all states (0 best, 2 worst)."""
        return share(self.brier, self.all)

    @property
    def log_score(self) -> float | None:
        """Mean negative logarithm of the probability of what was true, nats."""
        return share(self.log, self.all)

    @property
    def coverage(self) -> float | None:
        """Share of days with an answer in words."""
        return share(self.shown, self.all)

    @property
    def ece(self) -> float | None:
        """Expected calibration error of the likeliest state: mean distance of told and true share."""
        return share(sum(abs(told - right) for _, told, right in self.bins), self.all)


def share(part: float, whole: float) -> float | None:
    """A share; None of nothing."""
    return part / whole if whole else None


@dataclass(frozen=True, slots=True)
class ControlScores:
    """Scores of one way to answer: days of moving and of quiet places apart, first falls, recaptures."""

    moving: Days = Days()
    quiet: Days = Days()
    first: Flips = NONE
    recaptures: Flips = NONE

    def __add__(self, other: ControlScores) -> ControlScores:
        return ControlScores(
            self.moving + other.moving,
            self.quiet + other.quiet,
            self.first + other.first,
            self.recaptures + other.recaptures,
        )

    @property
    def days(self) -> Days:
        """All places."""
        return self.moving + self.quiet

    @property
    def flips(self) -> Flips:
        """All changes of holder."""
        return self.first + self.recaptures


def score(trial: Trial, answers: Answers) -> ControlScores:
    """The scores of answers to every day of a trial. Days on which the truth is not known are left out."""
    moving = trial.moving()
    total = ControlScores()
    for place, held in trial.held.items():
        days = _days(answers[place], held)
        first, again = flips_at([one.holder for one in answers[place]], held, trial.heard(place))
        none = Days()
        moved, rested = (days, none) if place in moving else (none, days)
        total += ControlScores(moved, rested, first, again)
    return total


def _days(answers: Sequence[Answer], held: Sequence[str | None]) -> Days:
    told = [(answer, true) for answer, true in zip(answers, held, strict=True) if true is not None]
    by_party = [(answer, true) for answer, true in told if true != CONTESTED]
    shown = [(answer, true) for answer, true in told if answer.status in SHOWN]
    sure = [(answer, true) for answer, true in told if answer.status == "held"]
    return Days(
        of=len(by_party),
        right=sum(answer.holder == true for answer, true in by_party),
        all=len(told),
        brier=math.fsum(_brier(answer, true) for answer, true in told),
        log=math.fsum(-math.log(max(FLOOR, answer.chances.get(true, 0.0))) for answer, true in told),
        shown=len(shown),
        shown_right=sum(answer.top == true for answer, true in shown),
        held=len(sure),
        held_right=sum(answer.top == true for answer, true in sure),
        bins=_bins(told),
    )


def _brier(answer: Answer, true: str) -> float:
    missed = 1.0 if true not in answer.chances else 0.0
    return missed + math.fsum((chance - (state == true)) ** 2 for state, chance in answer.chances.items())


def _bins(told: Iterable[tuple[Answer, str]]) -> tuple[tuple[int, float, int], ...]:
    found = [[0, 0.0, 0] for _ in range(BINS)]
    for answer, true in told:
        top = answer.top
        if top is None:
            continue
        row = found[min(BINS - 1, int(answer.chances[top] * BINS))]
        row[0] += 1
        row[1] += answer.chances[top]
        row[2] += top == true
    return tuple((int(days), told_sum, int(right)) for days, told_sum, right in found)
