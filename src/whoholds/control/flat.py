"""Many places at once: their evidence as flat arrays, over which both passes of the chain run in one loop.

The same chain as `chain.run`, for maps and measurements of whole wars; the explanation of one place is not
made here. Rows stand place by place, in the order in which they apply. A day that is only asked about is a
row that tells nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from whoholds.control.chain import Chain
from whoholds.control.evidence import Row
from whoholds.control.moments import gaining, heirs_of, leaving, moment_of
from whoholds.control.passes import COMPILED, both_passes
from whoholds.control.positions import HOLDS
from whoholds.control.table import Table
from whoholds.control.wide import wide_passes

Numbers = NDArray[np.float64]
Case = tuple[Chain, Sequence[Row], Sequence[date]]
"""A place made ready: its chain, its rows in order, the days asked about."""


class Flat(NamedTuple):
    """P places, R rows, at most S states a place (parties, "other", and last "contested").

    `offsets` (P + 1): where the rows of a place begin; `states` (P); `prior` (P, S). By row: `day` (R),
    `clock` (R; the time by the clock of the place on that day, days of full pace), `weights` (R, S; nats),
    `flow` (R; share 0 to 1 that moves), `gives` and `gains` (R, S; 0 or 1: whose probability moves, and to
    whom, in equal parts), `joined` (R; 1 for a row of one moment with the row before it: they act together),
    `told` (R; 0 for a day only asked about), `out` (R; the rate out of contested
    before it). `hazard`: the rates to contested, to another party (a day of full pace). `story`: its days.
    """

    offsets: NDArray[np.int64]
    states: NDArray[np.int64]
    prior: Numbers
    day: NDArray[np.int64]
    clock: Numbers
    weights: Numbers
    flow: Numbers
    gives: NDArray[np.uint8]
    gains: NDArray[np.uint8]
    joined: NDArray[np.uint8]
    told: NDArray[np.uint8]
    out: Numbers
    hazard: tuple[float, float]
    story: int


class Beliefs(NamedTuple):
    """By row (R, S): the belief after its moment by what was told up to then, and by all that was told. The
    second is that of a day at the last row of the day."""

    forward: Numbers
    smoothed: Numbers


def infer(flat: Flat, beliefs: Beliefs | None = None, *, threads: int = 2) -> Beliefs:
    """Both passes over all places: on several cores where the loop is compiled, else many side by side."""
    found = beliefs or Beliefs(np.zeros_like(flat.weights), np.zeros_like(flat.weights))
    if not COMPILED:
        wide_passes(flat, found)
        return found
    if threads == 1:
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
    told = [_with_asked(rows, (*days, *chain.turns)) for chain, rows, days in cases]
    offsets = np.cumsum([0, *map(len, told)])
    first = min(_day(one) for rows in told for one in rows)
    widest = max(len(chain.states) for chain, _, _ in cases)
    flat = _empty(cases[0][0].table, offsets, widest)
    for place, ((chain, _, _), rows) in enumerate(zip(cases, told, strict=True)):
        flat.states[place] = len(chain.states)
        flat.prior[place, : len(chain.states)] = [chain.prior[state] for state in chain.states]
        for number, row in enumerate(rows, int(offsets[place])):
            flat.day[number] = (_day(row) - first).days
            flat.clock[number] = chain.clock.time(_day(row))
            if chain.standing and number > offsets[place]:
                before = _day(rows[number - int(offsets[place]) - 1])
                flat.out[number] = chain.hazard_from(before).from_contested
            if isinstance(row, Row):
                _fill(flat, number, row, chain.states)
                last = rows[number - int(offsets[place]) - 1] if number > offsets[place] else None
                flat.joined[number] = isinstance(last, Row) and moment_of(last) == moment_of(row)
    return flat


def rates_of(table: Table) -> tuple[float, float]:
    """The `hazard` of a table."""
    return table.hazard.to_contested, table.hazard.to_other


def _with_asked(rows: Sequence[Row], days: Sequence[date]) -> list[Row | date]:
    """The rows in order, and among them the days asked about on which nothing is told."""
    silent = sorted(set(days) - {row.day for row in rows})
    return sorted([*rows, *silent], key=_day)


def _day(row: Row | date) -> date:
    return row if isinstance(row, date) else row.day


def _empty(table: Table, offsets: NDArray[np.int64], states: int) -> Flat:
    places, rows = len(offsets) - 1, int(offsets[-1])
    return Flat(
        offsets=offsets, states=np.zeros(places, np.int64), prior=np.zeros((places, states)),
        day=np.zeros(rows, np.int64), clock=np.zeros(rows), weights=np.zeros((rows, states)),
        flow=np.zeros(rows), gives=np.zeros((rows, states), np.uint8),
        gains=np.zeros((rows, states), np.uint8), joined=np.zeros(rows, np.uint8),
        told=np.zeros(rows, np.uint8),
        out=np.full(rows, table.hazard.from_contested), hazard=rates_of(table), story=table.time.story_days,
    )  # fmt: skip


def _fill(flat: Flat, number: int, row: Row, states: Sequence[str]) -> None:
    flat.told[number], flat.flow[number] = 1, row.flow
    holds, leave = row.position.act == HOLDS, leaving(row)
    gains = gaining(row) if holds else heirs_of(row, states)
    for at, state in enumerate(states):
        flat.weights[number, at] = row.evidence.weights.get(state, 0.0)
        flat.gives[number, at] = holds or state in leave
        flat.gains[number, at] = state in gains
