from __future__ import annotations

from datetime import date
from typing import Any

from factories import GOVERNMENT, KUNDUZ, TALIBAN, make_resolved, of_government, of_taliban

from whoholds.control.assess import Question, assess_control
from whoholds.control.case import Setting
from whoholds.picture import ControlState, ResolvedClaim

HELD = [
    make_resolved("hold", id=f"held {outlet}", actor=GOVERNMENT, day=date(2021, 8, 1),
                  published=date(2021, 8, 1), outlet=outlet)
    for outlet in ("Hill Post", "Shore Post")
]  # fmt: skip
ENTERED = make_resolved(
    "entry", id="entered", actor=TALIBAN, day=date(2021, 8, 5), published=date(2021, 8, 5)
)
BOAST = make_resolved(
    "hold", id="boast", actor=GOVERNMENT, day=date(2021, 8, 6), published=date(2021, 8, 6), **of_government()
)
STILL = make_resolved("hold", id="still", actor=GOVERNMENT, day=date(2021, 8, 6), published=date(2021, 8, 6))


def asked(*claims: ResolvedClaim) -> ControlState:
    return assess_control(KUNDUZ, claims, Question(date(2021, 8, 9)), Setting(government=GOVERNMENT))


def test_others_inside_leave_open_who_holds_it_until_somebody_else_than_its_side_says_so() -> None:
    assert asked(*HELD).holder == GOVERNMENT
    for claims in ([*HELD, ENTERED], [*HELD, ENTERED, BOAST]):
        state = asked(*claims)
        assert (state.status, state.holder, state.unknown_reason) == ("unknown", None, "weak")
    assert asked(*HELD, ENTERED, STILL).holder == GOVERNMENT


def test_who_is_said_to_be_inside_by_pictures_that_nobody_verified_opens_nothing() -> None:
    doubted = make_resolved(
        "entry", id="video", actor=TALIBAN, day=date(2021, 8, 5), published=date(2021, 8, 5), unverified=True
    )
    assert asked(*HELD, doubted).holder == GOVERNMENT


def test_one_sides_word_against_the_others_of_the_same_days_is_no_answer() -> None:
    boast, again = (
        make_resolved(
            "capture",
            id=f"boast {day}",
            actor=TALIBAN,
            recipient=GOVERNMENT,
            day=date(2021, 8, day),
            published=date(2021, 8, day),
            **of_taliban(),
        )
        for day in (4, 9)
    )
    retaken = make_resolved(
        "capture",
        id="retaken",
        actor=GOVERNMENT,
        recipient=TALIBAN,
        day=date(2021, 8, 6),
        published=date(2021, 8, 6),
        **of_government(),
    )
    for claims in ([boast, BOAST], [boast, BOAST, retaken], [BOAST, again]):
        state = asked(*claims)
        assert (state.status, state.holder, state.unknown_reason) == ("unknown", None, "weak")
    assert asked(BOAST).holder == GOVERNMENT
    assert asked(boast, BOAST, retaken, STILL).holder == GOVERNMENT


def test_who_is_not_named_and_left_is_the_only_group_there() -> None:
    took = make_resolved("capture", id="took", actor=TALIBAN, recipient=GOVERNMENT, day=date(2021, 8, 1),
                         published=date(2021, 8, 1))  # fmt: skip
    left = make_resolved(
        "withdrawal", id="left", actor="insurgents", day=date(2021, 8, 6), published=date(2021, 8, 6)
    )
    soldiers = make_resolved(
        "withdrawal", id="soldiers", actor="soldiers", day=date(2021, 8, 6), published=date(2021, 8, 6)
    )
    assert asked(took).holder == asked(took, soldiers).holder == TALIBAN
    assert asked(took, left).holder != TALIBAN
    assert asked(left).status == "unknown"


def test_a_sides_own_word_alone_that_it_took_a_place_names_nobody_whoever_the_prior_favours() -> None:
    def claim(kind: str, **given: Any) -> ResolvedClaim:
        given = {"actor": GOVERNMENT, "published": date(2021, 8, 6), **of_government(), **given}
        return make_resolved(kind, own_interest=given["claimer"] is not None, **given)

    retaken, after = claim("capture", recipient=TALIBAN), claim("hold", published=date(2021, 8, 8))
    left = claim("withdrawal", actor=TALIBAN)
    for claims in ([retaken], [left], [retaken, after]):
        state = asked(*claims)
        assert (state.status, state.holder, state.unknown_reason) == ("unknown", None, "weak")
    outlet = claim("hold", claimer=None, side=None, published=date(2021, 8, 9))
    assert asked(after).holder == asked(retaken, outlet).holder == GOVERNMENT
