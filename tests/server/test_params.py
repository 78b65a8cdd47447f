"""The forms of days and moments are exactly those of the library, leap years included."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from whoholds.errors import InputError
from whoholds.reports.dates import parse_published
from whoholds.server.params import DAY, MOMENT


def test_every_day_from_1900_to_2199_and_no_other() -> None:
    first, last = date(1900, 1, 1), date(2199, 12, 31)
    days = {(first + timedelta(days=n)).isoformat() for n in range((last - first).days + 1)}
    form = re.compile(DAY)
    for year in range(1899, 2201):
        for month in range(14):
            for day in range(33):
                words = f"{year}-{month:02}-{day:02}"
                assert bool(form.fullmatch(words)) is (words in days), words


@pytest.mark.parametrize(
    "words",
    ["2021-08-09", "2021-08-09T14:30", "2021-08-09T14:30:59Z", "2021-08-09T00:00+04:30",
     "2199-12-31T23:59-14:00", "1900-01-01T00:00+14:59"],
)  # fmt: skip
def test_moments_are_understood(words: str) -> None:
    assert re.fullmatch(MOMENT, words)
    assert parse_published(words).day.isoformat() == words[:10]


@pytest.mark.parametrize("words", ["2021-08-09T24:00", "2021-08-09T14:60", "2021-08-09 ", "9 August 2021"])
def test_other_words_are_none(words: str) -> None:
    assert not re.fullmatch(MOMENT, words)


def test_the_library_refuses_what_the_form_refuses() -> None:
    for words in ("2100-02-29", "1899-12-31", "2200-01-01"):
        assert not re.fullmatch(DAY, words)
        with pytest.raises(InputError):
            parse_published(words)
