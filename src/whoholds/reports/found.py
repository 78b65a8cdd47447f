"""What a reader yields: reports, and word of what it could not or did not read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from whoholds.model import Published, Report


@dataclass(frozen=True, slots=True)
class Rejected:
    """Something that should have been a report and could not be read. `why` is a sentence or two."""

    where: str
    why: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file passed over because no reader is for its kind, or because it is hidden."""

    where: str
    why: str


Found = Report | Rejected | Skipped


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says of all that is read, where a report does not say it itself."""

    outlet: str | None = None
    published: Published | None = None
    name: str | None = None  # in place of the file's name


@dataclass(frozen=True, slots=True)
class Reader:
    """A format: the suffixes it goes by, and the function that reads a file of it."""

    suffixes: tuple[str, ...]
    read: Callable[[Path, Given], Iterator[Found]]
