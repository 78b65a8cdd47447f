"""Plain text and Markdown: one file is one report, its text exactly as it stands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from whoholds.errors import InputError
from whoholds.model import TYPED, Report
from whoholds.reports.decoding import checked_text, decode, read_text, shown
from whoholds.reports.found import Given


def read_plain(path: Path, given: Given) -> Iterator[Report]:
    """The one report of a text file; a date in its name is not taken for its own. Raises InputError."""
    text = read_text(path)
    yield Report(text, given.outlet, published=given.published, name=given.name or shown(path.name))


def read_text_report(text: str | bytes, given: Given | None = None) -> Report:
    """A report from words typed or piped in; raises InputError when empty, binary or too large.

    A text is taken as it is, to the character; bytes are decoded.
    """
    about = given if given is not None else Given()
    name = about.name or TYPED
    if not isinstance(text, str | bytes):  # of a caller without types
        raise InputError(f"A text is taken in as str or bytes, not as {type(text).__name__}.")
    words = checked_text(text, about.name or "the text") if isinstance(text, str) else decode(text, name)
    return Report(words, about.outlet, published=about.published, name=about.name)
