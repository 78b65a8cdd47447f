"""Who does it and to whom by the words beside an event, where its own frame names nobody.

"assaults launched by the rebels", "killed ten in an ambush", "struck rebel positions".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from whoholds.claims.frames.slots import Slots, after, doers, forces, owners, patients
from whoholds.claims.group_names import is_group_name
from whoholds.claims.means import begun_with, by_means, doers_of, is_act, is_armed, participles
from whoholds.claims.nouns import is_quantity
from whoholds.claims.sentence import Sentence
from whoholds.lexicon import word_set
from whoholds.model import EventType
from whoholds.text.syntax import is_noun, is_passive, is_verb
from whoholds.text.triggers import Trigger, lemma_of, stems

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

ARMED = frozenset(
    (EventType.CLASH, EventType.AIRSTRIKE, EventType.SHELLING, EventType.EXPLOSION, EventType.REPEL)
)
AIMED = ("on", "against", "at", "in", "over")


def with_beside(trigger: Trigger, slots: Slots, sentence: Sentence) -> Slots:
    """The slots of an armed event, with who does it and who is hit where only words around it say so."""
    if slots.type is EventType.ATTACK_CIVILIANS and not slots.actor:
        return replace(slots, actor=tuple(by_means(trigger.token, sentence)))
    gained = slots.type is EventType.CAPTURE and trigger.lemma not in word_set("sides", "losing")
    if gained and not slots.actor:
        return replace(slots, actor=tuple(begun_with(trigger.token, sentence)))
    if slots.type not in ARMED:
        return slots
    repels = slots.type is EventType.REPEL
    if not slots.actor and not repels:
        slots = replace(slots, actor=tuple(_doers(trigger.token, sentence)))
    if not slots.recipient:
        hit = _attackers(trigger.token, sentence) if repels else _hit(trigger.token, sentence)
        taken = {noun for one in slots.actor for noun in one.subtree}
        slots = replace(slots, recipient=tuple(noun for noun in hit if noun not in taken))
    return slots


def _doers(token: Token, sentence: Sentence) -> Iterator[Token]:
    """Who launches it, kills in it, or whose bomber it is."""
    if is_verb(token):
        yield from by_means(token, sentence)
        return
    yield from doers_of(token, sentence)
    made = _made(token)
    if is_verb(made.head) and made.dep_ in ("dobj", "nsubjpass") and is_act(made.head):
        may = is_group_name if made == token else is_armed  # of parties the frame itself has told
        yield from (noun for noun in doers(made.head) if may(noun, sentence))
    killing = _killing_over(token)
    if killing is not None:
        yield from (noun for noun in doers(killing) if is_armed(noun, sentence))
    yield from begun_with(token, sentence)


def _made(noun: Token) -> Token:
    """What the verb over an attack is said of: "series of attacks", "strikes" of "strikes and shelling"."""
    while noun.dep_ == "conj" and is_noun(noun.head):
        noun = noun.head
    over = noun.head.head
    many = noun.dep_ == "pobj" and noun.head.lower_ == "of" and is_quantity(over.text)
    return over if many else noun


def _attackers(verb: Token, sentence: Sentence) -> Iterator[Token]:
    """ "repelled an attack launched by the rebels"."""
    for noun in patients(verb):
        for one in participles(noun):
            yield from forces(doers(one), sentence)


def _hit(token: Token, sentence: Sentence) -> Iterator[Token]:
    """Armed people who are killed in it; the things of a party that it is aimed at."""
    killing = _killing_over(token)
    if killing is not None:
        yield from forces(patients(killing), sentence)
    if not is_verb(token):
        yield from _owned(after(token, *AIMED), sentence)
        if is_verb(token.head) and token.dep_ in ("dobj", "nsubj", "nsubjpass"):
            yield from _owned((*after(token.head, *AIMED), *_aimed_by(token.head)), sentence)
            yield from _owned(_objects(token.head) if token.dep_ == "nsubj" else (), sentence)
        yield from _owned((n for c in token.children if c.dep_ == "acl" for n in _objects(c)), sentence)
    else:
        yield from _owned((*patients(token), *after(token, *AIMED), *_aimed_by(token)), sentence)


def _aimed_by(verb: Token) -> Iterator[Token]:
    """ "launched an assault, targeting the army's positions"."""
    for clause in verb.children:
        if clause.dep_ in ("advcl", "xcomp"):
            yield from _objects(clause)


def _objects(verb: Token) -> Iterable[Token]:
    return patients(verb) if _aims(verb) else ()


def _aims(verb: Token) -> bool:
    return any(stem in word_set("frames", "deeds", "aiming") for stem in stems(verb.lower_))


def _owned(nouns: Iterable[Token], sentence: Sentence) -> Iterator[Token]:
    """Positions, bases and lines that belong to a party: who they stand for is the party."""
    for noun in nouns:
        owned = noun.lower_ in word_set("frames", "deeds", "things")
        theirs = [t for t in (*owners(noun), *after(noun, "of")) if sentence.is_force(t)]
        if owned and any(sentence.party_at(t) is not None for t in theirs):
            yield noun


def _killing_over(token: Token) -> Token | None:
    """The verb in "killed ten in an ambush"."""
    prep = token.head
    if not is_noun(token) or token.dep_ != "pobj" or prep.lower_ not in ("in", "during"):
        return None
    verb = prep.head
    kills = is_verb(verb) and lemma_of(verb.text) in word_set("frames", "killing")
    return verb if kills and (is_passive(verb) or any(c.dep_ == "dobj" for c in verb.children)) else None
