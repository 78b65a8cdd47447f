"""The changes of hands around places, kept as more of them become known."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from math import exp

from whoholds.control.clock import Nearby
from whoholds.control.table import Region
from whoholds.model import Place
from whoholds.territory import Change, Changes, Spot, gathered, nearness


class Around:
    """The changes that move the war at one place; the numbers are those of `territory.nearby`."""

    def __init__(self, place: Place, region: Region) -> None:
        self.place = place
        self._region = region
        self._counts: dict[date, float] = {}
        self._days: list[date] = []
        self._found: list[Nearby] = []
        self._from: date | None = None
        self._nearby: tuple[Nearby, ...] = ()  # the very same as long as nothing else is told

    def tell(self, day: date, weight: float) -> bool:
        """Take in that a change of a day counts so much here. True where it may heat the war here."""
        before = self._counts.get(day)
        if before is not None and before >= weight:
            return False
        if before is None:
            insort(self._days, day)
        self._counts[day] = weight
        if self._from is None or day < self._from:
            if weight - self._left(day) < self._region.least:
                return False  # what is left of the changes before is hardly less
            self._from = day
        return True

    def _left(self, day: date) -> float:
        """What is left on a day of the changes before it, which are all that `_found` has of them."""
        at = bisect_left(self._found, day, key=_day)
        if not at:
            return 0.0
        last, weight = self._found[at - 1]
        return weight * exp(-(day - last).days / self._region.fade_days)

    def nearby(self) -> tuple[Nearby, ...]:
        """The changes in the region, with how much each counts here."""
        if self._from is not None:
            self._again(self._from)
            self._from = None
            found = tuple(self._found)
            if found != self._nearby:
                self._nearby = found
        return self._nearby

    def _again(self, since: date) -> None:
        del self._found[bisect_left(self._found, since, key=_day) :]
        fade, least = self._region.fade_days, self._region.least
        for day in self._days[bisect_left(self._days, since) :]:
            weight = self._counts[day]
            left = self._found[-1][1] * exp(-(day - self._found[-1][0]).days / fade) if self._found else 0.0
            if weight - left >= least:
                self._found.append((day, weight))


def _day(one: Nearby) -> date:
    return one[0]


class Surroundings:
    """The changes around all places of a record, by country."""

    def __init__(self, region: Region) -> None:
        self._region = region
        self._around: dict[str, dict[str, Around]] = defaultdict(dict)
        self._days: dict[str, dict[Spot, set[date]]] = defaultdict(dict)
        self._all: dict[str, set[date]] = defaultdict(set)
        self._stirred: set[str] = set()
        self._near: dict[tuple[str, Spot], list[tuple[Around, float]]] = {}

    def of(self, place: Place) -> Around:
        """The changes around a place; a place that is asked for anew knows of all that were told."""
        country = place.country or ""
        known = self._around[country].get(place.id)
        if known is None or known.place != place:
            known = self._made(place, country)
        return known

    def stirred(self) -> set[str]:
        """The places (ids) around which something else may be told than when this was asked last."""
        found, self._stirred = self._stirred, set()
        return found

    def _made(self, place: Place, country: str) -> Around:
        made = Around(place, self._region)
        spots = self._days[country]
        for day in self._all[country]:
            made.tell(day, self._region.country)
        for spot in Changes(spots, self._region).reached(place):
            weight = nearness(place, spot, self._region)
            for day in spots[spot]:
                made.tell(day, weight)
        self._around[country][place.id] = made
        for (where, spot), near in self._near.items():
            weight = nearness(place, spot, self._region) if where == country else 0.0
            if weight > self._region.country:
                near.append((made, weight))
        return made

    def tell(self, changes: Iterable[Change]) -> None:
        """Take in changes of hands that became known."""
        for country, spot, day in changes:
            told = self._days[country].setdefault(spot, set())
            if day in told:
                continue
            told.add(day)
            if day not in self._all[country]:
                self._all[country].add(day)
                for around in self._around[country].values():
                    self._tell(around, day, self._region.country)
            for around, weight in self._near_to(country, spot):
                self._tell(around, day, weight)

    def _tell(self, around: Around, day: date, weight: float) -> None:
        if around.tell(day, weight):
            self._stirred.add(around.place.id)

    def anew(self, countries: Iterable[str], changes: Iterable[Change]) -> None:
        """Begin again in countries of which claims were taken back, from all that are left."""
        left = gathered(changes, self._region)
        for country in countries:
            days = left[country].days if country in left else {}
            self._days[country] = {spot: set(told) for spot, told in days.items()}
            self._all[country] = set().union(*days.values())
            self._stirred.update(self._around[country])
            self._around[country].clear()
            self._near = {key: near for key, near in self._near.items() if key[0] != country}

    def _near_to(self, country: str, spot: Spot) -> list[tuple[Around, float]]:
        """The places at which a change at a spot counts more than any in the country."""
        key = (country, spot)
        if key not in self._near:
            weighed = (
                (one, nearness(one.place, spot, self._region)) for one in self._around[country].values()
            )
            self._near[key] = [(one, weight) for one, weight in weighed if weight > self._region.country]
        return self._near[key]
