"""The routes of states: all places, and one place."""

from __future__ import annotations

from typing import Annotated

from fastapi import FastAPI, Query, Request
from starlette.responses import Response

from whoholds.database.lookup import find_place
from whoholds.exports.csv_rows import CLAIM_COLUMNS, STATE_COLUMNS, cells_of_ids, named
from whoholds.server.desk import Desk
from whoholds.server.params import ControlAsked, Profiled
from whoholds.server.places import dossier_row
from whoholds.server.replies import Csv, GeoJson, about, as_csv, as_geojson, as_json, kept_name, seq_of
from whoholds.server.shapes.base import FeatureCollection
from whoholds.server.shapes.states import Control, Dossier
from whoholds.server.states import meant, state_row, state_rows

Asked = Annotated[ControlAsked, Query()]


def control_routes(api: FastAPI, desk: Desk) -> None:
    """Who holds which place."""

    @api.get("/api/control", response_model=Control)
    @api.get("/api/control.json", include_in_schema=False)
    def control(request: Request, asked: Asked) -> Response:
        """Who holds which place on a day, as known at a moment: all places that wanted claims are about."""
        head, rows = _told(desk, request, asked)
        return as_json({**head, "places": rows})

    @api.get("/api/control.csv", response_class=Csv)
    def control_csv(request: Request, asked: Asked) -> Response:
        """The same as a table."""
        head, rows = _told(desk, request, asked)
        cells = (named(head) | row | cells_of_ids(row) for row in rows)
        return as_csv(STATE_COLUMNS, cells, kept_name("states", head))

    @api.get("/api/control.geojson", response_class=GeoJson, response_model=FeatureCollection)
    def control_geojson(request: Request, asked: Asked) -> Response:
        """The same as points."""
        head, rows = _told(desk, request, asked)
        return as_geojson(rows, head, "place_id")


def place_routes(api: FastAPI, desk: Desk) -> None:
    """One place. The forms with an ending come first: a name may be anything."""

    @api.get("/api/places/{place:path}.csv", response_class=Csv)
    def place_csv(request: Request, place: str, asked: Annotated[Profiled, Query()]) -> Response:
        """What was said of one place as a table: a row for each claim, newest known first."""
        with desk.reading() as database:
            sight = desk.sight(database, **asked.clocks(seq_of(request)), profile=asked.profile)
            head, found = about(sight), dossier_row(place, sight)
        rows = (named(head) | claim for claim in found["claims"])
        return as_csv(CLAIM_COLUMNS, rows, kept_name("place", head))

    @api.get("/api/places/{place:path}.geojson", response_class=GeoJson, response_model=FeatureCollection)
    def place_geojson(request: Request, place: str, asked: Annotated[Profiled, Query()]) -> Response:
        """One place as a point with its state."""
        with desk.reading() as database:
            sight = desk.sight(database, **asked.clocks(seq_of(request)), profile=asked.profile)
            found = find_place(place, sight.view.gazetteer, sight.view.known).place
            return as_geojson([state_row(sight.view.answer(found, sight.day))], about(sight), "place_id")

    @api.get("/api/places/{place:path}", response_model=Dossier)
    @api.get("/api/places/{place:path}.json", include_in_schema=False)
    def place(request: Request, place: str, asked: Annotated[Profiled, Query()]) -> Response:
        """All that is known of one place (a name in any spelling, or an id)."""
        with desk.reading() as database:
            sight = desk.sight(database, **asked.clocks(seq_of(request)), profile=asked.profile)
            return as_json(about(sight) | dossier_row(place, sight))


def _told(
    desk: Desk, request: Request, asked: ControlAsked
) -> tuple[dict[str, object], list[dict[str, object]]]:
    with desk.reading() as database:
        sight = desk.sight(database, **asked.clocks(seq_of(request)), profile=asked.profile)
        wanted = meant(sight, asked.filter())
        return about(sight, wanted), state_rows(sight, wanted, parts=asked.parts)
