"""Two parties that do one thing together: a claim for each (codebook 2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from whoholds.claims.frames import Slots
from whoholds.claims.noun_party import party_in
from whoholds.claims.partly import is_neither
from whoholds.claims.sentence import Sentence
from whoholds.lexicon import word_set
from whoholds.model import EventType

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

TAKEN = (EventType.CAPTURE, EventType.HANDOVER, EventType.WITHDRAWAL)
DENIED = (EventType.HOLD, EventType.WITHDRAWAL)


def one_by_one(slots: Slots, sentence: Sentence) -> Iterator[Slots]:
    """The slots once for each of the parties that enter a place, or are said to take or leave it jointly, or
    of whom neither holds or left it; else as they are."""
    named: dict[str, Token] = {}
    for noun in slots.actor:
        party = party_in(noun, sentence)
        if party is not None and party.name is not None:
            named.setdefault(party.name, noun)
    said = any(t.lower_ in word_set("sides", "jointly") for t in sentence.parsed.tokens)
    if (
        not (
            slots.type is EventType.ENTRY
            or (said and slots.type in TAKEN)
            or (slots.type in DENIED and is_neither(slots))
        )
        or len(named) < 2
        or len(named) < len(slots.actor)
    ):
        yield slots
        return
    for noun in named.values():
        yield replace(slots, actor=(noun,))
