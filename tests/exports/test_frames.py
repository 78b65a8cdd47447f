"""Data frames, with whatever library there is."""

from __future__ import annotations

from importlib.util import find_spec

import pytest
from selections import make_selection

from whoholds.errors import InputError
from whoholds.exports import frames
from whoholds.exports.frames import to_dataframe


@pytest.mark.parametrize("library", frames.LIBRARIES)
def test_rows_become_a_frame(library: str) -> None:
    rows = make_selection().claim_rows()
    if find_spec(library) is None:
        with pytest.raises(InputError, match=rf"pip install 'whoholds\[{library}\]'"):
            to_dataframe(rows, library=library)
    else:
        assert len(to_dataframe(rows, library=library)) == len(rows)


def test_without_any_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frames, "find_spec", lambda name: None)
    with pytest.raises(InputError, match="polars or pandas"):
        to_dataframe([])


def test_another_library_is_refused() -> None:
    with pytest.raises(InputError, match="arrow"):
        to_dataframe([], library="arrow")
