"""The states of places over time and knowledge, in a compact form: what differs from the moment before."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from whoholds.chances import chance_bounds
from whoholds.control.assess import UNSETTLED, Glance
from whoholds.control.chain import OTHER
from whoholds.control.positions import CONTESTED, HOLDS, position_of
from whoholds.exports.page_data import Cell, Change, day_number
from whoholds.picture import ControlState, ResolvedClaim

Shown = ControlState | Glance
CHALLENGE = 0.05  # a party with less probability is not shown as the challenger


class Standing(NamedTuple):
    """What the page shows of a place on a day.

    `holder` is the last holder when `status` is contested; `probability` is that of the state assessed, in
    hundredths; `claimed_for` is a party that a recent claim puts there against what is assessed.
    """

    status: str
    holder: str | None = None
    challenger: str | None = None
    probability: float = 0.0
    reason: str | None = None
    besieged: bool = False
    claimed_for: str | None = None
    pressed_by: tuple[str, ...] = ()


NOTHING_KNOWN = Standing("unknown", reason="none")
NOT_WORKED_OUT = Standing("unknown", reason="ahead")


class Segment(NamedTuple):
    """A standing from a day on, until the next segment begins."""

    start: date
    standing: Standing


@dataclass(frozen=True, slots=True)
class History:
    """The segments of one place as known at the end of a day (UTC), in order of their first days."""

    as_of: date
    place: str
    segments: tuple[Segment, ...]


def segments_of(states: Iterable[Shown], claims: Mapping[str, ResolvedClaim]) -> tuple[Segment, ...]:
    """The states of one place on successive days, as known at one moment, as segments.

    The last holder is carried into contested days; where nobody held it before, the likeliest party stands
    in. Days that differ in nothing shown are one segment.
    """
    strip = Strip(claims)
    strip.go_on(date.min, states)
    return strip.segments()


class Strip:
    """The states of one place on successive days, which can be replaced from a day on."""

    def __init__(self, claims: Mapping[str, ResolvedClaim]) -> None:
        self._claims = claims
        self._days: list[date] = []
        self._shown: list[tuple[Segment, str | None]] = []  # with the last holder then

    def go_on(self, since: date, states: Iterable[Shown]) -> None:
        """From a day on, let these states stand in place of those that stood there."""
        kept = bisect_left(self._days, since)
        del self._days[kept:], self._shown[kept:]
        last_holder = self._shown[-1][1] if self._shown else None
        for state in states:
            last_holder = state.holder or last_holder
            self._days.append(state.on)
            shown = Segment(state.on, standing_of(state, self._claims, last_holder))
            self._shown.append((shown, last_holder))

    def segments(self) -> tuple[Segment, ...]:
        """The states as segments, as `segments_of` gives them."""
        found: list[Segment] = []
        for shown, _ in self._shown:
            if not found or found[-1].standing != shown.standing:
                found.append(shown)
        return tuple(found)


def standing_of(state: Shown, claims: Mapping[str, ResolvedClaim], last_holder: str | None) -> Standing:
    """What the page shows of a state; `last_holder` is who held the place before, if anybody did."""
    holder = state.holder
    if state.status == "contested":
        holder = last_holder or _likeliest(state, None)
    return Standing(
        state.status,
        holder,
        _challenger(state, holder),
        shown_probability(state.probability),
        state.unknown_reason,
        state.besieged,
        _claimed_for(state, claims) if state.reported else None,
        tuple(party for party in state.pressed_by if party != holder) if state.pressed_by else (),
    )


def shown_probability(probability: float) -> float:
    """In hundredths; a thousandth below where that would be the bound at which another word begins."""
    shown = round(probability, 2)
    return shown - 0.001 if probability < shown in chance_bounds() else shown


def _challenger(state: Shown, holder: str | None) -> str | None:
    """Of a contested place the likeliest other party; of another one, who presses it."""
    if state.status not in UNSETTLED:
        return None
    likeliest = _likeliest(state, holder) if state.status == "contested" else None
    return likeliest or next((party for party in state.pressed_by if party != holder), None)


def _likeliest(state: Shown, but: str | None) -> str | None:
    """The party other than `but` that most likely holds the place, where that is worth showing."""
    shares = sorted((-share, party) for party, share in state.holders.items() if party not in (but, OTHER))
    return shares[0][1] if shares and -shares[0][0] >= CHALLENGE else None


def _claimed_for(state: Shown, claims: Mapping[str, ResolvedClaim]) -> str | None:
    told = [claims[name] for name in state.reported if name in claims]
    told.sort(key=lambda claim: (claim.known_from, claim.id))
    for claim in reversed(told):
        position = position_of(claim)
        if position is not None and position.act == HOLDS and position.party not in (state.holder, CONTESTED):
            return position.party
    return None


class Cells:
    """The distinct standings of a page, numbered; number 0 is "nothing known", number 1 "not worked out"."""

    def __init__(self, parties: Mapping[str, int]) -> None:
        self._parties = parties
        self._numbers = {NOTHING_KNOWN: 0, NOT_WORKED_OUT: 1}

    def number(self, standing: Standing) -> int:
        """The number of a standing; the same again has the same number."""
        return self._numbers.setdefault(standing, len(self._numbers))

    def rows(self) -> list[Cell]:
        """All standings in order of their numbers, in the page's form."""
        return [self._row(standing) for standing in self._numbers]

    def _row(self, one: Standing) -> Cell:
        holder, challenger, claimed = (
            None if party is None else self._parties[party]
            for party in (one.holder, one.challenger, one.claimed_for)
        )
        pressed = [self._parties[party] for party in one.pressed_by]
        flag = int(one.besieged)
        return (one.status, holder, challenger, one.probability, one.reason, flag, claimed, pressed)


def encode_histories(
    histories: Iterable[History], places: Mapping[str, int], cells: Cells
) -> tuple[list[int], list[list[Change]]]:
    """Moments of knowledge in order, and for each what changed since the one before.

    A place without a history at a moment is as it was at the moment before. Histories may come in any order.
    """
    by_moment: dict[date, list[History]] = defaultdict(list)
    for history in histories:
        by_moment[history.as_of].append(history)
    current: dict[str, list[tuple[int, int]]] = {}
    moments, changes = [], []
    for moment in sorted(by_moment):
        changed = []
        for history in sorted(by_moment[moment], key=lambda one: places[one.place]):
            new = [(day_number(one.start), cells.number(one.standing)) for one in history.segments]
            old = current.get(history.place, [])
            if new != old:
                changed.append(_change(places[history.place], old, new))
                current[history.place] = new
        moments.append(day_number(moment))
        changes.append(changed)
    return moments, changes


def _change(place: int, old: Sequence[tuple[int, int]], new: Sequence[tuple[int, int]]) -> Change:
    keep = 0
    while keep < min(len(old), len(new)) and old[keep] == new[keep]:
        keep += 1
    return [place, keep, *(number for pair in new[keep:] for number in pair)]
