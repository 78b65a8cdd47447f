"""Pictures that a report calls fake or old: "the video is from 2019", "footage of it was made with AI"."""

from __future__ import annotations

import re
from functools import cache

from whoholds.lexicon import read_lexicon, word_set
from whoholds.model import Span
from whoholds.text.commitment import word_set as outcome_words
from whoholds.text.spoken_subjects import either

REACH = 200  # characters between what pictures show and what is said of them


def is_called_old(text: str, sentence: Span, event: Span, year: int | None) -> bool:
    """True where pictures are named before an event in its sentence, and called fake or old in it.

    `year` is that of the report: pictures of that year are not old.
    """
    if not names_pictures(text, sentence.start, event.start):
        return False
    if _old_ones().search(text, sentence.start, event.start) is not None:
        return True
    behind = text[event.start : min(sentence.end, event.end + REACH)]
    return any(_is_before(match, year) for match in _stated().finditer(behind))


def names_pictures(text: str, start: int, end: int) -> bool:
    """True where a video, footage or pictures are named between two characters."""
    return _pictures().search(text, start, end) is not None


def calls_old(text: str, sentence: Span, year: int | None) -> bool:
    """True for a sentence that opens with saying that the pictures told of before it are fake or old."""
    opens = _opening().match(text, sentence.start, sentence.end)
    if opens is None:
        return False
    stated = _stated().match(text, opens.end(), sentence.end)
    return stated is not None and _is_before(stated, year)


def _is_before(match: re.Match[str], year: int | None) -> bool:
    told = match["year"] or match["since"]
    return told is None or year is None or int(told) < year


@cache
def _pictures() -> re.Pattern[str]:
    nouns = either(word_set("frames", "pictures"))
    return re.compile(rf"\b(?:{nouns})s?\b", re.IGNORECASE)


@cache
def _old_ones() -> re.Pattern[str]:
    """ "An old video", "doctored pictures"."""
    nouns, told = either(word_set("frames", "pictures")), read_lexicon("en", "frames")["old_pictures"]
    return re.compile(rf"\b(?:{either(told['named'])}) (?:[a-z]+ )?(?:{nouns})s?\b", re.IGNORECASE)


@cache
def _opening() -> re.Pattern[str]:
    nouns = either(word_set("frames", "pictures"))
    those = rf"(?:the|that|this|these|those|both) (?:\w+ )?(?:{nouns})s?"
    return re.compile(
        rf"\W*(?:(?:but|however|in fact),? )?{those},? (?:(?:in fact|actually|however),? )?", re.IGNORECASE
    )


@cache
def _stated() -> re.Pattern[str]:
    words = read_lexicon("en", "frames")["old_pictures"]
    how = r"(?:(?!not\b|never\b)(?:\w+ly|in fact|also|all|both|years|an?|the) ){0,3}"
    year = r"(?P<year>(?:19|20)\d\d)\b"
    when = rf"(?:(?:\w+ ){{0,3}}{year}|(?:{either(words['others'])})\b|(?:\w+ ){{0,2}}years ago)"
    false = either([*words["words"], *outcome_words("outcome", "false"), *outcome_words("outcome", "faked")])
    made = rf"(?:{either(words['made'])}) (?:(?:in|on|from|at|during|back in|by) (?:the )?)?"
    was = r"\b(?:is|are|was|were|has been|have been|turned out to be|proved to be|proved) "
    since = rf"(?:{either(words['since'])}) (?:to )?{when.replace('?P<year>', '?P<since>')}"
    unrelated = either(words["unrelated"])
    return re.compile(
        rf"{was}{how}(?:(?:{false})\b|(?:(?:from|of) |{made}){when})"
        rf"|\b{since}|\b(?:{unrelated})\b",
        re.IGNORECASE,
    )
