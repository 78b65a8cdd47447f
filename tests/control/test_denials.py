"""What a denial weighs, and that nothing is held of which nobody speaks without doubt."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from factories import GOVERNMENT, KUNDUZ, TALIBAN, made_factuality, make_resolved

from whoholds.control.assess import Question, assess_control
from whoholds.control.case import Setting
from whoholds.model import Attribution, Span
from whoholds.picture import ControlState, ResolvedClaim

DENIED, PROBABLE = made_factuality("denied"), made_factuality("probable")
HELD = [
    make_resolved("hold", id=f"held {outlet}", actor=GOVERNMENT, day=date(2021, 8, 6),
                  published=date(2021, 8, 6), outlet=outlet)
    for outlet in ("Hill Post", "Shore Post")
]  # fmt: skip


def denying(claim: ResolvedClaim) -> ResolvedClaim:
    """The claim as read from "The Taliban denied that they had captured Kunduz."."""
    quote = "The Taliban denied that they had captured Kunduz."
    said = replace(claim.claim, quote=Span(0, len(quote)), attribution=Attribution(cue=Span(12, 18)))
    return replace(claim, claim=said, quote=quote)


def asked(*claims: ResolvedClaim) -> ControlState:
    return assess_control(KUNDUZ, claims, Question(date(2021, 8, 9)), Setting(government=GOVERNMENT))


@pytest.mark.parametrize(
    "given",
    [
        {"kind": "capture", "factuality": DENIED},
        {"kind": "hold", "actor": GOVERNMENT, "recipient": TALIBAN},
    ],
)
def test_that_the_taker_denies_it_does_not_make_the_other_one_hold(given: dict[str, Any]) -> None:
    state = asked(denying(make_resolved(**given, side=TALIBAN, claimer="the Taliban")))
    assert state.status != "held"
    assert dict(state.evidence[0].features)["admission"] == 4.0
    assert "denies its own gain" in state.evidence[0].reason


def test_who_says_without_a_denial_that_another_one_holds_it_admits_it() -> None:
    state = asked(
        make_resolved("hold", actor=TALIBAN, recipient=GOVERNMENT, side=GOVERNMENT, claimer="officials")
    )
    assert state.holder == TALIBAN
    assert "admits its own loss" in state.evidence[0].reason


def test_that_one_no_longer_holds_it_weighs_as_a_hold_by_another() -> None:
    gone = [
        make_resolved(
            "hold", id=outlet, actor=GOVERNMENT, factuality=DENIED, day=date(2021, 8, 8), outlet=outlet
        )
        for outlet in ("Morning Post", "Evening Post")
    ]
    assert asked(*HELD).status == "held"
    assert asked(*HELD, gone[0]).status != "held"
    assert asked(*HELD, *gone).holder is None


def test_held_takes_one_who_says_it_without_doubt() -> None:
    seems = [
        make_resolved(id=outlet, factuality=PROBABLE, day=date(2021, 8, 8), outlet=outlet)
        for outlet in ("Morning Post", "Evening Post", "River Post")
    ]
    assert asked(*seems).status == "leaning"
    assert (
        asked(*seems, make_resolved(id="sure", day=date(2021, 8, 8), outlet="Valley Post")).status == "held"
    )
