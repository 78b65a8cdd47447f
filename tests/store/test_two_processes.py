"""One writes, the others read and are never blocked; a second writer is refused."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from nouns import kunduz

from whoholds.errors import StoreError
from whoholds.store import Store
from whoholds.store.connection import wal_of

READER = """
import sys, time
from whoholds.store import Store
slowest, seen = 0.0, 0
with Store.open(sys.argv[1]) as store:
    print("ready", flush=True)
    until = time.monotonic() + 1.0
    while time.monotonic() < until:
        began = time.monotonic()
        record = store.record()
        assert len(record.reports) >= seen
        seen = len(record.reports)
        slowest = max(slowest, time.monotonic() - began)
print(slowest, seen)
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
    return subprocess.Popen([sys.executable, "-c", program, str(path)], stdout=subprocess.PIPE, text=True)


def test_readers_are_not_blocked_by_a_writer(tmp_path: Path) -> None:
    path = tmp_path / "record.whoholds"
    with Store.open(path, write=True) as store:
        store.add_report(kunduz())
        readers = [started(READER, path) for _ in range(2)]
        for reader in readers:
            assert reader.stdout is not None
            assert reader.stdout.readline() == "ready\n"
        with store.writing("reports"):
            store.add_report(kunduz("A report inside a long transaction"))
            time.sleep(0.4)
        for number in range(200):
            store.add_report(kunduz(f"Report {number} of the fall"))
        answers = [reader.communicate()[0].split() for reader in readers]
        assert all(reader.returncode == 0 for reader in readers)
        assert all(float(slowest) < 0.35 for slowest, _ in answers), answers  # less than that transaction
        assert all(int(seen) > 1 for _, seen in answers)
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
