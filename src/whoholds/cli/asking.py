"""The commands `control`, `why` and `profiles`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from whoholds.cli.dates import MisuseError
from whoholds.cli.opening import reading
from whoholds.cli.options import By, Clocks, Json, Meaning, PlaceName, grouped
from whoholds.cli.render import add_row, profiles_table, states_table, table, text
from whoholds.cli.screen import say, show, show_json, told_meaning, told_readings

if TYPE_CHECKING:
    from whoholds.database import ControlAnswer, Database

PARTS_NAMED = 5  # parts of a place that are named where they are not asked for


@grouped
def control(
    ctx: typer.Context,
    clocks: Clocks,
    meaning: Meaning,
    place: Annotated[
        list[str] | None, typer.Argument(metavar="PLACE…", help="Without one, all places with claims.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Show who holds which place on a day, as known at a moment."""
    if meaning.neighbours and (not place or meaning.profiles):
        raise MisuseError("--neighbours takes a PLACE, and not --profiles. Leave the other out.")
    if meaning.profiles and (not place or meaning.parts or meaning.profile is not None):
        raise MisuseError(
            "--profiles takes a PLACE, and neither --profile nor --parts. Leave the others out."
        )
    with reading(ctx) as database:
        answers = tuple(_answers(database, place, clocks, meaning))
        first = None if answers else database.first_known(recorded=clocks.all["recorded"])
        rows = [answer.to_dict() for answer in answers] if as_json else []
    told_readings(answers)
    if as_json:
        one = place is not None and len(place) == 1 and not (meaning.profiles or meaning.parts)
        show_json(rows[0] if one else rows)
        return
    if not answers:
        say(_nothing(first, clocks))
        return
    _shown(answers, meaning, place)


def _answers(
    database: Database, places: list[str] | None, clocks: Clocks, meaning: Meaning
) -> Iterator[ControlAnswer]:
    if not places:
        yield from database.controls(**clocks.all, **meaning.by, parts=meaning.parts)
    for name in places or ():
        if meaning.profiles:
            yield from database.profiles(name, **clocks.all)
            continue
        answer = database.control(name, **clocks.all, **meaning.by, neighbours=meaning.neighbours)
        yield answer
        inside = answer.parts if meaning.parts else ()
        for part in inside:
            yield database.control(
                part.state.place.id, **clocks.all, **meaning.by, neighbours=meaning.neighbours
            )


def _shown(answers: Sequence[ControlAnswer], meaning: Meaning, places: list[str] | None) -> None:
    from whoholds.wording import as_known_words

    profile = answers[0].profile
    by = "" if profile.is_default or meaning.profiles else f"(profile {profile.name}) "
    title = f"Who holds it {by}{as_known_words(answers[0].state, partial=answers[0].partial)}"
    show(profiles_table(answers, title) if meaning.profiles else states_table(answers, title=title))
    told_meaning(answers)
    if any(answer.within is not None for answer in answers):
        say("Who holds a province or district is told by claims that name it, never by its centre.")
    if places and not (meaning.parts or meaning.profiles):
        for answer in (one for one in answers if one.parts):
            say(_parts_told(answer))
    say("Reports gathered, not verified facts. Reasons: whoholds why PLACE")


def _parts_told(answer: ControlAnswer) -> str:
    named = [one.state.place.name for one in answer.parts]
    shown = ", ".join(named[:PARTS_NAMED]) + (" …" if len(named) > PARTS_NAMED else "")
    return f"Parts of {answer.state.place.name} are places of their own ({shown}). Add --parts to see them."


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
    by: By,
    as_json: Json = False,
) -> None:
    """Show why a place is said to be held: who says what, side by side, and the sum of the reasons."""
    from whoholds.cli.render_why import why_page

    with reading(ctx) as database:
        answer = database.control(place, **clocks.all, **by.all)
        reasons = answer.why()
    told_readings([answer])
    if as_json:
        show_json(reasons.to_dict() | {"read_as": answer.read_as, "profile": answer.profile.name})
    else:
        why_page(reasons)
        told_meaning([answer])


def profiles(as_json: Json = False) -> None:
    """Show what "controls" can mean: the names for --profile, the first of them the default."""
    from whoholds.control.profiles import profiles as known

    if as_json:
        show_json([one.to_dict() for one in known().values()])
        return
    made = table("Profile", "“controls” means", "Parts that speak for the whole")
    for one in known().values():
        add_row(made, text(one.name, "bold" if one.is_default else ""), one.meaning, one.parts_words)
    show(made)
