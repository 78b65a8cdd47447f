"""What is the same at every moment of knowledge: worked out once for a ledger sequence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from whoholds.control.table import control_table
from whoholds.index.copies import Copies
from whoholds.territory import Changes, Spot, spot_from

COUNTS = "r.from_seq <= :seq AND r.until_seq > :seq"
_EACH = """
WITH RECURSIVE one(value) AS (SELECT min({column}) FROM change WHERE {within} UNION ALL
    SELECT (SELECT min({column}) FROM change WHERE {within} AND {column} > one.value)
    FROM one WHERE one.value IS NOT NULL)
SELECT value{more} FROM one WHERE value IS NOT NULL
"""  # one step for each value there is, not for each claim
_FIRST = """,
    (SELECT t.known FROM change t CROSS JOIN reading r ON r.id = t.reading
    WHERE {0} AND t.day = one.value AND {1} AND t.place NOT IN (SELECT place FROM back)
    ORDER BY t.known LIMIT 1)"""
_COUNTRY, _SPOT = "country = :country", "country = :country AND spot = :spot"
_DAYS = _EACH.format(column="day", within=_COUNTRY, more=_FIRST.format(_COUNTRY, COUNTS))
_THERE = f"""
SELECT t.day, min(t.known) FROM change t INDEXED BY change_spot CROSS JOIN reading r ON r.id = t.reading
WHERE {_SPOT} AND {COUNTS} AND t.place NOT IN (SELECT place FROM back) GROUP BY t.day
"""
_SPOTS = _EACH.format(column="spot", within=_COUNTRY, more="")
_CALLED = "SELECT DISTINCT place FROM named WHERE folded = :name ORDER BY place"
NAMES = 20_000  # of which it is kept what they are names of
Asked = Callable[..., Iterator[tuple[Any, ...]]]


class AtSequence:
    """What all moments share. `rows` answers SQL with named values, at the sequence (`:seq`)."""

    def __init__(self, rows: Asked) -> None:
        self._rows = rows
        self._changes: dict[str, Changes] = {}
        self._first: dict[tuple[str, Spot | None], list[tuple[date, int]]] = {}
        self._called: dict[str, tuple[str, ...]] = {}
        self.copies = Copies(rows)

    def changes(self, country: str) -> Changes:
        """Where changes of hands were ever claimed in a country, without their days."""
        if country not in self._changes:
            spots = [spot_from(key) for (key,) in self._rows(_SPOTS, country=country)]
            self._changes[country] = Changes(dict.fromkeys(spots, ()), control_table().region)
        return self._changes[country]

    def called(self, folded: str) -> tuple[str, ...]:
        """The ids of the places that claims were ever about whose folded name is this, in order."""
        if folded not in self._called:
            if len(self._called) >= NAMES:
                self._called.clear()
            self._called[folded] = tuple(place for (place,) in self._rows(_CALLED, name=folded))
        return self._called[folded]

    def changes_until(self, country: str, known: int) -> set[date]:
        """The days on which changes of hands were claimed in a country by a moment (microseconds), at places
        of which nothing was ever taken back."""
        return self._until(country, None, known)

    def changes_at(self, country: str, spot: Spot, known: int) -> set[date]:
        """The same at a spot."""
        return self._until(country, spot, known)

    def _until(self, country: str, spot: Spot | None, known: int) -> set[date]:
        key = (country, spot)
        if key not in self._first:
            given = {"country": country} if spot is None else {"country": country, "spot": spot.key}
            found = self._rows(_DAYS if spot is None else _THERE, **given)
            self._first[key] = [(date.fromisoformat(day), at) for day, at in found if at is not None]
        return {day for day, first in self._first[key] if first <= known}
