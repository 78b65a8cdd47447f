"""The map as a picture: of a day, and of many days one after another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import product
from typing import TYPE_CHECKING

from whoholds.database.map_page import Span, make_page
from whoholds.database.map_result import Animation, MapResult
from whoholds.database.moments import Day, Moment, day_of, moment_of
from whoholds.database.view import View
from whoholds.errors import InputError
from whoholds.exports import Filter, Selection
from whoholds.exports.html import write_page
from whoholds.exports.map_frame import Box, box_of
from whoholds.exports.map_panel import panel_of
from whoholds.exports.map_spots import Ground
from whoholds.exports.map_svg import SMALLEST, Look, colour_findings, panel_svg, same_size, scene_of
from whoholds.exports.raster import MOST_FRAMES, check_frames, to_animation
from whoholds.gazetteer import Gazetteer, Ring
from whoholds.model import Place, end_of_day
from whoholds.trust import newest_fit

if TYPE_CHECKING:
    from whoholds.database.database import Database

STEPS = 36  # points in each direction at which the countries of a map are looked up
SHAPES = (0.8, 2.6)  # of maps, width to height


@dataclass(frozen=True, slots=True)
class Course:
    """The days of an animation: from, to, and every how many days; `then`: each as known at its end.

    `seconds`: how long a day is shown. Raises InputError for days in the wrong order or a step below 1.
    """

    since: Day
    until: Day
    step: int = 1
    then: bool = False
    seconds: float = 0.5

    def days(self) -> list[date]:
        """Each day that is drawn; the last one is always among them."""
        first, last = day_of(self.since), day_of(self.until)
        if first is None or last is None or last < first:
            raise InputError(f"The days run from {self.since} to {self.until}: give the earlier one first.")
        if self.step < 1:
            raise InputError(f"A step of {self.step} days is none. Give 1 or more.")
        span = (last - first).days
        found = [first + timedelta(days=number) for number in range(0, span, self.step)] + [last]
        if len(found) > MOST_FRAMES:
            raise InputError(
                f"From {first} to {last} in steps of {self.step} are more than {MOST_FRAMES} pictures. "
                f"Give a step of {-(-span // (MOST_FRAMES - 1))} days or more, or fewer days."
            )
        return found


@dataclass(frozen=True, slots=True)
class Asked:
    """Of what a map is: the day, the moment of knowledge, the ledger sequence, and what of it is wanted."""

    on: Day | None = None
    as_of: Moment | None = None
    recorded: int | Moment | None = None
    filter: Filter = field(default_factory=Filter)


def map_of(database: Database, asked: Asked, look: Look) -> MapResult:
    """The map of a day."""
    view = database.view(as_of=asked.as_of, recorded=asked.recorded)
    selection = _selection(database, asked)
    sequence = view.resolved.record.recorded
    order = database.party_order(recorded=asked.recorded)
    days = Span(look.title, until=max(selection.on, view.last_day), opens=selection.on)
    span = replace(days, order=order, colours=look.colours, wanted=selection.filter)

    def page() -> str:
        fits = database.store.fits(recorded=sequence)
        made = make_page(view, lambda moment: newest_fit(fits, moment), span)
        return write_page(made.whole())

    ground = replace(
        ground_of(view.gazetteer, [one.place for one in selection.wanted_states()]),
        last_holders=_last_holders(view, selection),
        order=order,
    )
    return MapResult(selection, ground, look, page)


def animation_of(database: Database, asked: Asked, course: Course, look: Look) -> Animation:
    """The maps of many days as one animated WebP, all with the same extent, colours and legend."""
    days = course.days()
    check_frames(len(days), look.width, look.height or SMALLEST)
    limit, panels = moment_of(asked.as_of), []
    places: dict[str, Place] = {}
    for day in days:
        known = [one for one in (limit, end_of_day(day) if course.then else None) if one is not None]
        then = replace(asked, on=day, as_of=min(known, default=None))
        selection = _selection(database, then)
        view = database.view(as_of=then.as_of, recorded=then.recorded)
        places |= {one.place.id: one.place for one in selection.wanted_states()}
        panels.append(panel_of(selection, _bare_ground(view, selection)))
    whole = database.view(recorded=asked.recorded)
    ground = replace(ground_of(whole.gazetteer, list(places.values())), order=whole.party_order)
    scene = scene_of(panels, ground, look)
    scene, look = same_size(panels, scene, look)
    check_frames(len(days), look.width, look.height or 0)
    made = to_animation((panel_svg(one, scene, look) for one in panels), seconds=course.seconds)
    return Animation(made, len(days), tuple(colour_findings(scene, look)))


def _bare_ground(view: View, selection: Selection) -> Ground:
    """Last holders, and the outlines of the provinces that something is said of as a whole."""
    return Ground(
        _own_outlines(view.gazetteer, (one.place for one in selection.wanted_states())),
        _last_holders(view, selection),
    )


def _selection(database: Database, asked: Asked) -> Selection:
    found = database.selection(on=asked.on, as_of=asked.as_of, recorded=asked.recorded, filter=asked.filter)
    return replace(found, public=True)


def ground_of(gazetteer: Gazetteer, places: Sequence[Place]) -> Ground:
    """The provinces that a map of these places shows."""
    own = _own_outlines(gazetteer, places)
    points = [(one.lon, one.lat) for one in places if one.lon is not None and one.lat is not None]
    points += [point for rings in own.values() for ring in rings for point in ring]
    countries = {one.country for one in places if one.country}
    if points:
        countries.update(_countries_in(box_of(points), gazetteer))
    around = (gazetteer.province_outlines(one) for one in sorted(countries))
    return Ground(own | {name: rings for found in around for name, rings in found.items()})


def _own_outlines(gazetteer: Gazetteer, places: Iterable[Place]) -> dict[str, list[Ring]]:
    told = sorted({one.id for one in places if one.kind == "province"})
    return {name: rings for name in told if (rings := gazetteer.outline(name))}


def _countries_in(box: Box, gazetteer: Gazetteer) -> Iterator[str]:
    """The countries of points spread over an extent, made wide and made high as a picture may be."""
    for shape, across, down in product(SHAPES, range(STEPS + 1), range(STEPS + 1)):
        wide = box.to_shape(shape)
        lat = wide.south + (wide.north - wide.south) * down / STEPS
        lon = wide.west + (wide.east - wide.west) * across / STEPS
        if -90 <= lat <= 90 and -180 <= lon <= 180:
            found = gazetteer.province_at(lat, lon)
            if found is not None and found.country:
                yield found.country


def _last_holders(view: View, selection: Selection) -> dict[str, str]:
    """Who held the places that are contested before they were."""
    found: dict[str, str] = {}
    for state in selection.wanted_states():
        if state.status == "contested":
            held = [one.holder for one in view.history(state.place, state.on) if one.holder]
            if held:
                found[state.place.id] = held[-1]
    return found
