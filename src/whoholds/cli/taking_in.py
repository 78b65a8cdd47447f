"""Commands that take something in: add, claims import, baseline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from whoholds.cli.dates import a_moment
from whoholds.cli.exits import STOPPED
from whoholds.cli.opening import filling, not_there, writing
from whoholds.cli.options import Json, given_of, grouped
from whoholds.cli.screen import Share, say, show_json, show_text, track
from whoholds.cli.tally import Tally, counted
from whoholds.errors import InputError, StoreError

if TYPE_CHECKING:
    from whoholds.database import Added, Database
    from whoholds.pipeline import Ingested
    from whoholds.reports import Given, Rejected, Skipped

STDIN = "-"


@dataclass(frozen=True, slots=True)
class About:
    """What is said of all reports that do not say it themselves."""

    outlet: Annotated[
        str | None, typer.Option(help="The outlet of reports that do not name theirs.", metavar="NAME")
    ] = None
    published: Annotated[
        str | None,
        typer.Option(
            help="The date of reports without one, YYYY-MM-DD or with time and zone.",
            metavar="DATE",
            callback=a_moment,
        ),
    ] = None


@grouped
def add(
    ctx: typer.Context,
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH…", help="Text, Markdown, JSON Lines, a folder, or - for standard input."
        ),
    ],
    about: About,
    as_json: Json = False,
) -> None:
    """Read reports and record what they say. The same again changes nothing.

    A file or line that cannot be read is told and passed over; the rest is recorded (exit code 3).
    """
    given = given_of(about.outlet, about.published)  # an unclear date is refused before anything is recorded
    tally = Tally()
    gone = () if STDIN in paths else not_there(ctx, paths)
    for why in gone:
        tally.reject(why)
    if not gone:
        with writing(ctx) as database:
            for path in paths:
                _add_one(database, path, given, tally)
    _finish(tally, as_json=as_json)


def _add_one(database: Database, path: str, given: Given, tally: Tally) -> None:
    try:
        share, some = Share(), False
        for item in track(_items(database, path, given, share), "Reading reports", share=share):
            tally.count(item)
            some = True
        if not some:
            say(f"{path} holds nothing to read. Put reports in it (.txt, .md, .jsonl), or name others.")
    except InputError as error:
        tally.reject(str(error))
    except StoreError as error:
        raise StoreError(f"{error} {tally.kept()}") from error
    except KeyboardInterrupt:
        say(tally.stopped())
        raise typer.Exit(STOPPED) from None


def _items(
    database: Database, path: str, given: Given, share: Share
) -> Iterator[Ingested | Rejected | Skipped]:
    if path != STDIN:
        yield from database.adding(path, outlet=given.outlet, published=given.published, progress=share.tell)
        return
    from whoholds.cli.standard_input import reports_of_stdin
    from whoholds.model import Report

    reports = []
    for found in reports_of_stdin(given):
        if isinstance(found, Report):
            reports.append(found)
        else:
            yield found
    yield from database.adding(*reports, progress=share.tell)


def _finish(tally: Tally, *, as_json: bool) -> None:
    if as_json:
        show_json(tally.to_dict())
    else:
        show_text(tally.summary())
    for line in tally.advice():
        say(line)
    if tally.rejected or tally.misdated:
        raise typer.Exit(InputError.exit_code)


def import_claims(
    ctx: typer.Context,
    file: Annotated[
        Path, typer.Argument(metavar="FILE.jsonl", help="Claims in the codebook's names, one object a line.")
    ],
    as_json: Json = False,
) -> None:
    """Record claims that people or other tools coded. They count before what whoholds reads itself."""
    with filling(ctx, file) as database:
        _tell(database.import_claims(file), as_json)


def baseline(
    ctx: typer.Context,
    file: Annotated[
        Path, typer.Argument(metavar="FILE.csv", help="A table with the columns place, holder, from.")
    ],
    as_json: Json = False,
) -> None:
    """Record who held which places when the reports begin."""
    with filling(ctx, file) as database:
        done = database.baseline(file)
        for line in database.unknown_places(file):
            say(line)
        _tell(done, as_json)


def _tell(done: Added, as_json: bool) -> None:
    """What was recorded; exit code 3 where something was rejected."""
    for problem in done.problems:
        say(problem.why)
    numbers = {name: getattr(done, name) for name in ("new", "known", "dated", "rejected", "claims")}
    if as_json:
        show_json(numbers)
    else:
        already = f", {done.known} known already" if done.known else ""
        show_text(
            f"{counted(done.claims, 'claim')} recorded from {counted(done.new, 'new report')}{already}."
        )
    if done.problems:
        raise typer.Exit(InputError.exit_code)
