"""The collector rests during a question, and is as it was before afterwards."""

from __future__ import annotations

import gc

import pytest

from whoholds.database import Database
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
