"""Places by name, in text, by position and by containment: the built gazetteer with what is laid over it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path

from whoholds.gazetteer.areas import Ring
from whoholds.gazetteer.built import SHIPPED, Built, digest_of, read_built
from whoholds.gazetteer.curated import read_additions
from whoholds.gazetteer.fold import alike, fold
from whoholds.gazetteer.names import Known, NameHit, find_names
from whoholds.gazetteer.overlay import Overlay, complete, lay_over
from whoholds.model import Place, content_key

_MAIN_NAME_COUNTS = 3  # times as much as a further name, among homonyms
_REMEMBERED = 1 << 15


class Gazetteer:
    """The places of the world of 500 people and more, provinces, countries, and places laid over them.

    Made by `load_gazetteer()`. A gazetteer never changes; `with_places` makes another.
    """

    def __init__(self, built: Built, overlay: Overlay, version: str) -> None:
        self._built = built
        self._table = built.table
        self._spellings = built.spellings
        self._overlay = overlay
        self._version = version
        remember = lru_cache(_REMEMBERED)  # reports name the same places again and again
        self._place = remember(self._find)
        self._known = Known(remember(self._longest), remember(self._ids_in_text), self._is_ordinary)

    @property
    def version(self) -> str:
        """Sixteen hexadecimal digits over the built data, the curated data and the places laid over."""
        return self._version

    def get(self, place_id: str) -> Place | None:
        """The place with an id, or None."""
        return self._place(place_id)

    def named(self, name: str) -> tuple[Place, ...]:
        """All places with a name, by any spelling in any script, most populous first.

        A place whose main name it is counts three times. A province stands right behind its seat of the same
        name ("Kunduz": the town, then the province), but before any other town in it ("Balkh").
        """
        places = (self.get(place_id) for place_id in self._ids(fold(name), in_text=False))
        return tuple(place for place in places if place is not None)

    def names_in(self, text: str) -> list[NameHit]:
        """The longest gazetteer names standing at word boundaries in a text, in order, without overlaps.

        A name must begin with a capital letter in the text. Offsets are code points of the text as given.
        Names of one or two letters and airport codes are not looked for.
        """
        return find_names(text, self._known)

    def near(self, lat: float, lon: float, km: float) -> list[tuple[Place, float]]:
        """Settlements, districts, facilities within a great-circle distance, with it (km), nearest first."""
        ranked = sorted(self._near(lat, lon, km), key=lambda found: (found[1], found[0]))
        return [(place, away) for place_id, away, _ in ranked if (place := self.get(place_id)) is not None]

    def names_near(self, lat: float, lon: float, km: float) -> list[tuple[str, str]]:
        """The id and main name of each of them, in no order: costs much less than the places themselves."""
        return [(place_id, name) for place_id, _, name in self._near(lat, lon, km)]

    def _near(self, lat: float, lon: float, km: float) -> Iterator[tuple[str, float, str]]:
        """Id, distance in km and main name of what has a point near another."""
        table, over = self._table, self._overlay
        for row, away in self._built.points.within(lat, lon, km):
            if (place_id := table.id(row)) not in over.places:
                yield place_id, away, table.name(row)
        for number, away in over.points.within(lat, lon, km):
            yield over.pointlike[number], away, over.places[over.pointlike[number]].name

    def province_at(self, lat: float, lon: float) -> Place | None:
        """The province in whose outline a point lies (or within 5 km of it, off a coast), else None."""
        number = self._built.areas.at(lat, lon)
        return None if number is None else self.get(self._table.codes[number])

    def country_at(self, lat: float, lon: float) -> Place | None:
        """The country of the province in which a point lies, else None."""
        province = self.province_at(lat, lon)
        return None if province is None or province.country is None else self.get(f"iso:{province.country}")

    def frontiers(self, place: Place, km: float) -> list[tuple[Place, float]]:
        """Other countries with an outline within `km` of a place, with the distance (km), nearest first.

        From simplified outlines, good to about 2 km; which side of a line is whose is not decided here.
        """
        if place.lat is None or place.lon is None:
            return []
        nearest: dict[str, float] = {}
        for number, away in self._built.areas.within(place.lat, place.lon, km).items():
            province = self.get(self._table.codes[number])
            country = province.country if province is not None else None
            if country is not None and country != place.country:
                nearest[country] = min(away, nearest.get(country, away))
        found = [(self.get(f"iso:{code}"), away) for code, away in nearest.items()]
        named = [(one, away) for one, away in found if one is not None]
        return sorted(named, key=lambda one: (one[1], one[0].id))

    def inside(self, place: Place) -> tuple[Place, ...]:
        """What a place lies in, from the nearest container to the country."""
        chain: list[Place] = []
        seen = {place.id}
        above = self._container(place)
        while above is not None and above.id not in seen:
            seen.add(above.id)
            chain.append(above)
            above = self._container(above)
        return tuple(chain)

    def capital_of(self, place_id: str) -> Place | None:
        """The seat of a province or the capital of a country, where the curated table has it, else None."""
        capital = self._built.capitals.get(place_id)
        return None if capital is None else self.get(capital)

    def outline(self, place_id: str) -> list[Ring]:
        """The closed rings (longitude, latitude; degrees) of a province or of all of a country; else empty.

        Outer rings run counter-clockwise; the holes of each follow it, clockwise (see `polygons`).
        """
        if place_id.startswith("iso:"):
            return [ring for rings in self.province_outlines(place_id[4:]).values() for ring in rings]
        row = self._table.row(place_id)
        if row is None or self._table.kind(row) != "province":
            return []
        return self._built.areas.rings(row - self._table.settlements)

    def province_outlines(self, country: str) -> dict[str, list[Ring]]:
        """The rings of each province of a country (ISO 3166-1 alpha-2), by the id of the province."""
        return {place.id: self.outline(place.id) for place in self.provinces(country)}

    def provinces(self, country: str) -> tuple[Place, ...]:
        """All provinces of a country (ISO 3166-1 alpha-2), by id."""
        rows = range(self._table.settlements, self._table.first_country)
        found = [self._table.place(row) for row in rows if self._table.country_code(row) == country.upper()]
        return tuple(sorted(found, key=lambda place: place.id))

    def starting(self, prefix: str, limit: int = 10) -> tuple[Place, ...]:
        """The most populous places with a spelling that begins so: for completion while somebody types."""
        key = fold(prefix)
        if not key:
            return ()
        over = [i for name, ids in self._overlay.spellings.items() if name.startswith(key) for i in ids]
        rows = {
            r for i in self._spellings.starting(key, 2000) for r, _ in self._spellings.rows(i, in_text=True)
        }
        ids = dict.fromkeys([*over, *(self._table.id(row) for row in rows)])
        best = sorted(ids, key=lambda place_id: (-self._weight(place_id), place_id))[:limit]
        return tuple(place for place in map(self.get, best) if place is not None)

    def with_places(
        self,
        places: Iterable[Place],
        spellings: Mapping[str, Iterable[str]] | None = None,
        *,
        meant: Iterable[str] = (),
    ) -> Gazetteer:
        """Another gazetteer that also has these places, and further names by place id (of any place).

        Names in `meant` are taken for places in a text even where they are ordinary words as well ("Sake").

        A place with an id that is already known takes its place, except for a province with a GeoNames
        number: it only adds its names to the province that is known.
        """
        names: dict[str, tuple[str, ...]] = {}
        for place_id, several in (spellings or {}).items():
            known = self._own_id(place_id)
            names[known] = (*names.get(known, ()), *several)
        added: list[Place] = []
        for place in places:
            known = self._own_id(place.id)
            if known == place.id:
                added.append(place)
            else:
                names[known] = (*names.get(known, ()), place.name)
        over = lay_over(self._overlay, added, names)
        over = replace(over, meant=over.meant.union(map(fold, meant)))
        laid = (repr(added), repr(sorted(names.items())), repr(sorted(over.meant)))
        return Gazetteer(self._built, over, content_key(self._version, *laid))

    def _find(self, place_id: str) -> Place | None:
        over = self._overlay.places.get(place_id)
        if over is not None:
            return self._completed(over)
        row = self._table.row(place_id)
        return None if row is None else self._table.place(row)

    def _own_id(self, place_id: str) -> str:
        """The id of a place here: "ne:AF-KDZ" for the province that GeoNames has as "gn:1135690"."""
        row = self._table.row(place_id)
        return place_id if row is None else self._table.id(row)

    def _completed(self, place: Place) -> Place:
        """A place that is laid over, with province and country from its container, else from its position."""
        if place.kind in {"province", "country"} or (place.province and place.country and place.part_of):
            return place
        if place.part_of:
            return complete(place, self.get(place.part_of))
        if place.lat is None or place.lon is None:
            return complete(place, None)
        around = self.province_at(place.lat, place.lon)
        return complete(place, around if around and place.country in (None, around.country) else None)

    def _container(self, place: Place) -> Place | None:
        above = place.part_of or (
            f"iso:{place.country}" if place.country and place.kind != "country" else None
        )
        return None if above is None else self.get(above)

    def _longest(self, word: str) -> int:
        index = self._spellings.index(word)
        built: int = 0 if index < 0 else self._spellings.longest[index]
        return max(built, self._overlay.longest.get(word, 0))

    def _ids_in_text(self, key: str) -> tuple[str, ...]:
        return self._ids(key, in_text=True)

    def _ids(self, key: str, *, in_text: bool) -> tuple[str, ...]:
        index = self._spellings.index(key)
        rows = self._spellings.rows(index, in_text=in_text) if index >= 0 else []
        over = self._overlay.spellings.get(key, ())
        if len(rows) + len(over) == 1:
            return over or (self._table.id(rows[0][0]),)
        weights = {self._table.id(row): self._weight_of_row(row, main) for row, main in rows}
        weights.update({place_id: self._weight(place_id) for place_id in over})
        mains = {self._table.id(row) for row, main in rows if main}.union(over)
        for province in [place_id for place_id in weights if place_id.startswith("ne:")]:
            self._place_province(province, key, weights, mains)
        return tuple(sorted(weights, key=lambda place_id: (-weights[place_id], place_id)))

    def _place_province(self, province: str, key: str, weights: dict[str, float], mains: Set[str]) -> None:
        """Put a province right behind its seat of the same name, but before other towns in it so named."""
        rows = {place_id: row for place_id in weights if (row := self._table.row(place_id)) is not None}
        towns = [place_id for place_id, row in rows.items() if self._table.province_id(row) == province]
        if not towns:
            return
        seat = self._built.capitals.get(province, max(towns, key=lambda town: weights[town]))
        if seat in towns and (
            seat in mains or province not in mains or alike(self._table.name(rows[seat]), key)
        ):
            weights[province] = weights[seat] - 0.5
        else:
            weights[province] = max(weights[province], *(weights[town] + 0.5 for town in towns))

    def _weight(self, place_id: str) -> float:
        place = self._overlay.places.get(place_id)
        if place is not None:
            return place.population
        row = self._table.row(place_id)
        return -1 if row is None else self._table.weight(row)

    def _weight_of_row(self, row: int, main: bool) -> float:
        weight = self._table.weight(row)
        return weight if main else weight / _MAIN_NAME_COUNTS

    def _is_ordinary(self, key: str) -> bool:
        return key in self._built.ordinary_words and key not in self._overlay.meant


@cache
def load_gazetteer(folder: Path | None = None) -> Gazetteer:
    """The gazetteer that ships with whoholds, or the built one in a folder. Raises DataError."""
    where = folder or SHIPPED
    plain = Gazetteer(read_built(where), Overlay(), digest_of(where))
    return plain.with_places(*read_additions(where / "additions.toml"))
