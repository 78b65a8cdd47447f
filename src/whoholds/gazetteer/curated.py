"""The curated words beside the built gazetteer: additions, seats of provinces, ordinary words."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from whoholds.errors import DataError
from whoholds.gazetteer.fold import fold
from whoholds.model import Place


def read_additions(path: Path) -> tuple[list[Place], dict[str, tuple[str, ...]]]:
    """Places that GeoNames' list of settlements lacks, and further names by place id. Raises DataError."""
    entries = _read(path)
    try:
        places = [_place(entry) for entry in entries.get("place", ())]
        names = {f"add:{entry['id']}": tuple(entry.get("names", ())) for entry in entries.get("place", ())}
        for entry in entries.get("spelling", ()):
            names[entry["of"]] = (*names.get(entry["of"], ()), *entry["names"])
    except KeyError as error:
        raise DataError(f"{path}: an entry has no {error}; add it.") from error
    return places, names


def _place(entry: Mapping[str, Any]) -> Place:
    return Place(
        id=f"add:{entry['id']}",
        name=entry["name"],
        kind=entry["kind"],
        lat=entry.get("lat"),
        lon=entry.get("lon"),
        country=entry["country"],
        part_of=entry["part_of"],
    )


def read_capitals(path: Path) -> dict[str, str]:
    """Province or country id → id of its seat of government. Raises DataError."""
    return {str(area): str(seat) for country in _read(path).values() for area, seat in country.items()}


def read_ordinary_words(path: Path) -> frozenset[str]:
    """The folded words of a list, any number to a line; a line that begins with # is a remark."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise DataError(f"{path} could not be read ({error}); reinstall whoholds.") from error
    return frozenset(fold(word) for line in lines if not line.startswith("#") for word in line.split())


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise DataError(f"{path} could not be read ({error}); reinstall whoholds.") from error
