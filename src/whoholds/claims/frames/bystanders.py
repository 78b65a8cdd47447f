"""Who leaves and is no force: "people we met after they had left"; what is withdrawn and is none: "a bid"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from whoholds.claims.nouns import counted, noun_lemma
from whoholds.claims.sentence import Sentence
from whoholds.lexicon import word_set
from whoholds.model import Span
from whoholds.text.reporting import reporting_verbs
from whoholds.text.syntax import is_noun

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

BACK = 2  # sentences that a pronoun may look back over


def is_of_bystanders(noun: Token, sentence: Sentence) -> bool:
    """True for a "they" before which the sentence names unarmed people last.

    Where those people are only who says so ("residents said that they had left") or are told it, it may be
    anybody whom the sentences before name, and is theirs only where those name nobody at war.
    """
    if noun.lower_ not in word_set("pointing", "persons", "of_many"):
        return False
    people = (one for one in reversed(list(noun.doc)[: noun.i]) if is_noun(one) and _is_people(one, sentence))
    last = next(people, None)
    if last is None or not sentence.is_civil(last):
        return False
    told_there = noun in last.subtree  # "people we met after they had left"
    return told_there or not _says_or_hears(last) or not _is_any_force_before(last, sentence)


def _is_people(noun: Token, sentence: Sentence) -> bool:
    own = noun.dep_ not in ("compound", "nmod")
    return own and (sentence.party_at(noun) is not None or sentence.is_force(noun) or sentence.is_civil(noun))


def _says_or_hears(noun: Token) -> bool:
    return noun.head.lower_ in reporting_verbs() or noun.dep_ == "dative"


def _is_any_force_before(noun: Token, sentence: Sentence) -> bool:
    report = sentence.report
    since = report.sentences[max(0, sentence.index - BACK)].start
    return bool(report.parties_in(Span(since, sentence.span_of(noun).start)))


def is_withdrawn_thing(nouns: Sequence[Token]) -> bool:
    """True for what is withdrawn or left and is no force and no place: "its bid", "the plan", "a message"."""
    things = word_set("frames", "not_left", "things")
    return any(noun_lemma(counted(noun).text) in things or noun.lower_ in things for noun in nouns)
