"""How much of a place a change reaches: "is partly controlled", "began to withdraw", "some fighters left"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whoholds.claims.frames import Slots
from whoholds.claims.named import Where
from whoholds.claims.nouns import counted
from whoholds.lexicon import word_set
from whoholds.model import EventType, Precision
from whoholds.text.syntax import is_verb
from whoholds.text.triggers import Trigger

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

UNFINISHED = (EventType.WITHDRAWAL, EventType.HANDOVER, EventType.CAPTURE)  # where it has only begun
BE = ("is", "are", "was", "were", "be", "'s", "'re")


def how_much(trigger: Trigger, slots: Slots, where: Where) -> Precision:
    """A part, where it is "partly controlled", where only some have left, or where it has only begun."""
    if where.precision is not Precision.EXACT:
        return where.precision
    some = any(child.lower_ in word_set("frames", "partly", "some") for child in trigger.token.children)
    leaves = slots.type is EventType.WITHDRAWAL and slots.ended is None
    if leaves and any(map(_are_some, slots.actor)):
        return Precision.PART
    if slots.type in UNFINISHED and slots.ended is None and _is_begun(trigger.token):
        return Precision.PART
    if slots.type is EventType.HANDOVER and _goes_on(trigger.token):
        return Precision.PART
    return Precision.PART if some else where.precision


def _is_begun(token: Token) -> bool:
    """ "Began withdrawing", "has started to pull out"; "the withdrawal began"."""
    over = token.head
    inner = token.dep_ in ("xcomp", "ccomp") if is_verb(token) else token.dep_ in ("nsubj", "dobj")
    return inner and is_verb(over) and over.lower_ in word_set("frames", "some_left", "begin")


def _goes_on(token: Token) -> bool:
    """ "Is handing over", "is being handed over"."""
    helping = {child.lower_ for child in token.children if child.dep_ in ("aux", "auxpass")}
    return "being" in helping or (token.tag_ == "VBG" and not helping.isdisjoint(BE))


def _are_some(noun: Token) -> bool:
    """ "Some fighters", "hundreds of soldiers", "a battalion", "two brigades"; not "the last fighters"."""
    head = counted(noun)
    words = {child.lower_ for child in (*noun.children, *head.children)}
    if words & word_set("frames", "some_left", "all"):
        return False
    many = head.lower_ in word_set("frames", "some_left") or noun.lower_ in word_set("frames", "some_left")
    few = bool(words & word_set("frames", "some_left"))
    unit = noun.lower_ in word_set("frames", "some_left", "units")
    counted_out = any(child.dep_ == "nummod" or child.lower_ in ("a", "an") for child in noun.children)
    return many or few or (unit and counted_out)
