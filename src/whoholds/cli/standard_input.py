"""Reports from standard input: one text, or JSON Lines."""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from whoholds.errors import InputError
from whoholds.model import TYPED
from whoholds.reports import READERS, Given, Rejected
from whoholds.reports.decoding import MOST_BYTES
from whoholds.reports.found import Found

STDIN = "-"


def reports_of_stdin(given: Given) -> Iterator[Found]:
    """The reports that stand on standard input: JSON Lines where the first line is an object, else one text.

    Raises InputError when it is no text, or empty.
    """
    with stdin_as_file() as path:
        reader = READERS["jsonl" if _is_lines(path) else "plain"]
        try:
            for found in reader.read(path, replace(given, name=TYPED)):
                yield replace(found, why=_named(found.why, path)) if isinstance(found, Rejected) else found
        except InputError as error:
            raise InputError(_named(str(error), path)) from error


def _named(words: str, path: Path) -> str:
    """A sentence about the copy, told of what was copied."""
    return words.replace(str(path), TYPED)


@contextmanager
def stdin_as_file() -> Iterator[Path]:
    """Standard input copied to a file, which is gone afterwards: what is read may be of any size."""
    with tempfile.TemporaryDirectory(prefix="whoholds-") as folder:
        path = Path(folder) / "input"
        with path.open("wb") as file:
            shutil.copyfileobj(sys.stdin.buffer, file)
        yield path


def _is_lines(path: Path) -> bool:
    """True when the first line is a JSON object."""
    with path.open("rb") as file, suppress(ValueError, RecursionError):
        return isinstance(json.loads(file.readline(MOST_BYTES + 1).decode("utf-8-sig")), dict)
    return False
