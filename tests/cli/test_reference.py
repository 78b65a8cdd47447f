"""The reference page is made from the commands, and current."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

from whoholds.cli.app import COMMANDS
from whoholds.cli.exits import EXIT_CODES
from whoholds.errors import WhoholdsError

SCRIPT = Path(__file__).parents[2] / "scripts" / "make_cli_reference.py"


def test_the_page_is_current(monkeypatch: pytest.MonkeyPatch) -> None:
    """As the script would write it now, with every command and exit code."""
    spec = importlib.util.spec_from_file_location("make_cli_reference", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "make_cli_reference", script)
    spec.loader.exec_module(script)
    page = script.PAGE.read_text(encoding="utf-8")
    assert page == script.page(), "run: python scripts/make_cli_reference.py"
    for commands in COMMANDS.values():
        assert all(f"### `whoholds {name}" in page for name in commands)


def test_every_error_has_a_documented_code() -> None:
    """The tree of errors and the table of codes agree."""
    assert {kind.exit_code for kind in WhoholdsError.__subclasses__()} < set(EXIT_CODES)
