"""`claimers`, `claimers grade`, `claimers grades` and `fit`: shown, recorded, counted, taken back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from running import rows, run_command

from whoholds.control.table import control_table
from whoholds.database import open_database


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A spokesman whom three papers bear out at Kunduz, and who claims Taloqan later."""
    said = {
        "type": "capture", "actor": "Taliban", "recipient": "Afghan government", "factuality": "certain",
        "start": "2021-08-08", "end": "2021-08-08", "place": "Kunduz",
    }  # fmt: skip
    spoken = {**said, "claimer": "a Taliban spokesman", "side": "Taliban"}
    later = {**spoken, "place": "Taloqan", "start": "2021-09-20", "end": "2021-09-20"}
    told: list[tuple[str, str, dict[str, Any]]] = [("Wire", "2021-08-08", spoken)]
    told += [(f"Paper {name}", "2021-08-09", said) for name in "ABC"]
    held = {**said, "type": "hold", "place": "Aybak", "actor": "Afghan government", "recipient": None}
    told += [(f"Paper {name}", "2021-08-09", held) for name in "ABC"]
    told.append(("Wire", "2021-09-20", later))
    lines = [
        {
            "id": f"r{at}",
            "outlet": outlet,
            "published": day,
            "claims": [{"quote": f"Sentence {at}.", **claim}],
        }
        for at, (outlet, day, claim) in enumerate(told)
    ]
    file, path = tmp_path / "coded.jsonl", tmp_path / "record.db"
    file.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    assert run_command("claims", "import", file, "--db", path).exit_code == 0
    return path


def test_the_records_of_claimers(record: Path) -> None:
    ran = run_command("claimers", "--as-of", "2021-09-30", "--db", record)
    assert ran.exit_code == 0
    assert "Taliban spokesman" in ran.stdout
    assert "1.00 (0.21 to 1.00)" in ran.stdout
    assert "4 records." in ran.stderr
    found = {one["claimer"]: one for one in rows(run_command("claimers", "--json", "--db", record))}
    spokesman = found["Taliban spokesman"]
    assert (spokesman["borne_out"], spokesman["refuted"], spokesman["open"]) == (1, 0, 1)
    assert (spokesman["share"], spokesman["low"], spokesman["high"]) == (1.0, 0.2065, 1.0)
    assert (spokesman["prior"], spokesman["learnt"], spokesman["pinned"]) == ("D", "D", None)
    here = rows(run_command("claimers", "--place", "Taloqan", "--json", "--db", record))
    assert [one["claimer"] for one in here] == ["Taliban spokesman"]
    early = rows(run_command("claimers", "--as-of", "2021-08-08", "--json", "--db", record))
    assert [(one["claimer"], one["open"], one["share"]) for one in early] == [("Taliban spokesman", 1, None)]


def test_a_letter_is_pinned_listed_and_taken_back(record: Path) -> None:
    def probability() -> float:
        ran = run_command("control", "Taloqan", "--on", "2021-09-20", "--json", "--db", record)
        return float(json.loads(ran.stdout)["holders"]["Taliban"])

    before = probability()
    grade = ("claimers", "grade", "Taliban spokesman")
    ran = run_command(*grade, "B", "--reason", "he is there", "--by", "desk", "--db", record)
    assert (ran.exit_code, ran.stderr) == (0, "Recorded: B.\n")
    assert probability() > before
    why = run_command("why", "Taloqan", "--on", "2021-09-20", "--db", record).stdout
    assert "claimer graded B by an analyst" in why
    again = run_command(*grade, "b", "--reason", "he is there", "--db", record)
    assert "graded just so before" in again.stderr
    assert run_command(*grade, "undo", "--reason", "a test", "--db", record).exit_code == 0
    assert probability() == before
    kept = rows(run_command("claimers", "grades", "--json", "--db", record))
    assert [(one["letter"], one["reason"], one["by"]) for one in kept] == [
        ("B", "he is there", "desk"),
        ("undo", "a test", None),
    ]
    assert "he is there" in run_command("claimers", "grades", "--db", record).stdout


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("Taliban spokesmen", "B", "--reason", "x"), 5, "Did you mean Taliban spokesman"),
        (("Taliban spokesman", "G", "--reason", "x"), 2, "no grade 'G'"),
        (("Taliban spokesman", "undo", "--reason", "x"), 2, "left to undo"),
        (("Taliban spokesman", "B"), 2, "--reason"),
    ],
)
def test_what_cannot_be_pinned(record: Path, words: tuple[str, ...], code: int, says: str) -> None:
    ran = run_command("claimers", "grade", *words, "--db", record)
    assert ran.exit_code == code
    assert says in ran.stderr
    assert run_command("claimers", "grades", "--json", "--db", record).stdout == ""


def test_what_is_learnt_is_shown_and_recorded(record: Path) -> None:
    ran = run_command("fit", "--until", "2021-09-25", "--db", record)
    assert ran.exit_code == 0
    assert "a side claims its own gain" in ran.stdout
    assert "known by 2021-09-25" in ran.stdout
    fitted = json.loads(run_command("fit", "--until", "2021-09-25", "--json", "--db", record).stdout)
    (own,) = [one for one in fitted["cells"] if one["class"] == "own_gain"]
    start = control_table().ratios["own_gain"].value
    assert (own["interest"], own["act"], own["cases"], own["start"]) == ("own", "takes", 1, start)
    assert start < own["ratio"] < 1.2 * start
    why = run_command("why", "Taloqan", "--on", "2021-09-20", "--as-of", "2021-09-30", "--db", record).stdout
    assert "learnt" in why


@pytest.mark.parametrize(("until", "code"), [("2999-01-01", 2), ("soon", 2)])
def test_a_cut_off_that_cannot_be(record: Path, until: str, code: int) -> None:
    assert run_command("fit", "--until", until, "--db", record).exit_code == code


def test_nothing_known_is_said(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    assert run_command("fit", "--until", "2021-09-25", "--db", path).exit_code == 4
    assert not path.exists()
    open_database(path, write=True).close()
    ran = run_command("fit", "--until", "2021-09-25", "--json", "--db", path)
    assert (ran.exit_code, json.loads(ran.stdout)["cells"]) == (0, [])
    assert ran.stderr.startswith("There is nothing to learn from by 2021-09-25")
    ran = run_command("claimers", "--db", path)
    assert (ran.exit_code, ran.stdout) == (0, "")
    assert "0 records" in ran.stderr
