"""A small record, served."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from served_reports import REPORTS
from serving import TOKEN, Served, serving

from whoholds.database import open_database


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record; tests must not write to it."""
    path = tmp_path_factory.mktemp("served") / "record.db"
    with open_database(path) as database:
        assert database.add(*REPORTS).new == len(REPORTS)
    return path


@pytest.fixture(scope="session")
def served(record: Path) -> Iterator[Served]:
    """That record, for reading only."""
    with serving(record) as one:
        yield one


@pytest.fixture
def writable(record: Path, tmp_path: Path) -> Iterator[Served]:
    """A copy of it, with a token that permits writing."""
    own = tmp_path / "own.db"
    shutil.copyfile(record, own)
    with serving(own, token=TOKEN) as one:
        yield one
