"""`dossier`, `timeline`, `conflicts`, `diff`, `brief`, `map`, `export`, `search`, `places`."""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path

import pytest
from running import Run, rows, run_command

from whoholds.cli.output_file import write_file
from whoholds.cli.reporting import Form
from whoholds.database import open_database
from whoholds.exports import EXPORTS
from whoholds.store import is_record


def test_dossier(ask: Run) -> None:
    """State, history, claims newest first, surroundings."""
    plain = json.loads(ask("dossier", "Kunduz", "--on", "2021-08-09", "--json").stdout)
    assert plain["state"]["place"] == "Kunduz"
    assert plain["history"]
    told = [one["known_from"] for one in plain["claims"]]
    assert told == sorted(told, reverse=True)
    assert plain["profile"]["near"]
    page = ask("dossier", "Kunduz", "--on", "2021-08-09").stdout
    assert "silences" in plain
    for words in ("History", "161,902 people", "Near: ", "most populous", "Claims ("):
        assert words in page


def test_timeline_is_in_order_and_bounded(ask: Run) -> None:
    """Events by their last possible day, within the stretch asked for."""
    everything = rows(ask("timeline", "--json"))
    ends = [one["end"] for one in everything]
    assert ends == sorted(ends, key=lambda day: day or "9999")
    days = rows(
        ask("timeline", "--since", "2021-08-08", "--until", "2021-08-11", "--place", "Kunduz", "--json")
    )
    assert 0 < len(days) < len(everything)
    assert all(one["end"] is None or one["end"] >= "2021-08-08" for one in days)
    assert "event" in ask("timeline", "--place", "Kunduz").stderr


def test_conflicts_are_side_by_side(own: Path, tmp_path: Path) -> None:
    """Both positions with the quotation of each."""
    for name, words in (
        ("a", "Taliban fighters captured Aybak on Monday, residents said."),
        ("b", "The government forces hold Aybak, the interior ministry said on Monday."),
    ):
        text = tmp_path / f"{name}.txt"
        text.write_text(words, encoding="utf-8")
        run_command("add", text, "--outlet", name, "--published", "2021-08-09", "--db", own)
    found = rows(run_command("conflicts", "--place", "Aybak", "--json", "--db", own))
    assert found
    assert {one["position"] for one in found[0]["positions"]} >= {
        "Taliban holds it",
        "Afghan government holds it",
    }
    page = run_command("conflicts", "--place", "Aybak", "--db", own)
    assert "positions that cannot all be true" in page.stdout
    assert "“Taliban fighters captured Aybak on Monday, residents said.”" in page.stdout


def test_diff_names_what_changed(ask: Run) -> None:
    """Between May and August Kunduz changed."""
    changed = json.loads(ask("diff", "2021-05-02", "2021-08-09", "--json").stdout)
    (kunduz,) = [one for one in changed if one["place_id"] == "gn:1135689"]
    assert kunduz["before"]["on"] == "2021-05-02"
    assert kunduz["after"]["holder"] == "Taliban"
    ran = ask("diff", "2021-05-02", "2021-08-09", "--as-known-then")
    assert "Kunduz" in ran.stdout
    assert "changed between 2021-05-02 and 2021-08-09" in ran.stderr


def test_brief_is_printed_or_written(ask: Run, tmp_path: Path) -> None:
    """The same Markdown in both; written it is said so."""
    file = tmp_path / "brief.md"
    printed = ask("brief", "--on", "2021-08-09").stdout
    ran = ask("brief", "--on", "2021-08-09", "-o", file)
    assert ran.stdout == ""
    assert str(file) in ran.stderr
    assert file.read_text("utf-8") == printed
    assert printed.startswith("#")
    filtered = ask(
        "brief", "--on", "2021-08-09", "--party", "Taliban", "--published-since", "2021-08-01"
    ).stdout
    assert "Only places with claims where the party is" in filtered
    assert "the day of publication is not before" in filtered


def test_map_is_one_page(ask: Run, tmp_path: Path) -> None:
    """A whole HTML file, or, where the page was not built, the sentence that says so."""
    file = tmp_path / "map.html"
    ran = ask("map", "-o", file, "--claims-since", "2021-08-01", "--outlet", "Demo Wire")
    if ran.exit_code == 6:
        pytest.skip("the page is not built in this checkout: " + ran.stderr)
    assert ran.exit_code == 0
    assert file.read_text("utf-8").startswith("<!doctype html>")
    assert '"filters":{"outlet":"Demo Wire","since":"2021-08-01"}' in file.read_text("utf-8")


def test_the_forms_are_those_of_the_library() -> None:
    """None is missing, none is too many."""
    assert {one.value for one in Form} == set(EXPORTS)


@pytest.mark.parametrize("form", list(Form))
def test_exports_can_be_read_back(ask: Run, tmp_path: Path, form: Form) -> None:
    """Each form parses, has Kunduz in it, and is the same in a file and on standard output."""
    words = ("export", form.value, "--on", "2021-08-09", "--place", "Kunduz")
    file = tmp_path / "out"
    printed = ask(*words).stdout
    assert ask(*words, "-o", file).exit_code == 0
    assert file.read_text("utf-8") == printed
    suffix = EXPORTS[form.value].suffix
    if suffix == ".csv":
        assert len(list(csv.reader(io.StringIO(printed)))) > 1
    elif suffix == ".jsonl":
        assert all(json.loads(line) for line in printed.splitlines())
    else:
        assert json.loads(printed)
    assert "Kunduz" in printed


def test_an_output_that_cannot_be_written(ask: Run, tmp_path: Path) -> None:
    """Exit code 1, one sentence, no half file."""
    ran = ask("brief", "-o", tmp_path / "no" / "such" / "brief.md")
    assert ran.exit_code == 1
    assert ran.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("words", [("brief",), ("export", "csv"), ("map",)])
def test_no_record_is_written_over(tmp_path: Path, words: tuple[str, ...]) -> None:
    """Neither the one that is asked nor another, by whatever name; exit code 1."""
    mine, other, link = (tmp_path / name for name in ("mine.db", "other.db", "page.html"))
    for path in (mine, other):
        open_database(path, write=True).close()
    link.symlink_to(other)
    for path in (mine, other, link):
        before = path.read_bytes()
        ran = run_command(*words, "-o", path, "--db", mine)
        assert ran.exit_code == 1
        assert ran.stderr.splitlines()[-1].startswith(f"{path} is a whoholds record")
        assert path.read_bytes() == before
    assert link.is_symlink()


def test_a_record_in_use_is_one(tmp_path: Path) -> None:
    """Also while what makes it a record stands only in the log beside it; another file is none."""
    other = tmp_path / "notes.txt"
    other.write_text("SQLite format 3", encoding="utf-8")
    with open_database(tmp_path / "mine.db", write=True):
        assert is_record(tmp_path / "mine.db")
    assert not is_record(other)
    assert not is_record(tmp_path / "none.db")


def test_a_pipe_is_written_into_and_a_link_followed(tmp_path: Path) -> None:
    """Neither is replaced; nothing is left beside them."""
    pipe, file, link = (tmp_path / name for name in ("pipe", "file.md", "link.md"))
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_file(pipe, "told")
    assert os.read(reader, 10) == b"told"
    os.close(reader)
    assert pipe.is_fifo()
    link.symlink_to(file)
    for words in ("new", "newer"):
        write_file(link, words)
        assert (link.is_symlink(), file.read_text("utf-8")) == (True, words)
    assert sorted(tmp_path.iterdir()) == [file, link, pipe]


def test_search(ask: Run) -> None:
    """All words must stand in a report; a phrase in a row."""
    found = rows(ask("search", "Kunduz", "airport", "--json"))
    assert found
    assert all(
        "airport" in one["excerpt"].casefold() or "kunduz" in one["excerpt"].casefold() for one in found
    )
    assert rows(ask("search", "Kunduz", "zzzz", "--json")) == []
    assert "report" in ask("search", "Kunduz airport").stderr


def test_places_are_found_by_any_spelling(ask: Run) -> None:
    """The town before its province; what is not there is not found."""
    found = json.loads(ask("places", "find", "Qunduz", "--json").stdout)
    assert found[0]["id"] == "gn:1135689"
    assert found[0]["inside"][-1] == "Afghanistan"
    assert "gn:1135689" in ask("places", "find", "Kunduz").stdout
    assert ask("places", "find", "Zzyzxqq").exit_code == 5


def test_places_of_ones_own(tmp_path: Path) -> None:
    """A place added is found afterwards, and read in reports."""
    table, record = tmp_path / "mine.csv", tmp_path / "a.db"
    table.write_text("name,lat,lon,country\nZumrudabad Post,36.7,68.8,AF\n", encoding="utf-8")
    assert json.loads(run_command("places", "add", table, "--json", "--db", record).stdout) == {"new": 1}
    (found,) = json.loads(run_command("places", "find", "Zumrudabad Post", "--json", "--db", record).stdout)
    assert found["id"] == "user:zumrudabad-post"


def test_an_export_obeys_what_kind_of_claims_are_wanted(ask: Run) -> None:
    every = ask("export", "claims").stdout.splitlines()
    named = ask("export", "claims", "--precision", "exact", "--factuality", "certain", "--country", "AF")
    rows = [json.loads(line) for line in named.stdout.splitlines()]
    assert 0 < len(rows) < len(every)
    assert {(one["precision"], one["factuality"]) for one in rows} == {("exact", "certain")}
    assert ask("export", "claims", "--country", "CD").stdout.strip() == ""
