"""A change told without a day, when it was just told to be undone, may be told late."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from factories import GOVERNMENT, KUNDUZ, TALIBAN, make_resolved, of_government

from whoholds.control import Question, Setting, assess_control
from whoholds.control.case import prepare
from whoholds.control.evidence import Row
from whoholds.control.table import control_table
from whoholds.picture import ResolvedClaim

DAY = date(2021, 8, 1)
SETTING = Setting(government=GOVERNMENT)
TABLE = control_table()
AS_A_HOLD = TABLE.flow.state / TABLE.flow.change


def told(days: int, kind: str = "capture", outlet: str = "A", **given: Any) -> ResolvedClaim:
    """A claim of the Taliban, published on a day after the first one, whose words name no day."""
    day = DAY + timedelta(days=days)
    return make_resolved(
        kind, outlet=outlet, day=day, published=day, **{"dated": False, "actor": TALIBAN} | given
    )


def last_of(*claims: ResolvedClaim) -> Row:
    return prepare(KUNDUZ, claims, None, SETTING).rows[-1]


LEFT = told(0, "withdrawal")
TAKEN_BACK = told(0), told(4, outlet="B", actor=GOVERNMENT)


@pytest.mark.parametrize(
    ("before", "claim", "share"),
    [
        ((LEFT,), told(1, outlet="C"), AS_A_HOLD),
        ((LEFT,), told(7, outlet="C"), AS_A_HOLD),
        ((LEFT,), told(8, outlet="C"), 1.0),
        ((LEFT,), told(1, outlet="C", dated=True), 1.0),
        ((LEFT,), told(1, outlet="C", trigger="recaptured", quote="The Taliban recaptured Kunduz."), 1.0),
        ((LEFT,), told(1, outlet="C", actor="ISIS"), 1.0),
        ((LEFT, told(1, outlet="B")), told(2, outlet="C"), 1.0),  # the second who tells it
        ((told(0, "withdrawal", **of_government()),), told(1, outlet="C"), 1.0),  # its enemy's word alone
    ],
)  # fmt: skip
def test_who_is_told_to_have_left_came_before(
    before: tuple[ResolvedClaim, ...], claim: ResolvedClaim, share: float
) -> None:
    row, alone = last_of(*before, claim), last_of(claim)
    power = TABLE.shares.late if share < 1.0 else 1.0
    assert row.nats == pytest.approx(power * alone.nats)
    assert row.flow == pytest.approx(share * alone.flow)


@pytest.mark.parametrize(
    ("days", "power", "share"),
    [(5, TABLE.shares.late, TABLE.flow.late), (7, TABLE.shares.late, TABLE.flow.late), (8, 1.0, 1.0)],
)
def test_what_another_has_just_undone_is_perhaps_over(days: int, power: float, share: float) -> None:
    row, dated = (last_of(*TAKEN_BACK, told(days, outlet="C", dated=given)) for given in (False, True))
    assert row.nats == pytest.approx(power * dated.nats)
    assert row.flow == pytest.approx(share * dated.flow)


def test_a_loss_admitted_late_is_no_proof_that_it_came_again() -> None:
    late = told(5, outlet="C", **of_government())
    assert last_of(*TAKEN_BACK[:1], late).admission
    row = last_of(*TAKEN_BACK, late)
    assert not row.admission
    assert "another was told to have come after it" in row.evidence.reason


def test_one_late_word_moves_no_place_that_was_left_and_a_second_does() -> None:
    known = (
        told(0),
        told(3, "withdrawal", "B", recipient=GOVERNMENT),
        told(3, "hold", "D", actor=GOVERNMENT, dated=True),
    )
    late = told(4, outlet="C", claimer="residents"), told(5, outlet="E", dated=True)
    question = Question(DAY + timedelta(days=5))
    one, two = (
        assess_control(KUNDUZ, [*known, *late[:count]], question, SETTING).holders for count in (1, 2)
    )
    assert one[TALIBAN] < 0.5 < two[TALIBAN]
