"""docs/reference/json.md names every key that is really written, and no other."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import fields
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from running import run_command

from whoholds.model import Coded
from whoholds.reports import read_coded, read_codings

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "json.md"
SAMPLE = files("whoholds") / "data" / "sample"
ON = ("--on", "2021-08-09")
CODED = {
    "id": "r", "outlet": "Wire", "published": "2021-08-09", "title": "Fall", "text": "Kunduz fell.",
    "url": "https://example.org/1", "address": "https://example.org/2", "extractor": "coder",
}  # fmt: skip


def documented() -> Mapping[str, set[str]]:
    """The keys in the first cells of each section's table."""
    found: dict[str, set[str]] = {}
    for section in PAGE.read_text(encoding="utf-8").split("\n## ")[1:]:
        heading, _, body = section.partition("\n")
        cells = re.findall(r"^\| (`[^|]*) \|", body, re.MULTILINE)
        found[heading] = {key for cell in cells for key in re.findall(r"`(\w+)`", cell)}
    return found


KEYS = documented()


def keys_of(rows: Iterable[Mapping[str, Any]]) -> set[str]:
    return {key for row in rows for key in row}


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("record") / "sample.db"
    for command, name in (("baseline", "baseline.csv"), ("add", "reports.jsonl")):
        given = path.with_name(name)
        given.write_text((SAMPLE / name).read_text("utf-8"), encoding="utf-8")
        assert run_command(command, given, "--db", path).exit_code == 0
    return path


def asked(record: Path, *words: str) -> list[dict[str, Any]]:
    ran = run_command(*words, "--db", record)
    assert ran.exit_code == 0, ran.stderr
    if ran.stdout.startswith("["):
        found: list[dict[str, Any]] = json.loads(ran.stdout)
        return found
    return [json.loads(line) for line in ran.stdout.splitlines()]


def test_claims_and_their_figures(record: Path) -> None:
    claims = asked(record, "claims", "--json")
    assert keys_of(claims) == KEYS["Claim"]
    assert keys_of(figure for claim in claims for figure in claim["figures"]) == KEYS["Figure"]
    assert keys_of(asked(record, "export", "claims")) == KEYS["Claim"]


def test_control_with_its_evidence_and_terms(record: Path) -> None:
    states = asked(record, "control", *ON, "--json")
    assert keys_of(states) == KEYS["Control"]
    assert keys_of(row for state in states for row in state["evidence"]) == KEYS["Evidence"]
    assert keys_of(term for state in states for term in state["terms"]) == KEYS["Term"]
    areas = [state["within"] for state in states if state["within"] is not None]
    assert keys_of(areas) == KEYS["Within"]
    assert keys_of(one for area in areas for one in area["places"]) == KEYS["State in short"]
    (one,) = asked(record, "control", "Kunduz", *ON, "--json")
    assert one["within"] is None
    assert one in states


def test_export_json_leaves_out_what_the_page_says(record: Path) -> None:
    ran = run_command("export", "json", *ON, "--db", record)
    left_out = {"silent", "hindsight", "within", "read_as", "profile", "parts"}
    assert keys_of(json.loads(ran.stdout)["places"]) == KEYS["Control"] - left_out


def test_parts_and_profiles(record: Path) -> None:
    (one,) = asked(record, "control", "Sheberghan", *ON, "--json")
    assert keys_of(one["parts"]) == KEYS["Part"]
    (dossier,) = asked(record, "dossier", "Sheberghan", *ON, "--json")
    assert dossier["parts"] == one["parts"]
    listed = asked(record, "profiles", "--json")
    assert keys_of(listed) == KEYS["Profile"]
    assert dossier["controls"] == listed[0]


def test_why_and_events(record: Path) -> None:
    (why,) = asked(record, "why", "Kunduz", *ON, "--json")
    assert set(why) == KEYS["Why"]
    assert why["positions"]
    assert keys_of(why["would_change"]) == KEYS["Supposed"]
    (dossier,) = asked(record, "dossier", "Kunduz", *ON, "--json")
    assert dossier["would_change"] == why["would_change"]
    assert keys_of(asked(record, "export", "events")) == KEYS["Event"]


def test_areas(record: Path) -> None:
    (areas,) = asked(record, "areas", *ON, "--json", "--cells")
    assert set(areas) == KEYS["Areas"] - {"place", "place_id", "why"}
    assert keys_of(areas["left_out"]) == {"place", "place_id", "why"}
    assert keys_of([*areas["extents"], *areas["by_status"]]) == KEYS["Extent"]
    assert keys_of(areas["cells"]) == KEYS["Cell"]


def test_judgements(record: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.db"
    assert run_command("backup", own, "--db", record).exit_code == 0
    claim = asked(own, "claims", "--place", "Kunduz", "--json")[0]["id"]
    assert run_command("judge", claim, "reject", "--reason", "a test", "--db", own).exit_code == 0
    assert keys_of(asked(own, "judgements", "--json")) == KEYS["Judgement"]


def test_claimers_grades_and_fits(record: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.db"
    assert run_command("backup", own, "--db", record).exit_code == 0
    claimers = asked(own, "claimers", "--json")
    assert keys_of(claimers) == KEYS["Claimer"]
    name = claimers[0]["claimer"]
    assert run_command("claimers", "grade", name, "C", "--reason", "a test", "--db", own).exit_code == 0
    assert keys_of(asked(own, "claimers", "grades", "--json")) == KEYS["Grade"]
    (fitted,) = asked(own, "fit", "--until", "2021-09-30", "--json")
    assert set(fitted) == KEYS["Fit"]
    assert keys_of(fitted["cells"]) == KEYS["Learnt table"]


def test_batch_and_what_was_not_claimed(tmp_path: Path) -> None:
    line = {"id": "a", "published": "2021-08-09", "text": "Taliban fighters captured Kunduz on Sunday."}
    path = tmp_path / "in.jsonl"
    path.write_text(json.dumps(line), encoding="utf-8")
    (row,) = [json.loads(one) for one in run_command("claims", "--batch", path).stdout.splitlines()]
    assert set(row) == KEYS["Batch"]
    assert keys_of(row["claims"]) == KEYS["Claim"]
    text = "Taliban fighters captured Kunduz on Sunday. The army held its breath."
    ran = run_command("claims", "-", "--explain", "--json", given=text)
    unread = [one for one in map(json.loads, ran.stdout.splitlines()) if "unread" in one]
    assert keys_of(unread) == KEYS["Unread"]


def test_coded_claims_take_every_key_of_the_page_and_no_other(tmp_path: Path) -> None:
    said = {"quote", "type", "start_char", "trigger", "unverified", "ongoing", "inferred", "figures", "stage"}
    said.add("judged")
    assert {one.name for one in fields(Coded)} | said == KEYS["Coded claim"]
    assert {*CODED, "claims"} == KEYS["Coded report"]
    claim = {
        "quote": "Kunduz fell.", "type": "capture", "start_char": 0, "trigger": "fell", "place": "Kunduz",
        "place_id": "gn:1135689", "lat": 36.7, "lon": 68.9, "precision": "part", "actor": "Taliban",
        "recipient": "Afghan government", "side": "Taliban", "claimer": "residents", "relayed_by": "AFP",
        "start": "2021-08-08", "end": "2021-08-09", "factuality": "probable", "ongoing": True,
        "unverified": True, "inferred": True, "stage": "agreed", "judged": "reject",
        "dated": False, "own_interest": True,
        "retracted_by": "0123456789abcdef", "retracted_from": "2021-08-10T06:00:00+00:00",
        "figures": [{"kind": "killed", "who": "soldiers", "low": 1, "best": 2, "high": 3, "text": "two"}],
    }  # fmt: skip
    assert set(claim) == KEYS["Coded claim"]
    path = tmp_path / "coded.jsonl"
    path.write_text(json.dumps({**CODED, "claims": [claim]}), encoding="utf-8")
    ((report, extraction),) = read_coded(path)
    (read,) = extraction.claims
    assert report.address == CODED["address"]
    assert extraction.extractor == "coded:coder"
    assert read.coded is not None
    for one in fields(Coded):
        value = getattr(read.coded, one.name)
        assert (value.isoformat() if hasattr(value, "isoformat") else value) == claim[one.name], one.name
    assert read.unverified
    assert read.ongoing
    assert read.place is not None
    assert read.place.inferred
    (coding,) = read_codings(path)
    assert set(coding.out_of_force) == {read.key}
    assert (read.stage, read.figures[0].who) == ("agreed", "soldiers")
