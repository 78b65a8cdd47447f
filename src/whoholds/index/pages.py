"""The page of a record as it was made last, kept in the index: what took minutes is there at the next start.

The newest state of one record alone is kept: what is kept under another name goes when a page is kept, and
all of it when a report is purged.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing, suppress
from typing import Any

import apsw

from whoholds.index.codec import sealed, unsealed
from whoholds.store import Store
from whoholds.store.side import connect_index
from whoholds.store.trouble import DamageError

_PART = "SELECT body FROM page WHERE name = ? AND part = ?"
_PARTS = "SELECT part FROM page WHERE name = ?"
_FAULTS = (apsw.Error, OSError, DamageError)


class KeptPages:
    """The pages kept beside an open record; of one in memory, or where there can be no index, none are."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def part(self, names: Sequence[str], part: str) -> Any:
        """What is kept as a part of the page that has one of these names; None where nothing readable is."""
        with suppress(*_FAULTS):
            for name in names:
                for (body,) in self._rows(_PART, (name, part)):
                    return unsealed(body)
        return None

    def parts(self, names: Sequence[str]) -> frozenset[str]:
        """Which parts are kept of the page that has one of these names."""
        with suppress(*_FAULTS):
            return frozenset(part for name in names for (part,) in self._rows(_PARTS, (name,)))
        return frozenset()

    def _rows(self, sql: str, given: tuple[str, ...]) -> list[tuple[Any, ...]]:
        if self._store.path is None:
            return []
        with closing(connect_index(self._store.path)) as connection:
            return connection.execute(sql, given).fetchall()

    def keep(self, name: str, seq: int, parts: Mapping[str, object]) -> bool:
        """Keep parts of the page of a ledger sequence, wholly or not at all, and no page of another name.

        False where they are not kept: more was recorded since, a purge perhaps; no right to write; no room.
        """
        if self._store.path is None:
            return False
        rows = [(name, part, sealed(told)) for part, told in parts.items()]
        with suppress(apsw.Error, OSError), closing(connect_index(self._store.path)) as connection:
            connection.execute("BEGIN IMMEDIATE")  # a purge forgets what is in the index after it is recorded
            if self._store.seq == seq:
                connection.execute("DELETE FROM page WHERE name <> ?", (name,))
                connection.executemany("INSERT OR REPLACE INTO page VALUES (?, ?, ?)", rows)
                connection.execute("COMMIT")
                return True
        return False
