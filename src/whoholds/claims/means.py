"""Who does it by what they do it with: "a missile fired by the army", "killed in rebel rocket fire"."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from whoholds.claims.frames.slots import after, doers, forces, may_act, owners
from whoholds.claims.group_names import is_group_name
from whoholds.claims.nouns import noun_lemma
from whoholds.claims.sentence import Sentence
from whoholds.lexicon import word_set
from whoholds.text.syntax import is_passive, is_verb
from whoholds.text.triggers import stems

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

KINDS = ("attacks", "bombers", "artillery")


def by_means(verb: Token, sentence: Sentence) -> Iterator[Token]:
    """Who fires the missile that kills, or whose raid it is in which people are killed."""
    for noun in (*doers(verb), *after(verb, "in", "by", "during")):
        if _is_means(noun, sentence):
            yield from forces((noun,) if sentence.party_at(noun) is not None else (), sentence)
            yield from doers_of(noun, sentence)


def doers_of(noun: Token, sentence: Sentence) -> Iterator[Token]:
    """Whose an attack, bomber or missile is: "launched by the rebels", "a Taliban bomber", "from JNIM"."""
    for verb in participles(noun):
        yield from (one for one in doers(verb) if is_armed(one, sentence))
    before = (owner for one in (noun, *_arms(noun, sentence)) for owner in owners(one))
    yield from (one for one in before if _is_partys(one, sentence))
    yield from (one for one in after(noun, "from", "by") if _is_partys(one, sentence))


def begun_with(noun: Token, sentence: Sentence) -> Iterator[Token]:
    """Who "began operations with the capture of X", whose "offensive ended in" it: it is theirs."""
    link = noun.head
    if noun.dep_ != "pobj" or link.lower_ not in word_set("frames", "begun_with", "links"):
        return
    over = link.head
    verb = over.head if over.dep_ in ("dobj", "pobj") and over.i < link.i else over
    verb = verb.head if verb.dep_ == "prep" else verb
    if not is_verb(verb) or is_passive(verb) or not _is_any(verb, word_set("frames", "begun_with")):
        return
    for one in doers(verb):
        if is_armed(one, sentence):
            yield one
        elif one.lower_ in word_set("pointing", "undertakings"):
            yield from (owner for owner in owners(one) if sentence.is_force(owner))


def _arms(noun: Token, sentence: Sentence) -> Iterator[Token]:
    """ "missile" in "US missile strikes"."""
    return (one for one in owners(noun) if one.dep_ == "compound" and _is_means(one, sentence))


def participles(noun: Token) -> Iterator[Token]:
    """ "launched", "carried out" after an attack, or said of it: "is suspected to have been carried out"."""
    for verb in noun.children:
        if verb.dep_ == "acl" and verb.tag_ == "VBN" and is_act(verb):
            yield verb
    over = [noun.head] if noun.dep_ in ("nsubj", "nsubjpass") and is_verb(noun.head) else []
    over += [c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN"]
    for verb in (c for one in over for c in one.children if c.dep_ == "xcomp"):
        if is_act(verb) and is_passive(verb):
            yield verb


def is_armed(noun: Token, sentence: Sentence) -> bool:
    """True for who can make an attack."""
    return may_act(noun, sentence) or is_group_name(noun, sentence)


def is_act(verb: Token) -> bool:
    """True for any form of a verb by which an attack is made."""
    return _is_any(verb, word_set("frames", "deeds"))


def _is_any(verb: Token, words: Collection[str]) -> bool:
    return any(stem in words for stem in stems(verb.lower_))


def _is_means(noun: Token, sentence: Sentence) -> bool:
    """True for an attack, or what is fired or dropped in it."""
    words = ("strikes", "gunfire", "explosives")
    listed = any(
        word in word_set("frames", key) for key in words for word in (noun.lower_, noun_lemma(noun.text))
    )
    return listed or any(sentence.is_kind(noun, kind) for kind in KINDS)


def _is_partys(noun: Token, sentence: Sentence) -> bool:
    """True for "Taliban" in "a Taliban bomber", and for "rebel" in "rebel rocket fire"."""
    party = sentence.party_at(noun)
    known = party is not None and (party.name is not None or party.role == "rebels") and not party.metonym
    return known and sentence.is_force(noun)
