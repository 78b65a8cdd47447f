"""Dates are read as written or refused, never guessed."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whoholds.errors import InputError
from whoholds.model import Published
from whoholds.reports import parse_published
from whoholds.reports.dates import parse_day


@pytest.mark.parametrize(
    ("words", "published"),
    [
        ("2021-08-09", Published(date(2021, 8, 9))),
        (" 2021-08-09\n", Published(date(2021, 8, 9))),
        ("2021-08-09T14:30:00Z", Published(date(2021, 8, 9), datetime(2021, 8, 9, 14, 30, tzinfo=UTC))),
        ("2021-08-09 14:30", Published(date(2021, 8, 9), datetime(2021, 8, 9, 14, 30, tzinfo=UTC))),
        # the day is the one written, in its own zone: "on Monday" hangs on it
        ("2021-08-09T01:00+04:30", Published(date(2021, 8, 9), datetime(2021, 8, 8, 20, 30, tzinfo=UTC))),
    ],
)
def test_dates(words: str, published: Published) -> None:
    assert parse_published(words) == published


@pytest.mark.parametrize(
    "words",
    [
        "",
        "yesterday",
        "09/08/2021",
        "20210809",
        "2021-W32-1",
        "2021-8-9",
        "2021-08",
        "2021-08-09T99:00",
        "٢٠٢١-٠٨-٠٩",
    ],
)
def test_anything_else_is_refused(words: str) -> None:
    with pytest.raises(InputError, match="not clear"):
        parse_published(words)


@pytest.mark.parametrize("words", ["2021-02-29", "2021-02-29T10:00:00Z", "2021-13-01"])
def test_a_day_that_there_is_not_is_called_so(words: str) -> None:
    with pytest.raises(InputError, match=f"There is no day {words[:10]}"):
        parse_published(words)


def test_a_day_is_no_moment() -> None:
    assert parse_day("2021-08-09") == date(2021, 8, 9)
    with pytest.raises(InputError):
        parse_day("2021-08-09T12:00")


@given(st.text(max_size=30))
def test_any_words_are_a_date_or_refused(words: str) -> None:
    try:
        published = parse_published(words)
    except InputError:
        return
    assert published.day.isoformat() == words.strip()[:10]


@pytest.mark.parametrize(
    "words", ["1899-12-31", "2200-01-01", "9999-12-31", "0001-01-01T00:00+14:00", "9999-12-31T23:59-14:00"]
)
def test_a_year_far_away_is_said_to_be_so(words: str) -> None:
    with pytest.raises(InputError, match=f"{words[:10]} is outside the years 1900 to 2199"):
        parse_published(words)
