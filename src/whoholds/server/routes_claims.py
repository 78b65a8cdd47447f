"""The routes of what was said: claims, reports, events, contradictions."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

from fastapi import FastAPI, Query, Request
from starlette.responses import Response

from whoholds.exports import Filter
from whoholds.exports.csv_rows import CLAIM_COLUMNS, named
from whoholds.exports.plain import Row, claim_dict, event_dict
from whoholds.server import claims as told
from whoholds.server.desk import Desk, Sight
from whoholds.server.flat import CONFLICT_COLUMNS, conflict_points, position_rows
from whoholds.server.paging import Place
from whoholds.server.params import Clocks, Filters, Paged
from whoholds.server.replies import (
    Csv,
    GeoJson,
    PlainText,
    about,
    as_csv,
    as_geojson,
    as_json,
    as_text,
    kept_name,
    seq_of,
)
from whoholds.server.shapes.base import FeatureCollection
from whoholds.server.shapes.claims import Claims, Events, OneClaim, OneReport, Reports
from whoholds.server.shapes.reasons import Conflicts

Wanted = Annotated[Filters, Query()]
InPages = Annotated[Paged, Query()]
Clocked = Annotated[Clocks, Query()]


def claim_routes(api: FastAPI, desk: Desk) -> None:
    """Claims."""

    @api.get("/api/claims", response_model=Claims)
    @api.get("/api/claims.json", include_in_schema=False)
    def claims(request: Request, asked: InPages) -> Response:
        """The claims that are wanted, newest known first. `on`: none that tell of later days only."""
        with paged(desk, request, asked) as (sight, wanted, place):
            page = place.page(told.claims_wanted(sight, wanted), asked.limit)
            rows = [claim_dict(claim) for claim in page.rows]
            return as_json(about(sight, wanted) | page.about | {"claims": rows})

    @api.get("/api/claims.csv", response_class=Csv)
    def claims_csv(request: Request, asked: Wanted) -> Response:
        """All of them as a table."""
        with wanted_at(desk, request, asked) as (sight, wanted):
            head = about(sight, wanted)
            rows = [named(head) | claim_dict(claim) for claim in told.claims_wanted(sight, wanted)]
        return as_csv(CLAIM_COLUMNS, rows, kept_name("claims", head))

    @api.get("/api/claims.geojson", response_class=GeoJson, response_model=FeatureCollection)
    def claims_geojson(request: Request, asked: Wanted) -> Response:
        """All of them as points, each at its place."""
        with wanted_at(desk, request, asked) as (sight, wanted):
            rows = [claim_dict(claim) for claim in told.claims_wanted(sight, wanted)]
            return as_geojson(rows, about(sight, wanted), "id")

    @api.get("/api/claims/{claim}", response_model=OneClaim)
    @api.get("/api/claims/{claim}.json", include_in_schema=False)
    def claim(request: Request, claim: str, asked: Clocked) -> Response:
        """One claim (its id, or six letters of it or more) with the words around it and its judgements."""
        with desk.reading() as database:
            sight = desk.sight(database, **asked.clocks(seq_of(request)))
            row = told.one_claim(claim, sight)
            judged = sight.view.resolved.record.judgements
            rows = [told.judged_row(one, sight) for one in judged if one.judgement.claim == row["id"]]
            return as_json(about(sight) | {"claim": row, "judgements": rows})


def report_routes(api: FastAPI, desk: Desk) -> None:
    """Reports."""

    @api.get("/api/reports", response_model=Reports)
    @api.get("/api/reports.json", include_in_schema=False)
    def reports(request: Request, asked: InPages) -> Response:
        """The reports in which wanted claims stand, without their texts, newest known first.

        `on`: none that tell of later days only; those without a claim stay where no claim is asked for.
        """
        with paged(desk, request, asked) as (sight, wanted, place):
            page = place.page(told.reports_wanted(sight, wanted, asked.filter()), asked.limit)
            rows = [told.report_row(one, sight) for one in page.rows]
            return as_json(about(sight, wanted) | page.about | {"reports": rows})

    @api.get("/api/reports.csv", response_class=Csv)
    def reports_csv(request: Request, asked: Wanted) -> Response:
        """All of them as a table."""
        with wanted_at(desk, request, asked) as (sight, wanted):
            rows = [told.report_row(one, sight) for one in told.reports_wanted(sight, wanted, asked.filter())]
        return as_csv(told.REPORT_COLUMNS, rows, "reports")

    @api.get("/api/reports/{key}.txt", response_class=PlainText)
    def report_text(request: Request, key: str, asked: Clocked) -> Response:
        """The text of a report, as text."""
        with desk.reading() as database:
            sight = desk.sight(database, **asked.clocks(seq_of(request)))
            one = told.one_report(key, sight)
            return as_text(sight.hidden.words(one.report.text, key))

    @api.get("/api/reports/{key}", response_model=OneReport)
    @api.get("/api/reports/{key}.json", include_in_schema=False)
    def report(request: Request, key: str, asked: Clocked) -> Response:
        """One report (its key) with its text and its claims; withheld names are blacked out."""
        with desk.reading() as database:
            sight = desk.sight(database, **asked.clocks(seq_of(request)))
            one = told.one_report(key, sight)
            text = sight.hidden.words(one.report.text, key)
            row: Row = {"report": told.report_row(one, sight), "text": text}
            return as_json(about(sight) | row | {"claims": told.report_claims(key, sight)})


def event_routes(api: FastAPI, desk: Desk) -> None:
    """Events."""

    @api.get("/api/events", response_model=Events)
    @api.get("/api/events.json", include_in_schema=False)
    def events(request: Request, asked: InPages) -> Response:
        """The events that wanted claims tell of, the latest first."""
        with paged(desk, request, asked) as (sight, wanted, place):
            page = place.page(told.events_wanted(sight, wanted), asked.limit)
            rows = [event_dict(one.event, sight.hidden) for one in page.rows]
            return as_json(about(sight, wanted) | page.about | {"events": rows})

    @api.get("/api/events.csv", response_class=Csv)
    def events_csv(request: Request, asked: Wanted) -> Response:
        """All of them as a table, with the ids of their claims."""
        with wanted_at(desk, request, asked) as (sight, wanted):
            rows = [row | {"figures": told.figure_cells(row)} for row in _event_rows(sight, wanted)]
        return as_csv(told.EVENT_COLUMNS, rows, "events")

    @api.get("/api/events.geojson", response_class=GeoJson, response_model=FeatureCollection)
    def events_geojson(request: Request, asked: Wanted) -> Response:
        """All of them as points, with the ids of their claims."""
        with wanted_at(desk, request, asked) as (sight, wanted):
            return as_geojson(_event_rows(sight, wanted), about(sight, wanted), "id")


def conflict_routes(api: FastAPI, desk: Desk) -> None:
    """Contradictions."""

    @api.get("/api/conflicts", response_model=Conflicts)
    @api.get("/api/conflicts.json", include_in_schema=False)
    def conflicts(request: Request, asked: InPages) -> Response:
        """Claims that cannot all be true, side by side, each side by independent origin."""
        with paged(desk, request, asked) as (sight, wanted, place):
            page = place.page(told.conflict_rows(sight, wanted), asked.limit)
            return as_json(about(sight, wanted) | page.about | {"conflicts": list(page.rows)})

    @api.get("/api/conflicts.csv", response_class=Csv)
    def conflicts_csv(request: Request, asked: Wanted) -> Response:
        """All of them as a table: a row for each position, with the ids of its claims."""
        with wanted_at(desk, request, asked) as (sight, wanted):
            rows = list(position_rows(told.conflict_rows(sight, wanted), sight))
        return as_csv(CONFLICT_COLUMNS, rows, "conflicts")

    @api.get("/api/conflicts.geojson", response_class=GeoJson, response_model=FeatureCollection)
    def conflicts_geojson(request: Request, asked: Wanted) -> Response:
        """All of them as points, each at its place, with the ids of the claims."""
        with wanted_at(desk, request, asked) as (sight, wanted):
            rows = list(conflict_points(told.conflict_rows(sight, wanted), sight))
            return as_geojson(rows, about(sight, wanted), "id")


def _event_rows(sight: Sight, wanted: Filter) -> list[Row]:
    rows = []
    for one in told.events_wanted(sight, wanted):
        row = event_dict(one.event, sight.hidden)
        rows.append(row | {"claims": [claim["id"] for claim in row["claims"]]})
    return rows


@contextmanager
def wanted_at(desk: Desk, request: Request, asked: Filters) -> Iterator[tuple[Sight, Filter]]:
    """What is known, and which claims are wanted."""
    with desk.reading() as database:
        sight = desk.sight(database, **asked.clocks(seq_of(request)))
        yield sight, told.wanted_of(asked, sight)


@contextmanager
def paged(desk: Desk, request: Request, asked: Paged) -> Iterator[tuple[Sight, Filter, Place]]:
    """The same, and where the page begins: all pages are of the ledger sequence of the first one."""
    place = Place.of(request.url.path.removesuffix(".json"), asked, seq_of(request))
    with desk.reading() as database:
        sight = desk.sight(database, **asked.clocks(place.seq))
        yield sight, told.wanted_of(asked, sight), place
