"""What cannot be opened or trusted is refused in one clear sentence, and left as it was."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import apsw
import pytest
from nouns import kunduz

from whoholds.errors import StoreError
from whoholds.store import Store
from whoholds.store.connection import require_sqlite
from whoholds.store.schema import FORMAT


def a_folder(path: Path) -> None:
    path.mkdir()


def a_text(path: Path) -> None:
    path.write_text("This is a letter, not a database. " * 40, "utf-8")


def another_database(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE shopping (item TEXT)")


def a_newer_format(path: Path) -> None:
    Store.open(path, write=True).close()
    apsw.Connection(str(path)).execute(f"PRAGMA user_version = {FORMAT + 1}")


def a_torn_file(path: Path) -> None:
    with Store.open(path, write=True) as store:
        store.add_report(kunduz())
    content = path.read_bytes()
    path.write_bytes(content[:100] + os.urandom(4000) + content[4100:])


@pytest.mark.parametrize(
    ("made", "says"),
    [
        (a_folder, "is a folder"),
        (a_text, "not a whoholds record"),
        (another_database, "not a whoholds record"),
        (a_newer_format, "newer whoholds"),
        (a_torn_file, "damaged"),
    ],
)
@pytest.mark.parametrize("write", [False, True])
def test_what_is_no_record_is_refused_and_left_as_it_was(
    tmp_path: Path, made: Callable[[Path], None], says: str, write: bool
) -> None:
    path = tmp_path / "record.whoholds"
    made(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(StoreError, match=says) as refused:
        Store.open(path, write=write)
    assert str(path) in str(refused.value)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert not path.with_name(path.name + ".lock").exists()


@pytest.mark.parametrize("write", [False, True])
def test_a_missing_file_or_folder(tmp_path: Path, write: bool) -> None:
    with pytest.raises(StoreError, match=r"no record at|does not exist"):
        Store.open(tmp_path / "nowhere" / "record.whoholds", write=write)


def test_reading_makes_no_file(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="Add reports to it first"):
        Store.open(tmp_path / "record.whoholds")
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_becomes_a_record(tmp_path: Path) -> None:
    path = tmp_path / "record.whoholds"
    path.touch()
    with Store.open(path, write=True) as store:
        assert store.seq == 0


def test_a_reader_cannot_write(tmp_path: Path) -> None:
    path = tmp_path / "record.whoholds"
    Store.open(path, write=True).close()
    with Store.open(path) as store, pytest.raises(StoreError, match="reading only"):
        store.add_report(kunduz())


@pytest.mark.parametrize("version", ["3.7.0", "3.45.1", "3.51.2"])
def test_an_unsafe_sqlite_is_refused(version: str) -> None:
    with pytest.raises(StoreError, match=version.replace(".", r"\.")):
        require_sqlite(version)


@pytest.mark.parametrize("version", ["3.51.3", "3.54.1", "4.0.0"])
def test_a_safe_sqlite_is_not(version: str) -> None:
    require_sqlite(version)


def test_the_file_is_as_it_must_be(tmp_path: Path) -> None:
    path = tmp_path / "record.whoholds"
    with Store.open(path, write=True):
        connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
        assert connection.pragma("journal_mode") == "wal"
        loose = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict"
        assert [name for (name,) in connection.execute(loose) if not name.startswith("sqlite_")] == []


AS_NOBODY = """
import os, sys
from whoholds.errors import StoreError
from whoholds.store import Store
os.setgid(65534); os.setuid(65534)
try:
    with Store.open(sys.argv[1], write=sys.argv[2] == "write") as store:
        print("read", len(store.record().reports))
except StoreError as error:
    print("refused", error)
"""
as_root = pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() != 0, reason="only root can become a user without rights"
)


@pytest.fixture
def shared_folder() -> Iterator[Path]:
    """A folder that everybody may read and only its owner may write to."""
    with tempfile.TemporaryDirectory() as made:
        Path(made).chmod(0o755)
        yield Path(made)


@as_root
@pytest.mark.parametrize(
    ("file_mode", "how", "says"),
    [(0o600, "read", "refused"), (0o644, "read", "read 1"), (0o644, "write", "refused")],
)
def test_without_permission(shared_folder: Path, file_mode: int, how: str, says: str) -> None:
    path = shared_folder / "record.whoholds"
    with Store.open(path, write=True) as store:
        store.add_report(kunduz())
    path.chmod(file_mode)
    answer = subprocess.run(
        [sys.executable, "-c", AS_NOBODY, str(path), how], capture_output=True, text=True, check=False
    )
    assert answer.stdout.startswith(says), answer.stdout + answer.stderr
