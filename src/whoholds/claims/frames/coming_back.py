"""Frames of forces that return: "returned to X"; or, a taking just told, "but Y returned at night"."""

from __future__ import annotations

from whoholds.claims.frames.bystanders import is_of_bystanders
from whoholds.claims.frames.slots import Slots, after, forces
from whoholds.claims.frames.undone import follows_a_taking, taken_here
from whoholds.claims.sentence import Sentence
from whoholds.text.said import children
from whoholds.text.triggers import Trigger
from whoholds.text.verbs import is_negated


def come_back(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """Y returned to X; "Z took X but Y returned": a force that is told to."""
    verb = trigger.token
    who = forces(children(verb, "nsubj"), sentence)
    if not who or is_negated(verb) or is_of_bystanders(who[0], sentence) or children(verb, "dobj"):
        return None
    to = after(verb, "to", "into")
    named = tuple(noun for noun in to if sentence.names_place(noun) and not sentence.is_force(noun))
    if named:
        return Slots(trigger.type, who, (), named, strict=True)
    told_on = verb.dep_ == "conj" and not to and follows_a_taking(verb, sentence)
    here = taken_here(verb, sentence) if told_on else ()
    return Slots(trigger.type, who, (), here, strict=True) if here else None
