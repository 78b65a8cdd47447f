"""The commands `control` and `why`."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from whoholds.cli.opening import reading
from whoholds.cli.options import Clocks, Json, PlaceName, grouped
from whoholds.cli.render import states_table
from whoholds.cli.screen import say, show, show_json, told_readings


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
        first = None if answers else database.first_known(recorded=clocks.all["recorded"])
        rows = [answer.to_dict() for answer in answers] if as_json else []
    told_readings(answers)
    if as_json:
        show_json(rows[0] if place and len(place) == 1 else rows)
        return
    if not answers:
        say(_nothing(first, clocks))
        return
    from whoholds.wording import as_known_words

    known = as_known_words(answers[0].state, partial=answers[0].partial)
    show(states_table(answers, title=f"Who holds it {known}"))
    say("Reports gathered, not verified facts. Reasons: whoholds why PLACE")


def _nothing(first: date | None, clocks: Clocks) -> str:
    """Why there is no answer: nothing was known by then, recorded by then, or at all."""
    if first is not None and clocks.as_of is not None:
        return (
            f"Nothing was known by {clocks.as_of}: the first report is dated {first.isoformat()}. "
            "Give a later --as-of."
        )
    if clocks.recorded is not None:
        return f"No place had a claim at entry {clocks.recorded} of the record. Give a later --recorded."
    return "No place has a claim yet. Add reports first: whoholds add PATH"


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
        answer = database.control(place, **clocks.all)
        reasons = answer.why()
    told_readings([answer])
    if as_json:
        show_json(reasons.to_dict() | {"read_as": answer.read_as})
    else:
        why_page(reasons)
