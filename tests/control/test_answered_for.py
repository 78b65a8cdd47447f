"""That a place is held takes claims that somebody stands by."""

from __future__ import annotations

import itertools
from datetime import date
from typing import Any

import pytest
from factories import GOVERNMENT, KUNDUZ, TALIBAN, made_factuality, make_resolved
from hypothesis import given
from hypothesis import strategies as st

from whoholds.control import Question, Setting, assess_control
from whoholds.control.claimers import is_answered_for
from whoholds.picture import ResolvedClaim

DAY = date(2021, 8, 8)
SETTING = Setting(government=GOVERNMENT)
POSSIBLE, PROBABLE = made_factuality("possible"), made_factuality("probable")

RUMOURS: list[dict[str, Any]] = [
    {"factuality": POSSIBLE},
    {"factuality": POSSIBLE, "claimer": "residents"},
    {"unverified": True},
    {"unverified": True, "claimer": "AFP"},
    {"unnamed": True},
    {"claimer": "unnamed"},
    {"claimer": "rumours"},
    {"claimer": "posts on social networks"},
    {"claimer": "a video"},
]
FIRM: list[dict[str, Any]] = [
    {},
    {"factuality": PROBABLE},
    {"claimer": "residents"},
    {"claimer": "AFP"},
    {"claimer": "the provincial governor"},
    {"claimer": "Karim Wardak"},
    {"claimer": "a UN monitor"},
    {"claimer": "a verified video"},
]


def told(number: int, given_values: dict[str, Any], kind: str = "capture") -> ResolvedClaim:
    return make_resolved(
        kind, id=f"c{number}", outlet=f"Outlet {number}", day=DAY, published=DAY, **given_values
    )


@pytest.mark.parametrize(
    ("values", "firm"), [(one, False) for one in RUMOURS] + [(one, True) for one in FIRM]
)
def test_who_answers_for_a_claim(values: dict[str, Any], firm: bool) -> None:
    assert is_answered_for(told(0, values)) is firm


@given(st.lists(st.sampled_from(RUMOURS), min_size=1, max_size=9), st.sampled_from(["capture", "hold"]))
def test_rumours_never_add_up_to_held(rumours: list[dict[str, Any]], kind: str) -> None:
    claims = [told(number, values, kind) for number, values in enumerate(rumours)]
    assert assess_control(KUNDUZ, claims, Question(DAY), SETTING).status != "held"


@pytest.mark.parametrize("rumour", RUMOURS)
@pytest.mark.parametrize("firm", FIRM[:7])
def test_one_who_stands_by_it_and_rumours_are_not_enough(
    rumour: dict[str, Any], firm: dict[str, Any]
) -> None:
    claims = [told(number, values) for number, values in enumerate([firm, rumour, rumour, rumour])]
    state = assess_control(KUNDUZ, claims, Question(DAY), SETTING)
    assert (state.status, state.holder) == ("leaning", TALIBAN)


@pytest.mark.parametrize(("first", "second"), list(itertools.combinations(FIRM, 2)))
def test_two_who_stand_by_it_are(first: dict[str, Any], second: dict[str, Any]) -> None:
    claims = [told(number, values) for number, values in enumerate([first, second])]
    assert assess_control(KUNDUZ, claims, Question(DAY), SETTING).status == "held"
