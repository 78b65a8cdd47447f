from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from factories import GOVERNMENT, TALIBAN, make_resolved

from whoholds.control.pressure import Pressure, pressure_on
from whoholds.model import EventType, Factuality, Span
from whoholds.picture import ResolvedClaim

NINTH = date(2021, 8, 9)


def pressure(*claims: ResolvedClaim, on: date = NINTH) -> Pressure:
    return pressure_on(claims, on, holder=GOVERNMENT, horizon=45)


SIEGE = make_resolved("siege", day=date(2021, 8, 1))
CASES: list[tuple[str, list[ResolvedClaim], bool, list[str]]] = [
    ("nothing told", [], False, []),
    ("a siege", [SIEGE], True, [TALIBAN]),
    ("a siege denied later", [SIEGE, make_resolved("siege", factuality=Factuality.DENIED)], False, [TALIBAN]),
    ("a siege that is feared", [make_resolved("siege", factuality=Factuality.FUTURE)], False, []),
    ("a siege ended by the fall", [SIEGE, make_resolved("capture")], False, []),
    (
        "a siege ended by the besieger who was beaten back",
        [SIEGE, make_resolved("repel", actor=GOVERNMENT, recipient=TALIBAN)],
        False,
        [TALIBAN],
    ),
    (
        "a siege told on",
        [SIEGE, make_resolved("repel", actor=GOVERNMENT, recipient="Haqqani network")],
        True,
        [TALIBAN],
    ),
    ("a siege ended by the besieger who left", [SIEGE, make_resolved("withdrawal")], False, []),
    ("shelling", [make_resolved("shelling")], False, [TALIBAN]),
    ("the holder's own strikes", [make_resolved("airstrike", actor=GOVERNMENT)], False, []),
    ("an inferred place", [make_resolved("siege", inferred=True)], False, []),
]


@pytest.mark.parametrize(("name", "claims", "besieged", "pressed_by"), CASES, ids=[case[0] for case in CASES])
def test_pressure(name: str, claims: list[ResolvedClaim], besieged: bool, pressed_by: list[str]) -> None:
    found = pressure(*claims)
    assert (found.siege is not None) is besieged
    assert [statement.party for statement in found.pressed_by] == pressed_by


def test_a_fight_in_which_nobody_is_named_tells_of_no_pressing() -> None:
    told = make_resolved("clash")
    assert told.claim.type is EventType.CLASH
    read = replace(
        told, claim=replace(told.claim, trigger=Span(0, 3), actor=None, recipient=None, coded=None)
    )
    assert pressure(read).pressed_by == ()


def test_the_age_of_the_latest_statement() -> None:
    siege = pressure(SIEGE, make_resolved("siege", day=date(2021, 8, 5), id="again")).siege
    assert siege is not None
    assert (siege.age, siege.claim, siege.party) == (4, "again", TALIBAN)


def test_old_statements_and_later_ones_do_not_count() -> None:
    assert pressure(SIEGE, on=date(2021, 10, 1)) == Pressure()
    assert pressure(SIEGE, on=date(2021, 7, 1)) == Pressure()
