"""A file of named columns of numbers, each its own zstd frame: how the built gazetteer is stored.

Layout: 4 bytes "WHG1", the length of the header (4 bytes, little-endian), the header (JSON: for each column
its name, dtype, number of bytes and whether it holds differences), then the frames one after the other.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import zstandard

from whoholds.errors import DataError

Column = np.ndarray[Any, np.dtype[Any]]
_MAGIC = b"WHG1"


def write_columns(
    path: Path, columns: Mapping[str, Column], *, differences: frozenset[str] = frozenset()
) -> None:
    """Write one-dimensional arrays; those named in `differences` are stored as steps from value to value."""
    packer = zstandard.ZstdCompressor(level=19, write_content_size=True)
    frames, header = [], []
    for name, column in columns.items():
        stored = np.diff(column, prepend=column.dtype.type(0)) if name in differences else column
        frames.append(packer.compress(_planes(stored)))
        header.append([name, column.dtype.str, len(frames[-1]), name in differences])
    head = json.dumps(header, separators=(",", ":")).encode()
    path.write_bytes(b"".join([_MAGIC, len(head).to_bytes(4, "little"), head, *frames]))


def read_columns(path: Path) -> dict[str, Column]:
    """Read all columns of a file. Raises DataError when the file is missing or damaged."""
    try:
        data = path.read_bytes()
        if data[:4] != _MAGIC:
            raise DataError(f"{path} is not a gazetteer file; reinstall whoholds or rebuild the gazetteer.")
        return dict(_unpack(data))
    except (OSError, ValueError, zstandard.ZstdError) as error:
        raise DataError(f"{path} could not be read ({error}); reinstall whoholds.") from error


def _unpack(data: bytes) -> Iterator[tuple[str, Column]]:
    start = 8 + int.from_bytes(data[4:8], "little")
    unpacker = zstandard.ZstdDecompressor()
    for name, dtype, size, stepped in json.loads(data[8:start]):
        stored = _from_planes(unpacker.decompress(data[start : start + size]), np.dtype(dtype))
        yield name, np.cumsum(stored, dtype=stored.dtype) if stepped else stored
        start += size


def _planes(column: Column) -> bytes:
    """The bytes of the numbers, all lowest bytes first, then all second ones: smaller when compressed."""
    return column.view(np.uint8).reshape(-1, column.dtype.itemsize).T.tobytes()


def _from_planes(raw: bytes, dtype: np.dtype[Any]) -> Column:
    if dtype.itemsize == 1:
        return np.frombuffer(raw, dtype)
    return np.frombuffer(raw, np.uint8).reshape(dtype.itemsize, -1).T.copy().view(dtype).reshape(-1)


def starts_of(lengths: Column) -> Column:
    """Where each of a row of pieces begins, and where the last ends."""
    starts = np.zeros(len(lengths) + 1, np.uint32)
    np.cumsum(lengths, out=starts[1:])
    return starts
