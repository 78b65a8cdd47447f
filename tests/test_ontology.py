"""Event types: complete, each with its meaning."""

from __future__ import annotations

from pathlib import Path

import pytest

from whoholds.model import EventType
from whoholds.ontology import CONTROL_MEANINGS, event_types, parties, parties_held
from whoholds.party_list import OWN_FILE


def test_every_event_type_has_a_meaning() -> None:
    meanings = event_types()
    assert list(meanings) == list(EventType)
    assert {meaning.control for meaning in meanings.values()} <= CONTROL_MEANINGS
    assert all(meaning.label and meaning.definition and meaning.example for meaning in meanings.values())


def test_parties_that_are_held_stay_until_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        '[[party]]\nname = "Sky Brigade"\nkind = "militia"\ncountries = ["ML"]\n', encoding="utf-8"
    )
    with parties_held():
        first = parties()
        monkeypatch.setenv(OWN_FILE, str(own))
        with parties_held():
            assert parties() is first
        assert parties() is first
    assert parties().get("Sky Brigade") is not None
    with parties_held():
        assert parties().get("Sky Brigade") is not None
