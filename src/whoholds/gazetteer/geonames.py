"""Places from a GeoNames country file (such as AF.txt): 19 columns, tab-separated."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from whoholds.errors import InputError
from whoholds.gazetteer.fold import fold
from whoholds.gazetteer.user_rows import Reading, degrees, people
from whoholds.model import Place

COLUMNS = 19
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


def read_geonames(path: Path, text: str) -> Reading:
    """Columns as in GeoNames' readme.txt: number, name, ascii name, alternatives, latitude, longitude, …"""
    reading = Reading()
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            with reading.row():
                _add(reading, line.rstrip("\r").split("\t"), f"{path}, line {number}")
    return reading


def _add(reading: Reading, columns: Sequence[str], where: str) -> None:
    """Check one row and note its place and names, or by its code that it was skipped."""
    if len(columns) != COLUMNS:
        raise InputError(
            f"{where}: {len(columns)} columns instead of {COLUMNS}; download the country file again."
        )
    kind = _kind_of(columns[6], columns[7])
    if kind is None:
        reading.skipped[columns[7]] = reading.skipped.get(columns[7], 0) + 1
        return
    if not columns[0].isdigit() or not fold(columns[1]):
        raise InputError(f"{where}: no GeoNames number or no name; download the country file again.")
    place = Place(
        id=f"gn:{columns[0]}",
        name=columns[1],
        kind=kind,
        lat=degrees(columns[4], 90, f"{where}: latitude"),
        lon=degrees(columns[5], 180, f"{where}: longitude"),
        country=columns[8] or None,
        population=people(columns[14], where),
    )
    reading.places.append(place)
    further = [
        name for name in (columns[2], *columns[3].split(",")) if _is_spelling(name) and name != place.name
    ]
    if further:
        reading.names[place.id] = tuple(dict.fromkeys(further))


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
