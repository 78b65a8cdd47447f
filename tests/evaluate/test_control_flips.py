"""Changes of holder: found, late, early, false, missed, and back to a former holder."""

from __future__ import annotations

import pytest

from whoholds.evaluate.control_changes import Heard
from whoholds.evaluate.control_flips import Flips, flips_at

A, B, X = "A", "B", "contested"


@pytest.mark.parametrize(
    ("told", "held", "errors", "true", "said"),
    [
        ([A, A, B, B], [A, A, B, B], (0,), 1, 1),
        ([A, A, A, B], [A, B, B, B], (2,), 1, 1),
        ([A, B, B, B], [A, A, A, B], (-2,), 1, 1),
        ([A, A, A, A], [A, B, B, B], (), 1, 0),
        ([A, B, A, A], [A, A, A, A], (), 0, 2),
        ([A, None, None, B], [A, X, X, B], (0,), 1, 1),
        ([None, None, B, B], [B, B, B, B], (), 0, 0),
        ([A, B, B, B, B], [A, None, None, B, B], (0,), 1, 1),
        ([A, A, A, A, B], [A, None, None, B, B], (1,), 1, 1),
        ([A, B, B, B, B], [A, A, None, B, B], (-1,), 1, 1),
    ],
)
def test_changes(
    told: list[str | None], held: list[str | None], errors: tuple[int, ...], true: int, said: int
) -> None:
    first, again = flips_at(told, held)
    flips = first + again
    assert (flips.true, flips.told, flips.errors) == (true, said, errors)


def test_each_change_told_counts_once() -> None:
    """Two true changes to B and one told: the nearest has it."""
    held = [A, B, B, B, A, A, B, B]
    told = [A, A, A, A, A, A, B, B]
    first, again = flips_at(told, held)
    flips = first + again
    assert (flips.errors, flips.true, flips.told) == ((0,), 3, 1)
    assert (again.errors, again.true) == ((0,), 2)


def test_a_change_a_month_away_is_another() -> None:
    assert flips_at([A] * 40 + [B], [A] * 5 + [B] * 36)[0].errors == ()


def test_shares_of_nothing_are_not_known() -> None:
    assert (Flips().recall, Flips().precision, Flips().median, Flips().within(3)) == (None,) * 4


def test_shares() -> None:
    flips = Flips(4, 5, (0, 2, -5)) + Flips(1, 0, ())
    assert (flips.recall, flips.precision, flips.median) == (3 / 5, 3 / 5, 0)
    assert [flips.within(days) for days in (1, 3, 7)] == [1 / 5, 2 / 5, 3 / 5]


@pytest.mark.parametrize(
    ("one", "claimed"),
    [
        (Heard(10, B), True),
        (Heard(7, B), True),
        (Heard(6, B), False),
        (Heard(17, B), True),
        (Heard(18, B), False),
        (Heard(10, A), False),
        (Heard(10, A, left=True), True),
        (Heard(10, B, left=True), False),
    ],
)
def test_a_change_is_claimed_where_somebody_tells_of_it_in_time(one: Heard, *, claimed: bool) -> None:
    held = [A] * 10 + [B] * 20
    flips, again = flips_at(held, held, [one])
    assert (flips.heard, flips.heard_found, again.heard) == (claimed, claimed, 0)
    missed, _ = flips_at([A] * 30, held, [one])
    assert (missed.heard, missed.heard_found) == (claimed, 0)


def test_shares_of_what_is_claimed() -> None:
    first, again = flips_at([A, A, A, A, B, A], [A, B, A, A, B, A], [Heard(1, B), Heard(4, B), Heard(5, A)])
    flips = first + again
    assert (flips.claimed, flips.recall_of_claimed) == (1.0, 0.5)
    assert (again.claimed, again.recall_of_claimed) == (1.0, 2 / 3)
    assert (Flips().claimed, Flips().recall_of_claimed) == (None, None)


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ([A] * 3 + [B] * 20, (1, 0)),
        ([A] * 10 + [B] * 13, (1, 0)),  # a week late
        ([A] * 11 + [B] * 12, (0, 0)),
        ([A] * 23, (0, 1)),  # the loss was missed: who came back had never been away in the answer
        ([A] * 3 + [B] * 10 + [A] * 10, (1, 1)),
        ([A] * 13 + [B] * 10, (0, 0)),
    ],
)
def test_a_change_is_shown_where_the_answer_names_the_new_holder(
    told: list[str | None], shown: tuple[int, int]
) -> None:
    """B takes the place on day 3, A comes back on day 13."""
    first, again = flips_at(told, [A] * 3 + [B] * 10 + [A] * 10, [Heard(14, A)])
    assert (first.shown, again.shown) == shown
    assert (first.heard_shown, again.heard_shown) == (0, shown[1])
    assert (Flips().shown_share, Flips().shown_of_claimed) == (None, None)


def test_a_change_is_not_shown_after_the_next_one() -> None:
    first, again = flips_at([A, A, B, B, A], [A, B, A, A, A])
    assert (first.shown, again.shown) == (0, 1)
