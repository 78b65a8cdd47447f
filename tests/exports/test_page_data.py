"""The two descriptions of the page's data, in Python and in TypeScript, have the same fields."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NotRequired, get_origin, get_type_hints

import pytest

from whoholds.exports import page_data, page_place_data

TYPES = Path(__file__).parents[2] / "web" / "src" / "types.ts"
MIRRORED = {
    "ColourFinding": "ColourFinding",
    "Meta": "Meta",
    "Party": "PartyRow",
    "PlaceRow": "PlaceRow",
    "Says": "Says",
    "FigureRow": "FigureRow",
    "RetractedRow": "RetractedRow",
    "JudgementRow": "JudgementRow",
    "ClaimRow": "ClaimRow",
    "SilenceRow": "SilenceRow",
    "ExplanationRow": "ExplanationRow",
    "OutlineRow": "OutlineRow",
    "Column": "ColumnRow",
    "Facets": "Facets",
    "Limits": "LimitsRow",
    "PageFrame": "PageFrame",
    "PagePlace": "PagePlace",
    "ProfileRow": "ProfileRow",
    "CountRow": "CountRow",
    "TollRow": "TollRow",
    "RankRow": "RankRow",
    "FarRow": "FarRow",
    "MatterRow": "MatterRow",
}


def fields_of(interface: str) -> tuple[set[str], set[str]]:
    """The required and the optional fields of an interface of types.ts."""
    body = re.search(rf"export interface {interface} \{{(.*?)\n\}}", TYPES.read_text("utf-8"), re.DOTALL)
    assert body is not None, interface
    found = re.findall(r"^  (\w+)(\??):", body[1], re.MULTILINE)
    return {name for name, mark in found if not mark}, {name for name, mark in found if mark}


@pytest.mark.parametrize(("interface", "typed"), MIRRORED.items())
def test_fields_are_the_same(interface: str, typed: str) -> None:
    row = getattr(page_data, typed, None) or getattr(page_place_data, typed)
    hints = get_type_hints(row, include_extras=True)
    optional = {name for name, hint in hints.items() if get_origin(hint) is NotRequired}
    assert fields_of(interface) == (set(hints) - optional, optional)


def test_every_interface_is_mirrored() -> None:
    assert set(re.findall(r"export interface (\w+)", TYPES.read_text("utf-8"))) == set(MIRRORED)


def test_the_form_has_one_number() -> None:
    number = re.search(r"export const SCHEMA = (\d+);", TYPES.read_text("utf-8"))
    assert number is not None
    assert int(number[1]) == page_data.SCHEMA
