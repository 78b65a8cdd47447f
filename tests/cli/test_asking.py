"""`control` and `why`: answers with their clocks, as people and as programs read them."""

from __future__ import annotations

import json
import math

import pytest
from running import Run, run_command

CLOCKS = ("--on", "2021-08-09", "--as-of", "2021-08-09")


def test_control_of_one_place_as_json(ask: Run) -> None:
    """One object: named by its clocks, probabilities that sum to 1, quotations behind it."""
    answer = json.loads(ask("control", "Kunduz", *CLOCKS, "--json").stdout)
    assert (answer["place"], answer["on"]) == ("Kunduz", "2021-08-09")
    assert answer["as_of"].startswith("2021-08-09T23:59:59")
    assert math.isclose(sum(answer["holders"].values()) + answer["contested"], 1, abs_tol=0.001)
    assert answer["evidence"]
    assert all(row["quote"] for row in answer["evidence"])


def test_control_of_several_and_of_all(ask: Run) -> None:
    """Several places in the order asked; without one all places with claims."""
    two = json.loads(ask("control", "Kunduz", "Aybak", *CLOCKS, "--json").stdout)
    assert [one["place_id"] for one in two] == ["gn:1135689", "gn:1127768"]
    every = json.loads(ask("control", *CLOCKS, "--json").stdout)
    assert {"gn:1135689", "gn:1127768"} < {one["place_id"] for one in every}


def test_control_for_people(ask: Run) -> None:
    """A table with the question above it, and the warning beside it."""
    ran = ask("control", *CLOCKS)
    assert "on 9 August 2021, as known on 9 August 2021" in ran.stdout
    (line,) = [one for one in ran.stdout.splitlines() if one.strip().startswith("Kunduz  ")]
    assert "Taliban" in line
    assert "not verified facts" in ran.stderr


def test_knowledge_is_a_clock_of_its_own(ask: Run) -> None:
    """Before anything was published of the fall, the same day had another answer."""
    then = json.loads(
        ask("control", "Kunduz", "--on", "2021-08-09", "--as-of", "2021-08-07", "--json").stdout
    )
    later = json.loads(ask("control", "Kunduz", "--on", "2021-08-09", "--json").stdout)
    assert then["holders"].get("Taliban", 0) < later["holders"]["Taliban"]


def test_a_ledger_sequence_is_a_clock_of_its_own(ask: Run) -> None:
    """At sequence 1 only the baseline was recorded; a sequence not reached yet is not found."""
    answer = json.loads(ask("control", "Kunduz", "--on", "2021-05-02", "--recorded", "1", "--json").stdout)
    assert [row["outlet"] for row in answer["evidence"]] == [None]
    assert answer["recorded"] == 1
    assert ask("control", "Kunduz", "--recorded", "99999").exit_code == 5


def test_it_is_said_by_which_part_of_the_record(ask: Run) -> None:
    """The whole record and a part of it do not have the same title."""
    for words in (("control",), ("why", "Kunduz"), ("dossier", "Kunduz")):
        first = " ".join(ask(*words, "--recorded", "1").stdout.split())
        assert "by the first entry of the record" in first
        assert "by all that is recorded" in " ".join(ask(*words).stdout.split())


def test_where_nothing_was_known_it_is_said_since_when(ask: Run) -> None:
    """By then no report: not a record without reports."""
    ran = ask("control", "--as-of", "2001-01-01")
    assert (ran.exit_code, ran.stdout) == (0, "")
    assert "Nothing was known by 2001-01-01: the first report is dated 20" in ran.stderr
    assert "No place had a claim at entry 0" in ask("control", "--recorded", "0").stderr


def test_why_shows_positions_side_by_side(ask: Run) -> None:
    """Headline with the probability in words and both clocks; positions; quotations; the sum in nats."""
    ran = ask("why", "Kunduz", *CLOCKS)
    assert ran.exit_code == 0
    first = ran.stdout.splitlines()[0]
    for words in ("Kunduz", "Taliban", "likely", "on 9 August 2021", "as known on 9 August 2021"):
        assert words in first
    heads = [line for line in ran.stdout.splitlines() if line.count("origin") > 1]
    assert heads, "no line with two positions"
    for words in (
        "Taliban holds it",
        "Afghan government holds it",
        "before any report (prior)",
        "“Kunduz",
        "Demo Wire",
    ):
        assert words in ran.stdout
    assert "interest]" in ran.stdout


def test_why_sums_to_the_probability(ask: Run) -> None:
    """The reasons sum to the log-odds of the state explained."""
    why = json.loads(ask("why", "Kunduz", *CLOCKS, "--json").stdout)
    total = sum(one["nats"] for one in why["reasons"])
    assert math.isclose(1 / (1 + math.exp(-total)), why["probability"], abs_tol=0.001)
    assert len({one["position"] for one in why["positions"]}) > 1


def test_an_unknown_place_is_not_found_and_near_ones_are_named(ask: Run) -> None:
    """Exit code 5, one sentence, nothing on standard output."""
    ran = ask("why", "Kundus City of Nowhere")
    assert ran.exit_code == 5
    assert (ran.stdout, ran.stderr.count("\n")) == ("", 1)
    near = ask("control", "Kundzu")
    assert near.exit_code == 5
    assert "Kunduz" in near.stderr


TOWN = {
    "id": "1", "outlet": "Wire", "published": "2021-08-09",
    "text": "Taliban fighters captured Kunduz on Sunday, residents said. "
    "Army soldiers still hold the airport in Kunduz. "
    "Taliban fighters seized the governor's office in Kunduz, residents said.",
}  # fmt: skip


@pytest.fixture(scope="module")
def parted(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """A record of a town whose airport its army still holds."""
    folder = tmp_path_factory.mktemp("parts")
    (folder / "town.jsonl").write_text(json.dumps(TOWN), encoding="utf-8")
    path = folder / "war.db"
    assert run_command("add", folder / "town.jsonl", "--db", path).exit_code == 0
    return lambda *words: run_command(*words, "--db", path)


def test_control_of_a_part(parted: Run) -> None:
    """A part is asked for by its name; --parts shows each after its place."""
    (row,) = [
        one for one in parted("control", "Kunduz airport").stdout.splitlines() if "Kunduz Airport" in one
    ]
    assert "leaning" in row
    assert "Afghan government" in row
    rows = json.loads(parted("control", "Kunduz", "--parts", "--json").stdout)
    assert [one["place_id"] for one in rows] == ["gn:1135689", "add:kunduz-airport", "gn:1135689#governor"]
    hint = "Parts of Kunduz are places of their own (Kunduz Airport, Kunduz governor's office). Add --parts"
    assert hint in parted("control", "Kunduz").stderr
    assert hint not in parted("control", "Kunduz", "--parts").stderr
    every = json.loads(parted("control", "--parts", "--json").stdout)
    assert every == rows
    assert [one["place_id"] for one in rows[0]["parts"]] == [one["place_id"] for one in rows[1:]]


def test_the_dossier_shows_the_parts(parted: Run) -> None:
    page = parted("dossier", "Kunduz").stdout
    (row,) = [one for one in page.splitlines() if one.strip().startswith("Kunduz governor's office")]
    assert "Taliban" in row


def test_control_by_another_meaning_says_so(parted: Run) -> None:
    """On standard error with the answer, and in its JSON."""
    ran = parted("control", "Kunduz", "--profile", "centre")
    assert "“controls” means its centre" in ran.stderr
    assert "“controls” means" not in parted("control", "Kunduz").stderr
    assert "“controls” means its centre" in parted("why", "Kunduz", "--profile", "centre").stderr
    assert "“controls” means its centre" in parted("dossier", "Kunduz", "--profile", "centre").stderr
    assert json.loads(parted("why", "Kunduz", "--profile", "centre", "--json").stdout)["profile"] == "centre"
    assert "(profile centre)" in ran.stdout
    (row,) = json.loads(parted("control", "--profile", "centre", "--json").stdout)
    assert row["profile"] == "centre"


def test_one_place_by_every_meaning(parted: Run) -> None:
    listed = json.loads(parted("profiles", "--json").stdout)
    names = [one["profile"] for one in listed]
    rows = json.loads(parted("control", "Kunduz", "--profiles", "--json").stdout)
    assert [one["profile"] for one in rows] == names
    table = parted("control", "Kunduz", "--profiles").stdout
    assert all(one["meaning"].split()[0] in table and one["profile"] in table for one in listed)
    assert all(name in parted("profiles").stdout for name in names)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("control", "Kunduz", "--profile", "heart"), "Give one of: town, centre, most"),
        (("why", "Kunduz", "--profile", "heart"), "There is no profile 'heart'."),
        (("dossier", "Kunduz", "--profile", ""), "There is no profile ''."),
        (("control", "--profiles"), "--profiles takes a PLACE"),
        (("control", "Kunduz", "--profiles", "--parts"), "neither --profile nor --parts"),
        (("control", "Kunduz", "--profiles", "--profile", "town"), "neither --profile nor --parts"),
    ],
)
def test_a_meaning_that_cannot_be(parted: Run, words: tuple[str, ...], told: str) -> None:
    """One sentence, naming those there are, and the exit code of a wrong option."""
    ran = parted(*words)
    assert ran.exit_code == 2
    assert told in ran.stderr
    assert len(ran.stderr.strip().splitlines()) == 1
