"""The page kept in the index: read again as it was kept, and gone where it could be another's or purged."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import apsw
import pytest

import whoholds
from whoholds.database import in_memory
from whoholds.index.pages import KeptPages
from whoholds.store import Store
from whoholds.store.side import connect_index, index_of

TOLD = {"frame": {"places": [1, 2.5, None]}, "place gn:1": {"quote": "“Zelgai said\ud800”"}}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "war.whoholds"
    with whoholds.open(path) as database:
        database.add_text("Taliban fighters captured Kunduz on Sunday.", published="2021-08-09")
    return path


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store.open(path) as store:
        yield store


def test_what_is_kept_is_read_again(path: Path, store: Store) -> None:
    assert KeptPages(store).keep("one", store.seq, TOLD)
    with Store.open(path) as other:
        kept = KeptPages(other)
        assert {part: kept.part(["none", "one"], part) for part in TOLD} == TOLD
        assert kept.parts(["one"]) == set(TOLD)
        assert kept.part(["one"], "place gn:2") is None
        assert kept.part(["two"], "frame") is None


def test_the_newest_page_alone_is_kept(store: Store) -> None:
    kept = KeptPages(store)
    assert kept.keep("one", store.seq, TOLD)
    assert kept.keep("two", store.seq, {"frame": {}})
    assert kept.keep("two", store.seq, {"all": True})
    assert kept.parts(["one", "two"]) == {"frame", "all"}


def test_no_page_of_an_older_state_is_kept(path: Path, store: Store) -> None:
    """After a purge, a page that was made before it still has its words."""
    seq = store.seq
    with whoholds.open(path) as database:
        database.purge(database.view().resolved.record.reports[0].report.key, reason="asked for")
    assert not KeptPages(store).keep("one", seq, TOLD)
    assert not KeptPages(store).parts(["one"])


def test_a_purge_leaves_nothing_of_the_page(path: Path, store: Store) -> None:
    kept = KeptPages(store)
    assert kept.keep("one", store.seq, TOLD)
    with closing(connect_index(path)) as connection:
        body: bytes = connection.execute("SELECT body FROM page WHERE part = 'place gn:1'").get
    beside = path.parent.glob(f"{index_of(path).name}*")
    assert any(body in file.read_bytes() for file in beside)
    with Store.open(path, write=True) as writing:
        writing.purge(writing.record().reports[0].report.key, "asked for")
    beside = path.parent.glob(f"{index_of(path).name}*")
    assert not any(body in file.read_bytes() for file in beside)
    assert not kept.parts(["one"])


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE page SET body = substr(body, 1, 9)",
        "UPDATE page SET body = x'00'",
        "UPDATE page SET body = zeroblob(200)",
    ],
)
def test_a_part_that_is_damaged_is_as_if_never_kept(path: Path, store: Store, sql: str) -> None:
    kept = KeptPages(store)
    assert kept.keep("one", store.seq, TOLD)
    with closing(connect_index(path)) as connection:
        connection.execute(sql)
    assert kept.part(["one"], "frame") is None
    assert kept.keep("one", store.seq, TOLD)
    assert kept.part(["one"], "frame") == TOLD["frame"]


def test_a_file_that_is_damaged_is_made_anew(path: Path, store: Store) -> None:
    index_of(path).write_bytes(b"spoilt " * 2000)
    kept = KeptPages(store)
    assert kept.part(["one"], "frame") is None
    assert kept.keep("one", store.seq, TOLD)
    assert kept.parts(["one"]) == set(TOLD)


def test_where_nothing_can_be_written_nothing_is_kept(
    path: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = KeptPages(store)
    with monkeypatch.context() as patched:
        patched.setattr("whoholds.index.pages.connect_index", full)
        assert not kept.keep("one", store.seq, TOLD | {"place gn:2": os.urandom(100_000).hex()})
    assert not kept.parts(["one"])
    index_of(path).unlink()
    index_of(path).mkdir()
    assert not kept.keep("one", store.seq, TOLD)
    assert not kept.parts(["one"])
    with in_memory() as database:
        assert not KeptPages(database.store).keep("one", database.store.seq, TOLD)
        assert not KeptPages(database.store).parts(["one"])


def full(record: Path) -> apsw.Connection:
    """A connection to an index on a disk that is full."""
    connection = connect_index(record)
    connection.pragma("max_page_count", 1)
    return connection
