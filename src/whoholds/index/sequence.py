"""What is the same at every moment of knowledge: worked out once for a ledger sequence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from whoholds.index.copies import Copies

COUNTS = "r.from_seq <= :seq AND r.until_seq > :seq"
_FIRST = f"""
WITH RECURSIVE one(value) AS (SELECT min(day) FROM change WHERE country = :country UNION ALL
    SELECT (SELECT min(day) FROM change WHERE country = :country AND day > one.value)
    FROM one WHERE one.value IS NOT NULL)
SELECT value, (SELECT t.known FROM change t CROSS JOIN reading r ON r.id = t.reading
    WHERE t.country = :country AND t.day = one.value AND {COUNTS} AND t.place NOT IN (SELECT place FROM back)
    ORDER BY t.known LIMIT 1) FROM one WHERE value IS NOT NULL
"""  # one step for each day there is, not for each claim
Asked = Callable[..., Iterator[tuple[Any, ...]]]


class AtSequence:
    """What all moments share. `rows` answers SQL with named values, at the sequence (`:seq`)."""

    def __init__(self, rows: Asked) -> None:
        self._rows = rows
        self._changes: dict[str, list[tuple[str, int]]] = {}
        self.copies = Copies(rows)

    def changes_until(self, country: str, known: int) -> set[str]:
        """The days on which changes of hands were claimed in a country by a moment (microseconds), at places
        of which nothing was ever taken back."""
        if country not in self._changes:
            found = self._rows(_FIRST, country=country)
            self._changes[country] = [(day, first) for day, first in found if first is not None]
        return {day for day, first in self._changes[country] if first <= known}
