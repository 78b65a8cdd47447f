"""`control` and `why`: answers with their clocks, as people and as programs read them."""

from __future__ import annotations

import json
import math

from running import Run

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
