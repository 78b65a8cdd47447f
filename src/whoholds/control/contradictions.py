"""Claims at one place whose times meet and whose holders cannot both be true, side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from whoholds.carried import is_carried_over
from whoholds.control.before import ended_before
from whoholds.control.evidence import day_of
from whoholds.control.fallen import Held, before_and_since, is_without_taker
from whoholds.control.positions import CONTESTED, HOLDS, OTHER, Position, is_change, position_of, said_words
from whoholds.independence import counted
from whoholds.model import Days, Factuality, Precision
from whoholds.picture import ResolvedClaim

LASTS = timedelta(days=3)  # a claimed change is taken to speak of so many days after it as well


@dataclass(frozen=True, slots=True)
class Stand:
    """One side of a contradiction: what is said, by which claims (newest first), in how many reports, of how
    many independent origins.
    """

    position: Position
    words: str
    claims: tuple[str, ...]
    reports: int
    origins: int


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Stands on one place (`place` is its id) that cannot all be true, and the days they speak of."""

    place: str
    days: Days
    stands: tuple[Stand, ...]


@dataclass(frozen=True, slots=True)
class _Said:
    position: Position
    first: date
    last: date
    change: bool
    claim: ResolvedClaim
    takers: frozenset[str | None] = frozenset()

    def excludes(self, other: _Said) -> bool:
        """True when both cannot be true at one time; a fall may be that by which the other one came."""
        one, two = self.position, other.position
        return one.excludes(two) and one.party not in other.takers and two.party not in self.takers


def contradictions(claims: Iterable[ResolvedClaim]) -> tuple[Contradiction, ...]:
    """All contradictions among claims, by place and first day.

    Rejected claims and inferred places stand aside. A change of hands and a later one the other way do not
    contradict each other, nor do a hold and the change that ended it; a claim of fighting inside a place
    contradicts a change claimed for an earlier day. Who is near a place, or fights there, contradicts nothing
    that is said of the place.
    """
    by_place: dict[str, list[_Said]] = defaultdict(list)
    told = tuple(claims)
    ended = ended_before(told)
    for claim in told:
        said = _said(claim, ended.get(claim.id))
        if said is not None and claim.place is not None:
            by_place[claim.place.id].append(said)
    found = [one for place, here in by_place.items() for one in _at(place, here)]
    return tuple(sorted(found, key=lambda one: (one.place, one.days.start or date.min, one.stands[0].claims)))


def _said(claim: ResolvedClaim, ended: date | None) -> _Said | None:
    position = position_of(claim)
    if position is None or is_carried_over(claim) or not claim.counts:
        return None
    if position.act == CONTESTED and claim.precision is Precision.NEAR:
        return None
    last = ended or day_of(claim)
    first = min(claim.days.start or last, last)
    change = is_change(claim) and claim.claim.factuality is not Factuality.DENIED
    return _Said(position, first, last + LASTS if change else last, change, claim)


def _at(place: str, told: Sequence[_Said]) -> list[Contradiction]:
    """Groups of what was said that hang together by contradicting pairs."""
    ordered = _with_takers(sorted(told, key=lambda said: (said.first, said.last, said.claim.id)))
    group = list(range(len(ordered)))
    for number, one in enumerate(ordered):
        for later in range(number + 1, len(ordered)):
            if ordered[later].first > one.last + LASTS:
                break
            if _conflict(one, ordered[later]):
                _join(group, number, later)
    members: dict[int, list[_Said]] = defaultdict(list)
    for number, said in enumerate(ordered):
        members[_root(group, number)].append(said)
    return [_contradiction(place, told) for told in members.values() if len(told) > 1]


def _conflict(one: _Said, other: _Said) -> bool:
    if one.first > other.last or other.first > one.last:
        return False
    if one.change and other.change:
        days = LASTS if one.position.act == other.position.act == HOLDS else timedelta(0)
        apart = one.first > other.last - days or other.first > one.last - days
        return one.excludes(other) and not apart
    if _ended_by(one, other) or _ended_by(other, one):
        return False
    for change, fight in ((one, other), (other, one)):
        if change.change and fight.position.act == CONTESTED and change.position.act == HOLDS:
            return fight.position.party != change.position.party and fight.last > change.last - LASTS
    return one.excludes(other)


def _with_takers(told: Sequence[_Said]) -> Sequence[_Said]:
    """The same, each fall without a taker with those who are named as having come with it."""
    if not any(is_without_taker(one.claim, one.position) for one in told):
        return told
    held = [Held(day_of(one.claim), one.position.party, one.change) for one in told
            if one.position.act == HOLDS and one.position.party not in (None, OTHER, CONTESTED)]  # fmt: skip
    return [
        replace(one, takers=before_and_since(one.claim, day_of(one.claim), held, None)[1])
        if is_without_taker(one.claim, one.position)
        else one
        for one in told
    ]


def _ended_by(state: _Said, change: _Said) -> bool:
    """True for a stretch that lasted until the day of the change."""
    stretch = not state.change and state.first < state.last and not state.claim.claim.ongoing
    return stretch and change.change and state.last <= change.first


def _join(group: list[int], one: int, other: int) -> None:
    group[_root(group, other)] = _root(group, one)


def _root(group: list[int], number: int) -> int:
    while group[number] != number:
        group[number] = group[group[number]]
        number = group[number]
    return number


def _contradiction(place: str, told: Sequence[_Said]) -> Contradiction:
    stands: dict[tuple[Position, str], list[ResolvedClaim]] = defaultdict(list)
    for said in told:
        stands[said.position, said_words(said.claim, said.position)].append(said.claim)
    days = Days(min(said.first for said in told), max(day_of(said.claim) for said in told))
    ordered = sorted(stands.items(), key=lambda pair: (pair[0][0].act, pair[0][0].party or "", pair[0][1]))
    return Contradiction(place, days, tuple(_stand(*said, claims) for said, claims in ordered))


def _stand(position: Position, words: str, claims: Sequence[ResolvedClaim]) -> Stand:
    newest = sorted(claims, key=lambda claim: (claim.known_from, claim.id), reverse=True)
    count = counted(claims)
    ids = tuple(claim.id for claim in newest)
    return Stand(position, words, ids, count.reports, count.origins)
