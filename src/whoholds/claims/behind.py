"""Whom a pronoun means by what was told before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whoholds.claims.sentence import Sentence
from whoholds.model import Span
from whoholds.text.held_words import is_held_by
from whoholds.text.said import SUBJECTS

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

BACK = 2  # sentences that a pronoun may look back over


def behind_pronoun(noun: Token, sentence: Sentence) -> Span | None:
    """Who acted last, or was named last, in the sentences just before."""
    report = sentence.report
    at = sentence.span_of(noun).start
    since = _since(sentence)
    acted = sentence.memory.last_subject(since, at)
    if acted is None or acted.start < sentence.span.start:
        acted = _subject_of(sentence, at) or acted
    named = [one for one in report.parties_in(Span(since, at)) if not is_held_by(report.text, one.span.end)]
    return acted or (named[-1].span if named else None)


def _subject_of(sentence: Sentence, until: int) -> Span | None:
    """The party that is the subject of the sentence, before a position: nearer than who acted before it."""
    first = sentence.report.parties_in(Span(sentence.span.start, until))[:1]
    heads = (token for one in first for token in sentence.parsed.tokens_in(one.span)[-1:])
    is_subject = any(head.dep_ in SUBJECTS and head.head.dep_ == "ROOT" for head in heads)
    return first[0].span if is_subject and first[0].name else None


def _since(sentence: Sentence) -> int:
    return sentence.report.sentences[max(0, sentence.index - BACK)].start
