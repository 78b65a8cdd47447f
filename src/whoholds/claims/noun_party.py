"""The party that a noun phrase is: by its head, the words before it, or those after "of" and "from"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from whoholds.claims.frames.slots import after
from whoholds.claims.nouns import counted, is_people
from whoholds.claims.sentence import Sentence
from whoholds.lexicon import read_ontology
from whoholds.model import Span
from whoholds.text.parties import STATES, PartyMention
from whoholds.text.said import children

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

MODIFIERS = ("compound", "amod", "nmod")


def party_in(noun: Token, sentence: Sentence) -> PartyMention | None:
    """The party that a noun phrase is: its head's, else that of the words before the head or after "of"."""
    head = counted(noun)
    before = [t for labels in (MODIFIERS, ("poss",)) for t in head.children if t.dep_ in labels]
    first = [t for t in before if any(child.dep_ == "conj" for child in t.children)]  # "SDF and NATO forces"
    found = [(sentence.party_at(token), token) for token in (*first, head, *before)]
    here = [party for party, token in found if party is not None and not _as_place_only(token, sentence)]
    named = [party for party in here if party.how != "generic"]  # "AMISOM troops" are not the army
    if not named and (not here or here[0].role not in STATES):
        named = list(_named_after(head, sentence))
    if not named:
        named = [*_state_after(head, sentence), *_over(head, sentence)]
    return next(iter((*named, *here)), None)


def named_first(found: Sequence[PartyMention]) -> Sequence[PartyMention]:
    """Those that are named, of "military sources in the LNA"; all where none is."""
    return [one for one in found if one.how != "generic"] or found


def named_within(span: Span, sentence: Sentence) -> Span | None:
    """The first words in a span that name a party."""
    return next((one.span for one in sentence.report.parties_in(span) if one.name), None)


def _named_after(head: Token, sentence: Sentence) -> Iterator[PartyMention]:
    """The party that is named after people: "the rebels of M23", "the elite unit, the Tiger Forces"."""
    preps = [c for c in head.children if c.dep_ == "prep" and c.lower_ in ("of", "from")]
    for token in (*(t for prep in preps for t in prep.children), *(c for c in head.children)):
        if token.head == head and token.dep_ != "appos":
            continue
        party = sentence.party_at(token)
        if party is not None and not party.metonym and (token.head != head or party.how != "generic"):
            yield party


def _state_after(head: Token, sentence: Sentence) -> Iterator[PartyMention]:
    """The state whose arms are named before it: "marines from the United Arab Emirates"."""
    if head.lower_ not in _arms_of_states() or not sentence.is_force(head):
        return
    for token in after(head, "from", "of"):
        party = sentence.party_at(token)
        if party is not None and party.role in STATES and party.how == "named":
            yield party


def _over(head: Token, sentence: Sentence) -> Iterator[PartyMention]:
    """Whom armed people are loyal to, or who leads them: "men loyal to Haftar", "under the command of"."""
    if not (is_people(head.text, "fighters") or is_people(head.text, "men")):
        return
    behind = [t for t in head.children if t.i > head.i]
    found = [
        t for one in behind if one.lower_ in _men("under") for t in (*after(one, "to", "by"), *_agents(one))
    ]
    found += [t for one in behind if one.lower_ in _men("serving") for t in after(one, "for")]
    found += [t for one in behind if one.lower_ in _men("beside") for t in after(one, "with", "to")]
    found += [t for one in behind if one.lower_ in _men("backing") for t in children(one, "dobj")]
    found += [t for one in after(head, "under") for t in (*after(one, "of"), *one.children)]
    for token in found:
        party = sentence.party_at(token)
        if party is not None and not party.metonym:
            yield party


def _agents(verb: Token) -> Iterator[Token]:
    return (noun for c in verb.children if c.dep_ == "agent" for noun in c.children if noun.dep_ == "pobj")


def _as_place_only(token: Token, sentence: Sentence) -> bool:
    """True for "Kabul" in "forces in Kabul": a capital that is no party there."""
    party = sentence.party_at(token)
    located = token.dep_ == "pobj" and token.head.lower_ in ("in", "at", "near", "to")
    return party is not None and party.metonym and located


@cache
def _arms_of_states() -> frozenset[str]:
    return frozenset(read_ontology("party_words")["heads"]["words"])


@cache
def _men(key: str) -> frozenset[str]:
    return frozenset(read_ontology("party_words")["men"][key])
