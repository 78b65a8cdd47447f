"""What the method says on every day of a trial: as known at the end of the day, and by all that is known."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import pairwise

from whoholds.control.assess import find
from whoholds.control.case import Case, Material, Setting, case_of, gather
from whoholds.control.chain import OTHER, run
from whoholds.control.evidence import day_of
from whoholds.control.table import Table, control_table
from whoholds.evaluate.control_trial import CONTESTED, Trial
from whoholds.model import end_of_day
from whoholds.territory import is_claimed_change

MONTH = 28  # days for which the changes around a place are taken as known at the last claim about it


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said of a place on a day: the likeliest party (None: none), probabilities by state, the word.

    `status` is "" for rules that have no words for how sure they are.
    """

    holder: str | None
    chances: Mapping[str, float]
    status: str = ""

    @property
    def top(self) -> str | None:
        """The likeliest state, "contested" and "other" among them."""
        return max(self.chances, key=lambda state: self.chances[state]) if self.chances else None


Answers = Mapping[str, Sequence[Answer]]  # by place id, in order of day
Known = tuple[datetime, date]


def nowcast(trial: Trial, table: Table | None = None) -> Answers:
    """Each day by what had been published at its end. Worked out anew where a claim came, and each month."""
    around = _changes(trial)
    return {
        place: _nowcast_at(trial, place, around.get(trial.places[place].country, ()), table)
        for place in trial.held
    }


def retrospect(trial: Trial, table: Table | None = None) -> Answers:
    """Each day by all that was published until the last day."""
    around, as_of, found = _changes(trial), end_of_day(trial.days[-1]), {}
    for place_id, place in ((name, trial.places[name]) for name in trial.held):
        nearby = _nearby(around.get(place.country, ()), as_of)
        setting = Setting(trial.government, nearby, table)
        material = gather(place, trial.claims.get(place_id, ()), setting)
        found[place_id] = _answers(material, trial.days, as_of, setting)
    return found


def without_redundancy(table: Table | None = None) -> Table:
    """The table with every repetition counted in full: no clusters, no fading of repeats, no budgets."""
    table = table or control_table()
    none = replace(
        table.redundancy, window_days=0, extra=1e9, extra_cap=1e9, repeat_days=1e-9, change_of_mind=1.0,
        family_nats=1e9,
    )  # fmt: skip
    return replace(table, redundancy=none)


def without_interest(table: Table | None = None) -> Table:
    """The table in which a side's claims of its gains, losses and denials weigh as those of outsiders."""
    table = table or control_table()
    outsider = table.ratios["outsider"].value
    plain = {name: replace(table.ratios[name], value=outsider)
             for name in ("own_gain", "admission")}  # fmt: skip
    plain["denied_loss"] = replace(table.ratios["denied_loss"], value=1 / outsider)
    return replace(table, ratios={**table.ratios, **plain})


def _changes(trial: Trial) -> dict[str | None, list[Known]]:
    """When changes of hands became known in each country, and of which day they are, sorted."""
    found: dict[str | None, list[Known]] = {}
    for place, claims in trial.claims.items():
        told = [(claim.known_from, day_of(claim)) for claim in claims if is_claimed_change(claim)]
        country = trial.places[place].country if place in trial.places else None
        found.setdefault(country, []).extend(told)
    return {country: sorted(known) for country, known in found.items()}


def _nowcast_at(trial: Trial, place: str, told: Sequence[Known], table: Table | None) -> list[Answer]:
    days, claims = trial.days, trial.claims.get(place, ())
    material = gather(trial.places[place], claims, Setting(trial.government, (), table))
    ends = [end_of_day(day) for day in days]
    news = {bisect_left(ends, claim.known_from) for claim in claims}
    starts = sorted({number for number in news if number < len(days)} | set(range(0, len(days), MONTH)))
    found: list[Answer] = []
    for start, end in pairwise([*starts, len(days)]):
        setting = Setting(trial.government, _nearby(told, ends[start]), table)
        found += _answers(material, days[start:end], ends[start], setting)
    return found


def _nearby(told: Sequence[Known], as_of: datetime) -> tuple[date, ...]:
    return tuple(sorted({day for moment, day in told if moment <= as_of}))


def _answers(material: Material, days: Sequence[date], as_of: datetime, setting: Setting) -> list[Answer]:
    case = case_of(material, as_of, setting)
    passes = run(case.chain, case.rows, days)
    return [_answer(case, passes.smoothed[day], day) for day in days]


def _answer(case: Case, belief: Sequence[float], on: date) -> Answer:
    chances = dict(zip(case.chain.states, belief, strict=True))
    parties = [state for state in case.chain.states if state not in (OTHER, CONTESTED)]
    holder = max(parties, key=lambda party: chances[party]) if parties else None
    return Answer(holder, chances, find(case, belief, on).status)
