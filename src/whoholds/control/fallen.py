"""Changes of hands of which nobody says who took the place: "the town fell", "the city was captured".

Such a claim speaks against whoever held the place until then, and for anybody else. Where a party is named
that came about that day, the claim tells of the same change, and so only that the one before is gone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from whoholds.control.positions import CHANGES, CONTESTED, HOLDS, NOT, OTHER, Position
from whoholds.picture import ResolvedClaim

if TYPE_CHECKING:
    from whoholds.control.evidence import Row

APART = timedelta(days=3)  # two days on which one change is told to have come may be so far apart
RETOLD = timedelta(days=180)  # a fall of no stated day is the last one told of within so many days before


@dataclass(frozen=True, slots=True)
class Held:
    """That a named party holds the place from a day on, or is there on it (no `change`)."""

    day: date
    party: str
    change: bool


def is_without_taker(claim: ResolvedClaim, position: Position | None) -> bool:
    """True for a change that puts somebody there whom no word names or describes."""
    return position == Position(HOLDS, OTHER) and claim.actor is None and claim.claim.type in CHANGES


def before_and_since(
    claim: ResolvedClaim, day: date, told: Iterable[Held], presumed: str | None
) -> tuple[frozenset[str], frozenset[str]]:
    """Who held a place until a fall, and who is named as having come with it (empty: nobody).

    `day` is that of the fall, `told` who is named as holding the place when, `presumed` the holder of whom
    nothing need be told.
    """
    since, until = day - (APART if claim.dated else RETOLD), day + APART
    held = [one for one in told if one.day <= until]
    now = _last(held)
    before = _last(one for one in held if one.day < since) or frozenset({presumed} if presumed else ())
    changed = {one.party for one in held if one.change and one.day >= since}
    came = {party for party in now if party in changed or (before and party not in before)}
    return (before - came, frozenset(came)) if came else (now or before, frozenset())


def fallen(rows: Sequence[Row], states: Sequence[str], prior: Mapping[str, float]) -> list[Row]:
    """The rows, each fall without a taker as what it says of the states; left out where it says nothing."""
    falls = {id(row) for row in rows if is_without_taker(row.claim, row.position) and not row.not_yet}
    if not falls:
        return list(rows)
    told = [
        Held(row.day, str(row.position.party), row.change)
        for row in rows
        if row.position.act == HOLDS and row.position.party not in (OTHER, CONTESTED)
        if row.nats > 0 and not row.not_yet
    ]
    favourite = max(prior, key=prior.__getitem__)
    presumed = favourite if favourite not in (OTHER, CONTESTED) else None
    meant = {row.claim.id: _fallen(row, states, told, presumed) for row in rows if id(row) in falls}
    found = [meant[row.claim.id] if id(row) in falls else row for row in rows]
    return [row for row in found if row is not None and meant.get(row.claim.id, row) is not None]


def _fallen(row: Row, states: Sequence[str], told: Sequence[Held], presumed: str | None) -> Row | None:
    before, came = before_and_since(row.claim, row.day, told, presumed)
    nats = row.evidence.weights[OTHER]
    if not came:
        weights = {state: nats for state in states[:-1] if state not in before}
        return replace(row, evidence=replace(row.evidence, weights=weights))
    if len(before) != 1:
        return None
    (lost,) = before
    evidence = replace(row.evidence, weights={lost: -nats})
    return replace(row, evidence=evidence, position=Position(NOT, lost))


def _last(held: Iterable[Held]) -> frozenset[str]:
    told = list(held)
    last = max((one.day for one in told), default=None)
    return frozenset(one.party for one in told if one.day == last)
