"""The words for a day's probabilities: held, leaning, contested, or unknown and why."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from whoholds.control.case import Case
from whoholds.control.chain import OTHER
from whoholds.control.claimers import (
    Interest,
    interest_of,
    is_answered_for,
    is_own_denial,
    is_said_as_certain,
)
from whoholds.control.evidence import Row, day_of, is_baseline
from whoholds.control.moments import moment_of
from whoholds.control.positions import CONTESTED, HOLDS, NOT, Position, position_of
from whoholds.independence import origin_of

EVEN = 1e-9  # nats; so much is no difference


@dataclass(frozen=True, slots=True)
class Finding:
    """The words for a day's probabilities: status, holder, the state that is explained, why unknown."""

    status: str
    holder: str | None
    top: int
    unknown_reason: str | None = None


class Finder:
    """Finds the words for the probabilities of a case, day by day; what the days share is worked out once."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self._days = case.evidence_days
        self._told_days = sorted({row.day for row in case.rows})
        self._first = min((row.day for row in case.rows if row.nats > 0), default=None)
        self._rows = [row for row in case.rows if not row.not_yet]
        self._row_days = [row.day for row in self._rows]
        graded = (claim for claim in case.claims.values() if claim.grade is not None and claim.counts)
        told = (claim for claim in graded if not claim.inferred and position_of(claim) is not None)
        self._graded = min(map(day_of, told), default=None)
        self._moving: dict[tuple[int, int], bool] = {}
        self._settled: dict[tuple[str, int, int, int], bool] = {}
        self._presumed: dict[tuple[str, int, int], bool] = {}
        self._told: dict[tuple[str, int, bool], bool] = {}

    def find(self, belief: Sequence[float], on: date) -> Finding:
        """The words for a day's probabilities. Unknown is a rule of output: none, stale or weak."""
        states, limits = self.case.chain.states, self.case.chain.table.status
        chance = max(belief)
        top = belief.index(chance)
        if not self._days or self._first is None or on < self._first:
            # what is told of later days holds nothing before
            return Finding("unknown", None, top, "weak" if self._is_discounted(on) else "none")
        if self._age(on) > self.horizon(on):
            return Finding("unknown", None, top, "stale")
        if chance < limits.leaning or states[top] == OTHER:
            return Finding("unknown", None, top, "weak")
        if states[top] == CONTESTED:
            return Finding("contested", None, top)
        if self._is_presumed(states[top], on) or not self._is_told(states[top], on):
            return Finding("unknown", None, top, "weak")
        settled = chance >= limits.held and self._is_settled(states[top], on)
        return Finding("held" if settled else "leaning", states[top], top)

    def horizon(self, on: date) -> int:
        """After how many days the last evidence before a day is stale: fewer where the war moved since."""
        time, clock, at = self.case.chain.table.time, self.case.chain.clock, bisect_right(self._days, on)
        last = self._days[at - 1] if at else on
        key = (at, bisect_right(clock.starts, on.toordinal()) if at else -on.toordinal())
        if key not in self._moving:
            self._moving[key] = clock.hottest(last, on) >= self.case.chain.table.region.moves
        return time.horizon_moving if self._moving[key] else time.horizon_quiet

    def last_evidence(self, on: date) -> date | None:
        """The last day up to a day that claims speak of."""
        at = bisect_right(self._days, on)
        return self._days[at - 1] if at else None

    def _age(self, on: date) -> int:
        """The days from the nearest evidence, before or after."""
        at = bisect_right(self._days, on)
        return min(abs((on - day).days) for day in self._days[max(0, at - 1) : at + 1])

    def _is_discounted(self, on: date) -> bool:
        """True where it is told who holds the place, by those whom an analyst graded as no evidence."""
        return self._graded is not None and self._graded <= on

    def _is_presumed(self, holder: str, on: date) -> bool:
        """True where as much is told against the holder as for it, of one moment: only the prior decides."""
        first = bisect_left(self._row_days, on - timedelta(days=self.horizon(on)))
        key = (holder, first, bisect_right(self._row_days, on))
        if key not in self._presumed:
            self._presumed[key] = only_presumed(self._rows[first : key[2]], holder)
        return self._presumed[key]

    def _is_told(self, holder: str, on: date) -> bool:
        """True where anybody tells that the holder has it, or another has it not; not of a day before."""
        at = bisect_right(self._told_days, on)
        limit = timedelta(days=self.case.chain.table.time.story_days)
        key = (holder, at, at > 0 and on - self._told_days[at - 1] < limit)
        if key not in self._told:
            speaking = (row for row in story_of(self.case, on) if supports(row.position, holder))
            self._told[key] = any(not row.not_yet and row.nats > 0 for row in speaking)
        return self._told[key]

    def _is_settled(self, holder: str, on: date) -> bool:
        """True when enough of them tell it. Whom nobody says to hold it may come after another, no more."""
        horizon = timedelta(days=self.horizon(on))
        first, last = bisect_left(self._row_days, on - horizon), bisect_right(self._row_days, on + horizon)
        now = bisect_right(self._row_days, on)
        key = (holder, first, now, last)
        if key not in self._settled:
            near, before = self._rows[first:last], self._rows[first:now]
            self._settled[key] = _settles(self.case, holder, near, before)
        return self._settled[key]


def _settles(case: Case, holder: str, near: Sequence[Row], before: Sequence[Row]) -> bool:
    """True when the rows near a day, those up to it among them, settle that a party holds the place."""
    named = any(row.position == Position(HOLDS, holder) for row in near)
    if not named and case.chain.prior[holder] < max(case.chain.prior.values()):
        return False
    supporting = [row for row in near if supports(row.position, holder)]
    if well_told(case, supporting, against(before, holder)):
        return True
    return stands_unopposed(before, holder)


def only_presumed(rows: Sequence[Row], holder: str) -> bool:
    """True where as much is told against a holder as for it, of the same moment: only the prior decides."""
    told = [row for row in rows if row.position.act in (HOLDS, NOT) and row.nats > 0]
    speaking = [row for row in told if supports(row.position, holder)]
    opposed = [row for row in told if opposes(row.position, holder)]
    if not speaking or not opposed or max(map(moment_of, speaking)) != max(map(moment_of, opposed)):
        return False
    return math.fsum(row.nats for row in speaking) <= math.fsum(row.nats for row in opposed) + EVEN


def find(case: Case, belief: Sequence[float], on: date) -> Finding:
    """The words for the probabilities of one day."""
    return Finder(case).find(belief, on)


def horizon_of(case: Case, on: date) -> int:
    """After how many days the last evidence before a day is stale: the war moved then or since, or not."""
    return Finder(case).horizon(on)


def story_of(case: Case, on: date) -> tuple[Row, ...]:
    """The rows that weigh on a day: no stretch without evidence as long as a story parts them from it."""
    limit = timedelta(days=case.chain.table.time.story_days)
    days = sorted({row.day for row in case.rows})
    first, last = on, on
    for day in reversed([day for day in days if day <= on]):
        if first - day >= limit:
            break
        first = day
    before = max((day for day in days if day <= on), default=None)
    for day in days:
        if day > on:
            if before is not None and on < before + limit <= day:
                break
            before, last = day, day
    return tuple(row for row in case.rows if first <= row.day <= last)


def well_told(case: Case, rows: Sequence[Row], otherwise: Sequence[Row] = ()) -> bool:
    """True when independent origins tell it, or one against its own interest, or verified pictures; one at
    the least as a fact, for any number of times "it seems" or a denial settles nothing.

    Such a one alone can be misread: it is not enough where independent origins tell `otherwise` since, or the
    taker denies it.
    """
    limits = case.chain.table.status
    certain = [row for row in rows if row.nats >= limits.origin_nats and is_said_as_certain(row.claim)]
    if len(firm_origins(case, rows)) >= limits.origins and firm_origins(case, certain):
        return True
    firm = [row.day for row in certain if row.admission or row.verified]
    since = [row for row in otherwise if firm and row.day >= max(firm)]
    denied = any(is_own_denial(row.claim) for row in since)
    return bool(firm) and not denied and len(firm_origins(case, since)) < limits.origins


def against(rows: Sequence[Row], holder: str) -> list[Row]:
    """The rows by which another party holds the place, or nobody alone, or this one does not."""
    return [row for row in rows if row.position.act in (HOLDS, NOT) and opposes(row.position, holder)]


def firm_origins(case: Case, rows: Sequence[Row]) -> set[str]:
    """The independent origins that tell it firmly enough; who tells of his own gain is none."""
    least = case.chain.table.status.origin_nats
    told = (
        row
        for row in rows
        if row.nats >= least and interest_of(row.claim) is not Interest.OWN and is_answered_for(row.claim)
    )
    return {origin_of(row.claim, case.voices[row.claim.id]) for row in told}


def stands_unopposed(rows: Sequence[Row], holder: str) -> bool:
    """True when a baseline names the holder and no row from its day on says otherwise."""
    stated = [row.day for row in rows if is_baseline(row.claim) and row.position == Position(HOLDS, holder)]
    return bool(stated) and not any(row.day >= max(stated) and opposes(row.position, holder) for row in rows)


def supports(position: Position, holder: str) -> bool:
    """True when a position speaks for a holder: it holds the place, or another party does not."""
    if position.act == HOLDS:
        return position.party == holder
    return position.act == NOT and position.party != holder


def opposes(position: Position, holder: str | None) -> bool:
    """True when a position contradicts that `holder` (None: nobody alone) holds the place.

    That the holder's own forces are inside it contradicts nothing.
    """
    if position.party == CONTESTED:
        return holder is not None
    if position.act == HOLDS:
        return position.party != holder
    if position.act == NOT:
        return position.party == holder
    return position.act == CONTESTED and holder is not None and position.party != holder
