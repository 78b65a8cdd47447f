"""The Python of the documents runs as it stands there."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PYTHON = re.compile(r"```python\n(.*?)```", re.DOTALL)
PAGES = ("README.md", "docs/how-to/use-from-python.md")


def first_block(page: str) -> str:
    found = PYTHON.search((ROOT / page).read_text(encoding="utf-8"))
    assert found is not None, f"{page} has no Python"
    return found[1]


def run(page: str, folder: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", first_block(page)], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("page", PAGES)
def test_the_python_of_a_page_runs(page: str, tmp_path: Path) -> None:
    assert run(page, tmp_path)


def test_the_readme_tells_what_comes_out(tmp_path: Path) -> None:
    first, *stances, last = run("README.md", tmp_path).splitlines()
    assert first.startswith("held Taliban 0.")
    assert any(line.startswith("Taliban holds it ['Taliban fighters captured") for line in stances)
    assert any(
        line.startswith("Afghan government holds it ['The defence ministry denied") for line in stances
    )
    assert last == "unknown"


def test_a_verdict_lowers_the_probability(tmp_path: Path) -> None:
    lines = run("docs/how-to/use-from-python.md", tmp_path).splitlines()
    assert "True" in lines
    assert lines[0].startswith("capture Goma M23 residents 2025-01-27 ")
    assert lines[-1].startswith("No place called 'Gomma' is known. Did you mean Goma")
