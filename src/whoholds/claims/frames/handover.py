"""Frames of places that are given: handed over, surrendered, transferred."""

from __future__ import annotations

from whoholds.claims.frames.slots import Slots, after, doers, forces, is_without_fight, patients, places
from whoholds.claims.sentence import Sentence
from whoholds.lexicon import word_set
from whoholds.model import EventType
from whoholds.text.said import children
from whoholds.text.tokens import Token
from whoholds.text.triggers import Trigger


def hand_over(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """hand over X to Y: Y takes it without fighting."""
    verb = trigger.token
    given = places(patients(verb), sentence) or _after_particle(verb, sentence)
    givers = forces(doers(verb), sentence)
    if trigger.lemma == "surrender" and not patients(verb):
        given = tuple(noun for noun in doers(verb) if sentence.place_at(noun) and not sentence.is_force(noun))
        given = given if is_without_fight(verb) or forces(after(verb, "to"), sentence) else ()
    return Slots(trigger.type, after(verb, "to"), givers, given, strict=True) if given else None


def _after_particle(verb: Token, sentence: Sentence) -> tuple[Token, ...]:
    """The place of "handing over Manbij to", hung on "over" or taken for an adverb."""
    over = [child for child in verb.children if child.lower_ in ("over", "up") and child.i == verb.i + 1]
    found = [noun for child in over for noun in children(child, "pobj")]
    found += [noun for noun in children(verb, "advmod", "npadvmod") if over and noun.i > over[0].i]
    return places(found, sentence)


def handover_noun(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """the surrender of X to Y; negotiated the surrender of X to Y."""
    noun = trigger.last
    given = places(after(noun, "of"), sentence)
    begun = noun.dep_ == "dobj" and noun.head.lower_ in word_set("frames", "some_left", "begin")
    takers = after(noun, "to") or (after(noun.head, "to") if begun else ())
    givers = forces(doers(noun.head), sentence) if begun and takers else ()
    return Slots(trigger.type, takers, givers, given, strict=True) if given else None


def as_handover(slots: Slots, trigger: Trigger) -> bool:
    """True for a taking that the sentence itself says was without a fight."""
    return slots.type is EventType.CAPTURE and is_without_fight(trigger.token)
