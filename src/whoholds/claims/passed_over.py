"""Names of the gazetteer that stand where an event's place would, and were not taken for one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from whoholds.claims.context import ReportWords
from whoholds.claims.sentence import Sentence
from whoholds.lexicon import word_set
from whoholds.model import EventType, Span, Unread
from whoholds.text.said import children
from whoholds.text.triggers import Trigger, first_trigger

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

HAPPENS_TO = frozenset(("dobj", "nsubjpass"))
TO_PEOPLE = frozenset((EventType.DETENTION, EventType.ATTACK_CIVILIANS))


def names_nothing(words: ReportWords) -> bool:
    """True when no name is read as a place, and no sentence that may tell an event holds one passed over."""
    if words.places:
        return False
    told = ((hit.span, one.of(words.text)) for one in words.sentences for hit in words.names_in(one))
    return not any(_may_be_at(name, sentence) for name, sentence in told)


def _may_be_at(name: Span, sentence: str) -> bool:
    """True for a name after a preposition of place, or beside a word that can name an event."""
    before, after = sentence[: name.start].split()[-1:], sentence[name.end :].split()[:2]
    located = before and before[0].lower() in word_set("pointing", "place_prepositions")
    return bool(located) or first_trigger(" ".join((*before, *after))) is not None


def without_places(words: ReportWords) -> Iterator[Unread]:
    """What may be told in a report that names no place: nothing of it can be a claim."""
    for span in words.sentences:
        trigger = first_trigger(span.of(words.text))
        if trigger is not None:
            yield Unread(words.key, span, trigger, "the report names no place")


def why_no_place(trigger: Trigger, sentence: Sentence) -> str | None:
    """Why the name that the event would be at is not read as a place; None where there is no such name."""
    report, start = sentence.report, sentence.span.start
    for hit in report.names_in(sentence.span):
        span = Span(hit.span.start + start, hit.span.end + start)
        if _is_at(trigger, span, sentence) and not _is_read(span, sentence):
            return _reason(span.of(report.text), hit.common)
    return None


def is_elsewhere(trigger: Token, sentence: Sentence) -> bool:
    """ "Fighting is now around Sake": True where it is said to be at a name that was not read as a place."""
    over = trigger.head if trigger.dep_ in ("nsubj", "nsubjpass") else trigger
    links = (link for word in (trigger, over) for link in children(word, "prep"))
    names = (name for link in links if _is_of_place(link) for name in children(link, "pobj"))
    report, start = sentence.report, sentence.span.start
    hits = [Span(hit.span.start + start, hit.span.end + start) for hit in report.names_in(sentence.span)]
    found = (sentence.span_of(name) for name in names if name.text[:1].isupper())
    return any(any(map(span.meets, hits)) and not _is_read(span, sentence) for span in found)


def _is_of_place(link: Token) -> bool:
    """ "In", "around"; not "to", by which somebody leaves for it."""
    word = link.lower_
    return word in word_set("pointing", "place_prepositions") and word not in word_set("pointing", "goals")


def _reason(name: str, common: bool) -> str:
    if common:
        return f"“{name}” is also an ordinary word or a person's name, and was not read as a place"
    return f"“{name}” was not read as a place: far from what the report is about, or part of a name"


def _is_read(span: Span, sentence: Sentence) -> bool:
    """True when the words are read as a place, a party or a date."""
    report = sentence.report
    read = [place.span for place in report.places_in(sentence.span)]
    read += [party.span for party in report.parties_in(sentence.span)]
    return any(map(span.meets, (*read, *(date.span for date in report.dates_in(sentence.span)))))


def _is_at(trigger: Trigger, span: Span, sentence: Sentence) -> bool:
    """True for what the event happens to, and for what a preposition under it names."""
    for token in sentence.parsed.tokens_in(span):
        at = token.head.head if token.dep_ == "pobj" else token.head
        happens = token.dep_ in HAPPENS_TO and trigger.type not in TO_PEOPLE
        happens |= token.dep_ == "nsubj" and trigger.frame == "fall"
        if at == trigger.token and (happens or token.dep_ == "pobj"):
            return True
    return False
