"""The command `demo`: the packaged sample through the whole way, with what it found and what it missed."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import ExitStack
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from whoholds.cli.options import grouped
from whoholds.cli.output_file import write_file
from whoholds.cli.screen import say, track
from whoholds.cli.tally import Tally
from whoholds.errors import InputError

if TYPE_CHECKING:
    from whoholds.database import Database

MARK = "made-by-whoholds-demo.txt"
RECORD, MAP = "whoholds-demo.db", "map.html"
WORDS = "This folder was made by `whoholds demo`, which replaces it when it runs again.\n"


@dataclass(frozen=True, slots=True)
class How:
    """How the demonstration is given."""

    folder: Annotated[Path, typer.Option(help="The folder to work in; made anew.", metavar="FOLDER")] = Path(
        "whoholds-demo"
    )
    missed: Annotated[
        bool, typer.Option("--missed", help="Show all that was seen and not claimed, not a sample.")
    ] = False
    open_map: Annotated[
        bool, typer.Option("--open/--no-open", help="Open the map in the browser where there is a display.")
    ] = True


@grouped
def demo(how: How) -> None:
    """Show what whoholds does, on 105 invented reports of 2021: what it finds, and what it misses."""
    from whoholds.cli import demo_words

    _fresh(how.folder)
    from whoholds.database import open_database

    with open_database(how.folder / RECORD) as database:
        tally = _take_in(database)
        demo_words.show_found(database, tally)
        demo_words.show_missed(database, everything=how.missed)
        page = how.folder / MAP
        say("Drawing the map …")
        write_file(page, database.page(title="Afghanistan 2021: a demonstration with invented reports"))
    _show_map(page, how.open_map)
    say(f"Ask it more, such as: whoholds --db {how.folder / RECORD} why Aybak --as-of 2021-08-09")


def _fresh(folder: Path) -> None:
    """An empty folder with the mark; one that has something else in it is left alone."""
    if folder.exists() and not (folder / MARK).is_file() and (not folder.is_dir() or any(folder.iterdir())):
        raise InputError(
            f"{folder} was not made by the demonstration and is left as it is. Name another with --folder."
        )
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    (folder / MARK).write_text(WORDS, encoding="utf-8")


def _take_in(database: Database) -> Tally:
    """The baseline and the reports, by the same calls that any other use makes."""
    sample = files("whoholds") / "data" / "sample"
    tally = Tally()
    with ExitStack() as held:
        baseline, reports = (
            held.enter_context(as_file(sample / name)) for name in ("baseline.csv", "reports.jsonl")
        )
        say("Reading 105 reports. They were written for demonstration and are not news.")
        database.baseline(baseline)
        total = sum(1 for line in reports.open(encoding="utf-8") if line.strip())
        for item in track(database.adding(reports), "Reading reports", total=total):
            tally.count(item)
    return tally


def _show_map(page: Path, wanted: bool) -> None:
    from whoholds.cli.demo_words import SHOWN

    address = f"{page.resolve().as_uri()}#on={SHOWN}&known=then"
    say(f"The map: {page}")
    say(f"In a browser, on the day after the capital changed hands: {address}")
    if wanted and has_display():
        import webbrowser

        webbrowser.open(address)


def has_display() -> bool:
    """True where a browser can be shown: not without a screen, nor on a machine reached by SSH."""
    if sys.platform in ("win32", "darwin"):
        return "SSH_CONNECTION" not in os.environ
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
