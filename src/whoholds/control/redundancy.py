"""Repetition is not confirmation: how much each row counts beside the others of its voice and family.

Clusters by voice, what is said, and a window of days. A cluster counts its best member and a little for being
repeated; a voice that repeats itself later counts less, one that changes its mind more; a family of claimers
has a budget. Every row keeps its own line, with a factor and the reason for it, so that the sum stays exact.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from whoholds.control.budgets import Factors, hold_to_budgets, moved_on, torn_changes
from whoholds.control.evidence import Row
from whoholds.control.lately import Lately
from whoholds.control.moments import by_moment, in_order, moment_of
from whoholds.control.positions import HOLDS, NOT, Position
from whoholds.control.table import Redundancy
from whoholds.picture import Evidence


@dataclass(slots=True)
class Voice:
    """What one voice has said so far: its clusters' last days by act, and its last act."""

    last: dict[Position, date] = field(default_factory=dict)
    said: Position | None = None

    def note(self, cluster: Sequence[Row]) -> None:
        """Note what it says in a cluster."""
        if cluster[0].position.act in (HOLDS, NOT):
            self.said = cluster[0].position
        self.last[cluster[0].position] = cluster[-1].day

    def turned_between(self, before: date, row: Row) -> bool:
        """True when on a day between it told of something else, such as fighting: now it says so anew."""
        now, position = row.day, row.position
        return any(before < day < now and moved_on(said, position) for said, day in self.last.items())


def weigh(rows: Sequence[Row], voices: Mapping[str, str], numbers: Redundancy) -> tuple[Row, ...]:
    """The rows with their weights scaled for repetition, in the one order (`moments.order_of`).

    `voices` is the ultimate claimer by claim id. The order in which the rows are given does not matter.
    """
    ordered = in_order(rows)
    main = [row for row in ordered if not row.not_yet]
    factors = cluster_factors(main, voices, numbers)
    hold_to_budgets(main, factors, numbers)
    return tuple(in_order(scaled(row, *factors[row.claim.id]) for row in ordered))


def cluster_factors(
    rows: Sequence[Row],
    voices: Mapping[str, str],
    numbers: Redundancy,
    before: Mapping[str, Voice] | None = None,
) -> Factors:
    """How much each row, in order, counts by what its voice tells; by claim id, with the reason.

    `before`: what voices said before, longer ago than a cluster lasts; it is added to.
    """
    factors: Factors = {}
    told: dict[str, Voice] = defaultdict(Voice, before or {})
    clusters = _clusters(rows, voices, numbers.window_days)
    for _, together in groupby(clusters, key=lambda cluster: moment_of(cluster[0])):
        begun = list(together)
        alone = len(begun) == 1
        at_once = {} if alone else _told_at_once(begun, voices)
        for cluster in begun:
            voice = told[voices[cluster[0].claim.id]]
            factor, reason = at_once.get(cluster[0].claim.id) or of_history(cluster[0], voice, numbers)
            factors.update(_within(cluster, factor, reason, numbers))
        for cluster in begun:
            told[voices[cluster[0].claim.id]].note(cluster)
        for name in () if alone else {voices[cluster[0].claim.id] for cluster in begun}:
            said = {cluster[0].position for cluster in begun if voices[cluster[0].claim.id] == name}
            if any(one.excludes(other) for one in said for other in said):
                told[name].said = None  # both at once: it has said neither
    return factors


def _told_at_once(clusters: Sequence[list[Row]], voices: Mapping[str, str]) -> Factors:
    """How much clusters count of which a voice tells at one moment, by the claim id of their first rows: of a
    loss and a recapture without an order neither more than the other, whatever the voice said before."""
    found: Factors = {}
    by_voice: dict[str, list[list[Row]]] = defaultdict(list)
    for cluster in clusters:
        by_voice[voices[cluster[0].claim.id]].append(cluster)
    for mine in by_voice.values():
        torn = torn_changes([row for cluster in mine for row in cluster])
        best = {cluster[0].claim.id: _best(cluster).nats for cluster in mine if cluster[0].position in torn}
        least = min(best.values(), default=0.0)
        for name, nats in best.items():
            found[name] = (least / nats if nats > 0 else 1.0, "the same voice tells of both at once")
    return found


def _clusters(rows: Sequence[Row], voices: Mapping[str, str], window: int) -> Iterable[list[Row]]:
    """Clusters in order of their first row. The window is counted from that row's day.

    A voice that took back what it said in between begins another one: that is news, not repetition.
    """
    found: list[list[Row]] = []
    running: dict[str, dict[Position, list[Row]]] = defaultdict(dict)
    for together in by_moment(rows):
        if len(together) == 1:
            still = running[voices[together[0].claim.id]]
            for one in [one for one in still if one.excludes(together[0].position)]:
                del still[one]
            _join(together[0], still, window, found)
            continue
        by_voice: dict[str, list[Row]] = defaultdict(list)
        for row in together:
            by_voice[voices[row.claim.id]].append(row)
        said = {voice: {row.position for row in mine} for voice, mine in by_voice.items()}
        for voice, positions in said.items():
            still, torn = running[voice], torn_changes(by_voice[voice])
            for one in list(still):
                if one in torn or (one not in positions and _taken_back(one, positions)):
                    del still[one]
        for row in together:
            _join(row, running[voices[row.claim.id]], window, found)
        for voice, positions in said.items():
            for both in [one for one in positions if _taken_back(one, positions)]:
                running[voice].pop(both, None)
    return found


def _join(row: Row, still: dict[Position, list[Row]], window: int, found: list[list[Row]]) -> None:
    """Put a row into the cluster of its voice that is still open, or into another one that it begins."""
    open_one = still.get(row.position)
    if open_one is not None and (row.day - open_one[0].day).days <= window:
        open_one.append(row)
    else:
        still[row.position] = begun = [row]
        found.append(begun)


def _taken_back(position: Position, said: Iterable[Position]) -> bool:
    return any(one.excludes(position) for one in said)


def of_history(row: Row, voice: Voice, numbers: Redundancy) -> tuple[float, str]:
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
    if len(cluster) == 1:
        return {cluster[0].claim.id: (factor, reason)}
    best = _best(cluster)
    factors: Factors = {best.claim.id: (factor, reason)}
    extra = min(numbers.extra * math.log(len(cluster)), numbers.extra_cap) / (len(cluster) - 1)
    for row in cluster:
        if row is not best:
            share = min(1.0, extra / row.nats) if row.nats > 0 else 1.0
            told = _speaker_day(best)
            factors[row.claim.id] = (share * min(factor, 1.0), f"repeats {told}")
    return factors


def _best(cluster: Sequence[Row]) -> Row:
    return max(cluster, key=lambda row: row.nats)


def _speaker_day(row: Row) -> str:
    return f"what {row.claim.claimer or row.claim.outlet or 'the report'} says of {row.day.isoformat()}"


_scaled_lately = Lately[Row, Row]()


def scaled(row: Row, factor: float, reason: str) -> Row:
    """The row with its weight scaled; the very same one for the very same row."""
    if factor == 1.0:
        return row
    key = (factor, reason)
    return _scaled_lately.of(row, key) or _scaled_lately.keep(row, _with_factor(row, factor, reason), key)


def _with_factor(row: Row, factor: float, reason: str) -> Row:
    told = row.evidence
    evidence = Evidence(
        told.claim,
        told.day,
        {state: weight * factor for state, weight in told.weights.items()},
        f"{told.reason}; {reason} (weight × {factor:.2f})",
        (*told.features, ("redundancy", factor)),
    )
    found = Row(
        evidence, row.claim, row.position, row.nats * factor, row.flow * min(factor, 1.0), row.change,
        row.not_yet, row.admission, row.verified,
    )  # fmt: skip
    object.__setattr__(found, "moment", moment_of(row))
    return found
