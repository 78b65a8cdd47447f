from __future__ import annotations

import itertools
import math
from datetime import date, timedelta

import numpy as np
import pytest
from factories import GOVERNMENT, TALIBAN, make_resolved
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from whoholds.control.chain import Chain, aged, log_odds, run
from whoholds.control.evidence import Row, rows_of
from whoholds.control.moments import by_moment, order_of, step_of
from whoholds.control.table import Hazard, control_table

TABLE = control_table()
STATES = (GOVERNMENT, TALIBAN, "other", "contested")
PRIOR = {GOVERNMENT: 0.6, TALIBAN: 0.2, "other": 0.1, "contested": 0.1}
DAY = date(2021, 8, 1)

rates = st.floats(1e-5, 0.5)
hazards = st.builds(Hazard, rates, rates, rates)
beliefs = st.lists(st.floats(0.01, 1), min_size=2, max_size=6).map(
    lambda found: [one / sum(found) for one in found]
)


def generator(hazard: Hazard, parties: int) -> NDArray[np.float64]:
    """The rate matrix Q written out: parties first, contested last."""
    rate = np.zeros((parties + 1, parties + 1))
    rate[:parties, :parties] = hazard.to_other / max(parties - 1, 1)
    rate[:parties, parties] = hazard.to_contested
    rate[parties, :parties] = hazard.from_contested / parties
    np.fill_diagonal(rate, 0.0)
    np.fill_diagonal(rate, -rate.sum(axis=1))
    return rate


def exponential(matrix: NDArray[np.float64]) -> NDArray[np.float64]:
    """expm by scaling and squaring of the series: the independent oracle of the closed form."""
    small = matrix / 2**20
    total = np.eye(len(matrix)) + small + small @ small / 2
    for _ in range(20):
        total = total @ total
    return total


@given(hazards, beliefs, st.integers(0, 400))
def test_ageing_is_the_matrix_exponential(hazard: Hazard, belief: list[float], days: int) -> None:
    expected = np.array(belief) @ exponential(generator(hazard, len(belief) - 1) * days)
    assert aged(belief, hazard, days) == pytest.approx(list(expected), abs=1e-6)


@given(hazards, beliefs, st.integers(0, 300), st.integers(0, 300))
def test_ageing_twice_is_ageing_once(hazard: Hazard, belief: list[float], one: int, other: int) -> None:
    twice = aged(aged(belief, hazard, one), hazard, other)
    assert twice == pytest.approx(aged(belief, hazard, one + other))


@given(st.lists(st.integers(-100, 300), max_size=5), st.integers(0, 200), st.integers(0, 200), beliefs)
def test_ageing_in_parts_is_ageing_at_once(
    nearby: list[int], first: int, second: int, belief: list[float]
) -> None:
    """Whatever other days are asked for between: changes in the region count from their own day on."""
    days = tuple((DAY + timedelta(days=number), 0.5) for number in sorted(nearby))
    chain = Chain(STATES, PRIOR, TABLE, changed=(DAY,), nearby=days)
    middle, end = DAY + timedelta(days=first), DAY + timedelta(days=first + second)
    parts = aged(aged(belief, TABLE.hazard, chain.gap(DAY, middle)), TABLE.hazard, chain.gap(middle, end))
    assert parts == pytest.approx(aged(belief, TABLE.hazard, chain.gap(DAY, end)))


ROWS: list[list[Row]] = [
    [row for claim in claims for row in rows_of(claim, TABLE)]
    for claims in (
        [make_resolved(day=DAY + timedelta(days=4), published=DAY + timedelta(days=5))],
        [make_resolved("clash", published=DAY), make_resolved("hold", published=DAY + timedelta(days=9))],
        [
            make_resolved("withdrawal", actor=GOVERNMENT, published=DAY + timedelta(days=2)),
            make_resolved("airstrike", actor=GOVERNMENT, published=DAY + timedelta(days=2)),
            make_resolved("capture", actor=GOVERNMENT, published=DAY + timedelta(days=20)),
        ],
    )
]


@pytest.mark.parametrize("rows", ROWS)
@pytest.mark.parametrize("offset", [0, 3, 30])
def test_smoothing_is_the_sum_over_all_paths(rows: list[Row], offset: int) -> None:
    rows = sorted(rows, key=order_of)
    on = DAY + timedelta(days=offset)
    changed = tuple(sorted({row.day for row in rows if row.change}))
    chain = Chain(STATES, PRIOR, TABLE, changed)
    assert run(chain, rows, [on]).smoothed[on] == pytest.approx(by_paths(chain, rows, on))


@pytest.mark.parametrize("rows", ROWS)
def test_a_day_asked_about_before_all_that_is_told_changes_no_other(rows: list[Row]) -> None:
    rows = sorted(rows, key=order_of)
    on, early = DAY + timedelta(days=30), DAY - timedelta(days=400)
    chain = Chain(STATES, PRIOR, TABLE, tuple(sorted({row.day for row in rows if row.change})))
    alone, beside = run(chain, rows, [on]), run(chain, rows, [early, on])
    assert beside.forward[early] == list(PRIOR.values())
    assert (beside.forward[on], beside.smoothed[on]) == (alone.forward[on], alone.smoothed[on])


def by_paths(chain: Chain, rows: list[Row], on: date) -> list[float]:
    """The posterior on a day by adding up every path through the states: slow, and without any trick."""
    days = sorted({on, *(row.day for row in rows)})
    steps: list[NDArray[np.float64]] = []
    marks: list[bool] = []
    for number, day in enumerate(days):
        if number:
            gap = chain.gap(days[number - 1], day)
            steps.append(np.array([aged(one, TABLE.hazard, gap) for one in np.eye(len(STATES)).tolist()]))
            marks.append(False)
        for together in by_moment(row for row in rows if row.day == day):
            steps.append(matrix_of(together))
            marks.append(False)
        if day == on:
            at = len(steps)
    total = np.zeros(len(STATES))
    for path in itertools.product(range(len(STATES)), repeat=len(steps) + 1):
        chance = chain.prior[STATES[path[0]]]
        for step, (before, after) in zip(steps, itertools.pairwise(path), strict=True):
            chance *= step[before, after]
        total[path[at]] += chance
    return list(total / total.sum())


def matrix_of(rows: list[Row]) -> NDArray[np.float64]:
    """Rows of one moment as a matrix: flows, then likelihoods; `told` is linear but for the scale, which this
    undoes."""
    matrix = np.eye(len(STATES))
    for number, start in enumerate(np.eye(len(STATES)).tolist()):
        after = np.array(step_of(rows, STATES).told(start))
        nats = [math.fsum(row.evidence.weights.get(state, 0.0) for row in rows) for state in STATES]
        weights = np.exp(np.array(nats))
        flow = after / weights
        matrix[number] = flow / flow.sum() * weights
    return matrix


def test_log_odds_of_even_chances_are_nil() -> None:
    assert log_odds([0.5, 0.3, 0.2], 0) == pytest.approx(0.0)


def test_who_leaves_a_place_that_is_fought_over_leaves_it_to_whom_it_fought() -> None:
    left = make_resolved("withdrawal", actor=GOVERNMENT, recipient=None, day=DAY, claimer="residents")
    (row,) = [one for one in rows_of(left, TABLE) if not one.not_yet]
    fought = {GOVERNMENT: 0.05, TALIBAN: 0.05, "other": 0.0, "contested": 0.9}
    after = dict(zip(STATES, step_of([row], STATES).told([fought[state] for state in STATES]), strict=True))
    assert after[TALIBAN] > after["contested"]
    assert after[GOVERNMENT] < fought[GOVERNMENT]
    assert math.fsum(after.values()) == pytest.approx(1.0)
