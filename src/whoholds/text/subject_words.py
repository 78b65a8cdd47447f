"""The words that stand as the subject before a verb, read without a parser."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from whoholds.model import Span

_EDGE = r"[,;:—–\"“”()]"
_LEADING = re.compile(r"[\s\"“”'‘(\[*•-]+|(?:There|It)\s")
_LONGEST = 120  # characters of a subject


def subject_before(text: str, sentence: Span, end: int, breaks: tuple[str, ...]) -> Span | None:
    """The words from the start of the clause to `end`, None where there are none.

    The clause begins after the last comma, bracket, quotation mark or word of `breaks` in the sentence; a
    relative clause or apposition between commas is stepped over ("The army, which left, declined").
    """
    start = max(sentence.start, end - _LONGEST)
    edges = [match.end() for match in _edges(breaks).finditer(text, start, end)]
    if text[start:end].rstrip().endswith(",") and len(edges) > 1:
        end, edges = edges[-2] - 1, edges[:-2]
    for first in [*reversed(edges), sentence.start]:
        span = _trimmed(text, max(first, start), end)
        if span is not None:
            return span
    return None


@cache
def _edges(breaks: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"{_EDGE}|\b(?:{'|'.join(map(re.escape, breaks))})\b", re.IGNORECASE)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    leading = _LEADING.match(text, start, end)
    first = leading.end() if leading else start
    words = text[first:end].rstrip(" \t\n\xa0,")
    if not words or not words[0].isalnum():
        return None
    return Span(first, first + len(words))


def either(words: Iterable[str], between: str = r"\s+") -> str:
    """Alternatives of phrases, longest first, with `between` for each of their spaces."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(between.join(map(re.escape, phrase.split())) for phrase in ordered)
