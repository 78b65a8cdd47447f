"""How fast the war runs at a place: a clock that is the faster the nearer and newer the last changes are.

One clock for each place. Where nothing ever changed hands it runs at the pace of a quiet war; a change at the
place makes it run at full pace, one nearby at less, and the pace falls again as the change grows old. Belief
ages by this clock, so that P(gap) = expm(Q x the time on it) stays in closed form.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from whoholds.control.table import Table

Nearby = tuple[date, float]
"""The day of a change in the region, and how much it counts here (0 to 1: a change at the place itself)."""


@dataclass(frozen=True, slots=True)
class Clock:
    """The days (ordinals) from which on the pace is another; the heat (0 to 1) then, the factor for what has
    just been taken, and the time on the clock (days of full pace) until then.
    """

    starts: Sequence[int]
    heats: Sequence[float]
    factors: Sequence[float]
    times_until: Sequence[float]
    quiet: float
    fade: float

    def heat(self, day: date) -> float:
        """How much the war moves here on a day: 1 at a change of hands, then less and less; 0 never."""
        at = bisect_right(self.starts, day.toordinal()) - 1
        if at < 0:
            return 0.0
        return self.heats[at] * math.exp(-(day.toordinal() - self.starts[at]) / self.fade)

    def hottest(self, start: date, end: date) -> float:
        """The greatest heat from one day to another, both included."""
        first = bisect_right(self.starts, start.toordinal())
        return max([self.heat(start), *self.heats[first : bisect_right(self.starts, end.toordinal())]])

    def time(self, day: date) -> float:
        """The time on the clock on a day, in days of full pace. Only differences mean anything."""
        now = day.toordinal()
        at = bisect_right(self.starts, now) - 1
        if at < 0:
            return self.quiet * (now - self.starts[0] if self.starts else now)
        return self.times_until[at] + self._run(at, now - self.starts[at])

    def times(self, days: Sequence[date]) -> NDArray[np.float64]:
        """The time on the clock on each of many days."""
        return Reading(self).times(np.array([day.toordinal() for day in days], dtype=np.float64))

    def _run(self, at: int, days: int) -> float:
        return _passed(self.heats[at], days, self.quiet, self.fade) * self.factors[at]


class Reading:
    """A clock made ready to be read on many days, which are given as ordinals."""

    def __init__(self, clock: Clock) -> None:
        self._quiet, self._fade = clock.quiet, clock.fade
        parts = (clock.starts, clock.heats, clock.factors, clock.times_until)
        self.starts, self._heats, self._factors, self._until = (
            np.array(one, dtype=np.float64) for one in parts
        )

    def times(self, now: NDArray[np.float64]) -> NDArray[np.float64]:
        """The time on the clock on each of the days."""
        if not len(self.starts):
            return self._quiet * now
        at = np.searchsorted(self.starts, now, side="right") - 1
        since = now - self.starts[np.maximum(at, 0)]
        rest = (1.0 - self._quiet) * self._heats[at] * self._fade * -np.expm1(-since / self._fade)
        passed = self._until[at] + (self._quiet * since + rest) * self._factors[at]
        return np.where(at < 0, self._quiet * since, passed)


def clock_of(changed: Iterable[date], nearby: Iterable[Nearby], table: Table) -> Clock:
    """The clock of a place by the days of change at it and in its region, in any order.

    The heat after a change is the greater of what is left and what the change counts, so that the same
    change told twice, or many changes in one small region, are not twice the war.
    """
    region, time = table.region, table.time
    own = {day.toordinal() for day in changed}
    counts = dict.fromkeys(own, 1.0)
    for day, weight in nearby:
        counts[day.toordinal()] = max(weight, counts.get(day.toordinal(), 0.0))
    starts = sorted({*counts, *(begin + time.reversal_days for begin in own)})
    heats, factors, times = [0.0], [1.0], [0.0]
    fresh, before = 0, starts[0] if starts else 0
    for start in starts:
        days = start - before
        times.append(times[-1] + factors[-1] * _passed(heats[-1], days, region.quiet, region.fade_days))
        heats.append(max(heats[-1] * math.exp(-days / region.fade_days), counts.get(start, 0.0)))
        fresh = start + time.reversal_days if start in own else fresh
        factors.append(time.reversal if start < fresh else 1.0)
        before = start
    return Clock(starts, heats[1:], factors[1:], times[1:], region.quiet, region.fade_days)


def _passed(heat: float, days: int, quiet: float, fade: float) -> float:
    """The time on the clock in so many days that begin with a heat."""
    return quiet * days + (1.0 - quiet) * heat * fade * -math.expm1(-days / fade)
