"""Incidents of wire reports: how templates are read, and when an incident agrees with one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from evals import run

TEXT = (
    "   LIMA, 12 JAN 90 (RADIO UNO) -- [TEXT] A BOMB EXPLODED IN AYACUCHO TODAY AND KILLED TWO\n"
    "PEOPLE, THE POLICE SAID.\n\n   TERRORISTS ALSO KIDNAPPED A JUDGE IN HUANCAYO."
)


def template(kind: str, place: str, *actors: str) -> dict[str, Any]:
    return {
        "INCIDENT: TYPE": [kind],
        "INCIDENT: LOCATION": [place],
        "PERP: ORGANIZATION ID": list(actors),
        "PERP: ORGANIZATION CONFIDENCE": [f"? POSSIBLE: {actor}" for actor in actors],
    }


def measured(folder: Path, *templates: dict[str, Any]) -> dict[str, float]:
    (folder / "eval").mkdir()
    row = {"id": "report-0", "text": TEXT, "templates": templates}
    (folder / "eval" / "muc4_tst3.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    told = json.loads(run("--set", "incidents", "--shared", folder, "--json").stdout)["incidents"]
    return {name: one["value"] for name, one in told.items()}


BOMB = template("BOMBING", "(PERU: AYACUCHO (DEPARTMENT): AYACUCHO (CITY)) / (PERU)")
JUDGE = template("KIDNAPPING", "PERU: HUANCAYO (CITY)")


def test_incidents_of_capitals_are_found_where_they_happened(tmp_path: Path) -> None:
    found = measured(tmp_path, BOMB, JUDGE)
    assert found["incident F1: type and place"] == 1.0
    assert found["template F1"] == 0.8  # an actor and its confidence ("terrorists") are not coded


@pytest.mark.parametrize(
    ("templates", "types", "places"),
    [
        ([BOMB, template("KIDNAPPING", "PERU: LIMA (CITY)")], 1.0, 0.5),
        ([BOMB, template("FORCED WORK STOPPAGE", "PERU")], 0.5, 0.5),
        ([BOMB, JUDGE, template("ATTACK", "PERU", '"SHINING PATH"')], 0.8, 0.8),
    ],
)
def test_what_does_not_agree_counts(
    tmp_path: Path, templates: list[dict[str, Any]], types: float, places: float
) -> None:
    found = measured(tmp_path, *templates)
    assert (found["incident F1: type"], found["incident F1: type and place"]) == (types, places)


def test_one_answer_always_stands_beside_it(tmp_path: Path) -> None:
    always = template("ATTACK", "EL SALVADOR", '"FARABUNDO MARTI NATIONAL LIBERATION FRONT" / "FMLN"')
    assert measured(tmp_path, always)["template F1 of one answer always"] == 0.75
