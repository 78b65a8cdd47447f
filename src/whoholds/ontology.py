"""Event types with their meaning for control, and the parties of wars, from `data/ontology`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any

from whoholds.errors import DataError
from whoholds.lexicon import read_ontology
from whoholds.model import EventType

CONTROL_MEANINGS = frozenset(
    ("actor_holds", "actor_leaves", "contested", "actor_absent", "besieged", "none")
)


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


@dataclass(frozen=True, slots=True)
class Party:
    """One party to a conflict. `name` is its plain name and its identity.

    `kind` is government, rebels, militia, foreign or international; `countries` the ISO codes of where it
    acts (or governs); `aliases` words that always mean it; `generic` words that mean it where it is the
    party in focus ("insurgents"); `state_from` is the first day on which it governed its state.
    """

    name: str
    kind: str
    countries: tuple[str, ...]
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...] = ()
    generic: tuple[str, ...] = ()
    state_from: date | None = None
    state_until: date | None = None


@cache
def event_types() -> Mapping[EventType, EventMeaning]:
    """All 18 event types with their meaning. Raises `DataError` when the data is not complete."""
    rows = read_ontology("events")
    missing = [kind.value for kind in EventType if kind.value not in rows]
    if missing or len(rows) != len(EventType):
        raise DataError(f"events.toml must hold exactly the event types of the model; wrong: {missing or rows.keys()}.")
    return MappingProxyType({kind: _meaning(kind, rows[kind.value]) for kind in EventType})


def _meaning(kind: EventType, row: Mapping[str, Any]) -> EventMeaning:
    if row["control"] not in CONTROL_MEANINGS:
        raise DataError(f"events.toml: {kind.value} has the unknown meaning {row['control']!r} for control.")
    words = (row[key] for key in ("label", "definition", "example"))
    return EventMeaning(kind, row["group"], row["control"], row["change"], *words)


class Parties:
    """The parties, by any of their names."""

    def __init__(self, parties: tuple[Party, ...]) -> None:
        self._by_name = {party.name: party for party in parties}
        self._by_alias: dict[str, Party] = {}
        for party in parties:
            for alias in (party.name, *party.aliases):
                self._by_alias.setdefault(alias.casefold(), party)

    def __iter__(self) -> Iterator[Party]:
        return iter(self._by_name.values())

    def get(self, name: str) -> Party | None:
        """The party with exactly this plain name."""
        return self._by_name.get(name)

    def named(self, words: str) -> Party | None:
        """The party that the words name, by plain name or alias, whatever the case; None for generic words."""
        words = words.strip()
        return self._by_alias.get(words.casefold()) or self._by_alias.get(_bare(words).casefold())

    def governments(self, country: str, on: date | None = None) -> tuple[Party, ...]:
        """The parties that govern a state (ISO 3166-1 alpha-2), on a day where the office is dated."""
        return tuple(
            party
            for party in self
            if party.kind == "government" and country in party.countries[:1] and _in_office(party, on)
        )


def _bare(words: str) -> str:
    return words[4:] if words[:4].casefold() == "the " else words


def _in_office(party: Party, on: date | None) -> bool:
    if on is None:
        return True
    begun = party.state_from is None or party.state_from <= on
    return begun and (party.state_until is None or on <= party.state_until)


@cache
def parties() -> Parties:
    """The built-in parties. Raises `DataError` when an entry lacks its name, kind or countries."""
    rows = read_ontology("parties").get("party", [])
    return Parties(tuple(_party(row) for row in rows))


def _party(row: Mapping[str, Any]) -> Party:
    try:
        return Party(
            name=row["name"],
            kind=row["kind"],
            countries=tuple(row["countries"]),
            aliases=tuple(row.get("aliases", ())),
            demonyms=tuple(row.get("demonyms", ())),
            generic=tuple(row.get("generic", ())),
            state_from=row.get("state_from"),
            state_until=row.get("state_until"),
        )
    except KeyError as error:
        raise DataError(f"parties.toml: the entry {row!r} lacks {error}.") from error
