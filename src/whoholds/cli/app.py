"""The table of commands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from whoholds.cli import asking, claiming, demo, finding, judging, keeping, placing, reporting, taking_in
from whoholds.cli.commands import EXIT_CODES, Commands
from whoholds.cli.opening import DEFAULT

EPILOG = "Exit codes: " + "; ".join(f"{code} {words}" for code, words in EXIT_CODES.items()) + "."

app = typer.Typer(
    name="whoholds",
    cls=Commands,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    epilog=EPILOG,
    context_settings={"help_option_names": ["--help", "-h"]},
)

COMMANDS: dict[str, dict[str, Callable[..., None]]] = {
    "Begin": {"demo": demo.demo, "add": taking_in.add, "baseline": taking_in.baseline},
    "Read": {"claims": claiming.claims, "claims import": taking_in.import_claims},
    "Ask": {
        "control": asking.control,
        "why": asking.why,
        "dossier": reporting.dossier,
        "timeline": reporting.timeline,
        "conflicts": reporting.conflicts,
        "diff": reporting.diff,
        "search": finding.search,
    },
    "Judge": {"judge": judging.judge, "judgements": judging.judgements},
    "Hand on": {"brief": reporting.brief, "map": reporting.page, "export": reporting.export},
    "Keep": {
        "backup": keeping.backup,
        "restore": keeping.restore,
        "purge": keeping.purge,
        "doctor": keeping.doctor,
        "version": keeping.version,
    },
}
"""Every command under its heading in `--help`."""

for heading, commands in COMMANDS.items():
    for name, command in commands.items():
        app.command(name, rich_help_panel=heading)(command)
app.add_typer(placing.places, name="places", rich_help_panel="Begin")


@app.callback()
def whoholds(
    ctx: typer.Context,
    db: Annotated[
        Path,
        typer.Option("--db", metavar="FILE", envvar="WHOHOLDS_DB", help="The file of records."),
    ] = DEFAULT,
) -> None:
    """Who controls which place, who says so, and what was known when.

    Answers go to standard output, messages to standard error. --db may stand anywhere in the line.
    """
    ctx.obj = db
