"""`claims`: of a file, of a batch, of the record."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from running import Run, rows, run_command

CODEBOOK = {
    "quote", "start_char", "end_char", "type", "trigger", "actor", "recipient", "place", "lat", "lon",
    "precision", "start", "end", "ongoing", "claimer", "relayed_by", "side", "factuality", "unverified",
    "figures", "stage",
}  # fmt: skip
TEXT = "Taliban fighters captured the city of Kunduz on Sunday, residents said."


def test_a_file_is_read_without_a_record(tmp_path: Path) -> None:
    """One JSON object a claim, with the codebook's keys and exact offsets; no record is made."""
    path = tmp_path / "r.txt"
    path.write_text(TEXT, encoding="utf-8")
    result = run_command("claims", path, "--published", "2021-08-09", "--json", "--db", tmp_path / "none.db")
    (claim,) = rows(result)
    assert set(claim) >= CODEBOOK
    assert (claim["type"], claim["place"], claim["start"]) == ("capture", "Kunduz", "2021-08-08")
    assert TEXT[claim["start_char"] : claim["end_char"]] == claim["quote"]
    assert not (tmp_path / "none.db").exists()


def test_people_see_quotation_claimer_and_day(tmp_path: Path) -> None:
    """Without --json: a block a claim."""
    result = run_command("claims", "-", "--published", "2021-08-09", given=TEXT)
    assert result.exit_code == 0
    for words in ("capture · Kunduz · Taliban", f"“{TEXT}”", "Residents", "8 August 2021"):
        assert words in result.stdout
    assert "nothing was recorded" in result.stderr


def test_explain_tells_what_was_not_claimed() -> None:
    """With the reason, for people and as JSON."""
    text = TEXT + " Fighting has escalated, analysts said."
    told = run_command("claims", "-", "--published", "2021-08-09", "--explain", given=text)
    assert "Seen and not claimed: " in told.stdout
    plain = rows(run_command("claims", "-", "--published", "2021-08-09", "--explain", "--json", given=text))
    assert all(text[one["start_char"] : one["end_char"]] == one["quote"] for one in plain)
    unread = [one for one in plain if "unread" in one]
    assert len(unread) == int(told.stdout.split("Seen and not claimed: ")[1].split()[0])
    assert all(one["unread"] for one in unread)


BATCH = "\n".join(
    [
        json.dumps({"id": "a", "published": "2021-08-09", "text": TEXT}),
        json.dumps({"id": "b", "text": "Der Regen fiel den ganzen Tag auf die Stadt am Fluss. " * 5}),
        "not json",
        json.dumps({"id": "d", "published": "9 August", "text": TEXT}),
    ]
)


@pytest.mark.parametrize("name", ["in.jsonl", "in.txt", "in", "in.json", "-"])
def test_a_batch_answers_line_by_line_whatever_the_file_is_called(tmp_path: Path, name: str) -> None:
    """A line of another language has no claims and is told; a bad line is told and left out, and the exit
    code is 3."""
    path = "-" if name == "-" else tmp_path / name
    if isinstance(path, Path):
        path.write_text(BATCH, encoding="utf-8")
    result = run_command("claims", "--batch", path, "--json", "--explain", given=BATCH)
    assert result.exit_code == 3
    for told in ("line 2: not read: German", "line 3 is not JSON", "line 4: The date '9 August'"):
        assert told in result.stderr
    assert "2 reports answered, 2 lines not read." in result.stderr
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert [one["id"] for one in answers] == ["a", "b"]
    assert [len(one["claims"]) for one in answers] == [1, 0]


def test_a_batch_takes_outlet_and_date_where_a_line_has_none(tmp_path: Path) -> None:
    """As `claims FILE` does."""
    path = tmp_path / "in"
    path.write_text(json.dumps({"id": "a", "text": TEXT}), encoding="utf-8")
    (row,) = rows(run_command("claims", "--batch", path, "--published", "2021-08-09", "--outlet", "Wire"))
    assert [(one["start"], one["outlet"]) for one in row["claims"]] == [("2021-08-08", "Wire")]
    assert run_command("claims", path, "--batch", path).exit_code == 2


def test_the_record_is_listed_and_filtered(ask: Run) -> None:
    """By place, type and outlet; each filter keeps only its own."""
    everything = rows(ask("claims", "--json"))
    kunduz = rows(ask("claims", "--json", "--place", "Kunduz"))
    captures = rows(ask("claims", "--json", "--type", "capture"))
    wire = rows(ask("claims", "--json", "--outlet", "Demo Wire"))
    assert 0 < len(kunduz) < len(everything)
    assert {one["place"] for one in kunduz} == {"Kunduz"}
    assert {one["type"] for one in captures} == {"capture"}
    assert {one["outlet"] for one in wire} == {"Demo Wire"}
    assert ask("claims", "--type", "conquest").exit_code == 2
    of_a_day = rows(ask("claims", "--json", "--since", "2021-08-08", "--until", "2021-08-09"))
    published = rows(ask("claims", "--json", "--published-until", "2021-05-02", "--claimer", "ministry"))
    assert 0 < len(of_a_day) < len(everything)
    assert {one["published"] <= "2021-05-02" for one in published} <= {True}
    assert ask("claims", "--since", "2021-08-09", "--until", "2021-08-08").exit_code == 2
    misspelt = ask("claims", "--party", "Talban", "--claimer", "officials")
    assert "No claim has the party 'Talban'. Did you mean Taliban?" in misspelt.stderr
    assert "claimer" not in misspelt.stderr
    assert ask("timeline", "--since", "2021-08-09", "--until", "2021-08-08").exit_code == 2
    assert ask("claims", "some.txt", "--party", "Taliban").exit_code == 2


def test_known_later_is_left_out(ask: Run) -> None:
    """--as-of is by publication."""
    early = rows(ask("claims", "--json", "--as-of", "2021-06-30"))
    assert early
    assert max(one["published"] for one in early) <= "2021-06-30"


@pytest.mark.parametrize("kind", ["seen and not claimed", "claimed"])
def test_a_word_without_an_end_is_shown_short(tmp_path: Path, kind: str) -> None:
    """People see its beginning and its length; --json has all of it."""
    long = "A" * 20_000
    text = tmp_path / "long.txt"
    words = f"Taliban fighters captured {long}"
    if kind == "claimed":
        words = f"{TEXT[:-1]} (they wrote at {long})"
    text.write_text(f"{words}.", encoding="utf-8")
    shown = run_command("claims", text, "--published", "2021-08-09", "--explain")
    assert shown.exit_code == 0
    assert len(shown.stdout) < 10_000
    assert f"…” ({len(words) + 1:,} characters)" in shown.stdout.replace("\n", "")
    whole = rows(run_command("claims", text, "--published", "2021-08-09", "--explain", "--json"))
    assert any(long in one["quote"] for one in whole)
