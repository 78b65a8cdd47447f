"""Filters with several values: one of them is enough, and every answer says all of them."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from selections import make_selection

from whoholds.exports.csv_rows import claims_csv
from whoholds.exports.filters import Filter, as_party
from whoholds.exports.map_panel import filter_words


def kept(**given: Any) -> set[str]:
    return {claim.id for claim in make_selection(filter=Filter(**given)).claims()}


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [
        ("party", "Taliban", "afghan GOVERNMENT"),
        ("type", "capture", "hold"),
        ("claimer", "spokesman", "resident"),
    ],
)
def test_one_of_several_values_is_enough(name: str, one: str, other: str) -> None:
    both = kept(**{name: (one, other)})
    assert both == kept(**{name: one}) | kept(**{name: other})
    assert both == kept(**{name: (other, one, "nobody at all")})
    assert kept(**{name: ("nobody at all",)}) == set()


def test_several_filters_are_all_asked_for() -> None:
    every = kept(party=("Taliban", "Afghan government"))
    assert kept(party=("Taliban", "Afghan government"), type=("capture",)) == every & kept(type="capture")


def test_all_values_are_said() -> None:
    selection = make_selection(filter=Filter(party=("Taliban", "Afghan government"), type="capture"))
    assert selection.filter.asked == {"party": ["Taliban", "Afghan government"], "type": "capture"}
    assert "Taliban or Afghan government" in filter_words(selection).replace("\u2068", "").replace(
        "\u2069", ""
    )
    rows = list(csv.DictReader(io.StringIO(claims_csv(selection))))
    assert {row["filters"] for row in rows} == {"party=Taliban; party=Afghan government; type=capture"}


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("Taliban", True),
        ("Popular Front", True),
        ("Anti-Taliban fighters", True),
        ("civilians", False),
        ("contested", False),
        ("last foreign soldiers", False),
        ("Afghan policeman", False),
        (None, False),
    ],
)
def test_only_parties_are_offered_as_parties(words: str | None, *, party: bool) -> None:
    assert as_party(words) == (words if party else None)
