"""The command `serve`."""

from __future__ import annotations

import os
import sys
import threading
import webbrowser
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from whoholds.cli.exits import STOPPED
from whoholds.cli.opening import record_path, writing
from whoholds.cli.options import grouped
from whoholds.cli.screen import say
from whoholds.errors import InputError, StoreError

NO_RECORD = (
    "There is no record at {record}. Add reports to it first, name another file with --db, or start one on "
    "the page with --write-token-file FILE."
)


@dataclass(frozen=True, slots=True)
class Address:
    """Where the pages are served."""

    host: Annotated[
        str, typer.Option(help="The address to serve at; by default this computer only.", metavar="HOST")
    ] = "127.0.0.1"
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 for any that is free.", metavar="PORT")] = (
        8000
    )


@grouped
def serve(
    ctx: typer.Context,
    address: Address,
    write_token_file: Annotated[
        Path | None,
        typer.Option(
            help="A file with the token that permits judgements and uploads; without one (or WHOHOLDS_TOKEN) "
            "nothing can be written.",
            metavar="FILE",
        ),
    ] = None,
    token: Annotated[str | None, typer.Option(envvar="WHOHOLDS_TOKEN", hidden=True)] = None,
    open_page: Annotated[bool, typer.Option("--open", help="Open the page in a browser.")] = False,
) -> None:
    """Serve the map, and every answer as JSON, CSV and GeoJSON, until stopped with Ctrl-C."""
    from whoholds.server import Settings
    from whoholds.server import serve as run

    permitted = _token(write_token_file, token)
    record = record_path(ctx)
    if not record.exists():
        if permitted is None:
            raise StoreError(NO_RECORD.format(record=record))
        writing(ctx).close()

    def told(where: str) -> None:
        say(f"Serving {record} at {where} ({'reading and writing' if permitted else 'reading only'}).")
        say("Stop with Ctrl-C.")
        if open_page:
            webbrowser.open(where)

    try:
        run(Settings(record, address.host, permitted), address.port, told=told)
    except KeyboardInterrupt:
        _end_where_work_goes_on()
        raise


def _end_where_work_goes_on() -> None:
    """End the process where threads still work for whoever asked: else it waits for them.

    Nothing acknowledged is lost by it: what they do is worked out anew.
    """
    if any(one is not threading.main_thread() and not one.daemon for one in threading.enumerate()):
        say("Stopped.")
        sys.stdout.flush()
        os._exit(STOPPED)


def _token(file: Path | None, given: str | None) -> str | None:
    if file is None:
        return given or None
    try:
        found = file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"The token file {file} could not be read ({error}). Name a text file.") from error
    if not found:
        raise InputError(f"The token file {file} is empty. Write a long random word into it.")
    return found
