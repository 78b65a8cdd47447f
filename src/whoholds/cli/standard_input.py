"""Reports from standard input: one text, or JSON Lines."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from whoholds.reports import READERS, Given, parse_published
from whoholds.reports.decoding import MOST_BYTES
from whoholds.reports.found import Found

STDIN = "-"
NAME = "standard input"


def reports_of_stdin(*, outlet: str | None = None, published: str | None = None) -> Iterator[Found]:
    """The reports that stand on standard input: JSON Lines where the first line is an object, else one text.

    Raises InputError when it is no text, or empty.
    """
    given = Given(outlet, parse_published(published) if published is not None else None, NAME)
    with tempfile.TemporaryDirectory(prefix="whoholds-") as folder:
        path = Path(folder) / "input"
        reader = READERS["jsonl" if _spool(path) else "plain"]
        yield from reader.read(path, given)


def _spool(path: Path) -> bool:
    """Copy standard input to a file; True when its first line is a JSON object."""
    stream = sys.stdin.buffer
    head = stream.readline(MOST_BYTES + 1)
    with path.open("wb") as file:
        file.write(head)
        while part := stream.read(2**20):
            file.write(part)
    with suppress(ValueError, RecursionError):
        return isinstance(json.loads(head.decode("utf-8-sig")), dict)
    return False
