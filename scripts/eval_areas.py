"""How often the land around places is what it is said to be: each town in turn is left out and looked up.

    python scripts/eval_areas.py CHANGES.csv

The file has a line for each change of a public table of towns: name, lat, lon, held_by, known_at. On twenty
days a month apart every town with a holder is compared with what the others say of its point. Near a front:
those others within 40 km that have a holder do not all have the same one.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from whoholds.areas import Spot, numbers
from whoholds.areas.pool import Said, said_of
from whoholds.gazetteer.nearness import distance_km

FIRST, EVERY, TIMES = date(2022, 3, 20), timedelta(days=30), 20
LATELY = timedelta(days=numbers().calm_days)
FRONT_KM = 40.0
BANDS = (3.0, 6.0, 10.0, 15.0, 25.0)
HOLDERS = {
    "Ukraine": "Ukraine", "Russia": "Russia", "Donetsk PR": "Russia", "Luhansk PR": "Russia",
    "Contested": "contested",
}  # fmt: skip
STATES = ("Ukraine", "Russia", "other", "contested")


@dataclass(frozen=True, slots=True)
class Town:
    """A town: its point, and what the table said of it from which day on, in order."""

    name: str
    lat: float
    lon: float
    told: tuple[tuple[str, str | None], ...]

    def at(self, day: date) -> Spot | None:
        """What it says on a day; None where the table did not have it, or not who holds it."""
        known = [(since, holder) for since, holder in self.told if since <= day.isoformat()]
        if not known or known[-1][1] is None:
            return None
        status = "contested" if known[-1][1] == "contested" else "held"
        changed = any(
            since > (day - LATELY).isoformat() and holder != before
            for (_, before), (since, holder) in pairwise(known)
        )
        return Spot(
            self.name, self.name, self.lat, self.lon, "UA", status,
            known[-1][1] if status == "held" else None,
            {state: 0.9 if state == known[-1][1] else 0.1 / 3 for state in STATES},
            stirred=changed or status == "contested",
        )  # fmt: skip


def read_towns(path: Path) -> Iterator[Town]:
    """The towns of the file that have a point."""
    told: defaultdict[str, list[tuple[str, str | None]]] = defaultdict(list)
    points: dict[str, tuple[float, float]] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            told[row["name"]].append((row["known_at"][:10], HOLDERS.get(row["held_by"])))
            with suppress(ValueError):  # no point is given, or a heading in its stead
                points[row["name"]] = float(row["lat"]), float(row["lon"])
    for name in sorted(points):
        yield Town(name, *points[name], tuple(told[name]))


def tried(spots: Sequence[Spot]) -> Iterator[tuple[str, float, Spot, Spot, Said]]:
    """For each town with a holder: where it lies, how far the nearest is at most, that one, what is said."""
    used = numbers()
    for one in spots:
        away = sorted(
            (distance_km(one.lat, one.lon, other.lat, other.lon), other.id, other)
            for other in spots
            if other is not one
        )
        near = [(other, km) for km, _, other in away if km <= used.limit_km]
        if one.holder is None or not near:
            continue
        holders = {other.holder for km, _, other in away if km <= FRONT_KM} - {None}
        where = "near a front" if len(holders) > 1 else "elsewhere"
        band = next(km for km in BANDS if near[0][1] <= km)
        yield where, band, one, near[0][0], said_of(near, near, frozenset(), used)


def count(towns: Sequence[Town]) -> Mapping[tuple[str, float], Counter[str]]:
    """The counts by where and how far; 0 km stands for any distance."""
    found: defaultdict[tuple[str, float], Counter[str]] = defaultdict(Counter)
    for number in range(TIMES):
        spots = [spot for town in towns if (spot := town.at(FIRST + number * EVERY)) is not None]
        for where, band, one, nearest, said in tried(spots):
            known, right = said.party is not None, said.party == one.holder
            for key in ((where, band), (where, 0.0)):
                found[key].update(
                    n=1, nearest=nearest.holder == one.holder, said=known, right=right,
                    solid=said.solid and known, solid_right=said.solid and right,
                )  # fmt: skip
    return found


def main() -> None:
    """Print a table."""
    found = count(list(read_towns(Path(sys.argv[1]))))
    print("| | nearest town | town-days | it is right | something is said | that is right | solid | right |")
    print("|---|---|---|---|---|---|---|---|")
    for (where, band), one in sorted(found.items()):
        shares = (
            ("nearest", "n"),
            ("said", "n"),
            ("right", "said"),
            ("solid", "n"),
            ("solid_right", "solid"),
        )
        cells = [f"{one[part] / one[whole]:.2f}" if one[whole] else "–" for part, whole in shares]
        print(f"| {where} | {f'to {band:g} km' if band else 'all'} | {one['n']:,} | {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
