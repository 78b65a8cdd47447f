"""An answer that goes on from what was worked out at another moment is the answer from scratch."""

from __future__ import annotations

from datetime import timedelta

from factories import GOVERNMENT, KUNDUZ
from hypothesis import given
from hypothesis import strategies as st
from test_properties import FIRST, lists

from whoholds.control import Question, Setting, assess_control
from whoholds.control.assess import Assessor, state_of
from whoholds.control.case import prepare
from whoholds.control.chain import run
from whoholds.control.trail import Trails
from whoholds.model import end_of_day
from whoholds.picture import ResolvedClaim

days = st.integers(-10, 60)
questions = st.lists(st.tuples(days, days, st.integers(0, 12)), min_size=2, max_size=5)


@given(lists, questions)
def test_answers_that_go_on_from_each_other_are_those_from_scratch(
    claims: list[ResolvedClaim], asked: list[tuple[int, int, int]]
) -> None:
    trails, setting = Trails(), Setting(GOVERNMENT)
    for day, known, left_out in asked:
        question = Question(FIRST + timedelta(days=day), end_of_day(FIRST + timedelta(days=known)))
        told = [claim for number, claim in enumerate(claims) if number != left_out]
        with trails.of(KUNDUZ.id) as trail:
            case = prepare(KUNDUZ, told, question.as_of, setting, trail.voices)
            trail.assessor = Assessor(case, trail.assessor)
            trail.passes = run(case.chain, case.rows, (question.on,), trail.passes)
            found = state_of(case, trail.passes, question, trail.assessor)
        assert found == assess_control(KUNDUZ, told, question, setting)


def test_a_trail_in_use_is_nobody_elses_and_one_that_failed_is_lost() -> None:
    trails = Trails()
    with trails.of("a") as first, trails.of("a") as other:
        assert first is not other
    with trails.of("a") as again:
        assert again is first
        with trails.of("b"):
            trails.clear()
    with trails.of("b") as kept:
        assert kept is not first
