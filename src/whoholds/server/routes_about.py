"""The routes of the server itself: whether it is well, and the files of the page."""

from __future__ import annotations

import mimetypes
from pathlib import Path
from typing import Annotated

from fastapi import FastAPI, Query, Request
from starlette.responses import Response

from whoholds.exports.raster import has_pixels
from whoholds.server.desk import Desk, Stamp
from whoholds.server.params import Nothing
from whoholds.server.problems import NO_SUCH, ProblemError
from whoholds.server.replies import PlainText, as_json, as_text
from whoholds.server.shapes.lists import Health
from whoholds.store.opened import code_version

UNBUILT = (
    "The page is not in this installation (server/static/index.html is missing). Install whoholds again, or "
    "run `npm ci && npm run build` in web/. The data is answered all the same: see /openapi.json."
)
Unasked = Annotated[Nothing, Query()]
HASHED = "assets/"  # files whose name changes with their content


def about_routes(api: FastAPI, desk: Desk) -> None:
    """Health, page, files."""

    @api.get("/healthz", response_class=PlainText)
    def healthz(asked: Unasked) -> Response:
        """ "ok" while the record can be read."""
        desk.stamp()
        return as_text("ok\n")

    @api.get("/api/health", response_model=Health)
    @api.get("/api/health.json", include_in_schema=False)
    def health(request: Request, asked: Unasked) -> Response:
        """Which version answers, from which state of the record."""
        return as_json(_health(desk, request.scope["state"]["stamp"]))

    @api.get("/", include_in_schema=False)
    @api.get("/embed", include_in_schema=False)
    def page() -> Response:
        """The page."""
        return _file(desk.settings.static, "index.html", UNBUILT, 503)

    @api.get("/{path:path}", include_in_schema=False)
    def file(path: str) -> Response:
        """A file of the page."""
        return _file(desk.settings.static, path, NO_SUCH, 404)


def _health(desk: Desk, stamp: Stamp) -> dict[str, object]:
    with desk.reading() as database:
        view = database.view(recorded=stamp.seq)
        record = view.resolved.record
        return {
            "version": code_version(),
            "seq": stamp.seq,
            "method": view.method,
            "reports": len(record.reports),
            "claims": len(view.by_id),
            "places": len(view.places),
            "judgements": len(record.judgements),
            "last_day": view.last_day.isoformat(),
            "pictures": has_pixels(),
            "writing": desk.settings.token is not None,
            "most_uploaded": desk.settings.most_uploaded,
        }


def _file(folder: Path, name: str, missing: str, status: int) -> Response:
    path = (folder / name.replace("\0", "")).resolve()
    if "\0" in name or not path.is_relative_to(folder.resolve()) or not path.is_file():
        raise ProblemError(status, missing)
    media = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    kept = "public, max-age=31536000, immutable" if name.startswith(HASHED) else "no-cache"
    return Response(path.read_bytes(), headers={"cache-control": kept}, media_type=media)
