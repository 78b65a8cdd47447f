"""Places of the user's own, from a file: CSV, GeoJSON points, or a GeoNames country file (such as AF.txt)."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from whoholds.errors import InputError
from whoholds.gazetteer.fold import fold
from whoholds.model import Place

KINDS = frozenset({"settlement", "facility", "district", "province", "country"})
_GEONAMES_COLUMNS = 19
_FACILITY_CODES = frozenset(
    [
        "AIRB",
        "AIRF",
        "AIRP",
        "AIRH",
        "BDG",
        "BRKS",
        "CMPRF",
        "CSTM",
        "DAM",
        "FCL",
        "FT",
        "GATE",
        "HSP",
        "INSM",
        "MFG",
        "MILB",
        "MN",
        "NVB",
        "OILR",
        "OILT",
        "PP",
        "PRN",
        "PRT",
        "PS",
        "PSN",
        "PSH",
        "PSTB",
        "RSTN",
        "TNL",
    ]
)  # airports, bases, bridges, camps, border posts, dams, hospitals, works, ports, power and railway stations


@dataclass(slots=True)
class Reading:
    """What was read: places, further names by place id, and by code how many GeoNames rows were skipped."""

    places: list[Place] = field(default_factory=list)
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)
    skipped: dict[str, int] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)


def read_places(path: Path) -> tuple[list[Place], dict[str, tuple[str, ...]]]:
    """Read places and their further names (by place id), to be given to `Gazetteer.with_places`.

    The format is told by the content: a GeoJSON FeatureCollection of points (property `name`), a GeoNames
    country file (19 columns, tab-separated), or CSV with a header: `name`, `lat`, `lon` and, where known,
    `kind`, `alternatives` (separated by ;), `country` (two letters), `part_of` (an id), `population`.
    Raises InputError, with the line, when the file or a row cannot be read.
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
    elif first.count("\t") == _GEONAMES_COLUMNS - 1:
        reading = _from_geonames(path, text)
    else:
        reading = _from_csv(path, text)
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
    for row in rows:
        _add(
            reading,
            {key: value for key, value in row.items() if isinstance(value, str)},
            f"{path}, line {rows.line_num}",
        )
    return reading


def _from_geojson(path: Path, text: str) -> Reading:
    try:
        features = json.loads(text)["features"]
    except json.JSONDecodeError as error:
        raise InputError(
            f"{path}, line {error.lineno}: not valid JSON ({error.msg}); mend it there."
        ) from error
    except KeyError as error:
        raise InputError(f"{path} is JSON, but no GeoJSON FeatureCollection; it needs `features`.") from error
    reading = Reading()
    for number, feature in enumerate(features, 1):
        where = f"{path}, feature {number}"
        shape = feature.get("geometry") or {}
        position: list[Any] = shape.get("coordinates") or []
        if shape.get("type") != "Point" or len(position) < 2:
            raise InputError(
                f"{where}: a {shape.get('type')} is not a Point with longitude and latitude; give one."
            )
        lon, lat = position[:2]
        facts = {
            key: _as_text(value)
            for key, value in (feature.get("properties") or {}).items()
            if value is not None
        }
        _add(reading, {**facts, "lat": str(lat), "lon": str(lon)}, where)
    return reading


def _as_text(value: Any) -> str:
    return ";".join(map(str, value)) if isinstance(value, list) else str(value)


def _add(reading: Reading, row: Mapping[str, str], where: str) -> None:
    """Check one row of CSV or one feature, and note its place and names."""
    given = {key: value.strip() for key, value in row.items()}
    name, kind = given.get("name", ""), given.get("kind", "").lower() or "settlement"
    if not fold(name):
        raise InputError(f"{where}: the place has no name; give one, or delete the row.")
    if kind not in KINDS:
        raise InputError(f"{where}: the kind {kind!r} is unknown; use one of {', '.join(sorted(KINDS))}.")
    country = given.get("country", "").upper()
    if country and not (len(country) == 2 and country.isascii() and country.isalpha()):
        raise InputError(
            f"{where}: the country {country!r} is not a code of two letters (ISO 3166), such as AF."
        )
    place = Place(
        id=_free_id(reading, given.get("id") or name),
        name=name,
        kind=kind,
        lat=_degrees(given.get("lat", ""), 90, f"{where}: lat"),
        lon=_degrees(given.get("lon", ""), 180, f"{where}: lon"),
        country=country or None,
        part_of=given.get("part_of") or None,
        population=_people(given.get("population", ""), where),
    )
    reading.places.append(place)
    further = [one.strip() for one in given.get("alternatives", "").split(";") if one.strip()]
    if further:
        reading.names[place.id] = tuple(further)


def _free_id(reading: Reading, words: str) -> str:
    """The id "user:" and the folded words; a second place so named gets "-2"."""
    slug = free = "user:" + fold(words.removeprefix("user:")).replace(" ", "-")
    number = 1
    while free in reading.ids:
        number += 1
        free = f"{slug}-{number}"
    reading.ids.add(free)
    return free


def _degrees(text: str, most: int, where: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if not -most <= value <= most:
        raise InputError(f"{where} is {text!r}; give degrees between -{most} and {most}, such as 36.73.")
    return value


def _people(text: str, where: str) -> int:
    if text and not (text.isascii() and text.isdigit()):
        raise InputError(
            f"{where}: the population {text!r} is not a whole number; leave it empty if unknown."
        )
    return int(text or 0)


def _from_geonames(path: Path, text: str) -> Reading:
    """Columns as in GeoNames' readme.txt: number, name, ascii name, alternatives, latitude, longitude, …"""
    reading = Reading()
    for number, columns in _rows(path, text):
        where = f"{path}, line {number}"
        kind = _kind_of(columns[6], columns[7])
        if kind is None:
            reading.skipped[columns[7]] = reading.skipped.get(columns[7], 0) + 1
            continue
        if not columns[0].isdigit() or not fold(columns[1]):
            raise InputError(f"{where}: no GeoNames number or no name; download the country file again.")
        place = Place(
            id=f"gn:{columns[0]}",
            name=columns[1],
            kind=kind,
            lat=_degrees(columns[4], 90, f"{where}: latitude"),
            lon=_degrees(columns[5], 180, f"{where}: longitude"),
            country=columns[8] or None,
            population=_people(columns[14], where),
        )
        reading.places.append(place)
        further = [
            name for name in (columns[2], *columns[3].split(",")) if _is_spelling(name) and name != place.name
        ]
        if further:
            reading.names[place.id] = tuple(dict.fromkeys(further))
    return reading


def _rows(path: Path, text: str) -> Iterator[tuple[int, list[str]]]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            columns = line.rstrip("\r").split("\t")
            if len(columns) != _GEONAMES_COLUMNS:
                raise InputError(
                    f"{path}, line {number}: {len(columns)} columns instead of {_GEONAMES_COLUMNS}; "
                    "download the country file again."
                )
            yield number, columns


def _kind_of(group: str, code: str) -> str | None:
    """The kind for a GeoNames feature class and code; None for what reports do not code places to."""
    if group == "P":
        return "settlement"
    if group == "A":
        return {"ADM1": "province", "ADM2": "district", "ADM3": "district"}.get(code)
    return "facility" if code in _FACILITY_CODES else None


def _is_spelling(name: str) -> bool:
    """False for airport codes, addresses and transliterations in lower case among the alternative names."""
    return (
        len(name) > 2 and not name[0].islower() and not (name.isupper() and len(name) < 5) and "/" not in name
    )
