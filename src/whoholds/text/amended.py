"""What the note of an amendment says was in a report before: "corrected to remove the statement that …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from whoholds.lexicon import word_set
from whoholds.model import Span
from whoholds.text.retraction import RetractionMention
from whoholds.text.retraction_after import overturned_after, own_report
from whoholds.text.spoken_subjects import either


def told_before(text: str, sentence: Span) -> Span | None:
    """Where a sentence tells what the report said before it was amended, None where it tells no such thing.

    It reaches to a semicolon or the end: behind it the sentence may say what is right.
    """
    found = _note(text, sentence) or _taking_back().search(text, sentence.start, sentence.end)
    if found is None:
        return None
    stop = text.find(";", found.end(), sentence.end)
    return Span(found.end(), stop if stop >= 0 else sentence.end)


def find_amendments(text: str, sentences: Sequence[Span]) -> Iterator[RetractionMention]:
    """The notes that say so, and "We reported that it fell. That was wrong", by the outlet's own word."""
    for index, sentence in enumerate(sentences):
        found = _note(text, sentence)
        if found is None and overturned_after(text, sentences, index):
            found = own_report(text, sentence)
        if found is not None:
            yield RetractionMention(sentence, Span(found.start(), found.end()), None, None)


def _note(text: str, sentence: Span) -> re.Match[str] | None:
    """The words by which a sentence says that something was taken out, or what an earlier version said."""
    removing = _removing().search(text, sentence.start, sentence.end)
    return removing or _version().search(text, sentence.start, sentence.end)


def _any(*group: str) -> str:
    return rf"(?:{either(word_set('retraction', *group))})"


@cache
def _removing() -> re.Pattern[str]:
    """ "This article was amended on Monday to remove", not "the army removed"."""
    was = r"(?:was|were|has\s+been|have\s+been|is|are)\s+(?:\w+ly\s+|since\s+|later\s+)?"
    when = r"(?:\s+(?:on|at)\s+[\w ,:]{2,30}?)?"
    removing = rf"{_any('amended')}{when}\s+to\s+{_any('amended', 'removing')}"
    return re.compile(rf"\b{_any('reports')}\s+{was}{removing}\b", re.IGNORECASE)


@cache
def _version() -> re.Pattern[str]:
    """ "An earlier version of this story misstated that"."""
    said = rf"(?:\w+ly\s+)?(?:{_any('amended', 'told')}|{_any('told')})"
    return re.compile(rf"\b{_any('old')}\s+versions?\b[^.;:!?\n]{{0,40}}?\s{said}\b", re.IGNORECASE)


@cache
def _taking_back() -> re.Pattern[str]:
    """ "She backtracked on an announcement earlier in the day that", up to what it told."""
    whose = r"(?:its|their|his|her|the|an?|that|this|our)"
    return re.compile(
        rf"\b{_any('verbs')}\s+{whose}\s+(?:[\w’'-]+\s+){{0,3}}{_any('reports')}\s+(?:[\w’'-]+\s+){{0,6}}?that\b",
        re.IGNORECASE,
    )
