"""From places to cells: every cell within reach of a place of its own country, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from whoholds.areas.cells import Cell
from whoholds.areas.grid import cell_at, cells_within, km2_of, middle_of, name_of
from whoholds.areas.numbers import Numbers, numbers
from whoholds.areas.pool import Near, said_of
from whoholds.areas.spots import CountryAt, Spot
from whoholds.gazetteer.nearness import Points, points_of


@dataclass(frozen=True, slots=True)
class Land:
    """What is asked of the land: the country at a point (latitude, longitude; None: sea), and the numbers."""

    country_at: CountryAt
    given: Numbers | None = None

    @property
    def used(self) -> Numbers:
        """The numbers that count."""
        return self.given or numbers()


def interpolate(spots: Sequence[Spot], land: Land, resolution: int | None = None) -> tuple[Cell, ...]:
    """The cells around places, by id. The order of the places does not matter.

    A place speaks for cells whose middle lies in its own country, within 25 km. Cells for which no place
    speaks are not there. Raises InputError for a resolution that is not made, or too many cells.
    """
    used = land.used
    size = used.checked(resolution)
    ordered = sorted(spots, key=lambda one: one.id)
    if not ordered:
        return ()
    points = points_of([one.lat for one in ordered], [one.lon for one in ordered])
    numbered = cells_within(((one.lat, one.lon) for one in ordered), used.limit_km, size, used.most_cells)
    standing: dict[int, set[str]] = {}
    for one in ordered:
        standing.setdefault(cell_at(one.lat, one.lon, size), set()).add(one.id)
    found = (
        _cell(cell, list(_near(cell, ordered, points, used)), standing.get(cell, frozenset()), land)
        for cell in numbered
    )
    return tuple(cell for cell in found if cell is not None)


def _near(cell: int, spots: Sequence[Spot], points: Points, used: Numbers) -> Iterator[Near]:
    """The places within reach of the middle of a cell, nearest first; of equals, by id."""
    for number, km in points.within(*middle_of(cell), used.limit_km):
        yield spots[number], km


def _cell(cell: int, near: Sequence[Near], here: Set[str], land: Land) -> Cell | None:
    """The cell, where a place of its country may speak for it."""
    if not near:
        return None
    lat, lon = middle_of(cell)
    country, used = land.country_at(lat, lon), land.used
    around = [one for one in near if one[0].country == country]
    speaking = [
        (spot, km) for spot, km in around if not spot.facility or km <= used.facility_km or spot.id in here
    ]
    if country is None or not speaking:
        return None
    said = said_of(around, speaking, here, used)
    return Cell(
        name_of(cell), lat, lon, km2_of(cell), country, said.status, said.party, said.solid, said.probability,
        used.agreement_at(said.shares[0].km), said.shares, said.reason,
    )  # fmt: skip
