"""Answers in their forms: JSON, CSV, GeoJSON, each saying what names it and which filters it obeyed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from fastapi import Request
from starlette.responses import JSONResponse, Response

from whoholds.exports import Filter
from whoholds.exports.credits import CREDITS
from whoholds.exports.csv_rows import table
from whoholds.exports.plain import Row, moment_text
from whoholds.server.desk import Sight, Stamp
from whoholds.wording import note_words

JSON, CSV, GEOJSON = "application/json", "text/csv; charset=utf-8", "application/geo+json"
TEXT = "text/plain; charset=utf-8"
SVG, PNG, WEBP = "image/svg+xml", "image/png", "image/webp"
ATOM, FEED, NDJSON = "application/atom+xml", "application/feed+json", "application/x-ndjson"


class Csv(Response):
    """A table."""

    media_type = "text/csv"


class GeoJson(JSONResponse):
    """Points (RFC 7946)."""

    media_type = GEOJSON


class PlainText(Response):
    """Words."""

    media_type = "text/plain"


class Markdown(Response):
    """A brief."""

    media_type = "text/markdown"


class Html(Response):
    """A page in one file."""

    media_type = "text/html"


class Svg(Response):
    """A drawing."""

    media_type = SVG


class Png(Response):
    """A picture in pixels."""

    media_type = PNG


class WebP(Response):
    """An animation."""

    media_type = WEBP


class Atom(Response):
    """A feed (RFC 4287)."""

    media_type = ATOM


class JsonFeed(JSONResponse):
    """A feed (JSON Feed 1.1)."""

    media_type = FEED


class NdJson(JSONResponse):
    """One JSON object a line."""

    media_type = NDJSON


def seq_of(request: Request) -> int:
    """The newest ledger sequence when the request came."""
    stamp: Stamp = request.scope["state"]["stamp"]
    return stamp.seq


def about(sight: Sight, wanted: Filter | None = None) -> Row:
    """What names an answer, what was asked for, and what it is not."""
    return {
        "on": sight.day.isoformat(),
        "as_of": moment_text(sight.view.known.as_of),
        "recorded": sight.view.known.recorded,
        "method": sight.view.method,
        "filters": (wanted or Filter()).asked,
        "note": note_words(sight.day, sight.view.known.as_of),
    }


def as_bytes(value: object) -> bytes:
    """JSON in UTF-8; half characters become "?"."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.encode("utf-8", "replace")


def as_json(value: object, status: int = 200) -> Response:
    """One JSON value."""
    return Response(as_bytes(value), status, media_type=JSON)


def as_csv(columns: Sequence[str], rows: Iterable[Row], name: str) -> Response:
    """A table to be kept as a file: one row a line."""
    text = table(columns, rows)
    return Response(text.encode("utf-8", "replace"), headers=_kept_as(f"{name}.csv"), media_type=CSV)


def as_geojson(rows: Iterable[Row], head: Row, key: str) -> Response:
    """Points (RFC 7946); a row without a position has a null geometry."""
    whole: dict[str, Any] = {"type": "FeatureCollection", **head, "licence": CREDITS}
    whole["features"] = [_feature(row, key) for row in rows]
    return Response(as_bytes(whole), media_type=GEOJSON)


def as_text(words: str, media: str = TEXT, name: str | None = None) -> Response:
    """Words as they are; with a name, to be kept as a file."""
    headers = _kept_as(name) if name is not None else None
    return Response(words.encode("utf-8", "replace"), headers=headers, media_type=media)


def as_picture(made: bytes, media: str, name: str) -> Response:
    """A picture, shown where it is asked for and kept under a name."""
    return Response(made, headers={"content-disposition": f'inline; filename="{name}"'}, media_type=media)


def kept_name(what: str, head: Row) -> str:
    """The name of a file, without its suffix, that says the day, the knowledge and the ledger sequence."""
    known = str(head["as_of"] or "all")[:10]
    return f"{what}_on-{head['on']}_as-known-{known}_ledger-{head['recorded']}"


def _kept_as(name: str) -> dict[str, str]:
    return {"content-disposition": f'attachment; filename="{name}"'}


def _feature(row: Row, key: str) -> Row:
    lat, lon = row["lat"], row["lon"]
    point = None
    if lat is not None and lon is not None:
        point = {"type": "Point", "coordinates": [round(lon, 6), round(lat, 6)]}
    properties = {name: value for name, value in row.items() if name not in ("lat", "lon")}
    return {"type": "Feature", "id": row[key], "geometry": point, "properties": properties}
