"""Words for people."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from factories import GOVERNMENT, make_resolved
from hypothesis import given
from hypothesis import strategies as st

from whoholds.control.positions import CONTESTED, HOLDS, NOT, NOT_CONTESTED, Position
from whoholds.model import Days, Estimate
from whoholds.wording import days_words, estimate_words, position_words, says, shown, speaker

DAY = date(2021, 8, 9)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (Days(DAY, DAY), "9 August 2021"),
        (Days(None, DAY), "by 9 August 2021"),
        (Days(DAY, None), "from 9 August 2021"),
        (Days(None, None), "day not said"),
        (Days(date(2015, 1, 1), date(2015, 12, 31)), "2015"),
        (Days(date(2021, 5, 1), DAY), "between 1 May 2021 and 9 August 2021"),
    ],
)
def test_days(days: Days, words: str) -> None:
    assert days_words(days) == words


@pytest.mark.parametrize(
    ("estimate", "words"),
    [
        (Estimate(20, 20, 20), "20"),
        (Estimate(20, 20, None), "20 or more"),
        (Estimate(24, None, 99), "24 to 99"),
        (Estimate(None, 20, 20), "up to 20"),
        (Estimate(None, 7, None), "7"),
        (Estimate(None, None, None), "number not known"),
    ],
)
def test_estimates(estimate: Estimate, words: str) -> None:
    assert estimate_words(estimate) == words


@pytest.mark.parametrize(
    ("given_values", "words"),
    [
        ({}, "The report of Daily Wire says"),
        ({"outlet": None}, "The report in its own voice says"),
        ({"claimer": "unnamed"}, "Somebody unnamed says"),
        ({"claimer": "residents"}, "Residents say"),
        (
            {"claimer": "officials in Kunduz", "side": GOVERNMENT},
            "Officials in Kunduz (Afghan government) say",
        ),
        ({"claimer": "the Afghan government", "side": GOVERNMENT}, "The Afghan government says"),
        ({"claimer": "Tolo News", "relayed_by": "Twitter"}, "Tolo News, carried by Twitter says"),
        ({"claimer": "two residents reached by telephone"}, "Two residents reached by telephone say"),
        ({"claimer": "the deputy governor"}, "The deputy governor says"),
        ({"claimer": "a women's rights activist in the town"}, "A women's rights activist in the town says"),
        ({"extractor": "baseline", "report_name": "base.csv"}, "The baseline base.csv says"),
    ],
)
def test_who_says_so(given_values: dict[str, Any], words: str) -> None:
    assert says(make_resolved(**given_values)) == words
    assert words.startswith(speaker(make_resolved(**given_values)))


@pytest.mark.parametrize(
    ("position", "words"),
    [
        (Position(HOLDS, "X"), "X holds it"),
        (Position(NOT, "X"), "X does not hold it"),
        (Position(CONTESTED), "there is fighting in it"),
        (Position(CONTESTED, "X"), "X is inside it, not said to hold it"),
        (Position(NOT_CONTESTED), "there is no fighting in it"),
    ],
)
def test_positions(position: Position, words: str) -> None:
    assert position_words(position) == words


@given(st.text())
def test_shown_words_are_one_line_without_controls(words: str) -> None:
    assert shown(words) == " ".join(shown(words).split())
    assert not {"\x1b", "\n", "\u202e", "\u2066"} & set(shown(words))
