from __future__ import annotations

from typing import Any

import pytest
from factories import GOVERNMENT, TALIBAN, make_resolved, of_government, of_taliban

from whoholds.control.claimers import Interest, class_of, interest_of, reliability_of
from whoholds.model import Factuality

CLASSES: list[tuple[str, dict[str, Any], str, str]] = [
    ("capture", {}, "reporter", "B"),
    ("capture", {"unnamed": True}, "unnamed", "F"),
    ("capture", {"claimer": "residents"}, "resident", "C"),
    ("capture", {"claimer": "a lawmaker"}, "official", "D"),
    ("capture", {"claimer": "the president"}, "official", "D"),
    ("capture", {"claimer": "two soldiers"}, "official", "D"),
    ("capture", {"claimer": "UN officials"}, "monitor", "B"),
    ("capture", {"actor": "M23", "side": "Rwanda"}, "own_gain", "D"),
    ("capture", {"actor": "M23", "side": "Rwanda", "recipient": "Rwanda"}, "admission", "B"),
    ("capture", {"actor": "Russia", "side": "Donetsk People's Republic"}, "own_gain", "D"),
    ("capture", {"claimer": "AFP"}, "media", "C"),
    ("capture", {"claimer": "Tolo News"}, "media", "C"),
    ("capture", {"claimer": "the Syrian Observatory for Human Rights"}, "monitor", "B"),
    ("capture", {"claimer": "a man on the bus"}, "other", "D"),
    ("capture", of_taliban(), "own_gain", "D"),
    ("capture", of_government(), "outsider", "C"),
    ("capture", of_government(recipient=GOVERNMENT), "admission", "B"),
    ("capture", of_government(against_interest=True), "admission", "B"),
    ("capture", of_government(own_interest=True, factuality=Factuality.DENIED), "denied_loss", "D"),
    ("hold", of_government(actor=GOVERNMENT), "own_gain", "D"),
    ("withdrawal", of_government(actor=GOVERNMENT), "admission", "B"),
    ("withdrawal", of_government(actor=GOVERNMENT, claimer="an Afghan soldier"), "sympathiser", "C"),
    ("withdrawal", of_government(actor=GOVERNMENT, claimer="a pro-government blogger"), "sympathiser", "C"),
    ("withdrawal", of_government(actor=GOVERNMENT, claimer="Colonel Amin, a spokesman"), "admission", "B"),
    (
        "handover",
        {"actor": "Russia", "side": "Wagner Group", "recipient": "Wagner Group", "against_interest": True},
        "own_gain",
        "D",
    ),
    ("withdrawal", of_taliban(actor=GOVERNMENT), "own_gain", "D"),
    ("entry", {"relayed_by": "social media videos", "unverified": True}, "imagery_unverified", "D"),
    ("entry", {"relayed_by": "videos verified by the agency"}, "imagery_verified", "A"),
    ("entry", {"relayed_by": "videos that were not verified"}, "imagery_unverified", "D"),
    ("hold", {"extractor": "baseline/1"}, "baseline", "B"),
]


@pytest.mark.parametrize(("kind", "given", "name", "letter"), CLASSES)
def test_the_class_and_letter_of_a_claimer(kind: str, given: dict[str, Any], name: str, letter: str) -> None:
    claim = make_resolved(kind, **given)
    assert (class_of(claim), reliability_of(claim)) == (name, letter)


INTERESTS: list[tuple[str, dict[str, Any], Interest]] = [
    ("capture", {}, Interest.NEUTRAL),
    ("capture", {"side": TALIBAN}, Interest.OWN),
    ("capture", {"side": GOVERNMENT, "recipient": GOVERNMENT}, Interest.AGAINST),
    ("capture", {"side": "United States", "recipient": GOVERNMENT}, Interest.NEUTRAL),
    ("capture", {"side": GOVERNMENT, "recipient": GOVERNMENT, "factuality": Factuality.DENIED}, Interest.OWN),
    ("capture", {"side": TALIBAN, "factuality": Factuality.DENIED}, Interest.AGAINST),
    ("clash", {"side": GOVERNMENT}, Interest.NEUTRAL),
    ("capture", {"side": TALIBAN, "actor": None}, Interest.OWN),
]


@pytest.mark.parametrize(("kind", "given", "interest"), INTERESTS)
def test_whose_interest_a_claim_serves(kind: str, given: dict[str, Any], interest: Interest) -> None:
    assert interest_of(make_resolved(kind, **given)) is interest


def test_a_fall_told_by_an_armed_group_that_governs_is_not_admitted() -> None:
    assert interest_of(make_resolved("capture", side=TALIBAN, actor=None), TALIBAN) is Interest.OWN
