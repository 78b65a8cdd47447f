"""The reporting words of `data/lexicon/<language>/attribution.toml`, looked up by form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from whoholds.lexicon import read_lexicon


@dataclass(frozen=True, slots=True)
class ReportingVerb:
    """A verb that says who says so, and where what is said stands in the sentence.

    `object`: what is said may be the verb's object. `recipient`: the object is who is told. `prepositions`
    lead to what is said ("accused of"). `clause_only`: without a clause it is no report; `quote_only`:
    without a quotation; `preposition_only`: without its preposition. `channel` carries it ("Twitter").
    """

    lemma: str
    kind: str
    object: bool = False
    recipient: bool = False
    prepositions: frozenset[str] = frozenset()
    clause_only: bool = False
    quote_only: bool = False
    preposition_only: bool = False
    channel: str | None = None


@cache
def reporting_verbs() -> Mapping[str, ReportingVerb]:
    """Every form of every reporting verb. Raises `DataError` when the word list cannot be read."""
    table: dict[str, ReportingVerb] = {}
    for row in read_lexicon("en", "attribution")["verb"]:
        forms = row["forms"].split()
        verb = _verb(forms[0], row)
        table.update(dict.fromkeys(forms, verb))
    return table


@cache
def hearsay_verbs() -> frozenset[str]:
    """Plain forms of the verbs that, in the passive, report without saying who does."""
    return words("hearsay", "verbs")


@cache
def words(table: str, key: str) -> frozenset[str]:
    """One blank-separated list of the attribution word list, as a set."""
    return frozenset(read_lexicon("en", "attribution")[table][key].split())


@cache
def outlet_names() -> frozenset[str]:
    """Names of outlets and agencies, lower case."""
    return frozenset(read_lexicon("en", "attribution")["relay"]["outlets"])


@cache
def channel_names() -> Mapping[str, str]:
    """The channel that a word after "on", "in" or "via" names, by lower-case word."""
    return dict(read_lexicon("en", "attribution")["relay"]["channels"])


def _verb(lemma: str, row: Mapping[str, Any]) -> ReportingVerb:
    return ReportingVerb(
        lemma=lemma,
        kind=row["class"],
        object=row.get("object", False),
        recipient=row.get("recipient", False),
        prepositions=frozenset(row.get("of", "").split()),
        clause_only=row.get("clause_only", False),
        quote_only=row.get("quote_only", False),
        preposition_only=row.get("preposition_only", False),
        channel=row.get("channel"),
    )
