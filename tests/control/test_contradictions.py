from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from factories import AYBAK, GOVERNMENT, TALIBAN, make_resolved, of_government
from hypothesis import given
from hypothesis import strategies as st

from whoholds.control.contradictions import contradictions
from whoholds.model import Factuality, Precision
from whoholds.picture import ResolvedClaim

TAKEN = make_resolved(id="taken", day=date(2021, 8, 8))
TAKEN_TOO = make_resolved(id="taken too", day=date(2021, 8, 8), outlet="Evening Post")
HELD = make_resolved("hold", id="held", actor=GOVERNMENT, day=date(2021, 8, 9), **of_government())
HELD_BEFORE = make_resolved("hold", id="held before", actor=GOVERNMENT, day=date(2021, 8, 7))
FIGHTING = make_resolved("clash", id="fighting", day=date(2021, 8, 9), **of_government())
FIGHTING_NEAR = replace(FIGHTING, id="fighting near", precision=Precision.NEAR)
FIGHTING_THAT_DAY = make_resolved("clash", id="fighting that day", day=date(2021, 8, 8))
FIGHTING_BEFORE = make_resolved("clash", id="fighting before", day=date(2021, 8, 7))
DENIED = make_resolved(id="denied", factuality=Factuality.DENIED, day=date(2021, 8, 8), **of_government())
RETAKEN = make_resolved(id="retaken", actor=GOVERNMENT, day=date(2021, 8, 10), published=date(2021, 8, 10))
RETAKEN_THAT_DAY = make_resolved(id="the same day", actor=GOVERNMENT, day=date(2021, 8, 8))
ELSEWHERE = make_resolved("hold", id="elsewhere", actor=GOVERNMENT, place=AYBAK, day=date(2021, 8, 9))
INFERRED = make_resolved("hold", id="inferred", actor=GOVERNMENT, day=date(2021, 8, 9), inferred=True)
REJECTED = make_resolved("hold", id="rejected", actor=GOVERNMENT, day=date(2021, 8, 9), judged="reject")
LEFT = make_resolved("withdrawal", id="left", actor=GOVERNMENT, day=date(2021, 8, 8))

PAIRS = [
    (HELD, True),
    (FIGHTING, True),
    (DENIED, True),
    (RETAKEN_THAT_DAY, True),
    (HELD_BEFORE, False),
    (FIGHTING_NEAR, False),
    (FIGHTING_THAT_DAY, False),
    (FIGHTING_BEFORE, False),
    (RETAKEN, False),
    (ELSEWHERE, False),
    (INFERRED, False),
    (REJECTED, False),
    (LEFT, False),
    (TAKEN_TOO, False),
]


@pytest.mark.parametrize(("other", "found"), PAIRS, ids=[claim.id for claim, _ in PAIRS])
def test_what_contradicts_that_the_taliban_took_it_on_the_8th(other: ResolvedClaim, found: bool) -> None:
    assert bool(contradictions([TAKEN, other])) is found


def test_who_left_and_who_holds() -> None:
    assert contradictions([LEFT, HELD])
    assert not contradictions([LEFT, make_resolved("hold", day=date(2021, 8, 9))])


def test_stands_carry_their_claims_and_independent_origins() -> None:
    (found,) = contradictions([TAKEN, TAKEN_TOO, HELD])
    assert found.place == "gn:1135689"
    assert (found.days.start, found.days.end) == (date(2021, 8, 8), date(2021, 8, 9))
    assert [(stand.words, stand.origins) for stand in found.stands] == [
        (f"{GOVERNMENT} holds it", 1),
        (f"{TALIBAN} holds it", 2),
    ]
    assert set(found.stands[1].claims) == {"taken", "taken too"}


@given(st.permutations([TAKEN, TAKEN_TOO, HELD, FIGHTING, DENIED, RETAKEN, ELSEWHERE, LEFT]))
def test_the_order_does_not_matter(claims: list[ResolvedClaim]) -> None:
    ordered = sorted(claims, key=lambda claim: claim.id)
    assert contradictions(claims) == contradictions(ordered)
