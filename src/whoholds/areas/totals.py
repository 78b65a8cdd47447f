"""What cells add up to: km² as ranges, by who holds and by how sure it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import fsum

from whoholds.areas.cells import Areas, Cell

LABEL = "interpolated"
_ORDER = ("held", "leaning", "contested", "unknown")


@dataclass(frozen=True, slots=True)
class Extent:
    """An area in km²: `low` of solid cells alone, `high` with those that fade; `cells`, `places` that speak.

    `status` and `party` are None where the extent is of all. `label`: always "interpolated".
    """

    status: str | None
    party: str | None
    low: float
    high: float
    cells: int
    places: int
    label: str = LABEL


def extents_of(areas: Areas, *, by_status: bool = False) -> tuple[Extent, ...]:
    """The area of each party by size, then what is contested, then unknown; each party whole or by status."""
    groups: dict[tuple[str | None, str | None], list[Cell]] = {}
    for cell in areas.cells:
        status = cell.status if by_status or cell.party is None else None
        groups.setdefault((status, cell.party), []).append(cell)
    found = [_extent(status, party, cells) for (status, party), cells in groups.items()]
    whole = {party: _extent(None, party, cells).high for party, cells in _by_party(areas.cells).items()}
    return tuple(sorted(found, key=lambda one: _order(one, whole.get(one.party or "", 0.0))))


def speaking(areas: Areas) -> frozenset[str]:
    """The ids of the places from which a cell is interpolated."""
    return frozenset(share.place for cell in areas.cells for share in cell.shares)


def _by_party(cells: Iterable[Cell]) -> dict[str, list[Cell]]:
    found: dict[str, list[Cell]] = {}
    for cell in cells:
        if cell.party is not None:
            found.setdefault(cell.party, []).append(cell)
    return found


def _extent(status: str | None, party: str | None, cells: Iterable[Cell]) -> Extent:
    told = list(cells)
    places = {share.place for cell in told for share in cell.shares}
    low = fsum(cell.km2 for cell in told if cell.solid)
    return Extent(status, party, low, fsum(cell.km2 for cell in told), len(told), len(places))


def _order(one: Extent, whole: float) -> tuple[object, ...]:
    rank = _ORDER.index(one.status) if one.status is not None else 0
    return one.party is None, -whole if one.party is not None else 0.0, one.party or "", rank
