"""Two parties that do one thing together: a claim for each (codebook 2)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from whoholds.claims.borders import TAKING
from whoholds.claims.frames import Slots
from whoholds.claims.noun_party import MODIFIERS, party_in
from whoholds.claims.partly import is_neither
from whoholds.claims.sentence import Sentence
from whoholds.claims.who import only_helps
from whoholds.lexicon import word_set
from whoholds.model import EventType
from whoholds.text.state_words import sharer_at

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

TAKEN = (*TAKING, EventType.WITHDRAWAL)
DENIED = (EventType.HOLD, EventType.WITHDRAWAL)


def one_by_one(slots: Slots, sentence: Sentence) -> Iterator[Slots]:
    """The slots once for each of the parties that enter or take a place together, or are said to leave it
    jointly, or of whom neither holds or left it, or whose adjectives share one word for forces; else as they
    are. Who only helps to take it has no claim.
    """
    named: dict[str, Token] = {}
    actors = [each for noun in slots.actor for each in _states_before(noun, sentence) or (noun,)]
    for noun in actors:
        party = party_in(noun, sentence)
        if (
            party is not None
            and party.name is not None
            and (party.how != "generic" or slots.type not in TAKING)
        ):
            named.setdefault(party.name, noun)
    if len(named) < 2 or len(named) < len(actors) or not _is_of_each(slots, actors, sentence):
        yield slots
        return
    doers = [noun for noun in named.values() if not only_helps(noun, named, sentence)]
    if slots.type in TAKEN and len(doers) < 2:
        yield slots
        return
    for noun in doers if slots.type in TAKEN else named.values():
        yield replace(slots, actor=(noun,))


def _is_of_each(slots: Slots, actors: Sequence[Token], sentence: Sentence) -> bool:
    """True for what several do together: they enter, take or leave a place, or neither holds or left it."""
    if slots.type is EventType.ENTRY or (slots.type in DENIED and is_neither(slots)):
        return True
    said = any(t.lower_ in word_set("sides", "jointly") for t in sentence.parsed.tokens)
    joined = slots.type in TAKING and len(actors) > 1
    return slots.type in TAKEN and (said or joined or _share_arms(actors, sentence))


def _states_before(noun: Token, sentence: Sentence) -> Sequence[Token]:
    """ "Mozambican" and "Rwandan" before "forces": each of the states has forces of its own."""
    first = (child for child in noun.children if child.dep_ in MODIFIERS and sentence.party_at(child))
    joined = ([one for one in _joined(child) if sentence.party_at(one)] for child in first)
    return next((found for found in joined if len(found) > 1), ())


def _joined(word: Token) -> Iterator[Token]:
    yield word
    for child in word.children:
        if child.dep_ == "conj":
            yield from _joined(child)


def _share_arms(nouns: Sequence[Token], sentence: Sentence) -> bool:
    """True where the adjectives of several states stand before one word for their forces."""
    found = [party for noun in nouns if (party := sentence.party_at(noun)) is not None]
    text = sentence.report.text
    return any(one.how == "state" and sharer_at(text, one.span) for one in found[:-1])
