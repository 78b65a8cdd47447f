"""Who took over where others had just left: "the army left Kunduz and the Taliban took control"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whoholds.claims.frames.undone import taken_here
from whoholds.claims.sentence import Sentence
from whoholds.model import EventType
from whoholds.text.syntax import subject
from whoholds.text.triggers import find_triggers

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

JOINED = ("conj", "ccomp", "dep", "ROOT")


def left_to(verb: Token, sentence: Sentence) -> tuple[Token, ...]:
    """The name of the one place that another force left, earlier in the sentence; empty for any other verb.

    The verb has a force of its own as its subject, and names no other place.
    """
    taker = subject(verb)
    if taker is None or verb.dep_ not in JOINED or sentence.is_pronoun(taker) or not sentence.is_force(taker):
        return ()
    if any(sentence.place_at(token) is not None for token in verb.subtree if token.i > verb.i):
        return ()
    earlier = [one.token for one in find_triggers(sentence.parsed)
               if one.type is EventType.WITHDRAWAL and one.token.i < taker.i]  # fmt: skip
    if not any(one.tag_[0] == "V" and _are_joined(one, verb) for one in earlier):
        return ()
    leaver = next((party for one in earlier if (party := _party(subject(one), sentence))), None)
    return taken_here(verb, sentence) if leaver is None or leaver != _party(taker, sentence) else ()


def _are_joined(first: Token, verb: Token) -> bool:
    """True where the one clause stands under the other or beside it."""
    return verb.head is first or first.head is verb or first.head is verb.head


def _party(noun: Token | None, sentence: Sentence) -> str | None:
    found = sentence.party_at(noun) if noun is not None else None
    return found.name if found is not None else None
