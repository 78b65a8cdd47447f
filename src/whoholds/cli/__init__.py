"""The command line: arguments in, a call of the library, words or JSON out. It computes nothing itself."""

from __future__ import annotations

from whoholds.cli.exits import STOPPED
from whoholds.cli.stopping import end_at_once, interrupted


def main() -> int:
    """Run the command that was typed; returns the exit code. Loads nothing heavy before it must."""
    try:
        end_at_once()
        from whoholds.cli.run import run

        return run()
    except BaseException as error:
        if interrupted(error):
            return STOPPED
        raise
