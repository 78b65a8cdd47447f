"""A copy of a report that its outlet took back is no evidence from then on, wherever it is printed."""

from __future__ import annotations

import pytest

from whoholds.database import Database

STORY = (
    "Taliban fighters captured the city of Kunduz on Sunday after a night of heavy clashes along the road to "
    "the airport. Shops in the main market stayed shut, and long queues formed at the bakeries in the east. "
    "Families waited beside the bridge for buses to the south, and nobody knew when the power would return."
)
CORRECTION = "Correction: Kunduz was not captured on Sunday, as we reported. We withdraw our report."
OTHER = "Residents of Kunduz said on Monday that Taliban fighters had captured the city and its airport."


def told(database: Database, text: str, day: str, outlet: str) -> None:
    database.add_text(text, published=f"2021-08-{day}T12:00", outlet=outlet)


def outlets_that_count(database: Database, as_of: str) -> list[str | None]:
    claims = database.claims(place="Kunduz", type="capture", as_of=as_of)
    return [one.outlet for one in claims if one.counts and one.claim.factuality != "denied"]


@pytest.mark.parametrize(
    ("copied", "before"), [("09", ["Daily Wire", "Evening Post"]), ("12", ["Daily Wire"])]
)
def test_a_copy_follows_the_report_that_it_copies(database: Database, copied: str, before: list[str]) -> None:
    told(database, STORY, "08", "Daily Wire")
    told(database, STORY, copied, "Evening Post")
    assert database.control("Kunduz", as_of="2021-08-09").state.holder == "Taliban"
    told(database, CORRECTION, "10", "Daily Wire")
    assert outlets_that_count(database, "2021-08-09") == before
    assert outlets_that_count(database, "2021-08-13") == []
    (copy,) = [one for one in database.claims(place="Kunduz", type="capture") if one.outlet == "Evening Post"]
    (first,) = [
        one
        for one in database.claims(place="Kunduz", type="capture")
        if one.outlet == "Daily Wire" and one.retracted
    ]
    assert copy.retracted == first.retracted
    assert copy.retracted_from is not None
    assert copy.retracted_from >= copy.known_from
    assert database.control("Kunduz", as_of="2021-08-13").state.holder != "Taliban"


def test_what_another_outlet_tells_itself_stands(database: Database) -> None:
    told(database, STORY, "08", "Daily Wire")
    told(database, f"{STORY} {OTHER}", "09", "Evening Post")
    told(database, CORRECTION, "10", "Daily Wire")
    counts = [
        one for one in database.claims(place="Kunduz", type="capture", as_of="2021-08-13") if one.counts
    ]
    assert {one.claimer for one in counts if one.outlet == "Evening Post"} == {"Residents of Kunduz"}


def test_a_story_of_an_agency_is_taken_back_with_the_agency_s(database: Database) -> None:
    told(database, f"KUNDUZ, Aug 8 (AFP) - {STORY}", "08", "Evening Post")
    told(database, "AFP has withdrawn its report that Kunduz was captured.", "10", "Daily Wire")
    assert outlets_that_count(database, "2021-08-09") == ["Evening Post"]
    assert outlets_that_count(database, "2021-08-13") == []
