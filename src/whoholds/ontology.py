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


@dataclass(frozen=True, slots=True)
class Party:
    """One party to a conflict. `name` is its plain name and its identity.

    `kind` is government, rebels, militia, foreign or international; `countries` the ISO codes of where it
    acts, the first of them that which it governs, if any; `aliases` words that always mean it; `demonyms`
    adjectives of its state. `state_from` and `state_until` are the first and last day on which it governed:
    armed groups that became a government, and governments that are no more.
    """

    name: str
    kind: str
    countries: tuple[str, ...]
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...] = ()
    state_from: date | None = None
    state_until: date | None = None


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
        """The party that words name, by plain name or alias, in any case; None for generic words."""
        words = words.strip()
        return self._by_alias.get(words.casefold()) or self._by_alias.get(_bare(words).casefold())

    def governments(self, country: str, on: date | None = None) -> tuple[Party, ...]:
        """The parties that govern a state (ISO 3166-1 alpha-2) on a day; armed groups from `state_from`.

        Without a day, those that are a government by kind, past ones included.
        """
        own = (party for party in self if country in party.countries[:1])
        return tuple(party for party in own if _governs(party, on))


def _bare(words: str) -> str:
    return words[4:] if words[:4].casefold() == "the " else words


def _governs(party: Party, on: date | None) -> bool:
    """True when a party is in office on a day; without a day, when it is a government by kind."""
    if on is None:
        return party.kind == "government"
    if party.kind != "government" and party.state_from is None:
        return False
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
            state_from=row.get("state_from"),
            state_until=row.get("state_until"),
        )
    except KeyError as error:
        raise DataError(f"parties.toml: the entry {row!r} lacks {error}.") from error
