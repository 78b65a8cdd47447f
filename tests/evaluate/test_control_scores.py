"""Scores of answers, worked out by hand."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date

import pytest
from factories import KUNDUZ

from whoholds.evaluate.control_answers import Answer
from whoholds.evaluate.control_scores import ControlScores, score
from whoholds.evaluate.control_trial import Trial
from whoholds.evaluate.control_truth import Held

A, B = "A", "B"
FIRST = date(2021, 8, 1)


def trial(*held: str | None) -> Trial:
    """One place with these holders, a day each."""
    days: Held = held
    return Trial("", FIRST, {KUNDUZ.id: KUNDUZ}, {KUNDUZ.id: days}, {})


def scored(held: tuple[str | None, ...], *answers: Answer) -> ControlScores:
    """The scores of answers to every day of one place."""
    return score(trial(*held), {KUNDUZ.id: answers})


def sure(holder: str, status: str = "") -> Answer:
    """An answer without a doubt."""
    return Answer(holder, {holder: 1.0}, status)


def test_days_that_are_contested_or_not_known_are_no_days_of_a_party() -> None:
    days = scored((A, "contested", None, A), sure(A), sure(A), sure(A), sure(B)).days
    assert (days.of, days.right, days.all) == (2, 1, 3)
    assert days.accuracy == 0.5


def test_moving_places_are_apart_from_quiet_ones() -> None:
    assert scored((A, A), sure(A), sure(A)).quiet.of == 2
    assert scored((A, B), sure(A), sure(A)).moving.of == 2
    assert scored((A, "contested"), sure(A), sure(A)).moving.of == 0


@pytest.mark.parametrize(
    ("chances", "brier", "log"),
    [
        ({A: 1.0}, 0.0, 0.0),
        ({B: 1.0}, 2.0, math.log(1000)),
        ({A: 0.7, B: 0.3}, 0.18, -math.log(0.7)),
        ({}, 1.0, math.log(1000)),
    ],
)
def test_brier_and_log_score(chances: dict[str, float], brier: float, log: float) -> None:
    days = scored((A,), Answer(None, chances)).days
    assert days.brier_score == pytest.approx(brier)
    assert days.log_score == pytest.approx(log)


def test_calibration_is_of_the_likeliest_state() -> None:
    """Three days told with .8, two of them true: |.8 - 2/3|."""
    answer = Answer(A, {A: 0.8, B: 0.2})
    days = scored((A, A, B), answer, answer, answer).days
    assert days.ece == pytest.approx(0.8 - 2 / 3)
    assert days.bins[8][0] == 3


def test_what_is_told_in_words() -> None:
    days = scored((A, A, A), sure(A, "held"), sure(B, "leaning"), sure(A, "unknown")).days
    assert (days.shown, days.shown_right, days.held, days.held_right) == (2, 1, 1, 1)
    assert days.coverage == pytest.approx(2 / 3)


def test_scores_of_two_wars_are_added() -> None:
    one = scored((A, B), sure(A), sure(B))
    assert one + replace(one) == score(trial(A, B), {KUNDUZ.id: (sure(A), sure(B))}) + one
    assert (one + one).flips.true == 2
    assert (one + one).moving.bins[9] == (4, 4.0, 4)
