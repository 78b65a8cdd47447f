"""Where each event of a text happened: the words that name its place, read from how its sentence is built."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from whoholds.gazetteer import Gazetteer, load_gazetteer
from whoholds.model import EventType, Span
from whoholds.text.datelines import find_dateline
from whoholds.text.event_names import Name, names_in
from whoholds.text.event_places import chosen, in_doubt, mixed, odds_of
from whoholds.text.event_signs import Question
from whoholds.text.parse import Parsed, parse_texts
from whoholds.text.parties import PartyMention, find_parties
from whoholds.text.place_layer import Choice, PlaceLayer
from whoholds.text.places import PlaceMention, find_places
from whoholds.text.reporting import reporting_verbs
from whoholds.text.sentences import find_sentences
from whoholds.text.stretches import Covered, InOrder
from whoholds.text.syntax import FORMS_OF_BE, is_verb
from whoholds.text.triggers import find_triggers

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

HELPING = frozenset(("aux", "auxpass", "amod", "compound"))
MOST_NAMES = 24  # of a sentence, among which the place of an event is looked for
TOGETHER = 64  # texts that are parsed at once


@dataclass(frozen=True, slots=True)
class EventMention:
    """A word that tells an event, and where it is said to have happened.

    `span` is the verb or noun, `sentence` its sentence; `type` one of the 18 event types, None for other
    events. `places` are the words for the place, in order, as written; empty where none is named.
    `changed_by` is the name of the place layer without which `places` would be others; None where the rules
    alone say the same, and where no layer was asked.
    """

    span: Span
    sentence: Span
    type: EventType | None
    places: tuple[Span, ...]
    changed_by: str | None = None


@dataclass(frozen=True, slots=True)
class _Read:
    """One text with the names in it and the sentences to parse."""

    text: str
    at: Sequence[Span] | None
    parties: InOrder[PartyMention]
    places: InOrder[PlaceMention]
    names: tuple[Span, ...]
    sentences: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """An event word of a text, and what its place is looked for with. `given`: the caller asked about it."""

    span: Span
    type: EventType | None
    question: Question
    given: bool


def find_events(
    text: str,
    at: Sequence[Span] | None = None,
    *,
    gazetteer: Gazetteer | None = None,
    layer: PlaceLayer | None = None,
) -> tuple[EventMention, ...]:
    """The events that a text tells, in order, each with the words for its place.

    Events are verbs (not of saying, being or helping) and the nouns that name a type of event. `at` asks
    about the words that begin in these spans instead, whatever they are. A place needs no entry in the
    gazetteer. A `layer` (`load_place_layer`) has half a say about the places of events that have a type or
    are asked about, where the rules are in doubt, and each event that it changed says so.
    """
    return next(find_events_in_each([text], [at], gazetteer=gazetteer, layer=layer))


def find_events_in_each(
    texts: Iterable[str],
    at: Iterable[Sequence[Span] | None] | None = None,
    *,
    gazetteer: Gazetteer | None = None,
    layer: PlaceLayer | None = None,
) -> Iterator[tuple[EventMention, ...]]:
    """`find_events` of many texts, parsed together, which is several times faster for short ones.

    `at` has the spans to ask about for each text. Raises `ValueError` when it is not as long as the texts.
    """
    texts = list(texts)
    for text, asked in zip(texts, asked_in_each(texts, at, gazetteer=gazetteer), strict=True):
        yield tuple(_told(text, asked, layer))


def _told(text: str, asked: Sequence[Asked], layer: PlaceLayer | None) -> Iterator[EventMention]:
    """The events of one text with their places.

    A layer learned of events, so it is not asked about all verbs; nor where the rules are sure, for speed.
    """
    for one in asked:
        odds = odds_of(one.question)
        places, changed_by = chosen(one.question, odds), None
        if layer is not None and (one.given or one.type is not None) and in_doubt(odds):
            rules, places = places, chosen(one.question, mixed(odds, layer.odds(choice_of(text, one))))
            changed_by = layer.name if places != rules else None
        yield EventMention(one.span, one.question.sentence.span, one.type, places, changed_by)


def choice_of(text: str, asked: Asked) -> Choice:
    """What a layer sees of an event: its sentence alone."""
    sentence = asked.question.sentence.span
    spans = (asked.span, *(name.span for name in asked.question.names))
    trigger, *names = (Span(one.start - sentence.start, one.end - sentence.start) for one in spans)
    return Choice(sentence.of(text), trigger, tuple(names))


def asked_in_each(
    texts: Iterable[str],
    at: Iterable[Sequence[Span] | None] | None = None,
    *,
    gazetteer: Gazetteer | None = None,
) -> Iterator[list[Asked]]:
    """The event words of each text with the names around them, before their places are chosen."""
    known = gazetteer or load_gazetteer()
    texts = list(texts)
    asked: list[Sequence[Span] | None] = [None] * len(texts) if at is None else list(at)
    pairs = list(zip(texts, asked, strict=True))
    for start in range(0, len(pairs), TOGETHER):
        read = [_read(text, spans, known) for text, spans in pairs[start : start + TOGETHER]]
        parsed = parse_texts((one.text, one.sentences, one.names) for one in read)
        for one, sentences in zip(read, parsed, strict=True):
            yield [event for sentence in sentences for event in _asked_in(sentence, one)]


def _read(text: str, at: Sequence[Span] | None, gazetteer: Gazetteer) -> _Read:
    parties = find_parties(text)
    places = find_places(text, gazetteer, parties)
    sentences = find_sentences(text)
    dateline = find_dateline(text)
    if dateline is not None:
        sentences = tuple(_after(dateline.span, sentence, text) for sentence in sentences)
    if at is not None:
        at, asked = sorted(at), Covered(at)
        sentences = tuple(sentence for sentence in sentences if asked.meets(sentence))
    names = tuple(mention.name for mention in places)
    return _Read(text, at, InOrder(parties), InOrder(places), names, sentences)


def _after(dateline: Span, sentence: Span, text: str) -> Span:
    """A sentence from where its dateline ends."""
    if not (sentence.start <= dateline.start and dateline.end < sentence.end):
        return sentence
    rest = text[dateline.end : sentence.end]
    return Span(sentence.end - len(rest.lstrip()), sentence.end)


def _asked_in(sentence: Parsed, read: _Read) -> Iterator[Asked]:
    types = {trigger.token.i: trigger.type for trigger in reversed(find_triggers(sentence))}
    within = sentence.span
    names = names_in(sentence, read.places.beginning_in(within), read.parties.beginning_in(within))
    if read.at is None:
        asked = [(t, sentence.span_of(t)) for t in sentence.tokens if t.i in types or _is_event(t)]
    else:
        first, last = (bisect_left(read.at, Span(edge, 0)) for edge in (within.start, within.end))
        asked = [(_asked(found), at) for at in read.at[first:last] if (found := sentence.tokens_in(at))]
    for token, span in asked:
        beside = (name for name in _nearest(names, token) if not _is_speakers(name, token))
        kind = types.get(token.i)
        yield Asked(span, kind, Question(sentence, token, tuple(beside), kind), read.at is not None)


def _nearest(names: Sequence[Name], trigger: Token) -> Sequence[Name]:
    """The names around an event, of a long list only those nearest to it."""
    if len(names) <= MOST_NAMES:
        return names
    near = sorted(names, key=lambda name: abs(name.head.i - trigger.i))[:MOST_NAMES]
    return sorted(near, key=lambda name: name.span)


def _asked(tokens: Sequence[Token]) -> Token:
    return next((token for token in tokens if is_verb(token)), tokens[0])


def _is_speakers(name: Name, trigger: Token) -> bool:
    """True for "officials in Basra said": the name is of those who say it, not of what they tell."""
    above = {token.i for token in (trigger, *trigger.ancestors)}
    subjects = (t for t in (name.head, *name.head.ancestors) if t.dep_ == "nsubj" and t.i not in above)
    return any(one.head.lower_ in reporting_verbs() and one.head != trigger for one in subjects)


def _is_event(token: Token) -> bool:
    saying = token.lower_ in reporting_verbs() or token.lower_ in FORMS_OF_BE
    return is_verb(token) and token.dep_ not in HELPING and not saying
