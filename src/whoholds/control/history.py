"""A place over time, as known at one moment: stretches of one status and one holder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from whoholds.control.assess import Question
from whoholds.control.case import Case, Setting, prepare
from whoholds.control.chain import run
from whoholds.control.finding import Finder
from whoholds.model import Place
from whoholds.picture import ResolvedClaim


@dataclass(frozen=True, slots=True)
class Segment:
    """Days, both ends included, of one status and holder; `probability` is that of the first day."""

    start: date
    end: date
    status: str
    holder: str | None
    probability: float
    unknown_reason: str | None = None


def control_history(
    place: Place, claims: Sequence[ResolvedClaim], question: Question, setting: Setting | None = None
) -> tuple[Segment, ...]:
    """The stretches from the first evidence to the day in question, by all that was known at `as_of`.

    The status is looked at on every day with evidence or a change nearby, and on the day after it goes stale,
    never day by day.
    Empty where there is no evidence up to that day.
    """
    case = prepare(place, claims, question.as_of, setting or Setting())
    days = _days(case, question.on)
    passes = run(case.chain, case.rows, days)
    finder = Finder(case)
    found: list[Segment] = []
    for number, day in enumerate(days):
        finding = finder.find(passes.smoothed[day], day)
        end = days[number + 1] - timedelta(days=1) if number + 1 < len(days) else question.on
        chance = passes.smoothed[day][finding.top]
        segment = Segment(day, end, finding.status, finding.holder, chance, finding.unknown_reason)
        if found and _alike(found[-1], segment):
            found[-1] = replace(found[-1], end=end)
        else:
            found.append(segment)
    return tuple(found)


def _days(case: Case, until: date) -> list[date]:
    told = [day for day in case.evidence_days if day <= until]
    if not told:
        return []
    time = case.chain.table.time
    days = {*told, *case.chain.turns, *(day for day, _ in case.chain.nearby if told[0] <= day)}
    for day in told:
        for horizon in (timedelta(days=time.horizon_moving), timedelta(days=time.horizon_quiet)):
            days.update((day + horizon // 2, day + horizon, day + horizon + timedelta(days=1)))
    return sorted({*(day for day in days if day <= until), until})


def _alike(one: Segment, other: Segment) -> bool:
    return (one.status, one.holder, one.unknown_reason) == (other.status, other.holder, other.unknown_reason)
