"""Days and moments as people give them: dates, ISO words, moments with a zone."""

from __future__ import annotations

from datetime import UTC, date, datetime

from whoholds.errors import InputError
from whoholds.model import end_of_day
from whoholds.reports.dates import parse_published

Day = date | str
Moment = datetime | date | str


def day_of(given: Day | None) -> date | None:
    """A day; raises InputError for words that are no ISO date."""
    if given is None:
        return None
    if isinstance(given, datetime):
        return given.date()
    return given if isinstance(given, date) else parse_published(_words(given)).day


def _words(given: object) -> str:
    if not isinstance(given, str):
        raise InputError(f"{given!r} is no day. Give a date, or words such as 2021-08-09.")
    return given


def moment_of(given: Moment | None) -> datetime | None:
    """A moment of knowledge: a bare date means its end, UTC. Raises InputError without a time zone."""
    if given is None:
        return None
    if not isinstance(given, date):
        return parse_published(_words(given)).known_from
    if not isinstance(given, datetime):
        return end_of_day(given)
    if given.tzinfo is None:
        raise InputError(f"The moment {given.isoformat()} has no time zone. Give one, such as +00:00.")
    return given.astimezone(UTC)
