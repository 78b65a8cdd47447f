"""Running a command line from beginning to end."""

from __future__ import annotations

import gc
import os
import sys
from types import TracebackType

from whoholds.cli.exits import STOPPED
from whoholds.cli.screen import hush, prepare_streams, say
from whoholds.cli.stopping import interrupted

DEBUG = "WHOHOLDS_DEBUG"
SELDOM = (50_000, 20, 20)  # made objects between two looks for garbage: a picture is made of many that stay


def run(args: list[str] | None = None) -> int:
    """Run one command line (that of the process unless given); returns its exit code."""
    from typer.main import get_command

    from whoholds.cli.app import app

    prepare_streams()
    gc.set_threshold(*SELDOM)
    if not os.environ.get(DEBUG):
        sys.excepthook = in_one_sentence
    try:
        get_command(app).main(args=args, prog_name="whoholds")
    except SystemExit as end:
        if isinstance(end.__context__, BrokenPipeError):  # help, of which nobody reads the rest
            hush()
            return 0
        if end.code and interrupted(end):
            return STOPPED
        return _flushed(end.code)
    return _flushed(0)


def _flushed(code: str | int | None) -> int:
    try:
        sys.stdout.flush()
    except OSError:
        hush()
    return code if isinstance(code, int) else 0 if code is None else 1


def in_one_sentence(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Say that whoholds itself is at fault; with WHOHOLDS_DEBUG set, Python's own traceback is printed."""
    say(
        f"A fault inside whoholds ({kind.__name__}: {error}). What was recorded before is kept. "
        f"Please report it with what {DEBUG}=1 prints."
    )
