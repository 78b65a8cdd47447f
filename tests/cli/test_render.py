"""The words beside a state: how sure it is, and when it is not settled for want of a second origin."""

from __future__ import annotations

from datetime import date

import pytest
from factories import KUNDUZ
from rich.padding import Padding
from rich.text import Text

from whoholds.cli.render import chance_word, lined
from whoholds.control.table import control_table
from whoholds.picture import ControlState

DAY = date(2021, 8, 9)


def state(status: str, probability: float) -> ControlState:
    holders = {"Taliban": probability, "other": 1 - probability}
    return ControlState(KUNDUZ, DAY, None, 1, "m", status, "Taliban", probability, holders, 0.0, (), (), DAY)


@pytest.mark.parametrize(
    ("status", "probability", "word"),
    [
        ("leaning", 0.97, "but too few origins"),  # likely enough for held, and told by one alone
        ("leaning", control_table().status.held, "but too few origins"),
        ("leaning", 0.7, "likely"),
        ("held", 0.97, "almost certain"),
        ("contested", 0.9, "very likely"),
    ],
)
def test_the_word_beside_a_probability(status: str, probability: float, word: str) -> None:
    assert chance_word(state(status, probability)) == word


def test_lines_that_begin_with_blanks_stand_in() -> None:
    head, below = lined(["Why not held: x", "   if y: z"])
    assert isinstance(head, Text)
    assert isinstance(below, Padding)
    assert below.left == 2
