"""What was acknowledged is never lost and nothing is half-recorded: kill -9, a full disk, Ctrl-C."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from nouns import kunduz, read_in

from whoholds.errors import StoreError
from whoholds.model import Report
from whoholds.store import Store

KILLS = 20
WRITERS = """
import os, sys
from whoholds.model import Claim, EventType, Extraction, Report, Span
from whoholds.pipeline import ingest
from whoholds.store import Store

def extractor(report):
    claim = Claim(report.key, EventType.CAPTURE, Span(0, 10))
    return Extraction(report.key, "rules/1", (claim, claim))

def reports(start):
    while True:
        yield Report(f"Report {start} of a town that fell. " * 20, outlet=str(start % 7))
        start += 1

for line in sys.stdin:
    start, path = line.rstrip().split(" ", 1)
    writer = os.fork()
    if writer == 0:
        print(os.getpid(), flush=True)
        with Store.open(path, write=True) as store:
            for done in ingest(reports(int(start)), store, extractor=extractor):
                print(done.key, flush=True)
    os.waitpid(writer, 0)
    print("\\nkilled", flush=True)
"""


@pytest.fixture
def writers() -> Iterator[subprocess.Popen[str]]:
    """A process that has loaded all that writing needs, and has a process of its own for each writer."""
    given = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen([sys.executable, "-c", WRITERS], **given) as process:  # type: ignore[call-overload]
        yield process


def killed_writer(writers: subprocess.Popen[str], path: Path, start: int, after: float) -> list[str]:
    """The keys that a writer acknowledged before it was killed, so many seconds after its first."""
    assert writers.stdin is not None
    assert writers.stdout is not None
    writers.stdin.write(f"{start} {path}\n")
    writers.stdin.flush()
    writer, lines = int(writers.stdout.readline()), [writers.stdout.readline()]
    time.sleep(after)
    os.kill(writer, signal.SIGKILL)
    while lines[-1] not in ("killed\n", ""):
        lines.append(writers.stdout.readline())
    return [line.strip() for line in lines[:-2]]  # the one before "killed" is empty, or was never ended


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is of POSIX")
def test_kill_nine_loses_nothing_acknowledged(tmp_path: Path, writers: subprocess.Popen[str]) -> None:
    path, chance = tmp_path / "record.whoholds", random.Random(11)
    acknowledged: list[str] = []
    for kill in range(KILLS):
        acknowledged += killed_writer(writers, path, kill * 10**6, chance.uniform(0, 0.05))
        with Store.open(path) as store:
            recorded = store.record().reports
            assert store.health().integrity == "ok"
        assert set(acknowledged) <= {found.report.key for found in recorded}
        assert all(found.extraction and len(found.extraction.claims) == 2 for found in recorded)
    assert len(acknowledged) >= KILLS


def full_after(store: Store, pages: int) -> None:
    """Let the file grow by so many pages and no more, as on a full disk."""
    store._connection.pragma("max_page_count", store._connection.pragma("page_count") + pages)


def test_a_full_disk_keeps_what_was_acknowledged(tmp_path: Path) -> None:
    path = tmp_path / "record.whoholds"
    acknowledged: list[str] = []
    chance = random.Random(3)
    many = (Report(f"{number} " + chance.randbytes(2000).hex(), outlet="x") for number in range(2000))
    with Store.open(path, write=True) as store:
        full_after(store, 300)

        def add_all() -> None:
            for added in store.add_reports(many):
                acknowledged.append(added.key)

        with pytest.raises(StoreError, match="No room left"):
            add_all()
        assert 0 < len(acknowledged) < 2000
        assert {found.report.key for found in store.record().reports} == set(acknowledged)
        full_after(store, 3000)
        assert store.add_report(kunduz())
    with Store.open(path) as store:
        assert store.health().integrity == "ok"
        assert {found.report.key for found in store.record().reports} == {*acknowledged, kunduz().key}


UNTIL_FULL = """
import random, sys
from whoholds.errors import StoreError
from whoholds.model import Report
from whoholds.store import Store

chance = random.Random(5)
many = (Report(f"{number} " + chance.randbytes(2000).hex(), outlet="x") for number in range(9000))
store = Store.open(sys.argv[1], write=True)
acknowledged = set()
try:
    for added in store.add_reports(many):
        acknowledged.add(added.key)
except StoreError as error:
    print(error)
store.close()
with Store.open(sys.argv[1]) as reader:
    found = {recorded.report.key for recorded in reader.record().reports}
    print(len(acknowledged) > 0, acknowledged == found, reader.health().integrity)
"""
SMALL_DISK = 'mount -t tmpfs -o size=6m none "$1" && exec "$2" -c "$3" "$1/record.whoholds"'


def test_a_disk_that_is_really_full(tmp_path: Path) -> None:
    """On a disk of 6 MB that only this test's own process sees (a private mount namespace)."""
    unshare = shutil.which("unshare")
    if unshare is None or subprocess.run([unshare, "--mount", "true"], check=False).returncode:
        pytest.skip("a small disk can be made by root on Linux only")
    command = [unshare, "--mount", "sh", "-c", SMALL_DISK, "sh", str(tmp_path), sys.executable, UNTIL_FULL]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    if "mount:" in answer.stderr:
        pytest.skip("a small disk may not be mounted here")
    says, state = answer.stdout.splitlines() or ("", answer.stderr)
    assert "No room left" in says
    assert state == "True True ok"


def interrupted(after: int) -> Iterator[Report]:
    for number in range(after):
        yield kunduz(f"Report {number} of the fall of Kunduz")
    raise KeyboardInterrupt


def test_ctrl_c_keeps_the_batches_before(tmp_path: Path) -> None:
    acknowledged: list[str] = []
    with Store.open(tmp_path / "record.whoholds", write=True) as store:

        def add_all() -> None:
            acknowledged.extend(added.key for added in store.add_reports(interrupted(250)))

        with pytest.raises(KeyboardInterrupt):
            add_all()
        assert len(acknowledged) == 200
        assert {found.report.key for found in store.record().reports} == set(acknowledged)
        assert store.add_report(kunduz())
        assert store.health().integrity == "ok"


@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError])
def test_an_error_inside_a_batch_takes_back_all_of_it(tmp_path: Path, error: type[BaseException]) -> None:
    report = kunduz()
    with Store.open(tmp_path / "record.whoholds", write=True) as store:

        def broken() -> None:
            with store.writing("reports"):
                store.add_report(report)
                store.add_extraction(read_in(report))
                assert store.report(report.key).extraction == read_in(report)
                raise error

        with pytest.raises(error):
            broken()
        assert store.seq == 0
        assert store.record().reports == ()
        assert store.add_report(report).new
        assert store.record().reports[0].extraction is None


def test_one_batch_is_one_entry_of_the_ledger_and_nothing_new_is_none() -> None:
    with Store.in_memory() as store:
        with store.writing("reports") as batch:
            store.add_report(kunduz(outlet="A"))
            store.add_report(kunduz(outlet="B"))
            assert batch.recorded == 1
        with store.writing("reports") as batch:
            store.add_report(kunduz(outlet="A"))
            assert batch.recorded is None
        assert store.seq == 1
