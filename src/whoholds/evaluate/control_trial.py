"""What control is measured on: the true holders of places by day, and the claims about them."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from whoholds.control.evidence import is_baseline
from whoholds.errors import InputError
from whoholds.gazetteer import Gazetteer, load_gazetteer
from whoholds.model import Coded, Place
from whoholds.picture import Recorded, ResolvedClaim
from whoholds.pipeline import Resolver
from whoholds.reports import read_baseline, read_coded
from whoholds.reports.dates import parse_day
from whoholds.reports.decoding import read_text
from whoholds.reports.degrees import degrees
from whoholds.resolve import named_place
from whoholds.simulate import Simulation
from whoholds.simulate.printing import day_of

CONTESTED = "contested"
NEEDED = ("place", "from", "to", "holder")
LONGEST = 20_000  # days that a truth may span
Held = tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Trial:
    """Places with their true holder on each day (a party, "contested", None: not known) and their claims.

    `first` is the first day; all places have as many days. `claims` by place id, first known first.
    `government`: the party whose territory it is, where known.
    """

    name: str
    first: date
    places: Mapping[str, Place]
    held: Mapping[str, Held]
    claims: Mapping[str, Sequence[ResolvedClaim]]
    government: str | None = None

    @property
    def days(self) -> tuple[date, ...]:
        """All days, in order."""
        count = max((len(held) for held in self.held.values()), default=0)
        return tuple(self.first + timedelta(days=number) for number in range(count))

    def moving(self) -> frozenset[str]:
        """The ids of the places that change from one party to another."""
        return frozenset(place for place, held in self.held.items() if len(set(parties_in(held))) > 1)


def parties_in(held: Iterable[str | None]) -> list[str]:
    """The holders of a place in order of day, without the days on which it is contested or not known."""
    return [holder for holder in held if holder is not None and holder != CONTESTED]


def trial_of(simulation: Simulation, name: str = "") -> Trial:
    """The trial of a simulated war, by its claims as they are, without files between."""
    sites = simulation.war.ground.sites
    places = {site.place.id: site.place for site in sites}
    held = {site.place.id: tuple[str | None, ...](simulation.war.held[site.number]) for site in sites}
    return Trial(name, day_of(0), places, held, _by_place(simulation.claims()))


def read_trial(
    claims: Path | str, truth: Path | str, baseline: Path | str | None = None, government: str | None = None
) -> Trial:
    """The trial of a file of coded claims and a truth file, with a baseline of the first day, if there is.

    Raises InputError where a file cannot be read, or where none of its claims is about a place of the truth.
    """
    gazetteer = load_gazetteer()
    first, places, held = _read_truth(Path(truth), gazetteer)
    told = list(read_coded(claims)) + ([read_baseline(baseline)] if baseline is not None else [])
    resolver = Resolver(gazetteer)
    found: list[ResolvedClaim] = []
    for number, (report, extraction) in enumerate(told):
        if report.published is not None:
            recorded = Recorded(report, number, extraction, report.published.known_from)
            found += resolver.read(recorded, {}).claims
    by_place = {place: rows for place, rows in _by_place(found).items() if place in places}
    if not by_place:
        raise InputError(f"No dated claim of {claims} is about a place of {truth}. Give both the same names.")
    return Trial(Path(claims).name, first, places, held, by_place, government)


def _by_place(claims: Iterable[ResolvedClaim]) -> dict[str, list[ResolvedClaim]]:
    found: dict[str, list[ResolvedClaim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda one: (one.known_from, not is_baseline(one), one.id)):
        if claim.place is not None:
            found[claim.place.id].append(claim)
    return found


Stretch = tuple[Place, date, date, str]


def _read_truth(path: Path, gazetteer: Gazetteer) -> tuple[date, dict[str, Place], dict[str, Held]]:
    """A table with the columns place, from, to (days, both included), holder; lat and lon may stand beside.

    The holder "contested" is nobody's alone. Days that no row names are not known, and not scored.
    """
    rows = _stretches(path, gazetteer)
    first, last = min(row[1] for row in rows), max(row[2] for row in rows)
    count = (last - first).days + 1
    if count > LONGEST:
        raise InputError(f"{path} spans {count:,} days. Give at most {LONGEST:,}.")
    held: dict[str, list[str | None]] = {}
    for place, begin, end, holder in rows:
        days = held.setdefault(place.id, [None] * count)
        for number in range((begin - first).days, (end - first).days + 1):
            days[number] = holder
    return first, {row[0].id: row[0] for row in rows}, {place: tuple(days) for place, days in held.items()}


def _stretches(path: Path, gazetteer: Gazetteer) -> list[Stretch]:
    table = csv.DictReader(io.StringIO(read_text(path), newline=""))
    missing = [name for name in NEEDED if name not in (table.fieldnames or ())]
    if missing:
        raise InputError(f"{path} has no column {', '.join(missing)}. Begin it with: place,from,to,holder")
    rows, wrong = [], []
    for row in table:
        try:
            rows.append(_stretch(row, gazetteer))
        except InputError as error:
            wrong.append(f"{path}, line {table.line_num}: {error}")
    if wrong:
        raise InputError.of_whole_file(wrong)
    if not rows:
        raise InputError(f"{path} has no rows under its heading. Give each stretch of a place a row.")
    return rows


def _stretch(row: Mapping[str, str | None], gazetteer: Gazetteer) -> Stretch:
    name, holder = (row["place"] or "").strip(), (row["holder"] or "").strip()
    if not name or not holder:
        raise InputError("it has no place or no holder. Fill it in, or take the row out.")
    begin, end = parse_day(row["from"] or ""), parse_day(row["to"] or "")
    if begin > end:
        raise InputError(f"it begins on {begin} after it ends on {end}. Change one of them.")
    lat, lon = degrees(row.get("lat"), row.get("lon"))
    return named_place(Coded(place=name, lat=lat, lon=lon), gazetteer), begin, end, holder
