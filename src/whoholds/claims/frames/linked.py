"""Frames of weak verbs that a preposition makes an event: "is with the rebels", "was given to the rebels"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from whoholds.claims.frames.slots import Slots, after, doers, forces, patients, places, subjects
from whoholds.claims.noun_party import party_in
from whoholds.claims.nouns import is_locality
from whoholds.claims.sentence import Sentence
from whoholds.lexicon import word_set
from whoholds.text.parties import STATES
from whoholds.text.syntax import is_passive
from whoholds.text.triggers import Trigger, lemma_of
from whoholds.text.verbs import is_negated

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

PREDICATES = frozenset(("acomp", "attr", "oprd", "dobj", "xcomp", "ccomp"))


def linked_hold(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """X is with Y, X remains with Y, X belongs to Y: a town is the subject, a force is what it is with."""
    verb = trigger.token
    held = _towns(subjects(verb), sentence)
    own = _armed(after(verb, trigger.last.lower_), sentence)
    stated = any(child.dep_ in PREDICATES for child in verb.children)
    past = trigger.lemma == "belong to" and verb.tag_ not in ("VBZ", "VBP")
    if not held or not own or stated or past:
        return None
    return Slots(trigger.type, own, (), held, strict=True)


def linked_taking(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """X was given to Y, elders delivered X to Y, X goes to Y: a town is what passes, a force who takes it."""
    verb = trigger.token
    goes = trigger.lemma == "go to"
    given = _towns(subjects(verb) if goes else patients(verb), sentence)
    taker = _armed(after(verb, "to"), sentence)
    if not given or not taker:
        return None
    givers = () if goes or is_passive(verb) else forces(doers(verb), sentence)
    return Slots(trigger.type, taker, givers, given, strict=True)


def linked_entry(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """Y are inside X, Y are still in X, in the governor's office: fighters who are no state's."""
    verb = trigger.token
    who = _armed(subjects(verb), sentence)
    parties = [party_in(noun, sentence) for noun in who]
    if not who or any(party is None or party.role in STATES for party in parties):
        return None
    found = places(after(verb, trigger.last.lower_), sentence)
    still = lemma_of(verb.text) != "be" or any(child.lower_ == "still" for child in verb.children)
    if still:
        found = tuple(noun for noun in found if sentence.names_place(noun) and not is_negated(verb))
    elif trigger.last.lower_ == "in":
        found = tuple(noun for noun in found if noun.lower_ in word_set("frames", "seats"))
    return Slots(trigger.type, who, (), found, strict=True) if found else None


def _towns(nouns: Iterable[Token], sentence: Sentence) -> tuple[Token, ...]:
    """Those of the nouns that are a named town or area, not a part of one, and not who governs from it."""
    return tuple(
        noun
        for noun in nouns
        if sentence.names_place(noun)
        and not sentence.is_force(noun)
        and sentence.party_at(noun) is None
        and not is_locality(noun.text, "facility", "part")
    )


def _armed(nouns: Iterable[Token], sentence: Sentence) -> tuple[Token, ...]:
    """Those of the nouns that are a force by its name or kind, not a capital that stands for a government."""
    found = [(noun, party_in(noun, sentence)) for noun in nouns if sentence.is_force(noun)]
    return tuple(noun for noun, party in found if party is not None and not party.metonym)
