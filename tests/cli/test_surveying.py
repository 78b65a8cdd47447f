"""The command `areas`."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from running import Run, run_command

ON = ("--on", "2021-08-09", "--as-of", "2021-08-09")


def test_a_table_in_square_kilometres(ask: Run) -> None:
    ran = ask("areas", *ON)
    assert ran.exit_code == 0
    assert "Areas on 9 August 2021, as known on 9 August 2021: interpolated from" in " ".join(
        ran.stdout.split()
    )
    for words in ("Taliban", "unknown", "km²"):
        assert words in ran.stdout
    assert "Afghan government" in ask("areas", "--on", "2021-05-20", "--as-of", "2021-05-20").stdout
    assert "Interpolated from places, not reported" in ran.stderr
    assert "Places that say nothing of the land around them: 1 (no position known)." in ran.stderr


def test_the_forms_agree(ask: Run, tmp_path: Path) -> None:
    plain = json.loads(ask("areas", *ON, "--json", "--cells").stdout)
    table = list(csv.DictReader(io.StringIO(ask("areas", *ON, "--csv").stdout)))
    assert [row["party"] or None for row in table] == [one["party"] for one in plain["by_status"]]
    whole, each, drawing = (tmp_path / name for name in ("whole.geojson", "each.geojson", "areas.svg"))
    assert ask("areas", *ON, "--geojson", whole, "--svg", drawing).exit_code == 0
    assert ask("areas", *ON, "--geojson", each, "--cells").exit_code == 0
    features = json.loads(each.read_text("utf-8"))["features"]
    assert [one["properties"] for one in features] == plain["cells"]
    merged = json.loads(whole.read_text("utf-8"))["features"]
    assert sum(one["properties"]["cells"] for one in merged) == len(features)
    assert drawing.read_text("utf-8").startswith("<svg")


def test_what_cannot_be(ask: Run, tmp_path: Path) -> None:
    refused = ask("areas", *ON, "--resolution", "12")
    assert refused.exit_code == 2
    assert refused.stderr == "Areas of resolution 12 are not made. Give 5 (coarse) to 7 (fine).\n"
    assert ask("areas", "--json", "--csv").exit_code == 2
    empty = tmp_path / "empty.db"
    text = tmp_path / "calm.txt"
    text.write_text("The market was open on Monday.", encoding="utf-8")
    assert run_command("add", text, "--db", empty).exit_code == 0
    assert "no land to speak of" in run_command("areas", "--db", empty).stderr
