"""The command `claims`: of a file, of a batch of texts, or of the record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from whoholds.cli.opening import reading
from whoholds.cli.options import Json, Knowledge, grouped
from whoholds.cli.printable import printable
from whoholds.cli.screen import say, show, show_json_line, track
from whoholds.cli.tally import counted
from whoholds.errors import InputError

if TYPE_CHECKING:
    from whoholds.model import Report
    from whoholds.picture import ResolvedClaim
    from whoholds.reports.found import Found


@dataclass(frozen=True, slots=True)
class OfText:
    """Options for texts that are read without a record."""

    published: Annotated[
        str | None, typer.Option(help="When FILE was published, YYYY-MM-DD; relative dates hang on it.", metavar="DATE")
    ] = None
    outlet: Annotated[str | None, typer.Option(help="The outlet of FILE, or of the claims to list.", metavar="NAME")] = None
    explain: Annotated[bool, typer.Option("--explain", help="Tell also what was seen and not claimed, and why.")] = False
    batch: Annotated[
        Path | None,
        typer.Option(help='Read {"id","published","text"} a line, print {"id","claims"} a line.', metavar="IN.jsonl"),
    ] = None


@dataclass(frozen=True, slots=True)
class Which:
    """Which claims of the record to list."""

    place: Annotated[str | None, typer.Option(help="Only claims at this place.", metavar="PLACE")] = None
    type: Annotated[str | None, typer.Option(help="Only claims of this type, such as capture.", metavar="TYPE")] = None


@grouped
def claims(
    ctx: typer.Context,
    texts: OfText,
    which: Which,
    known: Knowledge,
    file: Annotated[str | None, typer.Argument(metavar="[FILE]", help="A report to read without recording it; - for standard input.")] = None,
    as_json: Json = False,
) -> None:
    """Show claims: those of FILE, read now and not recorded, or those of the record.

    `claims import FILE.jsonl` records claims that people coded. --json prints one object a claim.
    """
    if texts.batch is not None:
        _batch(str(texts.batch))
    elif file is not None:
        _of_file(file, texts, as_json)
    else:
        _of_record(ctx, which, texts.outlet, known, as_json)
