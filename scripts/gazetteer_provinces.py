"""Provinces from Natural Earth's admin-1 file: corrected, named, with stable ids and their shapes."""

from __future__ import annotations

import json
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from whoholds.gazetteer.fold import fold

TEXT_FIELDS = ("name", "name_en", "woe_name", "gn_name", "gns_name", "name_local", "name_alt")
SCRIPT_FIELDS = ("ar", "fa", "ur", "ru", "uk", "he", "hi", "bn", "ko", "ja", "zh", "zht", "el")
FURTHER_FIELDS = ("de", "fr", "es", "tr", "pl", "it", "nl", "pt", "sv", "hu", "id", "vi")
_TYPE_BEFORE = re.compile(
    r"^(?:(?:Muhafazat|Mohafazat|Wilayat-e|Velayat-e|Wilayat|Wilaya de|Ostan-e|Gobolka|Sha`biyat|"
    r"Provincia de|Provincia del|Departamento de|Departamento del|Estado de|Region de|Region du|"
    r"Province of|State of|Republic of)\s+)(?:an?d? )?",
    re.IGNORECASE,
)
_TYPE_AFTER = re.compile(
    r"\s+(?:Oblast'?|Province|State|Region|Governorate|Rayon|Rayonu|Division|Department|District|Prefecture|"
    r"Krai|Kray|Republic|County|Voivodeship)$",
    re.IGNORECASE,
)
_DIRECTIONS = frozenset(
    [
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "centre",
        "center",
    ]
)
_OBLASTS = frozenset({"UA", "RU", "BY"})


@dataclass(slots=True)
class Province:
    """A province with what Natural Earth says of it, after the corrections."""

    iso: str
    country: str | None
    name: str
    admin1: str
    place: tuple[float, float] | None  # latitude, longitude of a label point inside
    shape: BaseGeometry
    marker: str
    gn: int  # GeoNames number, 0 where Natural Earth has none
    names: list[str] = field(default_factory=list)  # to be looked for in text
    further: list[str] = field(default_factory=list)  # looked up only


def read_provinces(path: Path, overrides: Path, countries: frozenset[str]) -> list[Province]:
    """Read, correct and sort the provinces; ids are unique, pieces of one province are joined."""
    corrections = tomllib.loads(overrides.read_text(encoding="utf-8"))["province"]
    unused = list(corrections)
    provinces = []
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        facts = feature["properties"]
        wanted: dict[str, Any] = next((entry for entry in corrections if _meant(entry, facts)), {"set": {}})
        unused = [entry for entry in unused if entry is not wanted]
        provinces.append(_province(facts, shape(feature["geometry"]), wanted["set"], countries))
    if unused:
        raise SystemExit(f"corrections that met no province: {unused}")
    unique = _with_own_ids(_joined(provinces))
    _drop_names_of_others(unique)
    return sorted(unique, key=lambda province: province.iso)


def _meant(entry: Mapping[str, Any], facts: Mapping[str, Any]) -> bool:
    keys = {"gn_id": "gn_id", "iso": "iso_3166_2", "gn_a1_code": "gn_a1_code"}
    return all(facts[theirs] == entry[ours] for ours, theirs in keys.items() if ours in entry)


def _province(
    facts: Mapping[str, Any], area: BaseGeometry, corrected: Mapping[str, Any], countries: frozenset[str]
) -> Province:
    country = corrected.get("country", facts["iso_a2"])
    relabelled = "name" in corrected and "iso" in corrected
    name = corrected.get("name") or facts["name_en"] or facts["name"]
    names = [name, *corrected.get("names", ()), *([] if relabelled else _names(facts, TEXT_FIELDS))]
    if not relabelled and country in _OBLASTS:
        names += [f"{plain} Oblast" for plain in (name, facts["name"])]
    further = (
        [] if relabelled else _names(facts, [f"name_{code}" for code in (*SCRIPT_FIELDS, *FURTHER_FIELDS)])
    )
    return Province(
        iso=corrected.get("iso", facts["iso_3166_2"]),
        country=country if country in countries else None,
        name=name,
        admin1=corrected.get("admin1", facts["gn_a1_code"]) or "",
        place=(facts["latitude"], facts["longitude"]),
        shape=area,
        gn=max(facts["gn_id"] or 0, 0),
        marker=facts["adm1_code"].split("-", 1)[-1].strip("+? "),
        names=[one for one in dict.fromkeys(names) if fold(one) not in _DIRECTIONS],
        further=list(dict.fromkeys(further)),
    )


def _names(facts: Mapping[str, Any], fields: Iterable[str]) -> list[str]:
    found = []
    for name in (part.strip() for key in fields for part in re.split(r"[|,]", facts.get(key) or "")):
        if (
            name in {"", "The"}
            or any(char in name for char in "?¤£¡�")
            or any(ord(char) in range(127, 161) for char in name)
        ):
            continue  # empty, or damaged in Natural Earth
        bare = re.sub(r"\s*\(.*\)|\s*\[.*\]", "", name)
        found += [bare, _TYPE_AFTER.sub("", _TYPE_BEFORE.sub("", bare))]
    return found


def _joined(provinces: list[Province]) -> list[Province]:
    """Pieces (islands) that share code and name become one province."""
    groups: dict[tuple[str, str], Province] = {}
    for province in sorted(provinces, key=lambda one: (one.iso, one.marker)):
        key = (province.iso, fold(province.name))
        known = groups.setdefault(key, province)
        if known is not province:
            if province.shape.area > known.shape.area:
                known.place, known.admin1, known.gn = province.place, province.admin1, province.gn
            known.shape = known.shape.union(province.shape)
            known.names = list(dict.fromkeys(known.names + province.names))
    return list(groups.values())


def _with_own_ids(provinces: list[Province]) -> list[Province]:
    """Where several provinces share a code, the largest keeps it; the others add Natural Earth's number."""
    by_code: dict[str, list[Province]] = defaultdict(list)
    for province in provinces:
        by_code[province.iso].append(province)
    for sharing in by_code.values():
        for province in sorted(sharing, key=lambda one: -one.shape.area)[1:]:
            province.iso = f"{province.iso}.{province.marker}"
    return provinces


def _drop_names_of_others(provinces: list[Province]) -> None:
    """An alternative name that is the own name of another province of the country is a mistake."""
    owners: dict[tuple[str | None, str], set[str]] = defaultdict(set)
    for province in provinces:
        owners[province.country, fold(province.name)].add(province.iso)
    for province in provinces:
        for kept in (province.names, province.further):
            kept[:] = [
                name
                for name in kept
                if owners.get((province.country, fold(name)), {province.iso}) & {province.iso}
            ]


def drop_names_of_towns(province: Province, towns: Iterable[set[str]]) -> None:
    """Drop alternative names that are those of a town in the province (its capital) and not its own.

    `towns` holds the folded spellings of each settlement in it. Natural Earth gives "Charikar" for Parwan.
    """
    own = {fold(province.name)}
    foreign = set[str]()
    for spellings in towns:
        if not spellings & own:
            foreign |= spellings
    province.names = [name for name in province.names if fold(name) not in foreign]
    province.further = [name for name in province.further if fold(name) not in foreign]
