"""How long areas of many places take, by the size of cells: interpolating, adding up, outlines.

    python benchmarks/bench_areas.py [PLACES]

Towns of one country with states made up (seven in ten known), as on a day of a long war.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date

from whoholds.areas import Areas, Land, Spot, extents_of, interpolate
from whoholds.exports.areas_plain import areas_geojson
from whoholds.gazetteer import Gazetteer, load_gazetteer

PARTIES = ("Russian forces", "Ukrainian government")
STATES = (*PARTIES, "other", "contested")


def made_spots(count: int, gazetteer: Gazetteer) -> list[Spot]:
    """Towns within 800 km of one point, east of a wavy line held by one side, west of it by the other."""
    dice = random.Random(count)
    near = [place for place, _ in gazetteer.near(49.0, 32.0, 800.0) if place.country == "UA"]
    towns = sorted((place for place in near if place.kind == "settlement"), key=lambda place: place.id)
    found = []
    for place in dice.sample(towns, min(count, len(towns))):
        lat, lon = place.lat or 0.0, place.lon or 0.0
        holder = PARTIES[lon < 36.5 + dice.gauss(0, 0.4)]
        known = dice.random() < 0.7
        chances = {state: 0.9 if state == holder else 0.1 / 3 for state in STATES}
        found.append(
            Spot(
                place.id,
                place.name,
                lat,
                lon,
                "UA",
                "held" if known else "unknown",
                holder if known else None,
                chances,
                age=dice.randrange(60),
                stirred=abs(lon - 36.5) < 0.8,
            )
        )
    return found


def timed(what: str, work: Callable[[], object]) -> None:
    """Prints how long one piece of work takes, in seconds of the clock and of the processor."""
    began, used = time.perf_counter(), time.process_time()
    work()
    print(
        f"  {what:<24} {time.perf_counter() - began:7.2f} s ({time.process_time() - used:.2f} s of processor)"
    )


def measure(spots: Sequence[Spot], land: Land, resolution: int) -> None:
    """Prints the times for one size of cells."""
    print(f"resolution {resolution}:")
    made: list[Areas] = []

    def work() -> None:
        cells = interpolate(spots, land, resolution)
        made.append(Areas(date(2023, 6, 1), None, 0, "bench", resolution, cells))

    timed("interpolated", work)
    areas = made[0]
    timed("added up", lambda: extents_of(areas, by_status=True))
    timed("outlines as GeoJSON", lambda: areas_geojson(areas))
    print(f"  {len(areas.cells):,} cells, {sum(cell.solid for cell in areas.cells):,} of them solid")
    for one in extents_of(areas):
        print(f"  {one.party or one.status}: {one.low:,.0f} to {one.high:,.0f} km2")


def main() -> None:
    """Measure all sizes of cells."""
    gazetteer = load_gazetteer()

    def country_at(lat: float, lon: float) -> str | None:
        found = gazetteer.province_at(lat, lon)
        return None if found is None else found.country

    spots = made_spots(int(sys.argv[1]) if len(sys.argv) > 1 else 5000, gazetteer)
    print(f"{len(spots):,} places")
    for resolution in (5, 6, 7):
        measure(spots, Land(country_at), resolution)


if __name__ == "__main__":
    main()
