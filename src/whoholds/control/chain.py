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
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from whoholds.control.clock import Clock, Nearby, clock_of
from whoholds.control.evidence import Row
from whoholds.control.moments import Belief, Step, by_moment, normal
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
        object.__setattr__(self, "clock", clock_of(self.changed, self.nearby, self.table))

    def gap(self, start: date, end: date) -> float:
        """The time between two days by the clock of the place: days of full pace."""
        return self.clock.time(end) - self.clock.time(start)

    def hazard_from(self, day: date) -> Hazard:
        """The rates from a day on, up to the next one of `turns` or of the evidence."""
        hazard = self.table.hazard
        stands = any(first <= day < end for first, end in self.standing)
        return replace(hazard, from_contested=hazard.from_standing) if stands else hazard

    @property
    def turns(self) -> tuple[date, ...]:
        """The days on which such a stretch begins or ends: the rates change there."""
        return tuple(day for stretch in self.standing for day in stretch)


@dataclass(slots=True)
class Run:
    """Probabilities by day, in the order of the states: by what is told up to that day, by all (`smoothed`),
    and by all without the neighbours (`alone`).

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


def run(chain: Chain, rows: Sequence[Row], days: Sequence[date]) -> Run:
    """Both passes over the days of the rows and the given days. `rows` in the order in which they apply."""
    by_day: dict[date, list[Row]] = {day: [] for day in (*days, *chain.turns)}
    for row in rows:
        by_day.setdefault(row.day, []).append(row)
    grid = sorted(by_day)
    times = [chain.clock.time(day) for day in grid]
    gaps = [after - before for before, after in itertools.pairwise(times)]
    result = Run(anew=_anew(grid, rows, chain.table.time.story_days))
    prior = [chain.prior[state] for state in chain.states]
    belief = prior
    steps: list[list[Step]] = []
    for number, day in enumerate(grid):
        if number:
            belief = (
                prior
                if day in result.anew
                else aged(belief, chain.hazard_from(grid[number - 1]), gaps[number - 1])
            )
            result.path.append((day, None, belief))
        steps.append([])
        for together in by_moment(by_day[day]):
            step, before = Step(chain.states), belief
            steps[-1].append(step)
            for row in together:
                belief = step.add(row).told(before)
                result.path.append((day, row.claim.id, belief))
        result.forward[day] = belief
    _backward(chain, gaps, (by_day, steps), result)
    result.alone = dict(result.smoothed)
    if chain.neighbours:
        result.smoothed = {day: beside(chain, belief, day) for day, belief in result.alone.items()}
    return result


def beside(chain: Chain, belief: Belief, on: date) -> Belief:
    """The belief of a day with what the neighbours say laid over it."""
    said = pseudo_claim(chain.neighbours, on, chain.states[:-2], chain.table)
    return normal([
        held * math.exp(said.get(state, 0.0)) for held, state in zip(belief, chain.states, strict=True)
    ])  # fmt: skip


def _anew(grid: Sequence[date], rows: Sequence[Row], story: int) -> frozenset[date]:
    """The days at least `story` days after the last evidence before them; the past tells nothing of them."""
    told = sorted({row.day for row in rows})
    found = set()
    for day in grid:
        number = bisect_left(told, day)
        if number and (day - told[number - 1]).days >= story:
            found.add(day)
    return frozenset(found)


def _parted(one: date, other: date, by_day: Mapping[date, Sequence[Row]], anew: frozenset[date]) -> bool:
    """True when between two days of the grid the past comes to its end: later days tell nothing of it."""
    return other in anew and (bool(by_day[one]) or one not in anew)


def _backward(
    chain: Chain,
    gaps: Sequence[float],
    told: tuple[Mapping[date, Sequence[Row]], Sequence[Sequence[Step]]],
    result: Run,
) -> None:
    """`told`: the rows by day, and for each day of the grid its steps."""
    by_day, steps = told
    states = chain.states
    likely = [1.0] * len(states)
    days = list(result.forward)
    for number in range(len(days) - 1, -1, -1):
        forward = result.forward[days[number]]
        result.smoothed[days[number]] = normal([one * two for one, two in zip(forward, likely, strict=True)])
        for step in reversed(steps[number]):
            likely = step.untold(likely)
        result.later[days[number]] = likely
        if number and _parted(days[number - 1], days[number], by_day, result.anew):
            likely = [1.0] * len(states)
        if number:
            likely = _unaged(likely, chain.hazard_from(days[number - 1]), gaps[number - 1])
        likely = normal(likely)


def aged(belief: Belief, hazard: Hazard, days: float) -> Belief:
    """The belief after so much time without evidence: belief x expm(Q days), in closed form."""
    parties = len(belief) - 1
    rest, to_rest, stay = decays(hazard, parties, days)
    fought = rest + (belief[-1] - rest) * to_rest
    mean = (1.0 - belief[-1]) / parties
    even = (1.0 - fought) / parties
    return [*(even + (held - mean) * stay for held in belief[:-1]), fought]


def _unaged(likely: Belief, hazard: Hazard, days: float) -> Belief:
    """expm(Q days) x likely: the backward step of `aged`."""
    parties = len(likely) - 1
    rest, to_rest, stay = decays(hazard, parties, days)
    mean = math.fsum(likely[:-1]) / parties
    fought_to_fought = rest + (1.0 - rest) * to_rest
    held_to_fought = rest * (1.0 - to_rest)
    back = [
        held_to_fought * likely[-1] + (1.0 - held_to_fought) * mean + (held - mean) * stay
        for held in likely[:-1]
    ]
    back.append(fought_to_fought * likely[-1] + (1.0 - fought_to_fought) * mean)
    return back


def decays(hazard: Hazard, parties: int, days: float) -> tuple[float, float, float]:
    """Share of contested at rest; what is left of the distance to it; what is left of a difference."""
    rest = hazard.to_contested / (hazard.to_contested + hazard.from_contested)
    to_rest = math.exp(-(hazard.to_contested + hazard.from_contested) * days)
    among = hazard.to_other * parties / (parties - 1) if parties > 1 else 0.0
    return rest, to_rest, math.exp(-(hazard.to_contested + among) * days)


def log_odds(belief: Belief, number: int) -> float:
    """The log-odds (nats) of one state against all others."""
    return math.log(belief[number]) - math.log(math.fsum(belief[:number] + belief[number + 1 :]))
