"""What the measuring command prints: both halves of a set, tables by type and value, mistakes of one half."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from evals import SCRIPT, run

SENTENCE = "Taliban fighters captured the city of Kunduz on Sunday, officials said."
KUNDUZ = {"quote": SENTENCE, "type": "capture", "place": "Kunduz", "lat": 36.73, "lon": 68.86}
HERAT = {**KUNDUZ, "place": "Herat", "lat": 34.34, "lon": 62.2}
TUNE, KEPT = ("report-0", "report-1"), ("report-2", "report-6")  # by the hash of the id


def coded(folder: Path) -> Path:
    """Four reports: all is found in those of the half "tune", a claim is missed in each of the other half."""
    rows = [
        {"id": name, "published": "2021-08-09", "text": SENTENCE, "claims": [KUNDUZ, *missed]}
        for names, missed in ((TUNE, []), (KEPT, [HERAT]))
        for name in names
    ]
    (folder / "gold").mkdir()
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    (folder / "gold" / "dev.jsonl").write_text(lines, encoding="utf-8")
    return folder


def test_both_halves_stand_side_by_side_with_their_difference(tmp_path: Path) -> None:
    said = run("--set", "dev", "--shared", coded(tmp_path)).stdout
    halves = said[said.index("halves ") :].split("\n")
    [recall] = [line.split() for line in halves if "claim recall" in line]
    assert recall[-3:] == ["1.000", "0.500", "-0.500"]
    [capture] = [line.split() for line in halves if line.startswith("capture")]
    assert capture[1:5] == ["6", "4", "0", "2"]


def test_the_halves_are_told_as_json_and_are_no_floors(tmp_path: Path) -> None:
    pins = tmp_path / "floors.toml"
    run("--set", "dev", "--shared", coded(tmp_path), "--pins", pins, "--pin")
    assert '"claim recall"' in pins.read_text(encoding="utf-8")
    assert "tune" not in pins.read_text(encoding="utf-8")
    told = json.loads(run("--set", "dev", "--shared", tmp_path, "--json").stdout)["dev"]
    assert told["tune: claim recall"]["value"] == 1.0
    assert told["kept: claim recall"]["value"] == 0.5


def test_mistakes_are_of_the_half_that_is_worked_on_alone(tmp_path: Path) -> None:
    said = run("--set", "dev", "--errors", "--shared", coded(tmp_path)).stdout
    assert "[report-0]" in said
    assert "missed" not in said
    assert not any(name in said for name in KEPT)


def test_false_claims_of_peaceful_news_are_listed_of_one_half(tmp_path: Path) -> None:
    (tmp_path / "eval").mkdir()
    rows = [{"id": name, "published": "2021-08-09", "text": SENTENCE} for name in (*TUNE, KEPT[0])]
    file = tmp_path / "eval" / "peaceful.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert "peaceful: false capture: 2" in run("--set", "peaceful", "--errors", "--shared", tmp_path).stdout


def test_every_set_lists_its_mistakes() -> None:
    program = "import run_eval, eval_mistakes; print(set(run_eval.SETS) ^ set(eval_mistakes.MISTAKES))"
    command = [sys.executable, "-c", program]
    found = subprocess.run(command, cwd=SCRIPT.parent, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "set()"
