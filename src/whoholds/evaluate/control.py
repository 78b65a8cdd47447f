"""Measuring control: the method beside simple rules, day by day as known then, and in retrospect."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import add
from typing import Any

from whoholds.control.table import Table as Numbers
from whoholds.evaluate.control_answers import nowcast, retrospect, without_interest, without_redundancy
from whoholds.evaluate.control_baselines import baselines
from whoholds.evaluate.control_flips import SHOWN, WITHIN, Flips
from whoholds.evaluate.control_scores import ControlScores, Days, score, share
from whoholds.evaluate.control_telling import ALIKE, CASES, MOST, Told, falls_told_alike, recaptures
from whoholds.evaluate.control_trial import Trial
from whoholds.evaluate.table import Table

METHOD = "whoholds"
NO_REDUNDANCY, NO_INTEREST = "without redundancy", "without own interest"
VARIANTS = (NO_REDUNDANCY, NO_INTEREST)
MODES = {"nowcast": False, "retrospective": True}
_RULES = (
    "likeliest party",
    "Brier",
    "log score",
    "ECE",
    "in words",
    "right of these",
    "held",
    "right of these",
)
_BESIDE = ("first falls", "found", f"shown in {SHOWN} d", "recaptures", "found", f"shown in {SHOWN} d")


@dataclass(frozen=True, slots=True)
class ControlReport:
    """The scores of each way to answer, by mode ("nowcast", "retrospective") and name.

    The method comes first; the variants of its table, where they were asked for, next; then the rules.
    `trials`: for each trial the accuracy on moving places of each way, by mode and name.
    """

    scores: Mapping[str, Mapping[str, ControlScores]]
    trials: Mapping[str, tuple[Mapping[str, float | None], ...]] = field(default_factory=dict)

    def __add__(self, other: ControlReport) -> ControlReport:
        """The report over the trials of both, which must be answered in the same ways."""
        scores = {
            mode: {name: one + other.scores[mode][name] for name, one in ways.items()}
            for mode, ways in self.scores.items()
        }
        return ControlReport(scores, {mode: rows + other.trials[mode] for mode, rows in self.trials.items()})

    def beaten(self, mode: str, rule: str) -> int:
        """In how many trials the method is right on more days of moving places than a rule."""
        return sum((one[METHOD] or 0) > (one[rule] or 0) for one in self.trials[mode])


def evaluate_trials(
    trials: Iterable[Trial], *, numbers: Numbers | None = None, variants: Collection[str] = ()
) -> ControlReport:
    """The scores over all trials. `variants`: the modes in which the method is also
    scored without handling of redundancy, and of own interest.

    `numbers`: another table than the product's own. The best single claimer is chosen anew in each trial.
    Raises TypeError without any trial.
    """
    return reduce(add, (_report(trial, numbers, variants=variants) for trial in trials))


def _report(trial: Trial, numbers: Numbers | None, *, variants: Collection[str]) -> ControlReport:
    scores = {
        mode: _of_trial(trial, numbers, retrospective=retrospective, variants=mode in variants)
        for mode, retrospective in MODES.items()
    }
    right = {mode: ({name: one.moving.accuracy for name, one in ways.items()},)
             for mode, ways in scores.items()}  # fmt: skip
    return ControlReport(scores, right)


def _of_trial(
    trial: Trial, numbers: Numbers | None, *, retrospective: bool, variants: bool
) -> dict[str, ControlScores]:
    ask = retrospect if retrospective else nowcast
    found = {METHOD: ask(trial, numbers)}
    if variants:
        found[NO_REDUNDANCY] = ask(trial, without_redundancy(numbers))
        found[NO_INTEREST] = ask(trial, without_interest(numbers))
    found |= baselines(trial, retrospective=retrospective)
    return {name: score(trial, answers) for name, answers in found.items()}


def control_tables(report: ControlReport) -> tuple[Table, ...]:
    """For each mode: days of moving places, days of quiet ones, changes of holder, first falls, recaptures,
    and the method's own changes by how many others than the new holder tell of them, and by what is told of
    the change before and how long they last.
    """
    return tuple(table for mode, scores in report.scores.items() for table in _tables(mode, scores))


def _tables(mode: str, scores: Mapping[str, ControlScores]) -> tuple[Table, ...]:
    days = ("who holds it by", *_RULES)
    flips = (
        "who holds it by",
        "precision",
        "recall",
        "median error",
        *(f"within {n} d" for n in WITHIN),
        "of",
        "claimed",
        "recall of these",
        f"shown in {SHOWN} d",
        "claimed, shown",
    )
    return (
        Table(f"{mode}: days of moving places", days,
              tuple((name, *_day_cells(one.moving)) for name, one in scores.items())),
        Table(f"{mode}: days of quiet places", days,
              tuple((name, *_day_cells(one.quiet)) for name, one in scores.items())),
        Table(f"{mode}: changes of holder", flips,
              tuple((name, *_flip_cells(one.flips)) for name, one in scores.items())),
        Table(f"{mode}: first falls", flips,
              tuple((name, *_flip_cells(one.first)) for name, one in scores.items())),
        Table(f"{mode}: recaptures", flips,
              tuple((name, *_flip_cells(one.recaptures)) for name, one in scores.items())),
        _by_voices(mode, scores[METHOD]),
        _by_case(mode, scores[METHOD]),
    )  # fmt: skip


def _by_voices(mode: str, scores: ControlScores) -> Table:
    first, again = scores.first.by_voices, scores.recaptures.by_voices
    names = [f"{number} or more" if number == MOST else str(number) for number in range(MOST + 1)]
    rows = [
        *_beside(names, first, again),
        _weighted("any number, first falls weighted as recaptures", first, again, 0),
        _weighted("the same, 1 or more", first, again, 1),
    ]
    return Table(f"{mode}: changes by who tells of them", ("others who tell of it", *_BESIDE), tuple(rows))


def _by_case(mode: str, scores: ControlScores) -> Table:
    first, again = scores.first, scores.recaptures
    named = "of these, those before which the last holder was named"
    rows = [
        *_beside(CASES, first.by_case, again.by_case),
        _weighted("the last four, first falls weighted as recaptures", first.by_case, again.by_case, ALIKE),
        _weighted(named, first.by_named, again.by_named, ALIKE),
    ]
    columns = ("who tells of it, and how long it lasts", *_BESIDE)
    return Table(f"{mode}: changes told of alike", columns, tuple(rows))


def _beside(names: Sequence[str], first: Sequence[Told], again: Sequence[Told]) -> list[tuple[str, ...]]:
    """First falls and recaptures, row by row."""
    pairs = zip(names, first, again, strict=True)
    return [(name, *_voice_cells(one), *_voice_cells(two)) for name, one, two in pairs]


def _weighted(name: str, first: Sequence[Told], again: Sequence[Told], least: int) -> tuple[str, ...]:
    """From a row on: how many, and the shares, those of the first falls weighted as recaptures."""
    alike, told = falls_told_alike(first, again, least), recaptures(again, least)
    count, many = (str(sum(one.true for one in rows[least:])) for rows in (first, again))
    return (name, count, _told(alike.found), _told(alike.shown), many, _told(told.found), _told(told.shown))


def _voice_cells(told: Told) -> tuple[str, str, str]:
    return str(told.true), _told(share(told.found, told.true)), _told(share(told.shown, told.true))


def _day_cells(days: Days) -> tuple[str, ...]:
    scores = (days.accuracy, days.brier_score, days.log_score, days.ece)
    words: tuple[float | None, ...] = (None,) * 4
    if days.shown:
        right, held_right = share(days.shown_right, days.shown), share(days.held_right, days.held)
        words = (days.coverage, right, share(days.held, days.all), held_right)
    return tuple(map(_told, (*scores, *words)))


def _flip_cells(flips: Flips) -> tuple[str, ...]:
    median = "" if flips.median is None else f"{flips.median:+.0f} d"
    within = (_told(flips.within(days)) for days in WITHIN)
    claimed = _told(flips.claimed), _told(flips.recall_of_claimed)
    shown = _told(flips.shown_share), _told(flips.shown_of_claimed)
    return _told(flips.precision), _told(flips.recall), median, *within, str(flips.true), *claimed, *shown


def _told(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


def control_values(report: ControlReport) -> dict[str, Any]:
    """The same as plain values, by mode and name; None where there is nothing to divide by."""
    return {
        mode: {name: _plain(one) for name, one in scores.items()} for mode, scores in report.scores.items()
    }


def _plain(scores: ControlScores) -> dict[str, Any]:
    days = {"moving": scores.moving, "quiet": scores.quiet, "all": scores.days}
    flips = {"changes": scores.flips, "first_falls": scores.first, "recaptures": scores.recaptures}
    return {
        **{name: _plain_days(one) for name, one in days.items()},
        **{name: _plain_flips(one) for name, one in flips.items()},
    }


def _plain_days(days: Days) -> dict[str, float | int | None]:
    return {
        "days": days.all,
        "accuracy": _rounded(days.accuracy),
        "brier": _rounded(days.brier_score),
        "log_score": _rounded(days.log_score),
        "ece": _rounded(days.ece),
        "coverage": _rounded(days.coverage) if days.shown else None,
        "right_where_shown": _rounded(share(days.shown_right, days.shown)),
        "right_where_held": _rounded(share(days.held_right, days.held)),
    }


def _plain_flips(flips: Flips) -> dict[str, Any]:
    return {
        "true": flips.true,
        "told": flips.told,
        "precision": _rounded(flips.precision),
        "recall": _rounded(flips.recall),
        "median_days": flips.median,
        "claimed": _rounded(flips.claimed),
        "recall_of_claimed": _rounded(flips.recall_of_claimed),
        "shown": _rounded(flips.shown_share),
        "shown_of_claimed": _rounded(flips.shown_of_claimed),
        **{f"within_{days}": _rounded(flips.within(days)) for days in WITHIN},
        "by_voices": [{"true": one.true, "found": one.found, "shown": one.shown} for one in flips.by_voices],
        "by_case": [{"true": one.true, "found": one.found, "shown": one.shown} for one in flips.by_case],
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)
