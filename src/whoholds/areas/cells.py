"""The nouns of areas: a cell with the places that speak for it, and all cells of an answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Share:
    """One place's part in a cell: its id, its distance from the cell's middle, its share (all sum to 1)."""

    place: str
    km: float
    weight: float


@dataclass(frozen=True, slots=True)
class Cell:
    """One H3 cell: what is interpolated for it, and from which places.

    `status`: held, leaning (as the nearest place that speaks for `party`), contested or unknown. `reason`,
    where unknown: "place" (the nearest place is unknown) or "split" (the places around disagree). `solid`:
    near enough to be drawn whole; else it fades. `probability`: of what is said, pooled; None where unknown.
    `agreement`: how often the nearest place, so far away, had the same holder near a front.
    """

    id: str
    lat: float
    lon: float
    km2: float
    country: str
    status: str
    party: str | None
    solid: bool
    probability: float | None
    agreement: float
    shares: tuple[Share, ...]
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A place that says nothing of the land around it: its id, its name, and why, in words."""

    place: str
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Areas:
    """All cells of an answer, by id, and its name: (on, as_of, recorded, method, resolution).

    `names`: of the places that speak for a cell, by id. `left_out`: places that cannot speak.
    """

    on: date
    as_of: datetime | None
    recorded: int
    method: str
    resolution: int
    cells: tuple[Cell, ...]
    names: Mapping[str, str] = field(default_factory=dict)
    left_out: tuple[LeftOut, ...] = ()
