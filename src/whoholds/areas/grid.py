"""The cells themselves: H3 (Uber, 2018), of which the rest of the package sees numbers and degrees only."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import import_module
from math import ceil
from typing import Any

from whoholds.errors import InputError

Point = tuple[float, float]
_NARROWEST = 0.75  # of the mean distance between cells: how close together H3's smallest ones lie


@cache
def h3() -> Any:
    """The library, with cells as whole numbers; loaded when the first cell is wanted. Raises InputError."""
    try:
        return import_module("h3.api.basic_int")
    except ImportError as error:
        raise InputError("Areas need h3, which is not installed. Install it: pip install h3.") from error


def cells_within(points: Iterable[Point], km: float, resolution: int, most: int) -> list[int]:
    """All cells whose middle may lie within `km` of a point (latitude, longitude), and some more; sorted.

    Raises InputError where there are more than `most`.
    """
    library = h3()
    apart = library.average_hexagon_edge_length(resolution, unit="km") * 3**0.5
    rings = ceil(km / (apart * _NARROWEST)) + 1
    found: set[int] = set()
    for cell in {cell_at(lat, lon, resolution) for lat, lon in points}:
        found.update(library.grid_disk(cell, rings))
        if len(found) > most:
            raise InputError(
                f"These areas need more than {most:,} cells. Ask for coarser cells, or of fewer places."
            )
    return sorted(found)


def cell_at(lat: float, lon: float, resolution: int) -> int:
    """The cell in which a point lies."""
    cell: int = h3().latlng_to_cell(lat, lon, resolution)
    return cell


def middle_of(cell: int) -> Point:
    """Latitude and longitude of the middle of a cell."""
    lat, lon = h3().cell_to_latlng(cell)
    return lat, lon


def km2_of(cell: int) -> float:
    """The area of a cell on a sphere."""
    area: float = h3().cell_area(cell, unit="km^2")
    return area


def name_of(cell: int) -> str:
    """The id of a cell as H3 writes it: fifteen hexadecimal digits."""
    name: str = h3().int_to_str(cell)
    return name
