"""Event types with their meaning for control, and the parties of wars, from `data/ontology`."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from whoholds.errors import DataError
from whoholds.lexicon import read_ontology
from whoholds.model import EventType
from whoholds.party_list import ARMED_GROUPS, Parties, Party
from whoholds.party_list import parties as parties_now

__all__ = [
    "ARMED_GROUPS",
    "CONTROL_MEANINGS",
    "EventMeaning",
    "Parties",
    "Party",
    "event_types",
    "parties",
    "parties_held",
]

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


class _Held(threading.local):
    """The parties that count until the end of a question, once they were asked for; None outside of one."""

    parties: list[Parties] | None = None


_held = _Held()


def parties() -> Parties:
    """The built-in parties, with those of the user's own file (`party_list.parties`)."""
    held = _held.parties
    if held:
        return held[0]
    found = parties_now()
    if held is not None:
        held.append(found)
    return found


@contextmanager
def parties_held() -> Iterator[None]:
    """Until its end, in this thread, the parties are those that are known when they are first asked for: a
    question has the same ones from first to last, and does not look for a file of them at every claim."""
    before = _held.parties
    _held.parties = before if before is not None else []
    try:
        yield
    finally:
        _held.parties = before


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
