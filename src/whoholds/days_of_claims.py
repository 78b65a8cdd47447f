"""The days on which what is claimed can have happened (codebook 2.4)."""

from __future__ import annotations

from datetime import date

from whoholds.claims.context import ReportWords
from whoholds.model import Claim, Coded, Days, EventType, Factuality
from whoholds.verdicts import days_over

STATES = (EventType.HOLD, EventType.SIEGE)


def days_of(claim: Claim, amended: Coded, words: ReportWords) -> tuple[Days, bool]:
    """The days on which it can have happened (codebook 2.4), and whether words or people gave them."""
    days, dated = _days_read(claim, claim.coded or Coded(), words)
    by_people = amended.start is not None or amended.end is not None
    return (days_over(days, amended), True) if by_people else (days, dated)


def _days_read(claim: Claim, coded: Coded, words: ReportWords) -> tuple[Days, bool]:
    if coded.start is not None or coded.end is not None:
        return Days(coded.start, coded.end), coded.dated is not False
    published = words.report.published.day if words.report.published else None
    said = _said_days(claim, words)
    if said is not None and said != Days():
        return _bounded(said, claim, published), True
    if claim.factuality is Factuality.FUTURE:
        return Days(), False
    if claim.type in STATES and claim.ongoing and published is not None and _is_said_of_now(claim, words):
        return Days(published, published), True
    if (claim.type in STATES and claim.ongoing) or (claim.ongoing and claim.coded is None):
        return Days(published, published), False
    return Days(None, published), False


def _is_said_of_now(claim: Claim, words: ReportWords) -> bool:
    """ "The rebels now hold it": the day is told, that of the report."""
    found = words.date_near(claim.time.span) if claim.time is not None else None
    return found is not None and found.value == "PRESENT_REF"


def _said_days(claim: Claim, words: ReportWords) -> Days | None:
    """The days of the time words; a day of saying bounds the end only, but is the day of a present state."""
    mention = claim.time
    if mention is None:
        return None
    found = words.date_near(mention.span)
    if found is None:
        return None
    past = mention.inferred and not (claim.type in STATES and claim.ongoing)
    return Days(None if past else found.start, found.end)


def _bounded(said: Days, claim: Claim, published: date | None) -> Days:
    """A past event ends by the day of publication; a planned one need not."""
    if claim.factuality is Factuality.FUTURE or published is None or said.end is None:
        return said if said.end or claim.factuality is Factuality.FUTURE else Days(said.start, published)
    return (
        Days(said.start, min(said.end, published)) if said.start is None or said.start <= published else said
    )
