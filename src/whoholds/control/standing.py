"""That a place is contested, told as a state, which stands as a hold does; fighting alone ends.

"The town is contested", a table that calls it so: nobody holds it alone, and so it is until something else is
told. "There was fighting in the town": contested for as long as the fighting, which soon ends.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from whoholds.control.positions import CONTESTED, HOLDS, Position
from whoholds.control.table import Table

if TYPE_CHECKING:
    from whoholds.control.clock import Clock
    from whoholds.control.evidence import Row

Stretch = tuple[date, date]
"""From the day on which it is told to be contested up to the day on which that ends (not included)."""
TOLD = Position(HOLDS, CONTESTED)


def standing(
    rows: Sequence[Row], voices: Mapping[str, str], clock: Clock, table: Table
) -> tuple[Stretch, ...]:
    """The stretches in which some voice stands by its word that the place is contested, in order, apart.

    A voice stands by it until it says otherwise of who holds the place, or until its word is stale. `rows` in
    the order in which they apply; `voices` by claim id.
    """
    by_voice: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if not row.not_yet and row.nats > 0:
            by_voice[voices[row.claim.id]].append(row)
    found = sorted(stretch for told in by_voice.values() for stretch in _of_voice(told, clock, table))
    joined: list[Stretch] = []
    for first, end in found:
        if joined and first <= joined[-1][1]:
            first, end = joined[-1][0], max(end, joined.pop()[1])
        joined.append((first, end))
    return tuple(joined)


def _of_voice(rows: Sequence[Row], clock: Clock, table: Table) -> list[Stretch]:
    found, until = [], date.max
    for row in reversed(rows):
        if row.position.excludes(TOLD):
            until = row.day
        elif row.position == TOLD and row.day < until:
            found.append((row.day, min(_stale(row.day, clock, table), until)))
    return found


def _stale(day: date, clock: Clock, table: Table) -> date:
    time = table.time
    soon = day + timedelta(days=time.horizon_moving)
    moving = clock.hottest(day, soon) >= table.region.moves
    return (soon if moving else day + timedelta(days=time.horizon_quiet)) + timedelta(days=1)
