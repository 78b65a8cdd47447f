"""What an outlet takes back: its own claims of a change at that place, of the 30 days before."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from factories import AYBAK, KUNDUZ, make_resolved

from whoholds.claims.rules import extract
from whoholds.gazetteer import load_gazetteer
from whoholds.model import Extraction, Mention, Precision, Published, Report, Retraction, Span
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
        ({"outlet": "Other", "relayed_by": "Daily Wire"}, True),
        ({"outlet": "Other", "claimer": "the Daily Wire"}, True),
        ({"outlet": "Other", "claimer": "the governor"}, False),
        ({"outlet": "Other", "credited": "Daily Wire"}, True),
        ({"outlet": "Other", "credited": "AFP"}, False),
    ],
)
def test_what_is_taken_back(given: dict[str, Any], retracted: bool) -> None:
    kind = given.pop("kind", "capture")
    (claim,) = mark_retracted([make_resolved(kind, **given)], [TAKEN_BACK])
    assert claim.retracted == ("correction" if retracted else None)
    assert claim.counts is not retracted


@pytest.mark.parametrize(
    ("text", "withdrawn"),
    [
        ("Correction: The airport in Kunduz remains in government hands.", ["part"]),
        ("Correction: An earlier version said the base in Kunduz had fallen. It had not.", ["part"]),
        ("Correction: Kunduz did not fall, as we reported.", ["exact", "part"]),
    ],
)
def test_a_correction_on_a_part_of_a_place_takes_back_no_more(text: str, withdrawn: list[str]) -> None:
    report = Report(text, "Daily Wire", published=Published(date(2021, 8, 10)))
    gazetteer = load_gazetteer()
    found = read_retractions(Told(report, extract(report, gazetteer), NOW), gazetteer)
    given = [make_resolved(precision=one) for one in (Precision.EXACT, Precision.PART)]
    marked = mark_retracted(given, found)
    assert [one.precision.value for one in marked if one.retracted] == withdrawn


def test_what_the_correction_itself_says_stands() -> None:
    own = make_resolved(report="correction", known_from=NOW - timedelta(seconds=1))
    assert mark_retracted([own], [TAKEN_BACK]) == (own,)


TOLD_BY_OTHERS = [
    ("AFP has withdrawn its report that Kunduz was captured.", "AFP"),
    ("AFP retracted a story that said that Kunduz had fallen.", "AFP"),
    ("The Ministry of Defence withdrew its statement on the capture of Kunduz.", "The Ministry of Defence"),
    ("The Daily Post story that Kunduz had fallen is withdrawn.", "Daily Post"),
    ("AFP's report that Kunduz had fallen was retracted.", "AFP"),
    ("The agency's story that Kunduz had fallen has been withdrawn.", "Other Wire"),
    ("We retract our report that Kunduz was captured.", "Other Wire"),
    ("The agency withdrew its report that Kunduz was captured.", "Other Wire"),
    ("Correction: Kunduz was not captured, as we reported.", "Other Wire"),
]


@pytest.mark.parametrize(("text", "outlet"), TOLD_BY_OTHERS)
def test_whose_report_is_taken_back(text: str, outlet: str) -> None:
    report = Report(text, "Other Wire", published=Published(date(2021, 8, 10)))
    gazetteer = load_gazetteer()
    found = read_retractions(Told(report, extract(report, gazetteer), NOW), gazetteer)
    assert [one.outlet for one in found] == [outlet]


OF_DETAILS = [
    "Correction: A story on Sunday quoted the ministry as denying that Kunduz had fallen. It never did.",
    "Correction: An earlier version said the army denied the fall of Kunduz. It did not.",
    "Correction: An earlier version said that 30 soldiers were killed when Kunduz was captured. It was 13.",
    "Correction: 13 soldiers, not 30, were killed when the Taliban captured Kunduz.",
    "Correction: An earlier version misattributed a quote on the fall of Kunduz.",
    "Correction: An earlier version misstated the toll in the fall of Kunduz.",
    "Correction: A story quoted a councillor as saying that Kunduz fell. It was the governor who said so.",
]
OF_EVENTS = [
    "Correction: A story quoted a councillor as saying that Kunduz fell. He made no such claim.",
    "Correction: An earlier version said Kunduz had fallen, which the army denied. It had not.",
    "Correction: An earlier version said 300 fighters had captured Kunduz. It was one of several errors.",
]


@pytest.mark.parametrize(
    ("text", "count"), [*((one, 0) for one in OF_DETAILS), *((one, 1) for one in OF_EVENTS)]
)
def test_a_correction_takes_back_what_it_is_about(text: str, count: int) -> None:
    report = Report(text, "Daily Wire", published=Published(date(2021, 8, 10)))
    gazetteer = load_gazetteer()
    found = read_retractions(Told(report, extract(report, gazetteer), NOW), gazetteer)
    assert len(found) == count


def test_what_another_outlet_takes_back_is_not_ones_own() -> None:
    afp = TakenBack("told", "AFP", KUNDUZ.id, NOW, "AFP has withdrawn its report.")
    given = [
        make_resolved("capture", report="own", outlet="Other Wire"),
        make_resolved("capture", report="carried", outlet="Other Wire", relayed_by="AFP"),
        make_resolved("capture", report="seen", outlet="Other Wire", claimer="an AFP correspondent"),
        make_resolved("capture", report="theirs", outlet="AFP"),
    ]
    marked = [claim.claim.report for claim in mark_retracted(given, [afp]) if claim.retracted]
    assert marked == ["carried", "seen", "theirs"]


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
