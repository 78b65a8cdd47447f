"""Armed people told by where they are from or who backs them: "Chadian fighters", "Iran-backed militias"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from whoholds.lexicon import read_ontology
from whoholds.model import Span
from whoholds.text.state_words import Groups

BACKED = "backed"  # the kind of word of armed people who are backed by somebody


class Hit(NamedTuple):
    """A name or adjective of parties, by position. `state`: an adjective without a state's arms after it."""

    span: Span
    names: tuple[str, ...]
    state: bool


class Described(NamedTuple):
    """Armed people with the parties that their adjective names, and the kind of word that they are."""

    span: Span
    word: str
    names: tuple[str, ...]


def find_described(text: str, hits: Sequence[Hit]) -> Iterator[Described]:
    """Armed people whom an adjective describes, none of whom is named. `hits`: all names in the text.

    The adjective of a state before "fighters" makes them no army's.
    """
    begun = {hit.span.start: hit for hit in hits}
    for hit in hits:
        match = _backed_pattern().match(text, hit.span.end)
        if match is not None and not _names_another(hit, match.end(), begun):
            yield Described(Span(hit.span.start, match.end()), BACKED, hit.names)
        match = _people_pattern().match(text, hit.span.end) if hit.state else None
        if match is not None:
            yield Described(Span(hit.span.start, match.end()), _kinds()[match.group(1)], hit.names)


def led_end(text: str, end: int, groups: Groups) -> int | None:
    """Where "M23-led fighters" ends, given where "M23" does; None where others are named there."""
    match = _led_pattern().match(text, end)
    named = match is not None and groups.beginning_in(Span(end, match.end()))
    return match.end() if match is not None and not named else None


def _names_another(backer: Hit, end: int, begun: dict[int, Hit]) -> bool:
    """True for "US-backed Iraqi forces", "Rwanda-backed M23 rebels": it is said who they are."""
    inside = (begun[at] for at in range(backer.span.end, end) if at in begun)
    return any(not hit.state for hit in inside)


@cache
def _backed_pattern() -> re.Pattern[str]:
    words = "|".join(read_ontology("party_words")["backing"]["words"])
    return re.compile(rf"[-‑](?:{words}) (?:[\w'-]+ ){{0,2}}?(?:{_people()})\b(?!-)")


@cache
def _led_pattern() -> re.Pattern[str]:
    return re.compile(rf"[-‑]led (?:[a-z'-]+ ){{0,2}}?(?:{_people()})\b(?!-)")


def _people() -> str:
    people = read_ontology("party_words")["backing"]["people"]
    return "|".join(sorted(people, key=len, reverse=True))


@cache
def _people_pattern() -> re.Pattern[str]:
    return re.compile(rf" ({'|'.join(_kinds())})\b(?!-)")


@cache
def _kinds() -> dict[str, str]:
    """Kinds of generic words ("insurgents") by the word for armed people from a country ("militants")."""
    generic = read_ontology("party_words")["generic"]
    people = read_ontology("party_words")["nationality"]["people"]
    return {word: kind for word in people for kind, words in generic.items() if word in words}
