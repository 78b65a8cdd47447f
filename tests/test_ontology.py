"""Event types: complete, each with its meaning."""

from __future__ import annotations

from whoholds.model import EventType
from whoholds.ontology import CONTROL_MEANINGS, event_types


def test_every_event_type_has_a_meaning() -> None:
    meanings = event_types()
    assert list(meanings) == list(EventType)
    assert {meaning.control for meaning in meanings.values()} <= CONTROL_MEANINGS
    assert all(meaning.label and meaning.definition and meaning.example for meaning in meanings.values())
