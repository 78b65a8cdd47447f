"""The ledger: one row for each transaction that recorded something."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import apsw

from whoholds.errors import InputError
from whoholds.store import fingerprints

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
Stamp = Callable[[], tuple[datetime, str]]


class Batch:
    """One write transaction. Its row in the ledger is made when the first thing new is recorded."""

    def __init__(self, connection: apsw.Connection, kind: str, stamp: Stamp) -> None:
        self.connection = connection
        self.kind = kind
        self._stamp = stamp
        self._seq: int | None = None

    @property
    def recorded(self) -> int | None:
        """The ledger sequence, or None while nothing new was recorded."""
        return self._seq

    @property
    def seq(self) -> int:
        """The ledger sequence of what is recorded now."""
        if self._seq is None:
            moment, version = self._stamp()
            self._seq = self.insert(
                "INSERT INTO batch (recorded_at, kind, code_version) VALUES (?, ?, ?)",
                (micros(moment), self.kind, version),
            )
        return self._seq

    def insert(self, sql: str, row: tuple[Any, ...]) -> int:
        """Add one row, with its fingerprint; returns its number. An extraction's is taken with its claims."""
        self.connection.execute(sql, row)
        number = self.connection.last_insert_rowid()
        table = sql.split(None, 3)[2]
        if table != "extraction":
            fingerprints.take(self.connection, table, number)
        return number


def micros(moment: datetime) -> int:
    """Microseconds since 1970 UTC; raises InputError for a moment without a time zone."""
    if moment.tzinfo is None:
        raise InputError(f"The moment {moment.isoformat()} has no time zone. Give one, such as +00:00.")
    return (moment - EPOCH) // _MICROSECOND
