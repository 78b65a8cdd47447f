"""What is said of the enemy around a place, kept apart from who holds it: pressed, besieged, since when."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from whoholds.control.claimers import Interest, interest_of
from whoholds.control.evidence import day_of
from whoholds.control.positions import CONTESTED, HOLDS, NOT, is_change, is_dated, named_party, position_of
from whoholds.model import EventType, Factuality, Precision
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


_Pressed = tuple[Mapping[str, ResolvedClaim], ResolvedClaim | None]
"""The last claim of each party that presses, and that of the siege."""


class Pressing:
    """The claims at a place that tell of pressure on it, made ready once for the questions of many days."""

    def __init__(self, claims: Iterable[ResolvedClaim]) -> None:
        told = [claim for claim in claims if claim.counts and not claim.inferred and is_dated(claim)]
        told.sort(key=lambda claim: (day_of(claim), is_change(claim), claim.known_from, claim.id))
        self._told = told
        self._days = [day_of(claim) for claim in told]
        self._kept: dict[tuple[int, int], _Pressed] = {}

    def on(self, on: date, *, holder: str | None, horizon: int) -> Pressure:
        """The pressure on a day, from claims that are at most `horizon` days old; see `pressure_on`."""
        pressing, siege = self._within(on, horizon)
        found = [_statement(claim, party, on) for party, claim in pressing.items() if party != holder]
        besieger = named_party(siege.actor) if siege is not None else None
        return Pressure(
            tuple(sorted(found, key=lambda one: (one.age, str(one.party)))),
            _statement(siege, besieger, on) if siege is not None else None,
        )

    def parties(self, on: date, horizon: int) -> tuple[frozenset[str], bool]:
        """Who presses the place on a day, whoever holds it, and whether it is besieged."""
        pressing, siege = self._within(on, horizon)
        return frozenset(pressing), siege is not None

    def _within(self, on: date, horizon: int) -> _Pressed:
        window = bisect_left(self._days, on - timedelta(days=horizon)), bisect_right(self._days, on)
        if window not in self._kept:
            self._kept[window] = _pressed(self._told[slice(*window)])
        return self._kept[window]


def pressure_on(claims: Iterable[ResolvedClaim], on: date, *, holder: str | None, horizon: int) -> Pressure:
    """The pressure on a place on a day, from claims at it that are at most `horizon` days old.

    A party presses when it besieges, enters, attacks or bombs the place, or takes ground beside it, and has
    not been said to hold or to have left it since; of one day, a change comes last. A siege ends with any
    later change of holder or denial, and when the besieger leaves or is beaten back. What a side says of its
    own gain ends neither.
    """
    return Pressing(claims).on(on, holder=holder, horizon=horizon)


def _pressed(recent: Iterable[ResolvedClaim]) -> _Pressed:
    """The last claim of each party that presses, and that of the siege that holds."""
    pressing: dict[str, ResolvedClaim] = {}
    siege: ResolvedClaim | None = None
    for claim in recent:
        siege = _siege_after(siege, claim)
        _press(pressing, claim)
    return pressing, siege


def _siege_after(siege: ResolvedClaim | None, claim: ResolvedClaim) -> ResolvedClaim | None:
    if claim.claim.factuality is Factuality.FUTURE:
        return siege
    if claim.claim.type is EventType.SIEGE:
        return None if claim.claim.factuality is Factuality.DENIED else claim
    if siege is not None and _is_lifted(siege, claim):
        return None
    changed = claim.claim.type in (EventType.CAPTURE, EventType.HANDOVER) and _held_or_left(claim) is not None
    return None if changed and interest_of(claim) is not Interest.OWN else siege


def _is_lifted(siege: ResolvedClaim, claim: ResolvedClaim) -> bool:
    """True where the besieger is told to have left the place or its surroundings, or to have been beaten
    back there, by others than its foe.
    """
    beaten = claim.claim.type is EventType.REPEL
    left = (beaten or claim.claim.type is EventType.WITHDRAWAL) and (
        claim.claim.factuality is Factuality.CERTAIN
    )
    party = named_party(siege.actor)
    besieger = party is not None and named_party(claim.recipient if beaten else claim.actor) == party
    around = claim.precision in (Precision.EXACT, Precision.NEAR)
    return left and besieger and around and interest_of(claim) is not Interest.OWN


def _press(pressing: dict[str, ResolvedClaim], claim: ResolvedClaim) -> None:
    settled = _held_or_left(claim)
    if settled is not None:
        if interest_of(claim) is not Interest.OWN:
            pressing.pop(settled, None)
        return
    actor = None if _nobody_is_named(claim) else named_party(claim.actor)
    if actor is not None and claim.claim.type in PRESSING and claim.claim.factuality not in UNSAID:
        pressing[actor] = claim


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
