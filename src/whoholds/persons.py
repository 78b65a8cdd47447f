"""Persons in public office whose name alone tells for which party they speak, from `persons.toml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from whoholds.errors import DataError
from whoholds.lexicon import read_ontology, word_set
from whoholds.ontology import parties

BEFORE = re.compile(r"(\w[\w'.-]*) $")
AFTER = re.compile(r"['’]s? (?P<next>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Person:
    """A holder of public office. `names`: what is enough to know the person by, the whole name among them.

    `since` and `until` are the first and last day of speaking for `party`, None where open.
    """

    name: str
    names: tuple[str, ...]
    party: str
    office: str
    reference: str
    since: date | None = None
    until: date | None = None

    def speaks(self, on: date | None) -> bool:
        """True when the person speaks for the party on a day; without a day, while still in office."""
        if on is None:
            return self.until is None
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)


@cache
def persons() -> tuple[Person, ...]:
    """All persons of the list. Raises `DataError` where an entry lacks a field or names an unknown party."""
    return tuple(_person(row) for row in read_ontology("persons")["person"])


def _person(row: Mapping[str, Any]) -> Person:
    try:
        names = (row["name"], *(name for name in row["names"] if name != row["name"]))
        made = Person(
            row["name"], names, row["party"], row["office"], row["reference"],
            since=row.get("since"), until=row.get("until"),
        )  # fmt: skip
    except KeyError as error:
        raise DataError(f"persons.toml: an entry lacks {error}: reinstall whoholds.") from error
    if parties().get(made.party) is None:
        raise DataError(f"persons.toml: {made.name} speaks for the unknown party {made.party!r}.")
    return made


def party_of_person(said: str, on: date | None) -> str | None:
    """The plain name of the party for which the person in a claimer's words speaks on a day; None for others.

    The person is the speaker, or the one whose office speaks: "Putin's defence minister", "a spokesman for
    Haftar"; not one whom the speaker is only near to: "Assad's brother", "critics of Erdogan".
    """
    words = {word.strip(".,'").lower() for word in said.split()}
    for person in persons():
        if person.speaks(on) and any(_speaks(name, said, words, _first(person)) for name in person.names):
            return person.party
    return None


def party_of_office(office: str, text: str, on: date | None) -> str | None:
    """The party of the person last named in a text who holds an office: "Putin …" for "the president"."""
    held = (p for p in persons() if p.speaks(on) and office in p.office.split())
    found = ((at.start(), p.party) for p in held for name in p.names for at in _named(name).finditer(text))
    return max(found, default=(0, None), key=lambda one: one[0])[1]


@cache
def _named(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")


def _first(person: Person) -> frozenset[str]:
    """The first names of a person, as they stand before every spelling of the surname."""
    return frozenset(name.split()[0] for name in person.names if " " in name)


def _speaks(name: str, said: str, words: set[str], first: frozenset[str]) -> bool:
    found = _named(name).search(said)
    if found is None:
        return False
    speaking = word_set("sides", "speaking") | word_set("sides", "official")
    owned = AFTER.match(said, found.end())
    if owned is not None:
        return not speaking.isdisjoint(owned["next"].lower().split())
    before = BEFORE.search(said, 0, found.start())
    if before is None:
        return said[: found.start()].strip(" \"“”'") == "" or said[: found.start()].endswith((", ", "("))
    title = before[1].lower().strip(".")
    if before[1][0].isupper():
        return title in speaking | word_set("sides", "titles") or " " in name or before[1] in first
    return title in speaking | word_set("sides", "titles") or not speaking.isdisjoint(words)
