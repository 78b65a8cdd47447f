"""Both passes of the chain over many places side by side: the n-th moments of all of them in one step.

What `passes` does place by place, in numpy, for where nothing is compiled: some thirty times as fast as that
loop as it stands. Places with as many states and about as many moments go together. A test holds the two,
and `chain.run`, together.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from whoholds.control.flat import Beliefs, Flat

Numbers = NDArray[np.float64]
Whole = NDArray[np.int64]
Marks = NDArray[np.bool_]
TOGETHER = 4096  # places: so many that what is told of them stays near the processor
SURE = 1.0 - 1e-12  # no flow is more


@dataclass(frozen=True, slots=True)
class Days:
    """By row (R): the first row of its moment is `starts` (M, the rows of the moments), its time since the
    day before (0 within a day), whether its day starts from the prior (anew, or nothing told before it), and
    whether later days tell nothing of those before it. `moments` (P + 1): where the moments of a place begin.
    """

    starts: Whole
    moments: Whole
    time: Numbers
    from_prior: Marks
    parted: Marks


def days_of(flat: Flat) -> Days:
    """What hangs on the days of the rows."""
    rows = len(flat.day)
    number = np.arange(rows)
    first = np.zeros(rows, np.bool_)
    first[flat.offsets[:-1][np.diff(flat.offsets) > 0]] = True
    before = np.maximum(number - 1, 0)
    new = ~first & (flat.day != flat.day[before])
    start = np.maximum.accumulate(np.where(first, number, 0))
    told = np.maximum.accumulate(np.where(flat.told, number, -1))[before]
    fresh = new & (told >= start) & (flat.day - flat.day[np.maximum(told, 0)] >= flat.story)
    anew = fresh[np.maximum.accumulate(np.where(first | new, number, 0))]
    unheard = new & (told < start)
    starts = np.flatnonzero(flat.joined == 0)
    return Days(
        starts=starts,
        moments=np.searchsorted(starts, flat.offsets),
        time=np.where(new, flat.clock - flat.clock[before], 0.0),
        from_prior=new & (anew | unheard),
        parted=new & anew & ((flat.told[before] != 0) | ~anew[before]),
    )


def wide_passes(flat: Flat, beliefs: Beliefs) -> None:
    """Forward and backward over all rows, into `beliefs`."""
    if not len(flat.day):
        return
    days = days_of(flat)
    for places in _alike(flat, np.diff(days.moments)):
        _Block(flat, days, places).into(beliefs)
    if flat.joined.any():
        whose = np.maximum.accumulate(np.where(flat.joined, 0, np.arange(len(flat.day))))
        later = np.flatnonzero(flat.joined)
        beliefs.forward[later] = beliefs.forward[whose[later]]
        beliefs.smoothed[later] = beliefs.smoothed[whose[later]]


def _alike(flat: Flat, moments: Whole) -> Iterator[Whole]:
    """Places with as many states, those with most moments first, some at a time; none without a moment."""
    told = np.flatnonzero(moments)
    ordered = told[np.lexsort((told, -moments[told], flat.states[told]))]
    cuts = np.flatnonzero(np.diff(flat.states[ordered])) + 1
    for part in np.split(ordered, cuts):
        for at in range(0, len(part), TOGETHER):
            yield part[at : at + TOGETHER]


class _Block:
    """Places with as many states (S) side by side: arrays by moment (K), state and place (N)."""

    def __init__(self, flat: Flat, days: Days, places: Whole) -> None:
        counts = (days.moments[places + 1] - days.moments[places]).astype(np.int64)
        self.parties = int(flat.states[places[0]]) - 1
        number = np.arange(counts[0])[:, None]
        self.told: Marks = number < counts
        self.active = self.told.sum(axis=1).tolist()
        self._moment = days.moments[places] + np.minimum(number, counts - 1)
        self._row = days.starts[self._moment]
        self.from_prior, self.parted = days.from_prior[self._row], days.parted[self._row]
        self.prior = flat.prior[places, : self.parties + 1].T.copy()
        self._ageing(flat, days.time[self._row])
        self._moving(flat)
        self.together = _Together(flat, days, self._moment, self.parties + 1) if flat.joined.any() else None
        nats = self._by_state(flat.weights)
        if self.together is not None:
            self.together.sum_into(nats)
        self.likely = np.exp(nats, out=nats)

    def _by_state(self, what: NDArray[np.float64] | NDArray[np.uint8]) -> Numbers:
        """(K, S, N) of what stands by row and state."""
        found = what[:, : self.parties + 1][self._row]
        return np.ascontiguousarray(found.transpose(0, 2, 1), dtype=np.float64)

    def _ageing(self, flat: Flat, time: Numbers) -> None:
        to_contested, to_other = flat.hazard
        both = to_contested + flat.out[self._row]
        rest = to_contested / both
        among = to_other * self.parties / (self.parties - 1) if self.parties > 1 else 0.0
        self.left = np.exp(-both * time)
        self.rest = rest - rest * self.left
        self.stay = np.exp(-(to_contested + among) * time)

    def _moving(self, flat: Flat) -> None:
        flow, gains = flat.flow[self._row], self._by_state(flat.gains)
        heirs = gains.sum(axis=1)
        gains /= np.maximum(heirs, 1.0)[:, None]
        self.gains, self.gives = gains, self._by_state(flat.gives)
        self.gives *= flow[:, None]
        self.heard: Marks = heirs > 0

    def into(self, beliefs: Beliefs) -> None:
        """Both passes, into the rows of the places."""
        forward = self._forward()
        rows, width = self._row[self.told], self.parties + 1
        beliefs.forward[rows, :width] = forward.transpose(0, 2, 1)[self.told]
        self._backward(forward)
        beliefs.smoothed[rows, :width] = forward.transpose(0, 2, 1)[self.told]

    def _forward(self) -> Numbers:
        found = np.zeros_like(self.likely)
        belief = self.prior.copy()
        for at, count in enumerate(self.active):
            now = belief[:, :count]
            fought = self.rest[at, :count] + self.left[at, :count] * now[-1]
            now[:-1] -= (1.0 - now[-1]) / self.parties
            now[:-1] *= self.stay[at, :count]
            now[:-1] += (1.0 - fought) / self.parties
            now[-1] = fought
            if self.from_prior[at].any():
                np.copyto(now, self.prior[:, :count], where=self.from_prior[at, :count])
            before = now.copy() if self.together is not None else now
            moved = now * self.gives[at, :, :count]
            now -= moved
            now += self.gains[at, :, :count] * moved.sum(axis=0)
            if self.together is not None:
                self.together.tell(at, before, now)
            now *= self.likely[at, :, :count]
            now /= now.sum(axis=0)
            found[at, :, :count] = now
        return found

    def _backward(self, forward: Numbers) -> None:
        """From the last moments to the first; what is believed by all that is told comes in place."""
        later = np.ones_like(self.prior)
        for at in range(len(self.active) - 1, -1, -1):
            count = self.active[at]
            now, smoothed = later[:, :count], forward[at, :, :count]
            smoothed *= now
            smoothed /= smoothed.sum(axis=0)
            now *= self.likely[at, :, :count]
            before = now.copy() if self.together is not None else now
            gain = (now * self.gains[at, :, :count]).sum(axis=0)
            now += self.gives[at, :, :count] * self.heard[at, :count] * (gain - now)
            if self.together is not None:
                self.together.untell(at, before, now)
            if self.parted[at].any():
                np.copyto(now, 1.0, where=self.parted[at, :count])
            self._unage(at, now)
            now /= now.sum(axis=0)

    def _unage(self, at: int, now: Numbers) -> None:
        count = now.shape[1]
        rest, left = self.rest[at, :count], self.left[at, :count]
        mean, fought = now[:-1].mean(axis=0), now[-1].copy()
        now[:-1] -= mean
        now[:-1] *= self.stay[at, :count]
        now[:-1] += rest * fought + (1.0 - rest) * mean
        now[-1] = (rest + left) * fought + (1.0 - rest - left) * mean


class _Together:
    """The moments of several rows among those of a block: what each moves, as `passes.move_together`."""

    def __init__(self, flat: Flat, days: Days, moment: Whole, states: int) -> None:
        ends = np.append(days.starts[1:], len(flat.day))
        self._flat, self._states = flat, states
        self._first, self._end = days.starts[moment], ends[moment]
        self._several = self._end - self._first > 1
        self._moves: dict[int, tuple[Whole, Numbers]] = {}
        for at in np.flatnonzero(self._several.any(axis=1)).tolist():
            places = np.flatnonzero(self._several[at])
            self._moves[at] = places, np.stack([self._moving(at, one) for one in places.tolist()])

    def _moving(self, at: int, place: int) -> Numbers:
        """(S, S): from which state to which what share moves."""
        rows = slice(self._first[at, place], self._end[at, place])
        flat, states = self._flat, self._states
        gives, gains = flat.gives[rows, :states].astype(float), flat.gains[rows, :states].astype(float)
        rate = -np.log1p(-np.minimum(flat.flow[rows], SURE)) / np.maximum(gains.sum(axis=1), 1.0)
        moves: Numbers = np.einsum("r,ro,rh->oh", rate, gives, gains)
        out = moves.sum(axis=1)
        moves *= (-np.expm1(-out) / np.where(out > 0, out, 1.0))[:, None]
        return moves

    def sum_into(self, nats: Numbers) -> None:
        """The weights of all rows of such a moment, in place (K, S, N); the greatest counts as 1."""
        for at, (places, _) in self._moves.items():
            for place in places.tolist():
                rows = slice(self._first[at, place], self._end[at, place])
                told = self._flat.weights[rows, : self._states].sum(axis=0)
                nats[at, :, place] = told - told.max()

    def tell(self, at: int, before: Numbers, now: Numbers) -> None:
        """What moves, in place, by what was believed before (S, N)."""
        if (found := self._within(at, now)) is not None:
            places, moves = found
            was = before[:, places].T
            then = was * (1.0 - moves.sum(axis=2)) + np.einsum("po,poh->ph", was, moves)
            now[:, places] = np.maximum(then, 0.0).T

    def untell(self, at: int, seen: Numbers, now: Numbers) -> None:
        """The backward step of `tell`, in place."""
        if (found := self._within(at, now)) is not None:
            places, moves = found
            was = np.maximum(seen[:, places], 0.0).T
            then = was * (1.0 - moves.sum(axis=2)) + np.einsum("ph,poh->po", was, moves)
            now[:, places] = np.maximum(then, 0.0).T

    def _within(self, at: int, now: Numbers) -> tuple[Whole, Numbers] | None:
        if at not in self._moves:
            return None
        places, moves = self._moves[at]
        told = places < now.shape[1]
        return places[told], moves[told]
