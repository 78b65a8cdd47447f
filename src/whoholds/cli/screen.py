"""Where words go: answers to standard output, messages and progress to standard error."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO, TypeVar

from rich.console import Console, RenderableType

from whoholds.cli.output_file import write_file
from whoholds.cli.printable import printable, printable_lines, to_json

if TYPE_CHECKING:
    from whoholds.database import ControlAnswer, Database

Item = TypeVar("Item")
PIPE_WIDTH = 160  # columns where there is no terminal to ask
LONG = 2.0  # seconds after which the share of a report that has been read is shown


def prepare_streams() -> None:
    """Write UTF-8, whatever the locale; what cannot be written is written as an escape, not an error."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


class Quiet(Console):
    """A console that leaves it to the caller to end quietly when nobody reads on."""

    def on_broken_pipe(self) -> None:
        """Do not end the process here."""
        raise BrokenPipeError


def console(stream: TextIO | None = None) -> Console:
    """A console on a stream, standard output unless told; colours only on a terminal, none by NO_COLOR."""
    file = stream or sys.stdout
    width = None if file.isatty() or "COLUMNS" in os.environ else PIPE_WIDTH
    return Quiet(file=file, width=width, markup=False, highlight=False, emoji=False)


def show(*things: RenderableType) -> None:
    """Print tables and texts on standard output."""
    screen = console()
    for thing in things:
        screen.print(thing)


def show_text(text: str) -> None:
    """Print a text as it is; on a terminal without what could steer it."""
    sys.stdout.write(printable_lines(text) if sys.stdout.isatty() else text)
    if not text.endswith("\n"):
        sys.stdout.write("\n")


def show_json(value: object) -> None:
    """Print one JSON value, indented on a terminal, on one line otherwise."""
    sys.stdout.write(to_json(value, indent=2 if sys.stdout.isatty() else None) + "\n")


def show_json_line(value: object) -> None:
    """Print one JSON value on one line, for JSON Lines."""
    sys.stdout.write(to_json(value) + "\n")


def say(message: str) -> None:
    """Tell the user something that is no answer, on standard error."""
    sys.stderr.write(printable(message) + "\n")
    sys.stderr.flush()


def told_readings(answers: Iterable[ControlAnswer]) -> None:
    """Tell of each answer for a place by another of its names, on standard error."""
    for note in dict.fromkeys(answer.read_as for answer in answers):
        if note is not None:
            say(note)


def told_meaning(answers: Iterable[ControlAnswer]) -> None:
    """Tell what "controls" means in answers where it is not the default, on standard error."""
    meant = {one.profile.name: one.profile for one in answers if not one.profile.is_default}
    if len(meant) == 1:
        (profile,) = meant.values()
        say(profile.words)


def told_place(database: Database, place: str | None, **known: Any) -> None:
    """Tell, on standard error, what a name is read as where it is not the place's main one."""
    note = database.read_as(place, **known) if place is not None else None
    if note is not None:
        say(note)


def hush() -> None:
    """Nobody reads on: send what is still to be written to nowhere."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())


def deliver(text: str, to: Path | None) -> None:
    """Write a text to a file and say so, or print it where no file is named."""
    if to is None or str(to) == "-":
        show_text(text)
        return
    write_file(to, text)
    say(f"Written: {to}")


class Share:
    """How much of the report at hand has been read: told while it is read, shown where that takes long."""

    def __init__(self, after: float = LONG) -> None:
        self._after = after
        self._read = 1.0
        self._began = 0.0

    def tell(self, read: float) -> None:
        """Take the share that has been read, from 0 (another report begins) to 1."""
        if read == 0:
            self._began = time.monotonic()
        self._read = read

    def __str__(self) -> str:
        """ "43% of this one"; nothing in the first seconds of a report, nor when it is read."""
        long = self._read < 1 and time.monotonic() - self._began >= self._after
        return f"{self._read:.0%} of this one" if long else ""


def track(
    items: Iterable[Item], words: str, total: int | None = None, share: Share | None = None
) -> Iterator[Item]:
    """Pass items on, with a progress line on standard error where that is a terminal.

    `share`: what is told how much of the item at hand is done.
    """
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    counts = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    inside = TextColumn("{task.fields[share]}")
    with Progress(*counts, inside, console=console(sys.stderr), transient=True) as bar:
        task = bar.add_task(words, total=total, share=share or Share())
        for item in items:
            yield item
            bar.advance(task)
