"""Event types with their meaning for control, and the parties of wars, from `data/ontology`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from whoholds.errors import DataError
from whoholds.lexicon import read_ontology
from whoholds.model import EventType
from whoholds.party_list import Parties, Party, parties

__all__ = ["CONTROL_MEANINGS", "EventMeaning", "Parties", "Party", "event_types", "parties"]

CONTROL_MEANINGS = frozenset(("actor_holds", "actor_leaves", "contested", "actor_absent", "besieged", "none"))


@dataclass(frozen=True, slots=True)
class EventMeaning:
    """What one event type says: its type group for fusing, its meaning for control, words for people."""

    type: EventType
    group: str
    control: str
    change: bool
    label: str
    definition: str
    example: str


@cache
def event_types() -> Mapping[EventType, EventMeaning]:
    """All 18 event types with their meaning. Raises `DataError` when the data is not complete."""
    rows = read_ontology("events")
    missing = [kind.value for kind in EventType if kind.value not in rows]
    if missing or len(rows) != len(EventType):
        raise DataError(
            f"events.toml must hold exactly the event types of the model; wrong: {missing or rows.keys()}."
        )
    return MappingProxyType({kind: _meaning(kind, rows[kind.value]) for kind in EventType})


def _meaning(kind: EventType, row: Mapping[str, Any]) -> EventMeaning:
    if row["control"] not in CONTROL_MEANINGS:
        raise DataError(f"events.toml: {kind.value} has the unknown meaning {row['control']!r} for control.")
    words = (row[key] for key in ("label", "definition", "example"))
    return EventMeaning(kind, row["group"], row["control"], row["change"], *words)
