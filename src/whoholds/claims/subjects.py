"""Whom a pronoun means by what was told just before: who acted, or is the subject of a sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from whoholds.claims.noun_party import party_in
from whoholds.claims.nouns import is_locality
from whoholds.claims.sentence import Sentence
from whoholds.model import Span
from whoholds.text.held_words import is_held_by
from whoholds.text.said import SUBJECTS, children

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

NEXT = re.compile(r" ([a-z]+)")
BACK = 2  # sentences that a pronoun may look back over


def remember_subject(sentence: Sentence) -> None:
    """Keep the party that is the subject of the main verb for the next sentence; no state by its capital."""
    for verb in sentence.parsed.tokens:
        if verb.head == verb:
            for noun in children(verb, *SUBJECTS)[-1:]:
                party = party_in(noun, sentence) if sentence.is_force(noun) else None
                if party is not None and party.name is not None and not party.metonym:
                    sentence.memory.opening[sentence.index] = party.span


def behind_pronoun(noun: Token, sentence: Sentence) -> Span | None:
    """Who acted last, is the subject of the sentence before, or was named last, just before."""
    report, at = sentence.report, sentence.span_of(noun).start
    since = report.sentences[max(0, sentence.index - BACK)].start
    acted = sentence.memory.last_subject(since, at)
    if noun.dep_ in SUBJECTS and (acted is None or acted.start < sentence.span.start):
        acted = _subject_of(sentence, at) or acted
    named = [one for one in report.parties_in(Span(since, at)) if not _is_of_a_site(one.span, report.text)]
    here = any(one.span.start >= sentence.span.start for one in named)
    subject = sentence.memory.opening.get(sentence.index - 1) if noun.lower_ == "they" and not here else None
    return acted or subject or (named[-1].span if named else None)


def _is_of_a_site(name: Span, text: str) -> bool:
    """ "Rebel-held", "the police headquarters": the words tell of a place, and nobody acts."""
    after = NEXT.match(text, name.end)
    site = after is not None and is_locality(after[1], "facility", "part")
    return site or is_held_by(text, name.end)


def _subject_of(sentence: Sentence, until: int) -> Span | None:
    """The party that is the subject of the sentence, where none is named between its verb and a position."""
    told = sentence.report.parties_in(Span(sentence.span.start, until))
    head = next((token for one in told[:1] for token in sentence.parsed.tokens_in(one.span)[-1:]), None)
    if head is None or head.dep_ not in SUBJECTS or head.head.dep_ != "ROOT" or not told[0].name:
        return None
    between = (one for one in told if one.span.start > sentence.span_of(head.head).start)
    return None if any(between) else told[0].span
