"""Truth files: who truly held a place on each day, by stretches of days or by windows of change."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from whoholds.errors import InputError
from whoholds.gazetteer import Gazetteer
from whoholds.model import Coded, Place
from whoholds.reports.dates import parse_day
from whoholds.reports.decoding import read_text
from whoholds.reports.degrees import degrees
from whoholds.resolve import named_place

STRETCHES = ("place", "from", "to", "holder")
WINDOWS = ("place", "before", "holder", "lo", "hi")
AROUND = timedelta(days=14)  # before the first window of a file and after its last one, days are known too
LONGEST = 20_000  # days that a truth may span
Held = tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Truth:
    """Places by id, and their holder on each day from `first` on; None: not known."""

    first: date
    places: Mapping[str, Place]
    held: Mapping[str, Held]


@dataclass(frozen=True, slots=True)
class _Row:
    """A stretch of days of one holder; or, with `before`, the days in which it followed another."""

    line: int
    place: Place
    begin: date
    end: date
    holder: str
    before: str | None = None


def read_truth(path: Path, gazetteer: Gazetteer) -> Truth:
    """The truth of a table (CSV); `lat` and `lon` may stand beside its columns.

    With the columns place, from, to (days, both included), holder: days that no row names are not known.
    With place, before, holder, lo, hi: the holder changed on one of the days from lo to hi, and it is not
    known on which; the days between the windows are known, from `AROUND` before the first one of the table to
    `AROUND` after the last one. The holder "contested" is nobody's alone. Raises InputError in one
    sentence for the first line that is wrong.
    """
    table = csv.DictReader(io.StringIO(read_text(path), newline=""))
    named = [name.strip() for name in table.fieldnames or ()]
    windows = {"lo", "hi"} <= set(named)
    needed = WINDOWS if windows else STRETCHES
    missing = [name for name in needed if name not in named]
    if missing:
        begin = f"{','.join(STRETCHES)} (or: {','.join(WINDOWS)})"
        raise InputError(f"{path} has no column {', '.join(missing)}. Begin it with: {begin}")
    table.fieldnames = named
    rows = _rows(table, path, lambda row, line: _row(row, line, gazetteer, windows=windows))
    return _of_windows(rows, path) if windows else _of_stretches(rows, path)


Reader = Callable[[Mapping[str, str | None], int], _Row]


def _rows(table: csv.DictReader[str], path: Path, read: Reader) -> list[_Row]:
    rows, wrong = [], []
    try:
        for row in table:
            try:
                rows.append(read(row, table.line_num))
            except InputError as error:
                wrong.append(f"{path}, line {table.line_num}: {error}")
    except csv.Error as error:
        raise InputError(
            f"{path}, line {table.line_num}: it is no table ({error}). Save it as CSV."
        ) from error
    if wrong:
        more = f" So it is with {len(wrong) - 1} further lines." if len(wrong) > 1 else ""
        raise InputError(f"{wrong[0]}{more}")
    if not rows:
        raise InputError(f"{path} has no rows under its heading. Give each stretch of a place a row.")
    return rows


def _row(row: Mapping[str, str | None], line: int, gazetteer: Gazetteer, *, windows: bool) -> _Row:
    name, holder, before = (((row.get(column) or "").strip()) for column in ("place", "holder", "before"))
    if not name or not holder:
        raise InputError("it has no place or no holder. Fill it in, or take the row out.")
    if windows and not before:
        raise InputError("it does not say who held it before. Fill it in, or take the row out.")
    if windows and before == holder:
        raise InputError(f"{holder} holds it before and after. Name the other one, or take the row out.")
    first, last = ("lo", "hi") if windows else ("from", "to")
    begin, end = parse_day(row[first] or ""), parse_day(row[last] or "")
    if begin > end:
        raise InputError(f"it begins on {begin} after it ends on {end}. Change one of them.")
    lat, lon = degrees(row.get("lat"), row.get("lon"))
    place = named_place(Coded(place=name, lat=lat, lon=lon), gazetteer)
    return _Row(line, place, begin, end, holder, before if windows else None)


def _of_stretches(rows: Sequence[_Row], path: Path) -> Truth:
    for one, other in _neighbours(rows):
        if other.begin <= one.end:
            raise InputError(
                f"{path}, line {other.line}: its days from {other.begin} on stand in line {one.line} too. "
                "Let the stretches of a place follow each other."
            )
    stretches = [(row.place, row.begin, row.end, row.holder) for row in rows]
    return _by_day(stretches, path)


def _of_windows(rows: Sequence[_Row], path: Path) -> Truth:
    for one, other in _neighbours(rows):
        if other.begin < one.end or other.before != one.holder:
            raise InputError(
                f"{path}, line {other.line}: {other.before} cannot hold it before {other.begin}, for by line "
                f"{one.line} {one.holder} came by {one.end}. Let each change begin where the last one ended."
            )
    first, last = min(row.begin for row in rows) - AROUND, max(row.end for row in rows) + AROUND
    stretches = []
    for its in _by_place(rows).values():
        ends = [*(row.begin - timedelta(days=1) for row in its[1:]), last]
        stretches.append((its[0].place, first, its[0].begin - timedelta(days=1), str(its[0].before)))
        stretches += [(row.place, row.end, end, row.holder) for row, end in zip(its, ends, strict=True)]
    return _by_day(stretches, path)


def _by_place(rows: Sequence[_Row]) -> Mapping[str, list[_Row]]:
    found: dict[str, list[_Row]] = {}
    for row in sorted(rows, key=lambda row: (row.begin, row.end, row.line)):
        found.setdefault(row.place.id, []).append(row)
    return found


def _neighbours(rows: Sequence[_Row]) -> Iterator[tuple[_Row, _Row]]:
    for its in _by_place(rows).values():
        yield from pairwise(its)


def _by_day(stretches: Sequence[tuple[Place, date, date, str]], path: Path) -> Truth:
    first, last = min(begin for _, begin, _, _ in stretches), max(end for _, _, end, _ in stretches)
    count = (last - first).days + 1
    if count > LONGEST:
        raise InputError(f"{path} spans {count:,} days. Give at most {LONGEST:,}.")
    held: dict[str, list[str | None]] = {}
    for place, begin, end, holder in stretches:
        days = held.setdefault(place.id, [None] * count)
        for number in range((begin - first).days, (end - first).days + 1):
            days[number] = holder
    places = {place.id: place for place, _, _, _ in stretches}
    return Truth(first, places, {place: tuple(days) for place, days in held.items()})
