"""The provincial capitals of Afghanistan in 2021, where the evaluation data is at hand."""

from __future__ import annotations

import csv
import json
import math
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from factories import GOVERNMENT, TALIBAN, make_resolved

from whoholds.control import Question, Setting, assess_control
from whoholds.control.history import control_history
from whoholds.control.positions import HOLDS, Position, position_of
from whoholds.model import Factuality, Place, Precision
from whoholds.picture import ResolvedClaim

SHARED = Path(__file__).parents[3] / "shared"
CAPITALS = SHARED / "eval" / "afg_capitals_2021" / "capitals.csv"
CODED = SHARED / "gold" / "dev.jsonl"
SETTING = Setting(government=GOVERNMENT)
TOWN_KM = 8

pytestmark = pytest.mark.skipif(not CAPITALS.exists(), reason=f"no evaluation data at {CAPITALS}")


@cache
def capitals() -> dict[str, tuple[Place, date, date]]:
    """Each capital with the first and last day on which it changed hands."""
    with CAPITALS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return {row["capital"]: (_place(row), _day(row["lo"]), _day(row["hi"])) for row in rows}


@cache
def coded() -> dict[str, list[ResolvedClaim]]:
    """The claims that people coded in reports of August 2021, by the capital at which they are."""
    if not CODED.exists():
        pytest.skip(f"no coded reports at {CODED}")
    found: dict[str, list[ResolvedClaim]] = {name: [] for name in capitals()}
    for line in CODED.read_text(encoding="utf-8").splitlines():
        report = json.loads(line)
        for number, row in enumerate(report["claims"]):
            name = _capital_at(row) if report["war"].startswith("AFG") else None
            if name is not None:
                found[name].append(_claim(f"{report['id']} {number}", report, row, capitals()[name][0]))
    return {name: claims for name, claims in found.items() if claims}


def test_one_neutral_report_shows_a_capital_a_day_later() -> None:
    for name, (place, _, fell) in capitals().items():
        claim = make_resolved(place=place, day=fell, published=fell)
        state = assess_control(place, [claim], Question(fell + timedelta(days=1)), SETTING)
        assert (name, state.holder) == (name, TALIBAN)


def test_every_capital_told_to_have_fallen_is_shown_a_day_later() -> None:
    for name, claims in coded().items():
        place = capitals()[name][0]
        for day in {claim.published for claim in claims if _tells_the_fall(claim)}:
            as_of = datetime.combine(day or date.max, datetime.max.time(), tzinfo=UTC) + timedelta(days=1)
            state = assess_control(place, claims, Question(as_of.date(), as_of), SETTING)
            assert (name, as_of, state.holder) == (name, as_of, TALIBAN)


def test_no_capital_is_ever_shown_in_the_wrong_hands() -> None:
    for name, claims in coded().items():
        place, first, last = capitals()[name]
        for offset in range(45):
            day = date(2021, 7, 10) + timedelta(days=offset)
            as_of = datetime.combine(day, datetime.max.time(), tzinfo=UTC)
            state = assess_control(place, claims, Question(day, as_of), SETTING)
            wrong = TALIBAN if day < first else GOVERNMENT if day > last else None
            assert wrong is None or (name, day, state.holder) != (name, day, wrong)


def test_the_fall_is_dated_within_its_window_as_known_later() -> None:
    right = 0
    for name, claims in coded().items():
        place, first, last = capitals()[name]
        history = control_history(place, claims, Question(date(2021, 8, 20)), SETTING)
        falls = [part.start for part in history if part.holder == TALIBAN and part.start.year == 2021]
        right += bool(falls) and first <= falls[-1] <= last
    assert right / len(coded()) >= 0.9


def _place(row: dict[str, str]) -> Place:
    return Place(f"user:{row['capital']}", row["capital"], "settlement", float(row["lat"]), float(row["lon"]))


def _day(text: str) -> date:
    return date.fromisoformat(text[:10])


def _capital_at(row: dict[str, Any]) -> str | None:
    if not row.get("lat"):
        return None
    distances = {name: _km(place, row["lat"], row["lon"]) for name, (place, _, _) in capitals().items()}
    nearest = min(distances, key=lambda name: distances[name])
    return nearest if distances[nearest] <= TOWN_KM else None


def _km(place: Place, lat: float, lon: float) -> float:
    assert place.lat is not None
    assert place.lon is not None
    return math.hypot((place.lat - lat) * 111, (place.lon - lon) * 111 * math.cos(math.radians(lat)))


def _claim(name: str, report: dict[str, Any], row: dict[str, Any], place: Place) -> ResolvedClaim:
    unnamed = row.get("claimer") == "unnamed"
    return make_resolved(
        row["type"],
        id=name,
        published=_day(report["published"]),
        outlet=str(report.get("url") or report["id"]).split("/")[2:3][0]
        if report.get("url")
        else report["id"],
        start=_day(row["start"]) if row.get("start") else None,
        end=_day(row["end"]) if row.get("end") else None,
        actor=row.get("actor"),
        recipient=row.get("recipient"),
        place=place,
        precision=Precision(row.get("precision", "exact")),
        claimer=None if unnamed else row.get("claimer"),
        unnamed=unnamed,
        side=row.get("side"),
        relayed_by=row.get("relayed_by"),
        factuality=Factuality(row["factuality"]),
        unverified=bool(row.get("unverified")),
        quote=row["quote"],
        extractor="coded",
    )


def _tells_the_fall(claim: ResolvedClaim) -> bool:
    sure = claim.claim.factuality in (Factuality.CERTAIN, Factuality.PROBABLE)
    return sure and position_of(claim) == Position(HOLDS, TALIBAN)
