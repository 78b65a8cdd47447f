"""`backup`, `restore`, `purge`, `doctor`, `version`."""

from __future__ import annotations

import json
from pathlib import Path

import apsw
import pytest
from running import Run, rows, run_command


def test_backup_and_restore(record: Path, tmp_path: Path) -> None:
    """What is restored answers as the record does; nothing is overwritten without being told."""
    copy, again = tmp_path / "copy.db", tmp_path / "again.db"
    assert run_command("backup", copy, "--db", record).exit_code == 0
    assert run_command("backup", copy, "--db", record).exit_code == 4
    assert run_command("restore", copy, again).exit_code == 0
    words = ("control", "Kunduz", "--on", "2021-08-09", "--json")
    assert run_command(*words, "--db", again).stdout == run_command(*words, "--db", record).stdout
    assert run_command("restore", copy, again).exit_code == 4
    assert run_command("restore", copy, again, "--replace").exit_code == 0


def test_purge_takes_the_words_away(own: Path) -> None:
    """The text is found no more, and a report that is not there is not found."""
    (found, *_) = rows(run_command("search", "Kunduz", "airport", "--json", "--db", own))
    ran = run_command("purge", found["report_key"], "--reason", "asked for", "--db", own)
    assert ran.exit_code == 0
    left = rows(run_command("search", "Kunduz", "airport", "--json", "--db", own))
    assert found["report_key"] not in {one["report_key"] for one in left}
    assert run_command("purge", "no such report", "--reason", "r", "--db", own).exit_code == 5
    assert run_command("purge", found["report_key"], "--db", own).exit_code == 2


def test_doctor_of_a_sound_record(ask: Run) -> None:
    """Versions, gazetteer, state of the record; the same for people."""
    facts = json.loads(ask("doctor", "--json").stdout)
    assert facts["sqlite_good"] is True
    assert facts["record_state"] == "ok"
    assert facts["gazetteer_places"] > 100_000
    assert facts["wrong"] == []
    told = ask("doctor")
    assert facts["sqlite"] in told.stdout
    assert "All is well." in told.stderr


def test_doctor_without_a_record(tmp_path: Path) -> None:
    """That there is none yet is no fault."""
    ran = run_command("doctor", "--json", "--db", tmp_path / "none.db")
    assert (ran.exit_code, json.loads(ran.stdout)["record_state"]) == (0, None)


def test_doctor_of_something_else(tmp_path: Path) -> None:
    """A file that is no record is a fault of the store."""
    path = tmp_path / "other.db"
    path.write_text("not a record", encoding="utf-8")
    ran = run_command("doctor", "--json", "--db", path)
    assert ran.exit_code == 4
    assert len(json.loads(ran.stdout)["wrong"]) == 1


def test_questions_to_no_record(tmp_path: Path) -> None:
    """Exit code 4, one sentence that says what to do; none is made."""
    ran = run_command("control", "--db", tmp_path / "none.db")
    assert ran.exit_code == 4
    assert "Add reports to it first" in ran.stderr
    assert list(tmp_path.iterdir()) == []


def test_version() -> None:
    """One line."""
    assert run_command("version").stdout.strip().count(".") >= 1


def test_the_record_may_be_named_before_or_after(record: Path) -> None:
    """`--db` before the command, after it, with "="; the last one counts."""
    for words in (
        ("--db", record, "judgements"),
        ("judgements", "--db", record),
        ("judgements", f"--db={record}"),
        ("--db", "/nowhere/x.db", "judgements", "--db", record),
    ):
        assert run_command(*words).exit_code == 0


DAMAGE = {
    "a text": "DROP TRIGGER text_fixed; UPDATE text SET body = (SELECT max(body) FROM text) WHERE id = 3",
    "what was read": "DROP TRIGGER claim_fixed; UPDATE claim SET body = substr(body, 1, 20) WHERE id = 5",
}


@pytest.mark.parametrize("what", DAMAGE)
def test_damage_is_found_said_and_not_restored(own: Path, tmp_path: Path, what: str) -> None:
    """`doctor` and every question end with 4 and name the row; `restore` leaves the record as it is."""
    kept = tmp_path / "kept.db"
    run_command("backup", kept, "--db", own)
    connection = apsw.Connection(str(own))
    connection.execute(DAMAGE[what])
    connection.close()
    doctor = run_command("doctor", "--db", own)
    assert (doctor.exit_code, "All is well" in doctor.stderr) == (4, False)
    assert f"The record {own} is damaged (" in doctor.stderr
    for words in (("control",), ("claims",), ("why", "Kunduz"), ("map", "-o", tmp_path / "m.html")):
        asked = run_command(*words, "--db", own)
        assert (asked.exit_code, asked.stdout) == (4, ""), words
        assert asked.stderr.splitlines()[-1].startswith(f"{own} is damaged: ")
    before = kept.read_bytes()
    refused = run_command("restore", own, kept, "--replace")
    assert refused.exit_code == 4
    assert "nothing was restored" in refused.stderr
    assert kept.read_bytes() == before
    assert run_command("restore", kept, own, "--replace").exit_code == 0
    assert run_command("doctor", "--db", own).exit_code == 0
