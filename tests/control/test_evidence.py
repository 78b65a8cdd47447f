from __future__ import annotations

import math
from datetime import date
from typing import Any

import pytest
from factories import GOVERNMENT, TALIBAN, make_resolved, of_government, of_taliban

from whoholds.control.evidence import day_of, rows_of
from whoholds.control.table import control_table
from whoholds.model import Factuality, Precision

TABLE = control_table()
TWELVE, FOUR = math.log(12), math.log(4)

WEIGHTS: list[tuple[str, dict[str, Any], dict[str, float]]] = [
    ("capture", {}, {TALIBAN: TWELVE}),
    ("capture", {"factuality": Factuality.POSSIBLE}, {TALIBAN: TWELVE * 0.4}),
    ("capture", {"factuality": Factuality.POSSIBLE, "unverified": True}, {TALIBAN: TWELVE * 0.3}),
    ("capture", {"factuality": Factuality.DENIED}, {TALIBAN: -FOUR}),
    ("capture", {"factuality": Factuality.DENIED, "unnamed": True}, {TALIBAN: -math.log(1.5)}),
    ("capture", of_taliban(), {TALIBAN: math.log(2)}),
    ("hold", of_taliban(), {TALIBAN: math.log(2)}),
    ("hold", {"day": date(2021, 8, 8)}, {TALIBAN: TWELVE}),
    ("hold", {}, {TALIBAN: math.log(4)}),
    ("hold", {"unnamed": True}, {TALIBAN: math.log(2)}),
    (
        "capture",
        of_government(recipient=GOVERNMENT, factuality=Factuality.DENIED),
        {TALIBAN: math.log(0.6)},
    ),
    (
        "withdrawal",
        {"actor": GOVERNMENT, "claimer": "Tolo News"},
        {GOVERNMENT: -math.log(10), "contested": -math.log(10) / 2},
    ),
    ("clash", {}, {"contested": FOUR}),
    ("clash", of_government(), {"contested": math.log(2)}),
    ("clash", {"precision": Precision.NEAR}, {"contested": math.log(1.5)}),
    ("entry", {}, {"contested": FOUR, TALIBAN: FOUR / 2}),
    (
        "entry",
        {"relayed_by": "videos", "unverified": True, "factuality": Factuality.POSSIBLE},
        {"contested": math.log(3), TALIBAN: math.log(3) / 2},
    ),
    ("airstrike", {"actor": GOVERNMENT}, {GOVERNMENT: -FOUR}),
    ("airstrike", {"actor": GOVERNMENT, "precision": Precision.NEAR}, {GOVERNMENT: -math.log(2)}),
    ("repel", {"actor": GOVERNMENT, "precision": Precision.NEAR}, {GOVERNMENT: math.log(4) / 2}),
    (
        "repel",
        {"actor": GOVERNMENT, "precision": Precision.NEAR, "day": date(2021, 8, 8)},
        {GOVERNMENT: TWELVE / 2},
    ),
]


@pytest.mark.parametrize(("kind", "given", "weights"), WEIGHTS)
def test_the_weights_of_a_claim(kind: str, given: dict[str, Any], weights: dict[str, float]) -> None:
    (row,) = rows_of(make_resolved(kind, **given), TABLE)
    assert dict(row.evidence.weights) == pytest.approx(weights)


SILENT: list[tuple[str, dict[str, Any]]] = [
    ("capture", {"inferred": True}),
    ("capture", {"judged": "reject"}),
    ("capture", {"factuality": Factuality.FUTURE}),
    ("capture", {"precision": Precision.PROVINCE}),
    ("hold", {"precision": Precision.PART}),
    ("siege", {}),
    ("displacement", {}),
]


@pytest.mark.parametrize(("kind", "given"), SILENT)
def test_claims_that_give_no_evidence(kind: str, given: dict[str, Any]) -> None:
    assert rows_of(make_resolved(kind, **given), TABLE) == ()


def test_a_dated_change_says_that_it_was_not_so_the_day_before() -> None:
    early, row = rows_of(make_resolved(day=date(2021, 8, 8), factuality=Factuality.PROBABLE), TABLE)
    assert (early.day, row.day) == (date(2021, 8, 7), date(2021, 8, 8))
    assert dict(early.evidence.weights) == pytest.approx({TALIBAN: math.log(0.4) * 0.6})


def test_a_change_without_a_stated_first_day_dates_nothing() -> None:
    assert len(rows_of(make_resolved(end=date(2021, 8, 8)), TABLE)) == 1


def test_a_state_never_says_not_yet() -> None:
    assert len(rows_of(make_resolved("hold", start=date(2021, 8, 1)), TABLE)) == 1


def test_a_row_never_stands_after_its_publication() -> None:
    claim = make_resolved("hold", end=date(2021, 9, 1), published=date(2021, 8, 9))
    assert day_of(claim) == date(2021, 8, 9)


def test_the_readers_error_rate_bounds_a_row() -> None:
    admitted = of_government(recipient=GOVERNMENT)
    by_rules = rows_of(make_resolved(**admitted), TABLE)[0]
    by_people = rows_of(make_resolved(**admitted, extractor="coded:anna"), TABLE)[0]
    assert by_rules.nats == pytest.approx(math.log(0.95 / 0.05))
    assert by_people.nats == pytest.approx(math.log(0.97 / 0.03))
    assert "readers err too" in by_rules.evidence.reason


def test_the_reason_names_the_claimer_and_every_feature() -> None:
    claim = make_resolved(**of_taliban(), factuality=Factuality.POSSIBLE)
    evidence = rows_of(claim, TABLE)[0].evidence
    assert evidence.reason == (
        "A Taliban spokesman: Taliban holds it; a side claims its own gain (ratio 2); "
        "told as possible (power 0.4)"
    )
    assert evidence.features == (("own_gain", 2.0), ("possible", 0.4))


def test_a_change_moves_the_chain_and_a_denial_does_not() -> None:
    assert rows_of(make_resolved(), TABLE)[0].flow == pytest.approx(TABLE.flow.change)
    assert rows_of(make_resolved("hold", day=date(2021, 8, 9)), TABLE)[0].flow == TABLE.flow.state
    assert rows_of(make_resolved("hold"), TABLE)[0].flow < TABLE.flow.state
    assert rows_of(make_resolved(factuality=Factuality.DENIED), TABLE)[0].flow == 0
    assert rows_of(make_resolved("clash"), TABLE)[0].flow == 0


def test_who_denies_its_own_gain_admits_no_loss() -> None:
    denied = make_resolved(factuality=Factuality.DENIED, against_interest=True, **of_taliban())
    (row,) = rows_of(denied, control_table())
    assert "denies its own gain" in row.evidence.reason
    assert "loss" not in row.evidence.reason
