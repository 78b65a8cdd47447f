"""The numbers of `data/areas.toml`, and the name of the method that they are a part of."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from whoholds.errors import DataError, InputError
from whoholds.model import content_key


@dataclass(frozen=True, slots=True)
class Numbers:
    """Distances in km, ages in days; `agreement`: (up to km, share), by distance. Reasons: in the data."""

    solid_km: float
    calm_km: float
    limit_km: float
    facility_km: float
    calm_places: int
    calm_days: int
    neighbours: int
    near_km: float
    power: float
    half_life_days: float
    floor: float
    resolution: int
    coarsest: int
    finest: int
    most_cells: int
    pole: float
    agreement: tuple[tuple[float, float], ...]

    def weight(self, km: float, age: int) -> float:
        """What a place weighs so far away, with evidence so old; 1 at its own point with fresh evidence."""
        near: float = 1.0 / (1.0 + (km / self.near_km) ** self.power)
        fresh: float = 0.5 ** (age / self.half_life_days)
        return near * fresh

    def agreement_at(self, km: float) -> float:
        """How often the nearest town, so far away, had the same holder near a front."""
        return next((share for until, share in self.agreement if km < until), self.agreement[-1][1])

    def checked(self, resolution: int | None) -> int:
        """The resolution of H3 that is meant. Raises InputError for one too coarse or too fine."""
        if resolution is None:
            return self.resolution
        if not self.coarsest <= resolution <= self.finest:
            raise InputError(
                f"Areas of resolution {resolution} are not made. "
                f"Give {self.coarsest} (coarse) to {self.finest} (fine)."
            )
        return resolution


@cache
def numbers() -> Numbers:
    """The numbers that ship with whoholds. Raises DataError."""
    try:
        return _read(_text())
    except (KeyError, TypeError, tomllib.TOMLDecodeError) as error:
        raise DataError(f"areas.toml is not as it must be ({error}); reinstall whoholds.") from error


def areas_method(method: str) -> str:
    """The name of the method of areas: that of the states, with these numbers and this code."""
    return content_key("areas", method, _text(), *_code())


def _text() -> str:
    try:
        return (files("whoholds") / "data" / "areas.toml").read_text(encoding="utf-8")
    except OSError as error:
        raise DataError(f"areas.toml could not be read ({error}); reinstall whoholds.") from error


@cache
def _code() -> tuple[str, ...]:
    here = Path(__file__).resolve().parent
    return tuple(path.read_text(encoding="utf-8") for path in sorted(here.glob("*.py")))


def _read(text: str) -> Numbers:
    read = tomllib.loads(text)
    reach, calm, weight, cells = (read[name] for name in ("reach", "calm", "weight", "cells"))
    return Numbers(
        **reach,
        calm_places=calm["places"],
        calm_days=calm["days"],
        **weight,
        resolution=cells["resolution"],
        coarsest=cells["coarsest"],
        finest=cells["finest"],
        most_cells=cells["most"],
        pole=cells["pole"],
        agreement=tuple((one["to_km"], one["share"]) for one in read["agreement"]),
    )
