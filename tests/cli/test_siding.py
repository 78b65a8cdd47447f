"""`parties list`, `check`, `add`: parties of one's own, from good and bad files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from running import run_command

FILE = """
[[party]]
name = "Zumrud Front"
kind = "rebels"
countries = ["AF"]
aliases = ["ZFA"]

[[party]]
name = "Taliban"
aliases = ["the seminary boys"]
"""
REPORT = "ZFA fighters captured Kunduz on Monday, and the seminary boys left the city, residents said."


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "mine.toml"
    path.write_text(FILE, encoding="utf-8")
    return path


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "a.db"
    report = {"id": "r1", "published": "2021-08-10", "text": REPORT}
    (tmp_path / "r.jsonl").write_text(json.dumps(report) + "\n", encoding="utf-8")
    assert run_command("add", tmp_path / "r.jsonl", "--db", path).exit_code == 0
    return path


def kunduz(record: Path) -> dict[str, Any]:
    """Who holds Kunduz, in plain values."""
    found: dict[str, Any] = json.loads(run_command("control", "Kunduz", "--json", "--db", record).stdout)
    return found


def method(record: Path) -> str:
    return str(kunduz(record)["method"])


def test_a_file_is_checked_and_nothing_recorded(file: Path, tmp_path: Path) -> None:
    ran = run_command("parties", "check", file, "--json", "--db", tmp_path / "a.db")
    assert json.loads(ran.stdout) == {"new": ["Zumrud Front"], "known": ["Taliban"]}
    assert "1 new party would be added: Zumrud Front." in run_command("parties", "check", file).stdout
    assert sorted(one.name for one in tmp_path.iterdir()) == ["mine.toml"]


def test_parties_added_are_read_in_reports_recorded_before_and_the_method_names_them(
    file: Path, record: Path
) -> None:
    before = method(record)
    ran = run_command("parties", "add", file, "--db", record)
    assert ran.exit_code == 0
    assert "1 new party recorded: Zumrud Front." in ran.stdout
    assert "Words recorded for parties known: Taliban." in ran.stdout
    assert kunduz(record)["holder"] == "Zumrud Front"
    assert method(record) != before


def test_the_same_file_again_changes_nothing(file: Path, record: Path) -> None:
    run_command("parties", "add", file, "--db", record)
    kept = record.with_name("a.db.parties.toml").read_text(encoding="utf-8")
    known = method(record)
    again = run_command("parties", "add", file, "--db", record)
    assert "0 new parties recorded." in again.stdout
    assert record.with_name("a.db.parties.toml").read_text(encoding="utf-8") == kept
    assert method(record) == known


def test_a_second_file_may_name_parties_of_the_first(file: Path, record: Path, tmp_path: Path) -> None:
    run_command("parties", "add", file, "--db", record)
    second = tmp_path / "second.toml"
    entry = 'name = "Zumrud Youth"\nkind = "militia"\ncountries = ["AF"]\nallies = ["Zumrud Front"]\n'
    second.write_text(f"[[party]]\n{entry}", encoding="utf-8")
    assert run_command("parties", "check", second, "--db", record).exit_code == 3
    assert run_command("parties", "add", second, "--db", record).exit_code == 0
    own = json.loads(run_command("parties", "list", "--own", "--json", "--db", record).stdout)
    assert [one["name"] for one in own] == ["Taliban", "Zumrud Front", "Zumrud Youth"]


def test_parties_of_one_record_are_not_those_of_another(file: Path, record: Path, tmp_path: Path) -> None:
    run_command("parties", "add", file, "--db", record)
    own = run_command("parties", "list", "--own", "--json", "--db", record.with_name("other.db"))
    assert json.loads(own.stdout) == []


def test_the_list_shows_the_parties_of_a_country(tmp_path: Path) -> None:
    ran = run_command("parties", "list", "--country", "ml", "--json", "--db", tmp_path / "a.db")
    found = json.loads(ran.stdout)
    assert {"JNIM", "Malian government"} <= {one["name"] for one in found}
    assert all("ML" in one["countries"] for one in found)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("[[party]\n", "is not valid TOML"),
        ("", "gives no party: write each party as [[party]]."),
        ('party = "Zumrud Front"\n', "has no list of parties: write each party as [[party]]."),
        ('[[party]]\nname = "Zumrud Front"\n', "the party 'Zumrud Front' lacks kind"),
        ('[[party]]\nname = "Taliban"\nalias = ["TB"]\n', "has the unknown field 'alias'"),
        ('[[party]]\nname = "Z"\nkind = "army"\ncountries = ["AF"]\n', "has the kind 'army'"),
        (
            '[[party]]\nname = "Taliban"\nallies = ["Zorbs"]\n',
            "the ally 'Zorbs' of the party 'Taliban'",
        ),
    ],
)
def test_a_bad_file_is_refused_in_one_sentence_and_nothing_is_recorded(
    tmp_path: Path, words: str, said: str
) -> None:
    file, record = tmp_path / "bad.toml", tmp_path / "a.db"
    file.write_text(words, encoding="utf-8")
    for command in ("check", "add"):
        ran = run_command("parties", command, file, "--db", record)
        assert ran.exit_code == 3
        assert said in ran.stderr
        assert ran.stderr.count("\n") == 1
    assert not record.with_name("a.db.parties.toml").exists()


def test_a_file_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    ran = run_command("parties", "add", tmp_path / "none.toml", "--db", tmp_path / "a.db")
    assert (ran.exit_code, "There is no file" in ran.stderr) == (3, True)
