"""Damage behind the store's back is found: rows changed by hand, bits flipped in the file, in a backup."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import apsw
import pytest
from nouns import kunduz, read_in

from whoholds.errors import StoreError
from whoholds.model import Coded, Judgement, Place, Verdict
from whoholds.picture import Record
from whoholds.store import Store, restore

BITS = 400


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A record with all that can be in one."""
    path = tmp_path / "record.whoholds"
    with Store.open(path, write=True) as store:
        for number in range(3):
            report = kunduz(f"Report {number} of the fall of Kunduz, as officials said on Sunday.")
            store.add_report(report)
            store.add_extraction(read_in(report))
            key = read_in(report).claims[0].key
            store.add_judgement(Judgement(key, Verdict.AMEND, "seen", amended=Coded(actor="Taliban")))
        store.add_places([Place("user:hill", "Hill", "settlement", 36.0, 68.0)], {"user:hill": ["Hill 402"]})
    return path


def changed(path: Path, table: str, change: str) -> None:
    """Change rows as a person with another program might, past the triggers that forbid it."""
    connection = apsw.Connection(str(path))
    triggers = connection.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?", (table,)
    ).fetchall()
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute(f"UPDATE {table} SET {change} WHERE rowid = 2 OR rowid = 1")
    assert connection.changes() > 0
    for _, sql in triggers:
        connection.execute(str(sql))
    connection.close()


HARM = {
    "text": ("text", "body = (SELECT body FROM text WHERE id = 3)", "its hash is another"),
    "text cut": ("text", "body = substr(body, 1, 9)", "cannot be read"),
    "text gone": ("text", "body = NULL", "cannot be read"),
    "text length": ("text", "characters = 5", None),
    "text hash": ("text", "hash = randomblob(32)", "its hash is another"),
    "outlet": ("report", "outlet = 'Daily Lie'", "is not what was recorded"),
    "claim cut": ("claim", "body = substr(body, 1, 12)", "cannot be read"),
    "claim empty": ("claim", "body = ''", "cannot be read"),
    "claim moved": ("claim", "body = replace(body, '[0,', '[5,')", "is not what was recorded"),
    "claim type": ("claim", "body = replace(body, 'capture', 'conquest')", "cannot be read"),
    "claim words": ("claim", "body = '[1]'", "cannot be read"),
    "others cut": ("extraction", "others = '{'", "cannot be read"),
    "others outside": ("extraction", 'others = \'{"unread":[[[900,999],"x","y"]]}\'', None),
    "day": ("report_date", "day = 'Sunday'", "cannot be read"),
    "known from": ("report_date", "known_from = 5", None),
    "verdict": ("judgement", "verdict = 'praise'", "cannot be read"),
    "amended cut": ("judgement", "amended = '{\"actor\":'", "cannot be read"),
    "amended gone": ("judgement", "amended = NULL", None),
    "judged": ("judgement", "claim = 'nothing'", None),
    "place": ("place", "body = '{}'", "cannot be read"),
    "spellings": ("place", "spellings = '['", "cannot be read"),
    "relay": ("claim", "body = json_insert(body, '$.attribution', json('{\"relayed_by\":\"AFP\"}'))", None),
    "title": ("report", "title = 'Another'", None),
    "reader": ("extraction", "extractor = 'rules/2'", None),
    "reason": ("judgement", "reason = 'sean'", None),
    "moment": ("batch", "recorded_at = recorded_at + 1", None),
    "no text": ("report", "outlet = CAST(x'ff00fe' AS TEXT)", "are no text"),
}


@pytest.mark.parametrize("harm", HARM)
def test_a_changed_row_is_found_by_health_and_refused_by_reading(path: Path, harm: str) -> None:
    """Reading names the row and what to do; what has no hash of its own is found by the check."""
    table, change, words = HARM[harm]
    changed(path, table, change)
    with Store.open(path) as store:
        assert store.health().integrity != "ok"
        if words is not None:
            with pytest.raises(StoreError, match=words) as raised:
                read_all(store)
            assert str(raised.value).startswith(f"{path} is damaged: ")
            assert f"whoholds restore BACKUP {path} --replace" in str(raised.value)


@pytest.mark.parametrize("harm", HARM)
def test_a_damaged_backup_replaces_nothing(path: Path, tmp_path: Path, harm: str) -> None:
    mine, back = tmp_path / "mine.whoholds", tmp_path / "backup.whoholds"
    with Store.open(path) as store:
        store.backup(back)
        store.backup(mine)
    table, change, _ = HARM[harm]
    changed(back, table, change)
    before = mine.read_bytes()
    with pytest.raises(StoreError, match=r"The backup .* is damaged"):
        restore(back, mine, replace=True)
    assert mine.read_bytes() == before
    assert sorted(one.name for one in tmp_path.iterdir() if one.name.startswith("mine")) == [mine.name]


def test_no_copy_of_a_damaged_record_is_called_a_backup(path: Path, tmp_path: Path) -> None:
    changed(path, "claim", "body = '{'")
    with Store.open(path) as store, pytest.raises(StoreError, match="not sound"):
        store.backup(tmp_path / "backup.whoholds")
    assert not (tmp_path / "backup.whoholds").exists()


def read_all(store: Store) -> tuple[object, ...]:
    """All that can be asked of a store."""
    record: Record = store.record()
    return record, store.judgements(), store.places(), store.spellings()


def test_flipped_bits_are_found_or_touch_nothing(path: Path, tmp_path: Path) -> None:
    """Whatever bit is flipped: one clear sentence, or a sound record in which all is the same."""
    with Store.open(path) as store:
        expected = read_all(store)
    content, chance = path.read_bytes(), random.Random(7)
    bad, found = tmp_path / "bad.whoholds", 0
    for _ in range(BITS):
        at = chance.randrange(len(content) * 8)
        harmed = bytearray(content)
        harmed[at // 8] ^= 1 << at % 8
        bad.write_bytes(harmed)
        try:
            with Store.open(bad) as store:
                told = read_all(store)
                sound = store.health().integrity == "ok"
                assert not sound or told == expected, at
                found += not sound
        except StoreError:
            found += 1
    assert found > BITS // 50


def used(store: Store) -> tuple[Callable[[], object], ...]:
    """Every way to use a store."""
    report = kunduz()
    judgement = Judgement("c", Verdict.ACCEPT, "seen")
    return (
        lambda: store.seq,
        store.record,
        store.judgements,
        store.places,
        store.spellings,
        store.merges,
        store.health,
        store.places_changed,
        lambda: store.report("x"),
        lambda: store.has_read("x"),
        lambda: store.search("x"),
        lambda: store.backup(Path("x")),
        lambda: list(store.reports_not_read_by("x")),
        lambda: store.add_report(report),
        lambda: list(store.add_reports([report])),
        lambda: store.add_extraction(read_in(report)),
        lambda: store.add_judgement(judgement),
        lambda: store.add_places([]),
        lambda: store.pin("x"),
        lambda: store.purge("x", "reason"),
    )


@pytest.mark.parametrize("write", [True, False])
def test_a_closed_store_says_so(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    with Store.open(path, write=write) as store:
        pass
    for use in used(store):
        with pytest.raises(StoreError, match="is closed"):
            use()
    store.close()
