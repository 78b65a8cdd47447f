"""Numbers in digits and words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whoholds.text.numbers import number_pattern, read_number


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("12", 12),
        ("1,200", 1200),
        ("1.2 million", 1_200_000),
        ("two dozen", 24),
        ("twenty-three", 23),
        ("a hundred", 100),
        ("two hundred and fifty", 250),
        ("one hundred thousand", 100_000),
    ],
)
def test_value(words: str, value: int) -> None:
    assert read_number(words) == value
    assert re.fullmatch(number_pattern(), words)


@pytest.mark.parametrize("words", ["", "Kunduz", "no", "9" * 40])
def test_no_number(words: str) -> None:
    assert read_number(words) is None


@given(st.integers(0, 10**9))
def test_digits_read_as_themselves(number: int) -> None:
    assert read_number(str(number)) == read_number(f"{number:,}") == number
