"""Who "it" is in "The army took Kidal, it said", where nobody spoke before: the subject of what is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from whoholds.claims.reversal import is_loss
from whoholds.claims.sentence import Sentence
from whoholds.model import EventType, Span
from whoholds.text.said import Said
from whoholds.text.syntax import surface_subject
from whoholds.text.triggers import find_triggers

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

PRONOUNS = ("it", "they")
GAINS = (EventType.CAPTURE, EventType.HANDOVER, EventType.HOLD, EventType.ENTRY, EventType.REPEL)


def with_closing_it(text: str, saids: Sequence[Said], sentences: Sequence[Sentence]) -> tuple[Said, ...]:
    """The attributions, with the party that a closing "it said" stands for."""
    return tuple(_meant(text, one, sentences) for one in saids)


def _meant(text: str, said: Said, sentences: Sequence[Sentence]) -> Said:
    claimer = said.claimer
    if claimer is None or claimer.of(text).lower() not in PRONOUNS or not said.content:
        return said
    if any(piece.end > claimer.start for piece in said.content):
        return said
    here = next((one for one in sentences if claimer.within(one.span)), None)
    subject = next(_subjects(here, said, claimer.of(text).lower()), None) if here is not None else None
    if here is None or subject is None:
        return said
    words = Span(here.span_of(subject.left_edge).start, here.span_of(subject).end)
    return replace(said, claimer=words, claimer_head=subject.text, pronoun=False)


def _subjects(sentence: Sentence, said: Said, pronoun: str) -> Iterator[Token]:
    """The party that gains by what is said; a loss would be admitted, which takes more than "it"."""
    for trigger in find_triggers(sentence.parsed):
        if trigger.type not in GAINS or is_loss(trigger) or not said.covers(sentence.span_of(trigger.token)):
            continue
        subject = surface_subject(trigger.token)
        if subject is None or not sentence.is_force(subject) or sentence.party_at(subject) is None:
            continue
        if _are_many(subject, trigger.token) == (pronoun == "they"):
            yield subject


def _are_many(subject: Token, verb: Token) -> bool:
    """True for "fighters", and for whom "have" taken it; not for "the group", "the Taliban has"."""
    helping = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    return (subject.tag_ in ("NNS", "NNPS") or "have" in helping) and "has" not in helping
