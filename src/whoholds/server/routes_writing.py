"""The routes that write, only with the token: judgements, and reports that were dropped on the page."""

from __future__ import annotations

from typing import Annotated

from fastapi import FastAPI, File, Form, Query, Request, UploadFile
from pydantic import Field
from starlette.responses import Response

from whoholds.exports.plain import Row
from whoholds.kinds import Verdict
from whoholds.server.claims import judged_row, one_claim, signed_row
from whoholds.server.desk import Desk, Sight
from whoholds.server.flat import JUDGEMENT_COLUMNS, judgement_cells, judgement_points
from whoholds.server.guard import PERMITTED, SIGNED
from whoholds.server.lines import Lines
from whoholds.server.params import MOMENT, WORDS, Clocks, Nothing, Words
from whoholds.server.replies import Csv, GeoJson, NdJson, about, as_csv, as_geojson, as_json, seq_of
from whoholds.server.shapes.base import FeatureCollection, Shape
from whoholds.server.shapes.claims import Amended, Judged, Judgements, Signed
from whoholds.server.shapes.lists import Outcome, Permitted
from whoholds.server.writing import Dropped, checked, refusal, taking_in


class JudgementGiven(Shape):
    """A verdict on a claim (its id or the beginning of it): accept, reject, amend, undo, reset."""

    claim: Annotated[str, Field(min_length=6, max_length=64)]
    verdict: Verdict
    reason: Annotated[str, Field(min_length=1, max_length=2000, pattern=r"[^\s\x00-\x1f]")]
    by: Words | None = None
    amended: Amended | None = None


def judgement_routes(api: FastAPI, desk: Desk) -> None:
    """What was judged, without and with who judged."""

    @api.get("/api/judgements", response_model=Judgements)
    @api.get("/api/judgements.json", include_in_schema=False)
    def judgements(request: Request, asked: Annotated[Clocks, Query()]) -> Response:
        """What was judged, oldest first."""
        with desk.reading() as database:
            sight = desk.sight(database, **asked.clocks(seq_of(request)))
            return as_json(about(sight) | {"judgements": _judged(sight)})

    @api.get("/api/judgements.csv", response_class=Csv)
    def judgements_csv(request: Request, asked: Annotated[Clocks, Query()]) -> Response:
        """The same as a table."""
        with desk.reading() as database:
            sight = desk.sight(database, **asked.clocks(seq_of(request)))
            rows = list(judgement_cells(_judged(sight), sight))
        return as_csv(JUDGEMENT_COLUMNS, rows, "judgements")

    @api.get("/api/judgements.geojson", response_class=GeoJson, response_model=FeatureCollection)
    def judgements_geojson(request: Request, asked: Annotated[Clocks, Query()]) -> Response:
        """The same as points, each at the place of its claim."""
        with desk.reading() as database:
            sight = desk.sight(database, **asked.clocks(seq_of(request)))
            rows = list(judgement_points(_judged(sight), sight))
            return as_geojson(rows, about(sight), "id")

    @api.get(SIGNED, response_model=Signed)
    def signed(request: Request, asked: Annotated[Clocks, Query()]) -> Response:
        """The same with who judged; only with the token, and kept nowhere."""
        with desk.reading() as database:
            sight = desk.sight(database, **asked.clocks(seq_of(request)))
            rows = [signed_row(one, sight) for one in sight.view.resolved.record.judgements]
        answer = as_json(about(sight) | {"judgements": rows})
        answer.headers["cache-control"] = "no-store"
        return answer


def _judged(sight: Sight) -> list[Row]:
    return [judged_row(one, sight) for one in sight.view.resolved.record.judgements]


def writing_routes(api: FastAPI, desk: Desk) -> None:
    """Who may write; judgements, uploads."""

    @api.get(PERMITTED, response_model=Permitted)
    def permitted(request: Request, asked: Annotated[Nothing, Query()]) -> Response:
        """Whether the token that is sent is the one with which writing is permitted: yes or no, never 401."""
        refused = refusal(desk.settings, dict(request.scope["headers"]))
        told = {"writing": desk.settings.token is not None, "permitted": refused is None}
        answer = as_json(told)
        answer.headers["cache-control"] = "no-store"
        return answer

    @api.post("/api/judgements", response_model=Judged)
    def judge(given: JudgementGiven) -> Response:
        """Judge a claim. `undo` takes back the last judgement, `reset` all; `amended` goes with amend."""
        amended = checked(given.verdict, given.amended)
        with desk.writing() as database:
            new = database.judge(
                given.claim, given.verdict, reason=given.reason, by=given.by, amended=amended
            )
            seq = database.store.seq
        with desk.reading() as database:
            row = one_claim(given.claim, desk.sight(database, recorded=seq))
        return as_json({"recorded": new, "seq": seq, "claim": row})

    @api.post("/api/reports", response_class=NdJson, response_model=Outcome)
    def add(
        files: Annotated[list[UploadFile], File(min_length=1, max_length=1000)],
        outlet: Annotated[str, Form(max_length=WORDS)] = "",
        published: Annotated[str, Form(pattern=f"^(?:{MOMENT})?$")] = "",
    ) -> Response:
        """Take in reports (text, Markdown, JSON Lines): a line for each that is on disk, then the numbers.

        `outlet` and `published` stand where a report does not say them. The same again changes nothing.
        """
        dropped = [Dropped(one.filename or "", one.file) for one in files]
        return Lines(taking_in(desk, dropped, outlet or None, published or None))
