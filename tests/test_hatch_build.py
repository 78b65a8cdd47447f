"""What the build takes for a page that is whole and not stale."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def hook() -> ModuleType:
    interface = ModuleType("hatchling.builders.hooks.plugin.interface")
    interface.BuildHookInterface = type("BuildHookInterface", (), {})  # type: ignore[attr-defined]
    sys.modules.setdefault(interface.__name__, interface)  # the build's own is not needed for what is tested
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def built(tmp_path: Path, hook: ModuleType) -> Path:
    """A folder in which both forms were built after their one input."""
    (tmp_path / "web").mkdir()
    (tmp_path / hook.SYMBOLOGY).parent.mkdir(parents=True)
    for path in (tmp_path / hook.SYMBOLOGY, tmp_path / "web" / "a.ts"):
        path.write_text("", "utf-8")
        os.utime(path, (1000, 1000))
    for page in hook.PAGES:
        (tmp_path / page).parent.mkdir(parents=True)
        (tmp_path / page).write_text('<script src="./assets/a.js"></script>', "utf-8")
        (tmp_path / page).parent.joinpath("assets").mkdir()
        (tmp_path / page).parent.joinpath("assets", "a.js").write_text("", "utf-8")
    return tmp_path


def test_what_is_whole_is_taken_as_it_is(hook: ModuleType, built: Path) -> None:
    assert not hook.is_stale(built)


def test_a_newer_input_makes_it_stale(hook: ModuleType, built: Path) -> None:
    path = built / "web" / "a.ts"
    os.utime(path, (1e10, 1e10))
    assert hook.is_stale(built)


@pytest.mark.parametrize("form", [0, 1])
def test_either_form_that_is_missing_makes_it_stale(hook: ModuleType, built: Path, form: int) -> None:
    (built / hook.PAGES[form]).unlink()
    assert hook.is_stale(built)
    assert hook.missing_from(built) == [hook.PAGES[form]]


def test_an_asset_that_is_missing_makes_it_stale(hook: ModuleType, built: Path) -> None:
    (built / hook.PAGES[1]).parent.joinpath("assets", "a.js").unlink()
    assert hook.missing_from(built) == [hook.PAGES[1]]
