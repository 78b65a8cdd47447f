"""Military press releases on one incident each: when, where, how many, against which group."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from eval_factuality import HALVES, half_of
from eval_measured import Measured, Row, read_rows, share

from whoholds.gazetteer import Gazetteer, load_gazetteer
from whoholds.model import Span
from whoholds.text.datelines import find_dateline
from whoholds.text.dates import DateMention, find_dates
from whoholds.text.figures import FigureMention, find_figures
from whoholds.text.parties import find_parties
from whoholds.text.places import find_places

OWN = re.compile(r"civilian|child|wom[ae]n|polic|soldier|service ?member|troop|local national", re.IGNORECASE)
CIVILIAN = re.compile(r"civilian|child|wom[ae]n|local national", re.IGNORECASE)
GENERIC = frozenset(("individual", "person", "people", "men", "man", "suspect", "other"))
FURTHER = re.compile(r"\b(?:another|additional|more|also|later|further)\b", re.IGNORECASE)
SECOND = re.compile(r"\bsecond\b", re.IGNORECASE)
VAGUE = re.compile(r"(?:several|some|numerous|multiple|many|a few|a number of)\b", re.IGNORECASE)
AGAIN = re.compile(r"(?:he|she|him|her|the|these|those|both|all)\b", re.IGNORECASE)
PART = re.compile(r"(?:,? including|,? among them|, one of)(?: also)?\s*$", re.IGNORECASE)
PAST = re.compile(r"(?<!strike )\b(?:that|which|who)(?: (?:have|has|had))?\s*$", re.IGNORECASE)
LONG = re.compile(r"\b(?:since|in the past|so far|this (?:year|month)|last (?:year|month))\b", re.IGNORECASE)
BREAK = re.compile(r"[.!?]['\"”’)]*[ \t\n\u2028]|\n|\u2028")


PAST_DAYS = re.compile(r"(?:the )?(?:past|last) (?:two|three|four|five|six|\d) days", re.IGNORECASE)
OWNED = ("'s", "’s")  # "Saturday's election": the day of something else
HEAD = 400  # characters in which a release says when it was written
TO_BEAT = {"date": 0.728, "province": 0.94, "killed": 0.79, "captured": 0.55, "target group": 0.72}
GROUPS = {
    "Taliban": "taliban",
    "Haqqani network": "haqqani",
    "Islamic Movement of Uzbekistan": "imu",
    "Hezb-e-Islami": "hig",
    "Al-Qaeda": "aq",
    "Lashkar-e-Taiba": "let",
}
DIGIT = re.compile(r"\d")
YEAR = re.compile(r"\b20\d\d\b")
HEADING = re.compile(r"[^\n:]{3,20}:[^\n]*\n")
SAYING = re.compile(r"\b(?:confirmed|announced|said) \||\| (?:confirmed|announced|said)\b", re.IGNORECASE)
LATE = 31  # days between an incident and its release, at most


def isaf(path: Path) -> Iterator[Measured]:
    """Five answers on every release; what a release leaves out (its year) is left out of no count but one.

    The rules are worked on with one half ("tune"); the other ("kept") only measures them.
    """
    rows = read_rows(path)
    read = [answers(row["text"].replace("\u2028", "\n"), row["gold"]) for row in rows]
    halves = [half_of(row["text"]) for row in rows]
    for name, to_beat in TO_BEAT.items():
        yield Measured(name, share(sum(one[name] for one in read), len(read)), to_beat)
    dated = [one for one in read if one["day of writing told"]]
    for name in ("date", "date, within a day"):
        yield Measured(f"{name}, day of writing told", share(sum(one[name] for one in dated), len(dated)))
    for half in HALVES:
        of_half = [one for one, its in zip(read, halves, strict=True) if its == half]
        for name in TO_BEAT:
            right = share(sum(one[name] for one in of_half), len(of_half))
            yield Measured(f"{half}: {name}", right, pinned=False)


def answers(text: str, gold: Row) -> dict[str, bool]:
    """What is right about one release, by the name of the answer."""
    gazetteer, written = load_gazetteer(), released(text)
    day, told = incident_day(text, written), date.fromisoformat(gold["start_date"])
    named = [place for name in gold["province"] for place in gazetteer.named(name)]
    provinces = {place.id for place in named if place.country == "AF" and place.kind == "province"}
    told_of = province(text, gazetteer)
    return {
        "date": day == told,
        "date, within a day": day is not None and abs((day - told).days) <= 1,
        "day of writing told": written is not None,
        "province": (told_of in provinces) if provinces else told_of is None,
        "killed": tally(text, "killed") == gold["min_killed"],
        "captured": tally(text, "captured") == gold["min_captured"],
        "target group": target_groups(text)
        == {g for names in gold["target_group"] for g in names.split(";") if g},
    }


def released(text: str) -> date | None:
    """The day of writing: the dateline's, else the first day of the head; None where no year is told."""
    told = YEAR.search(text, 0, HEAD)
    if told is None:
        return None
    year = int(told.group())
    found = find_dates(text[: 2 * HEAD], date(year, 12, 31))
    days = [one for one in found if one.start and one.start == one.end and DIGIT.search(one.span.of(text))]
    dateline = find_dateline(text)
    filed = dateline.date_span if dateline else None
    of_head = (one.start for one in days if one.span.start < HEAD)
    of_dateline = (one.start for one in days if filed and one.span.meets(filed))
    day = next(of_dateline, next(of_head, None))
    leap = day is not None and (day.month, day.day) == (2, 29)
    return day if day is None or leap else day.replace(year=year)


def incident_day(text: str, written: date | None) -> date | None:
    """The first day that the release tells below its head, not after it was written nor long before."""
    body = _body(text)
    for one in find_dates(text, written):
        if one.span.start < body or _is_of_saying(text, one.span):
            continue
        if _is_of_incident(text, one, written):
            return one.start
    return written


def _is_of_incident(text: str, told: DateMention, written: date | None) -> bool:
    """True for a day (or the last few) not after the release nor long before, that is not another thing's."""
    if told.start is None or told.end is None or text.startswith(OWNED, told.span.end):
        return False
    near = written is None or timedelta(0) <= written - told.start <= timedelta(LATE)
    short = told.end - told.start <= timedelta(1) and not (told.value or "P").startswith("P")
    return near and (short or PAST_DAYS.fullmatch(told.span.of(text)) is not None)


def _body(text: str) -> int:
    """Where the head ends: the dateline, or a heading that begins with its day."""
    dateline, heading = find_dateline(text), HEADING.match(text)
    return dateline.span.end if dateline else heading.end() if heading else 0


def _is_of_saying(text: str, span: Span) -> bool:
    """True for "confirmed today", "today confirmed"."""
    around = text[max(0, span.start - 12) : span.start] + "|" + text[span.end : span.end + 12]
    return SAYING.search(around) is not None


def tally(text: str, kind: str) -> int:
    """How many a release counts: the parts of a sentence add up, what is told again does not.

    Where it counts no enemy at all, it is the release on the people at peace whom the force killed.
    """
    written = released(text)
    told = [one for one in find_figures(text) if one.kind == kind and not _is_of_before(text, one, written)]
    enemies = [one for one in told if OWN.search(one.who or "") is None]
    if kind == "killed" and not enemies:
        enemies = [one for one in told if CIVILIAN.search(one.who or "") is not None]
    return _sum_of(text, enemies)


def _sum_of(text: str, mentions: Sequence[FigureMention]) -> int:
    """The first count and what comes to it; an exact number takes the place of a vague one before it."""
    total, vague, heads = 0, False, set[str]()
    for own in _by_sentence(text, mentions):
        here = sum(_least(one) for one in own)
        new = {_head(one) for one in own}
        again = any(AGAIN.match(one.text) for one in own) or (total > 1 and any(map(_is_second, own)))
        loose = all(VAGUE.match(one.text) for one in own)
        if total and not again and (_is_further(text, own) or (not new & heads and not new <= GENERIC)):
            total += here
        elif vague and not loose and not again and here > 1 and new & heads:
            total = here
        else:
            total = max(total, here)
        vague = loose and (vague or not heads)
        heads |= new
    return total


def _is_second(mention: FigureMention) -> bool:
    """ "A second insurgent": of two that were counted before."""
    return SECOND.search(mention.text) is not None


def _by_sentence(text: str, mentions: Sequence[FigureMention]) -> Iterator[list[FigureMention]]:
    group: list[FigureMention] = []
    for mention in mentions:
        if group and BREAK.search(text, group[-1].span.end, mention.span.start):
            yield group
            group = []
        group.append(mention)
    if group:
        yield group


def _is_of_before(text: str, mention: FigureMention, written: date | None) -> bool:
    """A part of a number before it, and what is told of the past: by its grammar, or by a day long ago."""
    before = text[max(0, mention.span.start - 20) : mention.span.start]
    behind = text[max(0, mention.verb_span.start - 20) : mention.verb_span.start]
    active = mention.verb_span.end <= mention.span.start
    behind_it = BREAK.split(text[mention.span.end : mention.span.end + 120])[0]
    past = (active and PAST.search(behind) is not None) or LONG.search(behind_it) is not None
    return past or PART.search(before) is not None or _is_long_ago(text, mention, written)


def _is_long_ago(text: str, mention: FigureMention, written: date | None) -> bool:
    """True in a sentence with a day more than a month before the release: "In late April they killed"."""
    ends = [found.end() for found in BREAK.finditer(text, 0, mention.span.start)]
    start, stop = ends[-1] if ends else 0, BREAK.search(text, mention.span.end)
    sentence = text[start : stop.start() if stop else len(text)]
    days = [one.end for one in find_dates(sentence, written) if one.end is not None] if written else []
    return bool(written and days) and all((written - day).days > LATE for day in days if written)


def _least(mention: FigureMention) -> int:
    """The least number that the words allow; "more than ten" is eleven."""
    more = mention.text.lower().startswith(("more than", "over "))
    return (mention.estimate.low or mention.estimate.best or 0) + more


def _head(mention: FigureMention) -> str:
    words = (mention.who or "people").lower().split()
    return words[-1].removesuffix("s")


def _is_further(text: str, mentions: Sequence[FigureMention]) -> bool:
    return any(FURTHER.search(one.text) or FURTHER.search(one.who or "") for one in mentions)


def province(text: str, gazetteer: Gazetteer) -> str | None:
    """The id of the province told below the head: named as one, else that of most places there."""
    body = _body(text)
    told = [
        (one.span, one.place)
        for one in find_places(text, gazetteer, find_parties(text))
        if one.span.start >= body and one.place.province is not None
    ]
    named = [place.id for span, place in told if place.kind == "province" and _is_one_province(text, span)]
    every = [place.province for _, place in told]
    return next(iter(named), max(every, key=every.count, default=None))


def _is_one_province(text: str, span: Span) -> bool:
    behind = text[span.end : span.end + 10].lower()
    return "province" in span.of(text).lower() or re.match(r"\s+province\b", behind) is not None


def target_groups(text: str) -> frozenset[str]:
    """The armed group that the release names first below its head, as the set calls it; none where none."""
    body = _body(text)
    told = [one.name for one in find_parties(text) if one.span.start >= body and one.name in GROUPS]
    return frozenset(GROUPS[name] for name in told[:1] if name is not None)
