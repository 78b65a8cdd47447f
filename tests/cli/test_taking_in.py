"""`add`, `baseline`, `claims import`: what is recorded, what is told, how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from running import rows, run_command

CAPTURE = "Taliban fighters captured the city of Kunduz on Sunday, residents said."
UKRAINIAN = "Українські військові відбили атаку на околицях міста і знищили кілька танків противника."


def count(path: Path) -> int:
    """How many reports a record holds."""
    result = run_command("doctor", "--json", "--db", path)
    number: int = json.loads(result.stdout)["record_rows"]["report"]
    return number


def test_a_folder_of_texts_is_taken_in(tmp_path: Path) -> None:
    """Texts and Markdown of a folder and its folders; other kinds are passed over and told."""
    folder = tmp_path / "reports"
    (folder / "deep").mkdir(parents=True)
    (folder / "one.txt").write_text(CAPTURE, encoding="utf-8")
    (folder / "deep" / "two.md").write_text("# Aybak\n\nThe army holds Aybak.", encoding="utf-8")
    (folder / "photo.xyz").write_bytes(b"\x89\x01")
    result = run_command("add", folder, "--published", "2021-08-08", "--db", tmp_path / "a.db")
    assert result.exit_code == 0
    assert result.stdout.startswith("2 reports recorded")
    assert "photo.xyz" in result.stderr
    assert "date of publication" not in result.stderr


def test_without_a_date_the_user_is_told_how_to_give_one(tmp_path: Path) -> None:
    """The date can be given later by the same command; then nothing is amiss."""
    text, record = tmp_path / "one.txt", tmp_path / "a.db"
    text.write_text(CAPTURE, encoding="utf-8")
    first = run_command("add", text, "--db", record)
    assert first.exit_code == 0
    assert "1 report" in first.stderr
    assert "whoholds add FILE --published YYYY-MM-DD" in first.stderr
    second = run_command("add", text, "--published", "2021-08-09", "--db", record, "--json")
    assert second.stderr == ""
    assert json.loads(second.stdout) | {"not_read": {}} == {
        "recorded": 0, "known": 1, "dated": 1, "purged": 0, "editions": 0, "misdated": 0, "claims": 0,
        "undated": 0, "rejected": 0, "skipped": 0, "not_read": {},
    }  # fmt: skip
    (claim,) = [
        row for row in rows(run_command("claims", "--json", "--db", record)) if row["type"] == "capture"
    ]
    assert claim["start"] == "2021-08-08"


def test_the_same_again_changes_nothing(tmp_path: Path) -> None:
    """Every report is known the second time."""
    text, record = tmp_path / "one.txt", tmp_path / "a.db"
    text.write_text(CAPTURE, encoding="utf-8")
    run_command("add", text, "--published", "2021-08-09", "--db", record)
    for date in (("--published", "2021-08-09"), ()):  # its date is known
        again = run_command("add", text, *date, "--db", record)
        assert (again.stdout, again.stderr) == (
            "0 reports recorded, with 0 claims. 1 known already.\n",
            "",
        )
    assert count(record) == 1


def test_standard_input_is_a_text_or_json_lines(tmp_path: Path) -> None:
    """`-` tells the two apart by the first line."""
    record = tmp_path / "a.db"
    lines = [json.dumps({"id": n, "text": f"{CAPTURE} {n}", "published": "2021-08-09"}) for n in "xy"]
    assert "1 report recorded" in run_command("add", "-", "--db", record, given=CAPTURE).stdout
    assert "2 reports recorded" in run_command("add", "-", "--db", record, given="\n".join(lines)).stdout
    names = {row["report"] for row in rows(run_command("claims", "--json", "--db", record))}
    assert names == {"standard input", "x", "y"}


def test_bad_lines_are_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    """Exit code 3, each bad line on standard error, the good ones recorded."""
    lines = tmp_path / "r.jsonl"
    good = json.dumps({"id": "good", "text": CAPTURE, "published": "2021-08-09"})
    lines.write_text(
        f'{good}\n{{"text": 3\n{{"id": "no text"}}\n{good[:-1]}, "outlet": "B"}}\n', encoding="utf-8"
    )
    result = run_command("add", lines, "--db", tmp_path / "a.db")
    assert result.exit_code == 3
    assert "line 2" in result.stderr
    assert "line 3" in result.stderr
    assert "2 reports recorded" in result.stdout
    assert "2 rejected" in result.stdout


def test_a_missing_file_does_not_stop_the_others(tmp_path: Path) -> None:
    """What was named wrongly is rejected, the other path is recorded."""
    text = tmp_path / "one.txt"
    text.write_text(CAPTURE, encoding="utf-8")
    result = run_command("add", tmp_path / "missing.txt", text, "--db", tmp_path / "a.db")
    assert result.exit_code == 3
    assert "missing.txt" in result.stderr
    assert "1 report recorded" in result.stdout


@pytest.mark.parametrize(
    "command", [("add",), ("baseline",), ("claims", "import"), ("places", "add"), ("parties", "add")]
)
def test_where_no_file_is_there_no_record_is_made(tmp_path: Path, command: tuple[str, ...]) -> None:
    result = run_command(*command, tmp_path / "missing", "--db", tmp_path / "a.db")
    assert (result.exit_code, list(tmp_path.iterdir())) == (3, [])
    assert result.stderr == f"There is no file {tmp_path / 'missing'}. Check the name.\n"


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    result = run_command("add", folder, "--db", tmp_path / "a.db")
    assert (result.exit_code, "holds nothing to read" in result.stderr) == (0, True)


def test_an_unclear_date_is_refused_before_anything_is_recorded(tmp_path: Path) -> None:
    """No record is made."""
    text = tmp_path / "one.txt"
    text.write_text(CAPTURE, encoding="utf-8")
    result = run_command("add", text, "--published", "8/9/21", "--db", tmp_path / "a.db")
    assert result.exit_code == 2
    assert "2021-08-09" in result.stderr
    assert not (tmp_path / "a.db").exists()


def test_another_language_is_said_not_to_be_read(tmp_path: Path) -> None:
    """By its name, and in the counts."""
    text = tmp_path / "uk.txt"
    text.write_text(UKRAINIAN, encoding="utf-8")
    result = run_command("add", text, "--published", "2022-03-01", "--db", tmp_path / "a.db")
    assert result.exit_code == 0
    assert "not read: Ukrainian" in result.stderr
    assert "not read: Ukrainian" in result.stdout


def test_a_baseline_is_recorded(tmp_path: Path) -> None:
    """One claim a row; a table without its columns is bad input."""
    table = tmp_path / "b.csv"
    table.write_text("place,holder,from\nKunduz,Afghan government,2021-05-01\n", encoding="utf-8")
    result = run_command("baseline", table, "--json", "--db", tmp_path / "a.db")
    assert json.loads(result.stdout)["claims"] == 1
    table.write_text("town,who\nKunduz,X\n", encoding="utf-8")
    assert run_command("baseline", table, "--db", tmp_path / "a.db").exit_code == 3


def test_every_row_that_is_wrong_is_told_on_a_line(tmp_path: Path) -> None:
    """And nothing is recorded."""
    table = tmp_path / "p.csv"
    table.write_text("name,lat,lon\nA,north,2\nB,1,2\nC,1,east\n", encoding="utf-8")
    result = run_command("places", "add", table, "--db", tmp_path / "a.db")
    assert result.exit_code == 3
    first, second, last = result.stderr.splitlines()
    assert "line 2: lat is 'north'" in first
    assert "line 4: lon is 'east'" in second
    assert last.startswith("Nothing was taken")


def test_claims_of_people_are_imported(tmp_path: Path) -> None:
    """`claims import` is a command of its own, with its own help."""
    coded = {
        "report": "r",
        "quote": CAPTURE,
        "type": "capture",
        "place": "Kunduz",
        "actor": "Taliban",
        "published": "2021-08-09",
    }
    path = tmp_path / "coded.jsonl"
    path.write_text(json.dumps(coded) + "\n", encoding="utf-8")
    result = run_command("claims", "import", path, "--db", tmp_path / "a.db")
    assert result.exit_code == 0
    assert "1 claim recorded" in result.stdout
    (claim,) = rows(run_command("claims", "--json", "--db", tmp_path / "a.db"))
    assert claim["extractor"] == "coded:import"
    assert "codebook" in run_command("claims", "import", "--help").stdout


@pytest.mark.parametrize(
    "words", [("add",), ("add", "x.txt", "--outlet"), ("nonsense",), ("why",), ("control", "--no-such")]
)
def test_wrong_usage_ends_with_2(words: tuple[str, ...]) -> None:
    """And what is wrong in one line on standard error, with the command whose help tells more."""
    result = run_command(*words)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    assert " Help: " in result.stderr
    assert result.stderr.endswith(" --help\n")
