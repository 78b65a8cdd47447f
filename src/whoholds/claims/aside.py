"""Places that a report brings in beside the one that it is about: "the city" means none of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from whoholds.claims.sentence import Sentence
from whoholds.lexicon import word_set
from whoholds.model import Span
from whoholds.text.places import PlaceMention

ASIDE = 50  # characters before a name in which "another" belongs to it


def is_aside(mention: PlaceMention, sentence: Sentence) -> bool:
    """True for a place that is brought in beside the one a report is about: "another capital, Taloqan"; and
    for one that somebody passes, goes to when leaving or comes from: "through Uvira", "came from it"."""
    since = sentence_start(sentence, mention)
    words = sentence.report.text[max(since, mention.span.start - ASIDE) : mention.span.start].lower().split()
    if set(words[-1:]) & word_set("pointing", "passed"):
        return True
    gone = set(words[-1:]) & word_set("pointing", "goals")
    if gone and set(words[-3:-1]) & word_set("pointing", "passed", "leaving"):
        return True
    if words[-1:] == ["from"] and set(words[-3:-1]) & word_set("pointing", "passed", "coming"):
        return True
    if set(words) & word_set("pointing", "aside"):
        return True
    return _is_long_since(mention, sentence) or _is_taken_before(mention, sentence)


def is_only_named(mention: PlaceMention, text: str) -> bool:
    """True for Tripoli in "the Tripoli-based government", which tells whose seat is where; for the name of an
    area that a town has too ("in Cabañas department")."""
    match = _seated().match(text, mention.span.end)
    return match is not None and (match["area"] is None or mention.place.kind == "settlement")


@cache
def _seated() -> re.Pattern[str]:
    seated, areas = ("|".join(sorted(word_set("pointing", "aside", key))) for key in ("seated", "areas"))
    return re.compile(rf"[-‑](?:{seated})\b| (?P<area>{areas})\b")


def _is_taken_before(mention: PlaceMention, sentence: Sentence) -> bool:
    """True for Aleppo in "they captured Hama, following their takeover of Aleppo"."""
    since, at = sentence_start(sentence, mention), mention.span.start
    if _taken_before().search(sentence.report.text[max(since, at - ASIDE) : at]) is None:
        return False
    return bool(sentence.report.antecedents_in(Span(since, at), mention.place.kind))


@cache
def _taken_before() -> re.Pattern[str]:
    after, takings = ("|".join(sorted(word_set("pointing", "aside", key))) for key in ("after", "takings"))
    return re.compile(rf"\b(?:{after}) (?:[\w’']+ ){{0,3}}(?:{takings}) (?:of )?(?:the \w+ of )?$")


def _is_long_since(mention: PlaceMention, sentence: Sentence) -> bool:
    """True for Bakhmut in "the greatest gain since they seized the city of Bakhmut": told of before."""
    start = max(sentence_start(sentence, mention), mention.span.start - ASIDE)
    before = sentence.report.text[start : mention.span.start].lower()
    at = before.rfind(" since ")
    dates = sentence.report.dates_in(Span(start, mention.span.start)) if at >= 0 else ()
    return at >= 0 and not any(date.span.end > start + at for date in dates)


def sentence_start(sentence: Sentence, mention: PlaceMention) -> int:
    """Where the sentence of a place before this one begins."""
    spans, at = sentence.report.sentences, mention.span.start
    after = bisect_right(spans, at, hi=sentence.index + 1, key=lambda span: span.start)
    return spans[after - 1].start if after else 0
