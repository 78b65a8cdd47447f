"""`evaluate` on a file of one's own: tables, JSON, mistakes, and what cannot be read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from running import rows, run_command

SENTENCE = "Taliban fighters captured the city of Kunduz on Sunday, officials said."
KUNDUZ = {
    "quote": SENTENCE,
    "type": "capture",
    "place": "Kunduz",
    "lat": 36.73,
    "lon": 68.86,
    "actor": "ISIS",
}
HERAT = {**KUNDUZ, "place": "Herat", "lat": 34.34, "lon": 62.2}


@pytest.fixture
def coded(tmp_path: Path) -> Path:
    """One claim that is found with another actor, and one that is missed."""
    path = tmp_path / "coded.jsonl"
    row = {"id": "r1", "published": "2021-08-09", "text": SENTENCE, "claims": [KUNDUZ, HERAT]}
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    return path


def test_the_tables_hold_claims_values_and_types(coded: Path) -> None:
    shown = run_command("evaluate", coded).stdout
    assert all(heading in shown for heading in ("Claims", "Values of the claims found", "By type"))
    assert all(word in shown for word in ("one answer always", "0.667", "capture"))
    assert not any(word in shown for word in ("tune", "kept"))


def test_the_same_figures_as_json(coded: Path) -> None:
    told = json.loads(run_command("evaluate", coded, "--json").stdout)
    assert told["claims"]["sentence, type, place"]["recall"] == 0.5
    assert told["values"]["actor"] == {"right": 0.0, "constant": 1.0, "of": 1}
    assert told["types"]["capture"]["missed"] == 1


def test_mistakes_are_listed_by_kind(coded: Path) -> None:
    ran = run_command("evaluate", coded, "--errors")
    assert "wrong actor: 1" in ran.stdout
    assert "[r1] coded ISIS; read Taliban" in ran.stdout
    assert "[r1] coded capture at Herat by ISIS; read nothing" in ran.stdout
    assert SENTENCE in ran.stdout
    assert ran.stderr.endswith("mistakes.\n")
    told = rows(run_command("evaluate", coded, "--errors", "--json"))
    assert {one["kind"].split(":")[0] for one in told} >= {"missed", "wrong actor"}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"id": "r1", "text": "It fell."}', '"claims" is not a list of objects'),
        ('{"id": "r1", "text": 5, "claims": []}', '"text" is not a text.'),
        ('{"id": "r1", "text": "It fell.", "claims": []}', "holds no coded claim"),
        ("no JSON", "line 1 is not JSON"),
    ],
)
@pytest.mark.parametrize("more", [(), ("--errors",)])
def test_a_file_that_is_not_coded_is_refused_in_one_sentence(
    tmp_path: Path, line: str, said: str, more: tuple[str, ...]
) -> None:
    path = tmp_path / "coded.jsonl"
    path.write_text(line + "\n", encoding="utf-8")
    ran = run_command("evaluate", path, *more)
    assert (ran.exit_code, said in ran.stderr, ran.stdout) == (3, True, "")


NUMBERS = Path(__file__).parents[2] / "src" / "whoholds" / "data" / "simulate" / "war.toml"


@pytest.fixture
def war(tmp_path: Path) -> Path:
    """A folder with the three files of a small simulated war."""
    small = (
        NUMBERS.read_text(encoding="utf-8")
        .replace("days = 240", "days = 30")
        .replace("places = 48", "places = 6")
    )
    numbers = tmp_path / "small.toml"
    numbers.write_text(small, encoding="utf-8")
    ran = run_command("simulate", tmp_path / "war", "--seed", 4, "--numbers", numbers)
    assert "claims about 6 places." in ran.stderr
    return tmp_path / "war"


def control_of(war: Path, *more: object) -> list[object]:
    """The arguments that score the files of a war."""
    files = ("--truth", war / "truth.csv", "--baseline", war / "baseline.csv")
    return ["evaluate", "control", war / "claims.jsonl", *files, *more]


def test_a_simulated_war_is_scored_beside_simple_rules(war: Path) -> None:
    shown = run_command(*control_of(war)).stdout
    assert all(words in shown for words in ("nowcast: days of", "retrospective: recaptures", "last claim"))


def test_control_as_json_and_as_pictures(war: Path) -> None:
    ran = run_command(*control_of(war, "--json", "--plot", war / "plots"))
    told = json.loads(ran.stdout)
    assert told["nowcast"]["first holder"]["quiet"]["accuracy"] == 1.0
    assert told["retrospective"]["whoholds"]["all"]["days"] == 180
    assert (war / "plots" / "reliability.svg").read_text(encoding="utf-8").startswith("<svg")
    assert (war / "plots" / "reliability.png").read_bytes().startswith(b"\x89PNG")


def test_a_file_that_the_system_refuses_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    ran = run_command("simulate", tmp_path / "file" / "war")
    assert ran.exit_code == 1
    assert str(tmp_path / "file" / "war") in ran.stderr


def test_what_is_simulated_can_be_imported(war: Path, tmp_path: Path) -> None:
    ran = run_command("--db", tmp_path / "own.db", "claims", "import", war / "claims.jsonl")
    assert "claims recorded from" in ran.stdout + ran.stderr
    ran = run_command("--db", tmp_path / "own.db", "baseline", war / "baseline.csv")
    assert ran.exit_code == 0
