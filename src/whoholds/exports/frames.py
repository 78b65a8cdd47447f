"""Tables for analysis: polars where it is installed, else pandas."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from whoholds.errors import InputError
from whoholds.exports.plain import Row

LIBRARIES = ("polars", "pandas")


def to_dataframe(rows: Sequence[Row], *, library: str | None = None) -> Any:
    """A data frame of plain rows: polars where it is installed, else pandas, or the one asked for.

    Raises InputError where none is installed, with what to install.
    """
    wanted = (library,) if library is not None else LIBRARIES
    if library is not None and library not in LIBRARIES:
        raise InputError(f"Data frames of {library!r} are not made. Ask for polars or pandas.")
    found = next((name for name in wanted if find_spec(name) is not None), None)
    if found is None:
        extra = wanted[0]
        raise InputError(
            f"A data frame needs {' or '.join(wanted)}, which is not installed. "
            f"Install it: pip install 'whoholds[{extra}]'."
        )
    frames = import_module(found)
    if found == "polars":
        return frames.DataFrame(list(rows), infer_schema_length=None)
    return frames.DataFrame(list(rows))
