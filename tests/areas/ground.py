"""Places to interpolate from, made for tests; all land is Afghan unless a test says otherwise."""

from __future__ import annotations

from typing import Any

from whoholds.areas import Land, Spot

LAT, LON = 36.0, 67.0
KM_PER_DEGREE = 111.195


def spot(name: str, north: float = 0.0, east: float = 0.0, **given: Any) -> Spot:
    """A place so many km north and east of the middle; held by the Taliban (.9) unless told otherwise."""
    holder = given.pop("holder", "Taliban")
    status = given.pop("status", "held")
    country = given.pop("country", "AF")
    chances = given.pop("chances", chances_of(holder, status))
    lat = given.pop("lat", LAT + north / KM_PER_DEGREE)
    lon = given.pop("lon", LON + east / (KM_PER_DEGREE * 0.809))
    return Spot(
        name,
        name,
        lat,
        lon,
        country,
        status,
        holder if status in ("held", "leaning") else None,
        chances,
        **given,
    )


def chances_of(holder: str, status: str) -> dict[str, float]:
    """Nine in ten for the holder, or for "contested"; of an unknown place, all alike."""
    states = ["Taliban", "Afghan government", "other", "contested"]
    if status == "unknown":
        return dict.fromkeys(states, 0.25)
    top = "contested" if status == "contested" else holder
    return {state: 0.9 if state == top else 0.1 / 3 for state in states}


def afghan(lat: float, lon: float) -> str | None:
    """All land is Afghan."""
    return "AF"


EVERYWHERE = Land(afghan)
