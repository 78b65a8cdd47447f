"""Who has just lost a place stands next to it: that it comes back is likelier than that anybody else comes.

The rate at which a claim of a change moves belief is the chance of such a change before anything is known of
it. After a capture that chance is that of the one who lost the place, for some days.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from whoholds.control.budgets import is_boast
from whoholds.control.evidence import Row
from whoholds.control.lately import Lately
from whoholds.control.positions import CONTESTED, HOLDS, OTHER
from whoholds.control.table import Table


@dataclass(slots=True)
class _Course:
    """Who holds the place by the last change that another one than its taker tells of, whom he took it from,
    and when."""

    holder: str | None
    lost: str | None = None
    since: date = date.min

    def note(self, row: Row) -> None:
        """Note that a party took the place on a day."""
        if row.position.party != self.holder:
            self.lost, self.holder, self.since = self.holder, row.position.party, row.day


def returning(rows: Sequence[Row], prior: Mapping[str, float], table: Table) -> tuple[Row, ...]:
    """The rows, which are in order; a change to the party that lost the place some days before moves at a
    greater rate. `prior`: the chances of the states before anything is told."""
    favourite = max(prior, key=prior.__getitem__)
    course = _Course(None if favourite in (OTHER, CONTESTED) else favourite)
    found = []
    for row in rows:
        named = row.position.act == HOLDS and row.position.party not in (None, OTHER, CONTESTED)
        if not named or row.not_yet:
            found.append(row)
            continue
        days = (row.day - course.since).days
        comes_back = row.change and row.position.party == course.lost and days <= table.time.back_days
        found.append(_faster(row, table.time.back) if comes_back else row)
        if row.change and row.nats >= table.status.origin_nats and not is_boast(row):
            course.note(row)
    return tuple(found)


_kept = Lately[Row, Row]()


def _faster(row: Row, times: float) -> Row:
    """The row with a flow that acts so many times as fast; the very same one for the very same row."""
    return _kept.of(row, times) or _kept.keep(row, replace(row, flow=1.0 - (1.0 - row.flow) ** times), times)
