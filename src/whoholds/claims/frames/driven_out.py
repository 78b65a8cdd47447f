"""Frames of who is driven out of a place, by whom."""

from __future__ import annotations

from whoholds.claims.frames.slots import Slots, after, doers, forces, may_act, owners, patients, places
from whoholds.claims.frames.undone import expelled_taker, follows_a_taking, is_of_the_taker, taken_here
from whoholds.claims.sentence import Sentence
from whoholds.text.syntax import is_passive, surface_subject
from whoholds.text.triggers import Trigger


def drive_out(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """drive Y out of X: the subject takes X; or Y, who had just taken it, was driven out."""
    verb = trigger.token
    losers = tuple(n for n in patients(verb) if may_act(n, sentence))
    over = surface_subject(verb) if not losers and is_passive(verb) else None
    losers = (over,) if over is not None and may_act(over, sentence) else losers  # "only to be driven out"
    taken = tuple(p for p in places(after(verb, "of", "from"), sentence) if p not in losers)
    if losers and not taken and is_passive(verb) and is_of_the_taker(verb, sentence):
        here = taken_here(verb, sentence)
        slots = Slots(trigger.type, doers(verb), losers, here, strict=bool(here))
        return slots if follows_a_taking(verb, sentence) else None
    if not taken and (takers := expelled_taker(verb, losers, sentence)):
        here = taken_here(verb, sentence)
        return Slots(trigger.type, doers(verb), takers, here, strict=bool(here))
    by = forces(agents := after(verb, "by") if verb.tag_ == "VBG" else (), sentence)  # "expelling them by Y"
    if not losers or not taken or (agents and not by):
        return None
    return Slots(trigger.type, by or doers(verb), losers, taken, strict=True)


def drive_out_noun(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """the expulsion of Y from X (by Z)."""
    noun = trigger.token
    losers = forces(after(noun, "of"), sentence)
    links = (noun, *losers)
    taken = tuple(
        n for link in links for n in after(link, "from") if sentence.is_place(n) and n not in losers
    )
    actor = (*after(noun, "by"), *forces((n for n in owners(noun) if n.dep_ == "poss"), sentence))
    return Slots(trigger.type, actor, losers, taken, strict=True) if losers and taken else None
