"""Ctrl-C: while the command is still loading it ends at once; after that it is an exception like others."""

from __future__ import annotations

import os
import signal

from whoholds.cli.exits import STOPPED


def end_at_once() -> None:
    """From now on Ctrl-C ends the process, with its exit code: nothing is open yet that must be closed.

    As an exception it would be lost where Python loads a module. Nothing is changed where Ctrl-C is ignored.
    """
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _end)


def end_in_order() -> None:
    """From now on Ctrl-C raises KeyboardInterrupt, so that what is open is closed."""
    if signal.getsignal(signal.SIGINT) is _end:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _end(number: int, frame: object) -> None:
    os._exit(STOPPED)


def interrupted(error: BaseException | None) -> bool:
    """True for Ctrl-C, and for what Python makes of it inside an import or the making of a class."""
    while error is not None:
        if isinstance(error, KeyboardInterrupt):
            return True
        error = error.__cause__ or error.__context__
    return False
