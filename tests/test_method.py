"""The method's name: the same for the same code, data and places, another for another."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from factories import KUNDUZ_AIRPORT

import whoholds.method as naming
from whoholds.gazetteer import load_gazetteer
from whoholds.method import method_name

ROOT = Path(naming.__file__).parent
WITHOUT_ANSWERS = {"errors"}  # what it says changes no answer


def test_places_of_ones_own_make_another_method() -> None:
    gazetteer = load_gazetteer()
    assert method_name(gazetteer) != method_name(gazetteer.with_places([KUNDUZ_AIRPORT]))


def test_the_same_in_another_process() -> None:
    script = (
        "from whoholds.gazetteer import load_gazetteer; from whoholds.method import method_name; "
        "print(method_name(load_gazetteer()))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == method_name(load_gazetteer())
    assert len(method_name(load_gazetteer())) == 16


def test_every_module_that_reads_resolves_or_assesses_is_part_of_the_name() -> None:
    folders = (path for name in naming._CODE if name != "index" for path in (ROOT / name).rglob("*.py"))
    ahead, seen = [*folders, ROOT / "resolve.py", ROOT / "pipeline.py"], set()
    while ahead:
        path = ahead.pop()
        if path not in seen:
            seen.add(path)
            ahead += _imported(path)
    flat = {path.stem for path in seen if path.parent == ROOT and path.stem != "__init__"}
    assert flat - WITHOUT_ANSWERS <= set(naming._MODULES)


def _imported(path: Path) -> Iterator[Path]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("whoholds"):
            names = (node.module or "", *(f"{node.module}.{one.name}" for one in node.names))
            yield from (found for name in names if (found := _file_of(name)).exists())


def _file_of(module: str) -> Path:
    return ROOT.joinpath(*module.split(".")[1:]).with_suffix(".py")
