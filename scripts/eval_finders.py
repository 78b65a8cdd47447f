"""The parts of reading, each on a set that annotates it: dates, who says what, places of events, figures."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from eval_measured import Measured, Row, f1, read_rows, share

from whoholds.model import Span
from whoholds.text.attribution import find_attributions
from whoholds.text.dates import find_dates
from whoholds.text.events import find_events_in_each
from whoholds.text.parse import parse_sentences
from whoholds.text.quotations import carry_quotations
from whoholds.text.said import Said
from whoholds.text.sentences import find_sentences

SAME_CONTENT = 0.5  # of the characters that either content has, the share that both have


def dates(path: Path) -> Iterator[Measured]:
    """A time counts when its words meet the annotated ones and its value is the same."""
    hits = wanted = given = 0
    for report in read_rows(path):
        mentions = find_dates(report["text"], date.fromisoformat(report["dct"]))
        values = [(mention.span, value) for mention in mentions for value in (mention.value or "").split("/")]
        given, wanted = given + len(values), wanted + len(report["timex"])
        for timex in report["timex"]:
            at = Span(timex["start"], timex["end"])
            same = next((pair for pair in values if pair[0].meets(at) and pair[1] == timex["value"]), None)
            if same is not None:
                values.remove(same)
                hits += 1
    yield Measured("span and value F1", f1(hits, given, wanted), 0.83)


def attribution(path: Path) -> Iterator[Measured]:
    """What is said counts when half of its characters are shared; then, whether who says it is met."""
    hits = found = wanted = named = right = 0
    for article in read_rows(path):
        saids = [said for said in _saids(article["text"]) if said.content]
        gold = [(_spans(one, "Content"), _spans(one, "Source")) for one in article["attributions"]]
        gold = [pair for pair in gold if pair[0]]
        found, wanted = found + len(saids), wanted + len(gold)
        for number, place in _same_contents([content for content, _ in gold], saids):
            hits += 1
            claimer, sources = saids[place].claimer, gold[number][1]
            named += bool(sources)
            right += claimer is not None and any(claimer.meets(one) for one in sources)
    yield Measured("content F1", f1(hits, found, wanted), 0.70)
    yield Measured("content precision", share(hits, found))
    yield Measured("claimer, content given", share(right, named), 0.80)


def event_place(path: Path) -> Iterator[Measured]:
    """The words for the place of one event in a sentence on its own, often none; the event's verb is given.

    The sentences are in two halves, by a hash of the text: weights are fitted on the tuning half.
    """
    halves: dict[bool, list[tuple[Sequence[Span], Sequence[Span]]]] = {True: [], False: []}
    rows = read_rows(path)
    verbs = [[Span(start, end) for start, end, _ in row["verb"]] for row in rows]
    told = find_events_in_each((row["text"] for row in rows), verbs)
    for row, events in zip(rows, told, strict=True):
        found = sorted({place for event in events for place in event.places})
        halves[is_tuning(row)].append((places_of(row), found))
    for name, pairs in (("tuning half", halves[True]), ("other half", halves[False])):
        yield from _places_measured(name, pairs)


def is_tuning(row: Row) -> bool:
    """True for the sentences of the half on which the place of an event is tuned."""
    return hashlib.sha256(row["text"].encode()).digest()[-1] % 2 == 0


def places_of(row: Row) -> list[Span]:
    """Where the annotated places of an event stand."""
    return [Span(start, end) for start, end, _ in row["location"]]


def _places_measured(name: str, pairs: Sequence[tuple[Sequence[Span], Sequence[Span]]]) -> Iterator[Measured]:
    """Of pairs of annotated and found places."""
    hits = sum(any(one.meets(other) for other in told) for gold, told in pairs for one in gold)
    found, wanted = (sum(len(pair[n]) for pair in pairs) for n in (1, 0))
    empty = [told for gold, told in pairs if not gold]
    yield Measured(f"{name}: place F1", f1(hits, found, wanted), 0.55)
    yield Measured(f"{name}: place precision", share(hits, found))
    yield Measured(f"{name}: none, where there is none", share(sum(not told for told in empty), len(empty)))


def _saids(text: str) -> Sequence[Said]:
    spans = find_sentences(text)
    found = [said for sentence in parse_sentences(text, spans) for said in find_attributions(sentence)]
    return carry_quotations(text, spans, found)


def _spans(annotated: Row, part: str) -> list[Span]:
    return [Span(start, end) for one in annotated.get(part, ()) for start, end in one["spans"]]


def _same_contents(gold: Sequence[Sequence[Span]], saids: Sequence[Said]) -> Iterator[tuple[int, int]]:
    """Pairs of an annotated and a found content, the best first, each in one pair at most."""
    wanted = [_characters(spans) for spans in gold]
    given = [_characters(said.content) for said in saids]
    likeness = [
        (share(len(one & other), len(one | other)), number, place)
        for number, one in enumerate(wanted)
        for place, other in enumerate(given)
        if one & other
    ]
    left, right = set(range(len(gold))), set(range(len(saids)))
    for alike, number, place in sorted(likeness, key=lambda found: (-found[0], *found[1:])):
        if alike >= SAME_CONTENT and number in left and place in right:
            left.remove(number)
            right.remove(place)
            yield number, place


def _characters(spans: Iterable[Span]) -> set[int]:
    return {at for span in spans for at in range(span.start, span.end)}
