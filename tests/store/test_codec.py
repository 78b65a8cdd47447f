from __future__ import annotations

import json

from hypothesis import given
from nouns import claims, coded, extractions, places

from whoholds.model import Claim, Coded, EventType, Extraction, Place, Span
from whoholds.store import codec


@given(claims())
def test_a_claim_comes_back_as_it_was(claim: Claim) -> None:
    assert codec.claim_from_json("r", json.loads(codec.to_text(codec.claim_to_json(claim)))) == claim


@given(claims())
def test_a_claim_keeps_its_key(claim: Claim) -> None:
    assert codec.claim_from_json("r", json.loads(codec.to_text(codec.claim_to_json(claim)))).key == claim.key


@given(coded)
def test_coded_values_come_back(values: Coded) -> None:
    assert codec.coded_from_json(json.loads(codec.to_text(codec.coded_to_json(values)))) == values


@given(places)
def test_a_place_comes_back(place: Place) -> None:
    assert codec.place_from_json(json.loads(codec.to_text(codec.place_to_json(place)))) == place


@given(extractions("r"))
def test_what_else_was_told_comes_back(read: Extraction) -> None:
    row = json.loads(codec.to_text(codec.others_to_json(read.silences, read.retractions, read.unread)))
    assert codec.silences_from_json("r", row) == read.silences
    assert codec.retractions_from_json("r", row) == read.retractions
    assert codec.unread_from_json("r", row) == read.unread


def test_what_is_at_its_default_is_left_out() -> None:
    claim = Claim("r", EventType.CAPTURE, Span(0, 10))
    assert codec.claim_to_json(claim) == {"type": "capture", "quote": [0, 10]}
