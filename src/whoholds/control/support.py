"""What the rows of a case tell of one holder, in their order: so that any stretch of them is judged at once.

`finding` says what settles that a party holds a place; here the same is asked of many stretches of the same
rows, which are numbered. What is told from one number up to before another is found by looking up numbers.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date, timedelta

from whoholds.control.evidence import Row
from whoholds.control.manners import Manner, manner_of
from whoholds.control.moments import Moment, moment_of
from whoholds.control.numbers import Numbers, any_in, between, last_in
from whoholds.control.positions import CONTESTED, HOLDS, NOT, Position
from whoholds.control.speaking import keeps, opposes, supports
from whoholds.control.table import Status
from whoholds.voice_keys import ANY_SIDE

EVEN = 1e-9  # nats; so much is no difference


class Told:
    """Rows in their order, with what of them does not hang on the holder. `origins`: of each row."""

    def __init__(
        self, rows: Sequence[Row], origins: Sequence[str], limits: Status, before: Told | None = None
    ) -> None:
        """`before`: other rows of the place; with what both begin (`same` rows) is not looked at again."""
        self.rows = rows
        self.origins = origins
        self.limits = limits
        self.same = _shared(self, before) if before is not None else 0
        same, new = self.same, rows[self.same :]
        self.days: list[date] = [*(before.days[:same] if before else ()), *(row.evidence.day for row in new)]
        self.moments: list[Moment] = [*(before.moments[:same] if before else ()), *map(moment_of, new)]
        self.manners: list[Manner] = [
            *(before.manners[:same] if before else ()),
            *(manner_of(row.claim) for row in new),
        ]
        self.firm = [
            row.nats >= limits.origin_nats and manner.firm
            for row, manner in zip(rows, self.manners, strict=True)
        ]
        self.certain = [
            row.nats >= limits.origin_nats and manner.certain
            for row, manner in zip(rows, self.manners, strict=True)
        ]


def _shared(one: Told, other: Told) -> int:
    """With how many of the very same rows, of the same origins, both begin."""
    same = 0
    for row, its, origin, another in zip(one.rows, other.rows, one.origins, other.origins, strict=False):
        if row is not its or origin != another:
            break
        same += 1
    return same if one.limits is other.limits else 0


class Support:
    """The numbers of the rows that speak for a holder and against it, of each kind."""

    def __init__(self, told: Told, holder: str, before: Support | None = None) -> None:
        """`before`: that of the rows before which `told` was made ready."""
        self._told = told
        self._named: Numbers = []  # that name the holder
        self._baselines: Numbers = []
        self._firm: Numbers = []  # that speak for it, told by whom it does not serve
        self._apart: Numbers = []  # of these, told by whose side is told, or who has none
        self._facts: Numbers = []  # of these, told as certain
        self._stated: Numbers = []  # told as certain by whom it does not serve, however often said before
        self._proofs: Numbers = []  # admissions and verified pictures
        self._against: Numbers = []  # that tell that it does not hold the place
        self._denied: Numbers = []  # of these, told by whom it serves
        self._opposed: Numbers = []  # of these and of fighting
        self._weigh: tuple[Numbers, Numbers] = ([], [])  # that weigh anything for it, and against it
        self._kept: Numbers = []  # of those for it, and of attacks on the place by another
        self._entered: Numbers = []  # that tell firmly of others inside, or in a part of it
        if before is not None:
            self._begin_as(before, told.same)
        since = told.same if before is not None else 0
        for number, row in enumerate(told.rows[since:], since):
            self._take(number, row, holder)

    def _take(self, number: int, row: Row, holder: str) -> None:
        """What one row tells of the holder."""
        told, said = self._told, row.position
        if said == Position(HOLDS, holder):
            self._named.append(number)
            if told.manners[number].baseline:
                self._baselines.append(number)
        if supports(said, holder):
            self._speaks(number, row)
        if row.nats > 0 and keeps(said, holder):
            self._kept.append(number)
        inside = said.act == CONTESTED and said.party not in (None, holder)
        if inside and told.certain[number] and told.firm[number]:
            self._entered.append(number)
        if opposes(said, holder):
            self._opposed.append(number)
            if said.act in (HOLDS, NOT):
                self._against.append(number)
                if row.nats > 0:
                    self._weigh[1].append(number)
                    if told.manners[number].own:
                        self._denied.append(number)

    def _begin_as(self, other: Support, end: int) -> None:
        """Take over what another one has of the rows up to a number."""
        for mine, its in zip(self._all(), other._all(), strict=True):
            mine += its[: bisect_left(its, end)]

    def _all(self) -> tuple[Numbers, ...]:
        told = (
            self._named,
            self._baselines,
            self._firm,
            self._apart,
            self._facts,
            self._stated,
            self._proofs,
        )
        against = (self._against, self._denied, self._opposed)
        return (*told, *against, *self._weigh, self._kept, self._entered)

    def _speaks(self, number: int, row: Row) -> None:
        told = self._told
        if row.nats > 0:
            self._weigh[0].append(number)
        if told.manners[number].firm and told.manners[number].certain:
            self._stated.append(number)
        if told.firm[number]:
            self._firm.append(number)
            if not told.origins[number].startswith(ANY_SIDE):
                self._apart.append(number)
            if told.certain[number]:
                self._facts.append(number)
        if told.certain[number] and (row.admission or row.verified):
            self._proofs.append(number)

    def names(self, first: int, end: int) -> bool:
        """True where a row from one number up to before another names the holder."""
        return any_in(self._named, first, end)

    def is_told(self, first: int, end: int) -> bool:
        """True where a row that weighs anything speaks for the holder."""
        return any_in(self._weigh[0], first, end)

    def is_kept(self, first: int, end: int) -> bool:
        """True where a row that weighs anything speaks for the holder, or of an attack on it by another."""
        return any_in(self._kept, first, end)

    def last_kept(self, on: date) -> date | None:
        """The last day up to a day of which such a row tells."""
        last = last_in(self._kept, 0, bisect_right(self._told.days, on))
        return None if last is None else self._told.days[last]

    def is_entered(self, first: int, now: int, end: int) -> bool:
        """True where others are firmly told to be inside, up to a number, and nobody but the holder's side
        has spoken for it since."""
        last = last_in(self._entered, first, now)
        if last is None:
            return False
        since = bisect_left(self._told.days, self._told.days[last])
        return not any_in(self._firm, max(first, since), end)

    def is_disputed(self, first: int, now: int, end: int) -> bool:
        """True where nobody but who gains by it tells, near a day, that the party holds the place, and others
        told otherwise within some days of its last word: one side's word against the other's.

        Whose side is not told may be the party's own: against a denial by whom it serves that is no more.
        """
        against = self._denied if any_in(self._firm, first, end) else self._weigh[1]
        spoken, denied = (last_in(numbers, first, now) for numbers in (self._weigh[0], against))
        if spoken is None or denied is None or any_in(self._apart, first, end):
            return False
        days = self._told.days
        return abs((days[spoken] - days[denied]).days) <= self._told.limits.dispute_days

    def is_boasted(self, first: int, now: int, end: int) -> bool:
        """True where all that speaks for the holder near a day is its own word that it took the place.

        By that word, which is told up to a number, it did not hold the place before: no prior speaks for it.
        """
        told = between(self._weigh[0], first, end)
        if not told or not all(self._told.manners[one].own for one in told):
            return False
        return any(self._told.rows[one].change for one in told if one < now)

    def is_fact(self, first: int, end: int) -> bool:
        """True where a row speaks for the holder as for a fact, by whom it does not serve."""
        return any_in(self._stated, first, end)

    def is_presumed(self, first: int, end: int) -> bool:
        """True where as much is told against the holder as for it, of one moment: only the prior decides."""
        last = [last_in(numbers, first, end) for numbers in self._weigh]
        speaking, opposed = last
        moments = self._told.moments
        if speaking is None or opposed is None or moments[speaking] != moments[opposed]:
            return False
        nats = [
            math.fsum(self._told.rows[one].nats for one in between(numbers, first, end))
            for numbers in self._weigh
        ]
        return nats[0] <= nats[1] + EVEN

    def is_well_told(self, first: int, now: int, end: int) -> bool:
        """True when independent origins tell it, or one against its own interest, or verified pictures; one
        at the least as a fact, for any number of times "it seems" or a denial settles nothing.

        Of the rows from `first` that speak for the holder, against those up to `now` that tell otherwise. It
        is not enough where as many origins tell otherwise since. One against its own interest alone can be
        misread: it is not enough where independent origins tell otherwise since, or the taker denies it; nor
        where who admitted it says since that he has the place.
        """
        least = self._told.limits.origins
        if any_in(self._facts, first, end) and self._has_origins(self._firm, first, end, least):
            return not self._is_evenly_told(first, now, end)
        proofs = between(self._proofs, first, end)
        last = next((one for one in reversed(proofs) if not self._is_taken_back(one, now)), None)
        if last is None:
            return False
        since = max(first, bisect_left(self._told.days, self._told.days[last]))
        denied = any(self._told.manners[one].own_denial for one in between(self._against, since, now))
        return not denied and not self._firmly_against(since, now)

    def _is_taken_back(self, proof: int, now: int) -> bool:
        """True where the side that admitted its loss tells otherwise at once or later, and not that it took
        it back: up to a number, and within some days of the admission."""
        told, days = self._told.rows, self._told.days
        row = told[proof]
        if not row.admission or row.claim.side is None:
            return False
        near = bisect_right(days, days[proof] + timedelta(days=self._told.limits.dispute_days))
        for one in between(self._against, bisect_left(days, days[proof]), max(now, near)):
            said = told[one]
            if said.claim.side == row.claim.side and said.claim.known_from >= row.claim.known_from:
                return not said.change
        return False

    def _is_evenly_told(self, first: int, now: int, end: int) -> bool:
        """True where as many origins tell otherwise, since the last of those who tell it firmly."""
        since = self._since(first, end)
        if since is None or not self._firmly_against(since, now):
            return False
        return len(self._against_since(since, now)) >= self.origins(since, end)

    def _since(self, first: int, end: int) -> int | None:
        """The number of the first row of the last day on which it is told firmly; None where it never is."""
        last = last_in(self._firm, first, end)
        return None if last is None else max(first, bisect_left(self._told.days, self._told.days[last]))

    def _against_since(self, since: int, now: int) -> set[str]:
        """The origins that tell firmly that the party does not hold the place."""
        return {self._told.origins[one] for one in between(self._against, since, now) if self._told.firm[one]}

    def origins(self, first: int, end: int) -> int:
        """How many independent origins tell it firmly; who tells of his own gain is none."""
        return len({self._told.origins[one] for one in between(self._firm, first, end)})

    def origins_needed(self, first: int, now: int, end: int) -> int:
        """How many independent origins settle it: two, or one more than tell otherwise if evenly told."""
        since = self._since(first, end)
        if since is not None and self._is_evenly_told(first, now, end):
            return len(self._against_since(since, now)) + 1
        return self._told.limits.origins

    def _firmly_against(self, first: int, end: int) -> bool:
        firm = [one for one in between(self._against, first, end) if self._told.firm[one]]
        return self._has_origins(firm, first, end, self._told.limits.origins)

    def _has_origins(self, numbers: Numbers, first: int, end: int, least: int) -> bool:
        """True where so many origins are among the rows with these numbers in a stretch."""
        found: set[str] = set()
        for at in range(bisect_left(numbers, first), bisect_left(numbers, end)):
            found.add(self._told.origins[numbers[at]])
            if len(found) >= least:
                return True
        return len(found) >= least

    def is_unopposed(self, first: int, now: int) -> bool:
        """True when a baseline names the holder and no row from its day on says otherwise."""
        last = last_in(self._baselines, first, now)
        if last is None:
            return False
        since = bisect_left(self._told.days, self._told.days[last])
        return not any_in(self._opposed, max(first, since), now)
