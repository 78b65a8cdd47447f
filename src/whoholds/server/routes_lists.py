"""The routes of lists: parties, claimers, counts for filters, places found, differences."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import FastAPI, Query, Request
from starlette.responses import Response

from whoholds.exports import Filter
from whoholds.exports.plain import Row, moment_text
from whoholds.server import listed
from whoholds.server.claims import wanted_of
from whoholds.server.desk import Desk
from whoholds.server.differences import CHANGE_COLUMNS, diff_rows, flat
from whoholds.server.params import Clocks, DiffAsked, FacetsAsked, Filters, SearchAsked, some
from whoholds.server.replies import Csv, GeoJson, about, as_csv, as_geojson, as_json, seq_of
from whoholds.server.shapes.base import FeatureCollection
from whoholds.server.shapes.lists import Claimers, Diff, Facets, Parties, Search
from whoholds.server.states import meant
from whoholds.wording import BANNER

Wanted = Annotated[Filters, Query()]
Clocked = Annotated[Clocks, Query()]
Differing = Annotated[DiffAsked, Query()]


def list_routes(api: FastAPI, desk: Desk) -> None:
    """Parties, claimers."""

    @api.get("/api/parties", response_model=Parties)
    @api.get("/api/parties.json", include_in_schema=False)
    def parties(request: Request, asked: Wanted) -> Response:
        """The parties that wanted claims name, with colours and how many places they hold."""
        head, rows = _parties(desk, request, asked)
        return as_json(head | {"parties": rows})

    @api.get("/api/parties.csv", response_class=Csv)
    def parties_csv(request: Request, asked: Wanted) -> Response:
        """The same as a table."""
        return as_csv(listed.PARTY_COLUMNS, _parties(desk, request, asked)[1], "parties")

    @api.get("/api/claimers", response_model=Claimers)
    @api.get("/api/claimers.json", include_in_schema=False)
    def claimers(request: Request, asked: Clocked) -> Response:
        """How many claims of each claimer were borne out. `on`: only claims of that day or earlier."""
        head, rows = _claimers(desk, request, asked)
        return as_json(head | {"claimers": rows})

    @api.get("/api/claimers.csv", response_class=Csv)
    def claimers_csv(request: Request, asked: Clocked) -> Response:
        """The same as a table."""
        return as_csv(listed.CLAIMER_COLUMNS, _claimers(desk, request, asked)[1], "claimers")


def finding_routes(api: FastAPI, desk: Desk) -> None:
    """Counts for filters, places found."""

    @api.get("/api/facets", response_model=Facets)
    @api.get("/api/facets.json", include_in_schema=False)
    def facets(request: Request, asked: Annotated[FacetsAsked, Query()]) -> Response:
        """For each filter its values, with how many claims have them under the other filters."""
        with desk.reading() as database:
            sight = desk.sight(database, **asked.clocks(seq_of(request)))
            wanted = wanted_of(asked, sight)
            return as_json(about(sight, wanted) | listed.facets(sight, wanted, asked.limit))

    @api.get("/api/search", response_model=Search)
    @api.get("/api/search.json", include_in_schema=False)
    def search(request: Request, asked: Annotated[SearchAsked, Query()]) -> Response:
        """Places by name, while it is typed: those that claims are about first, with their states."""
        with desk.reading() as database:
            sight = desk.sight(database, **asked.clocks(seq_of(request)))
            rows = listed.places_found(sight, asked.q, asked.limit)
            return as_json(about(sight) | {"places": rows})


def diff_routes(api: FastAPI, desk: Desk) -> None:
    """Differences."""

    @api.get("/api/diff", response_model=Diff)
    @api.get("/api/diff.json", include_in_schema=False)
    def diff(request: Request, asked: Differing) -> Response:
        """The places whose status or holder differs between two days, each as known at its moment."""
        return as_json(_diff(desk, request, asked))

    @api.get("/api/diff.csv", response_class=Csv)
    def diff_csv(request: Request, asked: Differing) -> Response:
        """The same as a table."""
        told = _diff(desk, request, asked)
        return as_csv(CHANGE_COLUMNS, flat(told["changes"], told["before"], told["after"]), "changes")

    @api.get("/api/diff.geojson", response_class=GeoJson, response_model=FeatureCollection)
    def diff_geojson(request: Request, asked: Differing) -> Response:
        """The same as points."""
        told = _diff(desk, request, asked)
        return as_geojson(told.pop("changes"), told, "place_id")


def _parties(desk: Desk, request: Request, asked: Filters) -> tuple[Row, list[Row]]:
    with desk.reading() as database:
        sight = desk.sight(database, **asked.clocks(seq_of(request)))
        wanted = wanted_of(asked, sight)
        order = database.party_order(recorded=sight.view.known.recorded)
        return about(sight, wanted), listed.party_rows(sight, wanted, order)


def _claimers(desk: Desk, request: Request, asked: Clocks) -> tuple[Row, list[Row]]:
    with desk.reading() as database:
        clocks = asked.clocks(seq_of(request))
        sight = desk.sight(database, **clocks)
        return about(sight), listed.claimer_rows(database.claimers(**clocks))


def _diff(desk: Desk, request: Request, asked: DiffAsked) -> Row:
    known = asked.known(seq_of(request))
    with desk.reading() as database:

        def seen(on: str, as_of: str | None) -> Any:
            clocks = {**known, "as_of": as_of or known["as_of"]}
            return desk.sight(database, on=on, **clocks, profile=asked.profile)

        one, other = seen(asked.from_, asked.from_as_of), seen(asked.to, asked.to_as_of)
        wanted = meant(other, Filter(some(asked.place), some(asked.party), country=some(asked.country)))
        return {
            "before": {"on": one.day.isoformat(), "as_of": moment_text(one.view.known.as_of)},
            "after": {"on": other.day.isoformat(), "as_of": moment_text(other.view.known.as_of)},
            "recorded": other.view.known.recorded,
            "method": other.view.method,
            "filters": wanted.asked,
            "note": BANNER,
            "changes": diff_rows(one, other, wanted),
        }
