"""Claimers' records: counts, intervals, letters."""

from __future__ import annotations

import math

import pytest
from factories import TALIBAN, make_resolved, of_taliban
from hypothesis import given
from hypothesis import strategies as st

from whoholds.control.records import claimer_records, mark_graded, wilson
from whoholds.control.trials import BORNE_OUT, OPEN, REFUTED, Trial

OUTCOMES = {"+": BORNE_OUT, "-": REFUTED, "?": OPEN}


def came(signs: str, start: str = "own_gain", kind: str = "own gain", **given: object) -> list[Trial]:
    """Trials of one claimer: a sign for each, + borne out, - refuted, ? open."""
    claims = [make_resolved(**{**of_taliban(), "id": f"{start}{at}", **given}) for at in range(len(signs))]
    return [
        Trial(claim, f"{start}/own/takes", start, kind, OUTCOMES[sign])
        for claim, sign in zip(claims, signs, strict=True)
    ]


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [
        (0, 10, 0.0, 0.2775),
        (5, 10, 0.2366, 0.7634),
        (10, 10, 0.7225, 1.0),
        (8, 10, 0.4902, 0.9433),
        (0, 0, 0, 1),
    ],
)
def test_the_interval_is_that_of_the_books(hits: int, of: int, low: float, high: float) -> None:
    assert wilson(hits, of) == pytest.approx((low, high), abs=1e-3)


@given(st.integers(1, 400).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_the_interval_holds_the_share_and_solves_its_equation(counts: tuple[int, int]) -> None:
    hits, of = counts
    low, high = wilson(hits, of)
    assert low <= hits / of <= high
    for end in (low, high):
        if 0 < end < 1:
            assert abs(hits / of - end) == pytest.approx(1.96 * math.sqrt(end * (1 - end) / of), abs=1e-9)


def test_a_record_counts_what_came_of_the_claims() -> None:
    (one,) = claimer_records(came("++-??"))
    assert (one.claimer, one.side, one.kind) == ("Taliban spokesman", TALIBAN, "own gain")
    assert (one.borne_out, one.refuted, one.open, one.settled) == (2, 1, 2, 3)
    assert one.share == pytest.approx(2 / 3)
    assert (one.low, one.high) == wilson(2, 3)


def test_nothing_settled_is_not_known() -> None:
    (one,) = claimer_records(came("??"))
    assert (one.share, one.low, one.high, one.learnt) == (None, None, None, None)
    assert one.prior == "D"


@pytest.mark.parametrize(
    ("signs", "start", "prior", "learnt"),
    [
        ("+", "own_gain", "D", "D"),
        ("+" * 40, "own_gain", "D", "C"),
        ("-" * 20, "own_gain", "D", "E"),
        ("-", "reporter", "B", "C"),
        ("+" * 60, "reporter", "B", "A"),
        ("+" * 60 + "-" * 2, "reporter", "B", "B"),
        ("+" * 10, "admission", "B", "A"),
    ],
)
def test_letters_move_with_many_cases(signs: str, start: str, prior: str, learnt: str) -> None:
    (one,) = claimer_records(came(signs, start))
    assert (one.prior, one.learnt) == (prior, learnt)


def test_kinds_and_sides_stand_apart_and_spellings_together() -> None:
    found = claimer_records([
        *came("+"), *came("+-", claimer="The Taliban spokesman"),
        *came("-", "admission", "admission"), *came("+", side=None),
    ])  # fmt: skip
    assert [(one.side, one.kind, one.settled) for one in found] == [
        (TALIBAN, "own gain", 3),
        (None, "own gain", 1),
        (TALIBAN, "admission", 1),
    ]


def test_a_letter_is_for_a_claimer_before_a_side() -> None:
    spokesman, other, paper = (
        make_resolved(**of_taliban()),
        make_resolved(**of_taliban(claimer="a commander")),
        make_resolved(),
    )
    marked = mark_graded(
        [spokesman, other, paper], {"taliban spokesman": "B", TALIBAN: "E", "Daily Wire": "A"}
    )
    assert [one.grade for one in marked] == ["B", "E", "A"]
    assert mark_graded([spokesman], {}) == (spokesman,)
    assert mark_graded([spokesman], {"Someone else": "A"}) == (spokesman,)
