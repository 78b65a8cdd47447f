"""Repetition is not confirmation: how much each row counts beside the others of its voice and family.

Clusters by voice, what is said, and a window of days. A cluster counts its best member and a little for being
repeated; a voice that repeats itself later counts less, one that changes its mind more; a family of claimers
has a budget. Every row keeps its own line, with a factor and the reason for it, so that the sum stays exact.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from whoholds.control.evidence import Row
from whoholds.control.positions import ATTACKS, CONTESTED, HOLDS, NOT, Position
from whoholds.control.table import Redundancy
from whoholds.independence import family_of


@dataclass(slots=True)
class _Voice:
    """What one voice has said so far: its clusters' last days by act, and its last act."""

    last: dict[Position, date] = field(default_factory=dict)
    said: Position | None = None

    def turned_between(self, before: date, row: Row) -> bool:
        """True when on a day between it told of something else, such as fighting: now it says so anew."""
        return any(before < day < row.day for said, day in self.last.items() if moved_on(said, row.position))


@dataclass(slots=True)
class _Family:
    """What one family has spent since it told something new (old spending fades), and what it said last."""

    spent: float = 0.0
    last: date | None = None
    said: Position | None = None


def weigh(rows: Sequence[Row], voices: Mapping[str, str], numbers: Redundancy) -> tuple[Row, ...]:
    """The rows with their weights scaled for repetition, in order of (day, known from, claim).

    `voices` is the ultimate claimer by claim id. The order in which the rows are given does not matter.
    """
    ordered = sorted(rows, key=order_of)
    main = [row for row in ordered if not row.not_yet]
    factors = _cluster_factors(main, voices, numbers)
    _family_factors(main, factors, numbers)
    return tuple(_scaled(row, *factors[row.claim.id]) for row in ordered)


def order_of(row: Row) -> tuple[object, ...]:
    """The one order in which rows are applied."""
    return (row.day, not row.not_yet, row.claim.known_from, row.claim.id)


def moved_on(one: Position, other: Position) -> bool:
    """True when who said the one and then the other tells of something new, for which the budget is new."""
    if CONTESTED in (one.act, other.act) and HOLDS in (one.act, other.act):
        return CONTESTED not in (one.party, other.party)
    return one.excludes(other)


Factors = dict[str, tuple[float, str]]


def _cluster_factors(rows: Sequence[Row], voices: Mapping[str, str], numbers: Redundancy) -> Factors:
    factors: Factors = {}
    told: dict[str, _Voice] = defaultdict(_Voice)
    for cluster in _clusters(rows, voices, numbers.window_days):
        voice = told[voices[cluster[0].claim.id]]
        factor, reason = _of_history(cluster[0], voice, numbers)
        factors.update(_within(cluster, factor, reason, numbers))
        if cluster[0].position.act in (HOLDS, NOT):
            voice.said = cluster[0].position
        voice.last[cluster[0].position] = cluster[-1].day
    return factors


def _clusters(rows: Sequence[Row], voices: Mapping[str, str], window: int) -> Iterable[list[Row]]:
    """Clusters in order of their first row. The window is counted from that row's day.

    A voice that took back what it said in between begins another one: that is news, not repetition.
    """
    found: list[list[Row]] = []
    running: dict[tuple[str, Position], list[Row]] = {}
    for row in rows:
        key = (voices[row.claim.id], row.position)
        open_one = running.get(key)
        for other in [one for one in running if one[0] == key[0] and row.position.excludes(one[1])]:
            del running[other]
        if open_one is not None and (row.day - open_one[0].day).days <= window:
            open_one.append(row)
            continue
        running[key] = [row]
        found.append(running[key])
    return found


def _of_history(row: Row, voice: _Voice, numbers: Redundancy) -> tuple[float, str]:
    """More for who tells of a change against what he said before; less for who says what he said before."""
    if voice.said is not None and voice.said.excludes(row.position):
        if not (row.change or row.claim.dated):
            return 1.0, ""
        return numbers.change_of_mind, f"the same voice said before that {voice.said.words()}"
    before = voice.last.get(row.position)
    if before is None or voice.turned_between(before, row):
        return 1.0, ""
    gap = (row.day - before).days
    if row.change and row.claim.dated and gap > numbers.window_days:
        return 1.0, ""  # another change, for restating the old one would name its day
    return 1.0 - math.exp(-gap / numbers.repeat_days), f"the same voice said so {gap} days before"


def _within(cluster: list[Row], factor: float, reason: str, numbers: Redundancy) -> Factors:
    best = max(cluster, key=lambda row: row.nats)
    factors: Factors = {best.claim.id: (factor, reason)}
    if len(cluster) == 1:
        return factors
    extra = min(numbers.extra * math.log(len(cluster)), numbers.extra_cap) / (len(cluster) - 1)
    for row in cluster:
        if row is not best:
            share = min(1.0, extra / row.nats) if row.nats > 0 else 1.0
            told = _speaker_day(best)
            factors[row.claim.id] = (share * min(factor, 1.0), f"repeats {told}")
    return factors


def _speaker_day(row: Row) -> str:
    return f"what {row.claim.claimer or row.claim.outlet or 'the report'} says of {row.day.isoformat()}"


def _family_factors(rows: Sequence[Row], factors: Factors, numbers: Redundancy) -> None:
    """Holds every family to its budget, in place; it is new when the family tells of something new."""
    families: dict[str, _Family] = defaultdict(_Family)
    for row in rows:
        family = families[family_of(row.claim)]
        _renew(family, row, numbers)
        factor, reason = factors[row.claim.id]
        left = max(0.0, numbers.family_nats - family.spent)
        if row.nats * factor > left:
            factor = left / row.nats
            reason = f"this family of claimers has given its {numbers.family_nats:g} nats"
            factors[row.claim.id] = (factor, reason)
        family.spent += row.nats * factor


def _renew(family: _Family, row: Row, numbers: Redundancy) -> None:
    if family.said is not None and moved_on(family.said, row.position):
        family.spent = 0.0
    if family.last is not None:
        family.spent *= math.exp(-(row.day - family.last).days / numbers.repeat_days)
    family.last = row.day
    if row.position.act != ATTACKS:
        family.said = row.position


def _scaled(row: Row, factor: float, reason: str) -> Row:
    if factor == 1.0:
        return row
    evidence = replace(
        row.evidence,
        weights={state: weight * factor for state, weight in row.evidence.weights.items()},
        reason=f"{row.evidence.reason}; {reason} (weight × {factor:.2f})",
        features=(*row.evidence.features, ("redundancy", factor)),
    )
    return replace(row, evidence=evidence, nats=row.nats * factor, flow=row.flow * min(factor, 1.0))
