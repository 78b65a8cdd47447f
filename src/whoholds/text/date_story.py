"""Where a history has got to: the day from which its dates without a year are seen.

The last date told is not always it: "the election of December 2005" looks back, "until 1955" looks on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from whoholds.text.date_values import Dated

SENTENCE_BREAK = re.compile(r"[.!?][\"'”’)]*\s+(?:[-–—]\s)?[\"'“‘(]*[A-Z]|\n")
_HEAD = 30  # characters of a sentence before a date that opens it
_YEARS = 10  # a day told in mid-sentence moves the story on by so many years at most
_ASIDE = re.compile(r"\b(?:since|until|till|before|to|through|of)\s(?:the\s)?$", re.IGNORECASE)
_BACK = re.compile(r"\b(?:previous|previously|preceding|last|ago|earlier|before|prior)\b", re.IGNORECASE)
WIDE = frozenset({"window", "decade", "century", "years"})  # too wide for other dates to hang on


@dataclass(frozen=True, slots=True)
class Story:
    """`at`: the day that the story has got to; `bc`: the year before Christ, which no `date` can hold."""

    at: date | None = None
    bc: int | None = None


def told_on(story: Story, name: str, match: re.Match[str], dated: Dated) -> Story:
    """The story after a date: moved on, or unmoved by a date that is told only by the way."""
    if name in WIDE:
        return story
    if dated.value and (year := re.match(r"BC(\d{4})", dated.value)):
        back = story.bc is not None and int(year[1]) > story.bc
        return story if back and not opens(match.string, match.start()) else Story(None, int(year[1]))
    if dated.start is None or dated.kind not in ("day", "span"):
        return story
    named = "y" in match.re.groupindex and match["y"] is not None
    there = Story(dated.start)
    if story.at is None:
        return there if named or story.bc is None else story
    return there if _moves(story.at, dated.start, name, match, named=named) else story


def _moves(at: date, to: date, name: str, match: re.Match[str], *, named: bool) -> bool:
    text, start = match.string, match.start()
    if not named:
        return not _BACK.search(match.group())
    if name == "year" and to.year == at.year:
        return False  # it says no more than is known
    if _ASIDE.search(text, max(0, start - 12), start):
        return False
    if opens(text, start):
        return True
    day = name in ("month_day", "day_month", "numeric")
    return 0 <= to.year - at.year <= (_YEARS if day else 0) or (day and _heads_paragraph(text, start))


def _heads_paragraph(text: str, start: int) -> bool:
    """True in the first sentence of a paragraph."""
    breaks = list(SENTENCE_BREAK.finditer(text, max(0, start - 250), start))
    return bool(breaks) and "\n" in breaks[-1].group()


def opens(text: str, start: int) -> bool:
    """True for a place near the head of its sentence or line."""
    before = text[max(0, start - _HEAD) : start]
    return start < _HEAD or bool(SENTENCE_BREAK.search(before))
