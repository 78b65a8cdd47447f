"""Places of the user's own, from a file: CSV, GeoJSON points, or a GeoNames country file (such as AF.txt)."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

from whoholds.errors import InputError
from whoholds.gazetteer.geonames import COLUMNS, read_geonames
from whoholds.gazetteer.user_rows import Reading, add_row
from whoholds.model import Place


def read_places(path: Path) -> tuple[list[Place], dict[str, tuple[str, ...]]]:
    """Read places and their further names (by place id), to be given to `Gazetteer.with_places`.

    The format is told by the content: a GeoJSON FeatureCollection of points (property `name`), a GeoNames
    country file (19 columns, tab-separated), or CSV with a header: `name`, `lat`, `lon` and, where known,
    `kind`, `alternatives` (separated by ;), `country` (a name, or two letters), `part_of` (an id),
    `population`. Raises InputError when the file cannot be read, or with the line of every row that is wrong,
    ten at most: the file is taken whole, or not at all.
    """
    reading = read_places_counting(path)
    return reading.places, reading.names


def read_places_counting(path: Path) -> Reading:
    """The same, with the count of GeoNames rows that were skipped because they are no places to report on."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(f"{path} could not be opened ({error.strerror}); give a file of places.") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not UTF-8 (byte {error.start}); save it as UTF-8.") from error
    first = next((line for line in text.splitlines() if line.strip()), "")
    if text.lstrip().startswith("{"):
        reading = _from_geojson(path, text)
    elif first.count("\t") == COLUMNS - 1:
        reading = read_geonames(path, text)
    else:
        reading = _from_csv(path, text)
    if reading.wrong:
        raise InputError.of_whole_file(reading.wrong)
    if not reading.places:
        raise InputError(f"{path} holds no place; give CSV, GeoJSON points or a GeoNames country file.")
    return reading


def _from_csv(path: Path, text: str) -> Reading:
    lines = text.splitlines(keepends=True)
    delimiter = max(",;\t", key=lines[0].count) if lines else ","
    rows = csv.DictReader(lines, delimiter=delimiter)
    header = [(name or "").strip().lower() for name in rows.fieldnames or ()]
    missing = [name for name in ("name", "lat", "lon") if name not in header]
    if missing:
        raise InputError(
            f"{path}, line 1: no column {', '.join(missing)}; the header must have name, lat, lon."
        )
    rows.fieldnames = header
    reading = Reading()
    try:
        for row in rows:
            given = {key: value for key, value in row.items() if isinstance(value, str)}
            with reading.row():
                add_row(reading, given, f"{path}, line {rows.line_num}")
    except csv.Error as error:
        raise InputError(
            f"{path} is not CSV after line {rows.line_num} ({error}); check its quotation marks."
        ) from error
    return reading


def _from_geojson(path: Path, text: str) -> Reading:
    try:
        features = json.loads(text)["features"]
    except json.JSONDecodeError as error:
        raise InputError(
            f"{path}, line {error.lineno}: not valid JSON ({error.msg}); mend it there."
        ) from error
    except KeyError:
        features = None
    if not isinstance(features, list):
        raise InputError(f"{path} is JSON, but no GeoJSON FeatureCollection; it needs a list of `features`.")
    reading = Reading()
    for number, feature in enumerate(features, 1):
        with reading.row():
            _add_feature(reading, feature, f"{path}, feature {number}")
    return reading


def _add_feature(reading: Reading, feature: Any, where: str) -> None:
    shape, properties = _object(feature, "geometry"), _object(feature, "properties")
    position = shape.get("coordinates")
    if shape.get("type") != "Point" or not isinstance(position, list) or len(position) < 2:
        raise InputError(
            f"{where}: a {shape.get('type')} is not a Point with longitude and latitude; give one."
        )
    lon, lat = position[:2]
    facts = {key: _as_text(value) for key, value in properties.items() if value is not None}
    add_row(reading, {**facts, "lat": str(lat), "lon": str(lon)}, where)


def _object(feature: Any, key: str) -> dict[str, Any]:
    found = feature.get(key) if isinstance(feature, dict) else None
    return found if isinstance(found, dict) else {}


def _as_text(value: Any) -> str:
    return ";".join(map(str, value)) if isinstance(value, list) else str(value)
