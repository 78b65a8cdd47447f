"""Commands that put the record together: dossier, timeline, conflicts, diff, brief, map, export."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from whoholds.cli.dates import a_day, a_moment
from whoholds.cli.filtering import OnPage, Wanted, days_in_order, told_unmet
from whoholds.cli.opening import reading
from whoholds.cli.options import Clocks, Json, Knowledge, Output, PlaceName, ProfileName, grouped
from whoholds.cli.render_report import (
    changes_table,
    conflict_page,
    dossier_page,
    entry_lines,
    year_lines,
)
from whoholds.cli.screen import (
    deliver,
    say,
    show,
    show_json,
    show_json_line,
    told_meaning,
    told_place,
    told_readings,
)
from whoholds.cli.tally import counted

OnePlace = Annotated[str | None, typer.Option(help="Only this place.", metavar="PLACE")]
PlaceOrAll = Annotated[
    str | None, typer.Argument(metavar="[PLACE]", help="Only this place; without one, all.")
]


@dataclass(frozen=True, slots=True)
class About:
    """What is asked of: the place given by itself or by `--place`, else all."""

    named: PlaceOrAll = None
    place: OnePlace = None

    @property
    def one(self) -> str | None:
        """The place; two are one too many."""
        if None not in (self.named, self.place) and self.named != self.place:
            raise typer.BadParameter(f"{self.named} and --place {self.place} are two places. Give one.")
        return self.named if self.named is not None else self.place


class Form(StrEnum):
    """The forms of `export`: of states, unless they are called otherwise."""

    GEOJSON = "geojson"
    CSV = "csv"
    JSON = "json"
    CLAIMS_GEOJSON = "claims-geojson"
    CLAIMS_CSV = "claims-csv"
    CLAIMS = "claims"
    EVENTS = "events"


@grouped
def dossier(
    ctx: typer.Context,
    clocks: Clocks,
    place: PlaceName,
    profile: ProfileName = None,
    as_json: Json = False,
) -> None:
    """Show all that is known of a place: state, history, parts, events, contradictions, surroundings."""
    with reading(ctx) as database:
        found = database.dossier(place, **clocks.all, profile=profile)
        answer = database.control(place, **clocks.all, profile=profile)
    told_readings([answer])
    if as_json:
        from whoholds.database.plain_rows import dossier_dict

        within = answer.within.to_dict() if answer.within is not None else None
        more = {"within": within, "read_as": answer.read_as, "controls": answer.profile.to_dict()}
        some_time = {"some_time": list(year_lines(found))}
        show_json(dossier_dict(found, answer) | some_time | more)
    else:
        show(*dossier_page(found, answer))
        told_meaning([answer])


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of days."""

    since: Annotated[
        str | None,
        typer.Option(help="Only events that can be of this day or later.", metavar="DATE", callback=a_day),
    ] = None
    until: Annotated[
        str | None,
        typer.Option(help="Only events that can be of this day or earlier.", metavar="DATE", callback=a_day),
    ] = None


@grouped
def timeline(
    ctx: typer.Context, stretch: Stretch, about: About, known: Knowledge, as_json: Json = False
) -> None:
    """Show events in order of their days, each with the claims that tell of it."""
    place = about.one
    days_in_order(asdict(stretch), "since", "until")
    with reading(ctx) as database:
        told_place(database, place, **known.known)
        entries = database.timeline(stretch.since, stretch.until, place=place, **known.known)
    if as_json:
        from whoholds.database.plain_rows import entry_dict

        for entry in entries:
            show_json_line(entry_dict(entry))
        return
    for entry in entries:
        show(*entry_lines(entry))
    say(f"{counted(len(entries), 'event')}.")


@grouped
def conflicts(ctx: typer.Context, about: About, known: Knowledge, as_json: Json = False) -> None:
    """Show claims that cannot all be true, side by side."""
    place = about.one
    with reading(ctx) as database:
        told_place(database, place, **known.known)
        found = database.conflicts(place=place, **known.known)
        claims = {claim.id: claim for claim in database.claims(place=place, **known.known)}
    if as_json:
        from whoholds.database.plain_rows import conflict_dict

        for one in found:
            show_json_line(conflict_dict(one, claims))
        return
    for one in found:
        show(*conflict_page(one, claims))
    say(f"{counted(len(found), 'contradiction')}.")


@grouped
def diff(  # noqa: PLR0913 - two days, and flags that the parser gives one by one
    ctx: typer.Context,
    before: Annotated[str, typer.Argument(metavar="DATE", help="The first day.", callback=a_moment)],
    after: Annotated[str, typer.Argument(metavar="DATE", help="The second day.", callback=a_moment)],
    known: Knowledge,
    then: Annotated[
        bool, typer.Option("--as-known-then", help="Each day by what had been published by its end.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Show the places whose status or holder differs between two days, by the same knowledge."""
    moments = (before, after) if then else (known.as_of, known.as_of)
    with reading(ctx) as database:
        found = database.diff(before, after, as_of=moments, recorded=known.known["recorded"])
    if as_json:
        from whoholds.database.plain_rows import change_dict

        show_json([change_dict(one) for one in found])
        return
    if found:
        show(changes_table(found, before, after))
    say(f"{counted(len(found), 'place')} changed between {before} and {after}.")


@grouped
def brief(ctx: typer.Context, clocks: Clocks, wanted: Wanted, output: Output = None) -> None:
    """Write a brief in Markdown: who holds what, what changed, what is disputed, each with its quotation."""
    chosen = wanted.filter()
    with reading(ctx) as database:
        told_place(database, wanted.place, **Knowledge(clocks.as_of, clocks.recorded).known)
        told_unmet(database, chosen, **Knowledge(clocks.as_of, clocks.recorded).known)
        words = database.brief(**clocks.all, filter=chosen)
    deliver(words, output)


@dataclass(frozen=True, slots=True)
class Drawing:
    """What the map is to cover."""

    title: Annotated[str | None, typer.Option(help="The title of the page.", metavar="WORDS")] = None
    opens: Annotated[
        str | None,
        typer.Option(
            "--on", help="The day it opens on; all others are on it too.", metavar="DATE", callback=a_day
        ),
    ] = None
    since: Annotated[
        str | None, typer.Option(help="The first day drawn.", metavar="DATE", callback=a_day)
    ] = None
    until: Annotated[str | None, typer.Option(help="The last day drawn.", metavar="DATE", callback=a_day)] = (
        None
    )


@grouped
def page(
    ctx: typer.Context,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE.html", help="The file to write.")],
    drawing: Drawing,
    known: Knowledge,
    wanted: OnPage,
) -> None:
    """Write the map as one HTML file that opens from a disk and asks nothing of any network."""
    chosen = wanted.filter()
    with reading(ctx) as database:
        told_place(database, wanted.place, **known.known)
        told_unmet(database, chosen, **known.known)
        say("Drawing the map …")
        words = database.page(**asdict(drawing), **known.known, filter=chosen)
    deliver(words, output)


@grouped
def export(
    ctx: typer.Context,
    form: Annotated[Form, typer.Argument(help="What to write, and how.")],
    clocks: Clocks,
    wanted: Wanted,
    output: Output = None,
) -> None:
    """Write states (geojson, csv, json), claims or events for other tools. Private names are withheld."""
    chosen = wanted.filter()
    with reading(ctx) as database:
        told_place(database, wanted.place, **Knowledge(clocks.as_of, clocks.recorded).known)
        told_unmet(database, chosen, **Knowledge(clocks.as_of, clocks.recorded).known)
        words = database.export(form.value, **clocks.all, filter=chosen)
    deliver(words, output)
