"""The routes of pictures: the map of a day, drawn and in pixels; the maps of many days, one after another."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

from fastapi import FastAPI, Query, Request
from starlette.responses import Response

from whoholds.database.map_result import MapResult
from whoholds.database.mapping import Course
from whoholds.exports.map_svg import Look
from whoholds.server import replies
from whoholds.server.desk import Desk
from whoholds.server.params import AnimationAsked, PictureAsked
from whoholds.server.replies import PNG, SVG, WEBP, as_picture, kept_name, seq_of

Drawn = Annotated[PictureAsked, Query()]
Moving = Annotated[AnimationAsked, Query()]


def picture_routes(api: FastAPI, desk: Desk) -> None:
    """Pictures."""

    @api.get("/api/map.svg", response_class=replies.Svg)
    def map_svg(request: Request, asked: Drawn) -> Response:
        """The map of a day as a drawing: legend, clocks, filters in words, method, ledger, licence."""
        with _drawn(desk, request, asked) as found:
            return as_picture(found.svg.encode(), SVG, f"{_name(found)}.svg")

    @api.get("/api/map.png", response_class=replies.Png)
    def map_png(request: Request, asked: Drawn) -> Response:
        """The same in pixels, two for each of the drawing. Needs the extra `pictures` (else 501)."""
        with _drawn(desk, request, asked) as found:
            return as_picture(found.png(zoom=2), PNG, f"{_name(found)}.png")

    @api.get("/api/map.webp", response_class=replies.WebP)
    def map_webp(request: Request, asked: Moving) -> Response:
        """The maps of many days as one animated lossless WebP. Needs the extra `pictures` (else 501)."""
        course = Course(asked.from_, asked.to, asked.step, then=asked.then)
        look = Look(title=asked.title, width=asked.width)
        known = asked.known(seq_of(request))
        with desk.long_reading() as database:
            database.check_words(asked.filter(), recorded=known["recorded"])
            made = database.animation(course, **known, filter=asked.filter(), look=look)
            sequence = database.sequence(known["recorded"])
        days = {"on": f"{asked.from_}-to-{asked.to}", "as_of": asked.as_of, "recorded": sequence}
        if asked.then:
            days["as_of"] = "that-day"
        return as_picture(made.webp, WEBP, f"{kept_name('map', days)}.webp")


@contextmanager
def _drawn(desk: Desk, request: Request, asked: PictureAsked) -> Iterator[MapResult]:
    """The map that is asked for. Raises NotFoundError, InputError."""
    look = Look(title=asked.title, width=asked.width)
    clocks = asked.clocks(seq_of(request))
    with desk.long_reading() as database:
        database.check_words(asked.filter(), recorded=clocks["recorded"])
        yield database.map(**clocks, filter=asked.filter(), look=look)


def _name(found: MapResult) -> str:
    return kept_name("map", found.selection.about())
