"""What a written date means: its TIMEX3 value and its first and last day, seen from a clock.

Relative words hang on the day of publication, on the date told before, or on nothing: then they stay open.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Dated:
    """A resolved date: TIMEX3 value, first and last day (None: open), kind as in `DateMention`."""

    value: str | None
    start: date | None = None
    end: date | None = None
    kind: str = "day"
    anchored: bool = False


@dataclass(frozen=True, slots=True)
class Clock:
    """From where a date is seen.

    `told` is the date that the text told before; `year` the year that a year-less date takes from the text
    (a history, or the same sentence) and not from publication; `bc` that year before Christ; `beside`: the
    date told before stands directly before this one ("On 27 June, two days after it began"); `future`: the
    words around look ahead.
    """

    published: date | None
    told: Dated | None = None
    year: date | None = None
    future: bool = False
    bc: int | None = None
    beside: bool = False


def a_day(day: date, *, part: str | None = None, anchored: bool = False) -> Dated:
    """One day; `part` is the TIMEX3 code of a part of it."""
    return Dated(day.isoformat() + (f"T{part}" if part else ""), day, day, "day", anchored)


def a_month(year: int, month: int, *, anchored: bool = False) -> Dated:
    """A whole month."""
    last = monthrange(year, month)[1]
    return Dated(f"{year:04}-{month:02}", date(year, month, 1), date(year, month, last), "span", anchored)


def a_year(year: int, *, anchored: bool = False) -> Dated:
    """A whole year."""
    return Dated(f"{year:04}", date(year, 1, 1), date(year, 12, 31), "span", anchored)


def a_week(day: date, *, anchored: bool = False) -> Dated:
    """The week, Monday to Sunday, in which the day lies."""
    monday = day - timedelta(day.weekday())
    year, week, _ = day.isocalendar()
    return Dated(f"{year:04}-W{week:02}", monday, shifted(monday, 6, "D"), "span", anchored)


def shifted(day: date, count: int, unit: str) -> date:
    """The day `count` units (D, W, M, Y, DE, CE) later; months and years keep the day where there is one.

    Raises `OverflowError` or `ValueError` outside the years 1 to 9999.
    """
    if unit in ("D", "W", "2W"):
        return day + timedelta(days=count * {"D": 1, "W": 7, "2W": 14}[unit])
    months = count * {"M": 1, "Y": 12, "DE": 120, "CE": 1200}[unit]
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        raise OverflowError(f"the year {year} is outside the calendar")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def moved(day: date, count: int, unit: str, *, anchored: bool) -> Dated:
    """The day, week, month or year that lies `count` units away."""
    there = shifted(day, count, unit)
    if unit == "D":
        return a_day(there, anchored=anchored)
    if unit in ("W", "2W"):
        return a_week(there, anchored=anchored)
    if unit == "M":
        return a_month(there.year, there.month, anchored=anchored)
    return a_year(there.year, anchored=anchored)


def on_weekday(weekday: int, which: str, clock: Clock) -> Dated:
    """The weekday: the most recent one up to publication; the next one where the words look ahead."""
    if clock.published is None:
        return _weekday_told(weekday, which, clock.told)
    back = (clock.published.weekday() - weekday) % 7
    if which in ("last", "this past"):
        back = back or 7
    elif which == "next" or (clock.future and which != "last"):
        back -= 7
    return a_day(clock.published - timedelta(back), anchored=True)


def _weekday_told(weekday: int, which: str, told: Dated | None) -> Dated:
    """A weekday of a history: the last one up to the day told before, "the following" the next one."""
    if told is None or told.start is None or told.start != told.end:
        return Dated(f"XXXX-WXX-{weekday + 1}")
    back = (told.start.weekday() - weekday) % 7
    if which == "the following":
        back -= 7
    return a_day(told.start - timedelta(back or (7 if which == "the previous" else 0)))


def in_month(month: int, day: int | None, clock: Clock) -> Dated:
    """A month, or a day of it, without a year: the text's own year, else the one nearest to publication."""
    year = _year_of(month, day or 1, clock)
    if year is None:
        told = f"BC{clock.bc:04}" if clock.bc else "XXXX"
        return Dated(f"{told}-{month:02}" + (f"-{day:02}" if day else ""), kind="day" if day else "span")
    anchored = clock.year is None
    if day is None:
        return a_month(year, month, anchored=anchored)
    last = monthrange(year, month)[1]
    if day > last:
        return Dated(f"XXXX-{month:02}-{day:02}")
    return a_day(date(year, month, day), anchored=anchored)


def _year_of(month: int, day: int, clock: Clock) -> int | None:
    if clock.year is not None:
        turned = clock.year.month >= 11 and month <= 2
        return clock.year.year + (1 if turned else 0)
    if clock.published is None:
        return None
    ahead = timedelta(days=200 if clock.future else 7)
    for year in (clock.published.year + 1, clock.published.year):
        if date(year, month, min(day, 28)) <= clock.published + ahead:
            return year
    return clock.published.year - 1


def window(count: int, unit: str, published: date, *, ahead: bool = False) -> tuple[date, date]:
    """The last (or next) `count` units up to (or from) the day of publication."""
    if ahead:
        return published, shifted(published, count, unit)
    return shifted(published, -count, unit), published
