"""What a correction is about: a number, whose words they were, a denial, a part of a place; or all of it."""

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


def is_of_part(text: str, quote: Span, sentences: Sequence[Span], place: Span | None) -> bool:
    """True where only a part of a place is said to be otherwise: "The airport remains in the army's hands".

    `place`: where the sentence names the place; it may be a part of it ("the airport in Kunduz").
    """
    after = next((one.start for one in sentences if one.start >= quote.end), len(text))
    if any(_part_is().match(text, start) for start in (quote.start, after)):
        return True
    if place is None or not place.within(quote):
        return False
    before, behind = text[quote.start : place.start], text[place.end : quote.end]
    return _part_in().search(before) is not None or _part_of().match(behind) is not None


def _part() -> str:
    return rf"(?:{either(word_set('nouns', 'places', 'facility'))})"


@cache
def _part_is() -> re.Pattern[str]:
    """ "Correction: The airport in Kunduz remains", at the start of a sentence."""
    notice = rf"(?:{either(word_set('retraction', 'notices'))})"
    where = r"(?:\s+(?:in|at|of|near|outside)\s+(?:the\s+)?[\w’'-]+){0,2}"
    was = r"(?:remains?|remained|stays|stayed|is|was|has|had|did)"
    part = rf"(?:the|its|their|a|an)\s+(?:[\w’'-]+\s+){{0,2}}?{_part()}"
    how = r"(?:also|still|never)"
    return re.compile(rf"\W*(?:{notice}\W+)?{part}{where}\s+(?:{how}\s+)?{was}\b", re.IGNORECASE)


@cache
def _part_in() -> re.Pattern[str]:
    """ "The airport in the town of", right before the place."""
    of_town = rf"(?:the\s+(?:{either(word_set('nouns', 'places', 'settlement'))})\s+of\s+)?"
    return re.compile(rf"\b{_part()}\s+(?:in|at|of|near|outside)\s+{of_town}$", re.IGNORECASE)


@cache
def _part_of() -> re.Pattern[str]:
    """ "’s airport", "military airport", right behind the place."""
    return re.compile(rf"(?:['’]s?)?\s+(?:[a-z]+\s+)?{_part()}\b", re.IGNORECASE)


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
