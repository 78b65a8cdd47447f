"""The parts of reading, each on a set that annotates it: dates, places of events, figures."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from eval_measured import Measured, Row, f1, read_rows, share

from whoholds.model import Span
from whoholds.text.dates import find_dates
from whoholds.text.events import find_events_in_each


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
