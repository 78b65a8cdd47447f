"""Commands that take something in: add, claims import, baseline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from whoholds.cli.commands import STOPPED
from whoholds.cli.opening import writing
from whoholds.cli.options import Json, grouped
from whoholds.cli.screen import say, show_json, show_text, track
from whoholds.cli.tally import Tally
from whoholds.errors import InputError

if TYPE_CHECKING:
    from whoholds.database import Database
    from whoholds.pipeline import Ingested
    from whoholds.reports import Rejected, Skipped

STDIN = "-"


@dataclass(frozen=True, slots=True)
class About:
    """What is said of all reports that do not say it themselves."""

    outlet: Annotated[
        str | None, typer.Option(help="The outlet of reports that do not name theirs.", metavar="NAME")
    ] = None
    published: Annotated[
        str | None,
        typer.Option(help="The date of reports without one, YYYY-MM-DD or with time and zone.", metavar="DATE"),
    ] = None


@grouped
def add(
    ctx: typer.Context,
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH…", help="Text, Markdown, JSON Lines, a folder, or - for standard input.")
    ],
    about: About,
    as_json: Json = False,
) -> None:
    """Read reports and record what they say. The same again changes nothing.

    A file or line that cannot be read is told and passed over; the rest is recorded (exit code 3).
    """
    _check(about.published)
    tally = Tally()
    with writing(ctx) as database:
        for path in paths:
            _add_one(database, path, about, tally)
    _finish(tally, as_json=as_json)


def _check(published: str | None) -> None:
    """Refuse an unclear date before anything is recorded."""
    if published is not None:
        from whoholds.reports import parse_published

        parse_published(published)


def _add_one(database: Database, path: str, about: About, tally: Tally) -> None:
    try:
        for item in track(_items(database, path, about), "Reading reports"):
            tally.count(item)
    except InputError as error:
        tally.reject(str(error))
    except KeyboardInterrupt:
        say(tally.stopped())
        raise typer.Exit(STOPPED) from None


def _items(database: Database, path: str, about: About) -> Iterator[Ingested | Rejected | Skipped]:
    if path != STDIN:
        return database.add(path, outlet=about.outlet, published=about.published)
    from whoholds.cli.standard_input import reports_of_stdin

    found = reports_of_stdin(outlet=about.outlet, published=about.published)
    return database.add(found)


def _finish(tally: Tally, *, as_json: bool) -> None:
    if as_json:
        show_json(tally.to_dict())
    else:
        show_text(tally.summary())
    for line in tally.advice():
        say(line)
    if tally.rejected:
        raise typer.Exit(InputError.exit_code)


def import_claims(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE.jsonl", help="Claims in the codebook's names, one object a line.")],
    as_json: Json = False,
) -> None:
    """Record claims that people or other tools coded. They count before what whoholds reads itself."""
    with writing(ctx) as database:
        done = database.import_claims(file)
    _tell(done, as_json=as_json)


def baseline(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE.csv", help="A table with the columns place, holder, from.")],
    as_json: Json = False,
) -> None:
    """Record who held which places when the reports begin."""
    with writing(ctx) as database:
        done = database.baseline(file)
    _tell(done, as_json=as_json)
