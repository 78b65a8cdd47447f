"""What cannot be asked is refused in one sentence: days far away, no such sequence, a closed record."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from told import SAMPLE

from whoholds.database import Database, in_memory
from whoholds.errors import InputError, NotFoundError, StoreError

TEXT = "Taliban fighters captured the city of Kunduz on Sunday, residents said."


@pytest.mark.parametrize("day", [date.min, date(1899, 12, 31), date(2200, 1, 1), date.max])
@pytest.mark.parametrize("ask", [Database.controls, Database.brief, Database.selection])
def test_a_day_far_away(sample: Database, ask: Callable[..., object], day: date) -> None:
    with pytest.raises(InputError, match="outside the years 1900 to 2199"):
        ask(sample, on=day)


@pytest.mark.parametrize("recorded", [-3, "-3", 10**6])
def test_a_sequence_that_is_none(sample: Database, recorded: int | str) -> None:
    with pytest.raises(NotFoundError, match=f"no ledger entry {recorded}"):
        sample.controls(recorded=recorded)


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda database: database.control(None), "by its name or id, not by None"),
        (lambda database: database.dossier(7), "by its name or id, not by 7"),
        (lambda database: database.control("Kund\ud800uz"), r"half a character \(U\+D800\)"),
        (lambda database: database.add_text(f"{TEXT} \ud800"), r"half a character \(U\+D800\)"),
        (lambda database: database.add_text(None), "as str or bytes, not as NoneType"),
    ],
)
def test_what_is_no_text_is_refused_in_one_sentence(ask: Callable[[Database], object], said: str) -> None:
    with in_memory() as database, pytest.raises(InputError, match=said):
        ask(database)


USES: tuple[Callable[[Database], object], ...] = (
    lambda database: database.control("Kunduz"),
    lambda database: database.control("Kunduz", recorded=1),
    lambda database: database.add_text(TEXT),
    lambda database: database.add(SAMPLE / "reports.jsonl"),
    lambda database: database.judge("0123456789", "accept", reason="seen"),
    lambda database: database.purge("report", reason="asked"),
    lambda database: database.pin("rules"),
    lambda database: database.gazetteer,
    lambda database: database.extractor,
    Database.claims,
    Database.judgements,
    Database.brief,
    Database.page,
    Database.health,
    Database.reread,
    Database.timeline,
    Database.conflicts,
)


def test_a_closed_record_says_so() -> None:
    """Also where the answer was given before, and is still known."""
    with in_memory() as database:
        database.add_text(TEXT, published="2021-08-09")
        database.control("Kunduz", recorded=1)
    for use in USES:
        with pytest.raises(StoreError, match="is closed"):
            use(database)
    database.close()
