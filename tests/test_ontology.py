"""Event types and parties: complete, and dated where an office changed hands."""

from __future__ import annotations

from datetime import date

import pytest

from whoholds.lexicon import read_ontology
from whoholds.model import EventType
from whoholds.ontology import CONTROL_MEANINGS, event_types, parties

KINDS = {"government", "rebels", "militia", "foreign", "international"}


def test_every_event_type_has_a_meaning() -> None:
    meanings = event_types()
    assert list(meanings) == list(EventType)
    assert {meaning.control for meaning in meanings.values()} <= CONTROL_MEANINGS
    assert all(meaning.label and meaning.definition and meaning.example for meaning in meanings.values())


def test_every_party_is_whole_and_its_name_its_own() -> None:
    rows = read_ontology("parties")["party"]
    assert len({row["name"] for row in rows}) == len(rows)
    assert all(party.kind in KINDS for party in parties())
    assert all(len(code) == 2 and code.isupper() for party in parties() for code in party.countries)
    assert all(party.state_until is None or party.kind == "government" for party in parties())


NAMED = {
    "Taliban": "Taliban",
    "the taliban": "Taliban",
    "FARDC": "Congolese government",
    "  RSF ": "Rapid Support Forces",
    "rebels": None,
    "": None,
}


@pytest.mark.parametrize("words", NAMED)
def test_parties_by_any_of_their_names(words: str) -> None:
    found = parties().named(words)
    assert (found.name if found else None) == NAMED[words]


def test_a_party_by_its_plain_name_only() -> None:
    assert parties().get("M23") is not None
    assert parties().get("m23") is None


GOVERNMENTS = [
    ("AF", date(2021, 8, 8), ["Afghan government"]),
    ("AF", date(2021, 8, 15), ["Afghan government"]),
    ("AF", date(2021, 8, 16), ["Taliban"]),
    ("AF", date(2021, 9, 1), ["Taliban"]),
    ("AF", None, ["Afghan government"]),
    ("ML", date(2023, 11, 14), ["Malian government"]),
    ("LY", date(2012, 1, 1), ["Government of National Accord"]),
    ("XX", date(2021, 8, 8), []),
]


@pytest.mark.parametrize(("country", "on", "names"), GOVERNMENTS)
def test_who_governs_a_state_on_a_day(country: str, on: date | None, names: list[str]) -> None:
    assert [party.name for party in parties().governments(country, on)] == names
