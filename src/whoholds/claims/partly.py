"""What is denied only of the whole, said of neither, or held for a part of each day: nobody's plain hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from whoholds.claims.borders import TAKING
from whoholds.claims.frames.slots import Slots
from whoholds.claims.meant import AREAS
from whoholds.claims.nouns import is_locality
from whoholds.claims.sentence import Sentence
from whoholds.lexicon import word_set
from whoholds.model import EventType, Factuality
from whoholds.text.syntax import is_verb, prepositions
from whoholds.text.triggers import Trigger

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

LOSSES = ("fall", "fall_noun", "lose", "lose_pair")
HOLDING = (*TAKING, EventType.HOLD, EventType.SIEGE)


def why_partly(trigger: Trigger, slots: Slots, sentence: Sentence) -> str | None:
    """Why a hold or taking is no claim here: told of one part of the day, of neither of two, or of some
    districts of a province that are not named; else None."""
    if slots.type in (*TAKING, EventType.HOLD) and any(_is_few_of(noun, sentence) for noun in slots.place):
        return "said of a few of its districts, which are not named"
    if slots.type in TAKING and is_neither(slots):
        return "said of neither"
    if slots.type in (*TAKING, EventType.HOLD) and (cue := _for_short(trigger)) is not None:
        return f"held for a short while (“{cue.text}”)"
    if slots.type is EventType.HOLD and (cue := _part_of_day(trigger, slots)) is not None:
        return f"held for a part of each day (“{cue.text}”)"
    return None


def _is_few_of(noun: Token, sentence: Sentence) -> bool:
    """ "Three of Ghor's ten districts", "two of the districts of Ghor": of a number of them."""
    if noun.tag_ != "CD":
        return False
    of = (pieces for link, pieces in prepositions(noun) if link == "of" and pieces.tag_ == "NNS")
    pieces = next((one for one in of if is_locality(one.text, "settlement", "area")), None)
    around = [] if pieces is None else [*pieces.children, *(n for _, n in prepositions(pieces))]
    named = (sentence.place_at(one) for one in around)
    return any(mention is not None and mention.place.kind in AREAS for mention in named)


def _for_short(trigger: Trigger) -> Token | None:
    """ "Briefly captured it": it holds it no longer; where the same sentence does not tell how that ended."""
    if trigger.token.dep_ == "acl":
        return None  # "Djibo, briefly captured by them, is calm": told of before
    later = {token.lower_ for token in list(trigger.token.doc)[trigger.token.i :]}
    if not later.isdisjoint(_words("ended")):
        return None
    beside = [*trigger.token.children, *trigger.last.children]
    return next((one for one in beside if one.lower_ in _words("short")), None)


def is_neither(slots: Slots) -> bool:
    """ "Neither the army nor the rebels": two who did not do it."""
    firsts = (noun.head if noun.dep_ == "conj" else noun for noun in slots.actor)
    return any(child.lower_ == "neither" and child.i < noun.i for noun in firsts for child in noun.children)


def is_denied_of_whole(trigger: Trigger, slots: Slots, value: Factuality) -> bool:
    """ "Does not control all of it", "is not fully in their hands": whether they hold some of it is not told.

    "Not at all" denies it altogether; whoever "has not lost all of it" still holds it.
    """
    if value is not Factuality.DENIED or slots.type not in HOLDING or trigger.frame in LOSSES:
        return False
    around = list(_around(trigger, slots))
    return any(_is_whole(word) for word in around)


def _around(trigger: Trigger, slots: Slots) -> Iterator[Token]:
    """The words beside the trigger's verb and noun, and those of how much of the place."""
    for token in (trigger.token, trigger.last):
        yield from token.children
        if token.dep_ == "pobj":  # "fully under the control of"
            yield from (token.head, *token.head.children, *token.head.head.children)
    for noun in slots.place:
        over = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
        yield from (noun, *noun.children, over, *over.children)


def _is_whole(word: Token) -> bool:
    """ "Fully", "the whole", "all of"; not "at all"."""
    if word.lower_ not in _words("whole"):
        return False
    return word.head.lower_ != "at" and not (word.i and word.nbor(-1).lower_ == "at")


def _part_of_day(trigger: Trigger, slots: Slots) -> Token | None:
    """ "By night", "during the day", "after dark", under the hold or what it holds; "by day" anywhere."""
    clause = trigger.token
    while not is_verb(clause) and clause.head is not clause:
        clause = clause.head
    heads = (trigger.token, trigger.last, clause, *slots.place)
    for link, noun in (found for head in heads for found in prepositions(head)):
        if link in _words("by") and noun.lower_ in _words("hours") and not _is_dated(noun):
            return noun
    for word in trigger.token.doc[1:]:
        if word.lower_ in _words("hours") and word.nbor(-1).lower_ == "by":
            return word
    return None


def _is_dated(noun: Token) -> bool:
    """ "During the night of Sunday", "by Monday night": of one day."""
    described = (child for child in noun.children if child.dep_ not in ("det", "punct"))
    return any(child.dep_ != "cc" for child in described) and noun.dep_ != "conj"


def _words(key: str) -> frozenset[str]:
    return word_set("frames", "partly", key)
