"""What all answers share: exactly their keys, what names them, pages, errors."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

Status = Literal["held", "leaning", "contested", "unknown"]
Reason = Literal["none", "weak", "stale"]


class Shape(BaseModel):
    """Exactly these keys."""

    model_config = ConfigDict(extra="forbid")


class Problem(BaseModel):
    """An error (RFC 9457): `detail` says in one sentence what is wrong and what to do."""

    type: str
    title: str
    status: int
    detail: str


class About(Shape):
    """What names an answer, which filters it obeys, and what it is not."""

    on: str
    as_of: str | None
    recorded: int
    method: str
    filters: dict[str, str | list[str]]
    note: str


class Paging(About):
    """A page of rows: `total` of all pages, `next` for the parameter `cursor`, null on the last page."""

    total: int
    next: str | None


class Clock(Shape):
    """A day, as known at a moment."""

    on: str
    as_of: str | None


class Point(Shape):
    """Longitude and latitude, WGS84."""

    type: Literal["Point"]
    coordinates: list[float]


class Feature(Shape):
    """A row as a point; the geometry is null where the position is not known."""

    type: Literal["Feature"]
    id: str | None
    geometry: Point | None
    properties: dict[str, Any]


class FeatureCollection(BaseModel):
    """Points (RFC 7946), and beside them what names the answer."""

    type: Literal["FeatureCollection"]
    features: list[Feature]
