"""Frames of who holds a place, and of who denies that it was lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whoholds.claims.frames.slots import (
    Slots,
    after,
    doers,
    forces,
    may_act,
    owners,
    patients,
    places,
    subjects,
    subjects_over,
    targets,
)
from whoholds.claims.sentence import Sentence
from whoholds.lexicon import word_set
from whoholds.text.syntax import is_passive, is_verb
from whoholds.text.triggers import Trigger

if TYPE_CHECKING:
    from spacy.tokens import Token

CLINGING = ("hold on", "hold out", "cling")


def hold(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """hold, control, defend X: the subject holds the object."""
    verb = trigger.token
    actor = doers(verb)
    held = targets(patients(verb), sentence)
    if not held and trigger.lemma in CLINGING:
        held = after(verb, "to", "in", "at")
    if not held or (actor and not may_act(actor[0], sentence)):
        return None
    if not actor and not (is_passive(verb) and trigger.lemma in ("control", "hold", "rule")):
        return None
    return Slots(trigger.type, actor, (), held, strict=True)


def control_noun(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """X is under Y's control, in the hands of Y; Y is in control of X; "they control X" as a noun."""
    noun = trigger.token
    if noun.dep_ == "compound" and noun.i and noun.head.i > noun.i and sentence.is_force(noun.nbor(-1)):
        named = sentence.place_at(noun.head) is not None
        return Slots(trigger.type, (noun.nbor(-1),), (), (noun.head,), strict=True) if named else None
    prep = noun.head if noun.dep_ == "pobj" else None
    if prep is None or not _puts_in_control(prep):
        return _owned_control(trigger, sentence)
    own = forces((*owners(noun), *after(noun, "of")), sentence)
    held = tuple(n for n in places(after(noun, "of", "over"), sentence) if n not in own)
    if prep.lower_ == "in" and held:
        who = forces(subjects_over(prep), sentence)
        return Slots(trigger.type, who, (), held, strict=True) if who else None
    found = places(subjects_over(prep), sentence)
    if not found and not is_verb(prep.head):
        found = places((prep.head,), sentence)
    return Slots(trigger.type, own, (), found, strict=True) if found and own else None


def _owned_control(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """Taliban control of X, X's control over Y, said as something that is."""
    noun = trigger.token
    own = forces(owners(noun), sentence)
    held = tuple(n for n in places(after(noun, "of", "over"), sentence) if sentence.names_place(n))
    if trigger.lemma not in ("control", "occupation", "rule") or not own or not held:
        return None
    return Slots(trigger.type, own, (), held, strict=True)


def _puts_in_control(prep: Token) -> bool:
    if prep.lower_ == "of":
        return bool(prep.head.lower_ == "out")
    return prep.lower_ in ("under", "in", "into", "with", "out")


def hold_pair(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """have control of X; be in control (of X); remain in Y's hands."""
    verb, noun = trigger.token, trigger.last
    held = tuple(p for p in places(after(noun, "of", "over"), sentence) if not sentence.is_force(p))
    own = forces((*owners(noun), *after(noun, "of")), sentence)
    over = subjects(verb)
    if held:
        who = tuple(n for n in over if may_act(n, sentence))
        return Slots(trigger.type, who, (), held, strict=True) if who else None
    found = places(over, sentence)
    if found and own:
        return Slots(trigger.type, own, (), found, strict=True)
    who = forces(over, sentence)
    if who and not own and noun.dep_ == "pobj":
        return Slots(trigger.type, who, (), (), strict=True)
    return None


def held_adjective(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """rebel-held X."""
    token = trigger.token
    if not sentence.is_place(token.head):
        return None
    holder = token if "-" in token.text else token.nbor(-2)
    return Slots(trigger.type, (holder,), (), (token.head,), strict=True)


def deny_claim(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """X denied this: X still holds what the sentences before say it lost."""
    verb = trigger.token
    found = patients(verb)
    if not found or found[0].lower_ not in word_set("frames", "claims_denied"):
        return None
    who = doers(verb)
    told_of = any(c.dep_ in ("relcl", "acl", "prep") for c in found[0].children)
    return Slots(trigger.type, who) if who and may_act(who[0], sentence) and not told_of else None
