"""The probabilities of many days out of one pass over the days with evidence: for maps that show every day.

Between days with evidence belief ages in closed form, so that each day is worked out by itself; the numbers
are those of `chain.run` asked about that one day.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from whoholds.control.case import Case
from whoholds.control.chain import Belief, Run, run
from whoholds.control.table import Hazard

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Rates:
    """The rates of many days: all as in the hazard, but for that at which "contested" ends."""

    hazard: Hazard
    from_contested: Numbers


@dataclass(frozen=True, slots=True)
class Day:
    """A day with its probabilities in the order of the states: by what is told up to it, and by all."""

    on: date
    forward: Belief
    smoothed: Belief


class Daily:
    """The passes over a case without neighbours, and what they say of any day."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.passes = run(case.chain, case.rows, ())
        self._told = list(self.passes.forward)
        self._evidence = sorted({row.day for row in case.rows})

    def on(self, days: Sequence[date]) -> list[Day]:
        """The probabilities of the days, in their order."""
        if not days:
            return []
        forward, later = self._before(days), self._after(days)
        both = forward * later
        both /= both.sum(axis=1, keepdims=True)
        return [Day(*one) for one in zip(days, forward.tolist(), both.tolist(), strict=True)]

    def passes_on(self, day: Day) -> Run:
        """The passes as if they had run over that day too, for its explanation."""
        found = Run(smoothed={day.on: day.smoothed}, alone={day.on: day.smoothed}, anew=self.passes.anew)
        found.path = [step for step in self.passes.path if step[0] <= day.on]
        if day.on not in self.passes.forward and self._told and day.on > self._told[0]:
            found.path.append((day.on, None, day.forward))
            if self._is_anew(day.on):
                found.anew = self.passes.anew | {day.on}
        return found

    def _is_anew(self, day: date) -> bool:
        """True for a day without evidence so long after the last that it starts from the prior."""
        at = bisect_right(self._evidence, day)
        last = self._evidence[at - 1] if at else day
        return (day - last).days >= self.case.chain.table.time.story_days

    def _before(self, days: Sequence[date]) -> Numbers:
        """By what is told up to each day: the belief after the last evidence, aged; the prior without any."""
        chain, told = self.case.chain, self._told
        prior = [chain.prior[state] for state in chain.states]
        at = [bisect_right(told, day) - 1 for day in days]
        known = self.passes.forward
        anew = [
            place < 0 or (day not in known and self._is_anew(day))
            for place, day in zip(at, days, strict=True)
        ]
        start = np.array([
            prior if new else known[told[place]] for place, new in zip(at, anew, strict=True)
        ])  # fmt: skip
        since = [day if new else told[place] for place, new, day in zip(at, anew, days, strict=True)]
        times = chain.clock.times(days) - chain.clock.times(since)
        return _aged(start, times, self._rates(since))

    def _after(self, days: Sequence[date]) -> Numbers:
        """How likely what is told after each day is in each state."""
        chain, told = self.case.chain, self._told
        nothing = [1.0] * len(chain.states)
        likely: list[Belief] = []
        until: list[date] = []
        for day in days:
            at = bisect_right(told, day)
            ends = at == len(told) or (told[at] in self.passes.anew and not self._is_anew(day))
            likely.append(nothing if ends else self.passes.later[told[at]])
            until.append(day if ends else told[at])
        times = chain.clock.times(until) - chain.clock.times(days)
        return _unaged(np.array(likely), times, self._rates(days))

    def _rates(self, days: Sequence[date]) -> Rates:
        """The rates from each of the days on."""
        chain = self.case.chain
        return Rates(chain.table.hazard, np.array([chain.hazard_from(day).from_contested for day in days]))


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
