"""Coordinates as given: both or none, in WGS84 degrees."""

from __future__ import annotations

import math
from typing import Any

from whoholds.errors import InputError


def degrees(lat: Any, lon: Any) -> tuple[float | None, float | None]:
    """Latitude and longitude; (None, None) where neither is given. Raises InputError for anything else."""
    if lat in (None, "") and lon in (None, ""):
        return None, None
    try:
        place = float(lat), float(lon)
    except (TypeError, ValueError) as error:
        raise InputError(_unclear(lat, lon)) from error
    if isinstance(lat, bool) or isinstance(lon, bool) or not all(map(math.isfinite, place)):
        raise InputError(_unclear(lat, lon))
    if abs(place[0]) > 90 or abs(place[1]) > 180:
        raise InputError(_unclear(lat, lon))
    return place


def _unclear(lat: Any, lon: Any) -> str:
    return f"lat {lat!r}, lon {lon!r} is no place. Give both in degrees, such as 36.73 and 68.86, or neither."
