"""Rows that are kept are those that would be made anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from factories import GOVERNMENT, make_resolved
from hypothesis import given
from hypothesis import strategies as st
from test_properties import lists

from whoholds.control import kept
from whoholds.control.chain import OTHER
from whoholds.control.evidence import rows_of
from whoholds.control.kept import Weighing
from whoholds.control.table import control_table
from whoholds.picture import ResolvedClaim

TABLE = control_table()
OTHER_TABLE = replace(TABLE, prior=TABLE.prior, learnt={}, ratios={
    name: replace(ratio, value=ratio.value * 1.1) for name, ratio in TABLE.ratios.items()
})  # fmt: skip


@given(lists, st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=4))
def test_rows_are_those_of_the_claim_under_every_table_and_government(
    claims: list[ResolvedClaim], under: list[tuple[bool, bool]]
) -> None:
    for other, governed in under:
        table, government = OTHER_TABLE if other else TABLE, GOVERNMENT if governed else None
        weighing = Weighing(table, government)
        for claim in claims:
            assert weighing.rows(claim) == rows_of(claim, table, government)


def test_the_very_same_rows_come_again_and_others_after_many_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST", 2)
    claims = [make_resolved(id=f"c{number}") for number in range(5)]
    weighing = Weighing(TABLE, None)
    first = weighing.rows(claims[0])
    assert weighing.rows(claims[0]) is first
    for claim in claims[1:]:
        weighing.rows(claim)
    assert weighing.rows(claims[0]) is not first
    assert weighing.rows(claims[0]) == first


def test_a_state_that_ended_stands_on_its_last_day_and_is_kept_beside_the_other() -> None:
    claim = make_resolved("hold")
    weighing = Weighing(TABLE, None)
    plain, ended = weighing.rows(claim), weighing.rows(claim, date(2021, 8, 1))
    assert ended[0].day == date(2021, 8, 1)
    assert "told of the time before the change" in ended[0].evidence.reason
    assert weighing.rows(claim) is plain
    assert weighing.rows(claim, date(2021, 8, 1)) is ended


def test_parties_of_ones_own_make_other_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    claim = make_resolved(actor="gunmen of the river")
    (before,) = Weighing(TABLE, None).rows(claim)
    assert before.position.party == OTHER
    own = tmp_path / "parties.toml"
    own.write_text(
        '[[party]]\nname = "gunmen of the river"\nkind = "rebels"\ncountries = ["AF"]\n', encoding="utf-8"
    )
    monkeypatch.setenv("WHOHOLDS_PARTIES", str(own))
    assert [row.position.party for row in Weighing(TABLE, None).rows(claim)] == ["gunmen of the river"]
