"""The command `search`: words in the texts of reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from whoholds.cli.opening import reading
from whoholds.cli.options import Json
from whoholds.cli.printable import cut, printable
from whoholds.cli.render import indented, text
from whoholds.cli.screen import say, show, show_json_line
from whoholds.cli.tally import counted

if TYPE_CHECKING:
    from whoholds.picture import Recorded

AROUND = 80  # characters shown on each side of the first word found


def search(
    ctx: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(metavar="WORDS", help='All must stand in the report; "…" for words in a row.'),
    ],
    limit: Annotated[int, typer.Option(min=1, help="At most so many reports.")] = 50,
    as_json: Json = False,
) -> None:
    """Show the reports that hold all the words, newest recorded first."""
    asked = " ".join(f'"{word}"' if " " in word and '"' not in word else word for word in words)
    with reading(ctx) as database:
        found = [database.store.report(key) for key in database.store.search(asked, limit=limit)]
    for one in found:
        if as_json:
            show_json_line(report_dict(one, asked))
        else:
            show(text(_title(one), "bold"), indented(around(one.report.text, asked)))
    if not as_json:
        say(f"{counted(len(found), 'report')}.")


def _title(one: Recorded) -> str:
    report = one.report
    day = report.published.day.isoformat() if report.published else "without a date"
    parts = (report.name, report.title, report.outlet, day, report.key)
    return " · ".join(part for part in parts if part)


def report_dict(one: Recorded, asked: str) -> dict[str, Any]:
    """A report found, in plain values."""
    report = one.report
    return {
        "report_key": report.key,
        "report": report.name,
        "outlet": report.outlet,
        "published": report.published.day.isoformat() if report.published else None,
        "title": report.title,
        "address": report.address,
        "claims": len(one.extraction.claims) if one.extraction else 0,
        "excerpt": around(report.text, asked),
    }


def around(words: str, asked: str) -> str:
    """The words around the first of those asked for."""
    line = printable(words)
    first = asked.replace('"', " ").split()[:1]
    at = line.casefold().find(first[0].casefold()) if first else 0
    start = max(at - AROUND, 0)
    return ("…" if start else "") + cut(line[start:], 2 * AROUND)
