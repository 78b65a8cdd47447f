"""The profile of a place in the page's form."""

from __future__ import annotations

from datetime import UTC, date, datetime

from factories import AYBAK, KUNDUZ

from whoholds.exports.page_data import day_number
from whoholds.exports.page_profile import profile_row
from whoholds.importance import Matters
from whoholds.model import Span
from whoholds.profile import Profile, Rank

QUOTE = "Kunduz is a hub, Gulalai said."
KNOWN = datetime(2021, 8, 9, 23, 59, tzinfo=UTC)


def matter(outlet: str | None = "Wire", published: date | None = date(2021, 8, 8)) -> Matters:
    return Matters("hub", QUOTE, Span(0, 30), Span(12, 15), "key", outlet, published, KNOWN)


def test_names_and_distances() -> None:
    profile = Profile(
        161902,
        "settlement",
        inside=(AYBAK,),
        near=((AYBAK, 12.345),),
        seat_of=(KUNDUZ,),
        rank=Rank(1, 3, 50.0),
    )
    row = profile_row(profile, lambda words, _: words)
    assert row["rank"] == {"place": 1, "among": 3, "km": 50.0}
    assert (row["inside"], row["seat_of"]) == (["Aybak"], ["Kunduz"])
    assert row["near"] == [{"name": "Aybak", "km": 12.3}]
    assert (row["borders"], row["facilities"], row["matters"]) == ([], [], [])


def test_a_quotation_says_from_when_it_is_known_and_hides_what_is_withheld() -> None:
    asked = []

    def words(quote: str, report: str) -> str:
        asked.append(report)
        return quote.replace("Gulalai", "███████")

    (row,) = profile_row(Profile(None, "settlement", matters=(matter(),)), words)["matters"]
    assert row["quote"] == "Kunduz is a hub, ███████ said."
    assert asked == ["key"]
    assert row["cue"] == [12, 15]
    assert row["known"] == day_number(date(2021, 8, 9))
    assert row["published"] == day_number(date(2021, 8, 8))
    assert profile_row(Profile(None, "settlement"), words)["rank"] is None


def test_what_is_not_known_of_a_quotation_is_absent() -> None:
    profile = Profile(None, "settlement", matters=(matter(None, None),))
    (row,) = profile_row(profile, lambda words, _: words)["matters"]
    assert {"outlet", "published"}.isdisjoint(row)
