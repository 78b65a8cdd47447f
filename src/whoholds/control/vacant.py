"""Places that one party left: the days on which another has not come yet, and who may have come at all."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta

from whoholds.carried import is_carried_over
from whoholds.control.evidence import Row, day_of
from whoholds.control.numbers import any_in, last_in
from whoholds.control.of_before import is_dated, is_of_no_longer
from whoholds.control.positions import CHANGES, CONTESTED, HOLDS, NOT, OTHER, named_party
from whoholds.control.pressure import PRESSING, UNSAID
from whoholds.control.support import Told
from whoholds.control.table import Time
from whoholds.model import EventType
from whoholds.picture import ResolvedClaim


class Vacancy:
    """The numbers of the rows (`told`) by which others left a place and a party came."""

    def __init__(self, told: Told, holder: str, claims: Mapping[str, ResolvedClaim], time: Time) -> None:
        """`claims`: all at the place, by id."""
        numbered = list(enumerate(told.rows))
        self._holder, self._rows, self._days = holder, told.rows, told.days
        self._claims, self._time = claims, time
        self._left = [at for at, row in numbered if _leaves(row, holder)]
        self._gone = list(_gone(numbered, holder))
        self._there = [at for at, row in numbered if self._gone and _is_there(row, holder)]
        self._came = {at for at in self._there if _comes_on_a_day(told.rows[at])}
        self._holds = [
            at for at, row in numbered if self._gone and row.position.act == HOLDS and row.nats > 0
        ]
        self._named = [at for at in self._holds if told.rows[at].position.party == holder]
        self._known: dict[int, bool] = {}

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

    def is_guessed(self, first: int, now: int, end: int) -> bool:
        """True where others left, or hold it no more, and nothing puts the party there.

        Neither is it told to hold the place since, nor was it known there when the last of them left, from
        one number up to another (those of the days up to a day); the third is that of days far later.
        """
        last = last_in(self._gone, first, now)
        if last is None:
            return False
        if any_in(self._named, bisect_left(self._days, self._days[last]), end):
            return False
        if last not in self._known:
            self._known[last] = self._is_known(last)
        return not self._known[last]

    def _is_known(self, left: int) -> bool:
        """True where the party is known at the place when others left it: by that very word, which may tell
        of a taker without a name, by what is told of it in the days around, or as the last who was told to
        hold it before."""
        row, within = self._rows[left], timedelta(days=self._time.attack_days)
        if row.claim.claim.type in CHANGES and row.claim.actor is not None:
            return True
        first = bisect_left(self._days, row.day - within)
        told = row.claim.recipient == self._holder and _names_recipient(row.claim)
        if told or any_in(self._there, first, bisect_right(self._days, row.day + within)):
            return True
        fresh = bisect_left(self._days, row.day - timedelta(days=self._time.horizon_quiet))
        before = last_in(self._holds, fresh, left)
        if before is not None and self._rows[before].position.party == self._holder:
            return True
        return self._holder in attackers(row, self._claims.values(), self._time.attack_days)


def attackers(left: Row, claims: Iterable[ResolvedClaim], within: int) -> set[str]:
    """The parties that besieged, fought or fired at who left there, in so many days around the leaving."""
    return {
        str(actor)
        for claim in claims
        if claim.claim.type in PRESSING
        and claim.claim.factuality not in UNSAID
        and claim.counts
        and not is_carried_over(claim)
        and is_dated(claim)
        and claim.recipient == left.position.party
        and abs(day_of(claim) - left.day) <= timedelta(days=within)
        and (actor := named_party(claim.actor)) not in (None, left.position.party, OTHER, CONTESTED)
    }


def _leaves(row: Row, holder: str) -> bool:
    said = row.position
    return row.change and row.nats > 0 and said.act == NOT and said.party != holder


def _gone(numbered: Iterable[tuple[int, Row]], holder: str) -> Iterator[int]:
    """Where others left, or who was told to hold the place is told to hold it no more, or no longer."""
    held: set[str | None] = set()
    for at, row in numbered:
        said = row.position
        if said.act == HOLDS and row.nats > 0:
            held.add(said.party)
        had_it = said.party in held or is_of_no_longer(row.claim)
        no_more = said.act == NOT and had_it and row.claim.claim.type is EventType.HOLD
        if _leaves(row, holder) or (no_more and row.nats > 0 and said.party != holder):
            yield at


def _names_recipient(claim: ResolvedClaim) -> bool:
    """True where the words, or a coder, say who lost it or is there instead; not who is only taken for it."""
    coded = claim.claim.coded
    return claim.claim.recipient is not None or bool(coded and coded.recipient)


def _is_there(row: Row, holder: str) -> bool:
    return row.position.party == holder and row.position.act in (HOLDS, CONTESTED)


def _comes_on_a_day(row: Row) -> bool:
    days = row.claim.days
    comes = row.change or row.claim.claim.type is EventType.ENTRY
    return comes and row.claim.dated and days.start is not None and days.start == days.end
