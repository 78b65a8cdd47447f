"""What a correction is about: a number, a spelling, whose words they were, a denial; or what happened."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from whoholds.lexicon import word_set
from whoholds.model import Span
from whoholds.text.numbers import number_pattern
from whoholds.text.spoken_subjects import either


def is_of_detail(text: str, quote: Span, sentences: Sequence[Span]) -> bool:
    """True where a correction takes back a detail, or a denial: that the place changed hands then stands.

    `quote`: its sentence, `sentences`: those of the report; the one behind it may say what is right.
    """
    said = quote.of(text)
    after = next((one.of(text) for one in sentences if one.start >= quote.end), "")
    if any(pattern.search(said) for pattern in (_detail(), _number_instead(), _denial())):
        return True
    numbered = re.search(rf"\b{number_pattern()}\b", said) and _right_number().match(after)
    return bool(numbered) or _right_teller().match(after) is not None


def _any(key: str) -> str:
    return rf"(?:{either(word_set('retraction', 'details', key))})"


@cache
def _detail() -> re.Pattern[str]:
    """ "Misattributed", "misstated the number", "gave a wrong toll"."""
    of_things = rf"{_any('told')}\s+(?:the|an?|his|her|their|its)\s+(?:[\w’'-]+\s+){{0,2}}?{_any('things')}"
    return re.compile(rf"\b(?:{_any('words')}|{of_things})\b", re.IGNORECASE)


@cache
def _number_instead() -> re.Pattern[str]:
    """ "13 soldiers, not 30", "not 30 soldiers"; not "not one town"."""
    instead = rf"(?:{either(word_set('retraction', 'instead'))})"
    return re.compile(rf"\b{instead}\s+(?!one\b){number_pattern()}\b{_of_people()}")


@cache
def _denial() -> re.Pattern[str]:
    """ "A story on Sunday quoted the ministry as denying", "an earlier version said the army denied"."""
    reports = rf"(?:{either((*word_set('retraction', 'reports'), 'version', 'versions'))})"
    said = rf"(?:{_any('quoted')}|(?:{either(word_set('retraction', 'told'))})|that)"
    teller = rf"(?:(?!\b{_any('clauses')}\b)[^.,;:!?\n]){{1,80}}?"  # what was told begins with the denial
    return re.compile(
        rf"\b{reports}\b[^.;:!?\n]{{0,60}}?\s{said}\b{teller}\b{_any('denied')}\b", re.IGNORECASE
    )


@cache
def _right_number() -> re.Pattern[str]:
    """ "It was 13.", "The correct figure is 13."; not "it was one of them"."""
    what = rf"(?:it|they|there|that|the\s+(?:[\w-]+\s+){{0,3}}?{_any('things')})"
    was = r"(?:is|was|were|are|should\s+(?:be|have\s+been))"
    how = r"(?:(?:in\s+fact|about|only|actually)\s+)?"
    number = rf"{number_pattern()}\b{_of_people()}(?:\s+[a-z]+){{0,2}}\s*[.,;]"
    return re.compile(rf"\W*{what}\s+{was}\s+{how}{number}", re.IGNORECASE)


def _of_people() -> str:
    return rf"(?!\s+(?:of|{either(word_set('retraction', 'details', 'hours'))})\b)"


@cache
def _right_teller() -> re.Pattern[str]:
    """ "It was the governor who said so.", "The remark should have been attributed to the governor."."""
    words = rf"(?:it|this|that|they|the\s+(?:[\w-]+\s+)?{_any('remarks')})"
    said = rf"(?:{either(word_set('retraction', 'told'))})"
    by = rf"(?:{_any('tellers')}|was\s+[^.;:!?\n]{{1,60}}?\s+who\s+{said})"
    return re.compile(rf"\W*{words}\s+{by}\b", re.IGNORECASE)
