"""What holds of every text: exact quotations, one answer, no exception."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from readings import read, report

from whoholds.claims import EXTRACTORS
from whoholds.claims.rules import EXTRACTOR, extract
from whoholds.gazetteer import load_gazetteer
from whoholds.model import Extraction
from whoholds.resolve import Told, resolve_report
from whoholds.silences import resolve_silences
from whoholds.unseen import seen_text

SHARED = Path(__file__).parents[3] / "shared"
KEYS = ("text", "title", "headline", "note")  # what holds texts in the files there
KNOWN = datetime(2026, 1, 1, tzinfo=UTC)
TOGETHER = 300  # characters: shorter texts are joined to long ones, which are read faster
LONG = 30_000
MOST = 30_000  # characters of each file that are read; all of them where WHOHOLDS_ALL_TEXTS is set
WORDS = (
    "The Taliban",
    "captured",
    "fell to",
    "“Kunduz”",
    "the city",
    "there",
    "rebel-held",
    "said",
    "“",
    "”",
    ".",
    "\n",
    "on Friday",
    "in 2015 and 2016",
    "killed 20",
    "air strikes",
    "the capital of",
    "Nimruz province",
    "districts including",
    "’s",
    "both",
    "they",
    "denied this",
    "-held",
    "\u200f",
    "recap\u00adtured Go\u200bma,\u2060",
)
SAID = "The army recaptured Goma on Tuesday, a spokesman for the army said. The rebels had no comment."
HIDDEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u061c\u200e\u200f\u202a\u202e\u202c\u2066\u2069"


def check(text: str, extraction: Extraction) -> None:
    """The invariants of an extraction over its text."""
    assert extraction.report == report(text).key
    for claim in extraction.claims:
        assert 0 <= claim.quote.start < claim.quote.end <= len(text)
        assert claim.trigger is not None
        assert claim.trigger.within(claim.quote)
        spans = [
            m.said or m.span for m in (claim.actor, claim.recipient, claim.place) if m and not m.inferred
        ]
        assert all(span.end <= len(text) for span in spans)
    assert len({claim.key for claim in extraction.claims}) == len(extraction.claims)


def rows(file: Path) -> Iterator[Mapping[str, object]]:
    """The rows of a file of lines of JSON or of a table; a file of plain text is one row."""
    words = file.read_text(encoding="utf-8")
    if file.suffix == ".jsonl":
        yield from map(json.loads, words.strip().split("\n"))
    elif file.suffix == ".csv":
        yield from csv.DictReader(words.splitlines())
    else:
        yield {"text": words}


def texts_of(file: Path) -> list[str]:
    """Each different text of a file once; short ones joined, but for those that tell of no war."""
    found = dict.fromkeys(str(row[key]) for row in rows(file) for key in KEYS if row.get(key))
    alone: list[str] = []
    joined: list[str] = []
    for text in found:
        if len(text) > TOGETHER or file.stem == "peaceful":
            alone.append(text)
        elif joined and len(joined[-1]) < LONG:
            joined[-1] += f"\n\n{text}"
        else:
            joined.append(text)
    return alone + joined


def spread(texts: list[str]) -> list[str]:
    """Texts from all over a file, as many as may be read here; the longest of them always."""
    if "WHOHOLDS_ALL_TEXTS" in os.environ or not texts:
        return texts
    step = max(1, round(sum(map(len, texts)) / MOST))
    return [max(texts, key=len), *texts[::step]]


def files() -> list[Path]:
    """The files with gold and evaluation texts; those of places and towns hold none."""
    named = [file for kind in ("jsonl", "csv", "txt") for file in sorted(SHARED.rglob(f"*.{kind}"))]
    return [file for file in named if texts_of(file)]


@pytest.mark.skipif(not SHARED.exists(), reason="the gold and evaluation texts are not part of the project")
@pytest.mark.parametrize("file", files(), ids=lambda file: file.stem)
def test_real_texts(file: Path) -> None:
    """Of the texts beside the project: each quotation is the words that stand at its place."""
    for text in spread(texts_of(file)):
        told = report(text)
        extraction = extract(told, load_gazetteer())
        check(text, extraction)
        for claim in resolve_report(Told(told, extraction, KNOWN), load_gazetteer()):
            quote = claim.claim.quote
            assert text[quote.start : quote.end] == claim.quote
            assert (claim.trigger or "?") in claim.quote


def test_the_texts_beside_the_project_are_found() -> None:
    if not SHARED.exists():
        pytest.skip("the gold and evaluation texts are not part of the project")
    assert {"dev", "seed", "report", "fakes", "isaf", "muc4_tst3", "event_place"} <= {f.stem for f in files()}


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_read_without_an_exception(text: str) -> None:
    check(text, extract(report(text), load_gazetteer()))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=25), st.booleans())
def test_any_words_of_war_are_read_the_same_twice(words: list[str], dated: bool) -> None:
    text = " ".join(("The Taliban attacked the army with artillery.", *words))
    told = report(text, date(2021, 8, 8) if dated else None)
    once = extract(told, load_gazetteer())
    check(text, once)
    assert extract(told, load_gazetteer()) == once
    read(text, date(2021, 8, 8) if dated else None)


@pytest.mark.parametrize("hidden", HIDDEN, ids=ascii)
def test_what_nobody_sees_is_read_as_if_it_were_not_there(hidden: str) -> None:
    (plain,) = read(SAID)
    text = hidden.join(["", *SAID, ""])
    (claim,) = read(text)
    assert claim.quote == claim.claim.quote.of(text) == hidden.join(plain.quote)
    told = (claim.trigger, claim.place, claim.claimer, claim.side, claim.own_interest, claim.days)
    assert told == (plain.trigger, plain.place, plain.claimer, plain.side, plain.own_interest, plain.days)
    assert claim.side == "Congolese government"
    assert claim.id == claim.claim.key
    silences = resolve_silences(
        Told(report(text), extract(report(text), load_gazetteer()), KNOWN), load_gazetteer(), (claim,)
    )
    assert [one.quote for one in silences] == [hidden.join("The rebels had no comment.")]


@pytest.mark.parametrize("word", ["\u0645\u06cc\u200c\u06af\u0648\u06cc\u062f", "\u0915\u094d\u200d\u0937"])
def test_joiners_that_are_spelling_stay(word: str) -> None:
    assert seen_text(word) is None


def test_the_extractor_stands_in_the_table() -> None:
    assert EXTRACTORS[EXTRACTOR] is extract
