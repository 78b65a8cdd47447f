"""From a claim to one or two rows of evidence: place, day, log-likelihood per state, and the reason."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from whoholds.carried import is_carried_over
from whoholds.control.claimers import BASELINE
from whoholds.control.positions import (
    CONTESTED,
    HOLDS,
    NOT,
    NOT_CONTESTED,
    Position,
    is_change,
    position_of,
    said_words,
)
from whoholds.control.ratios import Teller, ratio_of, teller_of
from whoholds.control.table import Table
from whoholds.frozen import filled_at_once
from whoholds.model import EventType, Factuality, Precision
from whoholds.picture import Evidence, Noted, ResolvedClaim

WORTHS = 4096  # findings of what claims are worth that are kept; forgetting changes nothing


class _Placed(Noted):
    """Where a row stands among others, worked out when it is first asked for (`moments`)."""

    __slots__ = ("moment", "order")
    moment: tuple[date, bool, datetime, bool]
    order: tuple[object, ...]


@filled_at_once
@dataclass(frozen=True, slots=True)
class Row(_Placed):
    """A row of evidence with what the chain and the explanation need to know of its claim.

    `nats` is the size of its weight (>= 0); `flow` the share (0 to 1) of the other states' probability that
    moves towards what is said before it is weighed; `not_yet` marks the second row of a dated change;
    `admission` and `verified` are true for unhedged claims of the loser and pictures that somebody verified.
    """

    evidence: Evidence
    claim: ResolvedClaim
    position: Position
    nats: float
    flow: float = 0.0
    change: bool = False
    not_yet: bool = False
    admission: bool = False
    verified: bool = False

    @property
    def day(self) -> date:
        """The day the row speaks of."""
        return self.evidence.day


def rows_of(claim: ResolvedClaim, table: Table, government: str | None = None) -> tuple[Row, ...]:
    """The rows of one claim: one on the last day it speaks of, and for a change with a stated first day a
    second one, "not yet", on the day before. None for rejected claims, plans, inferred places, and claims
    that say nothing of the whole place. `government` is the party whose territory it is.
    """
    position = position_of(claim)
    if position is None or is_carried_over(claim) or not claim.counts:
        return ()
    row = _row(claim, position, table, government)
    early = _not_yet(claim, position, table)
    if early is not None and claim.grade is not None and early.nats > row.nats:
        early = _scaled(early, row.nats / early.nats) if row.nats > 0 else None
    return (early, row) if early else (row,)


def _scaled(row: Row, share: float) -> Row:
    """ "Not yet" of a claimer whom an analyst graded: no more than the claim itself."""
    weights = {state: nats * share for state, nats in row.evidence.weights.items()}
    reason = f"{row.evidence.reason}; no more than the claim itself"
    evidence = replace(row.evidence, weights=weights, reason=reason)
    return replace(row, evidence=evidence, nats=row.nats * share)


def day_of(claim: ResolvedClaim) -> date:
    """The day a claim's row stands on: the last day its words allow, not after it was published."""
    known = claim.known_from.date()
    latest = known if claim.published is None else max(claim.published, known)
    day = claim.days.end or claim.published or claim.days.start or known
    return min(day, latest)


class _Worth(NamedTuple):
    """What a row is worth, whoever tells it of whichever day: many claims say the same."""

    words: str
    weights: Mapping[str, float]
    features: tuple[tuple[str, float], ...]
    nats: float
    flow: float
    change: bool
    admission: bool
    verified: bool


_worths: dict[tuple[object, ...], tuple[Table, _Worth]] = {}  # the table is kept: its id is its own


def _row(claim: ResolvedClaim, position: Position, table: Table, government: str | None) -> Row:
    worth = _worth_of(claim, position, table, government)
    reason = f"{_speaker(claim)}: {worth.words}"
    evidence = Evidence(claim.id, day_of(claim), worth.weights, reason, worth.features)
    return Row(
        evidence, claim, position, worth.nats, worth.flow, worth.change, False, worth.admission,
        worth.verified,
    )  # fmt: skip


def _worth_of(claim: ResolvedClaim, position: Position, table: Table, government: str | None) -> _Worth:
    """What a claim is worth: the same for all of which the same is found, so it is worked out once."""
    told, said = teller_of(claim, position, table, government), claim.claim
    judged = claim.judged is not None
    key = (
        id(table), told, position, said.type, said.factuality, said.unverified, claim.precision, claim.grade,
        judged or claim.extractor,
    )  # fmt: skip
    kept = _worths.get(key)
    if kept is None:
        if len(_worths) >= WORTHS:
            _worths.clear()
        kept = _worths[key] = (table, _worth(claim, position, table, told))
    return kept[1]


def _worth(claim: ResolvedClaim, position: Position, table: Table, told: Teller) -> _Worth:
    ratio = ratio_of(claim, position, table, told)
    features: list[tuple[str, float]] = [(ratio.name, ratio.value)]
    nats = abs(math.log(ratio.value))
    words = [said_words(claim, position), f"{ratio.label} (ratio {ratio.value:g})"]
    for feature, factor, said in _factors(claim, position, ratio.name, table):
        nats *= factor
        features.append((feature, factor))
        words.append(f"{said} (power {factor:g})")
    bound = _bound(claim, table)
    if nats > bound:
        words.append(f"readers err too: counted as ratio {math.exp(bound):.0f}")
        features.append(("reader", bound / nats))
        nats = bound
    affirmed = claim.claim.factuality is not Factuality.DENIED
    change = is_change(claim) and position.act in (HOLDS, NOT) and affirmed
    firm = nats >= math.log(table.ratios["media"].value)
    admission = firm and told.kind == "admission" and told.act != "denies"
    flow = 0.0
    if position.act == HOLDS or change or (position.act == NOT and claim.claim.type is EventType.HOLD):
        flow = _flow(nats, table, _share(position, table, change=change, admission=admission))
    weights = _weights(claim, position, nats, table)
    return _Worth(
        "; ".join(words), weights, tuple(features), nats, flow, change, admission,
        firm and told.kind == "imagery_verified",
    )  # fmt: skip


def _speaker(claim: ResolvedClaim) -> str:
    if claim.claimer:
        return claim.claimer[:1].upper() + claim.claimer[1:]
    return claim.outlet or "The report"


def _factors(
    claim: ResolvedClaim, position: Position, name: str, table: Table
) -> list[tuple[str, float, str]]:
    """The powers that scale a row's log ratio: (name, factor, words)."""
    found: list[tuple[str, float, str]] = []
    said = claim.claim.factuality.value
    if claim.claim.unverified and name != "imagery_unverified":
        found.append(("unverified", table.hedges["unverified"], "could not be verified"))
    elif table.hedges[said] != 1.0 and name != "imagery_unverified":
        found.append((said, table.hedges[said], f"told as {said}"))
    if claim.precision is Precision.NEAR and position.act == HOLDS:
        found.append(("near", table.shares.repel_near, "pushed back outside the place"))
    return found


def _bound(claim: ResolvedClaim, table: Table) -> float:
    reader = "coded" if claim.judged is not None else _reader(claim.extractor)
    rate = table.readers.get(reader, table.readers["default"])
    return math.log((1 - rate) / rate)


@lru_cache(maxsize=256)
def _reader(extractor: str) -> str:
    return re.split("[:/]", extractor)[0]


def _weights(claim: ResolvedClaim, position: Position, nats: float, table: Table) -> dict[str, float]:
    party = position.party
    if position.act == NOT_CONTESTED:
        return {CONTESTED: -nats}
    if position.act == CONTESTED:
        entered = {party: nats * table.shares.entry_actor} if party is not None else {}
        return {CONTESTED: nats, **entered}
    assert party is not None
    if position.act == HOLDS:
        return {party: nats}
    left = position.act == NOT and claim.claim.type is EventType.WITHDRAWAL
    return {party: -nats, CONTESTED: -nats * table.shares.left_contested} if left else {party: -nats}


def _share(position: Position, table: Table, *, change: bool, admission: bool) -> float:
    if change and admission and position.act == NOT:
        return table.flow.admitted
    return table.flow.change if change else table.flow.state


def _flow(nats: float, table: Table, share: float) -> float:
    full = math.log(table.ratios["reporter"].value)
    return share * min(1.0, nats / full)


def _not_yet(claim: ResolvedClaim, position: Position, table: Table) -> Row | None:
    start = claim.days.start
    changed = is_change(claim) and position.act in (HOLDS, NOT)
    if not changed or start is None or claim.claim.factuality is Factuality.DENIED or position.party is None:
        return None
    hedge = table.hedges["unverified" if claim.claim.unverified else claim.claim.factuality.value]
    ratio = table.ratios["not_yet"]
    nats = abs(math.log(ratio.value)) * hedge
    sign = -1.0 if position.act == HOLDS else 1.0
    day = min(start, day_of(claim)) - timedelta(days=1)
    reason = f"{_speaker(claim)}: on the day before, not yet (ratio {ratio.value:g}, power {hedge:g})"
    features = (("not_yet", ratio.value), ("hedge", hedge))
    evidence = Evidence(claim.id, day, {position.party: sign * nats}, reason, features)
    return Row(evidence, claim, Position(NOT if sign < 0 else HOLDS, position.party), nats, not_yet=True)


def is_baseline(claim: ResolvedClaim) -> bool:
    """True for a line of an analyst's baseline."""
    return claim.extractor.partition("/")[0] == BASELINE
