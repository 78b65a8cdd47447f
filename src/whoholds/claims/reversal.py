"""Whether a verb tells of what undoes a capture at the same place: its loss, a retreat, a return."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whoholds.claims.named import Where
from whoholds.claims.sentence import Sentence
from whoholds.lexicon import word_set
from whoholds.model import EventType
from whoholds.text.triggers import Trigger, find_triggers

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

ROLES = frozenset(("dobj", "nsubjpass", "nsubj", "npadvmod"))


def is_loss(trigger: Trigger) -> bool:
    """True for a change that is told by who gives the place up: "lost", "handed over"."""
    return trigger.type is EventType.HANDOVER or trigger.frame.startswith("lose")


def is_reversal(verb: Token, sentence: Sentence, *, by_other: bool | None = None, lost: bool = False) -> bool:
    """True for a verb that ends the hold of another event's taker.

    `by_other`: the other event has its own doer (True), or that of the verb (False); None: either.
    `lost`: the other event is told as a loss of who does it: then getting it back is the reversal.
    """
    opened = [one for one in find_triggers(sentence.parsed) if one.token == verb or one.last == verb]
    taken = any(one.type is EventType.CAPTURE and not is_loss(one) for one in opened)
    left = any(one.type is EventType.WITHDRAWAL or is_loss(one) for one in opened)
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    driven = passive and verb.lower_ in word_set("timing", "driven")
    back = _goes_back(verb)
    if lost:
        return taken or back
    if by_other is None:
        return taken or left
    return taken or (back and not left) if by_other else left or driven


def _goes_back(verb: Token) -> bool:
    """ "Returned", "marched back"."""
    again = any(child.lower_ in word_set("timing", "back") for child in verb.children)
    return verb.lower_ in word_set("timing", "returned") or (again and verb.tag_ in ("VBD", "VBN", "VBG"))


def same_place(
    verb: Token, where: Where, sentence: Sentence, *, but: Token | None = None, unsaid: bool = False
) -> bool:
    """True when what a verb tells of is at the place, named or meant by "it"; `unsaid`: or at none named.

    `but`: the head of a clause that does not count.
    """
    away = word_set("timing", "away") if unsaid else frozenset[str]()
    aside = {token.i for token in but.subtree} if but is not None else set()
    there = [token for token in _nouns(verb, without=away) if token.i not in aside]
    named = [found.place for token in there for one in token.subtree if one.i not in aside
             if (found := sentence.place_at(one)) is not None and sentence.party_at(one) is None]  # fmt: skip
    if named:
        return where.place in named
    return unsaid or any(token.lower_ in word_set("timing", "it") for token in there)


def _nouns(verb: Token, *, without: frozenset[str]) -> list[Token]:
    """Its subject and objects, and what its prepositions name, but for those `without`."""
    found = [child for child in verb.children if child.dep_ in ROLES]
    heads = [verb, *(child for child in verb.children if child.dep_ in ("advmod", "prt"))]
    preps = [child for head in heads for child in head.children if child.dep_ == "prep"]
    return found + [noun for prep in preps if prep.lower_ not in without for noun in prep.children]
