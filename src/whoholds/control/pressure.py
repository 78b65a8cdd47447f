"""What is said of the enemy around a place, kept apart from who holds it: pressed, besieged, since when."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from whoholds.control.claimers import Interest, interest_of
from whoholds.control.evidence import day_of
from whoholds.control.of_before import is_dated
from whoholds.control.positions import CONTESTED, HOLDS, NOT, is_change, named_party, position_of
from whoholds.model import EventType, Factuality, Precision
from whoholds.ontology import Parties, parties
from whoholds.picture import ResolvedClaim

PRESSING = frozenset({
    EventType.SIEGE, EventType.ENTRY, EventType.CLASH, EventType.AIRSTRIKE, EventType.SHELLING,
    EventType.CAPTURE,
})  # fmt: skip
KEPT = 50_000  # claims of which it is kept what they tell, by their very objects; forgetting changes nothing
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


_Told = tuple[int, ResolvedClaim | None]
"""The number of the claim that settled a thing last, and the claim that presses; None: it ended then."""
NEVER: _Told = (-1, None)


@dataclass(frozen=True, slots=True)
class Pressed:
    """Who presses a place on a day, by the latest statement on each, newest first; and whether it is
    besieged, whoever holds it."""

    parties: tuple[str, ...]
    besieged: bool
    who: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Mark:
    """A claim that can tell of pressure, where it stands in order, and what it tells (see `_press`)."""

    claim: ResolvedClaim
    order: tuple[date, bool, datetime, str]
    press: tuple[str, bool] | None


_lately: dict[int, tuple[Parties, _Mark]] = {}  # the claim is kept: its id is its own


def _mark(claim: ResolvedClaim, known: Parties) -> _Mark | None:
    """The mark of a claim; the very same one for the very same claim."""
    kept = _lately.get(id(claim))
    if kept is not None and kept[1].claim is claim and kept[0] is known:
        return kept[1]
    if claim.inferred or not is_dated(claim):
        return None
    ends = is_change(claim) or claim.claim.factuality is Factuality.DENIED
    order = (day_of(claim), ends, claim.known_from, claim.id)
    if len(_lately) >= KEPT:
        _lately.clear()
    _, mark = _lately[id(claim)] = (known, _Mark(claim, order, _press(claim)))
    return mark


class Pressing:
    """The claims at a place that tell of pressure on it, made ready once for the questions of many days.

    Whether a party presses hangs on the last claim that told of it: so what holds of any window of days is
    read off what held after the last of its claims, where that was told within the window. `before`: that of
    other claims at the place; what both have from the first claim on is not worked out again.
    """

    def __init__(self, claims: Iterable[ResolvedClaim], before: Pressing | None = None) -> None:
        known = parties()
        told = [mark for claim in claims if claim.counts and (mark := _mark(claim, known)) is not None]
        told.sort(key=lambda mark: mark.order)
        self.days = [mark.order[0] for mark in told]
        self._told = told
        same = _shared(told, before._told) if before is not None else 0
        self._after: list[tuple[Mapping[str, _Told], _Told]]
        self._after = before._after[: same + 1] if before is not None else [({}, NEVER)]
        for number in range(same, len(told)):
            self._after.append(_after(self._after[-1], number, told[number]))
        self._kept: dict[tuple[int, int], Pressed] = {}

    def on(self, on: date, *, holder: str | None, horizon: int) -> Pressure:
        """The pressure on a day, from claims that are at most `horizon` days old; see `pressure_on`."""
        pressing, siege = self._within(*self._window(on, horizon))
        found = [_statement(claim, party, on) for party, claim in pressing.items() if party != holder]
        besieger = named_party(siege.actor) if siege is not None else None
        return Pressure(
            tuple(sorted(found, key=lambda one: (one.age, str(one.party)))),
            _statement(siege, besieger, on) if siege is not None else None,
        )

    def pressed(self, on: date, horizon: int) -> Pressed:
        """The same in few words."""
        window = self._window(on, horizon)
        if window not in self._kept:
            pressing, siege = self._within(*window)
            newest = sorted((-day_of(claim).toordinal(), party) for party, claim in pressing.items())
            parties = tuple(party for _, party in newest)
            self._kept[window] = Pressed(parties, siege is not None, frozenset(parties))
        return self._kept[window]

    def _window(self, on: date, horizon: int) -> tuple[int, int]:
        return bisect_left(self.days, on - timedelta(days=horizon)), bisect_right(self.days, on)

    def _within(self, first: int, end: int) -> tuple[Mapping[str, ResolvedClaim], ResolvedClaim | None]:
        """The last claim of each party that presses, and that of the siege that holds."""
        parties, siege = self._after[end]
        found = {party: one for party, (at, one) in parties.items() if one is not None and at >= first}
        return found, siege[1] if siege[0] >= first else None


def _shared(one: Sequence[object], other: Sequence[object]) -> int:
    """With how many of the very same things both begin."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (mine, its) in pairs if mine is not its), min(len(one), len(other)))


def pressure_on(claims: Iterable[ResolvedClaim], on: date, *, holder: str | None, horizon: int) -> Pressure:
    """The pressure on a place on a day, from claims at it that are at most `horizon` days old.

    A party presses when it besieges, enters, attacks or bombs the place, or takes ground beside it, and has
    not been said to hold or to have left it since; of one day, a change or a denial comes last. A siege ends
    with any later change of holder or denial, and when the besieger leaves or is beaten back. What a side
    says of its own gain ends neither.
    """
    return Pressing(claims).on(on, holder=holder, horizon=horizon)


def _after(
    before: tuple[Mapping[str, _Told], _Told], number: int, mark: _Mark
) -> tuple[Mapping[str, _Told], _Told]:
    """What is told after one more claim: of each party, and of the siege."""
    parties, (at, siege) = before
    now = _siege_after(siege, mark.claim)
    if mark.press is not None:
        party, presses = mark.press
        parties = {**parties, party: (number, mark.claim if presses else None)}
    return parties, (number if now is mark.claim else at, now)


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


def _press(claim: ResolvedClaim) -> tuple[str, bool] | None:
    """The party of which a claim tells that it presses, or that it does so no more; None without one."""
    settled = _held_or_left(claim)
    if settled is not None:
        return (settled, False) if interest_of(claim) is not Interest.OWN else None
    actor = None if _nobody_is_named(claim) else named_party(claim.actor)
    if actor is not None and claim.claim.type in PRESSING and claim.claim.factuality not in UNSAID:
        return actor, True
    return None


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
