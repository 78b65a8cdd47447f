"""Checking a judgement before it is recorded: nothing blank, a known place, days that can be."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from whoholds.claims.meant import AREAS
from whoholds.errors import InputError, NotFoundError
from whoholds.gazetteer import Gazetteer
from whoholds.model import Coded, Factuality, Place, Verdict
from whoholds.picture import ResolvedClaim
from whoholds.resolve import named_place

Find = Callable[[str], Place]
BY_NAME = "name:"  # begins the id of a place that reports name and no gazetteer knows


def verdict_named(name: Verdict | str) -> Verdict:
    """The verdict so called; raises InputError naming those there are."""
    try:
        return Verdict(name)
    except ValueError as error:
        raise InputError(f"The verdict {name!r} is not known. Give one of: {', '.join(Verdict)}.") from error


def worded(words: str, what: str) -> str:
    """Words without spaces around them; raises InputError where nothing is left."""
    if not words.strip():
        raise InputError(f"The {what} is blank. Give it in a few words.")
    return words.strip()


def checked(amended: Coded, claim: ResolvedClaim, gazetteer: Gazetteer, find: Find) -> Coded:
    """An amendment of a claim as it stands, with its place found in the gazetteer.

    Raises NotFoundError, naming near spellings, for a place that is not known; InputError for blank values,
    a position that is none, or days that cannot be: the last before the first, or after the publication of a
    report that does not tell of plans.
    """
    values = {name: getattr(amended, name) for name in Coded.__slots__}
    given = {name: value for name, value in values.items() if value is not None}
    if not given:
        raise InputError("An amendment needs what it puts in place of the claim's values. Give at least one.")
    words: dict[str, Any] = {name: worded(value, name) for name, value in given.items() if type(value) is str}
    amended = replace(amended, **words)
    _check_days(amended, claim)
    return _placed(amended, gazetteer, find)


def _placed(amended: Coded, gazetteer: Gazetteer, find: Find) -> Coded:
    if amended.lat is not None or amended.lon is not None:
        _check_position(amended)
        return amended
    if amended.place_id is not None:
        return replace(amended, place_id=find(amended.place_id).id)
    if amended.place is None:
        return amended
    found = find(amended.place)
    kind = amended.precision.value if amended.precision is not None else None
    if kind in AREAS and found.kind != kind:
        area = named_place(amended, gazetteer)
        if area.kind != kind or area.id.startswith(BY_NAME):
            raise NotFoundError(
                f"No {kind} called {amended.place!r} is known. Name one, or give another precision."
            )
        found = area
    if found.id.startswith(BY_NAME):
        around = gazetteer.get(found.part_of) if found.part_of else None
        return replace(amended, place=f"{found.name}, {around.name}" if around else found.name)
    return replace(amended, place_id=found.id)


def _check_position(amended: Coded) -> None:
    if amended.place is None or amended.lat is None or amended.lon is None:
        raise InputError("A position needs a name, a latitude and a longitude. Give all three.")
    if not (_within(amended.lat, 90) and _within(amended.lon, 180)):
        raise InputError(
            f"The position {amended.lat}, {amended.lon} is not on earth. Give degrees: latitude, longitude."
        )


def _within(degrees: float, most: int) -> bool:
    return math.isfinite(degrees) and abs(degrees) <= most


def _check_days(amended: Coded, claim: ResolvedClaim) -> None:
    start, end = amended.start or claim.days.start, amended.end or claim.days.end
    if amended.start is None and amended.end is None and amended.factuality is None:
        return
    if start is not None and end is not None and start > end:
        both = amended.start is not None and amended.end is not None
        what = (
            "Give them in order" if both else f"Give the {'last' if amended.start else 'first'} day as well"
        )
        raise InputError(f"The first day, {start}, would lie after the last day, {end}. {what}.")
    planned = (amended.factuality or claim.claim.factuality) is Factuality.FUTURE
    if claim.published is None or planned or claim.extractor == "baseline":
        return
    said = (start, end) if amended.factuality is not None else (amended.start, amended.end)
    _check_published(said, claim.published)


def _check_published(days: tuple[date | None, date | None], published: date) -> None:
    for name, day in zip(("first", "last"), days, strict=True):
        if day is not None and day > published:
            raise InputError(
                f"The {name} day, {day}, lies after {published}, when the report was published. "
                "Give an earlier one, or amend the factuality to future if it tells of a plan."
            )
