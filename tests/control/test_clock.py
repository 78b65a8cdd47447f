from __future__ import annotations

import math
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whoholds.control.clock import Nearby, clock_of
from whoholds.control.table import control_table

TABLE = control_table()
REGION, TIME = TABLE.region, TABLE.time
DAY = date(2021, 8, 1)

days = st.integers(-300, 300).map(lambda number: DAY + timedelta(days=number))
changes = st.lists(days, max_size=4)
around = st.lists(st.tuples(days, st.floats(0.01, 1.0)), max_size=6)


def by_small_steps(changed: list[date], nearby: list[Nearby], start: date, end: date) -> float:
    """The time on the clock, added up in twentieths of a day by the words of docs/method.md."""
    total = 0.0
    for step in range((end - start).days * 20):
        now = start.toordinal() + (step + 0.5) / 20
        counts = [(day.toordinal(), 1.0) for day in changed]
        counts += [(day.toordinal(), weight) for day, weight in nearby]
        left = [weight * math.exp(-(now - day) / REGION.fade_days) for day, weight in counts if day <= now]
        pace = REGION.quiet + (1.0 - REGION.quiet) * max(left, default=0.0)
        fresh = any(0 <= now - day.toordinal() < TIME.reversal_days for day in changed)
        total += pace * (TIME.reversal if fresh else 1.0) / 20
    return total


@given(changes, around, days, st.integers(0, 120))
def test_the_clock_is_the_sum_of_its_pace(
    changed: list[date], nearby: list[Nearby], start: date, length: int
) -> None:
    end = start + timedelta(days=length)
    clock = clock_of(changed, nearby, TABLE)
    expected = by_small_steps(changed, nearby, start, end)
    assert clock.time(end) - clock.time(start) == pytest.approx(expected, abs=1e-3)


@given(changes, around, days)
def test_the_heat_is_that_of_the_change_that_counts_most(
    changed: list[date], nearby: list[Nearby], on: date
) -> None:
    told = [(day, 1.0) for day in changed] + nearby
    left = [weight * math.exp(-(on - day).days / REGION.fade_days) for day, weight in told if day <= on]
    assert clock_of(changed, nearby, TABLE).heat(on) == pytest.approx(max(left, default=0.0))


@given(st.permutations([(DAY, 0.5), (DAY, 0.2), (DAY + timedelta(days=3), 0.9), (DAY - timedelta(9), 1.0)]))
def test_the_order_of_changes_does_not_matter(nearby: list[Nearby]) -> None:
    assert clock_of((), nearby, TABLE) == clock_of((), sorted(nearby), TABLE)


def test_a_place_far_from_all_changes_runs_at_the_pace_of_a_quiet_war() -> None:
    clock = clock_of((), (), TABLE)
    assert clock.heat(DAY) == 0.0
    assert clock.time(DAY + timedelta(days=100)) - clock.time(DAY) == pytest.approx(100 * REGION.quiet)


def test_what_was_just_taken_ages_fastest_and_then_ever_slower() -> None:
    clock = clock_of((DAY,), (), TABLE)
    times = [clock.time(DAY + timedelta(days=number)) for number in (0, 1, 7, 8, 60, 61, 600, 601)]
    just, later, after, long_after = (times[at + 1] - times[at] for at in (0, 2, 4, 6))
    assert just > TIME.reversal * 0.9
    assert 1.0 > later > after > long_after > REGION.quiet


@given(changes, around, days, st.integers(0, 60))
def test_the_hottest_day_is_the_hottest_of_all(
    changed: list[date], nearby: list[Nearby], start: date, length: int
) -> None:
    clock = clock_of(changed, nearby, TABLE)
    heats = [clock.heat(start + timedelta(days=number)) for number in range(length + 1)]
    assert clock.hottest(start, start + timedelta(days=length)) == pytest.approx(max(heats))
