"""Rows and spellings of the built gazetteer: settlements by GeoNames number, then provinces, countries."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from gazetteer_areas import Locator
from gazetteer_provinces import Province, drop_names_of_towns

from whoholds.gazetteer.columns import Column
from whoholds.gazetteer.fold import fold
from whoholds.gazetteer.spellings import IN_TEXT, MAIN

UNITS_PER_DEGREE = 100_000
NOWHERE = -(2**31)
NO_ROW = 65_535
City = Mapping[str, Any]
_AIRPORT_CODE = re.compile(r"[A-Z]{3,4}$")
_LOWER_START = re.compile(r"(?:[a-z]{1,3}['’ -])+[^\W\da-z_]")  # al-Bab, 's-Hertogenbosch, de Haan
_ARABIC = frozenset(
    [
        "SY",
        "IQ",
        "YE",
        "LY",
        "SD",
        "EG",
        "JO",
        "LB",
        "PS",
        "SA",
        "OM",
        "AE",
        "KW",
        "BH",
        "QA",
        "TN",
        "DZ",
        "MA",
        "MR",
    ]
)
_ARABIC_ARTICLE = re.compile(r"^A[a-z][- ](?=\w{4})")
_FIRST_WORDS = {
    "tall": ("Tal", "Tel", "Tell"),
    "dayr": ("Deir",),
    "ayn": ("Ain", "Ein"),
    "kafr": ("Kafar", "Kfar"),
}
_SPACED_ARTICLE = re.compile(r"\b(Ad|An|As|At|Ed|En|Er|Es|Et) (?=[A-Z])")


@dataclass(slots=True)
class Built:
    """Columns of places.whg and folded spelling → rows."""

    columns: dict[str, Column]
    spellings: dict[str, list[int]]
    provinces: int
    countries: int


def build(
    cities: Sequence[City], provinces: Sequence[Province], countries: Mapping[str, City], locator: Locator
) -> Built:
    """Number the rows and gather columns and spellings."""
    cities = sorted(cities, key=lambda city: city["geonameid"])
    states = sorted(countries.values(), key=lambda country: country["iso"])
    homes = _homes(cities, provinces, locator)
    numbers = {country["iso"]: number for number, country in enumerate(states)}
    columns = {
        "gn": np.array([city["geonameid"] for city in cities], np.int64),
        "province_gn": np.array([province.gn for province in provinces], np.int64),
        **_positions(cities, provinces),
        "population": _weights(cities, homes, provinces, states),
        "country": np.array(
            [
                numbers.get(code, NO_ROW)
                for code in [*(c["countrycode"] for c in cities), *(p.country for p in provinces)]
            ],
            np.uint16,
        ),
        "province": np.array([NO_ROW if home is None else home for home in homes], np.uint16),
        **_strings(
            "name", [*(c["name"] for c in cities), *(p.name for p in provinces), *(s["name"] for s in states)]
        ),
        **_strings("code", [*(p.iso for p in provinces), *(s["iso"] for s in states)]),
    }
    spellings = _spellings(cities, provinces, states, homes)
    return Built(columns, spellings, len(provinces), len(states))


def _homes(cities: Sequence[City], provinces: Sequence[Province], locator: Locator) -> list[int | None]:
    """The province of each city: by GeoNames' code where that agrees with the shapes, else by position."""
    by_code: dict[str, list[int]] = defaultdict(list)
    for number, province in enumerate(provinces):
        by_code[province.admin1].append(number)
    found = [locator.candidates(city["latitude"], city["longitude"]) for city in cities]
    trusted = _trusted_codes(cities, found, by_code, locator)
    homes: list[int | None] = []
    for city, candidates in zip(cities, found, strict=True):
        code = _code(city)
        if code in trusted:
            homes.append(trusted[code])
        else:
            own = [i for i in candidates if provinces[i].country == city["countrycode"]]
            homes.append(own[0] if own else None)
    return homes


def _trusted_codes(
    cities: Sequence[City],
    found: Sequence[Sequence[int]],
    by_code: Mapping[str, Sequence[int]],
    locator: Locator,
) -> dict[str, int]:
    """Codes that name one province, where most cities with the code lie in its shape or just beside it."""
    right: dict[str, list[bool]] = defaultdict(list)
    for city, candidates in zip(cities, found, strict=True):
        owners = by_code.get(_code(city), ())
        if len(owners) == 1:
            inside = owners[0] in candidates
            right[_code(city)].append(
                inside or locator.is_close(owners[0], city["latitude"], city["longitude"])
            )
    return {code: by_code[code][0] for code, hits in right.items() if sum(hits) * 2 >= len(hits)}


def _code(city: City) -> str:
    return f"{city['countrycode']}.{city['admin1code']}"


def _positions(cities: Sequence[City], provinces: Sequence[Province]) -> dict[str, Column]:
    lat = [city["latitude"] for city in cities] + [p.place[0] if p.place else None for p in provinces]
    lon = [city["longitude"] for city in cities] + [p.place[1] if p.place else None for p in provinces]
    return {"lat": _degrees(lat), "lon": _degrees(lon)}


def _degrees(values: Iterable[float | None]) -> Column:
    return np.array([NOWHERE if v is None else round(v * UNITS_PER_DEGREE) for v in values], np.int32)


def _weights(
    cities: Sequence[City], homes: Sequence[int | None], provinces: Sequence[Province], states: Sequence[City]
) -> Column:
    """Population; for a province, one less than its largest town's, so that it is listed right after it."""
    largest = [1] * len(provinces)
    for city, home in zip(cities, homes, strict=True):
        if home is not None:
            largest[home] = max(largest[home], city["population"])
    people = [*(city["population"] for city in cities), *(size - 1 for size in largest)]
    return np.array([*people, *(state["population"] for state in states)], np.uint32)


def _strings(name: str, texts: Sequence[str]) -> dict[str, Column]:
    raw = [text.encode() for text in texts]
    return {
        name: np.frombuffer(b"".join(raw), np.uint8),
        f"{name}_length": np.array([len(r) for r in raw], np.uint8),
    }


def _spellings(
    cities: Sequence[City],
    provinces: Sequence[Province],
    states: Sequence[City],
    homes: Sequence[int | None],
) -> dict[str, list[int]]:
    """Folded spelling → rows, each with IN_TEXT and MAIN where they apply."""
    found: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    towns: dict[int, list[set[str]]] = defaultdict(list)
    for row, (city, home) in enumerate(zip(cities, homes, strict=True)):
        keys = set(_add(found, city["name"], row, IN_TEXT | MAIN))
        names = city["alternatenames"]
        if city["countrycode"] in _ARABIC:
            names = [*names, *arabic_variants(city["name"])]
        for name in names:
            keys.update(_add(found, name, row, IN_TEXT if _may_stand_in_text(name) else 0))
        if home is not None:
            towns[home].append(keys)
    for row, (number, province) in enumerate(enumerate(provinces), len(cities)):
        drop_names_of_towns(province, towns[number])
        _add(found, province.name, row, IN_TEXT | MAIN)
        for name in province.names:
            _add(found, name, row, IN_TEXT)
        for name in province.further:
            _add(found, name, row, 0 if name.isascii() else IN_TEXT)
    for row, state in enumerate(states, len(cities) + len(provinces)):
        _add(found, state["name"], row, IN_TEXT | MAIN)
    return {key: [row | flags for row, flags in rows.items()] for key, rows in found.items() if key}


def _add(found: dict[str, dict[int, int]], name: str, row: int, flags: int) -> list[str]:
    """Note a name, and where it has a spaced article ("As Suwayda") also the form with a hyphen."""
    keys = [fold(form) for form in {name, _SPACED_ARTICLE.sub(r"\1-", name)}]
    for key in keys:
        found[key][row] |= flags if len(key) > 2 else flags & ~IN_TEXT
    return keys


def arabic_variants(name: str) -> list[str]:
    """Usual ways to write an Arabic name: without the article, "-a" for "-ah", "Tal", "Tel" for "Tall"."""
    plain = [name, _ARABIC_ARTICLE.sub("", name)]
    first, _, rest = fold(name).partition(" ")
    plain += [f"{other} {rest.title()}" for other in _FIRST_WORDS.get(first, ()) if rest]
    return list(
        dict.fromkeys([*plain, *(form[:-1] for form in plain if form.endswith("ah") and len(form) > 5)])
    )


def _may_stand_in_text(name: str) -> bool:
    """False for airport codes and transliterations in lower case, which GeoNames lists among the names."""
    if _AIRPORT_CODE.match(name) or any(char.isdigit() for char in name):
        return False
    return not name[:1].islower() or bool(_LOWER_START.match(name))
