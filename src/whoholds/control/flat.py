"""Many places at once: their evidence as flat arrays, over which both passes of the chain run in one loop.

The same chain as `chain.run`, for maps and measurements of whole wars; the explanation of one place is not
made here. Rows stand place by place, in the order in which they apply. A day that is only asked about is a
row that tells nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from whoholds.control.chain import Chain, heirs_of
from whoholds.control.evidence import Row
from whoholds.control.passes import COMPILED, NEVER, both_passes
from whoholds.control.positions import HOLDS
from whoholds.control.table import Table

Numbers = NDArray[np.float64]
FAR = 2**30  # a day after all others
Case = tuple[Chain, Sequence[Row], Sequence[date]]
"""A place made ready: its chain, its rows in order, the days asked about."""


class Flat(NamedTuple):
    """P places, R rows, at most S states a place (parties, "other", and last "contested"), G regions, D days.

    `offsets` (P + 1): where the rows of a place begin; `states` (P); `prior` (P, S); `region` (P). By row:
    `day` (R; 0 to D - 1), `weights` (R, S; nats), `flow` (R; share 0 to 1 that moves), `gives` and `gains`
    (R, S; 0 or 1: whose probability moves, and to whom, in equal parts), `change`, `told` (R; 0 for a day
    only asked about). `near_last`, `near_next` (G, D): the last day with a change in the region at or
    before a day, and the first after it. `hazards` (3, 3): after a change, in a moving war, in a quiet one,
    the rates to contested, to another party, out of contested (a day). `limits`: days of reversal, of a
    moving war, of a story.
    """

    offsets: NDArray[np.int64]
    states: NDArray[np.int64]
    prior: Numbers
    region: NDArray[np.int64]
    day: NDArray[np.int64]
    weights: Numbers
    flow: Numbers
    gives: NDArray[np.uint8]
    gains: NDArray[np.uint8]
    change: NDArray[np.uint8]
    told: NDArray[np.uint8]
    near_last: NDArray[np.int64]
    near_next: NDArray[np.int64]
    hazards: Numbers
    limits: NDArray[np.int64]


class Beliefs(NamedTuple):
    """By row (R, S): the belief after it by what was told up to it, and by all that was told. The second is
    that of a day at the last row of the day."""

    forward: Numbers
    smoothed: Numbers


def infer(flat: Flat, beliefs: Beliefs | None = None, *, threads: int = 2) -> Beliefs:
    """Both passes over all places; on several cores where the loop is compiled."""
    found = beliefs or Beliefs(np.zeros_like(flat.weights), np.zeros_like(flat.weights))
    if not COMPILED or threads == 1:
        both_passes(flat, found, 0, len(flat.states))
        return found
    cuts = np.searchsorted(flat.offsets, np.linspace(0, flat.offsets[-1], 4 * threads + 1)).tolist()
    with ThreadPoolExecutor(threads) as pool:
        parts = [pool.submit(both_passes, flat, found, *part) for part in pairwise(cuts)]
    for part in parts:
        part.result()
    return found


def pack(cases: Sequence[Case]) -> Flat:
    """Flat arrays of places whose chains are of one table. There must be a row or a day asked about."""
    told = [_with_asked(rows, days) for _, rows, days in cases]
    offsets = np.cumsum([0, *map(len, told)])
    dates = [_day(one) for rows in told for one in rows]
    first, span = min(dates), (max(dates) - min(dates)).days + 1
    regions = {chain.nearby: 0 for chain, _, _ in cases}
    regions = {nearby: number for number, nearby in enumerate(regions)}
    widest = max(len(chain.states) for chain, _, _ in cases)
    flat = _empty(len(cases), len(dates), widest, offsets)
    for place, ((chain, _, _), rows) in enumerate(zip(cases, told, strict=True)):
        flat.states[place], flat.region[place] = len(chain.states), regions[chain.nearby]
        flat.prior[place, : len(chain.states)] = [chain.prior[state] for state in chain.states]
        for number, row in enumerate(rows, int(offsets[place])):
            flat.day[number] = (_day(row) - first).days
            flat.change[number] = _day(row) in chain.changed
            if isinstance(row, Row):
                _fill(flat, number, row, chain.states)
    near = [nearest([(day - first).days for day in nearby], span) for nearby in regions]
    last, after = (np.array(one, np.int64) for one in zip(*near, strict=True))
    hazards, limits = numbers_of(cases[0][0].table)
    return flat._replace(near_last=last, near_next=after, hazards=hazards, limits=limits)


def numbers_of(table: Table) -> tuple[Numbers, NDArray[np.int64]]:
    """The `hazards` and `limits` of a table."""
    time, moving = table.time, table.moving
    rates = [(one.to_contested, one.to_other, one.from_contested)
             for one in (moving.times(time.reversal), moving, table.quiet)]  # fmt: skip
    return np.array(rates), np.array([time.reversal_days, time.moving_days, time.story_days])


def _with_asked(rows: Sequence[Row], days: Sequence[date]) -> list[Row | date]:
    """The rows in order, and among them the days asked about on which nothing is told."""
    silent = sorted(set(days) - {row.day for row in rows})
    return sorted([*rows, *silent], key=_day)


def _day(row: Row | date) -> date:
    return row if isinstance(row, date) else row.day


def _empty(places: int, rows: int, states: int, offsets: NDArray[np.int64]) -> Flat:
    by_row, by_place = np.zeros(rows, np.int64), np.zeros(places, np.int64)
    marks = np.zeros((rows, states), np.uint8)
    flags = np.zeros(rows, np.uint8)
    return Flat(
        offsets, by_place, np.zeros((places, states)), by_place.copy(), by_row, np.zeros((rows, states)),
        np.zeros(rows), marks, marks.copy(), flags, flags.copy(), np.zeros((1, 1), np.int64),
        np.zeros((1, 1), np.int64), np.zeros((3, 3)), np.zeros(3, np.int64),
    )  # fmt: skip


def _fill(flat: Flat, number: int, row: Row, states: Sequence[str]) -> None:
    flat.told[number], flat.flow[number] = 1, row.flow
    holds, heirs = row.position.act == HOLDS, heirs_of(row, states)
    for at, state in enumerate(states):
        flat.weights[number, at] = row.evidence.weights.get(state, 0.0)
        is_party = state == row.position.party
        flat.gives[number, at] = holds or is_party
        flat.gains[number, at] = is_party if holds else state in heirs


def nearest(changes: Sequence[int], span: int) -> tuple[list[int], list[int]]:
    """For each day the last change at or before it, and the first after it."""
    at = [bisect_right(changes, day) for day in range(span)]
    last = [changes[number - 1] if number else NEVER for number in at]
    return last, [changes[number] if number < len(changes) else FAR for number in at]
