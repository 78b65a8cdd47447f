"""Quality does not fall: figures on annotated sets beside the project, against those that were pinned.

What is pinned stands in floors.toml; `python scripts/run_eval.py --pin` raises it.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from evals import PROJECT, SCRIPT, figures, run

FLOORS = tomllib.loads((PROJECT / "tests" / "floors.toml").read_text(encoding="utf-8"))["floors"]
QUICK = {"seed": "gold/seed.jsonl", "dev": "gold/dev.jsonl", "peaceful": "eval/peaceful.jsonl"}
PINNED = [(name, figure) for name in QUICK for figure in FLOORS[name]]
LEAST = {
    ("seed", "claim F1"): 0.80,
    ("dev", "claim F1"): 0.58,
    ("dev", "claim precision"): 0.72,
}
MOST = {("peaceful", "false claims per 100"): 2.0}
SENTENCE = "Taliban fighters captured the city of Kunduz on Sunday, officials said."


@pytest.mark.parametrize(("name", "figure"), PINNED, ids=map(" ".join, PINNED))
def test_no_figure_falls_below_its_floor(name: str, figure: str) -> None:
    path = PROJECT.parent / "shared" / QUICK[name]
    if not path.exists():
        pytest.skip(f"the annotated set {QUICK[name]} is not beside the project")
    one = figures(name)[name][figure]
    floor = FLOORS[name][figure]
    if one["lower_is_better"]:
        assert one["value"] <= floor + 0.001
    else:
        assert one["value"] >= floor - 0.001


def test_the_floors_are_at_least_what_was_asked_for() -> None:
    assert {key: FLOORS[key[0]][key[1]] >= least for key, least in LEAST.items()} == dict.fromkeys(
        LEAST, True
    )
    assert {key: FLOORS[key[0]][key[1]] <= most for key, most in MOST.items()} == dict.fromkeys(MOST, True)


def test_without_the_sets_it_says_so_and_ends_well(tmp_path: Path) -> None:
    said = run("--shared", tmp_path).stdout
    assert "Nothing to measure beside the project" in said
    assert "factuality" in said
    assert said.count("not measured") == 13


def coded(folder: Path, *, found: int, missed: int) -> Path:
    """A set of one report, with claims that are read in it, and claims at a place that it does not name."""
    gold = {"quote": SENTENCE, "type": "capture", "place": "Kunduz", "lat": 36.73, "lon": 68.86}
    other = {**gold, "place": "Herat", "lat": 34.34, "lon": 62.2}
    text = "\n\n".join([SENTENCE] * found)
    starts = [number * (len(SENTENCE) + 2) for number in range(found)]
    claims = [{**gold, "start_char": start} for start in starts] + [other] * missed
    row = {"id": "one", "published": "2021-08-09", "text": text, "claims": claims}
    (folder / "gold").mkdir(parents=True, exist_ok=True)
    (folder / "gold" / "seed.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    return folder


def pinned(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def test_floors_rise_by_themselves_and_fall_with_a_reason_only(tmp_path: Path) -> None:
    file = tmp_path / "floors.toml"

    def pin(missed: int, *words: str) -> str:
        shared = coded(tmp_path / f"{missed} missed", found=1, missed=missed)
        return run("--set", "seed", "--pins", file, "--shared", shared, "--pin", *words).stderr

    pin(3)
    assert pinned(file)["floors"]["seed"]["claim recall"] == 0.25
    pin(1)
    assert pinned(file)["floors"]["seed"]["claim recall"] == 0.5
    assert "claim recall stays pinned at 0.500, measured 0.200" in pin(4)
    assert pinned(file)["floors"]["seed"]["claim recall"] == 0.5
    pin(4, "--lower", 'more "far" places\nare coded')
    after = pinned(file)
    assert after["floors"]["seed"]["claim recall"] == 0.2
    [fallen] = [one for one in after["lowered"] if one["figure"] == "claim recall"]
    assert (fallen["before"], fallen["after"], fallen["reason"]) == (0.5, 0.2, "more 'far' places are coded")


def test_mistakes_are_listed_by_kind(tmp_path: Path) -> None:
    said = run("--set", "seed", "--errors", "--shared", coded(tmp_path, found=1, missed=2)).stdout
    assert "seed: missed: nothing like it was read in the sentence: 2" in said
    assert "coded capture at Herat; read nothing" in said


def test_the_pins_are_of_the_reading_code_as_it_is() -> None:
    """Whoever changes what reads reports measures anew: `python scripts/run_eval.py --pin`."""
    pinned = "set(read_pins().reading.values())"
    program = f"from eval_pins import read_pins, reading_hash; print({{reading_hash()}} == {pinned})"
    found = subprocess.run(
        [sys.executable, "-c", program], cwd=SCRIPT.parent, capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == "True"
