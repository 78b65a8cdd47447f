"""The verb after the name of a party: "Taliban holds", "Tuareg rebels hold"."""

from __future__ import annotations

from functools import cache

from whoholds.lexicon import read_ontology


def is_plural(party: str) -> bool:
    """True for a name in the plural: its last word ends like one, and it is not the name of one thing."""
    words = party.casefold().split()
    if not words or words[:2] == ["government", "of"] or party.casefold() in _singular():
        return False
    last = words[-1]
    return last in _plural() or (last.endswith("s") and not last.endswith(("ss", "us")))


def verb(party: str | None, singular: str, plural: str) -> str:
    """The form of a verb that goes with a party."""
    return plural if party is not None and is_plural(party) else singular


@cache
def _singular() -> frozenset[str]:
    return frozenset(name.casefold() for name in read_ontology("party_words")["grammar"]["singular"])


@cache
def _plural() -> frozenset[str]:
    return frozenset(read_ontology("party_words")["grammar"]["plural"])
