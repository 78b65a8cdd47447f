"""`claims --batch`: a line of JSON out for each report that is a line of JSON in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from whoholds.cli.screen import say, show_json_line, track
from whoholds.cli.tally import counted
from whoholds.errors import InputError

if TYPE_CHECKING:
    from whoholds.gazetteer import Gazetteer
    from whoholds.model import Report
    from whoholds.reports import Given, Rejected


def answer_batch(path: Path, given: Given, gazetteer: Gazetteer, *, each: bool = False) -> None:
    """Answer every report; a line that is none is told with its number, and then the exit code is 3.

    A report of which no sentence is read (another language) has its line, without claims; how many there are
    is told at the end, or, with `each`, of every one why.
    """
    from whoholds.reports import Rejected

    answered = rejected = unread = 0
    for where, found in track(_numbered(path, given), "Reading texts"):
        if isinstance(found, Rejected):
            rejected += 1
            say(found.why)
        else:
            answered += 1
            why = _answer(found, gazetteer)
            unread += why is not None
            if each and why is not None:
                say(f"{where}: {why}")
    if unread:
        say(f"{counted(unread, 'report')} without a claim, not read. Why, of each: --explain")
    if rejected:
        say(f"{counted(answered, 'report')} answered, {counted(rejected, 'line')} not read.")
        raise typer.Exit(InputError.exit_code)


def _answer(report: Report, gazetteer: Gazetteer) -> str | None:
    """Write the claims of a report; returns why it was not read, if it was not."""
    from whoholds.database import explain
    from whoholds.exports.plain import claim_dicts

    read = explain(report.text, published=report.published, outlet=report.outlet, gazetteer=gazetteer)
    show_json_line({"id": report.name, "claims": claim_dicts(read.claims)})
    return read.not_read


def _numbered(path: Path, given: Given) -> Iterator[tuple[str, Report | Rejected]]:
    """The lines of the file, whatever it is called, or of standard input."""
    from dataclasses import replace

    from whoholds.cli.standard_input import STDIN, stdin_as_file
    from whoholds.model import TYPED
    from whoholds.reports.jsonl import read_numbered

    if str(path) != STDIN:
        yield from read_numbered(path, given)
        return
    with stdin_as_file() as spooled:
        yield from read_numbered(spooled, replace(given, name=TYPED))
