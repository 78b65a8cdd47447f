"""What a frame gives, and the questions that frames ask about the nouns around a trigger."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from whoholds.claims.nouns import nouns_of
from whoholds.claims.sentence import Sentence
from whoholds.lexicon import word_set
from whoholds.model import EventType
from whoholds.text.said import children
from whoholds.text.syntax import conjuncts, is_verb, objects, prepositions, subject, surface_subject
from whoholds.text.triggers import Trigger

if TYPE_CHECKING:
    from whoholds.text.tokens import Token


@dataclass(frozen=True, slots=True)
class Slots:
    """Nouns around a trigger: who does it, to whom, where.

    `strict`: the place must be named or pointed to by the nouns in `place`, not by its surroundings.
    `stage`: the verb that tells how far a truce is; `refusal`: the verb by which one is refused.
    `either`: one of several did it, and the words do not tell which. `ended`: what says that it is over.
    `open`: the words say that it is not known who holds it. `contested`: the word that says that nobody holds
    it alone.
    """

    type: EventType
    actor: tuple[Token, ...] = ()
    recipient: tuple[Token, ...] = ()
    place: tuple[Token, ...] = ()
    strict: bool = False
    stage: str = ""
    refusal: Token | None = None
    either: bool = False
    ended: Token | None = None
    open: bool = False
    contested: Token | None = None


Frame = Callable[[Trigger, Sentence], Slots | None]


def listed(token: Token | None) -> tuple[Token, ...]:
    """A noun and all that is joined to it."""
    return tuple(conjuncts(token)) if token is not None else ()


def after(token: Token, *words: str) -> tuple[Token, ...]:
    """Nouns that hang on a token by one of the prepositions, with what is joined to them."""
    return tuple(noun for word, found in prepositions(token) if word in words for noun in conjuncts(found))


def doers(verb: Token) -> tuple[Token, ...]:
    """Who does it, whatever the voice."""
    return listed(subject(verb))


def subjects(verb: Token) -> tuple[Token, ...]:
    """The grammatical subject."""
    return listed(surface_subject(verb))


def patients(verb: Token) -> tuple[Token, ...]:
    """To what it is done, whatever the voice; "half of it" in "took about half of it" too."""
    told = [one for one in objects(verb) if not _is_beyond(one, verb)]
    found = tuple(one for found in told for one in conjuncts(found))
    return found or tuple(noun for noun in after(verb, "about", "around") if nouns_of(noun))


def _is_beyond(noun: Token, verb: Token) -> bool:
    """True for a second object behind another verb: "seized a post and went to X, the village of …"."""
    objects_ = [child for child in verb.children if child.dep_ == "dobj"]
    verbs = [child for child in verb.children if child.dep_ == "conj" and is_verb(child)]
    return noun in objects_[1:] and any(other.i < noun.i for other in verbs)


def owners(noun: Token) -> tuple[Token, ...]:
    """ "the rebels' capture", "Taliban attack": nouns before a noun that do it."""
    return tuple(c for c in noun.children if c.dep_ in ("poss", "compound", "nmod", "amod"))


def forces(nouns: Iterable[Token], sentence: Sentence) -> tuple[Token, ...]:
    """Those of the nouns that are a party or armed people."""
    return tuple(noun for noun in nouns if sentence.is_force(noun))


def places(nouns: Iterable[Token], sentence: Sentence) -> tuple[Token, ...]:
    """Those of the nouns that are a place."""
    return tuple(noun for noun in nouns if sentence.is_place(noun))


def as_did(verb: Token) -> tuple[Token, ...]:
    """Of whom the same is said behind "as": Herat in "Kunduz has fallen, as has Herat"."""
    clauses = (one for one in children(verb, "advcl") if one.lower_ in word_set("frames", "as_did"))
    same = (one for one in clauses if any(mark.lower_ == "as" for mark in children(one, "mark")))
    return tuple(noun for one in same for noun in listed(surface_subject(one)))


def pointing(nouns: Iterable[Token], *, several: bool = False) -> tuple[Token, ...]:
    """Pronouns that can stand for a place: "captured it", "its fall"; if `several`, "control of them"."""
    words = word_set("pointing", "things")
    words |= word_set("pointing", "things", "places") if several else frozenset()
    return tuple(noun for noun in nouns if noun.lower_ in words)


def behind_apposition(place: Token, link: str) -> tuple[Token, ...]:
    """What stands after a preposition behind "the capture of X, its largest town, ": "by the rebels"."""
    for beside in children(place, "appos"):
        last = list(beside.subtree)[-1]
        comma = last if last.text == "," else last.nbor(1) if last.i + 1 < len(last.doc) else last
        prep = comma.nbor(1) if comma.text == "," and comma.i + 1 < len(comma.doc) else comma
        if prep.lower_ == link:
            return tuple(children(prep, "pobj"))
    return ()


def targets(nouns: Iterable[Token], sentence: Sentence) -> tuple[Token, ...]:
    """Those of the nouns that are a place and not people at one."""
    return tuple(noun for noun in nouns if sentence.is_place(noun) and not is_only_people(noun, sentence))


def victims(nouns: Iterable[Token], found: Iterable[Token], sentence: Sentence) -> tuple[Token, ...]:
    """Armed people among the nouns that are not already taken as places."""
    taken = tuple(found)
    return tuple(noun for noun in nouns if sentence.is_force(noun) and noun not in taken)


def locatives(token: Token, sentence: Sentence) -> tuple[Token, ...]:
    """Places in the prepositional phrases of a token."""
    return targets(after(token, *word_set("frames", "locative")), sentence)


def is_only_people(noun: Token, sentence: Sentence) -> bool:
    """True for armed people without the name of a place: "the garrison"."""
    return sentence.is_force(noun) and not sentence.names_place(noun)


def may_act(noun: Token, sentence: Sentence) -> bool:
    """True for a party, armed people, or a pronoun that can stand for them."""
    return sentence.is_force(noun) or sentence.is_pronoun(noun)


def subjects_over(prep: Token) -> tuple[Token, ...]:
    """The subject of the verb that a prepositional phrase hangs on."""
    joined = prep.dep_ == "conj" and prep.head.dep_ in ("acomp", "attr")  # "was calm and in their hands"
    head = prep.head.head if prep.head.dep_ == "prep" or joined else prep.head
    return subjects(head) if is_verb(head) else ()


def is_without_fight(token: Token) -> bool:
    """True for "without a fight", "peacefully", "without resistance" in the sentence of a token."""
    said = [t.lower_ for t in token.doc]
    for i, word in enumerate(said):
        if word == "without" and set(said[i + 1 : i + 6]) & word_set("frames", "no_fight"):
            return abs(i - token.i) < 20
    return bool(word_set("frames", "no_fight", "alone") & set(said))
