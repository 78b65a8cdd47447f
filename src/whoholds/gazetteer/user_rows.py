"""One row of a user's places: checked, with its id; what is wrong is noted, and the next rows are read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache

from whoholds.errors import InputError
from whoholds.gazetteer.fold import fold
from whoholds.gazetteer.gazetteer import load_gazetteer
from whoholds.model import Place

KINDS = frozenset({"settlement", "facility", "district", "province", "country"})


@dataclass(slots=True)
class Reading:
    """What was read: places, further names by place id, and by code how many GeoNames rows were skipped.

    `wrong`: a sentence for each row that cannot be read.
    """

    places: list[Place] = field(default_factory=list)
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)
    skipped: dict[str, int] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)
    wrong: list[str] = field(default_factory=list)

    @contextmanager
    def row(self) -> Iterator[None]:
        """Note what is wrong with a row."""
        try:
            yield
        except InputError as error:
            self.wrong.append(str(error))


def add_row(reading: Reading, row: Mapping[str, str], where: str) -> None:
    """Check one row of CSV or one feature, and note its place and names."""
    given = {key: value.strip() for key, value in row.items()}
    name, kind = given.get("name", ""), given.get("kind", "").lower() or "settlement"
    if not fold(name):
        raise InputError(f"{where}: the place has no name; give one, or delete the row.")
    if kind not in KINDS:
        raise InputError(f"{where}: the kind {kind!r} is unknown; use one of {', '.join(sorted(KINDS))}.")
    place = Place(
        id=_free_id(reading, given.get("id") or name),
        name=name,
        kind=kind,
        lat=degrees(given.get("lat", ""), 90, f"{where}: lat"),
        lon=degrees(given.get("lon", ""), 180, f"{where}: lon"),
        country=_country(given.get("country", ""), where),
        part_of=given.get("part_of") or None,
        population=people(given.get("population", ""), where),
    )
    reading.places.append(place)
    further = [one.strip() for one in given.get("alternatives", "").split(";") if one.strip()]
    if further:
        reading.names[place.id] = tuple(further)


def _country(words: str, where: str) -> str | None:
    """The code of two letters (ISO 3166) for a code or a name in any spelling; None where nothing is said."""
    if not words:
        return None
    code = _country_code(words)
    if code is None:
        raise InputError(
            f"{where}: the country {words!r} is not known; give its name or its code of two letters "
            "(ISO 3166), such as Afghanistan or AF."
        )
    return code


@lru_cache
def _country_code(words: str) -> str | None:
    gazetteer, code = load_gazetteer(), words.upper()
    is_code = len(code) == 2 and code.isascii() and code.isalpha()
    if is_code and gazetteer.get(f"iso:{code}") is not None:
        return code
    named = (place.country for place in gazetteer.named(words) if place.kind == "country")
    return next(named, code if is_code else None)


def _free_id(reading: Reading, words: str) -> str:
    """The id "user:" and the folded words; a second place so named gets "-2"."""
    slug = free = "user:" + fold(words.removeprefix("user:")).replace(" ", "-")
    number = 1
    while free in reading.ids:
        number += 1
        free = f"{slug}-{number}"
    reading.ids.add(free)
    return free


def degrees(text: str, most: int, where: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if not -most <= value <= most:
        raise InputError(f"{where} is {text!r}; give degrees between -{most} and {most}, such as 36.73.")
    return value


def people(text: str, where: str) -> int:
    if text and not (text.isascii() and text.isdigit()):
        raise InputError(
            f"{where}: the population {text!r} is not a whole number; leave it empty if unknown."
        )
    return int(text or 0)
