"""The ground of a simulated war: places on a plane, roads between them, regions, and who begins where."""

from __future__ import annotations

import math
from dataclasses import dataclass
from random import Random

from whoholds.model import Place
from whoholds.simulate.numbers import Ground as GroundNumbers
from whoholds.simulate.words import words
from whoholds.text.places import unplaced

SIDES = words("sides")
"""The parties of simulated wars: the government, those who fight it, and a third one in some wars."""
ORIGIN = (-38.0, -20.0)  # latitude and longitude of the corner of the plane: open sea, no country's towns
KM_A_DEGREE = 111.32


@dataclass(frozen=True, slots=True)
class Site:
    """A place of the plane: its position in km, its region, whether that is quiet, and how known it is."""

    number: int
    place: Place
    x: float
    y: float
    region: int
    quiet: bool
    fame: float

    def km(self, other: Site) -> float:
        """The distance to another site."""
        return math.hypot(self.x - other.x, self.y - other.y)


@dataclass(frozen=True, slots=True)
class Ground:
    """Sites in order of their numbers, the roads of each, the sides, and the side that begins at each."""

    sites: tuple[Site, ...]
    roads: tuple[tuple[int, ...], ...]
    sides: tuple[str, ...]
    first: tuple[str, ...]


def make_ground(dice: Random, numbers: GroundNumbers) -> Ground:
    """A plane with places, roads, regions and a front across it; the same dice give the same ground."""
    points = _points(dice, numbers)
    centres = [_point(dice, numbers) for _ in range(numbers.regions)]
    quiet = [dice.random() < numbers.quiet for _ in centres]
    if all(quiet):
        quiet[0] = False
    sites = []
    for number, ((x, y), name) in enumerate(zip(points, _names(dice, len(points)), strict=True)):
        region = min(range(len(centres)), key=lambda one: math.dist((x, y), centres[one]))
        fame = dice.lognormvariate(0.0, numbers.fame_spread)
        sites.append(Site(number, _place(name, x, y), x, y, region, quiet[region], fame))
    sides = SIDES if dice.random() < numbers.third_side else SIDES[:2]
    return Ground(tuple(sites), _roads(sites, numbers.roads), sides, _first(dice, sites, sides))


def _point(dice: Random, numbers: GroundNumbers) -> tuple[float, float]:
    return dice.uniform(0, numbers.width_km), dice.uniform(0, numbers.height_km)


def _points(dice: Random, numbers: GroundNumbers) -> list[tuple[float, float]]:
    found: list[tuple[float, float]] = []
    apart = numbers.apart_km
    while len(found) < numbers.places:
        point = _point(dice, numbers)
        if all(math.dist(point, one) >= apart for one in found):
            found.append(point)
        else:
            apart *= 0.999  # a plane that is too small for its places still gets them
    return found


def _names(dice: Random, count: int) -> list[str]:
    all_of_them = [first + last for first in words("beginnings") for last in words("endings")]
    dice.shuffle(all_of_them)
    rounds = range(1 + count // len(all_of_them))
    named = [name if number == 0 else f"{name} {number + 1}" for number in rounds for name in all_of_them]
    return named[:count]


def _place(name: str, x: float, y: float) -> Place:
    lat = ORIGIN[0] + y / KM_A_DEGREE
    lon = ORIGIN[1] + x / (KM_A_DEGREE * math.cos(math.radians(ORIGIN[0])))
    bare = unplaced(name, None)
    return Place(bare.id, bare.name, bare.kind, round(lat, 4), round(lon, 4))


def _roads(sites: list[Site], count: int) -> tuple[tuple[int, ...], ...]:
    joined: list[set[int]] = [set() for _ in sites]
    for site in sites:
        others = sorted((other for other in sites if other is not site), key=site.km)
        for other in others[:count]:
            joined[site.number].add(other.number)
            joined[other.number].add(site.number)
    return tuple(tuple(sorted(one)) for one in joined)


def _first(dice: Random, sites: list[Site], sides: tuple[str, ...]) -> tuple[str, ...]:
    """A straight front through the middle of the places; the third side has the places of one corner."""
    angle = dice.uniform(0, 2 * math.pi)
    along = {site.number: site.x * math.cos(angle) + site.y * math.sin(angle) for site in sites}
    middle = sorted(along.values())[round(len(sites) * dice.uniform(0.4, 0.6))]
    held = [sides[0] if along[site.number] < middle else sides[1] for site in sites]
    if len(sides) > 2:
        corner = dice.choice(sites)
        for site in sorted(sites, key=corner.km)[: len(sites) // 6]:
            held[site.number] = sides[2]
    return tuple(held)
