"""Running commands in this process, and reading what they print."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from typer.testing import CliRunner

from whoholds.cli.app import app


class Ran:
    """What a command printed and how it ended."""

    def __init__(self, result: Any) -> None:
        self.exit_code: int = result.exit_code
        self.stdout: str = result.stdout
        self.stderr: str = result.stderr
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception


Run = Callable[..., Ran]


def run_command(*words: object, given: str | bytes | None = None) -> Ran:
    """One command line, with wide output."""
    env = {"COLUMNS": "200", "NO_COLOR": "1", "WHOHOLDS_DB": None, "WHOHOLDS_BY": None}
    return Ran(CliRunner().invoke(app, [str(word) for word in words], input=given, env=env))


def rows(ran: Ran) -> list[dict[str, Any]]:
    """The JSON Lines of a command that must have succeeded."""
    assert ran.exit_code == 0, ran.stderr
    return [json.loads(line) for line in ran.stdout.splitlines()]
