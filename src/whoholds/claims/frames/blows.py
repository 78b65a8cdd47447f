"""Whose loss or gain it is, where a taking is called a blow to one, or a victory for another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from whoholds.claims.frames.slots import after, forces, subjects
from whoholds.claims.sentence import Sentence
from whoholds.lexicon import word_set
from whoholds.text.syntax import is_verb
from whoholds.text.triggers import lemma_of

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

SUBJECTS = ("nsubj", "nsubjpass")
VALUED = ("attr", "dobj", "oprd", "appos")


def hurt_by(noun: Token, taken: Iterable[Token], sentence: Sentence) -> tuple[Token, ...]:
    """Who loses: Z of "the fall of X is a blow to Z", "the loss of X, a setback for Z"."""
    return _called(noun, taken, "words", sentence)


def lost_by(noun: Token, sentence: Sentence) -> tuple[Token, ...]:
    """Who loses: Z of "Z conceded the loss of X", "after the loss of X Z withdrew"; not who is glad of it."""
    if noun.lower_ not in ("loss", "losses"):
        return ()
    misread = (c for place in after(noun, "of") for c in place.children if c.dep_ == "appos")
    if noun.dep_ in SUBJECTS:  # "after the loss of X the LNA dug in", read as "X the LNA"
        return forces(misread, sentence)
    verb = next((one for one in noun.ancestors if is_verb(one)), noun)
    return (
        () if lemma_of(verb.text) in word_set("frames", "blows", "glad") else forces(subjects(verb), sentence)
    )


def won_by(noun: Token, taken: Iterable[Token], sentence: Sentence) -> tuple[Token, ...]:
    """Who takes: Y of "the fall of X is a victory for Y"."""
    return _called(noun, taken, "gains", sentence)


def _called(noun: Token, taken: Iterable[Token], kind: str, sentence: Sentence) -> tuple[Token, ...]:
    words = word_set("frames", "blows") if kind == "words" else word_set("frames", "blows", kind)
    called = (one for one in _values(noun, taken) if one.lower_ in words)
    return tuple(who for one in called for who in forces(after(one, "to", "for"), sentence))


def _values(noun: Token, taken: Iterable[Token]) -> Iterator[Token]:
    """What the event is said to be: behind its verb, after "as", or set beside it."""
    for link in (noun, *taken):
        yield from (child for child in link.children if child.dep_ == "appos")
    verb = noun.head
    if noun.dep_ in SUBJECTS:
        yield from (child for child in verb.children if child.dep_ in VALUED)
    if noun.dep_ in (*SUBJECTS, "dobj"):
        yield from after(verb, "as")
