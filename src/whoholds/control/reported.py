"""What is reported of late against what is assessed: every claim that stands, beside the answer."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cached_property

import numpy as np

from whoholds.carried import is_carried_over
from whoholds.control.case import Case
from whoholds.control.daily import Flags, Numbers
from whoholds.control.evidence import day_of
from whoholds.control.finding import Finding, opposes, supports
from whoholds.control.positions import CONTESTED, HOLDS, Position, leaves_open, position_of
from whoholds.model import end_of_day
from whoholds.picture import ResolvedClaim

DAY = 86_400  # seconds
EPOCH = date(1970, 1, 1).toordinal()
OPEN = "open"
"""The act of a claim that it is not known who holds the place: it stands beside every answer."""


class Reported:
    """The claims of a case that may contradict a finding, made ready once for the questions of many days."""

    def __init__(self, case: Case) -> None:
        self._case = case
        told = (claim for claim in case.claims.values() if claim.counts and not is_carried_over(claim))
        weighed = {row.claim.id: row.position for row in case.rows if not row.not_yet}
        placed = [(claim, weighed.get(claim.id, said)) for claim in told
                  if (said := position_of(claim) or _open(claim)) is not None]  # fmt: skip
        self._told = sorted(placed, key=lambda one: (one[0].known_from, one[0].id))
        self._known = [claim.known_from for claim, _ in self._told]
        self._reach = case.chain.table.time.reported_hours // 24 + 1
        # who is not named may have come long before: that hides nothing that was said against him since
        self._changes = [row for row in case.rows if row.change and row.claim.actor is not None]
        self._change_days = [row.day for row in self._changes]
        # a change told without a day came before it was told, where somebody had the new holder there already
        self._held = [row for row in case.rows if row.change or row.position.act == HOLDS]
        self._held = [row for row in self._held if row.claim.actor is not None and row.nats > 0]
        self._held_days = [row.day for row in self._held]

    @cached_property
    def _known_days(self) -> Numbers:
        return np.array([known.timestamp() // DAY for known in self._known], dtype=np.float64)

    def may_be(self, days: Numbers) -> Flags:
        """True for each day (ordinals) in whose last hours a claim became known."""
        known, last = self._known_days, days - EPOCH
        return known.searchsorted(last - self._reach, "left") < known.searchsorted(last, "right")

    def against(self, found: Finding, on: date) -> Iterable[ResolvedClaim]:
        """Claims of the last hours of a day, about these days, that contradict the finding, newest first; of
        an unknown place all. The hours are those of the day asked about, also where it is a projection. What
        was so before the holder came contradicts nothing, nor does the fighting after which the same claimer
        says in the same sentence that the holder has it.
        """
        if not self._told:
            return ()
        until = end_of_day(on)
        since = until - timedelta(hours=self._case.chain.table.time.reported_hours)
        first, last = bisect_right(self._known, since), bisect_right(self._known, until)
        if first >= last:
            return ()
        came = self._came(found.holder, since.date(), on) or since.date()
        recent = self._told[first:last]
        settled = {_sentence(one) for one, said in recent if found.holder and supports(said, found.holder)}
        return [
            claim
            for claim, position in reversed(recent)
            if self._is_since(claim, position, came)
            and not (_is_over(claim, position) and _sentence(claim) in settled)
            and (
                opposes(position, found.holder)
                or position.act == OPEN
                or (found.status == "unknown" and CONTESTED in (position.act, position.party))
            )
        ]

    def _is_since(self, claim: ResolvedClaim, position: Position, came: date) -> bool:
        """True when a claim speaks of the days since the holder came; fighting of that day is how it came."""
        day = self._case.ended.get(claim.id, day_of(claim))
        at = bisect_left(self._change_days, came)
        changed = at < len(self._change_days) and self._change_days[at] == came
        return day > came if changed and _is_over(claim, position) else day >= came

    def _came(self, holder: str | None, since: date, on: date) -> date | None:
        """The first of the last days on which the holder is said to have come or to be there, or another to
        have left; None where nobody says that he came."""
        first, last = bisect_left(self._change_days, since), bisect_right(self._change_days, on)
        changes = self._changes[first:last]
        if not any(holder and supports(row.position, holder) for row in changes):
            return None
        first, last = bisect_left(self._held_days, since), bisect_right(self._held_days, on)
        told = self._held[first:last]
        return min((row.day for row in told if holder and supports(row.position, holder)), default=None)


def _is_over(claim: ResolvedClaim, position: Position) -> bool:
    """True for fighting that is not told as going on."""
    return position.act == CONTESTED and not claim.claim.ongoing


def _sentence(claim: ResolvedClaim) -> tuple[str, int, str | None]:
    """Whose words in which sentence a claim is."""
    return claim.claim.report, claim.claim.quote.start, claim.claimer


def _open(claim: ResolvedClaim) -> Position | None:
    return Position(OPEN) if leaves_open(claim) else None
