"""Makes files for `whoholds evaluate control` of annotated sets that lie beside the project.

    python scripts/truth_files.py capitals FOLDER          the capitals of Afghanistan in 2021
    python scripts/truth_files.py capitals FOLDER --read   the same, with the claims read in the reports
    python scripts/truth_files.py ukraine FOLDER           towns of Ukraine by a public table

FOLDER gets claims.jsonl, truth.csv and, for Ukraine, replay.csv: what the table itself says by then. Then:
whoholds evaluate control FOLDER/claims.jsonl --truth FOLDER/truth.csv --government PARTY
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path

import eval_replay
from eval_capitals import GOVERNMENT, TAKER, WAR, read_capitals, read_reports, resolved
from eval_measured import SHARED, Row, read_rows

from whoholds.claims.rules import extract
from whoholds.gazetteer import load_gazetteer
from whoholds.model import Coded, Place
from whoholds.picture import ResolvedClaim
from whoholds.resolve import named_place

CAPITALS = "eval/afg_capitals_2021/capitals.csv"
CODED = ("gold/dev.jsonl", "gold/seed.jsonl")
TABLE = "eval/ukraine_wikipedia_bitemporal"
WINDOWS = ("place", "lat", "lon", "before", "holder", "lo", "hi")
STRETCHES = ("place", "lat", "lon", "from", "to", "holder")
DAY, MONTH = timedelta(days=1), timedelta(days=30)
Line = Sequence[object]


def main() -> int:
    """Write the files of a set."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("of", choices=("capitals", "ukraine"))
    parser.add_argument("folder", type=Path)
    parser.add_argument("--read", action="store_true", help="claims read in the reports, not those coded")
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder of the annotated sets")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    if given.of == "capitals":
        capitals(given.shared, given.folder, read=given.read)
    else:
        ukraine(given.shared / TABLE, given.folder)
    return 0


def capitals(shared: Path, folder: Path, *, read: bool) -> None:
    """The coded reports of the war as claims; the window of each capital as the truth."""
    files = [shared / name for name in CODED if (shared / name).exists()]
    rows = (_read(file) if read else _coded(file) for file in files)
    _write_lines(folder / "claims.jsonl", (row for its in rows for row in its))
    towns = read_capitals(shared / CAPITALS)
    windows = [
        (town.place.name, town.place.lat, town.place.lon, GOVERNMENT, TAKER, town.first, town.last)
        for town in towns
    ]
    _write_table(folder / "truth.csv", WINDOWS, windows)


def _coded(file: Path) -> Iterator[Row]:
    return (row for row in read_rows(file) if str(row.get("war", "")).startswith(WAR))


def _read(file: Path) -> Iterator[Row]:
    """The same reports with the claims that are read in them, in the form in which claims are coded."""
    for report, _ in read_reports(file, WAR):
        if report.published is not None:
            claims = [_as_coded(claim) for claim in resolved(report, extract(report)) if not claim.inferred]
            yield {"id": report.name, "published": report.published.day.isoformat(), "text": report.text,
                   "outlet": report.outlet, "url": report.address, "claims": claims}  # fmt: skip


def _as_coded(claim: ResolvedClaim) -> Row:
    said, place, days = claim.claim, claim.place, claim.days
    row: Mapping[str, object] = {
        "quote": claim.quote, "start_char": said.quote.start, "type": said.type.value,
        "place": claim.place_name, "lat": place.lat if place else None, "lon": place.lon if place else None,
        "precision": claim.precision.value, "actor": claim.actor, "recipient": claim.recipient,
        "claimer": claim.claimer, "relayed_by": claim.relayed_by, "side": claim.side,
        "start": days.start.isoformat() if days.start else None,
        "end": days.end.isoformat() if days.end else None,
        "factuality": said.factuality.value, "ongoing": said.ongoing, "unverified": said.unverified,
    }  # fmt: skip
    return {name: value for name, value in row.items() if value not in (None, False)}


def ukraine(table: Path, folder: Path) -> None:
    """Each change of the table as a claim by it; the dated changes as the truth; the table by itself."""
    towns = list(_each_once(eval_replay.read_towns(table / "changes.csv")))
    events = eval_replay.read_events(table / "valid_time_events.csv")
    rows = (_line(town.place, one) for town in towns for one in town.statements)
    _write_lines(folder / "claims.jsonl", rows)
    _write_table(folder / "truth.csv", STRETCHES, [row for town in towns for row in _changes(town, events)])
    _write_table(folder / "replay.csv", STRETCHES, [row for town in towns for row in _stretches(town)])


def _each_once(towns: Iterable[eval_replay.Town]) -> Iterator[eval_replay.Town]:
    """The towns, without those that are the place of another one by name and position."""
    seen, gazetteer = set(), load_gazetteer()
    for town in towns:
        place = town.place
        meant = named_place(Coded(place=place.name, lat=place.lat, lon=place.lon), gazetteer).id
        if meant not in seen:
            seen.add(meant)
            yield town


def _line(place: Place, one: eval_replay.Statement) -> Row:
    """A statement of the table as a report of one claim, its town named by name and position."""
    row: Row = json.loads(eval_replay.line_of(place, one))
    row["claims"][0].pop("place_id")
    row["claims"][0] |= {"place": place.name, "lat": place.lat, "lon": place.lon}
    return row


def _changes(town: eval_replay.Town, events: Sequence[eval_replay.Event]) -> Iterator[Line]:
    """The month before and after each dated change of a town that the table speaks of by then.

    Further away it is not known who held it: not all changes are dated.
    """
    place, told = town.place, town.statements[0]
    dated = {day: party for *_, party, day in eval_replay.of_town(town, events) if day >= told.at.date()}
    days, holder, known = sorted(dated), _holder(told), date.min
    for number, day in enumerate(days):
        party, following = dated[day], days[number + 1] if number + 1 < len(days) else date.max
        if party != holder and max(known + DAY, day - MONTH) < day:
            yield place.name, place.lat, place.lon, max(known + DAY, day - MONTH), day - DAY, holder
        holder, known = party, min(day + MONTH, following - DAY)
        yield place.name, place.lat, place.lon, day, known, holder


def _stretches(town: eval_replay.Town) -> Iterator[Line]:
    """What the table says of a town from each of its statements on, at the end of the day."""
    place, told = town.place, town.statements
    last = {one.at.date(): one for one in told}
    days = sorted(last)
    for number, day in enumerate(days):
        until = days[number + 1] - DAY if number + 1 < len(days) else day + MONTH
        yield place.name, place.lat, place.lon, day, until, _holder(last[day])


def _holder(one: eval_replay.Statement) -> str:
    return "contested" if one.held_by == eval_replay.CONTESTED else one.held_by


def _write_lines(file: Path, rows: Iterable[Row]) -> None:
    file.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def _write_table(file: Path, heading: Sequence[str], rows: Sequence[Line]) -> None:
    with file.open("w", encoding="utf-8", newline="") as out:
        table = csv.writer(out, lineterminator="\n")
        table.writerow(heading)
        table.writerows(rows)
    print(f"{file} written: {len(rows)} rows.")


if __name__ == "__main__":
    sys.exit(main())
