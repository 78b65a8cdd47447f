"""The collector rests during a question, and is as it was before afterwards."""

from __future__ import annotations

import gc
import weakref
from datetime import UTC, datetime
from pathlib import Path

import pytest

import whoholds
from whoholds.database import Database, collecting
from whoholds.database.collecting import at_rest
from whoholds.errors import NotFoundError


@pytest.mark.parametrize("enabled", [True, False])
def test_the_collector_is_afterwards_as_before(enabled: bool) -> None:
    before = gc.isenabled()
    (gc.enable if enabled else gc.disable)()
    try:
        with at_rest():
            assert not gc.isenabled()
            with at_rest():
                assert not gc.isenabled()
            assert not gc.isenabled()
        assert gc.isenabled() == enabled
        with pytest.raises(ValueError, match="x"), at_rest():
            raise ValueError("x")
        assert gc.isenabled() == enabled
    finally:
        (gc.enable if before else gc.disable)()


def test_a_question_that_fails_leaves_the_collector_at_work(database: Database) -> None:
    assert gc.isenabled()
    with pytest.raises(NotFoundError):
        database.control("Xyzzyqq")
    assert gc.isenabled()


class _Ring:
    """Refers to itself: only the collector finds that nobody uses it."""

    def __init__(self) -> None:
        self.itself = self


@pytest.mark.parametrize("frozen", [False, True])
def test_what_only_the_collector_finds_is_found(monkeypatch: pytest.MonkeyPatch, *, frozen: bool) -> None:
    monkeypatch.setattr(collecting, "SEEN_AFTER", 0)
    if frozen:
        gc.freeze()
    try:
        with at_rest():
            ring = weakref.ref(_Ring())
        if frozen:
            assert gc.get_freeze_count()
            gc.collect()
        assert ring() is None
    finally:
        gc.unfreeze()


def test_questions_leave_nothing_that_only_the_collector_finds(tmp_path: Path) -> None:
    with whoholds.open(tmp_path / "one.whoholds") as database:
        database.add_text("Russian forces captured Bakhmut, residents said.", published="2015-01-01")
        for day in range(2, 30):  # more moments than are kept
            database.control("Bakhmut", as_of=datetime(2015, 1, day, tzinfo=UTC))
            if day == 2:
                gc.collect()  # what asking for the first time makes
        assert gc.collect() < 10
