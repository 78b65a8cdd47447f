"""Dates and times that a report names, resolved as far as its words allow.

Own rules after TIMEX3 (TimeML) and HeidelTime's idea of a document that either reports (dates hang on
publication) or tells a history (dates hang on the date told before).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from whoholds.model import Span
from whoholds.text.date_forms import Form, find_forms, is_date, words_of
from whoholds.text.date_relative import on_day_ago
from whoholds.text.date_rules import resolve
from whoholds.text.date_story import SENTENCE_BREAK, WIDE, Story, told_on
from whoholds.text.date_values import Clock, Dated


@dataclass(frozen=True, slots=True)
class DateMention:
    """Words that name a time.

    `value` is TIMEX3-like ("2021-08-09", "2021-08", "2021-W32", "P7D", "2021-08-06/2021-08-08"), with X for
    what is not known ("XXXX-08-06"), None where nothing is. `start`, `end` are the first and last day, None
    where open. `kind` is day, span (longer than a day), since, until, after, duration, set (each Monday), ref
    (now, recently: no bounds) or aspect (former, at night: a time, but no day). A year before Christ has a
    value only ("BC0480"). `anchored`: the days hang on the day of publication.
    """

    span: Span
    value: str | None
    start: date | None
    end: date | None
    kind: str
    anchored: bool


def find_dates(text: str, published: date | None) -> tuple[DateMention, ...]:
    """The times the text names, in order, as seen from the day of publication.

    Without `published`, relative words keep their span and stay open: nothing is filled in.
    """
    forms = [form for form in find_forms(text) if is_date(*form)]
    history = _tells_history(forms, published)
    mentions: list[DateMention] = []
    told: Dated | None = None
    told_at = 0
    story = Story()
    for position, (name, match) in enumerate(forms):
        near = told if told and (history or _same_sentence(text, told_at, match.start())) else None
        seen = story if history else Story(_text_year(near, published))
        if history and told and _SAME_YEAR.search(match.group()):
            seen = Story(told.start)
        seen = _year_ahead(forms, position) or seen
        beside = bool(told) and _BESIDE.fullmatch(text, told_at, match.start()) is not None
        shown = None if history else published
        clock = Clock(shown, told, seen.at, _looks_ahead(text, match), seen.bc, beside)
        dated = resolve(name, match, clock)
        if dated is None:
            continue
        if (ago := _with_ago(forms, position, dated)) is not None and mentions:
            first = mentions.pop()
            told, told_at = ago, match.end()
            mentions.append(replace(_mention(match, ago), span=Span(first.span.start, match.end())))
            continue
        story = told_on(story, name, match, dated) if history else story
        if dated.start is not None and dated.kind in ("day", "span") and name not in WIDE:
            told, told_at = dated, match.end()
        mentions.append(_mention(match, dated))
    return tuple(_bounded(text, mention, published) for mention in _joined(text, _timed(text, mentions)))


def _with_ago(forms: Sequence[Form], position: int, dated: Dated) -> Dated | None:
    """What "a year ago today", "a year ago on Tuesday" mean: the second date, so long before."""
    name, match = forms[position]
    if position == 0 or name not in _DAYS_AGO or forms[position - 1][0] != "offset":
        return None
    ago = forms[position - 1][1]
    return on_day_ago(ago, dated) if _AGO.fullmatch(match.string, ago.end(), match.start()) else None


_DAYS_AGO = ("days", "weekday", "which_unit")
_AGO = re.compile(r",?\s(?:on\s)?")

_HOUR = "XXXX-XX-XXT"


def _timed(text: str, mentions: Sequence[DateMention]) -> Sequence[DateMention]:
    """The mentions, hours ("5:34 a.m.") put on the day that stands after or before them in their sentence."""
    timed = list(mentions)
    for place, mention in enumerate(mentions):
        hour = mention.value[11:] if mention.value and mention.value.startswith(_HOUR) else ""
        if not hour[:1].isdigit():
            continue
        after = [m for m in mentions[place + 1 : place + 2] if m.span.start - mention.span.end < _NEAR]
        for other in (*after, *reversed(mentions[:place])):
            start, end = sorted((mention.span.end, other.span.end))
            if not _same_sentence(text, start, end):
                break
            if other.kind in _DAYS and other.start is not None and other.start == other.end:
                timed[place] = replace(mention, value=f"{other.start}T{hour}")
                break
    return timed


_NEAR = 25  # characters between an hour and the day that follows it
_DAYS = ("day", "since", "until", "after")
_SAME_YEAR = re.compile(r"\b(?:that|same)\syear$")


def _year_ahead(forms: Sequence[Form], position: int) -> Story | None:
    """The year that "in March and April 1918", "the summer and autumn of 481 BC" give to the first."""
    name, match = forms[position]
    if position + 1 == len(forms) or name not in _YEARLESS or _named_year(match):
        return None
    following, after = forms[position + 1]
    if following not in (*_YEARLESS, "month_year") or not _JOINT.fullmatch(
        match.string, match.end(), after.start()
    ):
        return None
    year = _named_year(after)
    if year is None:
        return Story(None, int(after["bc"])) if after.groupdict().get("bc") else None
    if "season" in (name, following):
        return Story(date(year, 1, 1))
    months = words_of("months")
    return Story(date(year - (months[match["month"]] > months[after["month"]]), 1, 1))


_YEARLESS = ("month", "month_day", "day_month", "season")


def _named_year(match: re.Match[str], name: str = "") -> int | None:
    """The year that a form names, 0 for one before Christ where the name of the form is given."""
    named = match.groupdict()
    if named.get("y"):
        return int(named["y"])
    return 0 if name == "bc" or (name and named.get("bc")) else None


def _mention(match: re.Match[str], dated: Dated) -> DateMention:
    words = match.group().rstrip(" ,(")
    end = match.start() + len(words)
    closed = "(" in words and match.string.startswith(")", end)  # "Friday (August 13th)"
    span = Span(match.start(), end + closed)
    return DateMention(span, dated.value, dated.start, dated.end, dated.kind, dated.anchored)


def _tells_history(forms: Sequence[Form], published: date | None) -> bool:
    """True for a text whose dates hang on each other: it names past years much more than days of the week."""
    years = [year for name, match in forms if (year := _named_year(match, name)) is not None]
    if published is None:
        return bool(years)
    past = sum(year < published.year - 1 for year in years)
    news = sum(name in ("weekday", "days", "nights") for name, _ in forms)
    return past >= 5 and 2 * past > len(years) and 4 * news < past


def _text_year(near: Dated | None, published: date | None) -> date | None:
    """The date whose year a year-less date of the same sentence takes, where it is not publication's."""
    if near is None or near.start is None:
        return None
    if not near.anchored and published and near.start.year < published.year:
        return near.start
    return None


_REACH = 300  # characters: no sentence that is read is longer


def _same_sentence(text: str, before: int, after: int) -> bool:
    return after - before < _REACH and not SENTENCE_BREAK.search(text, before, after)


def _looks_ahead(text: str, match: re.Match[str]) -> bool:
    """True when the last word of tense before the date, in its sentence, is one of the future.

    After "by" and "until" the words that follow count too: "by Saturday it will end".
    """
    before = text[max(0, match.start() - 80) : match.start()]
    broken = list(SENTENCE_BREAK.finditer(before))
    before = before[broken[-1].end() - 1 :] if broken else before
    if _DEADLINE.search(before):
        after = _tense_words().search(text, match.end(), match.end() + 40)
        if after is not None and not SENTENCE_BREAK.search(text, match.end(), after.start()):
            return after.lastgroup == "future"
    tenses = [word.lastgroup for word in _tense_words().finditer(before)]
    return bool(tenses) and tenses[-1] == "future"


_DEADLINE = re.compile(r"\b(?:by|until|till|before)\s$", re.IGNORECASE)


@cache
def _tense_words() -> re.Pattern[str]:
    future, past = ("|".join(map(re.escape, words_of(group))) for group in ("future", "past"))
    return re.compile(rf"\b(?:(?P<future>{future})|(?P<past>{past}))\b")


_BESIDE = re.compile(r"\s?[,(–—-]\s?")
_JOINT = re.compile(r"\s?(?:-|–|—)\s?|,?\s(?:to|until|till|through|and)\s")


def _joined(text: str, mentions: Sequence[DateMention]) -> list[DateMention]:
    """The mentions with "from X to Y", "between X and Y", "X–Y" made one."""
    joined: list[DateMention] = []
    for mention in mentions:
        if joined and _is_range(text, joined[-1], mention):
            joined[-1] = _range(joined[-1], mention)
        else:
            joined.append(mention)
    return joined


_DAYLESS = frozenset({"duration", "aspect", "set"})


def _is_range(text: str, first: DateMention, last: DateMention) -> bool:
    between = text[first.span.end : last.span.start]
    if len(between) > 12 or not _JOINT.fullmatch(between) or _DAYLESS & {first.kind, last.kind}:
        return False
    if first.start and last.end and first.start > last.end:
        return False
    before = text[max(0, first.span.start - 9) : first.span.start].lower().split()
    opener = before[-1] if before else ""
    return opener == "between" if "and" in between else opener != "since" and first.kind == last.kind


def _range(first: DateMention, last: DateMention) -> DateMention:
    value = f"{first.value}/{last.value}" if first.value and last.value else None
    span = Span(first.span.start, last.span.end)
    return DateMention(span, value, first.start, last.end, "span", first.anchored or last.anchored)


def _bounded(text: str, mention: DateMention, published: date | None) -> DateMention:
    """The mention with the bound that the word before it makes: since, until, by, before, after."""
    kind = _bound(text, mention.span.start)
    if kind is None or mention.kind not in ("day", "span"):
        return mention
    if kind == "until":
        return replace(mention, kind=kind, start=None)
    end = published if mention.start and published and mention.start <= published else None
    return replace(mention, kind=kind, end=end)


def _bound(text: str, start: int) -> str | None:
    before = text[max(0, start - 20) : start].lower().split()
    if before and before[-1] in ("the", "about", "around"):
        before.pop()
    for count in (2, 1):
        kind = words_of("spans").get(" ".join(before[-count:]))
        if kind is not None and len(before) >= count:
            return str(kind)
    return None
