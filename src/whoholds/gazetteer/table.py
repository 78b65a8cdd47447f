"""The places of the built gazetteer as columns, made into `Place` only when one is asked for.

Rows: settlements in the order of their GeoNames numbers, then provinces, then countries.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass

from whoholds.gazetteer.columns import Column, starts_of
from whoholds.gazetteer.nearness import Points, points_of
from whoholds.model import Place

_UNITS_PER_DEGREE = 100_000
_NOWHERE = -(2**31)
_NO_ROW = 65_535


@dataclass(frozen=True, slots=True)
class PlaceTable:
    """Columns by row: `gn` (settlements only), `lat`, `lon` (1/100,000 degree), `population`, `country`,
    `province` (numbers among countries and provinces), names and codes as bytes with their starts."""

    gn: memoryview
    lat: Column
    lon: Column
    population: memoryview
    country: memoryview
    province: memoryview
    names: bytes
    name_starts: memoryview
    codes: tuple[str, ...]
    rows_of_codes: Mapping[str, int]
    rows_of_numbers: Mapping[int, int]
    first_country: int

    @property
    def settlements(self) -> int:
        """The number of settlements, which is the row of the first province."""
        return len(self.gn)

    def row(self, place_id: str) -> int | None:
        """The row of an id ("gn:1135689", "ne:AF-KDZ", "iso:AF"), or None.

        A province answers to its GeoNames number too.
        """
        if not place_id.startswith("gn:"):
            return self.rows_of_codes.get(place_id)
        digits = place_id[3:]
        if not (digits.isascii() and digits.isdigit() and len(digits) < 19):
            return None
        number = int(digits)
        row = bisect_left(self.gn, number)
        return row if row < len(self.gn) and self.gn[row] == number else self.rows_of_numbers.get(number)

    def id(self, row: int) -> str:
        """The id of the place in a row."""
        return f"gn:{self.gn[row]}" if row < self.settlements else self.codes[row - self.settlements]

    def weight(self, row: int) -> int:
        """For the order of homonyms: population; a province counts as one less than its largest town."""
        weight: int = self.population[row]
        return weight

    def name(self, row: int) -> str:
        """The main name of the place in a row."""
        return self.names[self.name_starts[row] : self.name_starts[row + 1]].decode()

    def province_id(self, row: int) -> str | None:
        """The id of the province in which the settlement of a row lies."""
        number = self.province[row] if row < self.settlements else _NO_ROW
        return None if number == _NO_ROW else self.codes[number]

    def country_code(self, row: int) -> str | None:
        """The ISO 3166-1 code of the country of a row."""
        if row >= self.first_country:
            return self.codes[row - self.settlements].removeprefix("iso:")
        number = self.country[row]
        return None if number == _NO_ROW else self.codes[self.first_country - self.settlements + number][4:]

    def place(self, row: int) -> Place:
        """Make the place of a row. Countries have no point; that of a province is a label point inside it."""
        country, province = self.country_code(row), self.province_id(row)
        country_id = None if country is None else f"iso:{country}"
        lat, lon = self._point(row)
        kind = self.kind(row)
        return Place(
            id=self.id(row),
            name=self.name(row),
            kind=kind,
            lat=lat,
            lon=lon,
            country=country,
            province=self.id(row) if kind == "province" else province,
            part_of=(province or country_id) if kind != "country" else None,
            population=0 if kind == "province" else self.population[row],
        )

    def kind(self, row: int) -> str:
        """Settlement, province or country."""
        if row < self.settlements:
            return "settlement"
        return "province" if row < self.first_country else "country"

    def points(self) -> Points:
        """The positions of the settlements, by row."""
        part = slice(0, self.settlements)
        return points_of(self.lat[part] / _UNITS_PER_DEGREE, self.lon[part] / _UNITS_PER_DEGREE)

    def _point(self, row: int) -> tuple[float | None, float | None]:
        if row >= len(self.lat) or self.lat[row] == _NOWHERE:
            return None, None
        return int(self.lat[row]) / _UNITS_PER_DEGREE, int(self.lon[row]) / _UNITS_PER_DEGREE


def table_of(columns: Mapping[str, Column]) -> PlaceTable:
    """Make the table from the columns of `places.whg`."""
    settlements, placed = len(columns["gn"]), len(columns["lat"])
    raw, texts = columns["code"].tobytes(), []
    for start, length in zip(
        starts_of(columns["code_length"]), columns["code_length"].tolist(), strict=False
    ):
        texts.append(raw[start : start + length].decode())
    codes = tuple(("ne:" if n < placed - settlements else "iso:") + text for n, text in enumerate(texts))
    return PlaceTable(
        gn=columns["gn"].data,
        lat=columns["lat"],
        lon=columns["lon"],
        population=columns["population"].data,
        country=columns["country"].data,
        province=columns["province"].data,
        names=columns["name"].tobytes(),
        name_starts=starts_of(columns["name_length"]).data,
        codes=codes,
        rows_of_codes={code: settlements + number for number, code in enumerate(codes)},
        rows_of_numbers={
            gn: row for row, gn in enumerate(columns["province_gn"].tolist(), settlements) if gn
        },
        first_country=placed,
    )
