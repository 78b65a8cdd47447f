"""What families of claimers give at most: all who speak for one side, all of one outlet, and boasts."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from whoholds.control.evidence import Row
from whoholds.control.moments import by_moment
from whoholds.control.positions import ATTACKS, CONTESTED, HOLDS, Position
from whoholds.control.table import Redundancy
from whoholds.voice_keys import family_of

BOASTS = ("own_gain", "denied_loss")
Factor = tuple[float, str]
Factors = dict[str, Factor]
"""By claim id: how much a row counts, and why."""


@dataclass(frozen=True, slots=True)
class _Family:
    """What one family has spent since it told something new (old spending fades), what it said last, and
    which loss it has admitted.
    """

    spent: float = 0.0
    last: date | None = None
    said: Position | None = None
    lost: Position | None = None

    def faded(self, day: date, fade: float) -> float:
        """What is left of what it has spent, of which 1/e is left after `fade` days."""
        days = (day - self.last).days if self.last is not None else 0
        return self.spent * math.exp(-days / fade)

    def tells_anew(self, rows: Sequence[Row]) -> bool:
        """True for rows of something else than it told last, or of a change after the loss it admitted."""
        if self.said is not None and any(moved_on(self.said, row.position) for row in rows):
            return True
        return self.lost is not None and any(row.change and self.lost.excludes(row.position) for row in rows)


@dataclass(frozen=True, slots=True)
class _Budget:
    """So many nats for a family; after so many days 1/e of what it has spent still counts."""

    nats: float
    days: float
    what: str = ""

    def words(self) -> str:
        """Why a row counts less."""
        return f"this family of claimers has given its {self.nats:g} nats{self.what}"


class Spending(NamedTuple):
    """What a family has spent of the budget for its boasts and of that for all it tells."""

    boasts: _Family
    all: _Family


NOTHING = Spending(_Family(), _Family())


@dataclass(frozen=True, slots=True)
class Budgets:
    """What a family is held to: one budget for what it tells, a smaller one for its boasts.

    Who has admitted a loss since, and then boasts of a recapture, tells of something new.
    """

    boasts: _Budget
    all: _Budget

    @classmethod
    def of(cls, numbers: Redundancy) -> Budgets:
        """The budgets by the numbers of the method."""
        return cls(
            _Budget(numbers.boast_nats, numbers.boast_days, " of boasts"),
            _Budget(numbers.family_nats, numbers.repeat_days),
        )

    def spend(self, spending: Spending, rows: Sequence[Row], factors: Factors) -> Spending:
        """Hold what a family tells at one moment to its budgets, in place; what it has spent then.

        A budget is new when the family tells of something new. What it tells at one moment shares what is
        left in proportion; what excludes each other does not.
        """
        boasts = [row for row in rows if is_boast(row)]
        boasted = _spend(_admitted(spending.boasts, rows), boasts, factors, self.boasts)
        return Spending(boasted, _spend(_admitted(spending.all, rows), rows, factors, self.all))

    def spend_alone(self, spending: Spending, row: Row, factor: Factor) -> tuple[Spending, Factor]:
        """The same of one row that is all a family tells at a moment: what it has spent then, and how much
        the row counts."""
        boasts, every = _admitted(spending.boasts, (row,)), _admitted(spending.all, (row,))
        if is_boast(row):
            boasts, factor = _spend_alone(boasts, row, factor, self.boasts)
        every, factor = _spend_alone(every, row, factor, self.all)
        return Spending(boasts, every), factor


def hold_to_budgets(rows: Sequence[Row], factors: Factors, numbers: Redundancy) -> None:
    """Holds every family to its budgets, in place."""
    budgets, families = Budgets.of(numbers), dict[str, Spending]()
    for together in by_moment(rows):
        told: dict[str, list[Row]] = defaultdict(list)
        for row in together:
            told[family_of(row.claim)].append(row)
        for name, mine in told.items():
            families[name] = budgets.spend(families.get(name, NOTHING), mine, factors)


def is_boast(row: Row) -> bool:
    """True for what a side tells to its own advantage, where no analyst has graded the claimer."""
    return row.claim.grade is None and row.evidence.features[0][0] in BOASTS


def _admitted(family: _Family, rows: Sequence[Row]) -> _Family:
    """The family with the last loss that it admits in rows of one moment."""
    lost = [row.position for row in rows if row.admission]
    return replace(family, lost=lost[-1]) if lost else family


def _spend(family: _Family, rows: Sequence[Row], factors: Factors, budget: _Budget) -> _Family:
    """Hold what a family tells at one moment to its budget; what it has spent then."""
    if not rows:
        return family
    alone = len(rows) == 1
    said = {row.position for row in rows}
    torn = not alone and any(moved_on(one, other) for one in said for other in said)
    changes = frozenset() if alone else torn_changes(rows)
    before = family.faded(rows[0].day, budget.days)
    spent = []
    for mine in [[row for row in rows if row.position == one] for one in said] if torn else [rows]:
        anew = family.tells_anew(mine) or any(row.position in changes for row in mine)
        start = 0.0 if anew else before
        wanted = math.fsum(row.nats * factors[row.claim.id][0] for row in mine)
        left = max(0.0, budget.nats - start)
        if wanted > left:
            scale = left / wanted
            factors.update((row.claim.id, (factors[row.claim.id][0] * scale, budget.words())) for row in mine)
        spent.append(start + min(wanted, left))
    lost, now = family.lost, family.said
    if lost is not None and any(lost.excludes(row.position) for row in rows if row.change):
        lost = None
    settled = [row.position for row in rows if row.position.act != ATTACKS]
    if settled:
        now = None if torn else settled[-1]
    return _Family(max(spent), rows[0].day, now, lost)


def _spend_alone(family: _Family, row: Row, factor: Factor, budget: _Budget) -> tuple[_Family, Factor]:
    """`_spend` of a row that is alone."""
    position, lost = row.position, family.lost
    ended = lost is not None and row.change and lost.excludes(position)
    anew = ended or (family.said is not None and moved_on(family.said, position))
    start = 0.0 if anew else family.faded(row.evidence.day, budget.days)
    wanted, left = row.nats * factor[0], max(0.0, budget.nats - start)
    if wanted > left:
        factor = (factor[0] * (left / wanted), budget.words())
    now = family.said if position.act == ATTACKS else position
    return _Family(start + min(wanted, left), row.evidence.day, now, None if ended else lost), factor


@lru_cache(maxsize=4096)
def moved_on(one: Position, other: Position) -> bool:
    """True when who said the one and then the other tells of something new, for which the budget is new."""
    if CONTESTED in (one.act, other.act) and HOLDS in (one.act, other.act):
        return CONTESTED not in (one.party, other.party)
    return one.excludes(other)


def torn_changes(rows: Sequence[Row]) -> frozenset[Position]:
    """What changes of one moment tell, of those that cannot both be the last: a loss and a recapture."""
    told = {row.position for row in rows if row.change}
    return frozenset(one for one in told if any(one.excludes(other) for other in told))
