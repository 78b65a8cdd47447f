"""On which of many days in a row what is said of a place can be another than on the day before.

Between two such days nothing that a finding hangs on changes: no row, no evidence and no statement of
pressure comes into its window or leaves it; the likeliest state is the same, and so are its hundredths.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy
from datetime import date

import numpy as np
from numpy.typing import NDArray

from whoholds.control.case import Case
from whoholds.control.daily import Flags, Numbers, ordinals
from whoholds.control.finding import Finder
from whoholds.control.pressure import Pressing

Whole = NDArray[np.int64]


class Turns:
    """Finds these days for one case."""

    def __init__(self, case: Case, finder: Finder, pressing: Pressing, bounds: Sequence[float] = ()) -> None:
        """`bounds`: probabilities at which what is shown changes, beside those of the rules; in order."""
        self._case = case
        self._finder = finder
        self._bounds = np.array(bounds, dtype=np.float64)
        self._evidence = ordinals(case.evidence_days)
        self._rows = ordinals(finder.row_days)
        self._stories = ordinals(finder.story_days)
        self._starts = np.array(case.chain.clock.starts, dtype=np.float64)
        self._pressing = ordinals(pressing.days)

    def in_region(self, case: Case, finder: Finder) -> Turns:
        """The same for a case that differs in the changes in its region alone."""
        moved = copy(self)
        moved._case, moved._finder = case, finder
        moved._starts = np.array(case.chain.clock.starts, dtype=np.float64)
        return moved

    def on(self, days: Sequence[date], at: Numbers, beliefs: Numbers) -> tuple[Flags, Flags, Numbers]:
        """True for each day, given also as ordinals, that may differ from the one before, and the first; true
        for those of them on which more may differ than the hundredths; and the horizon of each day."""
        told = self._evidence.searchsorted(at, "right")
        horizon = self._horizons(days, told, self._starts.searchsorted(at, "right"))
        signs = [
            told,
            self._is_stale(at, told, horizon),
            self._rows.searchsorted(at - horizon, "left"),
            self._rows.searchsorted(at, "right"),
            self._rows.searchsorted(at + horizon, "right"),
            self._pressing.searchsorted(at - horizon, "left"),
            self._pressing.searchsorted(at, "right"),
            *self._of_stories(at),
            *self._of_beliefs(beliefs),
            *(at >= day for day in self._finder.begins()),
        ]
        found_anew = _changes(signs, len(at))
        chance = beliefs.max(axis=1)
        shown = _changes([hundredths(chance), self._bounds.searchsorted(chance, "right")], len(at))
        return found_anew | shown, found_anew, horizon

    def _horizons(self, days: Sequence[date], told: Whole, heated: Whole) -> Numbers:
        """The horizon of each day: the same from one piece of evidence or change nearby to the next, but for
        days before all evidence, on which it changes when the war has cooled down."""
        found = np.empty(len(days))
        cuts = np.flatnonzero((told[1:] != told[:-1]) | (heated[1:] != heated[:-1])) + 1
        for start, end in zip((0, *cuts), (*cuts, len(days)), strict=True):
            first, last = self._finder.horizon(days[start]), self._finder.horizon(days[end - 1])
            found[start:end] = first
            if first != last:
                found[start:end] = [self._finder.horizon(day) for day in days[start:end]]
        return found

    def _is_stale(self, at: Numbers, told: Whole, horizon: Numbers) -> Flags:
        if not len(self._evidence):
            return np.zeros(len(at), np.bool_)
        last = len(self._evidence) - 1
        since = np.where(told > 0, at - self._evidence[np.maximum(told - 1, 0)], np.inf)
        until = np.where(told <= last, self._evidence[np.minimum(told, last)] - at, np.inf)
        return np.minimum(since, until) > horizon

    def _of_stories(self, at: Numbers) -> Iterator[Whole | Flags]:
        """The stretch of days with rows that each day belongs to."""
        told = self._stories.searchsorted(at, "right")
        yield told
        if len(self._stories):
            since = at - self._stories[np.maximum(told - 1, 0)]
            yield (told > 0) & (since < self._case.chain.table.time.story_days)

    def _of_beliefs(self, beliefs: Numbers) -> Iterator[Whole | Flags]:
        limits, chance = self._case.chain.table.status, beliefs.max(axis=1)
        yield beliefs.argmax(axis=1)
        yield chance >= limits.leaning
        yield chance >= limits.held


def _changes(signs: Sequence[Whole | Flags | Numbers], count: int) -> Flags:
    """True for each day on which one of the signs is another than on the day before, and for the first."""
    changed = np.ones(count, np.bool_)
    changed[1:] = False
    for sign in signs:
        changed[1:] |= sign[1:] != sign[:-1]
    return changed


def hundredths(shares: Numbers) -> Numbers:
    """The shares in hundredths, rounded as `round` does."""
    found = np.rint(shares * 100.0)
    for at in np.flatnonzero(np.abs(np.abs(shares * 100.0 - found) - 0.5) < 1e-6):
        found[at] = round(float(shares[at]), 2) * 100.0
    return found
