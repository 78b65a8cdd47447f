"""GeoJSON (RFC 7946): points of places with their states, or of claims. WGS84, longitude first."""

from __future__ import annotations

import json
from typing import Any

from whoholds.exports.credits import CREDITS
from whoholds.exports.plain import Row
from whoholds.exports.selection import Selection


def states_geojson(selection: Selection) -> str:
    """The states of places on a day; a place without a position has a null geometry."""
    return _collection([_feature(row["place_id"], row) for row in selection.state_rows()], selection)


def claims_geojson(selection: Selection) -> str:
    """The claims, each at its place."""
    return _collection([_feature(row["id"], row) for row in selection.claim_rows()], selection)


def _feature(name: str | None, row: Row) -> Row:
    properties = {key: value for key, value in row.items() if key not in ("lat", "lon")}
    lat, lon = row["lat"], row["lon"]
    point = (
        None
        if lat is None or lon is None
        else {"type": "Point", "coordinates": [round(lon, 6), round(lat, 6)]}
    )
    return {"type": "Feature", "id": name, "geometry": point, "properties": properties}


def _collection(features: list[Row], selection: Selection) -> str:
    whole: dict[str, Any] = {
        "type": "FeatureCollection",
        **selection.about(),
        "licence": CREDITS,
        "features": features,
    }
    return json.dumps(whole, ensure_ascii=False, allow_nan=False, indent=1) + "\n"
