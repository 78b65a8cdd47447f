"""Frames of forces on the move, of ways closed or reopened, of what is destroyed, of truces."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from whoholds.claims.frames.slots import (
    Slots,
    after,
    doers,
    forces,
    locatives,
    owners,
    patients,
    places,
    subjects,
)
from whoholds.claims.sentence import Sentence
from whoholds.lexicon import read_lexicon, word_set
from whoholds.text.syntax import is_verb
from whoholds.text.triggers import Trigger, lemma_of

if TYPE_CHECKING:
    from whoholds.text.tokens import Token


def deploy(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """deploy forces to X; forces head to X."""
    verb = trigger.token
    moved = tuple(n for n in patients(verb) if sentence.is_force(n) or lemma_of(n.text) == "reinforcement")
    actor = doers(verb)
    own = bool(forces(actor, sentence))
    if not moved and (not own or trigger.lemma in word_set("frames", "sending")):
        return None
    to = after(verb, "to", "in", "towards", "toward", "into", "near", "around", "for", "at")
    where = places(to, sentence)
    return Slots(trigger.type, actor if own else moved, (), where, strict=True) if where else None


def deploy_noun(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """reinforcements sent to X."""
    noun = trigger.token
    verb = noun.head
    over = after(verb, "to", "in", "into", "towards", "at") if is_verb(verb) else ()
    where = places(after(noun, "to", "in", "towards") or over, sentence)
    if not where:
        return None
    actor = forces((*owners(noun), *after(noun, "of")), sentence)
    if not actor and is_verb(verb):
        actor = forces((n for n in doers(verb) if n != noun), sentence)
    return Slots(trigger.type, actor, (), where, strict=True)


def close(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """close or cut a road, border, airport, service."""
    verb = trigger.token
    found = patients(verb)
    if not found and trigger.lemma in word_set("frames", "self_moving"):
        found = subjects(verb)
    ways = tuple(n for n in found if sentence.is_kind(n, "ways"))
    if not ways:
        return None
    actor = forces((n for n in doers(verb) if n not in ways), sentence)
    return Slots(trigger.type, actor, (), places(ways, sentence) or locatives(verb, sentence))


def close_noun(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """the closure of X."""
    ways = tuple(n for n in after(trigger.token, "of") if sentence.is_kind(n, "ways"))
    return Slots(trigger.type, after(trigger.token, "by"), (), places(ways, sentence)) if ways else None


def destroy(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """destroy, burn, loot buildings and infrastructure."""
    verb = trigger.token
    if not any(sentence.is_kind(n, "buildings") for n in patients(verb)):
        return None
    where = locatives(verb, sentence)
    if not where and (forces(doers(verb), sentence) or not doers(verb)):
        where = tuple(n for n in places(patients(verb), sentence) if sentence.place_at(n) is not None)
    return Slots(trigger.type, forces(doers(verb), sentence), (), where)


def destroy_noun(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """the destruction of a bridge."""
    noun = trigger.token
    if not any(sentence.is_kind(n, "buildings") for n in after(noun, "of")):
        return None
    return Slots(trigger.type, after(noun, "by"), (), locatives(noun, sentence))


def truce(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """a ceasefire in X; the stage is read from the governing verb."""
    noun = trigger.token
    verb = noun
    while verb.head != verb and (not is_verb(verb) or _is_in_a_call(verb)):
        verb = verb.head
    if trigger.lemma == "cessation" and all(lemma_of(n.text) != "hostility" for n in after(noun, "of")):
        return None
    governed = is_verb(verb)
    actor = forces(doers(verb), sentence) if governed else ()
    between = forces(after(noun, "between", "with"), sentence)
    where = locatives(noun, sentence) or (locatives(verb, sentence) if governed else ())
    stage = lemma_of(verb.text) if governed else ""
    slots = Slots(trigger.type, actor or between[:1], between if actor else between[1:], where, stage=stage)
    refused = read_lexicon("en", "frames")["stages"].get(stage) == "refused"
    return replace(slots, refusal=verb) if refused and noun in verb.subtree else slots


def _is_in_a_call(verb: Token) -> bool:
    """ "Calling" in "refused a call calling for a ceasefire": what is done to the call tells the stage."""
    noun = verb.head
    asked = noun.lower_ in word_set("frames", "calls") and verb.dep_ in ("acl", "relcl")
    return asked and noun.dep_ in ("dobj", "nsubjpass", "conj") and is_verb(noun.head)
