"""Whose troops are moved: "Syrskyi said he had withdrawn troops", "Shoigu ordered troops to withdraw"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whoholds.claims.noun_party import named_within, party_in
from whoholds.claims.sentence import Sentence
from whoholds.lexicon import word_set
from whoholds.model import Mention, Span
from whoholds.text.said import SUBJECTS, Said, children
from whoholds.text.syntax import subject, surface_subject
from whoholds.text.triggers import lemma_of

if TYPE_CHECKING:
    from whoholds.text.tokens import Token


def moved_by(noun: Token, sentence: Sentence, said: Said | None) -> Mention | None:
    """The party of whoever moves or orders bare "troops"; the words for a person whose side is the speaker's.

    None where nothing moves them, or where the words for who does tell no party.
    """
    if _moves_all(noun) and (claimer := said.claimer if said is not None else None) is not None:
        party = named_within(claimer, sentence)
        return Mention(party, sentence.span_of(noun)) if party else Mention(sentence.span_of(noun))
    bare = noun.lower_ in word_set("sides", "bare") and not list(noun.children)
    mover = surface_subject(noun.head) if bare and noun.dep_ == "dobj" and _moves(noun.head) else None
    if mover is None:
        return None
    own = sentence.span_of(noun)
    if mover.lower_ in word_set("pointing", "persons", "single"):
        claimer = said.claimer if said is not None else None
        party = named_within(claimer, sentence) if claimer is not None else None
        return Mention(party, own) if party is not None else Mention(sentence.span_of(mover), own)
    party = _party_of(mover, sentence)
    return Mention(party, own) if party is not None else None


def _moves_all(noun: Token) -> bool:
    """True for the "he" of a general who "said he had withdrawn from the city"."""
    verb = noun.head
    alone = noun.lower_ in word_set("pointing", "persons", "single") and noun.dep_ in SUBJECTS
    return alone and _leaves(verb) and not children(verb, "dobj")


def _leaves(verb: Token) -> bool:
    return lemma_of(verb.text) in word_set("pointing", "persons", "leaving")


def subject_over(noun: Token, sentence: Sentence) -> Span | None:
    """The party that moves what the noun is: "M23 withdrew its troops"; but "M23 attacked its troops"."""
    token = noun
    while token.head != token and token.dep_ not in SUBJECTS:
        token = token.head
        if lemma_of(token.text) in word_set("pointing", "persons", "moving") and (
            mover := next(iter(children(token, *SUBJECTS)[-1:]), None) or subject(token)
        ):
            party = party_in(mover, sentence)
            return party.span if party is not None else None
    return None


def _moves(verb: Token) -> bool:
    orders = verb.lower_ in word_set("pointing", "persons", "ordering")
    return orders or lemma_of(verb.text) in word_set("pointing", "persons", "moving")


def _party_of(mover: Token, sentence: Sentence) -> Span | None:
    """The party that moves them or whose official does: "Russia's defence minister Sergei Shoigu"."""
    party = party_in(mover, sentence)
    if party is not None and party.name:
        return party.span
    words = [
        mover,
        *(t for child in children(mover, "poss", "compound", "amod", "appos") for t in child.subtree),
    ]
    return named_within(sentence.parsed.span_of(min(words, key=_place), max(words, key=_place)), sentence)


def _place(token: Token) -> int:
    return int(token.i)
