"""From a report to its parsed sentences, and who says what in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from whoholds.claims.closing_it import with_closing_it
from whoholds.claims.context import ReportWords
from whoholds.claims.sentence import Memory, Sentence
from whoholds.model import Span
from whoholds.text.attribution import find_saids
from whoholds.text.parse import parse_sentences
from whoholds.text.quotations import carry_quotations, resolve_pronoun_claimers
from whoholds.text.reporting import reporting_verbs
from whoholds.text.said import Said
from whoholds.text.stretches import Covered
from whoholds.text.this_was_said import point_back
from whoholds.text.triggers import WORD, has_trigger
from whoholds.text.unverified import may_doubt, unverified_report

Progress = Callable[[float], None]  # told the share of a report that has been read, from 0 to 1
PARSED = 0.6  # the share of the work that is done when all is parsed


def untold(share: float) -> None:
    """Nobody wants to know how far it is."""


def read_sentences(words: ReportWords, progress: Progress = untold) -> list[Sentence]:
    """The sentences of a report that hold a trigger or a reporting word, parsed, with one memory for all."""
    text = words.text
    chosen = [
        (n, _without_dateline(span, words))
        for n, span in enumerate(words.sentences)
        if _is_read(span.of(text))
    ]
    names = [mention.name for mention in words.places]
    whole = len(text)
    parsed = parse_sentences(
        text, [span for _, span in chosen], names, lambda position: progress(PARSED * position / whole)
    )
    memory = Memory(
        doubts=Covered(reach for _, reach in unverified_report(parsed, lambda one: bool(find_saids(one))))
    )
    return [Sentence(one, words, memory, n) for (n, _), one in zip(chosen, parsed, strict=True)]


def _without_dateline(span: Span, words: ReportWords) -> Span:
    """A sentence from where its dateline ends: the parser takes a dateline for a part of the clause.

    Of a headline of two halves, what it says.
    """
    if span in words.headlines:
        return words.headlines[span].what
    stamps = [line for line in words.datelines if span.start == line.start and line.end < span.end]
    ends = [line.end for line in stamps if not may_doubt(line.of(words.text))]  # "Unconfirmed: "
    start = max(ends, default=span.start)
    blank = len(words.text[start : span.end]) - len(words.text[start : span.end].lstrip())
    return Span(start + blank, span.end)


def _is_read(words: str) -> bool:
    """True when a sentence holds a trigger, a reporting word, a quotation or doubt."""
    if has_trigger(words) or "“" in words or '"' in words:
        return True
    verbs = reporting_verbs()
    return may_doubt(words) or any(
        word == "according" or word in verbs for word in map(str.lower, WORD.findall(words))
    )


def who_said_what(words: ReportWords, sentences: Sequence[Sentence]) -> tuple[Said, ...]:
    """Who says what in the report, with quotations carried on and "he said" resolved."""
    found = [said for sentence in sentences for said in find_saids(sentence.parsed)]
    found += [headline.said(words.text) for headline in words.headlines.values()]
    found.sort(key=lambda said: said.cue)
    carried = carry_quotations(words.text, words.sentences, found)
    pointed = tuple(point_back(words.text, words.sentences, carried))
    return with_closing_it(words.text, resolve_pronoun_claimers(words.text, pointed), sentences)
