"""Sentences in which people coded where an event happened: their file, its two halves, and what is counted.

One JSON object a line (this is the form of `eval/event_place.jsonl`):

    {"text": "Gunmen killed two men in Gao on Friday, police in Bamako said.",
     "verb": [[7, 13, "killed"]], "location": [[25, 28, "Gao"]], "document": "report 12"}

| key | |
|---|---|
| `text` | one sentence |
| `verb` | the word of the event: its first character, the one after its last, the word. Verb or noun |
| `location` | the words for where it happened, each in that form; `[]` where the sentence names no place |
| `document` | may be left out: sentences of one document count together in the intervals of figures |

Two events of one sentence are two lines. A few thousand lines are needed; lines without a place are needed
too, or the model learns that there always is one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import learned_measures as measures
from eval_factuality import HALVES
from eval_finders import is_tuning
from eval_measured import Row

from whoholds.model import Span
from whoholds.text.events import find_events_in_each
from whoholds.text.place_layer import PlaceLayer

TUNE, KEPT = HALVES
ALL = "all"
DOCUMENT = re.compile(r"[A-Z]{3}_ENG_\d+\.\d+")  # what sentences of one newswire report share in their ids
FIGURES: Mapping[str, measures.Figure] = {
    "place F1": lambda counts: measures.f1(counts[:3]),
    "place precision": lambda counts: measures.precision(counts[:3]),
    "place recall": lambda counts: measures.recall(counts[:3]),
    "none, where there is none": lambda counts: measures.share(counts[3:]),
}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with the word of an event, and the words coded as its place."""

    text: str
    verb: Span
    places: tuple[Span, ...]
    document: str
    half: str


def read_sentences(path: Path) -> list[Sentence]:
    """The sentences of a file, in order. Raises `SystemExit` with the line that is not as it must be."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return [_sentence(line, n, path) for n, line in enumerate(lines, start=1) if line.strip()]


def in_half(sentences: Sequence[Sentence], half: str) -> list[Sentence]:
    """The sentences of one half, or all."""
    return [one for one in sentences if half in (ALL, one.half)]


def other_than(half: str) -> str | None:
    """The half that is measured when one is learned from; None when all are."""
    return {TUNE: KEPT, KEPT: TUNE}.get(half)


def counted(sentences: Sequence[Sentence], told: Sequence[Sequence[Span]]) -> Mapping[str, list[float]]:
    """By document: places hit, found, coded; events rightly without a place, events without a place."""
    counts: dict[str, list[float]] = {one.document: [0.0] * 5 for one in sentences}
    for one, found in zip(sentences, told, strict=True):
        row = counts[one.document]
        row[0] += sum(any(place.meets(span) for span in found) for place in one.places)
        row[1] += len(found)
        row[2] += len(one.places)
        row[3] += not one.places and not found
        row[4] += not one.places
    return counts


def told(sentences: Sequence[Sentence], layer: PlaceLayer | None) -> list[tuple[Span, ...]]:
    """The places that `find_events` tells of the event of each sentence."""
    verbs = [[one.verb] for one in sentences]
    events = find_events_in_each((one.text for one in sentences), verbs, layer=layer)
    return [tuple(place for event in of for place in event.places) for of in events]


def _sentence(line: str, number: int, path: Path) -> Sentence:
    try:
        row = json.loads(line)
        text, verbs, places = row["text"], _spans(row, "verb"), _spans(row, "location")
    except (ValueError, KeyError, TypeError) as error:
        raise SystemExit(f"{path}, line {number}: {_reason(error)}. {__name__}.py tells the form.") from None
    if not verbs:
        raise SystemExit(f"{path}, line {number}: no word of an event is coded in `verb`.")
    half = TUNE if is_tuning(row) else KEPT
    return Sentence(text, verbs[0], places, _document(row, number), half)


def _spans(row: Row, key: str) -> tuple[Span, ...]:
    found = []
    for start, end, words in row[key]:
        if not words or row["text"][start:end] != words:
            raise ValueError(f"{words!r} in `{key}` does not stand at {start} to {end}")
        found.append(Span(start, end))
    return tuple(found)


def _document(row: Row, number: int) -> str:
    found = DOCUMENT.match(str(row.get("id", "")))
    return str(row.get("document") or (found.group() if found else f"line {number}"))


def _reason(error: Exception) -> str:
    return f"{error} is missing" if isinstance(error, KeyError) else str(error)
