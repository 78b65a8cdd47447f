"""Days on which a place is left by one party and another has not come yet, by the day that is told of it."""

from __future__ import annotations

from bisect import bisect_left

from whoholds.control.evidence import Row
from whoholds.control.positions import CONTESTED, HOLDS, NOT
from whoholds.control.support import Told
from whoholds.model import EventType


class Vacancy:
    """The numbers of the rows (`told`) by which others left a place and a party came."""

    def __init__(self, told: Told, holder: str) -> None:
        numbered = list(enumerate(told.rows))
        self._days = told.days
        self._left = [at for at, row in numbered if _leaves(row, holder)]
        self._there = [at for at, row in numbered if self._left and _is_there(row, holder)]
        self._came = {at for at in self._there if _comes_on_a_day(told.rows[at])}

    def covers(self, first: int, now: int) -> bool:
        """True where others left last, from one number up to another (those of the days up to a day), and the
        next word for the party is that it came on a later day."""
        before = bisect_left(self._left, now)
        if not before or self._left[before - 1] < first:
            return False
        since = bisect_left(self._days, self._days[self._left[before - 1]])
        at = bisect_left(self._there, now)
        if at and self._there[at - 1] >= since:
            return False
        return at < len(self._there) and self._there[at] in self._came


def _leaves(row: Row, holder: str) -> bool:
    said = row.position
    return row.change and row.nats > 0 and said.act == NOT and said.party != holder


def _is_there(row: Row, holder: str) -> bool:
    return row.position.party == holder and row.position.act in (HOLDS, CONTESTED)


def _comes_on_a_day(row: Row) -> bool:
    days = row.claim.days
    comes = row.change or row.claim.claim.type is EventType.ENTRY
    return comes and row.claim.dated and days.start is not None and days.start == days.end
