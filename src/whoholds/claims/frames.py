"""Frames: where the parties and the place of an event stand around its trigger.

Each frame takes a trigger and gives `Slots`, or None when its demands are not met (a "capture" of people, a
"fall" of prices). The nouns in the slots are tokens; who and where they are is read in `who.py` and `where.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from whoholds.claims.context import Sentence
from whoholds.model import EventType
from whoholds.text.syntax import (
    agent,
    conjuncts,
    is_passive,
    is_verb,
    objects,
    prepositions,
    subject,
    surface_subject,
)
from whoholds.text.triggers import Trigger, lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Token

LOCATIVE = ("in", "at", "near", "around", "inside", "outside", "into", "on", "over", "across", "within", "for", "to", "towards", "toward", "along", "throughout", "against", "of", "from")


@dataclass(frozen=True, slots=True)
class Slots:
    """Nouns around a trigger: who does it, to whom, where. `strict` places must be named or pointed to there."""

    type: EventType
    actor: tuple[Token, ...] = ()
    recipient: tuple[Token, ...] = ()
    place: tuple[Token, ...] = ()
    strict: bool = False
    peaceful: bool = False
    part: bool = False
    extra: Mapping[str, str] = field(default_factory=dict)


def _all(*tokens: Token | None) -> tuple[Token, ...]:
    return tuple(one for token in tokens if token is not None for one in conjuncts(token))


def _prep(token: Token, *words: str) -> tuple[Token, ...]:
    return tuple(noun for word, found in prepositions(token) if word in words for noun in conjuncts(found))


def _objects(verb: Token) -> tuple[Token, ...]:
    return tuple(one for found in objects(verb) for one in conjuncts(found))


def _owner(noun: Token) -> tuple[Token, ...]:
    """ "the rebels' capture", "Taliban attack": nouns before a noun that do it."""
    return tuple(c for c in noun.children if c.dep_ in ("poss", "compound", "nmod", "amod"))


def take(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """seize, capture: the subject takes the object; the object must be a place, not people or things."""
    verb = trigger.token
    found = _objects(verb) or _prep(verb, "of")
    places = tuple(noun for noun in found if sentence.is_place(noun))
    if not places and trigger.lemma == "take over" and sentence.is_force(subject(verb)):
        places = _prep(verb, "in")
    if not places:
        return None
    actor = _all(subject(verb))
    if actor and sentence.is_civil(actor[0]):
        return None
    return Slots(trigger.type, actor, _prep(verb, "from"), places, strict=True)


def take_place(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """take, secure, clear: weak verbs, whose object must itself be a place and whose subject a party."""
    slots = take(trigger, sentence)
    if slots is None or not any(sentence.names_place(noun) for noun in slots.place):
        return None
    if trigger.lemma == "claim":
        return None
    if slots.actor and not (sentence.is_force(slots.actor[0]) or sentence.is_pronoun(slots.actor[0])):
        return None
    if not slots.actor and not is_passive(trigger.token):
        return None
    return slots


def fall(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """fall: the subject is the place; who takes it stands after "to"."""
    places = tuple(noun for noun in _all(surface_subject(trigger.token)) if sentence.is_place(noun))
    takers = tuple(noun for noun in _prep(trigger.token, "to", "into", "under", "before") if sentence.is_force(noun))
    if not places or (not takers and trigger.lemma != "fall"):
        return None
    if not takers and any(w in ("by", "from", "behind", "on", "short", "silent", "within") for w in _words_after(trigger)):
        return None
    return Slots(trigger.type, takers, (), places, strict=True, peaceful=_without_fight(trigger.token))


def _words_after(trigger: Trigger) -> list[str]:
    return [c.lower_ for c in trigger.token.children if c.i > trigger.token.i and c.dep_ in ("prep", "acomp", "advmod") and c.i <= trigger.token.i + 1]


def _without_fight(token: Token) -> bool:
    """True for "without a fight", "peacefully", "without resistance" in the clause of a token."""
    sentence_words = [t.lower_ for t in token.doc]
    for i, word in enumerate(sentence_words):
        if word == "without":
            after = set(sentence_words[i + 1 : i + 6])
            if after & {"fight", "fighting", "resistance", "bloodshed", "bullet", "shot", "battle", "firing", "opposition", "violence", "combat"}:
                return abs(i - token.i) < 20
    return "peacefully" in sentence_words or "bloodlessly" in sentence_words


def lose(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """lose, cede: the subject loses the object; the winner stands after "to"."""
    places = tuple(noun for noun in _objects(trigger.token) if sentence.is_place(noun))
    loser = _all(subject(trigger.token))
    if not places or not loser or not sentence.is_force(loser[0]):
        return None
    return Slots(trigger.type, _prep(trigger.token, "to"), loser, places, strict=True)


def take_noun(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """the capture of X by Y; Y's capture of X; X's capture."""
    noun = trigger.token
    places = tuple(n for n in _prep(noun, "of") if sentence.is_place(n))
    owners = _owner(noun)
    if not places:
        places = tuple(n for n in owners if sentence.names_place(n) and not sentence.is_force(n))
    if not places:
        return None
    actor = (*_prep(noun, "by"), *(n for n in owners if n not in places and sentence.is_force(n)))
    return Slots(trigger.type, actor, _prep(noun, "from"), places, strict=True)


def fall_noun(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """the fall of X to Y; X's fall; the loss of X."""
    noun = trigger.token
    places = tuple(n for n in _prep(noun, "of", "in") if sentence.is_place(n) and not sentence.is_force(n))
    if not places:
        places = tuple(n for n in _owner(noun) if n.dep_ == "poss" and sentence.is_place(n))
    if not places or (noun.tag_ in ("NNP", "NNPS") and noun.i > 0 and not places):
        return None
    return Slots(trigger.type, _prep(noun, "to", "into"), (), places, strict=True)


def control_pair(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """take control of X: the subject takes what stands after "of" or "over"."""
    verb, noun = trigger.token, trigger.last
    places = _prep(noun, "of", "over", "in") or _prep(verb, "of", "over", "in")
    if is_passive(verb) and not places:
        places = _prep(noun, "of")
    found = tuple(place for place in places if sentence.is_place(place))
    actor = _all(subject(verb))
    if not found or (actor and sentence.is_civil(actor[0])):
        return None
    return Slots(trigger.type, actor, _prep(noun, "from") or _prep(verb, "from"), found, strict=True)


def under_pair(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """come under the control of Y; fall into Y's hands: the subject (or object) is the place."""
    verb, noun = trigger.token, trigger.last
    found = _all(surface_subject(verb)) if lemma_of(verb.text) in ("fall", "come", "pass") else _objects(verb)
    places = tuple(place for place in found if sentence.is_place(place))
    actor = tuple(n for n in (*_prep(noun, "of"), *_owner(noun)) if sentence.is_force(n))
    if lemma_of(verb.text) in ("bring", "place", "put") and not actor:
        actor = _all(subject(verb))
    return Slots(trigger.type, actor, (), places, strict=True) if places and (actor or not places) else None


def lose_pair(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """lose control of X (to Y)."""
    verb, noun = trigger.token, trigger.last
    places = tuple(p for p in _prep(noun, "of", "over", "on", "in") or _prep(verb, "of") if sentence.is_place(p))
    loser = _all(subject(verb))
    if not places or (loser and not sentence.is_force(loser[0])):
        return None
    return Slots(trigger.type, _prep(verb, "to"), loser, places, strict=True)


def flag(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """raise the flag over X."""
    verb, noun = trigger.token, trigger.last
    places = _prep(verb, "over", "in", "on", "above", "at") or _prep(noun, "over", "in", "on", "at")
    actor = _all(subject(verb)) or tuple(n for n in _owner(noun) if sentence.is_force(n))
    found = tuple(p for p in places if sentence.is_place(p))
    return Slots(trigger.type, actor, (), found, strict=True) if found and actor else None


def drive_out(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """drive Y out of X: the subject takes X."""
    verb = trigger.token
    losers = tuple(noun for noun in _objects(verb) if sentence.is_force(noun))
    places = tuple(p for p in _prep(verb, "of", "from") if sentence.is_place(p) and p not in losers)
    if not losers or not places:
        return None
    return Slots(trigger.type, _all(subject(verb)), losers, places, strict=True)


def hand_over(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """hand over X to Y: Y takes it without fighting."""
    verb = trigger.token
    places = tuple(noun for noun in _objects(verb) if sentence.is_place(noun))
    if not places:
        return None
    givers = tuple(n for n in _all(subject(verb)) if sentence.is_force(n))
    return Slots(trigger.type, _prep(verb, "to"), givers, places, strict=True)


def handover_noun(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """the surrender of X to Y."""
    places = tuple(p for p in _prep(trigger.token, "of") if sentence.is_place(p))
    return Slots(trigger.type, _prep(trigger.token, "to"), (), places, strict=True) if places else None


def negotiate_pair(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """negotiated the surrender of X to Y."""
    places = tuple(p for p in _prep(trigger.last, "of") if sentence.is_place(p))
    return Slots(trigger.type, _prep(trigger.last, "to"), (), places, strict=True) if places else None


def leave(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """withdraw (troops) from X; abandon X; flee X: the subject, or the troops moved, are a force."""
    verb = trigger.token
    found = _objects(verb)
    troops = tuple(noun for noun in found if sentence.is_force(noun) and not sentence.names_place(noun))
    places = tuple(noun for noun in found if sentence.is_place(noun) and noun not in troops)
    places = places or tuple(p for p in _prep(verb, "from", "of") if sentence.is_place(p))
    who = troops or _all(subject(verb))
    if trigger.lemma == "evacuate" and is_passive(verb) and places and not who:
        return Slots(trigger.type, (), (), places)
    if trigger.lemma in ("leave", "depart", "quit", "desert") and not places:
        return None
    if not who or not any(sentence.is_force(one) or sentence.is_pronoun(one) for one in who):
        return None
    if sentence.is_civil(who[0]) and not troops:
        return None
    if not places and _is_foreign(who[0], sentence):
        return None
    return Slots(trigger.type, troops or who, (), places)


def _is_foreign(noun: Token, sentence: Sentence) -> bool:
    party = sentence.party_at(noun)
    return party is not None and party.role in ("foreign", "international")


def leave_noun(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """the withdrawal of Y from X; Y's retreat from X."""
    noun = trigger.token
    actor = tuple(n for n in (*_prep(noun, "of", "by"), *_owner(noun)) if sentence.is_force(n))
    places = tuple(p for p in _prep(noun, "from", "of", "in") if sentence.is_place(p) and p not in actor)
    if not actor or (not places and _is_foreign(actor[0], sentence)):
        return None
    return Slots(trigger.type, actor, (), places)


def hold(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """hold, control, defend X: the subject holds the object."""
    verb = trigger.token
    actor = _all(subject(verb))
    places = tuple(noun for noun in _objects(verb) if sentence.is_place(noun) and not _is_people(noun, sentence))
    if not places and trigger.lemma in ("hold on", "hold out", "cling"):
        places = _prep(verb, "to", "in", "at")
    if not places or (actor and not sentence.is_force(actor[0]) and not sentence.is_pronoun(actor[0])):
        return None
    if not actor and not (is_passive(verb) and trigger.lemma in ("control", "hold", "rule")):
        return None
    return Slots(trigger.type, actor, (), places, strict=True)


def _is_people(noun: Token, sentence: Sentence) -> bool:
    return sentence.is_force(noun) and not sentence.names_place(noun)


def control_noun(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """X is under Y's control, in the hands of Y; Y is in control of X."""
    noun = trigger.token
    prep = noun.head if noun.dep_ == "pobj" else None
    if prep is None or prep.lower_ not in ("under", "in", "into", "with", "out", "of"):
        return None
    if prep.lower_ == "of" and prep.head.lower_ != "out":
        return None
    owners = tuple(n for n in (*_owner(noun), *_prep(noun, "of")) if sentence.is_force(n))
    held = tuple(n for n in _prep(noun, "of", "over") if sentence.is_place(n) and n not in owners)
    subjects = _subject_over(prep)
    if prep.lower_ in ("in",) and held:
        who = tuple(n for n in subjects if sentence.is_force(n))
        return Slots(trigger.type, who, (), held, strict=True) if who else None
    places = tuple(n for n in subjects if sentence.is_place(n))
    if not places and is_verb(prep.head) is False:
        places = tuple(n for n in (prep.head,) if sentence.is_place(n))
    if not places or not owners:
        return None
    return Slots(trigger.type, owners, (), places, strict=True)


def _subject_over(prep: Token) -> tuple[Token, ...]:
    head = prep.head
    if head.dep_ == "prep":
        head = head.head
    return _all(surface_subject(head)) if is_verb(head) else ()


def hold_pair(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """have control of X; be in control (of X); remain in Y's hands."""
    verb, noun = trigger.token, trigger.last
    held = tuple(p for p in _prep(noun, "of", "over") if sentence.is_place(p) and not sentence.is_force(p))
    owners = tuple(n for n in (*_owner(noun), *_prep(noun, "of")) if sentence.is_force(n))
    subjects = _all(surface_subject(verb))
    if held:
        who = tuple(n for n in subjects if sentence.is_force(n) or sentence.is_pronoun(n))
        return Slots(trigger.type, who, (), held, strict=True) if who else None
    places = tuple(n for n in subjects if sentence.is_place(n))
    if places and owners:
        return Slots(trigger.type, owners, (), places, strict=True)
    who = tuple(n for n in subjects if sentence.is_force(n))
    if who and not owners and noun.dep_ == "pobj":
        return Slots(trigger.type, who, (), (), strict=True)
    return None


def held_adjective(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """rebel-held X."""
    token = trigger.token
    noun = token.head
    if not sentence.is_place(noun):
        return None
    first = token if "-" in token.text else token.nbor(-2)
    return Slots(trigger.type, (first,), (), (noun,), strict=True)


def enter(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """enter X, storm X, advance into X: the subject is a force; without fighting it is a handover."""
    verb = trigger.token
    actor = _all(subject(verb))
    if not actor or not (sentence.is_force(actor[0]) or sentence.is_pronoun(actor[0])):
        return None
    if sentence.is_civil(actor[0]):
        return None
    into = ("into", "in", "inside", "through") if trigger.lemma not in ("reach",) else ("in",)
    places = tuple(noun for noun in _objects(verb) if sentence.is_place(noun))
    places = places or tuple(p for p in _prep(verb, *into, "on", "to", "around") if sentence.is_place(p))
    if not places:
        return None
    peaceful = trigger.lemma == "enter" and _without_fight(verb)
    kind = EventType.HANDOVER if peaceful else trigger.type
    towards = trigger.lemma in ("advance", "push", "move into", "arrive") and any(
        w in ("towards", "toward", "on", "to") for w, _ in prepositions(verb)
    )
    if towards and kind is EventType.ENTRY:
        kind = EventType.MOVEMENT
    return Slots(kind, actor, (), places, strict=True)


def presence_noun(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """the presence of Y in X."""
    noun = trigger.token
    actor = tuple(n for n in (*_prep(noun, "of", "by"), *_owner(noun)) if sentence.is_force(n))
    places = tuple(p for p in _prep(noun, "in", "inside", "into", "at") if sentence.is_place(p))
    if not places and actor:
        places = tuple(p for one in actor for p in _prep(one, "in", "inside", "at") if sentence.is_place(p))
    return Slots(trigger.type, actor, (), places, strict=True) if actor and places else None


def repel(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """repel an attack (of Y) on X; push Y back from X."""
    verb = trigger.token
    found = _objects(verb)
    if not found or not any(sentence.is_attack(noun) or sentence.is_force(noun) for noun in found):
        return None
    places = tuple(p for p in _prep(verb, "from", "in", "near", "at", "outside", "to") if sentence.is_place(p))
    for noun in found:
        places += tuple(p for p in _prep(noun, "on", "in", "at", "against", "near") if sentence.is_place(p))
    attackers = tuple(n for noun in found for n in (*_owner(noun), *_prep(noun, "by", "of"), noun) if sentence.is_force(n))
    return Slots(trigger.type, _all(subject(verb)), attackers, places)


def besiege(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """surround X: the object is a place, or forces at one."""
    verb = trigger.token
    found = _objects(verb)
    if verb.dep_ == "amod":
        found = (verb.head,)
    places = tuple(noun for noun in found if sentence.is_place(noun))
    forces = tuple(noun for noun in found if sentence.is_force(noun) and noun not in places)
    actor = _all(subject(verb)) if verb.dep_ != "amod" else ()
    if actor and not sentence.is_force(actor[0]) and not sentence.is_pronoun(actor[0]):
        return None
    if not places and not forces:
        return None
    if not actor and verb.dep_ != "amod" and not is_passive(verb):
        return None
    return Slots(trigger.type, actor, forces, places, strict=bool(places))


def siege_noun(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """the siege of X; X is under siege by Y."""
    noun = trigger.token
    places = tuple(p for p in _prep(noun, "of", "on", "in") if sentence.is_place(p))
    if not places and noun.dep_ == "pobj" and noun.head.lower_ in ("under", "of"):
        places = tuple(n for n in _subject_over(noun.head) if sentence.is_place(n))
    owners = _owner(noun)
    places = places or tuple(n for n in owners if sentence.names_place(n) and not sentence.is_force(n))
    actor = (*_prep(noun, "by"), *(n for n in owners if sentence.is_force(n) and n not in places))
    if not sentence.report.warlike or (trigger.lemma != "siege" and not places and not actor):
        return None
    return Slots(trigger.type, actor, (), places, strict=bool(places))


def fight(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """fight, battle, clash: the subject is a force, or the opponent is."""
    verb = trigger.token
    if verb.dep_ == "pcomp" and verb.head.lower_ == "without":
        return None
    actor = _all(subject(verb))
    against = (*_objects(verb), *_prep(verb, "with", "against"))
    against = tuple(noun for noun in against if sentence.is_force(noun))
    armed = any(sentence.is_force(noun) or sentence.is_pronoun(noun) for noun in actor)
    if not (armed or against) or (actor and sentence.is_civil(actor[0]) and not against):
        return None
    return Slots(trigger.type, actor, against, _locatives(verb, sentence))


def _locatives(token: Token, sentence: Sentence, *more: str) -> tuple[Token, ...]:
    words = (*LOCATIVE, *more)
    return tuple(p for p in _prep(token, *words) if sentence.is_place(p) and not _is_people(p, sentence))


def fight_noun(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """fighting in X between Y and Z."""
    noun = trigger.token
    if noun.dep_ in ("pobj", "pcomp") and (noun.head.lower_ == "without" or lemma_of(noun.head.head.text) in ("halt", "end", "cessation", "pause", "lull", "break")):
        return None
    between = tuple(n for n in _prep(noun, "between", "by", "of") if sentence.is_force(n))
    against = tuple(n for n in _prep(noun, "with", "against") if sentence.is_force(n))
    owners = tuple(n for n in _owner(noun) if sentence.is_force(n))
    sides = owners + between
    if trigger.lemma in ("confrontation", "resistance") and not (sides or against or _locatives(noun, sentence)):
        return None
    if _about_something_else(noun, sentence) and not (sides or against):
        return None
    return Slots(trigger.type, sides[:1], sides[1:] or against, _locatives(noun, sentence))


def _about_something_else(noun: Token, sentence: Sentence) -> bool:
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
    targets = _prep(noun, "on", "against", "at", "in", "near", "to")
    places = tuple(n for n in targets if sentence.is_place(n) and not _is_people(n, sentence))
    if not places and noun.dep_ == "pobj" and noun.head.lower_ == "under":
        places = tuple(n for n in _subject_over(noun.head) if sentence.is_place(n))
    victims = tuple(n for n in targets if sentence.is_force(n) and n not in places)
    owners = tuple(n for n in (*_owner(noun), *_prep(noun, "by", "from", "of")) if sentence.is_force(n) and n not in places)
    verb = noun.head
    if not owners and is_verb(verb) and noun.dep_ in ("dobj", "nsubjpass"):
        owners = tuple(n for n in _all(subject(verb)) if sentence.is_force(n) or sentence.is_pronoun(n))
        places = places or _locatives(verb, sentence)
    civil = [n for n in targets if sentence.is_civil(n)]
    if civil and not victims:
        return Slots(EventType.ATTACK_CIVILIANS, owners, tuple(civil), places)
    if not owners and not (places and sentence.report.warlike) and not victims:
        return None
    return Slots(trigger.type, owners, victims, places)


def attack(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """attack X: the subject or the object is armed."""
    verb = trigger.token
    found = _objects(verb)
    actor = _all(subject(verb))
    victims = tuple(n for n in found if sentence.is_force(n) and not sentence.names_place(n))
    places = tuple(n for n in found if sentence.is_place(n) and n not in victims) or _locatives(verb, sentence)
    civil = tuple(n for n in found if sentence.is_civil(n))
    armed = any(sentence.is_force(n) for n in actor)
    if not armed and not victims and not (places and is_passive(verb)):
        return None
    if civil and not victims:
        return Slots(EventType.ATTACK_CIVILIANS, actor, civil, places)
    return Slots(trigger.type, actor, victims, places)


def strike_noun(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """air strikes by Y on X; "strikes" alone only with aircraft or a target that is armed or a place."""
    noun = trigger.token
    owners = tuple(n for n in (*_owner(noun), *_prep(noun, "by", "from")) if sentence.is_force(n))
    targets = _prep(noun, "on", "against", "in", "at", "near", "over", "of")
    verb = noun.head
    if is_verb(verb) and noun.dep_ in ("dobj", "nsubjpass"):
        owners = owners or tuple(n for n in _all(subject(verb)) if sentence.is_force(n))
        targets = (*targets, *_prep(verb, "on", "against", "in", "at", "near"))
    if is_verb(verb) and noun.dep_ in ("nsubj", "agent", "pobj"):
        targets = (*targets, *_objects(verb), *_prep(verb, "in", "on", "near"))
    if noun.dep_ == "pobj" and is_verb(noun.head.head):
        targets = (*targets, *_objects(noun.head.head), *_prep(noun.head.head, "in", "on", "near"))
    bare = trigger.lemma in ("strike", "strikes")
    aerial = sentence.mentions("bombers")
    if bare and not aerial and not (owners and targets):
        return None
    places = tuple(n for n in targets if sentence.is_place(n) and not _is_people(n, sentence))
    victims = tuple(n for n in targets if sentence.is_force(n) and n not in places)
    return Slots(trigger.type, owners, victims, places)


def bomb(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """bomb X: from the air when aircraft are named or by default for states; shells otherwise."""
    verb = trigger.token
    actor = _all(subject(verb))
    found = _objects(verb)
    places = tuple(n for n in found if sentence.is_place(n) and not _is_people(n, sentence)) or _locatives(verb, sentence)
    victims = tuple(n for n in found if sentence.is_force(n) and n not in places)
    if not actor and not places and not victims:
        return None
    aerial = sentence.mentions("bombers") or trigger.lemma != "bombard"
    return Slots(EventType.AIRSTRIKE if aerial else EventType.SHELLING, actor, victims, places)


def shell(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """shell X."""
    verb = trigger.token
    found = _objects(verb)
    if trigger.lemma == "pound" and not found:
        return None
    places = tuple(n for n in found if sentence.is_place(n) and not _is_people(n, sentence)) or _locatives(verb, sentence)
    if not places and not any(sentence.is_force(n) for n in found):
        return None
    aerial = sentence.mentions("bombers") and not sentence.mentions("artillery")
    kind = EventType.AIRSTRIKE if aerial else trigger.type
    return Slots(kind, _all(subject(verb)), tuple(n for n in found if sentence.is_force(n) and n not in places), places)


def shelling_noun(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """shelling of X by Y."""
    noun = trigger.token
    owners = tuple(n for n in (*_owner(noun), *_prep(noun, "by", "from")) if sentence.is_force(n))
    verb = noun.head
    places = _locatives(noun, sentence)
    if is_verb(verb):
        places = places or _locatives(verb, sentence)
        if not owners and noun.dep_ == "dobj":
            owners = tuple(n for n in _all(subject(verb)) if sentence.is_force(n))
    aerial = trigger.lemma in ("bombardment", "barrage") and sentence.mentions("bombers")
    return Slots(EventType.AIRSTRIKE if aerial else trigger.type, owners, (), places)


def fire_pair(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """fire rockets at X."""
    verb = trigger.token
    places = tuple(p for p in _prep(verb, "at", "on", "into", "in", "towards") if sentence.is_place(p))
    return Slots(trigger.type, _all(subject(verb)), (), places)


def explode(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """a bomb exploded in X; Y blew up a bridge is destruction."""
    verb = trigger.token
    found = _objects(verb)
    if trigger.lemma == "blow up" and any(sentence.is_kind(n, "buildings") for n in found):
        return Slots(EventType.DESTRUCTION, _all(subject(verb)), (), _locatives(verb, sentence))
    device = _all(surface_subject(verb))
    words = {lemma_of(n.text) for n in (*device, *found)}
    explosive = words & {"bomb", "device", "mine", "explosive", "vehicle", "car", "bomber", "truck", "vest", "himself", "herself", "shell", "rocket", "grenade", "blast", "ied", "motorcycle", "landmine", "charge"}
    if trigger.lemma in ("go off", "blast") and not explosive:
        return None
    if trigger.lemma in ("explode", "detonate", "blow up") and not explosive and not sentence.report.warlike:
        return None
    actor = () if is_passive(verb) else tuple(n for n in _all(subject(verb)) if sentence.is_force(n))
    return Slots(trigger.type, actor, (), _locatives(verb, sentence))


def blast_noun(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """an explosion in X."""
    noun = trigger.token
    if trigger.lemma == "bombing" and sentence.mentions("bombers"):
        return Slots(EventType.AIRSTRIKE, tuple(n for n in _owner(noun) if sentence.is_force(n)), (), _locatives(noun, sentence))
    verb = noun.head
    places = _locatives(noun, sentence) or (_locatives(verb, sentence) if is_verb(verb) else ())
    if noun.tag_ == "NN" and noun.dep_ in ("compound",):
        return None
    return Slots(trigger.type, (*_prep(noun, "by"),), (), places)


def kill(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """kill, wound, abduct: civilians make an attack on civilians, fighters a clash."""
    verb = trigger.token
    if trigger.lemma in ("die", "hang"):
        return _dead(trigger, sentence)
    found = _objects(verb)
    civil = tuple(n for n in found if sentence.is_civil(n))
    armed = tuple(n for n in found if sentence.is_force(n) and n not in civil)
    actor = tuple(n for n in _all(subject(verb)) if sentence.is_force(n))
    if not civil and not armed:
        return None
    kind = EventType.ATTACK_CIVILIANS if civil else EventType.CLASH
    if kind is EventType.CLASH and trigger.lemma not in ("kill", "wound", "injure", "shoot", "gun down", "shoot dead", "slaughter", "execute", "massacre", "abduct", "kidnap"):
        return None
    if armed and not civil and trigger.lemma in ("execute", "massacre", "abduct", "kidnap", "behead"):
        kind = EventType.DETENTION if trigger.lemma in ("abduct", "kidnap") else EventType.ATTACK_CIVILIANS
    return Slots(kind, actor, civil or armed, _locatives(verb, sentence), extra={"casualty": "yes"})


def _dead(trigger: Trigger, sentence: Sentence) -> Slots | None:
    verb = trigger.token
    who = _all(surface_subject(verb))
    if trigger.lemma == "hang" or not who:
        return None
    if sentence.is_force(who[0]):
        return Slots(EventType.CLASH, (), who, _locatives(verb, sentence), extra={"casualty": "yes"})
    if sentence.is_civil(who[0]) and sentence.report.warlike:
        return Slots(EventType.ATTACK_CIVILIANS, (), who, _locatives(verb, sentence), extra={"casualty": "yes"})
    return None


def kill_noun(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """the massacre of civilians in X."""
    noun = trigger.token
    victims = _prep(noun, "of")
    if not any(sentence.is_civil(n) or sentence.is_force(n) for n in victims):
        return None
    return Slots(trigger.type, _prep(noun, "by"), victims, _locatives(noun, sentence), extra={"casualty": "yes"})


def hostage_pair(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """take people hostage."""
    verb = trigger.token
    return Slots(trigger.type, _all(subject(verb)), _objects(verb), _locatives(verb, sentence))


def destroy(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """destroy, burn, loot buildings and infrastructure."""
    verb = trigger.token
    found = _objects(verb)
    if not any(sentence.is_kind(n, "buildings") for n in found) or not sentence.report.warlike:
        return None
    return Slots(trigger.type, tuple(n for n in _all(subject(verb)) if sentence.is_force(n)), (), _locatives(verb, sentence), extra={"late": "yes"})


def destroy_noun(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """the destruction of a bridge."""
    noun = trigger.token
    if not any(sentence.is_kind(n, "buildings") for n in _prep(noun, "of")) or not sentence.report.warlike:
        return None
    return Slots(trigger.type, _prep(noun, "by"), (), _locatives(noun, sentence), extra={"late": "yes"})


def detain(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """arrest, capture or release people; fighters who surrender."""
    verb = trigger.token
    found = _objects(verb)
    people = tuple(n for n in found if sentence.is_force(n) or sentence.is_civil(n) or sentence.is_kind(n, "prisoners"))
    people = tuple(n for n in people if not sentence.names_place(n))
    if trigger.lemma == "surrender" and not found:
        who = _all(surface_subject(verb))
        if who and sentence.is_force(who[0]):
            return Slots(trigger.type, _prep(verb, "to"), who, _locatives(verb, sentence))
        return None
    if not people or trigger.lemma == "seize":
        return None
    if trigger.lemma in ("release", "free") and not any(sentence.is_kind(n, "prisoners") for n in found):
        return None
    return Slots(trigger.type, _all(subject(verb)), people, _locatives(verb, sentence))


def captive_pair(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """take people captive."""
    return Slots(trigger.type, _all(subject(trigger.token)), _objects(trigger.token), _locatives(trigger.token, sentence))


def deploy(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """deploy forces to X; forces head to X."""
    verb = trigger.token
    moved = tuple(n for n in _objects(verb) if sentence.is_force(n) or lemma_of(n.text) == "reinforcement")
    actor = _all(subject(verb))
    own = any(sentence.is_force(n) for n in actor)
    if trigger.lemma in ("send", "dispatch", "deploy", "mobilise", "mobilize", "redeploy") and not moved:
        return None
    if not moved and not own:
        return None
    places = tuple(p for p in _prep(verb, "to", "in", "towards", "toward", "into", "near", "around", "for", "at") if sentence.is_place(p))
    return Slots(trigger.type, actor if own or not moved else moved, (), places, strict=True) if places else None


def deploy_noun(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """reinforcements sent to X."""
    noun = trigger.token
    verb = noun.head
    places = _prep(noun, "to", "in", "towards") or (_prep(verb, "to", "in", "into", "towards", "at") if is_verb(verb) else ())
    places = tuple(p for p in places if sentence.is_place(p))
    if trigger.lemma == "convoy" or not places or not sentence.report.warlike:
        return None
    actor = tuple(n for n in (*_owner(noun), *_prep(noun, "of")) if sentence.is_force(n))
    if not actor and is_verb(verb):
        actor = tuple(n for n in _all(subject(verb)) if n != noun and sentence.is_force(n))
    return Slots(trigger.type, actor, (), places, strict=True)


def displace(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """people flee X."""
    verb = trigger.token
    who = _all(surface_subject(verb))
    found = _objects(verb)
    people = tuple(n for n in (*who, *found) if sentence.is_civil(n) and not sentence.is_force(n))
    if not people or not sentence.report.warlike:
        return None
    if trigger.lemma in ("leave", "escape") and not any(sentence.is_place(n) for n in found):
        return None
    places = tuple(n for n in found if sentence.is_place(n)) or tuple(p for p in _prep(verb, "from", "of", "in") if sentence.is_place(p))
    return Slots(trigger.type, (), people, places)


def displace_noun(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """the exodus from X."""
    noun = trigger.token
    if not sentence.report.warlike or any(sentence.is_force(n) for n in (*_owner(noun), *_prep(noun, "of"))):
        return None
    places = tuple(p for p in _prep(noun, "from", "in", "of") if sentence.is_place(p))
    return Slots(trigger.type, (), (), places, strict=True) if places else None


def close(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """close or cut a road, border, airport, service."""
    verb = trigger.token
    found = _objects(verb) or (_all(surface_subject(verb)) if trigger.lemma in ("reopen", "close", "re-open") else ())
    ways = tuple(n for n in found if sentence.is_kind(n, "ways"))
    if not ways or not sentence.report.warlike:
        return None
    places = tuple(n for n in ways if sentence.is_place(n)) or _locatives(verb, sentence)
    actor = tuple(n for n in _all(subject(verb)) if n not in ways and sentence.is_force(n))
    return Slots(trigger.type, actor, (), places)


def close_noun(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """the closure of X."""
    ways = tuple(n for n in _prep(trigger.token, "of") if sentence.is_kind(n, "ways"))
    if not ways or not sentence.report.warlike:
        return None
    return Slots(trigger.type, _prep(trigger.token, "by"), (), tuple(n for n in ways if sentence.is_place(n)))


def truce(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """a ceasefire in X; the stage is read from the governing verb."""
    noun = trigger.token
    verb = noun
    while verb.head != verb and not is_verb(verb):
        verb = verb.head
    if trigger.lemma == "cessation" and not any(lemma_of(n.text) == "hostility" for n in _prep(noun, "of")):
        return None
    actor = tuple(n for n in (_all(subject(verb)) if is_verb(verb) else ()) if sentence.is_force(n))
    between = tuple(n for n in _prep(noun, "between", "with") if sentence.is_force(n))
    places = _locatives(noun, sentence) or (_locatives(verb, sentence) if is_verb(verb) else ())
    return Slots(trigger.type, actor or between[:1], between[1:] if not actor else between, places, extra={"stage": lemma_of(verb.text) if is_verb(verb) else ""})


def deny_claim(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """X denied this: X still holds what the sentences before say it lost."""
    verb = trigger.token
    found = _objects(verb)
    anaphoric = {"this", "that", "it", "claim", "claims", "report", "reports", "assertion", "assertions", "statement", "allegation"}
    if not found or found[0].lower_ not in anaphoric or any(c.dep_ in ("relcl", "acl", "prep") for c in found[0].children):
        return None
    who = _all(subject(verb))
    return Slots(trigger.type, who, (), (), extra={"denies": "yes"}) if who and (sentence.is_force(who[0]) or sentence.is_pronoun(who[0])) else None


def shown_presence(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """a video shows fighters in X."""
    verb = trigger.token
    shown = tuple(n for n in (*_objects(verb), *(c for c in verb.children if c.dep_ == "ccomp")) if sentence.is_force(n))
    pictures = {"video", "footage", "photo", "image", "picture", "clip"}
    by = surface_subject(verb)
    if not shown or by is None or lemma_of(by.text) not in pictures and by.lower_.rstrip("s") not in pictures:
        return None
    places = tuple(p for n in (*shown, verb) for p in _prep(n, "in", "inside", "at", "outside") if sentence.is_place(p))
    return Slots(trigger.type, shown, (), places, strict=True) if places else None


Frame = Callable[[Trigger, Sentence], Slots | None]

FRAMES: Mapping[str, Frame] = {
    frame.__name__: frame
    for frame in (
        take, take_place, fall, lose, take_noun, fall_noun, control_pair, under_pair, lose_pair, flag, drive_out,
        hand_over, handover_noun, negotiate_pair, leave, leave_noun, hold, control_noun, hold_pair, held_adjective,
        enter, presence_noun, repel, besiege, siege_noun, fight, fight_noun, assault_noun, attack, strike_noun, bomb,
        shell, shelling_noun, fire_pair, explode, blast_noun, kill, kill_noun, hostage_pair, destroy, destroy_noun,
        detain, captive_pair, deploy, deploy_noun, displace, displace_noun, close, close_noun, truce, deny_claim, shown_presence,
    )
}  # fmt: skip


def slots_of(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """What the frame of a trigger finds; a taking without a fight becomes a handover."""
    slots = FRAMES[trigger.frame](trigger, sentence)
    if slots is not None and slots.type is EventType.CAPTURE and _without_fight(trigger.token):
        return replace(slots, type=EventType.HANDOVER)
    return slots


__all__ = ["FRAMES", "Slots", "agent", "slots_of"]
