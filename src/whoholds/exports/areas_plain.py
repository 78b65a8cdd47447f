"""Areas as plain values, CSV and GeoJSON: always labelled as interpolated, each cell with its places."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from whoholds.areas import LABEL, Areas, Cell, Extent, extents_of, merged, outline_of
from whoholds.areas.totals import speaking
from whoholds.exports.csv_rows import table
from whoholds.exports.plain import Row, moment_text
from whoholds.wording import known_words

NOT_REPORTED = (
    "Interpolated from places, not reported: no line is a front line, none a statement on a border."
)
NOTE = (
    f"{NOT_REPORTED} What lies beyond the reach of every place is not counted. "
    "Reasons for each place: whoholds why ID."
)
EXTENT_COLUMNS = (
    "status", "party", "low_km2", "high_km2", "cells", "places", "label",
    "on", "as_of", "recorded", "method", "resolution",
)  # fmt: skip
CELL_COLUMNS = (
    "cell", "lat", "lon", "km2", "country", "status", "party", "solid", "probability", "agreement", "reason",
    "places", "label", "on", "as_of", "recorded", "method", "resolution",
)  # fmt: skip


def label_words(areas: Areas) -> str:
    """ "interpolated from 13 places": stands beside every figure."""
    count = len(speaking(areas))
    return f"{LABEL} from {count:,} place{'' if count == 1 else 's'}"


def clock_words(areas: Areas, *, partial: bool = False) -> str:
    """ "on 9 August 2021, as known on 9 August 2021". `partial`: the record has entries that do not count."""
    return known_words(areas.on, areas.as_of, areas.recorded if partial else None)


def range_words(extent: Extent) -> str:
    """ "850 to 15,700 km²", to two or three digits: more would feign what nobody knows."""
    low, high = _rounded(extent.low), _rounded(extent.high)
    return f"{low:,} km²" if low == high else f"{low:,} to {high:,} km²"


def _rounded(km2: float) -> int:
    return int(round(km2, 0 if km2 < 100 else -1 if km2 < 10_000 else -2))


def areas_dict(areas: Areas, *, cells: bool = False) -> Row:
    """What the cells add up to, by party and by status, and what names the answer; `cells`: each too."""
    row = _about(areas) | {
        "places": len(speaking(areas)),
        "extents": [extent_dict(one) for one in extents_of(areas)],
        "by_status": [extent_dict(one) for one in extents_of(areas, by_status=True)],
        "left_out": [{"place": one.name, "place_id": one.place, "why": one.why} for one in areas.left_out],
    }
    return row | {"cells": [cell_dict(cell, areas) for cell in areas.cells]} if cells else row


def extent_dict(extent: Extent) -> Row:
    """One area; km² to a tenth."""
    return {
        "status": extent.status,
        "party": extent.party,
        "low_km2": round(extent.low, 1),
        "high_km2": round(extent.high, 1),
        "cells": extent.cells,
        "places": extent.places,
        "label": extent.label,
    }


def cell_dict(cell: Cell, areas: Areas) -> Row:
    """One cell with the places that speak for it."""
    return {
        "cell": cell.id,
        "lat": round(cell.lat, 5),
        "lon": round(cell.lon, 5),
        "km2": round(cell.km2, 3),
        "country": cell.country,
        "status": cell.status,
        "party": cell.party,
        "solid": cell.solid,
        "probability": None if cell.probability is None else round(cell.probability, 4),
        "agreement": cell.agreement,
        "reason": cell.reason,
        "places": [
            {
                "place": areas.names.get(one.place),
                "place_id": one.place,
                "km": round(one.km, 2),
                "weight": round(one.weight, 4),
            }
            for one in cell.shares
        ],
        "label": LABEL,
    }


def areas_csv(areas: Areas, *, cells: bool = False) -> str:
    """A row for each party and status, or for each cell."""
    about = _about(areas)
    if not cells:
        extents = extents_of(areas, by_status=True)
        return table(EXTENT_COLUMNS, (about | extent_dict(one) for one in extents))
    return table(CELL_COLUMNS, (about | _flat(cell_dict(cell, areas)) for cell in areas.cells))


def _flat(row: Row) -> Row:
    told = [f"{one['place_id']} {one['km']} km {one['weight']}" for one in row["places"]]
    return row | {"places": told}


def areas_geojson(areas: Areas, *, cells: bool = False) -> str:
    """A feature for each status and party, solid and fading apart, or for each cell (RFC 7946, WGS84)."""
    features = [_cell_feature(cell, areas) for cell in areas.cells] if cells else _merged(areas)
    whole: dict[str, Any] = {"type": "FeatureCollection", **_about(areas), "features": features}
    return json.dumps(whole, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def alike(cells: Iterable[Cell]) -> dict[tuple[str, str | None, bool], list[Cell]]:
    """The cells by status, party, and whether they are solid, in that order."""
    found: dict[tuple[str, str | None, bool], list[Cell]] = {}
    for cell in cells:
        found.setdefault((cell.status, cell.party, cell.solid), []).append(cell)
    return dict(sorted(found.items(), key=lambda one: (one[0][0], one[0][1] or "", not one[0][2])))


def _merged(areas: Areas) -> list[Row]:
    features = []
    for (status, party, solid), cells in alike(areas.cells).items():
        places = sorted({share.place for cell in cells for share in cell.shares})
        properties = {
            "status": status,
            "party": party,
            "solid": solid,
            "km2": round(sum(cell.km2 for cell in cells), 1),
            "cells": len(cells),
            "places": [{"place": areas.names.get(one), "place_id": one} for one in places],
            "label": LABEL,
        }
        shape = merged(cell.id for cell in cells)
        features.append({"type": "Feature", "geometry": shape, "properties": properties})
    return features


def _cell_feature(cell: Cell, areas: Areas) -> Row:
    return {
        "type": "Feature",
        "id": cell.id,
        "geometry": outline_of(cell.id),
        "properties": cell_dict(cell, areas),
    }


def _about(areas: Areas) -> Row:
    return {
        "on": areas.on.isoformat(),
        "as_of": moment_text(areas.as_of),
        "recorded": areas.recorded,
        "method": areas.method,
        "resolution": areas.resolution,
        "label": label_words(areas),
        "note": NOTE,
    }
