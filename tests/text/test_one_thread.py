"""numpy uses one thread inside, and as many as before outside."""

from __future__ import annotations

import pytest

from whoholds.text import one_thread as module
from whoholds.text.one_thread import one_thread


def threads() -> int:
    told = module._threads()
    if told is None:
        pytest.skip("numpy brings no OpenBLAS of its own here")
    return told[0]()


def test_one_inside_and_as_many_as_before_outside() -> None:
    before = threads()
    with one_thread():
        assert threads() == 1
    assert threads() == before


def test_as_many_as_before_after_an_error() -> None:
    before = threads()
    with pytest.raises(ValueError, match="told"), one_thread():
        raise ValueError("told")
    assert threads() == before


def test_without_an_openblas_nothing_is_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    before = threads()
    monkeypatch.setattr(module, "_threads", lambda: None)
    with one_thread():
        monkeypatch.undo()
        assert threads() == before
