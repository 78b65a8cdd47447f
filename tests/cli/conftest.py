"""A small record made once by the command line itself."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest
from running import Run, run_command

SAMPLE = files("whoholds") / "data" / "sample"


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The reports of the packaged sample that name Kunduz or Aybak, as JSON Lines."""
    lines = (SAMPLE / "reports.jsonl").read_text("utf-8").splitlines()
    path = tmp_path_factory.mktemp("sample") / "reports.jsonl"
    path.write_text("\n".join(one for one in lines if "Kunduz" in one or "Aybak" in one), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory, sample: Path) -> Path:
    """A record with the baseline and those reports; tests must not write to it."""
    path = tmp_path_factory.mktemp("record") / "kunduz.db"
    baseline = path.with_name("baseline.csv")
    baseline.write_text((SAMPLE / "baseline.csv").read_text("utf-8"), encoding="utf-8")
    assert run_command("baseline", baseline, "--db", path).exit_code == 0
    assert run_command("add", sample, "--db", path).exit_code == 0
    return path


@pytest.fixture
def ask(record: Path) -> Run:
    """Run a command on the shared record."""
    return lambda *words: run_command(*words, "--db", record)


@pytest.fixture
def own(tmp_path: Path, record: Path) -> Path:
    """A copy of the shared record, to be written to."""
    path = tmp_path / "own.db"
    assert run_command("backup", path, "--db", record).exit_code == 0
    return path
