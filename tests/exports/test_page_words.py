"""Texts of the page have an end, whatever a report says."""

from __future__ import annotations

import pytest
from page_factory import claims_of, page_data

from whoholds.exports.html import write_page
from whoholds.exports.page_words import CUT, LONGEST, LONGEST_NAME, within


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("word", "word"),
        ("ab" * 3, "ab" * 3),
        ("w" * 7, f"wwwwww{CUT}"),
        (
            {"quote": "ا" * 9, "at": [1, 2], "none": None},
            {"quote": f"{'ا' * 6}{CUT}", "at": [1, 2], "none": None},
        ),
        ([{"a": ["w" * 8, "x"]}, "y"], [{"a": [f"wwwwww{CUT}", "x"]}, "y"]),
        ([[1, 2], [3]], [[1, 2], [3]]),
        ([], []),
    ],
)
def test_only_long_texts_are_cut(given: object, found: object) -> None:
    assert within(given, 6) == found


def test_what_is_cut_is_not_changed_where_it_comes_from() -> None:
    row = {"quote": "w" * 9}
    within(row, 6)
    assert row == {"quote": "w" * 9}


def test_a_page_of_a_word_of_a_million_letters_is_hardly_longer() -> None:
    plain, hostile = page_data(), page_data()
    row, words = claims_of(hostile)[0], "w" * 1_000_000
    row["quote"] = row["claimer"] = words
    hostile["frame"]["parties"][0]["name"] = words
    assert len(write_page(hostile)) - len(write_page(plain)) < 3 * LONGEST
    assert LONGEST_NAME < LONGEST < len(words)
