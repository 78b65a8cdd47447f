"""A continuous-time Markov chain over who holds a place, with forward filter and backward smoothing.

States: the parties that some claim puts there, "other", and "contested". All parties leave at the same rates,
so that P(gap) = expm(Q gap) has a closed form with two exponentials: one for the share of contested, one for
the differences between parties. The passes run over days with evidence only, never day by day: the cost is
rows x states. Method: Rabiner, "A tutorial on hidden Markov models" (1989), with the gaps of a Markov jump
process in place of fixed steps.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from whoholds.control.ageing import aged, decays, unaged
from whoholds.control.clock import Clock, Nearby, clock_of
from whoholds.control.evidence import Row
from whoholds.control.moments import Belief, Step, by_moment, normal, step_of
from whoholds.control.neighbours import Neighbour, pseudo_claim
from whoholds.control.positions import OTHER
from whoholds.control.standing import Stretch
from whoholds.control.table import Hazard, Table

__all__ = ["OTHER", "Belief", "Chain", "Run", "aged", "beside", "decays", "log_odds", "run"]


@dataclass(frozen=True, slots=True)
class Chain:
    """The states (the last two are "other" and "contested"), the prior over them, and the days of change.

    `changed` are the days on which a change was claimed here, `nearby` those in the region around, with how
    much each counts here. `neighbours`: the places around, where they are asked. `standing`: the stretches in
    which somebody stands by his word that the place is contested (`standing.standing`).
    """

    states: tuple[str, ...]
    prior: Mapping[str, float]
    table: Table
    changed: tuple[date, ...] = ()
    nearby: tuple[Nearby, ...] = ()
    neighbours: tuple[Neighbour, ...] = ()
    standing: tuple[Stretch, ...] = ()
    clock: Clock = field(init=False)

    def __post_init__(self) -> None:
        kept = _newest[0] if _newest else None
        if kept is None or not kept.is_of(self):
            kept = _Kept(
                self.changed, self.nearby, self.table, clock_of(self.changed, self.nearby, self.table)
            )
            _newest[:] = [kept]
        object.__setattr__(self, "clock", kept.clock)

    def gap(self, start: date, end: date) -> float:
        """The time between two days by the clock of the place: days of full pace."""
        return self.clock.time(end) - self.clock.time(start)

    def hazard_from(self, day: date) -> Hazard:
        """The rates from a day on, up to the next one of `turns` or of the evidence."""
        hazard = self.table.hazard
        if not self.standing:
            return hazard
        stands = any(first <= day < end for first, end in self.standing)
        return replace(hazard, from_contested=hazard.from_standing) if stands else hazard

    @property
    def turns(self) -> tuple[date, ...]:
        """The days on which such a stretch begins or ends: the rates change there."""
        return tuple(day for stretch in self.standing for day in stretch)


@dataclass(frozen=True, slots=True)
class _Kept:
    """The clock that was made last: a chain to which only its stretches are given has the same."""

    changed: tuple[date, ...]
    nearby: tuple[Nearby, ...]
    table: Table
    clock: Clock

    def is_of(self, chain: Chain) -> bool:
        """True where the clock is that of a chain."""
        same = self.changed is chain.changed and self.nearby is chain.nearby
        return same and self.table is chain.table


_newest: list[_Kept] = []


@dataclass(slots=True)
class Run:
    """Probabilities by day, in the order of the states: by what is told up to that day; by all (`smoothed`),
    and by all without the neighbours (`alone`), of the days that were asked about.

    `path` are the steps of the forward pass: the day, the claim (None: time alone), the belief after it.
    `anew` are the days that stand so long after the evidence before them that they start from the prior.
    `later` is how likely what is told from a day on is in each state, up to a factor.
    """

    forward: dict[date, Belief] = field(default_factory=dict)
    smoothed: dict[date, Belief] = field(default_factory=dict)
    alone: dict[date, Belief] = field(default_factory=dict)
    path: list[tuple[date, str | None, Belief]] = field(default_factory=list)
    anew: frozenset[date] = frozenset()
    later: dict[date, Belief] = field(default_factory=dict)
    grid: Grid | None = None
    ends: list[int] = field(default_factory=list)  # how many steps of the path there are after each day


@dataclass(frozen=True, slots=True)
class Grid:
    """What a run goes over: the days with their rows by moment (none on a day that is only asked about), and
    the time between two days."""

    chain: Chain
    moments: Mapping[date, Sequence[Sequence[Row]]]
    gaps: Sequence[float]

    def shared(self, other: Grid) -> int:
        """How many days from the first on are the same, with all that a forward pass makes of them."""
        one, two = self.chain, other.chain
        if one.states != two.states or one.table is not two.table or one.prior != two.prior:
            return 0
        stands = bool(one.standing or two.standing)
        before: date | None = None
        for number, (mine, its) in enumerate(zip(self.moments.items(), other.moments.items(), strict=False)):
            if mine[0] != its[0] or not _are_same(mine[1], its[1]):
                return number
            if before is not None:
                if self.gaps[number - 1] != other.gaps[number - 1]:
                    return number
                if stands and one.hazard_from(before) != two.hazard_from(before):
                    return number
            before = mine[0]
        return min(len(self.moments), len(other.moments))


def _are_same(one: Sequence[Sequence[Row]], other: Sequence[Sequence[Row]]) -> bool:
    """True for the very same rows by moment."""
    if len(one) != len(other):
        return False
    return all(
        len(mine) == len(its) and all(row is another for row, another in zip(mine, its, strict=True))
        for mine, its in zip(one, other, strict=True)
    )


def run(
    chain: Chain,
    rows: Sequence[Row],
    days: Sequence[date],
    before: Run | None = None,
    *,
    smooth: bool = True,
) -> Run:
    """Both passes over the days of the rows, as far as the given days take. `rows` in order (`moments`).

    `before`: a run over other rows; the days that begin both alike are not gone over again. Without `smooth`
    they go over all days, and nothing is told of these by all reports but `later`.
    """
    by_day: dict[date, list[Row]] = {day: [] for day in (*days, *chain.turns)}
    for row in rows:
        by_day.setdefault(row.evidence.day, []).append(row)
    ordered = sorted(by_day)
    gaps = [after - before for before, after in itertools.pairwise(map(chain.clock.time, ordered))]
    grid = Grid(chain, {day: list(by_moment(by_day[day])) for day in ordered}, gaps)
    result = Run(anew=_anew(grid, chain.table.time.story_days), grid=grid)
    _forward(grid, result, before, max(days, default=date.min) if smooth else date.max)
    _backward(grid, result, frozenset(days) if smooth else None)
    result.alone = dict(result.smoothed)
    if chain.neighbours:
        result.smoothed = {day: beside(chain, belief, day) for day, belief in result.alone.items()}
    return result


def _forward(grid: Grid, result: Run, other: Run | None, last: date) -> None:
    """From the prior, which ages only from what is told on: a day asked about tells nothing of others."""
    chain, gaps = grid.chain, grid.gaps
    until = [one for one in grid.moments.items() if one[0] <= last]
    prior = [chain.prior[state] for state in chain.states]
    belief, before, same = prior, date.min, 0
    if other is not None and other.grid is not None:
        same = min(grid.shared(other.grid), len(until), len(other.ends))
    if other is not None and same:
        result.ends = other.ends[:same]
        result.path = other.path[: result.ends[-1]]
        result.forward = dict(itertools.islice(other.forward.items(), same))
        before, belief = next(reversed(result.forward.items()))
    heard = any(rows for _, rows in until[:same])
    for number, (day, told) in enumerate(until[same:], same):
        if number:
            if day in result.anew or not heard:
                belief = prior
            else:
                belief = aged(belief, chain.hazard_from(before), gaps[number - 1])
            result.path.append((day, None, belief))
        for together in told:
            belief = _told_together(chain, together, belief, result)
        result.forward[day] = belief
        result.ends.append(len(result.path))
        before, heard = day, heard or bool(told)


def _told_together(chain: Chain, rows: Sequence[Row], belief: Belief, result: Run) -> Belief:
    """The belief after the rows of one moment, each of which is a step of the path."""
    if len(rows) == 1:
        after = step_of(rows, chain.states).told(belief)
        result.path.append((rows[0].evidence.day, rows[0].claim.id, after))
        return after
    step, after = Step(chain.states), belief
    for row in rows:
        after = step.add(row).told(belief)
        result.path.append((row.evidence.day, row.claim.id, after))
    return after


def beside(chain: Chain, belief: Belief, on: date) -> Belief:
    """The belief of a day with what the neighbours say laid over it."""
    said = pseudo_claim(chain.neighbours, on, chain.states[:-2], chain.table)
    return normal([
        held * math.exp(said.get(state, 0.0)) for held, state in zip(belief, chain.states, strict=True)
    ])  # fmt: skip


def _anew(grid: Grid, story: int) -> frozenset[date]:
    """The days at least `story` days after the last evidence before them; the past tells nothing of them."""
    told: date | None = None
    found = set()
    for day, rows in grid.moments.items():
        if told is not None and (day - told).days >= story:
            found.add(day)
        if rows:
            told = day
    return frozenset(found)


def _parted(one: date, other: date, grid: Grid, anew: frozenset[date]) -> bool:
    """True when between two days of the grid the past comes to its end: later days tell nothing of it."""
    return other in anew and (bool(grid.moments[one]) or one not in anew)


def _backward(grid: Grid, result: Run, asked: Collection[date] | None) -> None:
    """The pass down to the first of the days that are asked about; None: over all days."""
    chain, gaps, states = grid.chain, grid.gaps, grid.chain.states
    likely = [1.0] * len(states)
    days = list(grid.moments)
    for number in range(len(days) - 1, -1, -1):
        if asked is not None and len(result.smoothed) == len(asked):
            break
        if asked is not None and days[number] in asked:
            both = zip(result.forward[days[number]], likely, strict=True)
            result.smoothed[days[number]] = normal([one * two for one, two in both])
        for together in reversed(grid.moments[days[number]]):
            likely = step_of(together, states).untold(likely)
        result.later[days[number]] = likely
        if number and _parted(days[number - 1], days[number], grid, result.anew):
            likely = [1.0] * len(states)
        if number:
            likely = unaged(likely, chain.hazard_from(days[number - 1]), gaps[number - 1])
        likely = normal(likely)


SUREST = 1e-15  # no state is less likely than that: what is further off no number of the machine tells


def log_odds(belief: Belief, number: int) -> float:
    """The log-odds (nats) of one state against all others; of what is certain to the last digit, `SUREST`."""
    others = math.fsum(belief[:number] + belief[number + 1 :])
    return math.log(max(belief[number], SUREST)) - math.log(max(others, SUREST))
