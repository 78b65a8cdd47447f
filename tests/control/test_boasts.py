"""What a side tells to its own advantage, however often, and what an analyst says of the claimer."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from factories import GOVERNMENT, KUNDUZ, TALIBAN, make_resolved, of_government, of_taliban
from hypothesis import given, settings
from hypothesis import strategies as st

from whoholds.control import Question, Setting, assess_control
from whoholds.control.evidence import Row, rows_of
from whoholds.control.table import control_table
from whoholds.picture import ControlState, ResolvedClaim

DAY = date(2021, 8, 1)
SETTING = Setting(government=GOVERNMENT)


def answer(claims: list[ResolvedClaim], on: date) -> ControlState:
    return assess_control(KUNDUZ, claims, Question(on), SETTING)


def boast(kind: str, number: int, days: int, *, dated: bool = True) -> ResolvedClaim:
    day = DAY + timedelta(days=days)
    party = GOVERNMENT if kind == "withdrawal" else TALIBAN
    return make_resolved(kind, id=f"b{number}", actor=party, outlet=f"Outlet {number}", published=day,
                         day=day if dated else None, side=TALIBAN,
                         claimer=f"Qari Yusuf {'ABCDEFGHIJKLMNOPQRST'[number]}hmadi")  # fmt: skip


boasts = st.lists(
    st.tuples(
        st.sampled_from(["capture", "hold", "handover", "withdrawal"]), st.integers(0, 60), st.booleans()
    ),
    min_size=1,
    max_size=20,
)


@settings(deadline=None)
@given(boasts, st.integers(0, 30))
def test_a_side_alone_never_makes_it_likely(told: list[tuple[str, int, bool]], later: int) -> None:
    claims = [boast(kind, at, days, dated=dated) for at, (kind, days, dated) in enumerate(told)]
    state = answer(claims, max(claim.published or DAY for claim in claims) + timedelta(days=later))
    assert state.holders.get(TALIBAN, 0.0) <= 0.8
    assert state.status != "held"


def test_eight_spokesmen_say_hardly_more_than_two() -> None:
    two, eight = ([boast("capture", at, 0) for at in range(number)] for number in (2, 8))
    on = DAY + timedelta(days=1)
    assert answer(eight, on).holders[TALIBAN] - answer(two, on).holders[TALIBAN] < 0.1


def test_ten_outlets_that_print_one_boast_leave_it_as_weak_as_one() -> None:
    """However often a side's word is printed, nobody else says so."""
    found = []
    for many in (1, 10):
        told = [make_resolved(id=f"o{at}", outlet=f"Outlet {at}", day=DAY, published=DAY, **of_taliban())
                for at in range(many)]  # fmt: skip
        state = answer(told, DAY)
        assert (state.status, state.unknown_reason) == ("unknown", "weak")
        found.append(state.holders[TALIBAN])
    assert found[0] < found[1] < 0.65


def test_a_neutral_voice_beside_the_boasts_counts_in_full() -> None:
    told = [boast("capture", at, 0) for at in range(8)]
    neutral = make_resolved(day=DAY, published=DAY, claimer="residents")
    on = DAY + timedelta(days=1)
    assert answer([*told, neutral], on).holders[TALIBAN] > answer([neutral], on).holders[TALIBAN]
    assert answer([*told, neutral], on).holders[TALIBAN] > 0.9


@pytest.mark.parametrize("number", [1, 5])
@pytest.mark.parametrize("dated", [True, False])
def test_who_is_graded_as_no_evidence_moves_nothing(number: int, dated: bool) -> None:
    day = DAY if dated else None
    told = [make_resolved(id=f"e{at}", outlet=f"Outlet {at}", day=day, published=DAY, grade="E")
            for at in range(number)]  # fmt: skip
    on = DAY + timedelta(days=1)
    hold = make_resolved("hold", actor=GOVERNMENT, claimer="residents", published=DAY)
    assert answer([hold, *told], on).holders == answer([hold], on).holders
    state = answer(told, on)
    assert (state.status, state.unknown_reason) == ("unknown", "weak")
    assert state.holders[GOVERNMENT] == pytest.approx(answer([], on).holders[GOVERNMENT])
    assert len(state.reported) == number


def test_not_yet_never_weighs_more_than_a_graded_claim() -> None:
    claim = make_resolved(day=DAY, published=DAY, grade="D", **of_taliban())
    rows = {row.not_yet: row.nats for row in rows_of(claim, control_table())}
    assert rows[True] <= rows[False]


def answer_rows(claim: ResolvedClaim) -> tuple[Row, ...]:
    return rows_of(claim, control_table())


def test_whom_an_analyst_graded_is_no_mere_boaster() -> None:
    plain = [boast("capture", at, 0) for at in range(4)]
    graded = [make_resolved(id=claim.id, outlet=claim.outlet, day=DAY, published=DAY, grade="B",
                            side=TALIBAN, claimer=claim.claimer) for claim in plain]  # fmt: skip
    on = DAY + timedelta(days=1)
    assert answer(graded, on).holders[TALIBAN] > answer(plain, on).holders[TALIBAN]
    denied = make_resolved("hold", actor=GOVERNMENT, published=DAY, **of_government())
    assert answer([*plain, denied], on).holders[TALIBAN] < answer(plain, on).holders[TALIBAN]
