"""What holds of every text: exact quotations, one answer, no exception."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from readings import read, report

from whoholds.claims import EXTRACTORS
from whoholds.claims.rules import EXTRACTOR, extract
from whoholds.gazetteer import load_gazetteer
from whoholds.model import Extraction

SHARED = Path(__file__).parents[3] / "shared"
FILES = {
    "gold/dev.jsonl": 20,
    "gold/seed.jsonl": 5,
    "eval/fakes.jsonl": 15,
    "eval/isaf.jsonl": 15,
    "eval/muc4_tst3.jsonl": 10,
}
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
)


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


def sampled() -> list[str]:
    texts = []
    for name, count in FILES.items():
        file = SHARED / name
        if file.exists():
            lines = file.read_text(encoding="utf-8").strip().split("\n")
            texts += [json.loads(line)["text"] for line in lines[:: max(1, len(lines) // count)][:count]]
    return texts


@pytest.mark.skipif(not SHARED.exists(), reason="the gold and evaluation texts are not part of the project")
def test_real_texts() -> None:
    texts = sampled()
    assert texts
    for text in texts:
        extraction = extract(report(text), load_gazetteer())
        check(text, extraction)
        for claim in read(text):
            quote = claim.claim.quote
            assert text[quote.start : quote.end] == claim.quote
            assert (claim.trigger or "?") in claim.quote


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


def test_the_extractor_stands_in_the_table() -> None:
    assert EXTRACTORS[EXTRACTOR] is extract
