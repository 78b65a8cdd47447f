"""The same numbers as the scorer that comes with the coded reports, where both are beside the project."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from whoholds.evaluate import CodedClaim, evaluate_file, read_all, read_gold

SHARED = Path(__file__).parents[2] / "shared"


def lines(path: Path, *rows: object) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["gold/seed.jsonl", "gold/dev.jsonl"])
@pytest.mark.parametrize("changed", [False, True], ids=["read", "coded and changed"])
def test_the_same_numbers_as_the_scorer_that_comes_with_the_reports(
    name: str, changed: bool, tmp_path: Path
) -> None:
    path, scorer = SHARED / name, SHARED / "eval" / "score_claims.py"
    if not path.exists() or not scorer.exists():
        pytest.skip(f"the coded reports {name} and their scorer are not present")
    gold = read_gold(path)
    rows = _changed(path) if changed else {one: list(map(_row, of)) for one, of in read_all(gold).items()}
    found = lines(tmp_path / "found.jsonl", *({"id": one, "claims": claims} for one, claims in rows.items()))
    told = subprocess.run(
        [sys.executable, str(scorer), str(path), str(found), "--by-type"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    scores = evaluate_file(path, predicted=found)
    assert _told_tallies(told) == [
        (
            f"{tally.precision:.3f}",
            f"{tally.recall:.3f}",
            f"{tally.f1:.3f}",
            tally.hits,
            tally.false,
            tally.missed,
        )
        for tally in (scores.claims, scores.control, scores.any_type, scores.any_place)
    ]
    assert _told_slots(told) == {slot.name: (f"{slot.share:.3f}", str(slot.of)) for slot in scores.slots}
    types = {kind.value: (f"{tally.precision:.3f}", f"{tally.f1:.3f}") for kind, _, tally in scores.types}
    assert dict(_told_types(told)) == types
    for label, share in re.findall(r"matched: ([a-z ]+?) +[0-9.]+ +\(a constant answer: ([0-9.]+)\)", told):
        slot = scores.slot(label)
        assert slot is not None
        assert (label, f"{slot.constant:.3f}") == (label, share)


def _row(claim: CodedClaim) -> dict[str, Any]:
    """A claim as a line of a file."""
    plain = {name: getattr(claim, name) for name in CodedClaim.__slots__ if name not in ("at", "figures")}
    days = {name: plain[name].isoformat() for name in ("start", "end") if plain[name] is not None}
    figures = [{"kind": kind, "low": low, "best": best} for kind, low, best in claim.figures]
    return {**plain, **days, "figures": figures, "start_char": claim.at.start if claim.at else None}


def _changed(path: Path) -> dict[str, list[dict[str, Any]]]:
    """The coded claims with some left out, and others of another type, place, quotation, claimer or day."""
    changes: tuple[dict[str, Any], ...] = (
        {}, {"type": "clash"}, {"lat": 0.0, "lon": 0.0}, {"claimer": None, "start": None},
        {"factuality": "possible"}, {"actor": "rebels", "side": None}, {"quote": "This stands nowhere."},
        {"unverified": True}, {"place": "Elsewhere"}, {"figures": [], "end": None},
    )  # fmt: skip
    reports = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
    return {
        one["id"]: [
            {**claim, **changes[number % len(changes)]}
            for number, claim in enumerate(one["claims"])
            if number % 7 != 6
        ]
        for one in reports[::-1]
    }


def _told_tallies(told: str) -> list[tuple[str, str, str, int, int, int]]:
    found = re.findall(r"P ([\d.]+) R ([\d.]+) F1 ([\d.]+) +tp (\d+) fp (\d+) fn (\d+)", told)
    return [(p, r, f, int(hits), int(false), int(missed)) for p, r, f, hits, false, missed in found]


def _told_slots(told: str) -> dict[str, tuple[str, str]]:
    plain = re.findall(r"on (\d+) matched: ([a-z ]+?) +([\d.]+)", told)
    soft = re.findall(r"on (\d+) not certain: (factuality) ([\d.]+)", told)
    figures = re.findall(r"on (\d+) with (figures): exact ([\d.]+)", told)
    named = [*plain, *((of, f"{name}, not certain", share) for of, name, share in soft), *figures]
    return {name: (share, of) for of, name, share in named}


def _told_types(told: str) -> list[tuple[str, tuple[str, str]]]:
    found = re.findall(r"^  (\w+) +n +\d+ +P ([\d.]+) R [\d.]+ F1 ([\d.]+)$", told, re.MULTILINE)
    return [(name, (precision, f1)) for name, precision, f1 in found]
