"""Infinitives that the parser hangs on a word above the one that governs them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whoholds.text.commitment import Edge, Effect
from whoholds.text.governing import find_governor
from whoholds.text.said import children
from whoholds.text.verbs import auxiliaries, is_infinitive

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

_SUBJECTS = ("nsubj", "nsubjpass")


def object_over(verb: Token) -> Token | None:
    """ "Offensive" in "began a new offensive to take it": the object before an infinitive that governs it."""
    if verb.dep_ not in ("xcomp", "advcl") or not is_infinitive(verb):
        return None
    for noun in children(verb.head, "dobj"):
        governor = find_governor(noun, Edge.INFINITIVE) if noun.i < verb.i else None
        if governor is not None and governor.effect is Effect.FUTURE:
            return noun
    return None


def listed_after(verb: Token) -> Token | None:
    """The first of a list of infinitives, "to encircle it, cut its roads and retake it", for one of the next
    that the parser takes for a verb of its own."""
    if verb.tag_ != "VB" or auxiliaries(verb) or children(verb, *_SUBJECTS):
        return None
    before = [one for one in verb.doc[: verb.i] if is_infinitive(one)]
    first = before[-1] if before else None
    if first is None or first == verb.head or not _are_listed(first, verb):
        return None
    return first


def _are_listed(first: Token, verb: Token) -> bool:
    """True where nothing but verbs joined by commas and "and" stands between, none with a subject."""
    above = verb.head
    while above.dep_ == "conj" and above.i > first.i and not children(above, *_SUBJECTS):
        above = above.head
    return above in (first, first.head) or above.is_ancestor(first)
