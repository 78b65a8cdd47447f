"""Reading reports from a file or a folder: the table of readers, and the walk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from whoholds.errors import InputError
from whoholds.model import FOR_ALL, Published
from whoholds.reports.decoding import readable, shown
from whoholds.reports.found import Found, Given, Reader, Rejected, Skipped
from whoholds.reports.jsonl import read_jsonl
from whoholds.reports.plain import read_plain

READERS: Mapping[str, Reader] = {
    "plain": Reader((".txt", ".text", ".md", ".markdown"), read_plain),
    "jsonl": Reader((".jsonl", ".ndjson"), read_jsonl),
}
"""Every format that can be read, by name."""

_NOT_YET: Mapping[str, str] = {
    ".html": "a web page",
    ".htm": "a web page",
    ".json": "JSON that is not one object a line",
    ".csv": "a table",
    ".docx": "a Word document",
    ".xml": "XML",
}


def read_reports(
    path: Path | str, *, outlet: str | None = None, published: Published | None = None
) -> Iterator[Found]:
    """The reports of a file, or of every file in a folder and its folders, in the order of their names.

    Yields a Report, or Rejected for what could not be read while the rest goes on, or Skipped for a hidden
    file or one that no reader is for. Raises InputError when the path itself is missing or cannot be read.
    """
    if not str(path):
        raise InputError("The path is empty. Name a file or a folder; . is the folder you are in.")
    where = Path(path)
    given = Given(outlet, published)
    with readable(shown(where)):
        is_folder = where.is_dir()
        if not is_folder:
            where.stat()
    return _folder(where, where, given) if is_folder else _file(where, given)


def reader_for(path: Path) -> Reader | None:
    """The reader for a file by its suffix, in any case; None where there is none."""
    suffix = path.suffix.lower()
    return next((reader for reader in READERS.values() if suffix in reader.suffixes), None)


def _file(path: Path, given: Given) -> Iterator[Found]:
    """A file that was named: without a known suffix it is tried as plain text."""
    kind = _NOT_YET.get(path.suffix.lower())
    if kind is not None:
        raise InputError(
            f"{path} is {kind}, which is not read. Save the words of each report as a text file (.txt), "
            'or as JSON Lines (.jsonl) with a "text".'
        )
    reader = reader_for(path) or READERS["plain"]
    return reader.read(path, given)


def _folder(folder: Path, root: Path, given: Given) -> Iterator[Found]:
    try:
        with readable(shown(folder)):
            entries = sorted(folder.iterdir())
    except InputError as error:
        yield Rejected(shown(folder), str(error))
        return
    for entry in entries:
        yield from _entry(entry, root, given)


def _entry(path: Path, root: Path, given: Given) -> Iterator[Found]:
    where = shown(path)
    if path.name.startswith("."):
        yield Skipped(where, f"{where} is hidden.")
    elif path.is_dir() and path.is_symlink():
        yield Skipped(where, f"{where} is a link to another folder.")
    elif path.is_dir():
        yield from _folder(path, root, given)
    elif path.exists() and not path.is_file():
        yield Skipped(where, f"{where} is not an ordinary file (a pipe, a device).")
    elif (reader := reader_for(path)) is None:
        yield Skipped(where, f"{where} is of a kind that is not read.")
    else:
        published = replace(given.published, origin=FOR_ALL) if given.published else None
        named = Given(given.outlet, published, shown(path.relative_to(root).as_posix()))
        try:
            yield from reader.read(path, named)
        except InputError as error:
            yield Rejected(where, str(error))
