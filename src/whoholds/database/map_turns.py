"""One place on all days of a map, as known at one moment after another, from what it stands on at each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import pairwise

import numpy as np

from whoholds.chances import chance_bounds
from whoholds.control.assess import UNSETTLED, Assessor, Glance
from whoholds.control.case import Case, in_region, prepare
from whoholds.control.daily import Daily, Flags, Numbers, ordinals
from whoholds.control.finding import Finding
from whoholds.control.pressure import Pressed
from whoholds.control.turns import Turns
from whoholds.database.map_states import Basis
from whoholds.exports.page_states import History, Strip, shown_probability
from whoholds.independence import Voices
from whoholds.model import end_of_day
from whoholds.picture import ResolvedClaim

AHEAD = 31  # days after the day of knowledge of which is worked out what was known then


@dataclass(slots=True)
class Told:
    """A place over all moments: its histories, and for each basis the days of whose states the page has the
    reasons: those with which segments begin."""

    bases: Sequence[Basis]
    histories: list[History] = field(default_factory=list)
    explained: list[tuple[date, ...]] = field(default_factory=list)


class Cases:
    """The cases of one place, basis by basis: what did not change from one to the next is kept."""

    def __init__(self) -> None:
        self._said = Voices()
        self._case: Case | None = None
        self._basis: Basis | None = None

    def of(self, basis: Basis) -> Case:
        """The case of the next basis; where only the region changed, its evidence is that of before."""
        old, before = self._case, self._basis
        if old is None or before is None or before.alone != basis.alone:
            self._case = prepare(
                basis.place, basis.claims, end_of_day(basis.moment), basis.setting, self._said
            )
        else:
            chain = in_region(old.chain, old.rows, old.voices, basis.setting.changes_nearby)
            self._case = replace(old, chain=chain)
        self._basis = basis
        return self._case


class Days:
    """The days of a map, one after the other."""

    def __init__(self, days: Sequence[date]) -> None:
        self.days = days
        self.at = ordinals(days)

    def number(self, day: date) -> int:
        """The number of a day, or of the first one after it."""
        return bisect_left(self.days, day)


def told_of(bases: Sequence[Basis], days: Days, claims: Mapping[str, ResolvedClaim]) -> Told:
    """The states as known at each moment, on all days up to some after the last before the next one; as known
    at the last moment, on all days."""
    found, cases = Told(bases), Cases()
    strip = Strip(claims)
    looking: _Looking | None = None
    before: Basis | None = None
    for basis, after in pairwise([*bases, None]):
        assert basis is not None  # only the last one is
        if after is not None and not days.number(
            after.moment
        ):  # more became known before the first day that is shown
            found.histories.append(History(basis.moment, basis.place.id, ()))
            found.explained.append(())
            continue
        until = len(days.days) if after is None else days.number(_last_worked_out(after))
        case = cases.of(basis)
        since = min(basis.differs_from(before), basis.moment)
        if case.rows and case.rows[-1].day >= since:
            since = date.min
        looking, before = _looking(case, looking, since), basis
        new = list(looking.turns_on(days, (days.number(since), until)))
        strip.go_on(since, new)
        # What was reported of late is counted back from the day itself: the page shows a day as known on that
        # day or later, even where the last report that became known of the place is older.
        history = History(basis.moment, basis.place.id, strip.segments())
        turned = {one.on for one in new}
        found.histories.append(history)
        found.explained.append(tuple(one.start for one in history.segments if one.start in turned))
    return found


def kept_of(bases: Sequence[Basis], before: Told | None, last: date) -> int:
    """How many histories of a place that was told of `before` stay: up to the last of the bases that both
    begin with whose claims are others than those before, from which on all is worked out anew (`joined`).

    The days up to `last` were told; the days now told begin with them.
    """
    same, old = 0, before.bases if before is not None else ()
    while (
        same < min(len(bases), len(old))
        and bases[same] == old[same]
        and _last_worked_out(bases[same]) <= last
    ):
        same += 1
    at = max(same - 1, 0)
    while at and bases[at].alone == bases[at - 1].alone:
        at -= 1
    return at


def _last_worked_out(after: Basis) -> date:
    """The day before which all is worked out of a place as known before it stood on a basis."""
    return after.moment + timedelta(days=AHEAD)


def joined(bases: Sequence[Basis], before: Told, rest: Told) -> Told:
    """`told_of` these bases, out of what stays of `before` and what was told of the rest of them."""
    kept = len(bases) - len(rest.bases)
    return Told(bases, before.histories[:kept] + rest.histories, before.explained[:kept] + rest.explained)


@dataclass(frozen=True, slots=True)
class _Looking:
    """A case made ready for the questions of many days; `stirred`: see `_stirred`."""

    assessor: Assessor
    daily: Daily
    turns: Turns
    stirred: Numbers

    def turns_on(self, days: Days, within: tuple[int, int]) -> Iterator[Glance]:
        """The days on which what is shown can change: finding, pressure, what is reported of it."""
        start, end = within
        if start >= end:
            return
        assessor, shown, at = self.assessor, days.days[start:end], days.at[start:end]
        _, beliefs = self.daily.beliefs(at)
        stirred = _among(self.stirred, at)
        changed, found_anew, horizons = self.turns.on(shown, at, beliefs)
        last: object = None
        finding: Finding | None = None
        pressed: Pressed | None = None
        glance: Glance | None = None
        told_of_late = assessor.days_told_of(at)
        for number in np.flatnonzero(changed | stirred).tolist():
            if glance is not None and not changed[number] and not told_of_late[number] and _is_plain(glance):
                continue  # nothing that is shown can differ
            on, belief, horizon = shown[number], beliefs[number].tolist(), int(horizons[number])
            if finding is None or pressed is None or found_anew[number]:
                finding = assessor.finder.find(belief, on, horizon)
                pressed = assessor.pressing.pressed(on, horizon)
            told = (finding.status, finding.holder, finding.unknown_reason)
            now = (*told, shown_probability(belief[finding.top]), pressed.who, pressed.besieged)
            if now != last or stirred[number]:
                late = bool(told_of_late[number])
                last, glance = now, assessor.look(belief, on, finding, pressed, late=late)
                yield glance


def _looking(case: Case, before: _Looking | None, since: date) -> _Looking:
    """The next case of a place. Where it differs from the one before in its region alone, and from a day on
    that is after all that is told, nothing is made ready again but the clock."""
    if before is not None and since > date.min and before.daily.case.rows is case.rows:
        daily = before.daily.in_region(case, since)
        if daily is not None:
            assessor = before.assessor.in_region(case)
            return _Looking(assessor, daily, before.turns.in_region(case, assessor.finder), before.stirred)
    daily = Daily(case, before.daily if before is not None else None)
    assessor = Assessor(case, before.assessor if before is not None else None)
    turns = Turns(case, assessor.finder, assessor.pressing, sorted(chance_bounds()))
    return _Looking(assessor, daily, turns, _stirred(case))


def _is_plain(one: Glance) -> bool:
    """True where nothing is shown beside the finding: no party that may hold it too, nothing reported."""
    return one.status not in UNSETTLED and not one.reported


def _stirred(case: Case) -> Numbers:
    """The days (ordinals) on which a claim may begin to be reported of late, or be so no more."""
    reach = case.chain.table.time.reported_hours // 24 + 1
    told = set()
    for claim in case.claims.values():
        known = claim.known_from.date()
        told.add(known)
        told.add(claim.days.end or known)
    found = ordinals(told)
    return np.concatenate([found + later for later in (0, 1, reach - 1, reach)])


def _among(some: Numbers, days: Numbers) -> Flags:
    """True for each of many days in a row that is one of some."""
    found = np.zeros(len(days), np.bool_)
    numbers = (some - days[0]).astype(np.int64)
    found[numbers[(numbers >= 0) & (numbers < len(days))]] = True
    return found
