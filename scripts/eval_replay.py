"""Replay: a public table of who holds which town, taken in statement by statement, must be told back.

Each change of the table is one report with one claim, known when it appeared; its notes are hidden. Asked as
known at each change, the picture must say what the table then said; and the day on which the picture first
shows a change is compared with the day of the change itself, as the table's own is. A town that the table
calls contested is told back only where the picture calls it so, or leans and shows that beside it;
all such days are asked about, and those that are called contested are also counted alone.
"""

from __future__ import annotations

import csv
import itertools
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from eval_measured import Measured, Row, share

from whoholds.control import Question, Setting, assess_control
from whoholds.gazetteer import load_gazetteer
from whoholds.gazetteer.nearness import distance_km
from whoholds.model import Place
from whoholds.picture import ControlState, ResolvedClaim
from whoholds.reports import read_coded
from whoholds.resolve import Told, resolve_report

PARTIES = {
    "Ukraine": "Ukraine",
    "Russia": "Russia",
    "Donetsk PR": "Donetsk People's Republic",
    "Luhansk PR": "Luhansk People's Republic",
}
CONTESTED = "Contested"
OUTLET = "A public table"
SAME_KM = 3.0
LONGEST = 30  # days between an event and the table's or the picture's change that can be it
GOVERNMENT = "Ukraine"
SETTING = Setting(government=GOVERNMENT)
Event = tuple[str, float, float, str, date]  # name, latitude and longitude (degrees), party, day


@dataclass(frozen=True, slots=True)
class Statement:
    """What the table says of a town from a moment on: a party, or "Contested"."""

    at: datetime
    held_by: str


@dataclass(frozen=True, slots=True)
class Town:
    """A town of the table, with its statements in order and the claims that they make."""

    place: Place
    statements: tuple[Statement, ...]
    claims: tuple[ResolvedClaim, ...]


def replay(changes: Path, events: Path) -> Iterator[Measured]:
    """The share told back at each change and for how long; then the lags, in days."""
    towns = read_towns(changes)
    asked = [(one, state_at(town, one.at)) for town in towns for one in town.statements]
    yield Measured("told back at each change", share(sum(is_said(*pair) for pair in asked), len(asked)))
    wrong = [one for one in asked if one[1].holder is not None and not is_said(*one)]
    yield Measured("another holder than the table's", share(len(wrong), len(asked)), lower_is_better=True)
    ends = [(town, *pair) for town in towns for pair in _ends(town.statements)]
    later = [(one, state_at(town, end)) for town, one, end in ends if one.held_by != CONTESTED]
    kept = sum(is_said(*pair) or pair[1].unknown_reason == "stale" for pair in later)
    yield Measured("holder told back, or stale, until the next change", share(kept, len(later)))
    yield from _contested(towns)
    lags = [lag for town in towns for lag in _lags(town, read_events(events))]
    yield Measured("changes dated", float(len(lags)), pinned=False)
    for name, days in (("table", [one[0] for one in lags]), ("ours", [one[1] for one in lags])):
        yield Measured(f"median lag in days, {name}", float(median(days)), lower_is_better=True, pinned=False)
        near = sum(abs(day) <= 3 for day in days)
        yield Measured(f"within 3 days, {name}", share(near, len(days)), pinned=False)


def read_towns(changes: Path) -> list[Town]:
    """The towns with coordinates, one for each name and place; one that repeats the last is dropped."""
    rows: dict[tuple[str, float, float], list[Statement]] = defaultdict(list)
    with changes.open(encoding="utf-8") as file:
        told = [row | {"lat": row["lon"] and row["lat"]} for row in csv.DictReader(file) if _side(row)]
    where = _where(told)
    for row in told:
        at = (float(row["lat"]), float(row["lon"])) if row["lat"] else where.get(row["name"])
        side = _side(row)
        if at is None or side is None:
            continue
        here = rows[row["name"], *_rounded(at, rows, row["name"])]
        if not here or here[-1].held_by != side:
            here.append(Statement(datetime.fromisoformat(row["known_at"]), side))
    return _towns({key: tuple(told) for key, told in rows.items()})


def _where(rows: Sequence[Row]) -> Mapping[str, tuple[float, float]]:
    """The coordinates of the names that have only one."""
    found: dict[str, set[tuple[float, float]]] = defaultdict(set)
    for row in rows:
        if row["lat"]:
            found[row["name"]].add((float(row["lat"]), float(row["lon"])))
    return {name: next(iter(at)) for name, at in found.items() if len(at) == 1}


def _rounded(
    at: tuple[float, float], rows: Mapping[tuple[str, float, float], object], name: str
) -> tuple[float, float]:
    """The coordinates under which the same town was met before, else these."""
    near = (key[1:] for key in rows if key[0] == name and distance_km(*key[1:], *at) <= SAME_KM)
    return next(near, at)


def _side(row: Row) -> str | None:
    said = row["held_by"].replace("\xa0", " ").strip()
    return CONTESTED if said.startswith(CONTESTED) else PARTIES.get(said)


def _towns(told: Mapping[tuple[str, float, float], tuple[Statement, ...]]) -> list[Town]:
    """The towns with their claims, as an import of coded claims makes them."""
    places = {
        key: Place(f"user:{number} {key[0]}", key[0], "settlement", *key[1:], "UA")
        for number, key in enumerate(told)
    }
    gazetteer = load_gazetteer().with_places(places.values())
    with TemporaryDirectory() as folder:
        file = Path(folder) / "table.jsonl"
        lines = (line_of(places[key], one) for key, statements in told.items() for one in statements)
        file.write_text("\n".join(lines), encoding="utf-8")
        coded = read_coded(file)
    claims: dict[str, list[ResolvedClaim]] = defaultdict(list)
    for report, extraction in coded:
        known = report.published.known_from if report.published else datetime.max.replace(tzinfo=UTC)
        for claim in resolve_report(Told(report, extraction, known), gazetteer):
            if claim.place is not None:
                claims[claim.place.id].append(claim)
    return [Town(place, told[key], tuple(claims[place.id])) for key, place in places.items()]


def line_of(place: Place, one: Statement) -> str:
    """A report of one line in the form in which coded claims are taken in."""
    day, fought = one.at.date().isoformat(), one.held_by == CONTESTED
    quote = f"{place.name}: {one.held_by}"
    claim: Row = {"quote": quote, "type": "clash" if fought else "hold", "place_id": place.id, "end": day}
    claim |= {"ongoing": True} if fought else {"actor": one.held_by}
    text = f"{quote} ({place.id}, {one.at.isoformat()})"
    return json.dumps(
        {"id": text, "outlet": OUTLET, "published": one.at.isoformat(), "text": text, "claims": [claim]}
    )


def state_at(town: Town, at: datetime) -> ControlState:
    """Who holds the town on the day of a moment, as known then."""
    return assess_control(town.place, town.claims, Question(at.date(), at), SETTING)


def is_said(one: Statement, state: ControlState) -> bool:
    """True when the picture has the table's holder; of a contested town, that, or leaning beside it."""
    if one.held_by == CONTESTED:
        return state.status == "contested" or (state.status == "leaning" and bool(state.reported))
    return state.holder == one.held_by


def _contested(towns: Sequence[Town]) -> Iterator[Measured]:
    """The days that the table calls contested, each at the hour of the statement, to the last one."""
    last = max(one.at for town in towns for one in town.statements)
    asked = [pair for town in towns for pair in _contested_days(town, last)]
    told = sum(state.status == "contested" for _, state in asked)
    yield Measured("contested days told as contested", share(told, len(asked)))
    said = sum(is_said(*pair) for pair in asked)
    yield Measured("contested days told so, or as leaning with that beside", share(said, len(asked)))
    stale = sum(state.unknown_reason == "stale" for _, state in asked)
    other = len(asked) - said - stale
    yield Measured(
        "contested days told otherwise, and not stale", share(other, len(asked)), lower_is_better=True
    )
    ends = [(one, state_at(town, end)) for town in towns for one, end in _ends(town.statements)
            if one.held_by == CONTESTED]  # fmt: skip
    kept = sum(state.status == "contested" for _, state in ends)
    yield Measured("contested until the next change", share(kept, len(ends)))


def _contested_days(town: Town, last: datetime) -> Iterator[tuple[Statement, ControlState]]:
    ends = [*(one.at for one in town.statements[1:]), last]
    for one, end in zip(town.statements, ends, strict=True):
        days = (end - one.at).days + 1 if one.held_by == CONTESTED else 0
        yield from ((one, state_at(town, one.at + timedelta(number))) for number in range(days))


def _ends(statements: Sequence[Statement]) -> Iterator[tuple[Statement, datetime]]:
    """Each statement that another follows, with the last moment before that."""
    for one, following in itertools.pairwise(statements):
        yield one, following.at - timedelta(seconds=1)


def read_events(path: Path) -> list[Event]:
    """Changes with their days."""
    with path.open(encoding="utf-8") as file:
        return [
            (row["name"], float(row["lat"]), float(row["lon"]), PARTIES[row["side"]], _day(row))
            for row in csv.DictReader(file)
            if row["verb"] in ("captured", "recaptured") and row["lat"]
        ]


def _day(row: Row) -> date:
    return date.fromisoformat(row["valid_date"])


def of_town(town: Town, events: Sequence[Event]) -> Iterator[Event]:
    """The changes of a town: those of its name and place."""
    lat, lon = town.place.lat or 0.0, town.place.lon or 0.0
    return (
        one for one in events if one[0] == town.place.name and distance_km(*one[1:3], lat, lon) <= SAME_KM
    )


def _lags(town: Town, events: Sequence[Event]) -> Iterator[tuple[int, int]]:
    """Days after each change by which the table says it, and by which the picture does, where both do."""
    for _, _, _, party, day in of_town(town, events):
        near = (one for one in town.statements if _is_of(one.at.date() - day))
        said = [one for one in near if one.held_by == party]
        if said:
            shown = _first_shown(town, party, said[0].at)
            if shown is not None:
                yield (said[0].at.date() - day).days, (shown - day).days


def _is_of(lag: timedelta) -> bool:
    return timedelta(-LONGEST) <= lag <= timedelta(LONGEST)


def _first_shown(town: Town, party: str, since: datetime) -> date | None:
    """The first day, from the table's statement on, on which the picture as known then has the party."""
    moments = [since, *(one.at for one in town.statements if one.at > since)]
    return next((at.date() for at in moments if state_at(town, at).holder == party), None)
