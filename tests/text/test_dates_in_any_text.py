"""Dates found in any text are ordered, apart and inside it."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from whoholds.text.dates import find_dates

_WORDS = st.sampled_from(
    [
        "in",
        "since",
        "by",
        "from",
        "to",
        "and",
        "the",
        "last",
        "next",
        "on",
        "early",
        "2015",
        "1999-00",
        "31",
        "30",
        "May",
        "February",
        "Monday",
        "week",
        "two",
        "days",
        "ago",
        "later",
        "-",
        "–",
        "99999",
        "year",
        "years",
        "century",
        "BC",
        "decade",
        "the following",
        "spring offensive",
        "Christmas",
        "480 BC",
        "at 0600",
        "5:34 a.m.",
        "0",
        "before",
        "after",
        "of",
        "1",
        ",",
        ".",
        "now",
        "3/4/2021",
        "Sept.",
        "decades",
        "earlier",
        "\n",
    ]
)


@given(
    st.lists(_WORDS, max_size=25).map(" ".join) | st.text(),
    st.none() | st.dates(),
)
def test_spans_are_ordered_and_inside(text: str, published: date | None) -> None:
    end = 0
    for mention in find_dates(text, published):
        assert end <= mention.span.start < mention.span.end <= len(text)
        assert mention.start is None or mention.end is None or mention.start <= mention.end
        end = mention.span.end
