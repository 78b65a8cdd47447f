"""Simple rules that the method is measured against. Each is told who held a place on the first day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from whoholds.control.evidence import day_of
from whoholds.control.positions import HOLDS, NOT, position_of
from whoholds.evaluate.control_answers import Answer, Answers
from whoholds.evaluate.control_trial import Trial, parties_in
from whoholds.independence import voices
from whoholds.picture import ResolvedClaim

WINDOWS = (7, 14, 30, 60)  # days of the majority votes


@dataclass(frozen=True, slots=True)
class Statement:
    """Who holds a place by a claim, from the day on which it counts (a number), by which voice."""

    day: int
    holder: str
    voice: str


Rule = Callable[[Sequence[Statement], int, str | None], list[Answer]]


def baselines(trial: Trial, *, retrospective: bool) -> dict[str, Answers]:
    """The answers of every rule, by its name.

    As known at the end of each day a claim counts from its publication; in retrospect from the day of which
    it tells, and a vote is over the days around.
    """
    told = {place: _statements(trial, place, retrospective=retrospective) for place in trial.held}
    rules: dict[str, Rule] = {"first holder": _persist, "last claim": _last, "latest of each claimer": _pool}
    for days in WINDOWS:
        ahead = days // 2 if retrospective else 0
        rules[f"majority of {days} days"] = partial(_vote, days - ahead, ahead)
    found = {name: _by_rule(trial, told, rule) for name, rule in rules.items()}
    found["best single claimer"] = _best_claimer(trial, told)
    return found


def _by_rule(trial: Trial, told: dict[str, list[Statement]], rule: Rule) -> Answers:
    count = len(trial.days)
    return {place: rule(told[place], count, _first(trial, place)) for place in trial.held}


def _first(trial: Trial, place: str) -> str | None:
    """The holder on the first day of the truth: what no rule has to guess."""
    return next(iter(parties_in(trial.held[place])), None)


def _statements(trial: Trial, place: str, *, retrospective: bool) -> list[Statement]:
    claims = trial.claims.get(place, ())
    voice = voices(claims)
    known = {str(party) for claim in claims for party in (claim.actor, claim.recipient) if party}
    found = []
    for claim in claims:
        holder = _holder_by(claim, known)
        if holder is not None and claim.counts and not claim.inferred:
            counts_from = day_of(claim) if retrospective else claim.known_from.date()
            day = max(0, (counts_from - trial.first).days)
            found.append(Statement(day, holder, voice[claim.id]))
    return sorted(found, key=lambda one: one.day)


def _holder_by(claim: ResolvedClaim, known: Iterable[str]) -> str | None:
    """Who holds the place by a claim; of one who does not hold it the other one, where there is one other."""
    position = position_of(claim)
    if position is None or position.act not in (HOLDS, NOT):
        return None
    if position.act == HOLDS:
        return position.party
    named = {party for party in (claim.actor, claim.recipient) if party} - {str(position.party)}
    others = named or set(known) - {str(position.party)}
    return others.pop() if len(others) == 1 else None


def _sure(holder: str | None) -> Answer:
    return Answer(holder, {} if holder is None else {holder: 1.0})


def _persist(told: Sequence[Statement], count: int, first: str | None) -> list[Answer]:
    return [_sure(first)] * count


def _last(told: Sequence[Statement], count: int, first: str | None) -> list[Answer]:
    last = {one.day: one.holder for one in told}
    found, holder = [], first
    for day in range(count):
        holder = last.get(day, holder)
        found.append(_sure(holder))
    return found


def _vote(back: int, ahead: int, told: Sequence[Statement], count: int, first: str | None) -> list[Answer]:
    """Most claims of the days win, the newest where there are as many; without any the answer stays."""
    found, answer = [], _sure(first)
    for day in range(count):
        near = [one for one in told if day - back < one.day <= day + ahead]
        answer = _majority(near) if near else answer
        found.append(answer)
    return found


def _pool(told: Sequence[Statement], count: int, first: str | None) -> list[Answer]:
    """The latest statement of each claimer has one vote, for ever."""
    latest: dict[str, Statement] = {}
    by_day: dict[int, list[Statement]] = {}
    for one in told:
        by_day.setdefault(one.day, []).append(one)
    found, answer = [], _sure(first)
    for day in range(count):
        for one in by_day.get(day, ()):
            latest[one.voice] = one
        if day in by_day:
            answer = _majority(list(latest.values()))
        found.append(answer)
    return found


def _majority(told: Sequence[Statement]) -> Answer:
    votes = Counter(one.holder for one in told)
    newest = {one.holder: one.day for one in sorted(told, key=lambda one: one.day)}
    holder = max(votes, key=lambda party: (votes[party], newest[party], party))
    return Answer(holder, {party: count / len(told) for party, count in votes.items()})


def _best_claimer(trial: Trial, told: dict[str, list[Statement]]) -> Answers:
    """The claimer who, believed alone and for ever, is right on most days of the moving places."""
    moving = sorted(trial.moving())
    voice_names = sorted({one.voice for place in moving for one in told[place]})
    if not voice_names:
        return _by_rule(trial, told, _persist)
    best = max(voice_names, key=lambda voice: sum(_right(trial, place, told, voice) for place in moving))
    only = {place: [one for one in rows if one.voice == best] for place, rows in told.items()}
    return _by_rule(trial, only, _last)


def _right(trial: Trial, place: str, told: dict[str, list[Statement]], voice: str) -> int:
    said = _last([one for one in told[place] if one.voice == voice], len(trial.days), _first(trial, place))
    return sum(one.holder == true for one, true in zip(said, trial.held[place], strict=True))
