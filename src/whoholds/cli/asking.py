"""The commands `control` and `why`."""

from __future__ import annotations

from typing import Annotated

import typer

from whoholds.cli.opening import reading
from whoholds.cli.options import Clocks, Json, PlaceName, grouped
from whoholds.cli.render import states_table
from whoholds.cli.screen import say, show, show_json


@grouped
def control(
    ctx: typer.Context,
    clocks: Clocks,
    place: Annotated[
        list[str] | None, typer.Argument(metavar="PLACE…", help="Without one, all places with claims.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Show who holds which place on a day, as known at a moment."""
    with reading(ctx) as database:
        if place:
            answers = tuple(database.control(name, **clocks.all) for name in place)
        else:
            answers = database.controls(**clocks.all)
        rows = [answer.to_dict() for answer in answers] if as_json else []
    if as_json:
        show_json(rows[0] if place and len(place) == 1 else rows)
        return
    if not answers:
        say("No place has a claim yet. Add reports first: whoholds add PATH")
        return
    from whoholds.wording import as_known_words

    show(states_table(answers, title=f"Who holds it {as_known_words(answers[0].state)}"))
    say("Reports gathered, not verified facts. Reasons: whoholds why PLACE")


@grouped
def why(
    ctx: typer.Context,
    clocks: Clocks,
    place: PlaceName,
    as_json: Json = False,
) -> None:
    """Show why a place is said to be held: who says what, side by side, and the sum of the reasons."""
    from whoholds.cli.render_why import why_page

    with reading(ctx) as database:
        reasons = database.control(place, **clocks.all).why()
    if as_json:
        show_json(reasons.to_dict())
    else:
        why_page(reasons)
