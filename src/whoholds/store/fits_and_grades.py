"""Adding and reading what is learnt of claimers, and the letters that analysts give them."""

from __future__ import annotations

import json
from dataclasses import astuple
from datetime import datetime, timedelta
from typing import Any

import apsw

from whoholds.errors import InputError
from whoholds.store import codec
from whoholds.store.ledger import EPOCH, Batch, micros
from whoholds.store.trouble import readable
from whoholds.trust import LETTERS, UNDO, Cell, Fit, Fitted, Grade, Graded

SINCE = 3  # the format that has the two tables; a record of an older one has nothing in them


def add_fit(batch: Batch, fit: Fit) -> bool:
    """Record what was learnt; False where the newest with this cut-off says just the same."""
    row = (micros(fit.until), codec.to_text([list(astuple(cell)) for cell in fit.cells]))
    newest = batch.connection.execute(
        "SELECT until, body FROM fit WHERE until = ? ORDER BY id DESC LIMIT 1", row[:1]
    ).fetchone()
    if newest == row:
        return False
    batch.insert("INSERT INTO fit (until, body, seq) VALUES (?, ?, ?)", (*row, batch.seq))
    return True


def add_grade(batch: Batch, grade: Grade) -> bool:
    """Record a letter for a claimer; False where it is the newest on that claimer already.

    Raises InputError for a letter that there is not, and for undoing where there is nothing to undo.
    """
    if grade.letter not in (*LETTERS, UNDO):
        raise InputError(f"There is no grade {grade.letter!r}. Give one of: {', '.join((*LETTERS, UNDO))}.")
    given = [
        letter
        for (letter,) in batch.connection.execute(
            "SELECT letter FROM grade WHERE claimer = ? ORDER BY id", (grade.claimer,)
        )
    ]
    if grade.letter == UNDO:
        left = 0
        for letter in given:
            left = max(0, left - 1) if letter == UNDO else left + 1
        if not left:
            raise InputError(f"No grade of {grade.claimer} is left to undo.")
    elif given[-1:] == [grade.letter]:
        return False
    batch.insert(
        "INSERT INTO grade (claimer, letter, reason, by_whom, seq) VALUES (?, ?, ?, ?, ?)",
        (grade.claimer, grade.letter, grade.reason, grade.by, batch.seq),
    )
    return True


def read_fits(connection: apsw.Connection, recorded: int) -> tuple[Fitted, ...]:
    """What was learnt, as recorded by a sequence, oldest first."""
    if connection.pragma("user_version") < SINCE:
        return ()
    rows = connection.execute(
        "SELECT f.until, f.body, f.seq, b.recorded_at FROM fit f JOIN batch b ON b.seq = f.seq "
        "WHERE f.seq <= ? ORDER BY f.id",
        (recorded,),
    )
    return tuple(_fitted(row) for row in rows)


def _fitted(row: tuple[Any, ...]) -> Fitted:
    until, body, seq, moment = row
    with readable(f"the fit of ledger entry {seq}"):
        cells = tuple(Cell(*cell) for cell in json.loads(body))
        return Fitted(Fit(_moment(until), cells), seq, _moment(moment))


def read_grades(connection: apsw.Connection, recorded: int) -> tuple[Graded, ...]:
    """The letters given to claimers, as recorded by a sequence, oldest first."""
    if connection.pragma("user_version") < SINCE:
        return ()
    rows = connection.execute(
        "SELECT g.claimer, g.letter, g.reason, g.by_whom, g.seq, b.recorded_at "
        "FROM grade g JOIN batch b ON b.seq = g.seq WHERE g.seq <= ? ORDER BY g.id",
        (recorded,),
    )
    return tuple(Graded(Grade(*row[:4]), row[4], _moment(row[5])) for row in rows)


def _moment(microseconds: int) -> datetime:
    return EPOCH + timedelta(microseconds=microseconds)
