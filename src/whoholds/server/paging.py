"""Pages of long lists: a cursor carries where to go on, and the ledger sequence of the first page."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from whoholds.exports.plain import Row
from whoholds.model import content_key
from whoholds.server.params import Paged
from whoholds.server.problems import ProblemError

One = TypeVar("One")
BAD = "The cursor is none that was given for this question. Leave it out to begin at the first page."


@dataclass(frozen=True, slots=True)
class Page(Generic[One]):
    """Some rows of a list, how many there are in all, and the cursor of the next page (None: the last)."""

    rows: Sequence[One]
    total: int
    next: str | None

    @property
    def about(self) -> Row:
        """What is told of the page."""
        return {"total": self.total, "next": self.next}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page begins, in a list as of a ledger sequence. Names the question it is for."""

    seq: int
    start: int
    question: str

    @classmethod
    def of(cls, path: str, asked: Paged, seq: int) -> Place:
        """Where the page that is asked for begins; `seq` counts where there is no cursor yet.

        Raises ProblemError (400) for a cursor that this question did not give.
        """
        question = content_key(path, asked.model_dump_json(exclude={"limit", "cursor"}))[:12]
        if asked.cursor is None:
            return cls(seq, 0, question)
        found = _read(asked.cursor)
        if found is None or found.question != question or found.seq > seq:
            raise ProblemError(400, BAD)
        return found

    def page(self, rows: Sequence[One], limit: int) -> Page[One]:
        """The page of the whole list."""
        end = self.start + limit
        more = _written(Place(self.seq, end, self.question)) if end < len(rows) else None
        return Page(rows[self.start : end], len(rows), more)


def _written(place: Place) -> str:
    words = f"{place.seq}.{place.start}.{place.question}"
    signed = f"{words}.{content_key('cursor', words)[:6]}"
    return base64.urlsafe_b64encode(signed.encode("ascii")).decode("ascii").rstrip("=")


def _read(cursor: str) -> Place | None:
    try:
        words = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode("ascii")
        seq, start, question, _ = words.split(".")
        place = Place(int(seq), int(start), question)
    except (binascii.Error, ValueError):
        return None
    return place if _written(place) == cursor else None
