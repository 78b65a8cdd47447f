"""The probabilities of many days out of one pass over the days with evidence: for maps that show every day.

Between days with evidence belief ages in closed form, so that each day is worked out by itself; the numbers
are those of `chain.run` asked about that one day.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from whoholds.control.case import Case
from whoholds.control.chain import Belief, Run, run
from whoholds.control.clock import Clock, Reading
from whoholds.control.table import Hazard

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Rates:
    """The rates of many days: all as in the hazard, but for that at which "contested" ends."""

    hazard: Hazard
    from_contested: Numbers


class Day(NamedTuple):
    """A day with its probabilities in the order of the states: by what is told up to it, and by all."""

    on: date
    forward: Belief
    smoothed: Belief


class Daily:
    """The passes over a case without neighbours, and what they say of any day."""

    def __init__(self, case: Case, before: Daily | None = None) -> None:
        """`before`: that of the same place with other claims, from which what stayed the same is taken."""
        self.case = case
        known = before.passes if before is not None else None
        self.passes: Run = run(case.chain, case.rows, (), known, smooth=False)
        self.told = list(self.passes.forward)
        self._evidence = sorted({row.day for row in case.rows})
        self._told_at = ordinals(self.told)
        self._evidence_at = ordinals(self._evidence)
        self._read(case.chain.clock)
        prior = [case.chain.prior[state] for state in case.chain.states]
        nothing = [1.0] * len(prior)
        self._beliefs = np.array([*self.passes.forward.values(), prior])
        self._likely = np.array([*(self.passes.later[day] for day in self.told), nothing])

    def in_region(self, case: Case, since: date) -> Daily | None:
        """The same of a case that differs in the changes in its region alone, from a day on.

        None where that day is not after all that is told: then the passes are others too.
        """
        before, now = self.case.chain, case.chain
        begun = before.clock.starts[:1] == now.clock.starts[:1]
        if not begun or before.standing != now.standing or (self.told and self.told[-1] >= since):
            return None
        moved = copy(self)
        moved.case = case
        moved._read(now.clock)
        return moved

    def _read(self, clock: Clock) -> None:
        """Make a clock ready, and the times of all that is told on it."""
        self._clock = Reading(clock)
        self._told_times = self._clock.times(self._told_at)

    def on(self, days: Sequence[date]) -> list[Day]:
        """The probabilities of the days, in their order."""
        if not days:
            return []
        forward, smoothed = self.beliefs(ordinals(days))
        return [Day(*one) for one in zip(days, forward.tolist(), smoothed.tolist(), strict=True)]

    def beliefs(self, days: Numbers) -> tuple[Numbers, Numbers]:
        """The probabilities of days (ordinals), a row each: by what is told up to the day, and by all."""
        times = self._clock.times(days)
        rates = self._rates(days)
        forward, later = self._before(days, times, rates), self._after(days, times, rates)
        both = forward * later
        both /= both.sum(axis=1, keepdims=True)
        return forward, both

    def passes_on(self, day: Day) -> Run:
        """The passes as if they had run over that day too, for its explanation."""
        found = Run(smoothed={day.on: day.smoothed}, alone={day.on: day.smoothed}, anew=self.passes.anew)
        found.path = [step for step in self.passes.path if step[0] <= day.on]
        if day.on not in self.passes.forward and self.told and day.on > self.told[0]:
            found.path.append((day.on, None, day.forward))
            if self.is_anew(day.on):
                found.anew = self.passes.anew | {day.on}
        return found

    def is_anew(self, day: date) -> bool:
        """True for a day without evidence so long after the last that it starts from the prior."""
        at = bisect_right(self._evidence, day)
        last = self._evidence[at - 1] if at else day
        return (day - last).days >= self.case.chain.table.time.story_days

    def _are_anew(self, days: Numbers) -> Flags:
        """`is_anew` of many days."""
        if not self._evidence:
            return np.zeros(len(days), np.bool_)
        at = np.searchsorted(self._evidence_at, days, side="right")
        since = days - self._evidence_at[np.maximum(at - 1, 0)]
        return (at > 0) & (since >= self.case.chain.table.time.story_days)

    def _before(self, days: Numbers, now: Numbers, rates: Rates) -> Numbers:
        """By what is told up to each day: the belief after the last evidence, aged; the prior without any."""
        told, beliefs = self.told, self._beliefs
        if not told:
            return _aged(beliefs[np.zeros(len(days), np.int64)], np.zeros(len(days)), rates)
        at = np.searchsorted(self._told_at, days, side="right") - 1
        known = (at >= 0) & (self._told_at[at] == days)
        new = (at < 0) | (~known & self._are_anew(days))
        times = now - np.where(new, now, self._told_times[at])
        if self.case.chain.standing:
            rates = self._rates(np.where(new, days, self._told_at[at]))
        return _aged(beliefs[np.where(new, len(told), at)], times, rates)

    def _after(self, days: Numbers, now: Numbers, rates: Rates) -> Numbers:
        """How likely what is told after each day is in each state."""
        told, likely = self.told, self._likely
        at = np.searchsorted(self._told_at, days, side="right")
        begins = np.array([*(day in self.passes.anew for day in told), True])
        ends = (at == len(told)) | (begins[at] & ~self._are_anew(days))
        times = np.where(ends, now, np.append(self._told_times, 0.0)[at]) - now
        return _unaged(likely[np.where(ends, len(told), at)], times, rates)

    def _rates(self, days: Numbers) -> Rates:
        """The rates from each of the days on."""
        hazard = self.case.chain.table.hazard
        stands = np.zeros(len(days), np.bool_)
        for first, end in self.case.chain.standing:
            stands |= (days >= first.toordinal()) & (days < end.toordinal())
        return Rates(hazard, np.where(stands, hazard.from_standing, hazard.from_contested))


def ordinals(days: Iterable[date]) -> Numbers:
    """Days as numbers."""
    return np.array([day.toordinal() for day in days], dtype=np.float64)


def _decays(rates: Rates, parties: int, times: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """`chain.decays` for many times."""
    to_contested, to_other = rates.hazard.to_contested, rates.hazard.to_other
    rest = to_contested / (to_contested + rates.from_contested)
    to_rest = np.exp(-(to_contested + rates.from_contested) * times)
    among = to_other * parties / (parties - 1) if parties > 1 else 0.0
    return rest, to_rest, np.exp(-(to_contested + among) * times)


def _aged(belief: Numbers, times: Numbers, rates: Rates) -> Numbers:
    """`chain.aged` for many days."""
    parties = belief.shape[1] - 1
    rest, to_rest, stay = _decays(rates, parties, times)
    fought = rest + (belief[:, -1] - rest) * to_rest
    mean, even = (1.0 - belief[:, -1]) / parties, (1.0 - fought) / parties
    held = even[:, None] + (belief[:, :-1] - mean[:, None]) * stay[:, None]
    return np.concatenate([held, fought[:, None]], axis=1)


def _unaged(likely: Numbers, times: Numbers, rates: Rates) -> Numbers:
    """The backward step of it."""
    parties = likely.shape[1] - 1
    rest, to_rest, stay = _decays(rates, parties, times)
    mean, fought = likely[:, :-1].mean(axis=1), likely[:, -1]
    to_fought, from_held = rest + (1.0 - rest) * to_rest, rest * (1.0 - to_rest)
    back = from_held * fought + (1.0 - from_held) * mean
    held = back[:, None] + (likely[:, :-1] - mean[:, None]) * stay[:, None]
    return np.concatenate([held, (to_fought * fought + (1.0 - to_fought) * mean)[:, None]], axis=1)
