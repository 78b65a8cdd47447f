"""Dates, moments and ledger sequences as options: what is none ends with exit code 2 and one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from running import Run, run_command

DATED: tuple[tuple[str, ...], ...] = (
    ("control", "--on"),
    ("control", "--as-of"),
    ("why", "Kunduz", "--on"),
    ("dossier", "Kunduz", "--on"),
    ("timeline", "--since"),
    ("timeline", "--until"),
    ("conflicts", "--as-of"),
    ("claims", "--as-of"),
    ("diff", "2021-08-08"),
    ("brief", "--on"),
    ("map", "--output", "m.html", "--since"),
    ("export", "csv", "--since"),
    ("export", "csv", "--until"),
    ("export", "csv", "--on"),
    ("claims", "-", "--published"),
    ("add", "-", "--published"),
    ("judge", "abcdef", "amend", "--reason", "r", "--start"),
    ("judge", "abcdef", "amend", "--reason", "r", "--end"),
)
WRONG = {
    "yesterday": "is not clear",
    "": "is not clear",
    "2021-13-40": "There is no day 2021-13-40",
    "0000-01-01": "There is no day 0000-01-01",
    "2999-01-01": "2999-01-01 is outside the years 1900 to 2199",
    "9999-12-31": "9999-12-31 is outside the years 1900 to 2199",
}


@pytest.mark.parametrize("words", DATED, ids=" ".join)
@pytest.mark.parametrize("given", WRONG)
def test_a_date_that_is_none(tmp_path: Path, words: tuple[str, ...], given: str) -> None:
    """Every option that takes a date; the record is not even made."""
    ran = run_command(*words, given, "--db", tmp_path / "a.db", given="Kunduz fell on Sunday.")
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert WRONG[given] in ran.stderr
    assert ran.stderr.count("\n") == 1
    assert not (tmp_path / "a.db").exists()


@pytest.mark.parametrize(
    ("given", "code", "words"),
    [
        ("-3", 2, "The ledger sequence -3 is less than 0"),
        ("soon", 2, "neither a ledger sequence"),
        ("9" * 40, 2, "neither a ledger sequence"),
        ("2021-02-30", 2, "There is no day 2021-02-30"),
        ("999999", 5, "no ledger entry 999999"),
        ("2999-01-01", 2, "outside the years"),
    ],
)
def test_a_sequence_that_is_none(ask: Run, given: str, code: int, words: str) -> None:
    """What is none is wrong use; one that is not reached yet is not found."""
    ran = ask("control", "Kunduz", "--recorded", given)
    assert (ran.exit_code, ran.stdout) == (code, "")
    assert words in ran.stderr
    assert ran.stderr.count("\n") == 1


@pytest.mark.parametrize("given", ["2021-08-09", "2021-08-09T10:00:00+04:30", " 2021-08-09 "])
def test_a_day_may_be_written_as_a_moment(ask: Run, given: str) -> None:
    """The day that is written counts."""
    written = ask("control", "Kunduz", "--on", given, "--json")
    assert (written.exit_code, '"on": "2021-08-09"' in written.stdout) == (0, True), written.stdout[:200]


@pytest.mark.parametrize("command", ["judge abcdef accept", "purge abcdef"])
def test_a_reason_must_not_be_blank(tmp_path: Path, command: str) -> None:
    """Exit code 2; the record is not made."""
    ran = run_command(*command.split(), "--reason", " ", "--db", tmp_path / "a.db")
    assert (ran.exit_code, ran.stderr.count("\n")) == (2, 1)
    assert not (tmp_path / "a.db").exists()
