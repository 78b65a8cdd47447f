"""Weighing group by group gives what weighing all rows at once gives, whatever was weighed before."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from test_properties import lists

from whoholds.control import weighed
from whoholds.control.evidence import Row, rows_of
from whoholds.control.redundancy import weigh
from whoholds.control.table import control_table
from whoholds.control.weighed import weigh_in_groups
from whoholds.independence import voices
from whoholds.picture import ResolvedClaim

TABLE = control_table()


def rows_by_id(claims: list[ResolvedClaim]) -> dict[str, tuple[Row, ...]]:
    return {claim.id: rows_of(claim, TABLE) for claim in claims}


@given(lists, st.sets(st.integers(0, 12), max_size=4))
def test_groups_are_weighed_as_all_rows_are_with_and_without_some_claims(
    claims: list[ResolvedClaim], left_out: set[int]
) -> None:
    known = rows_by_id(claims)
    rest = [claim for number, claim in enumerate(claims) if number not in left_out]
    for told in (claims, rest, claims):
        rows = [row for claim in told for row in known[claim.id]]
        by = voices(told)
        assert weigh_in_groups(rows, by, TABLE.redundancy) == weigh(rows, by, TABLE.redundancy)


@given(st.lists(lists, min_size=2, max_size=4))
def test_what_is_forgotten_changes_nothing(places: list[list[ResolvedClaim]]) -> None:
    most, weighed.MOST = weighed.MOST, 3
    try:
        for claims in (*places, *places):
            rows = [row for told in rows_by_id(claims).values() for row in told]
            by = voices(claims)
            assert weigh_in_groups(rows, by, TABLE.redundancy) == weigh(rows, by, TABLE.redundancy)
    finally:
        weighed.MOST = most
