"""What is said of the enemy around a place, kept apart from who holds it: pressed, besieged, since when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from whoholds.control.claimers import Interest, interest_of
from whoholds.control.evidence import day_of
from whoholds.control.positions import CONTESTED, HOLDS, NOT, is_change, is_dated, named_party, position_of
from whoholds.model import EventType, Factuality
from whoholds.picture import ResolvedClaim

PRESSING = frozenset({
    EventType.SIEGE, EventType.ENTRY, EventType.CLASH, EventType.AIRSTRIKE, EventType.SHELLING,
    EventType.CAPTURE,
})  # fmt: skip
UNSAID = frozenset({Factuality.DENIED, Factuality.FUTURE})


@dataclass(frozen=True, slots=True)
class Statement:
    """The latest statement on one thing: the party it is said of, its day, its age in days, its claim."""

    party: str | None
    day: date
    age: int
    claim: str


@dataclass(frozen=True, slots=True)
class Pressure:
    """Who presses a place, by the latest statement on each, newest first, and the siege that holds."""

    pressed_by: tuple[Statement, ...] = ()
    siege: Statement | None = None


def pressure_on(claims: Iterable[ResolvedClaim], on: date, *, holder: str | None, horizon: int) -> Pressure:
    """The pressure on a place on a day, from claims at it that are at most `horizon` days old.

    A party presses when it besieges, enters, attacks or bombs the place, or takes ground beside it, and has
    not been said to hold or to have left it since; of one day, a change comes last. A siege ends with any
    later change of holder or denial. What a side says of its own gain ends neither.
    """
    recent = [
        claim
        for claim in claims
        if claim.counts
        and not claim.inferred
        and is_dated(claim)
        and 0 <= (on - day_of(claim)).days <= horizon
    ]
    recent.sort(key=lambda claim: (day_of(claim), is_change(claim), claim.known_from, claim.id))
    pressing: dict[str, Statement] = {}
    siege: Statement | None = None
    for claim in recent:
        siege = _siege_after(siege, claim, on)
        _press(pressing, claim, on)
    found = [statement for party, statement in pressing.items() if party != holder]
    return Pressure(tuple(sorted(found, key=lambda one: (one.age, str(one.party)))), siege)


def _siege_after(siege: Statement | None, claim: ResolvedClaim, on: date) -> Statement | None:
    if claim.claim.factuality is Factuality.FUTURE:
        return siege
    if claim.claim.type is EventType.SIEGE:
        denied = claim.claim.factuality is Factuality.DENIED
        return None if denied else _statement(claim, named_party(claim.actor), on)
    changed = claim.claim.type in (EventType.CAPTURE, EventType.HANDOVER) and _held_or_left(claim) is not None
    return None if changed and interest_of(claim) is not Interest.OWN else siege


def _press(pressing: dict[str, Statement], claim: ResolvedClaim, on: date) -> None:
    settled = _held_or_left(claim)
    if settled is not None:
        if interest_of(claim) is not Interest.OWN:
            pressing.pop(settled, None)
        return
    actor = None if _nobody_is_named(claim) else named_party(claim.actor)
    if actor is not None and claim.claim.type in PRESSING and claim.claim.factuality not in UNSAID:
        pressing[actor] = _statement(claim, actor, on)


def _nobody_is_named(claim: ResolvedClaim) -> bool:
    """True for a fight whose sides are known only from the rest of the report: it tells of no pressing."""
    said = claim.claim
    fought = said.type is EventType.CLASH and said.trigger is not None
    return fought and said.coded is None and said.actor is None and said.recipient is None


def _held_or_left(claim: ResolvedClaim) -> str | None:
    position = position_of(claim)
    if position is None or position.party == CONTESTED:
        return None
    return position.party if position.act in (HOLDS, NOT) else None


def _statement(claim: ResolvedClaim, party: str | None, on: date) -> Statement:
    day = day_of(claim)
    return Statement(party, day, (on - day).days, claim.id)
