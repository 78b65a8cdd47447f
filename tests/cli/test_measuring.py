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
