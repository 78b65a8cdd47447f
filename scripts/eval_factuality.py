"""How far claimers commit: sentences of many wars, written and coded for the project, in two halves.

The rules are worked on with one half ("tune"); the other ("kept") only measures them. Which half a text is in
follows from its own words, so that neither can be chosen. The set is part of the project's tests.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from eval_measured import PROJECT, Measured, Row, read_rows, share

from whoholds.claims.context import report_words
from whoholds.gazetteer import load_gazetteer
from whoholds.model import Factuality, Report, Span
from whoholds.text.attribution import claim_attribution, find_saids
from whoholds.text.factuality import FactualityReading, read_factuality
from whoholds.text.parse import parse_sentences
from whoholds.text.quotations import carry_quotations
from whoholds.text.unverified import unverified_report

FILE = PROJECT / "tests" / "text" / "factuality_coded.jsonl"
HALVES = ("tune", "kept")
MARKED = re.compile(r"\*([^*]+)\*")
UNVERIFIED = "unverified"


@dataclass
class Counts:
    """Of each value: how often it is coded, read, and both."""

    coded: Counter[str] = field(default_factory=Counter)
    read: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)

    def add(self, coded: set[str], read: set[str]) -> None:
        """One event's coded and read values."""
        self.coded.update(coded)
        self.read.update(read)
        self.right.update(coded & read)


@dataclass(frozen=True, slots=True)
class Event:
    """One marked event: what is coded of it, and what is read."""

    half: str
    text: str
    trigger: Span
    coded: set[str]
    read: set[str]
    reason: str


def factuality(path: Path = FILE) -> Iterator[Measured]:
    """Recall and precision of every value and of `unverified`, for both halves."""
    counts = {half: Counts() for half in HALVES}
    for event in events(path):
        counts[event.half].add(event.coded, event.read)
    for half, of in counts.items():
        for value in (*(one.value for one in Factuality), UNVERIFIED):
            yield Measured(f"{half}, {value}: recall", share(of.right[value], of.coded[value]))
            yield Measured(f"{half}, {value}: precision", share(of.right[value], of.read[value]))


def events(path: Path = FILE) -> Iterator[Event]:
    """Every marked event of the set, read as the product reads it in a report."""
    for row in read_rows(path):
        plain = row["text"].replace("*", "")
        spans = tuple(marked_spans(row["text"]))
        readings = zip(spans, coded(row), read(plain, spans), strict=True)
        for span, values, (reading, doubted) in readings:
            found = {reading.value.value} | ({UNVERIFIED} if doubted else set())
            yield Event(half_of(plain), plain, span, values, found, reading.reason)


def half_of(text: str) -> str:
    """The half that a text without its marks is in."""
    return HALVES[int(hashlib.sha256(text.encode()).hexdigest()[-1], 16) % 2]


def marked_spans(marked: str) -> Iterator[Span]:
    """Where the starred words stand in the text without stars."""
    for place, found in enumerate(MARKED.finditer(marked)):
        yield Span(found.start() - 2 * place, found.end() - 2 * place - 2)


def coded(row: Row) -> list[set[str]]:
    """The value of every marked event, and `unverified` where it is coded so."""
    flags = row.get(UNVERIFIED, [False] * len(row["values"]))
    pairs = zip(row["values"], flags, strict=True)
    return [{value, UNVERIFIED} if flag else {value} for value, flag in pairs]


def read(text: str, spans: Iterable[Span]) -> Iterator[tuple[FactualityReading, bool]]:
    """How each event is read, and whether the report says of it that it is not verified."""
    words = report_words(Report(text), load_gazetteer())
    parsed = parse_sentences(text, words.sentences, [mention.name for mention in words.places])
    found = [said for sentence in parsed for said in find_saids(sentence)]
    saids = carry_quotations(text, words.sentences, found)
    doubts = [reach for _, reach in unverified_report(parsed, lambda one: bool(find_saids(one)))]
    for span in spans:
        sentence = next(one for one in parsed if span.within(one.span))
        token = sentence.tokens_in(span)[0]
        reading = read_factuality(token, sentence, claim_attribution(span, saids))
        yield reading, reading.unverified or any(span.meets(reach) for reach in doubts)


def print_mistakes(half: str = "tune") -> None:
    """Every event of the half that is tuned on of which something else is read than coded."""
    for event in events():
        if event.half == half and event.coded != event.read:
            trigger = event.trigger
            text = f"{event.text[: trigger.start]}*{trigger.of(event.text)}*{event.text[trigger.end :]}"
            print(json.dumps(sorted(event.coded)), "read", json.dumps(sorted(event.read)), text, sep="  ")
            print(f"    {event.reason}")


if __name__ == "__main__":
    print_mistakes()
