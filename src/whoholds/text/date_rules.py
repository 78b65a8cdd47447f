"""One rule for each written form of a date: from its words and the clock to what it means."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date

from whoholds.text import date_relative as relative
from whoholds.text.date_forms import part_of_day, words_of
from whoholds.text.date_values import (
    Clock,
    Dated,
    a_day,
    a_month,
    a_year,
    in_month,
    on_weekday,
    shifted,
)


def resolve(name: str, match: re.Match[str], clock: Clock) -> Dated | None:
    """What the written form means; None where it is no date after all (32 March)."""
    try:
        return _RULES[name](match, clock)
    except (ValueError, OverflowError):
        return None


def _numeric(match: re.Match[str], clock: Clock) -> Dated | None:
    if match["y"]:
        return a_day(date(int(match["y"]), int(match["m"]), int(match["d"])))
    first, second, year = int(match["a"]), int(match["b"]), int(match["z"])
    if match["sep"] == "/" and first <= 12 and second <= 12 and first != second:
        return Dated(f"{year:04}-XX-XX", kind="ref")  # 3/4/2021: nobody can say which is the month
    if match["sep"] == "/" and first <= 12:
        first, second = second, first
    return a_day(date(year, second, first))


def _day_range(match: re.Match[str], clock: Clock) -> Dated | None:
    first, last = (_year_given(match, _day(match[group]), clock) for group in "de")
    if first.start and last.end and first.start >= last.end:
        return None
    return Dated(f"{first.value}/{last.value}", first.start, last.end, "span", first.anchored)


def _month_day(match: re.Match[str], clock: Clock) -> Dated:
    return _year_given(match, _day(match["d"]), clock)


def _year_given(match: re.Match[str], day: int, clock: Clock) -> Dated:
    month, part = _month_number(match), part_of_day(match.group())
    dated = a_day(date(int(match["y"]), month, day)) if match["y"] else in_month(month, day, clock)
    return a_day(dated.start, part=part, anchored=dated.anchored) if part and dated.start else dated


def _month_year(match: re.Match[str], clock: Clock) -> Dated:
    if match["bc"]:
        return Dated(f"BC{int(match['bc']):04}-{_month_number(match):02}", kind="span")
    return a_month(int(match["y"]), _month_number(match))


def _month(match: re.Match[str], clock: Clock) -> Dated:
    dated, today = in_month(_month_number(match), None, clock), clock.published
    running = today and dated.start and dated.end and dated.start <= today < dated.end
    if running and match["lead"].lower().startswith("earlier"):
        return Dated(dated.value, dated.start, today, "span", anchored=True)
    return dated


def _which_month(match: re.Match[str], clock: Clock) -> Dated:
    month, which = _month_number(match), match["which"].lower()
    seen = clock.told.start if which.startswith("th") and which != "this" and clock.told else clock.published
    if seen is None:
        return Dated(f"XXXX-{month:02}", kind="span")
    year = seen.year
    if which in ("last", "the previous"):
        year -= month >= seen.month
    elif which in ("next", "the following"):
        year += month <= seen.month
    return a_month(year, month, anchored=seen is clock.published)


def _feast(match: re.Match[str], clock: Clock) -> Dated:
    month, day = words_of("feasts")[match["feast"]]
    return a_day(date(int(match["y"]), month, day)) if match["y"] else in_month(month, day, clock)


def _weekday(match: re.Match[str], clock: Clock) -> Dated:
    which = (match["which"] or "").lower()
    dated = on_weekday(words_of("weekdays")[match["weekday"]], which, clock)
    part = part_of_day(match.group())
    return a_day(dated.start, part=part, anchored=True) if part and dated.start else dated


_EACH = re.compile(r"\b(?:on|and|every|most|all)\s$", re.IGNORECASE)
_NOUN = re.compile(r"\s[a-z]")


def _weekdays(match: re.Match[str], clock: Clock) -> Dated:
    each = _EACH.search(match.string, max(0, match.start() - 6), match.start())
    if not each and _NOUN.match(match.string, match.end()):  # "Tuesdays attack", its apostrophe lost
        return on_weekday(words_of("weekdays")[match["weekday"]], "", clock)
    return Dated(f"XXXX-WXX-{words_of('weekdays')[match['weekday']] + 1}", kind="set")


def _years(match: re.Match[str], clock: Clock) -> Dated | None:
    first, last = int(match["y"]), match["z"]
    until = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    if not first < until <= 2100:
        return None
    return Dated(f"{first:04}/{until:04}", date(first, 1, 1), date(until, 12, 31), "span")


def _bc(match: re.Match[str], clock: Clock) -> Dated:
    last = f"/BC{int(match['e']):04}" if match["e"] else ""
    return Dated(f"BC{int(match['n']):04}{last}", kind="ref")


def _bc_decade(match: re.Match[str], clock: Clock) -> Dated:
    return Dated(f"BC{int(match['n']):03}", kind="ref")


_BC = re.compile(r"B\.?C\.?E?$")


def _year(match: re.Match[str], clock: Clock) -> Dated:
    year, lead = int(match["y"]), match["lead"].lower()
    if "half" not in lead:
        return a_year(year)
    if "first" in lead:
        return Dated(f"{year:04}-H1", date(year, 1, 1), date(year, 6, 30), "span")
    return Dated(f"{year:04}-H2", date(year, 7, 1), date(year, 12, 31), "span")


def _decade(match: re.Match[str], clock: Clock) -> Dated:
    first = int(match["y"])
    return Dated(match["y"][:3], date(first, 1, 1), date(first + 9, 12, 31), "span")


def _century(match: re.Match[str], clock: Clock) -> Dated:
    number = int(match["n"]) if match["n"] else int(words_of("centuries")[match["word"].lower()])
    before = number - 1
    if _BC.search(match.group()):
        return Dated(f"BC{before:02}", kind="ref")
    return Dated(f"{before:02}", date(before * 100 + 1, 1, 1), date(before * 100 + 100, 12, 31), "span")


def _day(words: str) -> int:
    return int(re.sub(r"\D", "", words))


def _this_day(match: re.Match[str], clock: Clock) -> Dated:
    """ "On this day in 2012", "on this day last year": the day of publication, in that year."""
    seen = clock.published
    if not match["y"]:
        return a_day(shifted(seen, -1, "Y"), anchored=True) if seen else Dated(None)
    year = int(match["y"])
    return a_year(year) if seen is None else a_day(date(year, seen.month, seen.day), anchored=True)


def _month_number(match: re.Match[str]) -> int:
    return int(words_of("months")[match["month"]])


_RULES: Mapping[str, Callable[[re.Match[str], Clock], Dated | None]] = {
    "numeric": _numeric,
    "month_days": _day_range,
    "days_month": _day_range,
    "month_day": _month_day,
    "day_month": _month_day,
    "month_year": _month_year,
    "which_month": _which_month,
    "month": _month,
    "feast": _feast,
    "weekday": _weekday,
    "weekdays": _weekdays,
    "years": _years,
    "bc": _bc,
    "bc_decade": _bc_decade,
    "year": _year,
    "decade": _decade,
    "century": _century,
    "season": relative.on_season,
    "days": relative.on_days,
    "nights": relative.on_nights,
    "reference": relative.on_reference,
    "aspect": relative.on_aspect,
    "regular": relative.on_regular,
    "clock": relative.on_clock,
    "day_part": relative.on_day_part,
    "which_unit": relative.on_which_unit,
    "this_day": _this_day,
    "edge": relative.on_edge,
    "window": relative.on_window,
    "offset": relative.on_offset,
    "duration": relative.on_duration,
    "some_units": relative.on_some_units,
}
