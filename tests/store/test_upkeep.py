"""Backup and restore are verified and overwrite nothing; health tells what is there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import apsw
import pytest
from nouns import kunduz, read_in

from whoholds.errors import StoreError
from whoholds.model import Judgement, Verdict
from whoholds.party_list import parties_beside
from whoholds.store import Store, restore


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "record.whoholds"
    with Store.open(path, write=True) as store:
        fill(store, 3)
    return path


def fill(store: Store, count: int) -> None:
    for number in range(count):
        report = kunduz(f"Report {number} of the fall of Kunduz")
        store.add_report(report)
        store.add_extraction(read_in(report))
        store.add_judgement(Judgement(read_in(report).claims[0].key, Verdict.ACCEPT, "seen"))


def test_a_backup_restores_to_the_same_record(record: Path, tmp_path: Path) -> None:
    backup, back = tmp_path / "backup.whoholds", tmp_path / "back.whoholds"
    with Store.open(record) as store:
        copied = store.backup(backup)
        expected = store.record()
    assert (copied.path, copied.seq, copied.reports) == (backup, 9, 3)
    assert copied.size == backup.stat().st_size
    restore(backup, back)
    with Store.open(back, write=True) as store:
        assert store.record() == expected
        assert [store.record(recorded=seq).recorded for seq in range(10)] == list(range(10))
        assert store.search("kunduz", limit=1)
        assert store.add_report(kunduz())
        assert store.health().integrity == "ok"


def test_a_backup_is_whole_while_the_record_is_written(record: Path, tmp_path: Path) -> None:
    with Store.open(record, write=True) as writer, Store.open(record) as reader:
        copied = reader.backup(tmp_path / "one.whoholds")
        writer.add_report(kunduz())
        assert (copied.seq, reader.backup(tmp_path / "two.whoholds").seq) == (9, 10)
        assert writer.backup(tmp_path / "three.whoholds").seq == 10


def test_nothing_is_overwritten_unless_told(record: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.whoholds"
    with Store.open(other, write=True) as store:
        store.add_report(kunduz("Another record"))
    before = other.read_bytes()
    with Store.open(record) as store:
        with pytest.raises(StoreError, match="exists"):
            store.backup(other)
        with pytest.raises(StoreError, match="exists"):
            restore(record, other)
        assert other.read_bytes() == before
        store.backup(other, replace=True)
        with Store.open(other) as replaced:
            assert replaced.record() == store.record()


def test_restoring_over_a_record_with_a_log_does_not_mix_them(record: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.whoholds"
    writer = Store.open(old, write=True)
    reader = Store.open(old)  # keeps the log from being folded in when the writer closes
    fill(writer, 5)
    reader.record()
    writer.close()
    reader.close()
    assert old.with_name(old.name + "-wal").exists()
    restore(record, old, replace=True)
    with Store.open(old) as store, Store.open(record) as original:
        assert store.record() == original.record()
        assert store.health().integrity == "ok"


def test_a_restore_over_a_record_being_written_is_refused(record: Path, tmp_path: Path) -> None:
    busy = tmp_path / "busy.whoholds"
    with Store.open(busy, write=True), pytest.raises(StoreError, match="being written"):
        restore(record, busy, replace=True)


def scribbled(path: Path) -> None:
    content = bytearray(path.read_bytes())
    page = 4096 * (len(content) // 4096 // 2)
    content[page : page + 4096] = b"\xff" * 4096
    path.write_bytes(content)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: 4096 * 5])


def dangling(path: Path) -> None:
    apsw.Connection(str(path)).execute(
        "PRAGMA foreign_keys = OFF; INSERT INTO extraction_claim VALUES (99, 0, 99)"
    )


@pytest.mark.parametrize("harm", [scribbled, cut, dangling])
def test_a_damaged_backup_is_not_restored(record: Path, tmp_path: Path, harm: Callable[[Path], None]) -> None:
    harm(record)
    with pytest.raises(StoreError, match="damaged"):
        restore(record, tmp_path / "back.whoholds")
    assert not (tmp_path / "back.whoholds").exists()
    assert not (tmp_path / "back.whoholds.lock").exists()


@pytest.mark.parametrize("target", ["", "missing/record.whoholds"])
def test_a_copy_needs_a_file_in_a_folder(record: Path, tmp_path: Path, target: str) -> None:
    with Store.open(record) as store, pytest.raises(StoreError):
        store.backup(tmp_path / target)


def test_a_record_is_not_restored_from_itself(record: Path) -> None:
    with pytest.raises(StoreError, match="itself"):
        restore(record, record, replace=True)


def test_health(record: Path) -> None:
    with Store.open(record) as store:
        health = store.health()
    assert (health.integrity, health.seq, health.size) == ("ok", 9, record.stat().st_size)
    assert health.sqlite == apsw.sqlite_lib_version()
    assert health.rows["claim"] == 3


def test_parties_of_your_own_go_with_the_record(record: Path, tmp_path: Path) -> None:
    backup, back = tmp_path / "backup.whoholds", tmp_path / "back.whoholds"
    parties_beside(record).write_text("[[party]]\nname = 'Reds'\n", "utf-8")
    with Store.open(record) as store:
        store.backup(backup)
        restore(backup, back)
        for copied in (backup, back):
            assert parties_beside(copied).read_text("utf-8") == parties_beside(record).read_text("utf-8")
        parties_beside(record).unlink()
        back.unlink()
        with pytest.raises(StoreError, match="parties of another record"):
            store.backup(back)
        store.backup(back, replace=True)
    assert not parties_beside(back).exists()
