"""Armed people told by whose side they take: "pro-government militiamen", "pro-Haftar forces"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from whoholds.lexicon import read_ontology
from whoholds.model import Span
from whoholds.ontology import Parties, Party, parties
from whoholds.persons import persons


class Favouring(NamedTuple):
    """Armed people with the party that they side with: None for the government of the land.

    `abroad`: the party is a state, whose own arms they are not ("pro-Iranian fighters").
    """

    span: Span
    party: str | None
    abroad: bool = False


def find_favouring(text: str) -> Iterator[Favouring]:
    """All armed people with "pro-" before them, of whom the word behind it tells whose side they take."""
    for match in _pattern().finditer(text):
        span, whom = Span(*match.span()), match["whom"]
        if whom.lower() in _states():
            yield Favouring(span, None)
        elif (person := next((one for one in persons() if whom in one.names), None)) is not None:
            yield Favouring(span, person.party)
        elif (party := _called(whom, parties())) is not None:
            yield Favouring(span, party.name, abroad=not party.is_group)


def _called(whom: str, known: Parties) -> Party | None:
    """The party that a name or the adjective of a state means."""
    return known.named(whom) or next((one for one in known if whom in one.demonyms), None)


@cache
def _pattern() -> re.Pattern[str]:
    people = "|".join(read_ontology("party_words")["favouring"]["people"])
    states = "|".join(_states())
    return re.compile(rf"(?<![\w-])[Pp]ro-(?P<whom>{states}|[A-Z][\w'’]+) (?:[a-z]+ )?(?:{people})\b(?!-)")


@cache
def _states() -> frozenset[str]:
    return frozenset(read_ontology("party_words")["favouring"]["state"])
