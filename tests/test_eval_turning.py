"""Turning points are measured: a fall told is the taker's a day later, and what must never be is counted."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "scripts"))

import eval_turning
from eval_turning import (
    CODED,
    READ,
    Case,
    denials,
    histories,
    takings,
    untaken,
    wrongly_held,
)

HEADING = "order,capital,province,date,lo,hi,lat,lon,handover,checked_in,note\n"
KUNDUZ = "1,Kunduz,Kunduz,2021-08-08,2021-08-08,2021-08-08,36.728,68.868,fighting,,\n"
MAZAR = "2,Mazar-i-Sharif,Balkh,2021-08-14,2021-08-14,2021-08-14,36.709,67.111,deserted,,\n"
TOOK = "Taliban fighters captured Kunduz on Sunday, residents said."
BOAST = "We have taken Kunduz on Sunday, a Taliban spokesman said."
DENIED = "Government forces still hold Kunduz, an army spokesman said on Monday."
LOST = "The governor said that Kunduz had been captured by the Taliban."
FOUGHT = "There was heavy fighting in Mazar-e Sharif on Sunday, residents said."
AT = {"Kunduz": (36.728, 68.868), "Mazar-e Sharif": (36.709, 67.111)}


def claim(quote: str, kind: str, place: str, **said: str) -> dict[str, object]:
    lat, lon = AT[place]
    end = said.pop("end", "2021-08-08")
    return {"quote": quote, "type": kind, "place": place, "lat": lat, "lon": lon, "precision": "exact",
            "start": end, "end": end, "factuality": "certain", **said}  # fmt: skip


CAPTURE = claim(TOOK, "capture", "Kunduz", actor="Taliban", claimer="residents")
HELD = claim(DENIED, "hold", "Kunduz", actor="Afghan government", claimer="an army spokesman",
             side="Afghan government", end="2021-08-09")  # fmt: skip
OWN = claim(BOAST, "capture", "Kunduz", actor="Taliban", claimer="a Taliban spokesman", side="Taliban")
CLASH = claim(FOUGHT, "clash", "Mazar-e Sharif")


def files(
    folder: Path, reports: Sequence[tuple[str, str, Sequence[Mapping[str, object]]]]
) -> tuple[Path, ...]:
    table, coded = folder / "capitals.csv", folder / "dev.jsonl"
    table.write_text(HEADING + KUNDUZ + MAZAR, encoding="utf-8")
    rows = [
        {"id": f"r{n}", "war": "AFG2021", "published": day, "url": f"https://{n}.example/", "text": text,
         "claims": claims}
        for n, (day, text, claims) in enumerate(reports)
    ]  # fmt: skip
    coded.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return table, coded


def cases(kind: str, paths: tuple[Path, ...], name: str = CODED) -> list[Case]:
    told = histories(*paths)[name]
    found = {"takings": takings, "denials": denials, "untaken": untaken}
    return list(found[kind](told))


@pytest.mark.parametrize("name", [CODED, READ])
def test_a_fall_that_is_told_is_the_takers_a_day_later(tmp_path: Path, name: str) -> None:
    (case,) = cases("takings", files(tmp_path, [("2021-08-09", TOOK, [CAPTURE])]), name)
    assert (case.right, case.alone, case.state.holder) == (True, False, "Taliban")


def test_what_the_taker_alone_tells_is_marked(tmp_path: Path) -> None:
    (case,) = cases("takings", files(tmp_path, [("2021-08-09", BOAST, [OWN])]))
    assert (case.right, case.alone) == (False, True)
    lines = [one.quote for one in eval_turning.mistakes(*files(tmp_path, [("2021-08-09", BOAST, [OWN])]))]
    assert any("a side claims its own gain" in line for line in lines)


def test_a_denial_stands_beside_the_answer(tmp_path: Path) -> None:
    told = [("2021-08-09", TOOK, [CAPTURE]), ("2021-08-09", DENIED, [HELD])]
    (case,) = cases("denials", files(tmp_path, told))
    assert (case.right, case.state.holder) == (True, "Taliban")
    assert len(case.state.reported) == 1


def test_a_place_that_is_only_fought_over_is_nobodys(tmp_path: Path) -> None:
    told = [("2021-08-09", FOUGHT, [CLASH]), ("2021-08-10", TOOK, [CAPTURE])]
    found = cases("untaken", files(tmp_path, told))
    assert {case.told.point.town.place.name for case in found} == {"Mazar-i-Sharif"}
    assert all(case.right for case in found)


@pytest.mark.parametrize("then", [True, False])
def test_days_in_the_wrong_hands_are_found(tmp_path: Path, then: bool) -> None:
    early = {**CAPTURE, "start": "2021-08-02", "end": "2021-08-02"}
    second = {**early, "quote": LOST, "claimer": "the governor", "side": "Afghan government"}
    told = [("2021-08-02", TOOK, [early]), ("2021-08-03", LOST, [second]), ("2021-08-09", FOUGHT, [CLASH])]
    wrong = [
        case for case in wrongly_held(histories(*files(tmp_path, told))[CODED], then=then) if not case.right
    ]
    assert wrong
    assert all(
        case.state.on.isoformat() < "2021-08-08" and case.wanted == "Afghan government" for case in wrong
    )
