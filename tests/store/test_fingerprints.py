"""The hash of each row: taken when it is recorded, and for all rows of a record of the first format."""

from __future__ import annotations

from pathlib import Path

import apsw
from nouns import kunduz, read_in

from whoholds.store import Store, schema


def first_format(path: Path) -> None:
    """Make of a record one of the first format."""
    connection = apsw.Connection(str(path))
    connection.execute("DROP TABLE fingerprint; PRAGMA user_version = 1")
    connection.close()


def test_a_record_of_the_first_format_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "record.whoholds"
    gone = kunduz("A text that was purged later.")
    with Store.open(path, write=True) as store:
        for report in (kunduz(), gone):
            store.add_report(report)
            store.add_extraction(read_in(report))
        store.purge(gone.key, "asked by the author")
        rows, record = store.health().rows, store.record()
    first_format(path)
    with Store.open(path, write=True) as store:
        health = store.health()
        assert (health.format, health.integrity) == (schema.FORMAT, "ok")
        assert health.rows == rows
        assert store.record() == record


def test_a_row_that_is_gone_is_missed(tmp_path: Path) -> None:
    path = tmp_path / "record.whoholds"
    with Store.open(path, write=True) as store:
        store.add_report(kunduz())
        store.pin("rules/1")
    connection = apsw.Connection(str(path))
    connection.execute("DROP TRIGGER pin_kept; DELETE FROM pin")
    connection.close()
    with Store.open(path) as store:
        assert store.health().integrity == "row 1 of pin is gone"
