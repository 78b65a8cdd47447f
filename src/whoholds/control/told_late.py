"""What may be told late: a change without a day, when it was just told that such a change was undone.

Who tells without a day that a party took the place tells of its last coming that he knows of. Where that
party is told to have left some days before, this is mostly the coming that is over; where it is told to have
come, and another one after it, as often as not. So the first who tells it so weighs less; a second one is
believed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from whoholds.control.budgets import is_boast
from whoholds.control.evidence import Row
from whoholds.control.lately import Lately
from whoholds.control.moments import by_moment, moment_of
from whoholds.control.positions import CONTESTED, HOLDS, NOT, OTHER
from whoholds.control.redundancy import scaled
from whoholds.control.table import Table, Time

LEFT = "told without a day, after it was told to have left"
UNDONE = "told without a day, just after another was told to have come after it"


@dataclass(slots=True)
class _Course:
    """Who holds the place by the last change that was told and since when; when each party came and left.

    What a side tells to its own advantage is no part of it.
    """

    holder: str | None
    since: date = date.min
    came: dict[str, date] = field(default_factory=dict)
    left: dict[str, date] = field(default_factory=dict)

    def over(self, row: Row, time: Time) -> str | None:
        """Why a row may tell of a coming that is over; None where it names a day or tells of a return."""
        party, (*_, retaken) = str(row.position.party), moment_of(row)
        if row.position.act != HOLDS or party == self.holder or row.claim.dated or retaken:
            return None
        left, came = self.left.get(party, date.min), self.came.get(party, date.min)
        if (row.day - left).days <= time.late_days:
            return LEFT
        undone = (row.day - self.since).days <= time.undone_days
        return UNDONE if undone and (row.day - came).days <= time.late_days else None

    def note(self, row: Row) -> None:
        """Note that a party came, or that it left."""
        party, to = str(row.position.party), row.claim.recipient
        if row.position.act == NOT:
            self.left[party] = row.day
            if self.holder == party:
                self._comes(to if to != party else None, row.day)
        elif party != self.holder:
            self._comes(party, row.day)

    def _comes(self, party: str | None, day: date) -> None:
        self.holder, self.since = party, day
        if party is not None:
            self.came[party] = day
            self.left.pop(party, None)


def told_late(rows: Sequence[Row], prior: Mapping[str, float], table: Table) -> tuple[Row, ...]:
    """The rows, which are in order; a change that may be told late weighs and moves less.

    `prior`: the chances of the states before anything is told.
    """
    favourite = max(prior, key=prior.__getitem__)
    course = _Course(None if favourite in (OTHER, CONTESTED) else favourite)
    found: list[Row] = []
    for together in by_moment(rows):
        changes = [row for row in together if _is_change(row)]
        late = {id(row): why for row in changes if (why := course.over(row, table.time)) is not None}
        found += [_weaker(row, late[id(row)], table) if id(row) in late else row for row in together]
        for row in changes:
            if row.nats >= table.status.origin_nats and not is_boast(row):
                course.note(row)
    return tuple(found)


def _is_change(row: Row) -> bool:
    """True for a row that tells that a party with a name came or left."""
    named = row.position.party not in (None, OTHER, CONTESTED)
    return row.change and not row.not_yet and named and row.position.act in (HOLDS, NOT)


_kept = Lately[Row, Row]()


def _weaker(row: Row, why: str, table: Table) -> Row:
    """The row with less weight and flow, and no proof of its day; the very same one for the very same row."""
    share = table.flow.state / table.flow.change if why == LEFT else table.flow.late
    key = (why, table.shares.late, share)
    return _kept.of(row, key) or _kept.keep(row, _with_less(row, *key), key)


def _with_less(row: Row, why: str, power: float, share: float) -> Row:
    less = scaled(row, power, why)
    return replace(less, flow=row.flow * share, admission=False, verified=False)
