"""The measuring command, run in this process: what is loaded for reading is loaded once."""

from __future__ import annotations

import contextlib
import io
import json
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).parents[1]
SCRIPT = PROJECT / "scripts" / "run_eval.py"
sys.path.insert(0, str(SCRIPT.parent))

import run_eval  # noqa: E402


@dataclass(frozen=True, slots=True)
class Said:
    """What the command wrote."""

    stdout: str
    stderr: str


def run(*words: str | Path) -> Said:
    """The command with these words; it must end well."""
    out, told = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(told):
        code = run_eval.main([str(word) for word in words])
    assert code == 0, told.getvalue()
    return Said(out.getvalue(), told.getvalue())


@cache
def figures(*names: str) -> dict[str, dict[str, dict[str, Any]]]:
    """What these sets give now, by set and figure; measured once."""
    found: dict[str, Any] = json.loads(run("--json", *(f"--set={name}" for name in names)).stdout)
    return found
