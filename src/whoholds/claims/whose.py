"""Who does it, by the words beside the nouns of a frame: "not A but B", "either A or B", "who"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from whoholds.claims.frames.slots import Slots
from whoholds.claims.left_open import is_claimed_by_both, is_left_open
from whoholds.claims.left_out import left_out
from whoholds.claims.noun_party import party_in
from whoholds.claims.partly import is_neither
from whoholds.claims.sentence import Sentence
from whoholds.lexicon import word_set
from whoholds.model import EventType
from whoholds.ontology import ARMED_GROUPS
from whoholds.text.syntax import FORMS_OF_BE, is_noun, is_verb

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

BEFORE = frozenset(("det", "amod", "poss", "compound", "nmod", "nummod"))
TELLING_WHO = (EventType.CAPTURE, EventType.HANDOVER, EventType.HOLD, EventType.ENTRY)


def with_true_doers(slots: Slots, sentence: Sentence) -> Slots | None:
    """The slots with those who did it alone; None where a hold is only asked about ("who holds it?").

    Nor is "both sides hold it" a hold by one. Of two parties joined by "or" neither is the actor. Where the
    words say that it is not known who holds it, nobody is.
    """
    asked = [noun for noun in (*slots.actor, *_misread(slots)) if _is_asked(noun)]
    both = [noun for noun in slots.actor if _is_both(noun)]
    if slots.type is EventType.HOLD and (asked or both):
        known = not (_is_open(asked[0]) if asked else is_claimed_by_both(both[0].head))
        return None if known else replace(slots, actor=(), open=True)
    actor = tuple(noun for noun in slots.actor if noun not in asked)
    if slots.type in TELLING_WHO and (
        left := [noun for noun in actor if _is_of_none(noun) and not _is_of_group(noun, sentence)]
    ):
        if slots.type is not EventType.HOLD and any(_left_since(noun, sentence) for noun in left):
            return None  # "fell to soldiers who deserted the army": to no side of the report
        of_party = any(sentence.party_at(token) is not None for token in _after_prepositions(left))
        return None if slots.type is EventType.HOLD else replace(slots, actor=(), either=of_party)
    if slots.type in TELLING_WHO and is_either(actor, sentence):
        unknown = slots.type is EventType.HOLD and is_left_open(actor[0].head)
        return replace(slots, actor=(), either=True, open=unknown)
    found = actor if is_neither(slots) else tuple(dict.fromkeys(_affirmed(actor, sentence)))
    return slots if found == slots.actor else replace(slots, actor=found)


def _is_asked(noun: Token) -> bool:
    """ "Who", "which group" as a question; a relative "who" stands for its noun and is none."""
    first = next((child for child in noun.children if child.dep_ == "det"), noun)
    asks = first.lower_ in word_set("frames", "asked_who")
    misread = first.tag_ == "WDT" and noun.dep_ == "dep"
    return asks and (
        misread or (noun.dep_ in ("nsubj", "nsubjpass") and noun.head.dep_ not in ("relcl", "acl"))
    )


def _is_open(asked: Token) -> bool:
    return is_left_open(asked if asked.dep_ == "dep" else asked.head)


def _misread(slots: Slots) -> Iterator[Token]:
    """ "Which force" in "unclear on Friday which force held it", where the parse hangs the verb on it."""
    verbs = (noun.head for noun in slots.place if slots.type is EventType.HOLD and not slots.actor)
    yield from (verb.head for verb in verbs if verb.dep_ == "acl")


def _is_both(noun: Token) -> bool:
    """ "Both sides", "each side": two that fight each other."""
    both = any(child.lower_ in ("both", "each") for child in noun.children)
    return both and noun.lower_ in word_set("frames", "asked_who", "sides")


def _is_of_none(noun: Token) -> bool:
    """ "Mutineers", "renegade soldiers", "soldiers who defected": of no side that is told."""
    if noun.lower_ in word_set("frames", "of_none"):
        return True
    beside = {child.lower_ for child in noun.children if child.dep_ in ("amod", "compound", "relcl", "acl")}
    split = noun.lower_ in word_set("frames", "of_none", "groups") and beside & _of_none("splitting")
    left = noun.tag_ == "NNS" and beside & (_of_none("before") | _of_none("left"))
    return bool(split or left)


def _is_of_group(noun: Token, sentence: Sentence) -> bool:
    """True for "rebellious Tigrayan forces": of a group that is in arms, not of a state that they left."""
    party = sentence.party_at(noun)
    adjectives = {child.lower_ for child in noun.children} & _of_none("before")
    return bool(adjectives) and party is not None and party.role in ARMED_GROUPS


def _left_since(noun: Token, sentence: Sentence) -> bool:
    """True for soldiers "who deserted the army": the side that they left is named behind them."""
    clauses = (child for child in noun.children if child.dep_ in ("relcl", "acl"))
    left = (one for one in clauses if one.lower_ in _of_none("left"))
    return any(child.dep_ == "dobj" and sentence.is_force(child) for one in left for child in one.children)


def _after_prepositions(nouns: Iterable[Token]) -> Iterator[Token]:
    """The army in "deserters from the army"."""
    for noun in nouns:
        yield from (token for child in noun.children if child.dep_ == "prep" for token in child.subtree)


def _of_none(key: str) -> frozenset[str]:
    return word_set("frames", "of_none", key)


def is_either(nouns: Sequence[Token], sentence: Sentence) -> bool:
    """True for two different parties joined by "or"."""
    parties = [party_in(noun, sentence) for noun in nouns]
    told = {party.name or party.word for party in parties if party is not None}
    named = any(party is not None and party.name for party in parties)
    return named and len(told) > 1 and any(child.lower_ == "or" for noun in nouns for child in noun.children)


def _affirmed(nouns: Iterable[Token], sentence: Sentence) -> Iterator[Token]:
    """The nouns, and for one that is said not to have done it the one beside it that did."""
    for one in nouns:
        noun = _meant_by_that(one)
        out = left_out(_first(noun))
        if out is None or _denies_being(out[1]):
            yield one
        elif (other := _instead(noun, out[1], sentence)) is not None:
            yield other


def _denies_being(cue: Token) -> bool:
    """True for the "not" of "the town was not in rebel hands": it denies that they hold it."""
    return cue.nbor(-1).lower_ in FORMS_OF_BE and cue.nbor().lower_ in ("in", "under")


def _meant_by_that(token: Token) -> Token:
    """The name before the "that" of "it was A and not B that took it", where the parse lost it."""
    before = token.nbor(-1) if token.i else token
    before = before.nbor(-1) if before.text == "," and before.i else before
    return before if token.lower_ == "that" and is_noun(before) else token


def _first(noun: Token) -> Token:
    """The first word of the noun's own phrase, without "not"."""
    before = [c for c in noun.children if c.dep_ in BEFORE and c.i < noun.i]
    return min([noun, *before], key=lambda token: int(token.i))


def _instead(noun: Token, cue: Token, sentence: Sentence) -> Token | None:
    """The army in "not the rebels but the army", "the army, not the rebels", "the army rather than"."""
    words = list(noun.doc)
    after = [token for token in words[noun.i + 1 : noun.i + 4] if token.text != ","]
    if after and after[0].lower_ == "but":
        return _next_force(words[after[0].i + 1 :], sentence)
    for token in reversed(words[: cue.i]):
        if is_noun(token) and sentence.is_force(token):
            return token
        if token.lower_ not in word_set("frames", "asked_who", "between"):
            return None
    return None


def _next_force(words: Sequence[Token], sentence: Sentence) -> Token | None:
    for token in words:
        if is_verb(token):
            return None
        if is_noun(token) and sentence.is_force(token) and token.dep_ not in ("compound", "poss"):
            return token
    return None
