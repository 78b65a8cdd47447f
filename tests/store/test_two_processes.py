"""One writes, the others read and are never blocked; a second writer is refused."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from nouns import kunduz

from whoholds.errors import StoreError
from whoholds.store import Store
from whoholds.store.connection import wal_of

READER = """
import sys
from whoholds.store import Store
with Store.open(sys.argv[1]) as store:
    for _ in sys.stdin:
        print(len(store.record().reports), flush=True)
"""
SECOND_WRITER = """
import sys
from whoholds.errors import StoreError
from whoholds.store import Store
try:
    Store.open(sys.argv[1], write=True).close()
    print("opened")
except StoreError as error:
    print(error)
"""
KILLED_WRITER = """
import os, signal, sys
from whoholds.store import Store
store = Store.open(sys.argv[1], write=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def started(program: str, path: Path) -> subprocess.Popen[str]:
    pipe = subprocess.PIPE
    return subprocess.Popen([sys.executable, "-c", program, str(path)], stdin=pipe, stdout=pipe, text=True)


def reads(reader: subprocess.Popen[str]) -> int:
    """How many reports another process reads now; waits for its answer."""
    assert reader.stdin is not None
    assert reader.stdout is not None
    reader.stdin.write("\n")
    reader.stdin.flush()
    return int(reader.stdout.readline())


def test_readers_are_not_blocked_by_a_writer(tmp_path: Path) -> None:
    """They answer while a transaction is open: else this would wait for ever."""
    path = tmp_path / "record.whoholds"
    with Store.open(path, write=True) as store:
        store.add_report(kunduz())
        readers = [started(READER, path) for _ in range(2)]
        assert [reads(one) for one in readers] == [1, 1]
        with store.writing("reports"):
            store.add_report(kunduz("A report inside a long transaction"))
            assert [reads(one) for one in readers] == [1, 1]
        assert [reads(one) for one in readers] == [2, 2]
        for number in range(200):
            store.add_report(kunduz(f"Report {number} of the fall"))
            assert number % 20 or [reads(one) for one in readers] == [number + 3] * 2
        for one in readers:
            one.communicate()
        assert [one.returncode for one in readers] == [0, 0]
        assert wal_of(path).stat().st_size < 64 * 2**20


def test_a_second_writer_is_refused_by_the_number_of_the_first(tmp_path: Path) -> None:
    path = tmp_path / "record.whoholds"
    with Store.open(path, write=True):
        said = started(SECOND_WRITER, path).communicate()[0]
        assert f"being written by another process (number {os.getpid()})" in said
        with pytest.raises(StoreError, match="this process"):
            Store.open(path, write=True)
    assert started(SECOND_WRITER, path).communicate()[0] == "opened\n"
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is of POSIX")
def test_a_killed_writer_leaves_no_lock_behind(tmp_path: Path) -> None:
    path = tmp_path / "record.whoholds"
    assert started(KILLED_WRITER, path).wait() < 0
    with Store.open(path, write=True) as store:
        assert store.add_report(kunduz())


def test_a_reader_sees_what_was_added_since_it_opened(tmp_path: Path) -> None:
    path = tmp_path / "record.whoholds"
    with Store.open(path, write=True) as store, Store.open(path) as reader:
        assert reader.seq == 0
        store.add_report(kunduz())
        assert reader.seq == 1
        assert reader.record() == store.record()
