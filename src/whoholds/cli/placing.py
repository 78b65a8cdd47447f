"""Commands on places: add the user's own, find one by name."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from whoholds.cli.opening import filling, gazetteer_of
from whoholds.cli.options import Json
from whoholds.cli.render import add_row, table, text
from whoholds.cli.screen import say, show, show_json
from whoholds.cli.tally import counted
from whoholds.errors import NotFoundError

if TYPE_CHECKING:
    from whoholds.gazetteer import Gazetteer
    from whoholds.model import Place

places = typer.Typer(
    no_args_is_help=True, help="Places: find one by name, add your own.", rich_markup_mode="rich"
)


@places.command("add")
def add_places(
    ctx: typer.Context,
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help="CSV (name, lat, lon), GeoJSON points, or a GeoNames country file."
        ),
    ],
    as_json: Json = False,
) -> None:
    """Record places of your own; they are found in reports from then on, in those recorded before as well."""
    with filling(ctx, file) as database:
        new = database.add_places(file)
    if as_json:
        show_json({"new": new})
    else:
        show(text(f"{counted(new, 'place')} recorded."))


@places.command("find")
def find_place(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="Any spelling.")],
    as_json: Json = False,
) -> None:
    """Show the places with a name, the most populous first, those of your own with them."""
    gazetteer = gazetteer_of(ctx)
    found = gazetteer.named(name)
    if not found:
        from whoholds.database.lookup import near_spellings

        near = near_spellings(name, gazetteer, ())
        hint = f"Did you mean {' or '.join(near)}?" if near else "Add it with: whoholds places add FILE"
        raise NotFoundError(f"No place is called {name!r}. {hint}")
    rows = [place_dict(place, gazetteer) for place in found]
    if as_json:
        show_json(rows)
        return
    made = table("Name", "Kind", "In", "Latitude", "Longitude", "People", "Id")
    for row in rows:
        people = f"{row['population']:,}" if row["population"] else None
        lat, lon = (None if row[key] is None else f"{row[key]:.3f}" for key in ("lat", "lon"))
        add_row(made, row["name"], row["kind"], ", ".join(row["inside"]), lat, lon, people, row["id"])
    show(made)
    say(f"{len(rows)} found.")


def place_dict(place: Place, gazetteer: Gazetteer) -> dict[str, Any]:
    """A place in plain values; `inside` are the names of what it lies in, innermost first."""
    return {
        "id": place.id,
        "name": place.name,
        "kind": place.kind,
        "lat": place.lat,
        "lon": place.lon,
        "country": place.country,
        "inside": [one.name for one in gazetteer.inside(place)],
        "population": place.population or None,
    }
