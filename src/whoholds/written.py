"""From when a claim can have been known: not before the day that its words tell of."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from whoholds.model import Factuality, Published, end_of_day
from whoholds.picture import ResolvedClaim

AHEAD = timedelta(hours=14)  # how far local time is ahead of UTC at most


def written_after(claims: tuple[ResolvedClaim, ...], published: Published) -> tuple[ResolvedClaim, ...]:
    """A text that tells of a later day than its date as past was written no earlier: its date is wrong.

    What was read in it is known from the end of that day; of what people coded, the claim of that day.
    """
    latest = max(published.day, (published.known_from + AHEAD).date() if published.at else published.day)
    late = [one for one in claims if _told_as_past(one) and one.days.start and one.days.start > latest]
    if not late:
        return claims
    read = all(one.claim.coded is None for one in claims)
    moment = max(end_of_day(one.days.start) for one in late if one.days.start)
    return tuple(
        replace(one, known_from=max(one.known_from, moment if read else end_of_day(one.days.start or latest)))
        if read or one in late
        else one
        for one in claims
    )


def _told_as_past(claim: ResolvedClaim) -> bool:
    return claim.dated and claim.claim.factuality is not Factuality.FUTURE


def known_from_its_day(claim: ResolvedClaim) -> ResolvedClaim:
    """A line of a baseline is not known before the day it speaks of, whenever the table was published."""
    if claim.days.start is None:
        return claim
    return replace(claim, known_from=max(claim.known_from, end_of_day(claim.days.start)))
