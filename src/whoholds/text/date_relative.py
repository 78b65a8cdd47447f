"""Relative dates: what "yesterday", "last week", "two weeks ago", "the next day" mean from a clock."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from whoholds.text.date_forms import names_event, part_of_day, words_of
from whoholds.text.date_values import Clock, Dated, a_day, a_month, a_year, moved, shifted, window
from whoholds.text.numbers import read_number


def on_season(match: re.Match[str], clock: Clock) -> Dated | None:
    name, which = match["season"].lower(), (match["which"] or "").strip().lower()
    code, first, last = words_of("seasons")[name]
    if match["bc"]:
        return Dated(f"BC{int(match['bc']):04}-{code}", kind="ref")
    if match["y"]:
        year: int | None = int(match["y"])
    elif which == "following":
        told = clock.told.start if clock.told else None
        if told is None:
            return Dated("FUTURE_REF", kind="ref")
        year = told.year + (first <= told.month)
    elif which and clock.published:
        year = _season_year(which, first, last, clock.published)
    else:
        year = clock.year.year if clock.year else None
    if year is None:
        era = f"BC{clock.bc:04}" if clock.bc else "XXXX"
        return Dated(f"{era}-{code}", kind="aspect" if names_event(match) else "ref")
    end = a_month(year + (last < first), last).end
    return Dated(f"{year:04}-{code}", date(year, first, 1), end, "span", anchored=not match["y"])


def _season_year(which: str, first: int, last: int, published: date) -> int:
    """The year in which "last winter", "this summer", "next spring" begins."""
    over_new_year = last < first
    if over_new_year:
        begun = published.year - (published.month <= last)
        return begun - (which == "last") + (which == "next" and begun < published.year)
    if which == "last":
        return published.year - (published.month <= last)
    return published.year + (which == "next")


def on_days(match: re.Match[str], clock: Clock) -> Dated:
    word = match["word"]
    away = words_of("days")[word[0].lower() + word[1:]]
    if clock.published is None:
        return Dated("PRESENT_REF" if word.lower() == "today" else None)
    part = "NI" if word.lower() == "tonight" else part_of_day(word)
    return a_day(clock.published + timedelta(away), part=part, anchored=True)


def on_nights(match: re.Match[str], clock: Clock) -> Dated:
    if clock.published is None:
        return Dated(None, kind="span")
    return Dated(
        f"{clock.published}TNI", clock.published - timedelta(1), clock.published, "span", anchored=True
    )


def on_reference(match: re.Match[str], clock: Clock) -> Dated:
    word = match["word"]
    return Dated(words_of("references")[word[0].lower() + word[1:]], kind="ref")


def on_aspect(match: re.Match[str], clock: Clock) -> Dated:
    return Dated(words_of("aspects")[match["word"].lower()], kind="aspect")


def on_regular(match: re.Match[str], clock: Clock) -> Dated:
    return Dated(words_of("regular")[match["word"].lower()], kind="set")


def on_clock(match: re.Match[str], clock: Clock) -> Dated:
    """The hour and minute; its day is that of a date beside it."""
    if match["half"]:
        hour = int(match["h"]) % 12 + (12 if match["half"] in "Pp" else 0)
        return Dated(f"XXXX-XX-XXT{hour:02}:{match['m'] or '00'}", kind="aspect")
    hour = int(match["hour"] or match["early"] or match["told"])
    minute = match["minute"] or match["since"] or match["past"]
    return Dated(f"XXXX-XX-XXT{hour:02}:{minute}", kind="aspect")


def on_day_part(match: re.Match[str], clock: Clock) -> Dated:
    part = "NI" if match["night"] or match["day"].lower().startswith("night") else "DT"
    return Dated(f"XXXX-XX-XXT{part}", kind="aspect")


_TURNS = {
    "subsequent": 1,
    "last": -1,
    "previous": -1,
    "preceding": -1,
    "next": 1,
    "following": 1,
    "coming": 1,
}


_UNITS = {"week": "W", "weekend": "WE", "month": "M", "year": "Y", "decade": "DE", "century": "CE"}


def on_which_unit(match: re.Match[str], clock: Clock) -> Dated | None:
    which, unit = match["which"].lower().split(), _UNITS.get(match["unit"], "D")
    told = which[0] in ("the", "that", "same")
    seen = (clock.told.start if clock.told else None) if told else clock.published
    turn = _TURNS.get(which[-1], 0)
    if unit in ("DE", "CE"):
        return _wide(match, turn, unit, clock)
    if unit == "Y" and clock.published is None and not (told and seen):  # "this year", of a history
        if clock.bc:
            return Dated(f"BC{clock.bc - turn:04}", kind="ref")
        seen = clock.year
    if seen is None or (told and unit == "D" and clock.told and not _one_day(clock.told)):
        return Dated(None, kind="day" if unit == "D" else "span")
    if unit == "WE":
        return _weekend(seen, turn)
    if which == ["this"] and unit != "D" and clock.published:
        return _so_far(seen, unit, later=match.group().lower().startswith(("late", "later")))
    there = moved(seen, turn, unit, anchored=clock.published is not None and not told)
    part = part_of_day(match["unit"])
    return replace(there, value=f"{there.value}T{part}") if part and there.value else there


def _wide(match: re.Match[str], turn: int, unit: str, clock: Clock) -> Dated:
    """ "for the next decade": how long; "the previous century" of a history: which."""
    years = 10 if unit == "DE" else 100
    if _LASTING.search(match.string, max(0, match.start() - 4), match.start() + 4):
        return Dated(f"P{years}Y", kind="duration")
    if clock.bc:
        return Dated(f"BC{clock.bc // years - turn:0{3 if unit == 'DE' else 2}}", kind="ref")
    seen = clock.year or clock.published
    if seen is None:
        return Dated(None, kind="span")
    number = seen.year // years + turn
    first = date(number * years, 1, 1)
    anchored = clock.year is None
    return Dated(str(number), first, date(number * years + years - 1, 12, 31), "span", anchored)


def on_edge(match: re.Match[str], clock: Clock) -> Dated:
    words = match["unit"] or match["part"] or match["of"]
    unit = {"day": "D", "week": "W", "month": "M", "year": "Y"}[words]
    seen = clock.year or clock.published
    if seen is None:
        return Dated(None, kind="span")
    return moved(seen, 0, unit, anchored=clock.year is None)


def _one_day(dated: Dated) -> bool:
    return dated.start is not None and dated.start == dated.end


def _weekend(seen: date, turn: int) -> Dated:
    monday = seen - timedelta(seen.weekday())
    saturday = monday + timedelta(5 + 7 * turn)
    year, week, _ = saturday.isocalendar()
    return Dated(f"{year:04}-W{week:02}-WE", saturday, saturday + timedelta(1), "span", anchored=True)


def _so_far(published: date, unit: str, *, later: bool) -> Dated:
    """ "this week": from Monday to publication; "later this week": from publication to Sunday."""
    whole = moved(published, 0, unit, anchored=True)
    start, end = (published, whole.end) if later else (whole.start, published)
    return Dated(whole.value, start, end, "span", anchored=True)


def on_window(match: re.Match[str], clock: Clock) -> Dated:
    plural = not match["n"] and match.group().endswith("s")  # "the following days"
    count, unit = None if plural else _count(match["n"] or "one"), _unit(match["unit"])
    value, which = _period(count, unit), match["which"].lower()
    if (
        count is None
        or clock.published is None
        or clock.year is not None
        or which in ("following", "previous")
    ):
        return Dated(value, kind="duration")
    if unit.startswith("T"):
        count, unit = (max(1, -(-count // 24)), "D") if unit == "TH" else (1, "D")
    start, end = window(count, unit, clock.published, ahead=which in ("next", "coming"))
    return Dated(value, start, end, "span", anchored=True)


def on_offset(match: re.Match[str], clock: Clock) -> Dated:
    count, unit, way = _count(match["n"]), _unit(match["unit"]), match["way"]
    if way in ("before", "after") and _CLAUSE.match(match.string, match.end()):
        if clock.beside and clock.told:
            return clock.told
        return Dated(None, kind="ref")  # "a day after the attack" hangs on the attack
    ago = way == "ago"
    hangs_on_text = not ago or (clock.published is None and clock.year is not None)
    seen = (clock.told.start if clock.told else None) if hangs_on_text else clock.published
    back = -1 if way in ("ago", "earlier", "before", "previously", "prior") else 1
    if count is not None and clock.bc and hangs_on_text and unit in ("Y", "DE", "CE"):
        return _years_from(clock.bc, back * count * {"Y": 1, "DE": 10, "CE": 100}[unit])
    if count is None or seen is None:
        return Dated("PAST_REF" if back < 0 else "FUTURE_REF", kind="ref")
    if unit.startswith("T"):
        return a_day(seen, anchored=ago) if ago and count < 3 else Dated(None, kind="ref")
    the_day = unit == "D" and match["n"].lower() in ("the", "a")
    if hangs_on_text and clock.published and clock.told and the_day and _is_a_month(clock.told):
        return Dated("PAST_REF" if back < 0 else "FUTURE_REF", kind="ref")  # "the day before" is of no month
    if hangs_on_text and clock.told and _is_wider(clock.told, unit):
        return _from_span(clock.told, back * count, unit)
    there = moved(seen, back * count, unit, anchored=not hangs_on_text)
    if "W" in unit:  # "two weeks ago": that day, 14 days before
        day = shifted(seen, back * count, unit)
        return replace(there, start=day, end=day, kind="day")
    return there


def _is_wider(told: Dated, unit: str) -> bool:
    """True for a stretch of time from which days, weeks or months are counted that are shorter than it."""
    if told.start is None or told.end is None:
        return unit == "D"
    days = (told.end - told.start).days
    return days > 0 if unit in ("D", "W", "2W") else unit == "M" and days > _MONTH


def _is_a_month(told: Dated) -> bool:
    """True for a stretch of weeks, of which no day is the one before."""
    return told.start is not None and told.end is not None and (told.end - told.start).days > _WEEK


def _from_span(told: Dated, count: int, unit: str) -> Dated:
    """ "In March … two weeks later": from two weeks after its first day to two weeks after its last."""
    if told.start is None or told.end is None:
        return Dated(None)
    return Dated(None, shifted(told.start, count, unit), shifted(told.end, count, unit), "span")


def on_day_ago(ago: re.Match[str], day: Dated) -> Dated | None:
    """ "A year ago today", "two weeks ago on Tuesday": the day, so long before.

    `ago`: the words up to "ago"; `day`: what those behind them mean.
    """
    count, unit = _count(ago["n"]), _unit(ago["unit"])
    if ago["way"] != "ago" or count is None or unit.startswith("T") or not (day.start and day.end):
        return None
    start, end = (shifted(one, -count, unit) for one in (day.start, day.end))
    if start == end:
        return a_day(start, anchored=True)
    return Dated(f"{start}/{end}", start, end, "span", anchored=True)


def _years_from(bc: int, count: int) -> Dated:
    """So many years after (before) a year before Christ: no year 0 lies between."""
    if count < bc:
        return Dated(f"BC{bc - count:04}", kind="ref")
    return a_year(count - bc + 1)


def on_duration(match: re.Match[str], clock: Clock) -> Dated:
    some = match["n"].lower() in ("a", "an") and match.group().endswith("s")  # "a months-long siege"
    count, unit = None if some else _count(match["n"]), _unit(match["unit"])
    value = _period(count, unit)
    lasting = _LASTING.search(match.string, max(0, match.start() - 12), match.start())
    if (
        not lasting
        or count is None
        or clock.published is None
        or clock.year is not None
        or unit.startswith("T")
    ):
        return Dated(value, kind="duration")
    start, end = window(count, unit, clock.published)
    return Dated(value, start, end, "duration", anchored=True)


_CLAUSE = re.compile(r"\s(?!that\b)\w")
_MONTH = 31  # days at most
_WEEK = 7
_LASTING = re.compile(r"\b[Ff]or\s(?:the\s)?$")


def on_some_units(match: re.Match[str], clock: Clock) -> Dated:
    way = match["way"]
    if way:
        return Dated("PAST_REF" if way in ("ago", "earlier", "before") else "FUTURE_REF", kind="ref")
    return Dated(_period(None, _unit(match["unit"].lower())), kind="duration")


def _count(words: str) -> int | None:
    return 1 if words.lower() in ("a", "an", "the", "per") else read_number(words)


def _unit(word: str) -> str:
    return str(words_of("units")[word if word != "centurie" else "century"][0])


def _period(count: int | None, unit: str) -> str:
    number = "X" if count is None else str(count * 2 if unit == "2W" else count)
    return f"PT{number}{unit[1:]}" if unit.startswith("T") else f"P{number}{unit.replace('2W', 'W')}"
