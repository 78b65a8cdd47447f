"""The rows of evidence of claims, kept as long as the very same claims are weighed again.

One claim is weighed for many questions: at other moments of knowledge, without another claim, by all but one
origin. Its rows are the same each time. Forgetting changes no answer.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from whoholds.control.before import is_over
from whoholds.control.evidence import Row, rows_of
from whoholds.control.table import Table
from whoholds.ontology import Parties, parties
from whoholds.picture import ResolvedClaim

MOST = 50_000  # claims of which nothing was asked since as many others were: those may be forgotten
Rows = tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A claim, what its rows hang on, and the rows by the last day of a state that ended (else None)."""

    claim: ResolvedClaim
    under: tuple[Parties, Table, str | None]
    rows: dict[date | None, Rows] = field(default_factory=dict)


class _Lately:
    """What was weighed lately, by the number of the claim's object: it is kept, so the number is its own."""

    def __init__(self) -> None:
        self.lately: dict[int, _Weighed] = {}
        self.before: dict[int, _Weighed] = {}

    def of(self, claim: ResolvedClaim) -> _Weighed | None:
        """What is kept of a very claim."""
        found = self.lately.get(id(claim))
        if found is None and (found := self.before.get(id(claim))) is not None:
            self.keep(found)
        return found if found is not None and found.claim is claim else None

    def keep(self, weighed: _Weighed) -> None:
        """Keep it; what nobody asked for since as many others were asked for is forgotten."""
        if len(self.lately) >= MOST:
            self.lately, self.before = {}, self.lately
        self.lately[id(weighed.claim)] = weighed


_lately = _Lately()


class Weighing:
    """`rows_of` under one table and government, and the parties that are known now; what it gives is kept."""

    def __init__(self, table: Table, government: str | None) -> None:
        self._under = (parties(), table, government)

    def rows(self, claim: ResolvedClaim, ended: date | None = None) -> Rows:
        """The rows of a claim; of a state that ended with a change told in its report, on its last day."""
        known, table, government = self._under
        kept = _lately.of(claim)
        if (
            kept is None
            or kept.under[0] is not known
            or kept.under[1] is not table
            or kept.under[2] != government
        ):
            kept = _Weighed(claim, self._under)
            _lately.keep(kept)
        if ended not in kept.rows:
            over = ended is None and is_over(claim)
            plain = () if over else rows_of(claim, table, government)
            kept.rows[ended] = plain if ended is None else tuple(_dated(row, ended) for row in plain)
        return kept.rows[ended]


def _dated(row: Row, ended: date) -> Row:
    """The row on the last day of a state that ended with a change told in the same report."""
    if row.not_yet:
        return row
    reason = f"{row.evidence.reason}; told of the time before the change"
    return replace(row, evidence=replace(row.evidence, day=ended, reason=reason))
