"""Verdicts in order: amendments add up, undo takes back one, reset all."""

from __future__ import annotations

from datetime import date

import pytest

from whoholds.model import Coded, Days, Judgement, Precision, Verdict
from whoholds.verdicts import days_over, latest, over

PLACE = Coded(place="Aybak", place_id="gn:1127768")
ACTOR = Coded(actor="Taliban")
FIRST, LAST = date(2021, 8, 7), date(2021, 8, 9)


def judged(verdict: str, amended: Coded | None = None) -> Judgement:
    return Judgement("c", Verdict(verdict), "seen", amended=amended)


def told(*steps: str | Coded) -> tuple[str, Coded | None] | None:
    """The verdict in force and what is amended, after these verdicts (a value: an amendment)."""
    found = latest([judged("amend", one) if isinstance(one, Coded) else judged(one) for one in steps])
    return (found["c"].verdict.value, found["c"].amended) if "c" in found else None


BOTH = over(PLACE, ACTOR)


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        (("reject",), ("reject", None)),
        (("reject", "accept"), ("accept", None)),
        ((PLACE, ACTOR), ("amend", BOTH)),
        ((ACTOR, PLACE), ("amend", BOTH)),
        ((PLACE, ACTOR, "accept"), ("accept", BOTH)),
        ((PLACE, "reject", ACTOR), ("amend", BOTH)),
        ((PLACE, ACTOR, "undo"), ("amend", PLACE)),
        ((PLACE, ACTOR, "undo", "undo"), None),
        ((PLACE, "accept", "undo"), ("amend", PLACE)),
        ((PLACE, ACTOR, "reset"), None),
        ((PLACE, ACTOR, "reset", "undo"), ("amend", BOTH)),
        ((PLACE, "reset", ACTOR), ("amend", ACTOR)),
        (("undo", "accept"), ("accept", None)),
    ],
)
def test_what_is_in_force(steps: tuple[str | Coded, ...], expected: tuple[str, Coded | None] | None) -> None:
    assert told(*steps) == expected


def test_claims_do_not_touch_each_other() -> None:
    one, other = judged("reject"), Judgement("d", Verdict.ACCEPT, "b")
    assert latest([one, other, Judgement("d", Verdict.UNDO, "c")]) == {"c": one}


def test_a_new_place_leaves_nothing_of_the_old_position() -> None:
    here = Coded(place="Hill", lat=36.0, lon=68.0, precision=Precision.NEAR, actor="Taliban")
    assert over(here, PLACE) == Coded(place="Aybak", place_id="gn:1127768", actor="Taliban")


@pytest.mark.parametrize(
    ("days", "amended", "expected"),
    [
        (Days(FIRST, LAST), Coded(start=LAST), Days(LAST, LAST)),
        (Days(FIRST, LAST), Coded(end=FIRST), Days(FIRST, FIRST)),
        (Days(None, LAST), Coded(start=FIRST), Days(FIRST, LAST)),
        (Days(FIRST, FIRST), Coded(start=LAST), Days(LAST, None)),
        (Days(LAST, LAST), Coded(end=FIRST), Days(None, FIRST)),
    ],
)
def test_a_bound_that_is_not_amended_stays_where_it_fits(days: Days, amended: Coded, expected: Days) -> None:
    assert days_over(days, amended) == expected
