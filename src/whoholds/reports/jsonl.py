"""JSON Lines of reports: id, outlet, published, title, text, url; other keys are ignored."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from whoholds.errors import InputError
from whoholds.model import Report
from whoholds.reports.dates import parse_published
from whoholds.reports.decoding import shown
from whoholds.reports.found import Given, Rejected
from whoholds.reports.lines import read_objects, words_of


def read_jsonl(path: Path, given: Given) -> Iterator[Report | Rejected]:
    """One report a line. A line that is none is yielded as Rejected, and the next ones are read.

    What a line does not say of outlet and date is taken from what was given for all.
    """
    return (found for _, found in read_numbered(path, given))


def read_numbered(path: Path, given: Given) -> Iterator[tuple[str, Report | Rejected]]:
    """The same, each with where it stands ("in.jsonl, line 3")."""
    where = given.name or shown(path)
    for found in read_objects(path, where):
        if isinstance(found, Rejected):
            yield found.where, found
            continue
        number, line = found
        at = f"{where}, line {number}"
        try:
            yield at, report_of(line, given)
        except InputError as error:
            yield at, Rejected(at, f"{at}: {error}")


def report_of(line: dict[str, Any], given: Given, *, kind: str = "report") -> Report:
    """The report of a line; raises InputError. A title that does not begin the text is put above it."""
    title = words_of(line, "title")
    text = whole_text(words_of(line, "text"), title)
    if text is None:
        raise InputError('there is no "text". Give the words of the report.')
    published = words_of(line, "published")
    return Report(
        text,
        words_of(line, "outlet") or given.outlet,
        words_of(line, "address") or words_of(line, "url"),
        title,
        parse_published(published) if published is not None else given.published,
        words_of(line, "id") or words_of(line, "name"),
        kind,
    )


def whole_text(text: str | None, title: str | None) -> str | None:
    """Title, blank line, text; the text alone when it begins with its title; a title without a text."""
    if text is None or title is None:
        return text if text is not None else title
    return text if text.lstrip().startswith(title.strip()) else f"{title}\n\n{text}"
