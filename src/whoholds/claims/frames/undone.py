"""What undoes a taking told just before, its place unsaid: "but were driven out", "but they left"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from whoholds.claims.borders import TAKING
from whoholds.claims.frames.slots import after, listed
from whoholds.claims.sentence import Sentence
from whoholds.lexicon import word_set
from whoholds.model import EventType, Place, Span
from whoholds.text.said import children
from whoholds.text.syntax import is_passive, subject
from whoholds.text.triggers import find_triggers

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

SUBJECTS = ("nsubj", "nsubjpass")
ATTACKS = {EventType.CLASH, EventType.ENTRY, EventType.SIEGE, EventType.SHELLING, EventType.MOVEMENT}
HALF_A_YEAR = 180  # days


def follows_a_taking(verb: Token, sentence: Sentence) -> bool:
    """True when one place was taken just before, and the verb names no other place.

    Just before: earlier in the sentence, or in all that the sentence before it told.
    """
    if any(sentence.place_at(token) is not None for token in verb.subtree if token.i > verb.i):
        return False
    earlier = [one for one in find_triggers(sentence.parsed) if one.token.i < verb.i and one.token != verb]
    held = () if _is_history(sentence) else (EventType.HOLD,)  # "briefly held it before being driven out"
    other = any(child.dep_ in SUBJECTS for child in verb.children)  # "after the army left Goma, M23 took it"
    left = (EventType.WITHDRAWAL,) if other else ()
    types = (*TAKING, *held, *left)
    taken = [one for one in earlier if one.type in types and one.token.tag_[0] == "V"]
    if earlier:
        told = sentence.memory.told.get(sentence.span, ())
        return bool(taken) and len(_towns(told)) == 1
    before = sentence.report.sentences[sentence.index - 1] if sentence.index else None
    claims = [claim for claim in sentence.memory.claims if claim.quote == before]
    told = sentence.memory.told.get(before, ()) if before is not None else ()
    return (
        bool(claims)
        and all(claim.type in TAKING and claim.recipient is None for claim in claims)  # else whom "it" means?
        and len({place.id for _, place in told}) == 1
    )


def follows_on(verb: Token, sentence: Sentence) -> bool:
    """True when one place was taken or attacked just before, and the verb names no other place."""
    return follows_a_taking(verb, sentence) or _follows_an_attack(verb, sentence)


def _follows_an_attack(verb: Token, sentence: Sentence) -> bool:
    """True for "stormed Kidal and took it": the attackers of the one place that the sentence told of."""
    if verb.dep_ != "conj" or verb.head.tag_[0] != "V":
        return False
    types = [one.type for one in find_triggers(sentence.parsed) if one.token == verb.head]
    told = sentence.memory.told.get(sentence.span, ())
    return bool(types) and set(types) <= ATTACKS and len(_towns(told)) == 1


def taken_here(verb: Token, sentence: Sentence) -> tuple[Token, ...]:
    """The name of the one place that the sentence told of before a verb; empty where it told of none."""
    told = _towns(sentence.memory.told.get(sentence.span, ()))
    names = [token for span in told.values() for token in sentence.parsed.tokens_in(span)[-1:]]
    return tuple(names) if len(names) == 1 and names[0].i < verb.i else ()


def _towns(told: Iterable[tuple[Span, Place]]) -> dict[str, Span]:
    """The places told of, by id; without the provinces around towns."""
    towns = {place.id: span for span, place in told if place.kind not in ("province", "district", "country")}
    return towns or {place.id: span for span, place in told}


def is_of_the_taker(verb: Token, sentence: Sentence) -> bool:
    """True for a subject shared with the verb of the taking, or a pronoun: "but left", "they left", "before
    leaving", "only to leave"."""
    own = children(verb, *SUBJECTS)
    before = verb.dep_ == "pcomp" and verb.head.lower_ == "before" and not _is_history(sentence)
    only_to = verb.dep_ == "advcl" and any(child.lower_ == "only" for child in verb.children)
    shared = (before or only_to or verb.dep_ in ("conj", "dep")) and not own
    return shared or any(sentence.is_pronoun(noun) and noun.lower_ in _pronouns() for noun in own)


def expelled_taker(verb: Token, losers: tuple[Token, ...], sentence: Sentence) -> tuple[Token, ...]:
    """Who had just taken a place, of "soldiers drove them out"; empty where "them" can be anybody else.

    The taker's noun where the same sentence names it, else the pronoun, which means who acted before.
    """
    doer = next(iter(listed(subject(verb))), None)
    if doer is None or sentence.is_pronoun(doer) or not sentence.is_force(doer) or not _is_out(verb, losers):
        return ()
    if any(sentence.is_civil(token) for token in _before(verb, sentence)):
        return ()
    if not follows_a_taking(verb, sentence):
        return ()
    own = sentence.party_at(doer)
    earlier = [one for one in find_triggers(sentence.parsed) if one.token.i < verb.i and one.token != verb]
    if not earlier:
        took = sentence.memory.claims[-1].actor
        named = next(iter(sentence.report.parties_in(took.said or took.span)), None) if took else None
        return losers if took is not None and (own is None or named is None or own.name != named.name) else ()
    takers = [one for found in earlier if found.type in TAKING for one in listed(subject(found.token))]
    parties = {party.name for one in takers if (party := sentence.party_at(one)) is not None}
    return tuple(takers) if len(parties) == 1 and (own is None or own.name not in parties) else ()


def _is_out(verb: Token, losers: tuple[Token, ...]) -> bool:
    """True for "drove them out", "expelled them"; not "out of their homes", "tried to drive them out"."""
    bare = verb.dep_ != "xcomp" and not is_passive(verb)
    them = len(losers) == 1 and losers[0].lower_ in word_set("frames", "undone", "objects")
    out = any(child.lower_ == "out" for child in verb.children)
    out = out or verb.lower_ in word_set("frames", "undone", "expelling")
    return bare and them and out and not after(verb, *word_set("frames", "undone", "elsewhere"))


def _before(verb: Token, sentence: Sentence) -> list[Token]:
    """The nouns before a verb, but for who says so."""
    return [
        t for t in sentence.parsed.tokens if t.i < verb.i and not sentence.is_speakers(sentence.span_of(t))
    ]


def _is_history(sentence: Sentence) -> bool:
    """True where a sentence names a year or more: "in 2015 they held it", whose days its other verbs lack."""
    dates = sentence.report.dates_in(sentence.span)
    return any(date.start and date.end and (date.end - date.start).days >= HALF_A_YEAR for date in dates)


def _pronouns() -> frozenset[str]:
    return word_set("frames", "undone")
