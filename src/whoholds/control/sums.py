"""The explanations of many days of one place, as more and more becomes known of it.

They are those of `explain.terms_of`. What one day shares with another, and one moment of knowledge with the
one before, is worked out once: the log-odds along the forward pass, and the terms of the claims up to a day.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from whoholds.control.chain import Belief, Run, log_odds
from whoholds.control.daily import Daily, Day
from whoholds.control.evidence import Row
from whoholds.control.explain import AGEING, LATER, prior_words, whose
from whoholds.picture import Term

Step = tuple[date, str | None, Belief]
Head = tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Sum:
    """The terms of an explanation: `head` are prior and claims, `last` ageing and later reports. The head of
    two days with the same reasons is often the very same object."""

    head: Head
    last: tuple[Term, Term]


@dataclass(slots=True)
class _Odds:
    """One state along the path of a forward pass: its log-odds after each step, what the step added, and the
    number of the step from which on what was added counts. `prior`: the log-odds before."""

    state: int
    prior: float
    steps: list[Step] = field(default_factory=list)
    odds: list[float] = field(default_factory=list)
    added: list[float] = field(default_factory=list)
    since: list[int] = field(default_factory=list)

    def follow(self, passes: Run) -> None:
        """Along another path; where both begin with the very same steps, nothing is worked out again."""
        same = 0
        for one, other in zip(self.steps, passes.path, strict=False):
            if one is not other:
                break
            same += 1
        for kept in (self.steps, self.odds, self.added, self.since):
            del kept[same:]
        for number in range(same, len(passes.path)):
            self._go(number, passes.path[number], passes)

    def _go(self, number: int, step: Step, passes: Run) -> None:
        day, claim, belief = step
        anew = claim is None and day in passes.anew
        before = self.prior if anew or not number else self.odds[-1]
        after = log_odds(belief, self.state)
        self.steps.append(step)
        self.odds.append(after)
        self.added.append(after - before)
        self.since.append(number if anew or not number else self.since[-1])


class Sums:
    """Explains days of the cases of one place, which are given one after the other."""

    def __init__(self) -> None:
        self._odds: dict[tuple[tuple[str, ...], float, int], _Odds] = {}
        self._heads: dict[tuple[object, ...], tuple[Step | None, Head, list[float]]] = {}
        self._daily: Daily | None = None
        self._along: dict[int, tuple[_Odds, str | None]] = {}
        self._rows: list[Row | None] = []

    def of(self, daily: Daily, day: Day, state: int) -> Sum:
        """Why a state (its number) is as likely as it is on a day."""
        if daily is not self._daily:
            self._daily, self._along, self._rows = daily, {}, _rows_of(daily.passes)
        passes, number = daily.passes, bisect_right(daily.told, day.on)
        odds, _ = self._follow(daily, state)
        end = passes.ends[number - 1] if number else 0
        now = odds.odds[end - 1] if end else odds.prior
        if not number or daily.told[number - 1] == day.on:
            head, ageing = self._head(daily, state, odds.since[end - 1] if end else 0, end)
        else:
            anew, before, now = daily.is_anew(day.on), now, log_odds(day.forward, state)
            since = end if anew else odds.since[end - 1]
            head, ageing = self._head(daily, state, since, end)
            ageing = [*ageing, now - (odds.prior if anew else before)]
        later = log_odds(day.smoothed, state)
        return Sum(head, (Term(AGEING, math.fsum(ageing)), Term(LATER, later - now)))

    def _follow(self, daily: Daily, state: int) -> tuple[_Odds, str | None]:
        """The state along the path of the case, and why the prior favours it."""
        if state not in self._along:
            chain = daily.case.chain
            prior = log_odds([chain.prior[name] for name in chain.states], state)
            odds = self._odds.setdefault((chain.states, prior, state), _Odds(state, prior))
            odds.follow(daily.passes)
            self._along[state] = (odds, whose(daily.case, state))
        return self._along[state]

    def _head(self, daily: Daily, state: int, since: int, end: int) -> tuple[Head, list[float]]:
        """The terms of the prior and of the claims from one step to before another, and what ageing adds."""
        odds, favoured = self._follow(daily, state)
        step = odds.steps[end - 1] if end else None
        key = (daily.case.chain.states, odds.prior, state, favoured, since, id(step))
        kept = self._heads.get(key)
        if kept is None or kept[0] is not step:
            claims, ageing = self._claims(odds, since, end)
            told = math.fsum(term.nats for term in claims)
            words = prior_words(daily.case, state, told, favoured)
            kept = (step, (Term(words, odds.prior), *claims), ageing)
            self._heads[key] = kept
        return kept[1], kept[2]

    def _claims(self, odds: _Odds, since: int, end: int) -> tuple[Sequence[Term], list[float]]:
        """One term for each claim, in the words of its last row: of a change to come, "not yet"."""
        added: dict[str, list[float]] = {}
        last: dict[str, Row] = {}
        ageing: list[float] = []
        for number in range(since, end):
            row = self._rows[number]
            if row is None:
                ageing.append(odds.added[number])
            else:
                added.setdefault(row.claim.id, []).append(odds.added[number])
                last[row.claim.id] = row
        terms = [
            Term(last[claim].evidence.reason, math.fsum(nats), claim=claim, day=last[claim].day)
            for claim, nats in added.items()
        ]
        return terms, ageing


def _rows_of(passes: Run) -> list[Row | None]:
    """The row of each step of the path; None where it is time alone."""
    found: list[Row | None] = []
    if passes.grid is not None:
        for number, told in enumerate(passes.grid.moments.values()):
            found += [None] * bool(number)
            found += [row for together in told for row in together]
    return found
