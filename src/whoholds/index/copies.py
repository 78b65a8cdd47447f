"""Whose story a report is, out of the sketches in the index: only reports that are alike are compared.

The answer is that of `whoholds.stories` over all reports: a report copies the earliest one that is like it
and itself copies none. What is like none of its words cannot change that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import apsw
import numpy as np

from whoholds.index.codec import traits_from_body, traits_to_body
from whoholds.model import Report
from whoholds.stories import INDEXED, SHARED, Alike, Hashes, Story, Traits, is_copy, story_of, traits_of

_TRAITS = "SELECT body FROM story WHERE report = :report"
_KEY = "SELECT key FROM reading WHERE report = :report LIMIT 1"
_SHARING = f"""
SELECT b.report FROM run a CROSS JOIN run b ON b.hash = a.hash
WHERE a.report = :report AND b.report != :report GROUP BY b.report HAVING count(*) >= {SHARED}
"""
_LIKELY = f"""
SELECT o.report FROM reading r CROSS JOIN ({_SHARING}) o
CROSS JOIN reading e ON e.report = o.report
WHERE r.report = :report AND r.from_seq <= :seq AND r.until_seq > :seq
    AND e.from_seq <= :seq AND e.until_seq > :seq AND (e.known, e.key) < (r.known, r.key)
ORDER BY e.known, e.key
"""  # what became known before, in that order
Asked = Callable[..., Iterator[tuple[Any, ...]]]


def insert_story(connection: apsw.Connection, number: int, report: Report) -> None:
    """Take in what tells whose story a report (by the record's number) is."""
    traits = traits_of(report)
    if traits is None or (traits.agency is None and not len(traits.sketch)):
        return
    runs = [(one, number) for one in _signed(traits.sketch[:INDEXED])]
    connection.executemany("INSERT OR REPLACE INTO run VALUES (?, ?)", runs)
    sharing = connection.execute(_SHARING, {"report": number}).fetchall()
    connection.executemany("UPDATE story SET others = 1 WHERE report = ? AND NOT others", sharing)
    others = traits.agency is not None or bool(sharing)
    row = (number, others, traits_to_body(traits))
    connection.execute("INSERT OR REPLACE INTO story VALUES (?, ?, ?)", row)


def _signed(hashes: Hashes) -> list[int]:
    """The hashes as SQLite keeps whole numbers: with a sign."""
    found: list[int] = hashes.view(np.int64).tolist()
    return found


class Copies:
    """The stories of reports (by the record's numbers) at a ledger sequence, each worked out once.

    `rows` answers SQL with named values, at that sequence (`:seq`).
    """

    def __init__(self, rows: Asked) -> None:
        self._rows = rows
        self._traits: dict[int, Traits | None] = {}
        self._alike = Alike()
        self._numbers: dict[int, int] = {}  # in `_alike`
        self._reports: list[int] = []  # by these
        self._copied: dict[int, int | None] = {}

    def story(self, report: int) -> Story | None:
        """Whose story a report is; None where it is its own."""
        traits = self._traits_of(report)
        if traits is None:
            return None
        if traits.agency is None and len(traits.sketch):
            self._settle(report)
        first = self._copied.get(report)
        if first is None:
            return story_of(traits, None, None)
        return story_of(
            traits, self._traits_of(first), next(key for (key,) in self._rows(_KEY, report=first))
        )

    def _settle(self, report: int) -> None:
        """Find which report it copies. Those before it that it may copy are settled first."""
        waiting = [report]
        likely: dict[int, list[int]] = {}
        while waiting:
            one = waiting[-1]
            if one in self._copied:
                waiting.pop()
                continue
            if one not in likely:
                likely[one] = self._likely(one)[::-1]
            self._look(one, likely[one], waiting)

    def _likely(self, one: int) -> list[int]:
        """The reports that a report may copy, the earliest first; without most of those that it cannot."""
        traits = self._traits_of(one)
        told = [
            number for (number,) in self._rows(_LIKELY, report=one) if self._traits_of(number) is not None
        ]
        if traits is None:
            return []
        numbers = [self._numbered(number) for number in told]
        return [self._reports[number] for number in self._alike.may_be_copied(traits.sketch, numbers)]

    def _numbered(self, report: int) -> int:
        """The number of a report's sketch among those that are sifted together."""
        if report not in self._numbers:
            traits = self._traits_of(report)
            assert traits is not None  # only such reports can be copied
            self._numbers[report] = len(self._reports)
            self._reports.append(report)
            self._alike.add(traits.sketch)
        return self._numbers[report]

    def _look(self, one: int, likely: list[int], waiting: list[int]) -> None:
        """Go on through what a report may copy (the earliest last) until one is found, or must be settled."""
        while likely:
            if not self._is_copy(one, likely[-1]):
                likely.pop()
            elif likely[-1] not in self._copied:
                waiting.append(likely[-1])
                return
            elif self._copied[likely[-1]] is None:
                self._copied[one] = likely[-1]
                return
            else:
                likely.pop()
        self._copied[one] = None

    def _is_copy(self, one: int, other: int) -> bool:
        traits, before = self._traits_of(one), self._traits_of(other)
        return traits is not None and before is not None and is_copy(traits.sketch, before.sketch)

    def _traits_of(self, report: int) -> Traits | None:
        if report not in self._traits:
            rows: Sequence[tuple[Any, ...]] = tuple(self._rows(_TRAITS, report=report))
            self._traits[report] = traits_from_body(rows[0][0]) if rows else None
        return self._traits[report]
