"""The command `areas`: the land around places, as interpolated."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from whoholds.cli.dates import MisuseError
from whoholds.cli.opening import reading
from whoholds.cli.options import Clocks, Json, grouped
from whoholds.cli.screen import deliver, say, show, show_json, show_text
from whoholds.errors import InputError

if TYPE_CHECKING:
    from rich.table import Table

    from whoholds.areas import Areas


def a_resolution(size: int | None) -> int | None:
    """A callback of an option: a size of cells that are made. Raises MisuseError."""
    from whoholds.areas.numbers import numbers

    if size is not None:
        try:
            numbers().checked(size)
        except InputError as error:
            raise MisuseError(str(error)) from error
    return size


@dataclass(frozen=True, slots=True)
class Drawing:
    """How fine the cells are, and in which forms they are written."""

    resolution: Annotated[
        int | None,
        typer.Option(
            help="Size of the H3 cells: 5 (coarse), 6, 7 (fine). Without it, 6.", callback=a_resolution
        ),
    ] = None
    geojson: Annotated[
        Path | None, typer.Option(help="Write the outlines as GeoJSON to this file.", metavar="FILE")
    ] = None
    svg: Annotated[Path | None, typer.Option(help="Write a drawing to this file.", metavar="FILE")] = None
    csv: Annotated[bool, typer.Option("--csv", help="Print CSV.")] = False
    cells: Annotated[
        bool,
        typer.Option("--cells", help="In GeoJSON, CSV and JSON: each cell, with its places and weights."),
    ] = False


@grouped
def areas(ctx: typer.Context, clocks: Clocks, drawing: Drawing, as_json: Json = False) -> None:
    """Show the land around places in km², by who holds it: interpolated, never reported; unknown apart."""
    from whoholds.exports.areas_plain import areas_csv, areas_dict, areas_geojson
    from whoholds.exports.areas_svg import areas_svg

    if as_json and drawing.csv:
        raise typer.BadParameter("Give --json or --csv, not both.")
    with reading(ctx) as database:
        found = database.areas(**clocks.all, resolution=drawing.resolution)
        partial = found.recorded < database.sequence()
        drawn = database.areas_drawn(found) if drawing.svg is not None else None
    if drawing.geojson is not None:
        deliver(areas_geojson(found, cells=drawing.cells), drawing.geojson)
    if drawing.svg is not None and drawn is not None:
        deliver(areas_svg(found, drawn), drawing.svg)
    if as_json:
        show_json(areas_dict(found, cells=drawing.cells))
    elif drawing.csv:
        show_text(areas_csv(found, cells=drawing.cells))
    elif found.cells:
        show(_table(found, partial=partial))
        _tell(found)
    else:
        say("No place with a position has a claim yet, so there is no land to speak of.")


def _table(found: Areas, *, partial: bool) -> Table:
    """The km² of each party whole, and below it by status; then what is contested or unknown."""
    from whoholds.areas import extents_of
    from whoholds.cli.render import add_row, table
    from whoholds.exports.areas_plain import clock_words, label_words, range_words

    made = table(
        "Holder", "Status", "Interpolated area", "Cells", "Places",
        title=f"Areas {clock_words(found, partial=partial)}: {label_words(found)}",
    )  # fmt: skip
    parts = extents_of(found, by_status=True)
    for one in extents_of(found):
        counts = (f"{one.cells:,}", f"{one.places:,}")
        add_row(made, one.party or "", one.status, range_words(one), *counts)
        for part in parts if one.party is not None else ():
            if part.party == one.party:
                counts = (f"{part.cells:,}", f"{part.places:,}")
                add_row(made, "", part.status, range_words(part), *counts)
    return made


def _tell(found: Areas) -> None:
    from whoholds.exports.areas_plain import NOTE

    if found.left_out:
        why: dict[str, int] = {}
        for one in found.left_out:
            why[one.why] = why.get(one.why, 0) + 1
        say("Places that say nothing of the land around them: " + "; ".join(
            f"{count} ({words})" for words, count in sorted(why.items())
        ) + ".")  # fmt: skip
    say("From: cells near enough to a place to be drawn whole. To: with those that fade, up to 25 km.")
    say(NOTE)
