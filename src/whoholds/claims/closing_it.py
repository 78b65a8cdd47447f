"""Who "it" is in "The army took Kidal, it said", where nobody spoke before: the subject of what is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from whoholds.claims.sentence import Sentence
from whoholds.model import Span
from whoholds.text.said import Said

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

PRONOUNS = ("it", "they")


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
    subject = next(_subjects(here, said), None) if here is not None else None
    if here is None or subject is None:
        return said
    words = Span(here.span_of(subject.left_edge).start, here.span_of(subject).end)
    return replace(said, claimer=words, claimer_head=subject.text, pronoun=False)


def _subjects(sentence: Sentence, said: Said) -> Iterator[Token]:
    """The party that does what is said."""
    for token in sentence.parsed.tokens:
        verb = token.head
        done = token.dep_ == "nsubj" and verb.dep_ in ("ccomp", "ROOT", "parataxis")
        acts = done and said.covers(sentence.span_of(token)) and sentence.party_at(token) is not None
        if acts and sentence.is_force(token):
            yield token
