"""What reports told, read out of the index: the same as resolving them, in a small part of the time."""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property

import apsw

from whoholds.index.codec import back_from_body, nowhere_from_body, silence_from_body
from whoholds.index.keeping import Index
from whoholds.index.sequence import COUNTS
from whoholds.picture import ResolvedClaim
from whoholds.pipeline import Read
from whoholds.silences import ResolvedSilence
from whoholds.store.trouble import DamageError

_NUMBERS = f"SELECT r.key, r.id FROM reading r WHERE {COUNTS}"
_BODIES = "SELECT body FROM {0} WHERE reading = :reading ORDER BY rowid"
_TOLD = "SELECT body FROM told WHERE reading = :reading"
_SILENT, _BACK, _NOWHERE = map(_BODIES.format, ("silent", "back", "nowhere"))


class ReadsInIndex:
    """What reports told, as recorded at a ledger sequence that the index reaches."""

    def __init__(self, index: Index, recorded: int) -> None:
        self._index = index
        self._recorded = recorded

    def read(self, report: str) -> Read | None:
        """All that a report (by its key) told, its claims in no order; None where that cannot be read."""
        with suppress(apsw.Error, DamageError):
            number = self._numbers.get(report)
            return None if number is None else self._read(number)
        return None

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return dict(self._index.rows(_NUMBERS, seq=self._recorded))

    def _read(self, reading: int) -> Read:
        claims: list[ResolvedClaim] = []
        for body in self._bodies(_TOLD, reading):
            claims += self._index.claims_of(body)
        silences: list[ResolvedSilence] = [silence_from_body(body) for body in self._bodies(_SILENT, reading)]
        for body in self._bodies(_NOWHERE, reading):
            more, silent = nowhere_from_body(body)
            claims += more
            for at, one in silent:
                silences.insert(at, one)
        back = tuple(back_from_body(body) for body in self._bodies(_BACK, reading))
        return Read(tuple(claims), tuple(silences), back)

    def _bodies(self, sql: str, reading: int) -> list[bytes]:
        return [body for (body,) in self._index.rows(sql, reading=reading)]
