"""The day or moment of publication, as given by the user or by a line."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from whoholds.errors import InputError
from whoholds.model import Published

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def parse_published(words: str) -> Published:
    """ "2021-08-09", or an ISO 8601 moment; one without a time zone is taken as UTC.

    The day is the one written, in the zone written: relative dates in a report hang on it. Raises InputError
    for anything else, so that no date is guessed.
    """
    given = words.strip()
    try:
        if _DAY.fullmatch(given):
            return Published(within_years(date.fromisoformat(given)))
        if _DAY.match(given):
            moment = datetime.fromisoformat(given)
            zoned = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
            return Published(within_years(zoned.date()), zoned.astimezone(UTC))
    except (ValueError, OverflowError) as error:
        raise InputError(_unclear(words)) from error
    raise InputError(_unclear(words))


def parse_day(words: str) -> date:
    """ "2021-08-09"; raises InputError for anything else."""
    published = parse_published(words)
    if published.at is not None:
        raise InputError(_unclear(words))
    return published.day


def within_years(day: date) -> date:
    """The day; raises InputError for a year before 1900 or after 2199."""
    if not 1900 <= day.year <= 2199:
        raise InputError(f"The date {day} is outside the years 1900 to 2199. Give a day within them.")
    return day


def _unclear(words: str) -> str:
    named = _DAY.match(words.strip())
    if named and not _is_day(named[0]):
        return f"There is no day {named[0]}. Check the month and the day; days are written YYYY-MM-DD."
    return (
        f"The date {words[:60]!r} is not clear. "
        "Write it as 2021-08-09, or with the time and zone as 2021-08-09T14:30:00+04:30."
    )


def _is_day(words: str) -> bool:
    try:
        date.fromisoformat(words)
    except ValueError:
        return False
    return True
