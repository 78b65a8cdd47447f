"""The index beside a record: when it is made, what a new report touches, and what is left after a purge."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

import whoholds
from whoholds.database import Database, in_memory
from whoholds.model import Published, Report
from whoholds.store import Store
from whoholds.store.side import connect_index, index_of

KUNDUZ = "Taliban fighters captured Kunduz on Sunday, a doctor called Zelgai said."
ZARANJ = "The Taliban have taken Zaranj, residents said."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "war.whoholds"


def rows(database: Database, table: str) -> set[tuple[object, ...]]:
    assert database._index.connection is not None
    return set(database._index.connection.execute(f"SELECT * FROM {table}"))


def body_of(path: Path, name: str) -> bytes:
    """What stands in the index of the claims at a place."""
    with closing(connect_index(path)) as connection:
        body: bytes = connection.execute("SELECT body FROM told WHERE name = ?", (name,)).get
        return body


def bytes_beside(path: Path) -> bytes:
    return b"".join(file.read_bytes() for file in path.parent.glob(f"{index_of(path).name}*"))


def test_what_was_added_is_in_the_index_before_it_is_asked_for(path: Path) -> None:
    with whoholds.open(path) as database:
        database.add_text(KUNDUZ, published="2021-08-09")
    with closing(connect_index(path)) as connection:
        assert connection.execute("SELECT name FROM told").fetchall() == [("Kunduz",)]


def test_a_new_report_adds_to_its_place_and_changes_nothing_else(path: Path) -> None:
    with whoholds.open(path) as database:
        database.add_text(KUNDUZ, published="2021-08-09")
        before = {table: rows(database, table) for table in ("told", "reading", "change")}
        database.add_text(ZARANJ, published="2021-08-07")
        for table, known in before.items():
            assert known < rows(database, table)
        assert {row[0] for row in rows(database, "told") - before["told"]} == {
            database.control("Zaranj").state.place.id
        }


def test_one_question_reads_no_report_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with whoholds.open(path) as database:
        database.add_text(KUNDUZ, published="2021-08-09")
        expected = database.control("Kunduz")

    def refused(*_: object) -> None:
        raise AssertionError("the whole record was resolved")

    monkeypatch.setattr("whoholds.pipeline.Resolver.read", refused)
    with whoholds.open(path, write=False) as database:
        assert database.control("Kunduz") == expected


def test_a_purge_leaves_none_of_the_words_in_the_index(path: Path) -> None:
    with whoholds.open(path) as database:
        database.add_text(ZARANJ, published="2021-08-07")
        key = database.add_text(KUNDUZ, published="2021-08-09").key
        told = body_of(path, "Kunduz")
        assert told in bytes_beside(path)
        database.purge(key, reason="asked for")
        assert told not in bytes_beside(path)
        assert not database.control("Kunduz").claims
        assert database.control("Zaranj").claims


def test_a_purge_by_whoever_does_not_ask_leaves_none_either(path: Path) -> None:
    with whoholds.open(path) as database:
        key = database.add_text(KUNDUZ, published="2021-08-09").key
    told = body_of(path, "Kunduz")
    assert told in bytes_beside(path)
    with Store.open(path, write=True) as store:
        store.purge(key, "asked for")
    assert told not in bytes_beside(path)


def test_a_purge_deletes_an_index_that_it_cannot_write_to(path: Path) -> None:
    with whoholds.open(path) as database:
        key = database.add_text(KUNDUZ, published="2021-08-09").key
    index_of(path).write_bytes(b"spoilt " * 2000 + b"Zelgai")
    with Store.open(path, write=True) as store:
        store.purge(key, "asked for")
    assert b"Zelgai" not in bytes_beside(path)


def test_another_record_under_the_same_name_gets_an_index_of_its_own(path: Path) -> None:
    with whoholds.open(path) as database:
        database.add_text(KUNDUZ, published="2021-08-09")
        index = bytes_beside(path)
    for file in path.parent.iterdir():
        file.unlink()
    with whoholds.open(path) as database:
        database.store.add_report(Report(ZARANJ, published=Published(database.control("Zaranj").state.on)))
    index_of(path).write_bytes(index)
    with whoholds.open(path) as database:
        assert not database.control("Kunduz").claims


def test_where_no_index_can_be_made_the_record_itself_is_asked(path: Path) -> None:
    with whoholds.open(path) as database:
        index_of(path).mkdir()
        database.add_text(KUNDUZ, published="2021-08-09")
        assert database.control("Kunduz").state.holder == "Taliban"
        assert database._index.connection is None


def test_a_record_in_memory_has_its_index_in_memory() -> None:
    with in_memory() as database:
        database.add_text(KUNDUZ, published="2021-08-09")
        assert database.control("Kunduz").state.holder == "Taliban"
        assert len(rows(database, "told")) == 1
