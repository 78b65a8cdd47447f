"""Whose territory a place is, and when the war around it moved."""

from __future__ import annotations

from datetime import date

import pytest
from factories import make_resolved

from whoholds.gazetteer import load_gazetteer
from whoholds.model import Factuality
from whoholds.territory import begins, changes_by_country, government_of

DAY = date(2021, 8, 1)


@pytest.mark.parametrize(
    ("country", "on", "government"),
    [
        ("AF", DAY, "Afghan government"),
        ("AF", date(2023, 1, 1), "Taliban"),
        ("PK", DAY, "Pakistan"),
        ("IS", DAY, "government of Iceland"),
        (None, DAY, None),
    ],
)
def test_the_government_of_a_country(country: str | None, on: date, government: str | None) -> None:
    assert government_of(country, on, load_gazetteer()) == government


def test_only_changes_that_are_claimed_for_certain_move_the_war() -> None:
    claims = [
        make_resolved(day=date(2021, 8, 6)),
        make_resolved(day=date(2021, 8, 4)),
        make_resolved("hold", day=date(2021, 8, 1)),
        make_resolved(day=date(2021, 8, 2), factuality=Factuality.POSSIBLE),
        make_resolved(day=date(2021, 8, 3), judged="reject"),
    ]
    assert changes_by_country(claims) == {"AF": (date(2021, 8, 4), date(2021, 8, 6))}


def test_reports_begin_with_the_first_known() -> None:
    claims = [make_resolved(published=date(2021, 8, 9)), make_resolved(published=date(2021, 8, 3))]
    assert begins(claims, DAY) == date(2021, 8, 3)
    assert begins([], DAY) == DAY
