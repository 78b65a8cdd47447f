"""The states of all places for a map with two clocks: on every day, as known at the end of every day.

Only what can be shown is worked out: no day is shown as known before it, and what was known of a place at one
moment holds until more becomes known of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from whoholds.control.case import Setting
from whoholds.control.clock import Nearby
from whoholds.control.table import Table, control_table
from whoholds.control.trust_table import fitted_table
from whoholds.database.around import Surroundings
from whoholds.database.growing import Growing
from whoholds.database.view import View
from whoholds.model import Place, end_of_day
from whoholds.picture import ResolvedClaim
from whoholds.territory import begins, government_of
from whoholds.trust import Fit

FitAt = Callable[[datetime], Fit | None]


@dataclass(frozen=True, slots=True)
class Basis:
    """What the states of a place stand on from a day on, until more is known of it."""

    moment: date
    place: Place
    claims: tuple[ResolvedClaim, ...]
    setting: Setting

    @property
    def alone(self) -> tuple[object, ...]:
        """All of it but the changes in the region."""
        return self.place, self.claims, self.setting.government, self.setting.table

    def differs_from(self, other: Basis | None) -> date:
        """The first day on which the states can be others than by another basis."""
        if other is None or other.alone != self.alone:
            return date.min
        one, two = self.setting.changes_nearby, other.setting.changes_nearby
        same = next((at for at, pair in enumerate(zip(one, two, strict=False)) if pair[0] != pair[1]), None)
        at = min(len(one), len(two)) if same is None else same
        return min((days[at][0] for days in (one, two) if at < len(days)), default=date.max)


def bases_of(
    view: View, fit_at: FitAt, last: date, known: Mapping[str, ResolvedClaim] | None = None
) -> dict[str, list[Basis]]:
    """What each place stands on, from moment to moment; `known`: see `Growing`."""
    growing = Growing(view.resolved, view.gazetteer, known)
    around = Surroundings(control_table().region)
    found: dict[str, list[Basis]] = {}
    before: Table | None = None
    for day, news in growing.days():
        around.tell(news.changes)
        if news.lost:
            around.anew(news.lost, growing.changes())
        table, stirred = fitted_table(fit_at(end_of_day(day))), around.stirred()
        anew = stirred.union(news.places) if table == before else growing.places
        for name, place in growing.places.items():
            if name not in anew:
                continue  # it stands on what it stood on before
            told = found.setdefault(name, [])
            newest = told[-1] if told else None
            nearby = _until(around.of(place).nearby(), last)
            claims = growing.claims_of(place) if newest is None or name in news.places else newest.claims
            basis = _basis(view, _Asked(day, place, last), claims, (nearby, table), newest)
            if basis is not None:
                told.append(basis)
        before = table
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
    before: Basis | None,
) -> Basis | None:
    """What a place stands on now; None where it is the same as before."""
    nearby, table = around
    place = asked.place
    if before is not None and claims == before.claims:
        if (before.place, before.setting.changes_nearby, before.setting.table) == (place, nearby, table):
            return None
        claims = before.claims  # the very same objects: what was worked out of them is kept
    if before is not None and claims is before.claims and place == before.place:
        government = before.setting.government
    else:
        since = min(begins(claims, asked.last), asked.last)
        government = government_of(place.country, since, view.gazetteer)
    setting = Setting(government, nearby, table, profile=view.profile.name)
    return Basis(asked.moment, place, claims, setting)


def _until(changes: tuple[Nearby, ...], last: date) -> tuple[Nearby, ...]:
    """The changes up to a day; the same ones give the same states."""
    return (
        changes if not changes or changes[-1][0] <= last else tuple(one for one in changes if one[0] <= last)
    )
