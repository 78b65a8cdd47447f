"""The states of all places for a map with two clocks: on every day, as known at the end of every day.

Only what can be shown is worked out: no day is shown as known before it, and what was known of a place at one
moment holds until more becomes known of it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import pairwise

from whoholds.control.assess import Assessor, Question
from whoholds.control.case import Case, Setting, in_region, prepare
from whoholds.control.clock import Nearby
from whoholds.control.daily import Daily, Day
from whoholds.control.explain import terms_of
from whoholds.control.table import Table, control_table
from whoholds.control.trust_table import fitted_table
from whoholds.database.around import Surroundings
from whoholds.database.growing import Growing
from whoholds.database.view import View
from whoholds.exports.page_states import History, segments_of
from whoholds.model import Place, end_of_day
from whoholds.picture import ControlState, ResolvedClaim
from whoholds.territory import begins, government_of
from whoholds.trust import Fit

FitAt = Callable[[datetime], Fit | None]


@dataclass(frozen=True, slots=True)
class Told:
    """A place as known from a day on: its history, and the states with whose reasons its segments begin."""

    history: History
    explained: tuple[ControlState, ...]


@dataclass(frozen=True, slots=True)
class _Basis:
    """What the states of a place stand on from a day on, until more is known of it."""

    moment: date
    place: Place
    claims: tuple[ResolvedClaim, ...]
    setting: Setting

    @property
    def alone(self) -> tuple[object, ...]:
        """All of it but the changes in the region."""
        return self.place, self.claims, self.setting.government, self.setting.table

    def differs_from(self, other: _Basis | None) -> date:
        """The first day on which the states can be others than by another basis."""
        if other is None or other.alone != self.alone:
            return date.min
        one, two = self.setting.changes_nearby, other.setting.changes_nearby
        same = next((at for at, pair in enumerate(zip(one, two, strict=False)) if pair[0] != pair[1]), None)
        at = min(len(one), len(two)) if same is None else same
        return min((days[at][0] for days in (one, two) if at < len(days)), default=date.max)


def all_told(view: View, fit_at: FitAt, days: Sequence[date]) -> Iterator[Told]:
    """For each moment at which anything changes of a place: its states on the days, by moment."""
    found = [
        told for bases in _bases(view, fit_at, days[-1]).values() for told in _Place(view, days).told(bases)
    ]
    return iter(sorted(found, key=lambda one: one.history.as_of))


def _bases(view: View, fit_at: FitAt, last: date) -> dict[str, list[_Basis]]:
    """What each place stands on, from moment to moment."""
    growing = Growing(view.resolved, view.gazetteer)
    around = Surroundings(control_table().region)
    found: dict[str, list[_Basis]] = {}
    for day, news in growing.days():
        around.tell(news.changes)
        if news.lost:
            around.anew(news.lost, growing.changes())
        table = fitted_table(fit_at(end_of_day(day)))
        for name, place in growing.places.items():
            told = found.setdefault(name, [])
            before = told[-1] if told else None
            nearby = _until(around.of(place).nearby(), last)
            claims = growing.claims_of(place) if before is None or name in news.places else before.claims
            basis = _basis(view, _Asked(day, place, last), claims, (nearby, table), before)
            if basis is not None:
                told.append(basis)
    return found


@dataclass(frozen=True, slots=True)
class _Asked:
    moment: date
    place: Place
    last: date


def _basis(
    view: View,
    asked: _Asked,
    claims: tuple[ResolvedClaim, ...],
    around: tuple[tuple[Nearby, ...], Table | None],
    before: _Basis | None,
) -> _Basis | None:
    """What a place stands on now; None where it is the same as before."""
    nearby, table = around
    place = asked.place
    if before is not None and claims == before.claims:
        if (before.place, before.setting.changes_nearby, before.setting.table) == (place, nearby, table):
            return None
        claims = before.claims  # the very same objects: what was worked out of them is kept
    since = min(begins(claims, asked.last), asked.last)
    government = government_of(place.country, since, view.gazetteer)
    setting = Setting(government, nearby, table, profile=view.profile.name)
    return _Basis(asked.moment, place, claims, setting)


def _until(changes: tuple[Nearby, ...], last: date) -> tuple[Nearby, ...]:
    """The changes up to a day; the same ones give the same states."""
    return (
        changes if not changes or changes[-1][0] <= last else tuple(one for one in changes if one[0] <= last)
    )


class _Place:
    """One place over all moments: what did not change from one to the next is not worked out again."""

    def __init__(self, view: View, days: Sequence[date]) -> None:
        self._view = view
        self._days = days
        self._case: Case | None = None
        self._states: list[ControlState] = []

    def told(self, bases: Sequence[_Basis]) -> Iterator[Told]:
        """The states as known at each moment, on the days that are shown before the next one."""
        before: _Basis | None = None
        for basis, after in pairwise([*bases, None]):
            assert basis is not None  # only the last one is
            until = bisect_left(self._days, after.moment) if after is not None else len(self._days)
            yield self._as_of(basis, before, self._days[:until])
            before = basis

    def _as_of(self, basis: _Basis, before: _Basis | None, days: Sequence[date]) -> Told:
        since = min(basis.differs_from(before), basis.moment)
        case = self._made(basis, before)
        if case.rows and max(row.day for row in case.rows) >= since:
            since = date.min
        daily, assessor = Daily(case), Assessor(case)
        new = daily.on(days[bisect_left(days, since) :])
        self._states = [state for state in self._states if state.on < since]
        # What was reported of late is counted back from the day itself: the page shows a day as known on that
        # day or later, even where the last report that became known of the place is older.
        turns = {day.on: day for day in _turns(case, assessor, new)}
        self._states += [assessor.glance(day.smoothed, Question(day.on)) for day in turns.values()]
        history = History(basis.moment, basis.place.id, segments_of(self._states, self._view.by_id))
        starts = {segment.start for segment in history.segments}
        explained = tuple(
            replace(
                state,
                as_of=end_of_day(basis.moment),
                terms=terms_of(case, daily.passes_on(turns[state.on]), state.on, top_of(state, case)),
            )
            for state in self._states
            if state.on in turns and state.on in starts
        )
        return Told(history, explained)

    def _made(self, basis: _Basis, before: _Basis | None) -> Case:
        """The case of a basis; where only the region changed, its evidence is that of before."""
        if self._case is None or before is None or before.alone != basis.alone:
            self._case = prepare(basis.place, basis.claims, end_of_day(basis.moment), basis.setting)
        else:
            old = self._case
            chain = in_region(old.chain, old.rows, old.voices, basis.setting.changes_nearby)
            self._case = replace(old, chain=chain)
        return self._case


def top_of(state: ControlState, case: Case) -> int:
    """The number of the state that is explained."""
    return case.chain.states.index(str(state.explains))


def _turns(case: Case, assessor: Assessor, days: Sequence[Day]) -> Iterator[Day]:
    """The days on which what is shown of a place can change: finding, pressure, what is reported of it."""
    reach = case.chain.table.time.reported_hours // 24 + 1
    stirred = {
        day + timedelta(days=later)
        for claim in case.claims.values()
        for day in {claim.known_from.date(), claim.days.end or claim.known_from.date()}
        for later in (0, 1, reach - 1, reach)
    }
    last: object = None
    for day in days:
        finding = assessor.finder.find(day.smoothed, day.on)
        chance = round(day.smoothed[finding.top], 2)
        pressed = assessor.pressing.parties(day.on, assessor.finder.horizon(day.on))
        shown = (finding.status, finding.holder, finding.unknown_reason, chance, pressed)
        if shown != last or day.on in stirred:
            last = shown
            yield day
