"""The command that writes the tables of control into the method's page."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "scripts"))

from measure_control import BEGIN, END, PAGE, markdown, replaced  # noqa: E402

from whoholds.evaluate import Table  # noqa: E402


def test_only_what_stands_between_the_markers_is_replaced() -> None:
    page = f"before\n{BEGIN}\nold\n{END}\nafter\n"
    assert replaced(page, "new") == f"before\n{BEGIN}\nnew\n{END}\nafter\n"
    assert replaced(replaced(page, "x"), "new") == replaced(page, "new")


def test_a_page_without_markers_is_refused() -> None:
    with pytest.raises(ValueError, match="unpack"):
        replaced("no markers", "new")


def test_the_page_of_the_method_has_tables_between_its_markers() -> None:
    page = PAGE.read_text(encoding="utf-8")
    inside = page.split(BEGIN)[1].split(END)[0]
    assert "| **whoholds** |" in inside
    assert "20 wars" in inside


def test_the_method_stands_out_in_a_table() -> None:
    table = Table("nowcast: x", ("who", "share"), (("whoholds", "0.9"), ("last claim", "0.8")))
    assert markdown(table).splitlines()[:1] == ["**Nowcast: x**"]
    assert "| **whoholds** | 0.9 |" in markdown(table)
    assert "| last claim | 0.8 |" in markdown(table)
