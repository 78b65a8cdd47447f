"""Several parties told to hold a place, of whom none is likely enough: named together, with who lost it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from factories import GOVERNMENT, KUNDUZ, TALIBAN, make_resolved, of_taliban

from whoholds.control import Question, Setting, assess_control
from whoholds.control.hypothetical import would_change
from whoholds.picture import ControlState, ResolvedClaim
from whoholds.wording import state_words

NINTH = date(2021, 8, 9)
OTHERS = "Northern Front"


def took(party: str, outlet: str, **given: Any) -> ResolvedClaim:
    return make_resolved(actor=party, outlet=outlet, day=NINTH, **given)


def state_of(*claims: ResolvedClaim) -> ControlState:
    return assess_control(KUNDUZ, claims, Question(NINTH), Setting(government=GOVERNMENT))


@pytest.mark.parametrize("recipient", [None, GOVERNMENT])
@pytest.mark.parametrize(("party", "words"), [("Haqqani network", ", who are allies,"), (OTHERS, "")])
def test_two_who_are_each_told_to_have_taken_a_place_from_a_third_are_named(
    party: str, words: str, recipient: str | None
) -> None:
    claims = took(TALIBAN, "A", recipient=recipient), took(party, "B")
    state = state_of(*claims)
    assert (state.status, state.between) == ("unknown", tuple(sorted((TALIBAN, party))))
    assert state.left == (GOVERNMENT,)
    supposed = [one.hypothesis.against for one in would_change(state, claims, Setting(government=GOVERNMENT))]
    assert set(supposed) <= {None, GOVERNMENT}  # none of the two admits anything to the other
    assert " and ".join(state.between) + words + " are each told to hold it (together 0.9" in state_words(
        state
    )


@pytest.mark.parametrize(
    ("claims", "named"),
    [
        ((took(TALIBAN, "A", recipient=OTHERS), took(OTHERS, "B")), 2),
        ((took(TALIBAN, "A"), took(OTHERS, "A", claimer="residents", unverified=True)), 0),
        ((took(TALIBAN, "A", **of_taliban()), took(OTHERS, "B", claimer="an official", side=OTHERS)), 0),
        ((took(TALIBAN, "A"), took(OTHERS, "B"), took(TALIBAN, "C")), 0),
    ],
)
def test_who_lost_it_to_one_of_the_two_is_no_third_and_a_boast_or_a_doubt_names_nobody(
    claims: tuple[ResolvedClaim, ...], named: int
) -> None:
    state = state_of(*claims)
    assert (len(state.between), state.left) == (named, ())
