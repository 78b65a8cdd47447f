"""Frames of forces that meet at a place: entry, repelled attacks, sieges, clashes, assaults."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whoholds.claims.frames.bystanders import is_of_bystanders
from whoholds.claims.frames.slots import (
    Slots,
    after,
    doers,
    forces,
    is_without_fight,
    locatives,
    may_act,
    owners,
    patients,
    places,
    subjects,
    subjects_over,
    targets,
    victims,
)
from whoholds.claims.frames.undone import taken_here
from whoholds.claims.nouns import counted, is_locality
from whoholds.claims.sentence import Sentence
from whoholds.lexicon import word_set
from whoholds.model import EventType
from whoholds.text.syntax import is_passive, is_verb, prepositions
from whoholds.text.triggers import Trigger, lemma_of
from whoholds.text.verbs import is_negated

if TYPE_CHECKING:
    from whoholds.text.tokens import Token


def enter(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """enter X, storm X, advance into X: the subject is a force; without fighting it is a handover."""
    verb = trigger.token
    actor = doers(verb)
    if not actor or not _may_move(actor[0], sentence) or sentence.is_civil(actor[0]):
        return None
    if trigger.lemma in word_set("frames", "presence") and _keeps_order(actor[0]):
        return None
    if is_of_bystanders(actor[0], sentence):
        return None
    inside = ("in",) if trigger.lemma == "reach" else ("into", "in", "inside", "through")
    found = places(patients(verb), sentence)
    if not found and trigger.lemma == "enter" and patients(verb):
        return None  # "has entered its final phase in X"
    found = found or places((*after(verb, *inside, "on", "to", "around"), *_as_far_as(verb)), sentence)
    found = found or (taken_here(verb, sentence) if _is_let_in(verb) else ())
    kind = _kind_of_entry(trigger, within=bool(places(after(verb, *inside), sentence)))
    return Slots(kind, actor, (), found, strict=True) if found else None


def _is_let_in(verb: Token) -> bool:
    """ "Soldiers left the town, allowing fighters to enter": the town that was told of before."""
    over = verb.head
    lets = verb.dep_ in ("ccomp", "xcomp") and over.lower_ in word_set("frames", "lets_in")
    return lets and not is_negated(over)


def _keeps_order(noun: Token) -> bool:
    """ "Police patrolled X", "the minister arrived in X": no force that comes into it."""
    return noun.lower_ in word_set("frames", "presence", "order")


def _may_move(noun: Token, sentence: Sentence) -> bool:
    """True for who may act, and for tanks."""
    return may_act(noun, sentence) or sentence.is_kind(noun, "armour")


def _as_far_as(verb: Token) -> tuple[Token, ...]:
    """ "advanced as far as the outskirts of X"."""
    return tuple(n for c in verb.children if c.lower_ == "far" for n in after(c, "as"))


def _kind_of_entry(trigger: Trigger, *, within: bool) -> EventType:
    """An entry; a handover without a fight; a movement when it only goes towards the place."""
    if trigger.lemma == "enter" and is_without_fight(trigger.token):
        return EventType.HANDOVER
    heads = {word for word, _ in prepositions(trigger.token)} & word_set("frames", "towards", "prepositions")
    towards = heads and not within and trigger.lemma in word_set("frames", "towards")
    return EventType.MOVEMENT if towards else trigger.type


def presence_noun(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """the presence of Y in X."""
    noun = trigger.token
    actor = forces((*after(noun, "of", "by"), *owners(noun)), sentence)
    found = places(after(noun, "in", "inside", "into", "at"), sentence)
    found = found or places((p for one in actor for p in after(one, "in", "inside", "at")), sentence)
    return Slots(trigger.type, actor, (), found, strict=True) if actor and found else None


def repel(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """repel an attack (of Y) on X; push Y back from X."""
    verb = trigger.token
    found = patients(verb)
    hostile = any(sentence.is_kind(noun, "attacks") or sentence.is_force(noun) for noun in found)
    if not hostile and not any(noun.lower_ == "them" for noun in found):
        return None
    where = list(after(verb, "from", "in", "near", "at", "outside", "to"))
    hit = [one for noun in found for one in dict.fromkeys((noun, counted(noun)))]
    where += [p for noun in hit for p in after(noun, "on", "in", "at", "against", "near")]
    by = [n for noun in hit for n in (*owners(noun), *after(noun, "by", "of"), noun)]
    return Slots(trigger.type, doers(verb), forces(by, sentence), places(where, sentence))


def besiege(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """surround X: the object is a place, or forces at one; "besieged X"."""
    verb = trigger.token
    described = verb.dep_ == "amod"
    if verb.tag_ == "VBG" and (described or _is_around_it(verb)):
        return None  # "its surrounding hills"
    found = (verb.head,) if described else patients(verb)
    if trigger.lemma == "cut off" and not _is_cut_off(found, sentence):
        return None
    around = places(found, sentence)
    inside = victims(found, around, sentence)
    actor = () if described else doers(verb)
    if (actor and not _may_move(actor[0], sentence)) or not (around or inside):
        return None
    if not actor and not described and not is_passive(verb):
        return None
    return Slots(trigger.type, actor, inside, around, strict=bool(around))


def _is_cut_off(found: tuple[Token, ...], sentence: Sentence) -> bool:
    """ "cut off the town": a place, not a road to it."""
    return any(sentence.names_place(n) and not sentence.is_kind(n, "ways") for n in found)


def _laid() -> frozenset[str]:
    return word_set("frames", "laid")


def _is_around_it(verb: Token) -> bool:
    """ "The town and surrounding areas", where the parse makes a deed of the second word."""
    noun = verb.nbor(1) if verb.i + 1 < len(verb.doc) else verb
    bare = verb.dep_ == "conj" and noun.tag_ in ("NNS", "NN") and is_locality(noun.text, "area", "settlement")
    return bare and not any(child.dep_ in ("det", "poss") for child in noun.children)


def siege_noun(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """the siege of X; X is under siege by Y."""
    noun = trigger.token
    ended = _end_of(_lasted(noun))
    if noun.dep_ in ("dobj", "nsubjpass") and lemma_of(noun.head.text) in word_set("frames", "lifting"):
        return None
    own = owners(noun)
    around = places(after(noun, "of", "on", "in"), sentence)
    if not around and noun.dep_ == "pobj" and noun.head.lower_ in ("under", "of"):
        around = places(subjects_over(noun.head), sentence)
    around = around or tuple(n for n in own if sentence.names_place(n) and not sentence.is_force(n))
    actor = (*after(noun, "by"), *victims(own, around, sentence))
    if not actor and noun.dep_ == "pobj" and is_verb(noun.head.head):
        actor = forces(after(noun.head.head, "by"), sentence)  # "has been under siege by the army"
    if not actor and noun.dep_ in ("dobj", "nsubjpass") and lemma_of(noun.head.text) in _laid():
        actor = forces(doers(noun.head), sentence)
    if trigger.lemma != "siege" and not around and not actor:
        return None
    if ended is not None and not around and ended.tag_ != "VBG":
        return None  # but "reached the town, ending the siege"
    return Slots(trigger.type, actor, (), around, strict=bool(around), ended=ended)


def _lasted(siege: Token) -> Token:
    """The months of "ending months of siege"; else the siege."""
    over = siege.head.head if siege.dep_ == "pobj" and siege.head.lower_ == "of" else siege
    return over if over.lower_ in word_set("frames", "lifted", "lasting") else siege


def _end_of(siege: Token) -> Token | None:
    """The word that says that a siege is over: "was lifted", "broke the siege", "the siege has ended"."""
    verb = siege.head
    if siege.dep_ in ("dobj", "nsubjpass", "nsubj") and lemma_of(verb.text) in word_set("frames", "lifted"):
        bare = (verb.tag_ == "VBN" or verb.lower_ == "broken") and not any(
            child.dep_ in ("aux", "dobj") for child in verb.children
        )
        alone = bare or lemma_of(verb.text) in word_set("frames", "lifted", "alone")  # "Siege of X broken"
        own = siege.dep_ == "nsubj" and not alone
        return None if own else verb
    if siege.dep_ == "nsubj" and any(
        c.lower_ == "over" and c.dep_ in ("advmod", "acomp", "prep") for c in verb.children
    ):
        return verb
    over = verb.head if siege.dep_ == "pobj" and verb.lower_ in ("of", "to") else None
    return over if over is not None and over.lower_ in word_set("frames", "lifted", "nouns") else None


def fight(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """fight, battle, clash: the subject is a force, or the opponent is."""
    verb = trigger.token
    if verb.dep_ == "pcomp" and verb.head.lower_ == "without":
        return None
    actor = doers(verb)
    against = forces((*patients(verb), *after(verb, "with", "against")), sentence)
    if not against and (not any(may_act(noun, sentence) for noun in actor) or sentence.is_civil(actor[0])):
        return None
    return Slots(trigger.type, actor, against, locatives(verb, sentence))


def exchange_fire(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """Y and Z exchanged fire in X."""
    verb = trigger.token
    where = locatives(verb, sentence) or locatives(trigger.last, sentence)
    return Slots(trigger.type, doers(verb), forces(after(verb, "with"), sentence), where)


def fight_noun(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """fighting in X between Y and Z."""
    noun = trigger.token
    if _has_stopped(noun) or (noun.dep_ == "compound" and noun.text.istitle() and noun.i):
        return None  # an end of it; "the Fighting Irish"
    sides = forces((*owners(noun), *after(noun, "between", "by", "of")), sentence)
    against = forces(after(noun, "with", "against"), sentence)
    if not (sides or against) and noun.dep_ == "nsubj" and is_verb(noun.head):
        sides = forces(after(noun.head, "between"), sentence)
    if against and not sides and (hit := _hit_in(noun, sentence)):
        sides, against = against, hit
    where = locatives(noun, sentence)
    if not where and noun.dep_ == "nsubj" and is_verb(noun.head):
        where = locatives(noun.head, sentence)
    if not (sides or against):
        weak = trigger.lemma in word_set("frames", "weak_fights") and not where
        if weak or _is_about_something_else(noun, sentence):
            return None
    return Slots(trigger.type, sides[:1], sides[1:] or against, where)


def _hit_in(noun: Token, sentence: Sentence) -> tuple[Token, ...]:
    """ "Ten soldiers were killed in clashes with militants": to whom it was done."""
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "in" else noun
    harmed = is_verb(verb) and is_passive(verb) and lemma_of(verb.text) in word_set("frames", "killing")
    return forces(subjects(verb), sentence) if harmed else ()


def _has_stopped(noun: Token) -> bool:
    """ "without fighting", "an end to the fighting", "to avoid urban combat"."""
    if noun.dep_ == "dobj" and lemma_of(noun.head.text) in word_set("frames", "halts", "averts"):
        return True
    if noun.dep_ not in ("pobj", "pcomp"):
        return False
    over = lemma_of(noun.head.head.text)
    return noun.head.lower_ == "without" or over in word_set("frames", "halts")


def _is_about_something_else(noun: Token, sentence: Sentence) -> bool:
    """ "the battle for votes", "fighting over prices"."""
    return any(
        word in ("for", "over")
        and not (sentence.is_place(n) or sentence.is_force(n) or sentence.is_time(n))
        and lemma_of(n.text) != "control"
        for word, n in prepositions(noun)
    )


def assault_noun(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """an assault on X: a party does it, or a place or armed forces are its target."""
    noun = trigger.token
    verb = noun.head
    aimed = after(noun, "on", "against", "at", "in", "near", "to", "outside")
    where = targets(aimed, sentence)
    if not where and noun.dep_ == "pobj" and noun.head.lower_ == "under":
        where = places(subjects_over(noun.head), sentence)
    hit = victims(aimed, where, sentence)
    own = victims((*owners(noun), *after(noun, "by", "from", "of")), where, sentence)
    if not own and is_verb(verb) and noun.dep_ in ("dobj", "nsubjpass"):
        own = tuple(n for n in doers(verb) if may_act(n, sentence))
        where = where or locatives(verb, sentence)
    civil = tuple(n for n in aimed if sentence.is_civil(n))
    if civil and not hit:
        return Slots(EventType.ATTACK_CIVILIANS, own, civil, where)
    if trigger.lemma in word_set("frames", "weak_assaults") and not (where or hit):
        return None
    return Slots(trigger.type, own, hit, where) if own or where or hit else None


def attack(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """attack X: the subject or the object is armed."""
    verb = trigger.token
    found = patients(verb)
    actor = doers(verb)
    hit = tuple(n for n in forces(found, sentence) if not sentence.names_place(n))
    where = tuple(n for n in places(found, sentence) if n not in hit) or locatives(verb, sentence)
    civil = tuple(n for n in found if sentence.is_civil(n))
    if not forces(actor, sentence) and not hit and not (where and is_passive(verb)):
        return None
    if civil and not hit:
        return Slots(EventType.ATTACK_CIVILIANS, actor, civil, where)
    return Slots(trigger.type, actor, hit, where)
