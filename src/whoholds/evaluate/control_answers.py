"""What the method says on every day of a trial: as known at the end of the day, and by all that is known."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import pairwise, takewhile

from whoholds.control.case import Material, Setting, case_of, gather
from whoholds.control.chain import OTHER, run
from whoholds.control.clock import Nearby
from whoholds.control.finding import Finder
from whoholds.control.neighbours import Neighbour, nearness, neighbours_of
from whoholds.control.table import ACTS, Table, control_table
from whoholds.evaluate.control_trial import CONTESTED, Trial
from whoholds.model import Place, end_of_day
from whoholds.picture import ResolvedClaim
from whoholds.territory import Changes, change_of, gathered

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


def nowcast(trial: Trial, table: Table | None = None, *, neighbours: bool = False) -> Answers:
    """Each day by what had been published at its end. Worked out anew where a claim came, and each month."""
    around = _Around(trial, table or control_table(), neighbours=neighbours)
    return {place: _nowcast_at(trial, place, around, table) for place in trial.held}


def retrospect(trial: Trial, table: Table | None = None, *, neighbours: bool = False) -> Answers:
    """Each day by all that was published until the last day."""
    as_of, found = end_of_day(trial.days[-1]), {}
    around = _Around(trial, table or control_table(), neighbours=neighbours)
    for place_id, place in ((name, trial.places[name]) for name in trial.held):
        setting = around.setting(place, as_of, table)
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
    """The table in which a side's claims of its gains, losses and denials weigh as those of outsiders.

    So its boasts together have no allowance of their own, only that of every family of claimers.
    """
    table = table or control_table()
    sided = ("own_gain", "admission", "denied_loss")
    value = table.ratios["outsider"].value
    ratios = {name: replace(table.ratios[name], value=value) for name in sided}
    acts = {
        f"{name}/{act}": replace(ratios[name], value=table.starting("outsider", act).value)
        for name in sided
        for act in ACTS
    }
    told = table.redundancy
    redundancy = replace(told, boast_nats=told.family_nats, boast_days=told.repeat_days)
    ratios, acts = {**table.ratios, **ratios}, {**table.acts, **acts}
    return replace(table, ratios=ratios, acts=acts, redundancy=redundancy)


class _Around:
    """The changes of hands of a trial by country, and the neighbours of its places, as known at a moment."""

    def __init__(self, trial: Trial, table: Table, *, neighbours: bool) -> None:
        self._trial, self._table, self._asked = trial, table, neighbours
        claims = sorted((one for told in trial.claims.values() for one in told), key=_known_from)
        self._told = [(one.known_from, change) for one in claims if (change := change_of(one)) is not None]
        self._region = table.region
        self._known: dict[datetime, Mapping[str, Changes]] = {}

    def setting(self, place: Place, as_of: datetime, table: Table | None) -> Setting:
        """The war around a place, and its neighbours where they are asked."""
        government = self._trial.government
        told: tuple[Neighbour, ...] = ()
        if self._asked:
            known = [one for one in self._close(place) if one.known_from <= as_of]
            told = neighbours_of(place, known, government, self._table)
        return Setting(government, self.near(place, as_of), table, neighbours=told)

    def _close(self, place: Place) -> Iterator[ResolvedClaim]:
        for name, claims in self._trial.claims.items():
            other = self._trial.places.get(name)
            if other is not None and nearness(place, other, self._table.neighbours) > 0:
                yield from claims

    def near(self, place: Place, as_of: datetime) -> tuple[Nearby, ...]:
        """What is known of changes in the region of a place."""
        if as_of not in self._known:
            known = takewhile(lambda one: one[0] <= as_of, self._told)
            self._known[as_of] = gathered((change for _, change in known), self._region)
        changes = self._known[as_of].get(place.country or "")
        return changes.near(place) if changes is not None else ()


def _known_from(claim: ResolvedClaim) -> datetime:
    return claim.known_from


def _nowcast_at(trial: Trial, place: str, around: _Around, table: Table | None) -> list[Answer]:
    days, claims = trial.days, trial.claims.get(place, ())
    material = gather(trial.places[place], claims, Setting(trial.government, (), table))
    ends = [end_of_day(day) for day in days]
    news = {bisect_left(ends, claim.known_from) for claim in claims}
    starts = sorted({number for number in news if number < len(days)} | set(range(0, len(days), MONTH)))
    found: list[Answer] = []
    for start, end in pairwise([*starts, len(days)]):
        setting = around.setting(trial.places[place], ends[start], table)
        found += _answers(material, days[start:end], ends[start], setting)
    return found


def _answers(material: Material, days: Sequence[date], as_of: datetime, setting: Setting) -> list[Answer]:
    case = case_of(material, as_of, setting)
    passes = run(case.chain, case.rows, days)
    finder = Finder(case)
    return [_answer(finder, passes.smoothed[day], day) for day in days]


def _answer(finder: Finder, belief: Sequence[float], on: date) -> Answer:
    case = finder.case
    chances = dict(zip(case.chain.states, belief, strict=True))
    parties = [state for state in case.chain.states if state not in (OTHER, CONTESTED)]
    holder = max(parties, key=lambda party: chances[party]) if parties else None
    return Answer(holder, chances, finder.find(belief, on).status)
