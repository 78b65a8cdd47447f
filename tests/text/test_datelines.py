"""Datelines and date stamps before the first sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whoholds.text.datelines import find_dateline, stamp_end

TABLE = [
    ("KABUL, Aug 8 (Reuters) - The city fell.", "KABUL", "Aug 8", "Reuters"),
    ("BAMAKO, Mali (AP) — The city fell.", "BAMAKO, Mali", None, "AP"),
    ("A headline\n\nKabul (AFP) - The city fell.", "Kabul", None, "AFP"),
    ("KABUL, Afghanistan (Jan. 25, 2013)\nA force left.", "KABUL, Afghanistan", "Jan. 25, 2013", None),
    ("MOSCOW, September 30. /TASS/. Forces left.", "MOSCOW", "September 30", "TASS"),
    ("BAKU, Azerbaijan, Nov. 9\n\nThe city fell.", "BAKU, Azerbaijan", "Nov. 9", None),
    ("New Delhi, Aug 13: The city fell.", "New Delhi", "Aug 13", None),
    ("BOGOTA, 12 JAN 90 (RADIO UNO) -- [TEXT] THE CITY FELL.", "BOGOTA", "12 JAN 90", None),
    ("LIMA (PERU), 7 FEB 1989 -- THE CITY FELL.", "LIMA", "7 FEB 1989", None),
    ("YEREVAN/BAKU — The city fell.", "YEREVAN/BAKU", None, None),
    ("(Reuters) – The city fell.", None, None, "Reuters"),
]


@pytest.mark.parametrize(("text", "place", "day", "agency"), TABLE)
def test_dateline_parts(text: str, place: str | None, day: str | None, agency: str | None) -> None:
    found = find_dateline(text)
    assert found is not None
    assert (found.place_span and found.place_span.of(text), found.date_span and found.date_span.of(text)) == (
        place,
        day,
    )
    assert found.agency == agency


@pytest.mark.parametrize(
    "text",
    [
        "The city fell.",
        "BREAKING - The city fell.",
        "The U.S. - a power - left.",
        "KABUL fell on Sunday.",
        "LIMA, 12 MEN (SOLDIERS) -- DIED.",
    ],
)
def test_no_dateline(text: str) -> None:
    assert find_dateline(text) is None


def test_a_stamp_ends_before_the_headline() -> None:
    text = "Published February 23 2015 Ten villagers were taken."
    assert text[: stamp_end(text)] == "Published February 23 2015"
    assert stamp_end("August 21 was the day.") == 0


@given(st.text())
def test_spans_lie_in_the_text(text: str) -> None:
    found = find_dateline(text)
    assert 0 <= stamp_end(text) <= len(text)
    assert found is None or 0 <= found.span.start < found.span.end <= len(text)
