"""Control: when each provincial capital of Afghanistan changed hands in 2021, as known a day later."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from eval_factuality import HALVES, half_of
from eval_halves import of_half
from eval_measured import Measured, read_rows, share

from whoholds.claims.rules import extract
from whoholds.control import Question, Setting
from whoholds.control.history import Segment, control_history
from whoholds.gazetteer import load_gazetteer
from whoholds.gazetteer.nearness import distance_km
from whoholds.model import Extraction, Place, Report, end_of_day
from whoholds.picture import ResolvedClaim
from whoholds.reports import read_coded
from whoholds.resolve import Told, resolve_report

TAKER, GOVERNMENT = "Taliban", "Afghan government"
FIRST_CLAIM_WINS = 14 / 34  # a list of districts claimed to have fallen
TOWN_KM = 8.0
WAR = "AFG"


@dataclass(frozen=True, slots=True)
class Capital:
    """A capital and the first and last day on which it can have changed hands."""

    place: Place
    first: date
    last: date


def capitals(path: Path, coded: Path) -> Iterator[Measured]:
    """The share dated within its window, from what people coded and from what is read in the same reports.

    Of all capitals, and of those that the reports known by then tell of at all; then of both halves of them.
    """
    for name, found in histories(path, coded).items():
        yield from _measured(name, found, FIRST_CLAIM_WINS)
        for half in HALVES:
            its = [one for one in found if half_of(one[0].place.name) == half]
            yield from (of_half(one, half) for one in _measured(name, its, None))


def histories(path: Path, coded: Path) -> dict[str, list[tuple[Capital, list[ResolvedClaim]]]]:
    """Every capital with the claims known a day later, as coded and as read."""
    towns, reports = read_capitals(path), list(read_reports(coded, WAR))
    read = [(report, extract(report)) for report, _ in reports]
    found = {}
    for name, told in (("claims as coded", reports), ("claims as read", read)):
        claims = [claim for report, extraction in told for claim in resolved(report, extraction)]
        found[name] = [(town, known_a_day_later(town, claims)) for town in towns]
    return found


def _measured(
    name: str, found: Sequence[tuple[Capital, list[ResolvedClaim]]], to_beat: float | None
) -> Iterator[Measured]:
    right = sum(known_within(town, known) for town, known in found)
    told_of = sum(bool(known) for _, known in found)
    yield Measured(f"within the window, {name}", share(right, len(found)), to_beat)
    yield Measured(f"of capitals told of by then, {name}", share(right, told_of))


def read_capitals(path: Path) -> list[Capital]:
    """The capitals of a table: capital, lat, lon (degrees), lo, hi (days)."""
    with path.open(encoding="utf-8") as file:
        return [_capital(row) for row in csv.DictReader(file)]


def known_a_day_later(town: Capital, claims: Iterable[ResolvedClaim]) -> list[ResolvedClaim]:
    """The claims at a capital that were published by the day after it changed hands."""
    by = end_of_day(town.last + timedelta(days=1))
    return [
        replace(claim, place=town.place) for claim in claims if is_at(claim, town) and claim.known_from <= by
    ]


def known_within(town: Capital, claims: list[ResolvedClaim]) -> bool:
    """True when the taker holds it a day later, from a day within the window on."""
    later = town.last + timedelta(days=1)
    question = Question(later, end_of_day(later))
    history = control_history(town.place, claims, question, Setting(government=GOVERNMENT))
    return bool(history) and history[-1].holder == TAKER and town.first <= _since(TAKER, history) <= town.last


def _since(holder: str | None, history: Sequence[Segment]) -> date:
    """From which day on the last holder has it: stretches that only differ in how sure it is are one."""
    since = date.max
    for part in reversed(history):
        if part.holder != holder:
            break
        since = part.start
    return since


def read_reports(path: Path, war: str) -> Iterator[tuple[Report, Extraction]]:
    """The coded reports whose war begins so."""
    wanted = {row["id"] for row in read_rows(path) if str(row.get("war", "")).startswith(war)}
    return (pair for pair in read_coded(path) if pair[0].name in wanted)


def resolved(report: Report, extraction: Extraction) -> tuple[ResolvedClaim, ...]:
    """The claims of a report with a date."""
    if report.published is None:
        return ()
    return resolve_report(Told(report, extraction, report.published.known_from), load_gazetteer())


def is_at(claim: ResolvedClaim, town: Capital) -> bool:
    """True for a claim about a town at the same point."""
    place, home = claim.place, town.place
    if place is None or place.kind != "settlement" or place.lat is None or place.lon is None:
        return False
    return distance_km(place.lat, place.lon, home.lat or 0.0, home.lon or 0.0) <= TOWN_KM


def _capital(row: dict[str, str]) -> Capital:
    name = row["capital"]
    place = Place(f"user:{name}", name, "settlement", float(row["lat"]), float(row["lon"]), "AF")
    return Capital(place, date.fromisoformat(row["lo"][:10]), date.fromisoformat(row["hi"][:10]))
