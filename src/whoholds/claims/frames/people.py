"""Frames of what is done to people: killed, abducted, arrested, freed."""

from __future__ import annotations

from whoholds.claims.frames.slots import Slots, after, doers, forces, locatives, patients, subjects
from whoholds.claims.nouns import noun_lemma
from whoholds.claims.sentence import Sentence
from whoholds.lexicon import word_set
from whoholds.model import EventType
from whoholds.text.triggers import Trigger


def kill(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """kill, wound, abduct: civilians make an attack on civilians, fighters a clash."""
    verb = trigger.token
    if trigger.lemma in ("die", "hang"):
        return _dead(trigger, sentence)
    found = patients(verb)
    civil = tuple(n for n in found if sentence.is_civil(n))
    hit = civil or forces(found, sentence)
    kind = _by_fire(trigger, sentence) or (
        EventType.ATTACK_CIVILIANS if civil else _done_to_fighters(trigger.lemma)
    )
    if not hit or kind is None:
        return None
    where = locatives(verb, sentence) or tuple(p for noun in hit for p in locatives(noun, sentence))
    return Slots(kind, forces(doers(verb), sentence), hit, where)


def _by_fire(trigger: Trigger, sentence: Sentence) -> EventType | None:
    """What killed, where that is said: strikes that were told of, rockets, a bomb."""
    by = doers(trigger.token)[:1]
    for noun in (n for one in by for n in (one, *(c for c in one.children if c.dep_ == "compound"))):
        if sentence.is_kind(noun, "artillery") or noun.lower_ in word_set("frames", "gunfire"):
            return EventType.SHELLING
        if sentence.is_kind(noun, "bombers") or (
            noun_lemma(noun.text) in word_set("frames", "strikes")
            and sentence.memory.has_told(EventType.AIRSTRIKE)
        ):
            return EventType.AIRSTRIKE
        if noun.lower_ in word_set("frames", "explosives") and not sentence.is_force(noun):
            return EventType.EXPLOSION
    return None


def _done_to_fighters(lemma: str) -> EventType | None:
    if lemma in word_set("frames", "killing", "captive"):
        return EventType.DETENTION
    if lemma not in word_set("frames", "killing"):
        return None
    unarmed = lemma in word_set("frames", "killing", "unarmed")
    return EventType.ATTACK_CIVILIANS if unarmed else EventType.CLASH


def _dead(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """people died: the subject is who did."""
    who = subjects(trigger.token)
    if trigger.lemma == "hang" or not who:
        return None
    where = locatives(trigger.token, sentence)
    if sentence.is_force(who[0]):
        return Slots(EventType.CLASH, (), who, where)
    return Slots(EventType.ATTACK_CIVILIANS, (), who, where) if sentence.is_civil(who[0]) else None


def kill_noun(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """the massacre of civilians in X."""
    noun = trigger.token
    hit = after(noun, "of")
    if not any(sentence.is_civil(n) or sentence.is_force(n) for n in hit):
        return None
    return Slots(trigger.type, after(noun, "by"), hit, locatives(noun, sentence))


def detain(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """arrest, capture or release people; fighters who surrender."""
    verb = trigger.token
    found = patients(verb)
    if trigger.lemma == "surrender" and not found:
        who = subjects(verb)
        surrendered = bool(who) and sentence.is_force(who[0])
        return Slots(trigger.type, after(verb, "to"), who, locatives(verb, sentence)) if surrendered else None
    held = [n for n in found if sentence.is_kind(n, "prisoners")]
    people = tuple(n for n in found if n in held or sentence.is_force(n) or sentence.is_civil(n))
    people = tuple(n for n in people if not sentence.names_place(n))
    if not people or trigger.lemma == "seize" or (trigger.lemma in ("release", "free") and not held):
        return None
    return Slots(trigger.type, doers(verb), people, locatives(verb, sentence))


def take_people(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """take people hostage or captive."""
    verb = trigger.token
    return Slots(trigger.type, doers(verb), patients(verb), locatives(verb, sentence))
