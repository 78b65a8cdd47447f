"""What an outlet takes back: its own claims of a change at that place, of the 30 days before."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from factories import AYBAK, KUNDUZ, make_resolved

from whoholds.gazetteer import load_gazetteer
from whoholds.model import Extraction, Mention, Published, Report, Retraction, Span
from whoholds.resolve import Told
from whoholds.retractions import TakenBack, mark_retracted, read_retractions

NOW = datetime(2021, 8, 10, 12, tzinfo=UTC)
TAKEN_BACK = TakenBack("correction", "Daily Wire", KUNDUZ.id, NOW, "We were wrong.")


@pytest.mark.parametrize(
    ("given", "retracted"),
    [
        ({}, True),
        ({"kind": "handover"}, True),
        ({"kind": "clash"}, False),
        ({"place": AYBAK}, False),
        ({"outlet": "Other"}, False),
        ({"published": date(2021, 8, 11)}, False),
        ({"published": date(2021, 7, 10)}, False),
        ({"outlet": None}, False),
    ],
)
def test_what_is_taken_back(given: dict[str, Any], retracted: bool) -> None:
    kind = given.pop("kind", "capture")
    (claim,) = mark_retracted([make_resolved(kind, **given)], [TAKEN_BACK])
    assert claim.retracted == ("correction" if retracted else None)
    assert claim.counts is not retracted


def test_what_the_correction_itself_says_stands() -> None:
    own = make_resolved(report="correction", known_from=NOW - timedelta(seconds=1))
    assert mark_retracted([own], [TAKEN_BACK]) == (own,)


@pytest.mark.parametrize(
    ("outlet", "named", "count"), [("Wire", True, 1), (None, True, 0), ("Wire", False, 0)]
)
def test_a_retraction_needs_its_outlet_and_a_place(outlet: str | None, named: bool, count: int) -> None:
    text = "Correction: Kunduz did not fall, as we reported."
    report = Report(text, outlet, published=Published(date(2021, 8, 10)))
    at = text.index("Kunduz")
    place = Mention(Span(at, at + 6)) if named else None
    extraction = Extraction(
        report.key, "rules/1", retractions=(Retraction(report.key, Span(0, len(text)), place=place),)
    )
    found = read_retractions(Told(report, extraction, NOW), load_gazetteer())
    assert [one.quote for one in found] == [text] * count
