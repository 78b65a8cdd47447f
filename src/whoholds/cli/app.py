"""The table of commands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from whoholds.cli.asking import control, profiles, why
from whoholds.cli.claiming import claims
from whoholds.cli.commands import Commands
from whoholds.cli.demo import demo
from whoholds.cli.drawing import draw
from whoholds.cli.exits import EXIT_CODES
from whoholds.cli.finding import search
from whoholds.cli.judging import judge, judgements
from whoholds.cli.keeping import backup, doctor, purge, restore, version
from whoholds.cli.measuring import evaluate, evaluate_control, simulate
from whoholds.cli.opening import DEFAULT
from whoholds.cli.placing import places
from whoholds.cli.reporting import brief, conflicts, diff, dossier, export, page, timeline
from whoholds.cli.serving import serve
from whoholds.cli.siding import parties
from whoholds.cli.surveying import areas
from whoholds.cli.taking_in import add, baseline, import_claims
from whoholds.cli.trusting import claimers, fit, grade, grades

EPILOG = "Exit codes: " + "; ".join(f"{code} {words}" for code, words in EXIT_CODES.items()) + "."

app = typer.Typer(
    name="whoholds",
    cls=Commands,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    epilog=EPILOG,
    context_settings={"help_option_names": ["--help", "-h"]},
)

COMMANDS: dict[str, dict[str, Callable[..., None]]] = {
    "Begin": {"demo": demo, "add": add, "baseline": baseline},
    "Read": {"claims": claims, "claims import": import_claims},
    "Ask": {
        "control": control,
        "why": why,
        "profiles": profiles,
        "dossier": dossier,
        "timeline": timeline,
        "conflicts": conflicts,
        "diff": diff,
        "areas": areas,
        "search": search,
    },
    "Judge": {
        "judge": judge,
        "judgements": judgements,
        "claimers": claimers,
        "claimers grade": grade,
        "claimers grades": grades,
        "fit": fit,
    },
    "Hand on": {"serve": serve, "brief": brief, "map": page, "draw": draw, "export": export},
    "Measure": {"evaluate": evaluate, "evaluate control": evaluate_control, "simulate": simulate},
    "Keep": {
        "backup": backup,
        "restore": restore,
        "purge": purge,
        "doctor": doctor,
        "version": version,
    },
}
"""Every command under its heading in `--help`."""

for heading, commands in COMMANDS.items():
    for name, command in commands.items():
        app.command(name, rich_help_panel=heading)(command)
app.add_typer(places, name="places", rich_help_panel="Begin")
app.add_typer(parties, name="parties", rich_help_panel="Begin")


def show_version(wanted: bool) -> None:
    """What `--version` does."""
    if wanted:
        version()
        raise typer.Exit


@app.callback()
def whoholds(
    ctx: typer.Context,
    db: Annotated[
        Path,
        typer.Option("--db", metavar="FILE", envvar="WHOHOLDS_DB", help="The file of records."),
    ] = DEFAULT,
    shown: Annotated[
        bool,
        typer.Option("--version", callback=show_version, is_eager=True, help="Show the version and end."),
    ] = False,
) -> None:
    """Who controls which place, who says so, and what was known when.

    Answers go to standard output, messages to standard error. --db may stand anywhere in the line.
    """
    ctx.obj = db
