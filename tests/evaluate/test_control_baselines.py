"""The simple rules, on claims about one town."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from factories import GOVERNMENT, KUNDUZ, TALIBAN, make_resolved, of_government, of_taliban

from whoholds.evaluate.control_baselines import baselines
from whoholds.evaluate.control_trial import Trial
from whoholds.model import Factuality
from whoholds.picture import ResolvedClaim

FIRST = date(2021, 8, 1)
T, G = TALIBAN, GOVERNMENT


def at(day: int) -> date:
    """A day of the trial."""
    return FIRST + timedelta(days=day)


def answers(rule: str, *claims: ResolvedClaim, retrospective: bool = False, fell: int = 3) -> str:
    """The first letters of the answers of a rule on ten days; the town truly fell on one of them."""
    held = (G,) * fell + (T,) * (10 - fell)
    trial = Trial("", FIRST, {KUNDUZ.id: KUNDUZ}, {KUNDUZ.id: held}, {KUNDUZ.id: claims})
    found = baselines(trial, retrospective=retrospective)[rule][KUNDUZ.id]
    return "".join("T" if one.holder == T else "G" for one in found)


FALL = make_resolved(published=at(5), day=at(3), recipient=G, id="fall")
DENIED = make_resolved(published=at(7), factuality=Factuality.DENIED, recipient=G, id="no", **of_government())
AGAIN = make_resolved(published=at(8), id="again", **of_taliban())


@pytest.mark.parametrize(
    ("rule", "wanted"),
    [
        ("first holder", "GGGGGGGGGG"),
        ("last claim", "GGGGGTTGTT"),
        ("majority of 7 days", "GGGGGTTGTT"),
        ("latest of each claimer", "GGGGGTTGTT"),
        ("best single claimer", "GGGGGTTTTT"),
    ],
)
def test_as_known_on_each_day(rule: str, wanted: str) -> None:
    assert answers(rule, FALL, DENIED, AGAIN) == wanted


def test_in_retrospect_a_claim_counts_from_its_day() -> None:
    assert answers("last claim", FALL, retrospective=True) == "GGGTTTTTTT"


def test_who_has_left_is_followed_by_the_one_other_party() -> None:
    left = make_resolved("withdrawal", actor=G, published=at(2), recipient=None, id="left")
    assert answers("last claim", left, FALL) == "GGTTTTTTTT"


def test_fighting_and_plans_tell_no_holder() -> None:
    fight = make_resolved("clash", published=at(2), id="fight")
    plan = make_resolved(published=at(2), factuality=Factuality.FUTURE, id="plan")
    assert answers("last claim", fight, plan) == "G" * 10
