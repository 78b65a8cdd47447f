"""The words of `data/lexicon/<language>/factuality.toml`: what a word does to the event that it governs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from whoholds.lexicon import read_lexicon


class Effect(StrEnum):
    """What a word does to an event; `awaited` and `likely` ask whether the event would lie in the past."""

    FACT = "fact"
    DENY = "deny"
    FUTURE = "future"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    AWAITED = "awaited"
    LIKELY = "likely"


class Edge(StrEnum):
    """How the event hangs on the word: "plan to take", "plan that", "plan a capture", "plan for"."""

    INFINITIVE = "infinitive"
    GERUND = "gerund"
    CLAUSE = "clause"
    OBJECT = "object"
    PREPOSITION = "preposition"


@dataclass(frozen=True, slots=True)
class Governor:
    """A word that governs events: its effect, and the edges over which it has it."""

    lemma: str
    effect: Effect
    edges: frozenset[Edge]
    prepositions: frozenset[str] = frozenset()
    passive_only: bool = False
    present_only: bool = False
    unowned: bool = False
    of_evidence: bool = False
    of_deeds: bool = False
    particle: str = ""

    def takes(self, edge: Edge, preposition: str = "") -> bool:
        """True when the word has its effect over this edge."""
        if edge is Edge.PREPOSITION:
            return preposition in self.prepositions
        return edge in self.edges


@cache
def governors() -> Mapping[tuple[str, str], tuple[Governor, ...]]:
    """Governors by (tag letter, form). Raises `DataError` when the word list cannot be read."""
    table: dict[tuple[str, str], tuple[Governor, ...]] = {}
    for row in read_lexicon("en", "factuality")["cue"]:
        forms = row["forms"].split()
        governor = _governor(forms[0], row)
        for form in dict.fromkeys(forms):
            key = (row["tag"], form)
            table[key] = (*table.get(key, ()), governor)
    return table


@cache
def word_set(table: str, key: str) -> frozenset[str]:
    """One blank-separated list of the factuality word list, as a set."""
    return frozenset(read_lexicon("en", "factuality")[table][key].split())


def _governor(lemma: str, row: Mapping[str, Any]) -> Governor:
    edges = set() if row.get("preposition_only") else set(Edge) - {Edge.PREPOSITION}
    for flag, only in (("infinitive", Edge.INFINITIVE), ("gerund", Edge.GERUND), ("clause", Edge.CLAUSE)):
        if row.get(f"{flag}_only"):
            edges = {only}
    if row.get("object") is False:
        edges.discard(Edge.OBJECT)
    if row.get("object_too"):
        edges.add(Edge.OBJECT)
    return Governor(
        lemma=lemma,
        effect=Effect(row["effect"]),
        edges=frozenset(edges),
        prepositions=frozenset(row.get("of", "").split()),
        passive_only=row.get("passive_only", False),
        present_only=row.get("present_only", False),
        unowned=row.get("unowned", False),
        of_evidence=row.get("of_evidence", False),
        of_deeds=row.get("of_deeds", False),
        particle=row.get("particle", ""),
    )
