"""Selections to draw: states given, not assessed, and a square of land around them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any
from xml.etree import ElementTree

from whoholds.exports.filters import Filter
from whoholds.exports.map_spots import Ground
from whoholds.exports.selection import Selection
from whoholds.model import Place
from whoholds.picture import ControlState, Picture, Record

ON = date(2021, 8, 9)
KNOWN = datetime(2021, 8, 8, 23, 59, 59, tzinfo=UTC)
METHOD = "a1b2c3d4e5f60718"
SVG = "{http://www.w3.org/2000/svg}"
SQUARE = [(66.0, 35.0), (70.0, 35.0), (70.0, 38.0), (66.0, 38.0), (66.0, 35.0)]
GROUND = Ground({"ne:AF-KDZ": [SQUARE]}, order=("Taliban", "Afghan government"))


def at(name: str, lat: float, lon: float, population: int = 1000, **given: Any) -> Place:
    """A town."""
    values: dict[str, Any] = {"kind": "settlement", "country": "AF", "population": population, **given}
    return Place(f"user:{name}", name, lat=lat, lon=lon, **values)


def state(place: Place, status: str, holder: str | None = None, **given: Any) -> ControlState:
    """A state as told."""
    values: dict[str, Any] = {
        "on": ON, "as_of": KNOWN, "recorded": 7, "method": METHOD, "probability": 0.9, "contested": 0.05,
        "holders": {"Taliban": 0.6, "Afghan government": 0.3, "other": 0.05},
        "reported": (), "evidence": (), "last_evidence": None, **given,
    }  # fmt: skip
    return ControlState(place=place, status=status, holder=holder, **values)


def selection(*states: ControlState, **given: Any) -> Selection:
    """A selection of these states, without claims."""
    picture = Picture(Record((), (), (), KNOWN, 7), METHOD, {}, (), {})
    return Selection(picture, states, ON, **{"filter": Filter(), **given})


EACH = (
    state(at("Held", 36.0, 67.0, 300_000), "held", "Taliban"),
    state(at("Leaning", 36.0, 68.0), "leaning", "Afghan government"),
    state(at("Contested", 37.0, 67.0), "contested"),
    state(at("Nothing", 37.0, 68.0), "unknown", unknown_reason="none"),
    state(at("Old", 37.0, 69.0), "unknown", unknown_reason="stale"),
    state(at("Around", 36.0, 69.0), "held", "Taliban", besieged=True),
    state(at("Somewhere", 35.5, 68.5, kind="district"), "held", "Taliban"),
)  # fmt: skip


def read(svg: str) -> ElementTree.Element:
    """The drawing, which must be well-formed."""
    return ElementTree.fromstring(svg)


def groups(svg: str, kind: str) -> list[ElementTree.Element]:
    """The groups of a class: dot, area, legend."""
    return [one for one in read(svg).iter(f"{SVG}g") if one.get("class") == kind]


def statuses(drawn: Sequence[ElementTree.Element]) -> Counter[str | None]:
    """How many of each state were drawn."""
    return Counter(one.get("data-state") for one in drawn)


def words_of(svg: str) -> str:
    """All that can be read in the drawing, marks of direction apart."""
    texts = [one.text or "" for one in read(svg).iter(f"{SVG}text")]
    return " ".join(texts).replace("\u2068", "").replace("\u2069", "")
