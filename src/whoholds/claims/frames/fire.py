"""Frames of fire from afar: air strikes, shelling, explosions."""

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
    subjects_over,
    targets,
    victims,
)
from whoholds.claims.sentence import Sentence
from whoholds.lexicon import word_set
from whoholds.model import EventType
from whoholds.text.syntax import is_passive, is_verb
from whoholds.text.triggers import Trigger, lemma_of

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

AIMED = ("on", "against", "in", "at", "near")


def strike_noun(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """air strikes by Y on X; "strikes" alone only with aircraft, or with who strikes and what is struck."""
    noun = trigger.token
    verb = noun.head
    own = forces((*owners(noun), *after(noun, "by", "from")), sentence)
    if is_verb(verb) and noun.dep_ in ("dobj", "nsubjpass"):
        own = own or forces(doers(verb), sentence)
    aimed = (*after(noun, *AIMED, "over", "of"), *_aimed_over(noun))
    bare = trigger.lemma in ("strike", "strikes")
    if bare and not sentence.mentions("bombers") and not (own and aimed):
        return None
    where = targets(aimed, sentence)
    return Slots(trigger.type, own, victims(aimed, where, sentence), where)


def _aimed_over(noun: Token) -> tuple[Token, ...]:
    """What the verb over a noun of fire says is hit: "strikes hit X", "carried out strikes on X"."""
    verb = noun.head
    if is_verb(verb) and noun.dep_ in ("dobj", "nsubjpass"):
        return after(verb, *AIMED)
    if is_verb(verb) and noun.dep_ in ("nsubj", "agent", "pobj"):
        return (*patients(verb), *after(verb, "in", "on", "near"))
    if noun.dep_ == "pobj" and is_verb(verb.head):
        return (*patients(verb.head), *after(verb.head, "in", "on", "near"))
    return ()


def strike(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """planes hit X; rockets hit X; the rebels hit X with rockets: what strikes says if it is from the air."""
    strikers = doers(trigger.token)
    arms_used = after(trigger.token, "with") if forces(strikers, sentence) else ()
    strikers = (*strikers, *arms_used)
    for kind, arms in ((EventType.AIRSTRIKE, "bombers"), (EventType.SHELLING, "artillery")):
        if any(sentence.is_kind(noun, arms) for noun in strikers):
            slots = _fired(trigger, sentence, kind)
            named = (noun for noun in strikers if noun not in arms_used)
            own = forces((o for noun in named for o in (noun, *owners(noun))), sentence)
            return replace(slots, actor=own) if slots.place or slots.recipient else None
    return None


def bomb(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """bomb X is from the air; "bombard" only when aircraft are named."""
    verb = trigger.token
    aerial = sentence.mentions("bombers") or trigger.lemma != "bombard"
    slots = _fired(trigger, sentence, EventType.AIRSTRIKE if aerial else EventType.SHELLING)
    return slots if doers(verb) or slots.place or slots.recipient else None


def shell(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """shell X: from the air when only aircraft are named."""
    found = patients(trigger.token)
    aerial = sentence.mentions("bombers") and not sentence.mentions("artillery")
    slots = _fired(trigger, sentence, EventType.AIRSTRIKE if aerial else trigger.type)
    if trigger.lemma == "pound" and not found:
        return None
    return slots if slots.place or forces(found, sentence) else None


def _fired(trigger: Trigger, sentence: Sentence, kind: EventType) -> Slots:
    """The subject fires at the object, or at what stands around the verb."""
    verb = trigger.token
    found = patients(verb)
    where = targets(found, sentence) or locatives(verb, sentence)
    return Slots(kind, doers(verb), victims(found, where, sentence), where)


def shelling_noun(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """shelling of X by Y; a bombardment is from the air when aircraft are named."""
    noun = trigger.token
    verb = noun.head
    own = forces((*owners(noun), *after(noun, "by", "from")), sentence)
    where = locatives(noun, sentence)
    if is_verb(verb):
        where = where or locatives(verb, sentence)
        if noun.dep_ == "dobj":
            own = own or forces(doers(verb), sentence)
    if not where and noun.dep_ == "pobj" and noun.head.lower_ == "under":
        where = places(subjects_over(noun.head), sentence)
    aerial = trigger.lemma in ("bombardment", "barrage") and sentence.mentions("bombers")
    return Slots(EventType.AIRSTRIKE if aerial else trigger.type, own, (), where)


def fire_pair(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """fire rockets at X."""
    verb = trigger.token
    where = places(after(verb, "at", "on", "into", "in", "towards"), sentence)
    return Slots(trigger.type, doers(verb), (), where)


def shells_fall(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """shells fell on X, rockets slammed into X."""
    verb = trigger.token
    if not {lemma_of(noun.text) for noun in subjects(verb)} & word_set("frames", "falling"):
        return None
    where = locatives(verb, sentence) or targets(after(verb, "into", "onto"), sentence)
    return Slots(trigger.type, (), (), where, strict=True) if where else None


def explode(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """a bomb exploded in X; Y blew up a bridge is destruction."""
    verb = trigger.token
    found = patients(verb)
    where = locatives(verb, sentence)
    if trigger.lemma == "blow up" and any(sentence.is_kind(n, "buildings") for n in found):
        return Slots(EventType.DESTRUCTION, doers(verb), (), where)
    words = {lemma_of(n.text) for n in (*subjects(verb), *found)}
    if trigger.lemma in ("go off", "blast") and not words & word_set("frames", "explosives"):
        return None
    if words & word_set("frames", "explosives", "unrest"):
        return None  # "fighting exploded"
    return Slots(trigger.type, () if is_passive(verb) else forces(doers(verb), sentence), (), where)


def blast_noun(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """an explosion in X; a bombing is an air strike when aircraft are named."""
    noun = trigger.token
    verb = noun.head
    where = locatives(noun, sentence)
    if trigger.lemma == "bombing" and sentence.mentions("bombers"):
        return Slots(EventType.AIRSTRIKE, forces(owners(noun), sentence), (), where)
    if noun.tag_ == "NN" and noun.dep_ == "compound":
        return None
    where = where or (locatives(verb, sentence) if is_verb(verb) else ())
    return Slots(trigger.type, after(noun, "by"), (), where)
