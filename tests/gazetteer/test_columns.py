"""What is written to a file of columns is read back."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from whoholds.errors import DataError
from whoholds.gazetteer.columns import Column, read_columns, starts_of, write_columns


@given(
    st.lists(st.integers(-(2**31), 2**31 - 1), min_size=1),
    st.lists(st.integers(0, 255)),
    st.lists(st.integers(0, 2**40), min_size=1),
)
def test_columns_come_back(numbers: list[int], small: list[int], growing: list[int]) -> None:
    columns: dict[str, Column] = {
        "numbers": np.array(numbers, np.int32),
        "small": np.array(small, np.uint8),
        "growing": np.array(sorted(growing), np.int64),
    }
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "columns.whg"
        write_columns(path, columns, differences=frozenset({"growing"}))
        read = read_columns(path)
    assert {name: column.tolist() for name, column in read.items()} == {
        n: c.tolist() for n, c in columns.items()
    }
    assert {name: column.dtype for name, column in read.items()} == {n: c.dtype for n, c in columns.items()}


@pytest.mark.parametrize("content", [b"", b"WHG1", b"other file", b"WHG1\x02\x00\x00\x00[]trailing"[:7]])
def test_a_damaged_file_says_so(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.whg"
    path.write_bytes(content)
    with pytest.raises(DataError, match=r"broken\.whg"):
        read_columns(path)


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="reinstall"):
        read_columns(tmp_path / "none.whg")


def test_starts_of_pieces() -> None:
    assert starts_of(np.array([2, 0, 3], np.uint8)).tolist() == [0, 2, 2, 5]
