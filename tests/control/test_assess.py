from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from factories import (
    AYBAK,
    GOVERNMENT,
    KUNDUZ,
    KUNDUZ_AIRPORT,
    MAZAR,
    TALIBAN,
    again,
    make_resolved,
    of_government,
    of_taliban,
)

from whoholds.control import Question, Setting, assess_control, without
from whoholds.control.finding import opposes, supports
from whoholds.control.lacking import ORIGINS, lacking
from whoholds.control.positions import ATTACKS, CONTESTED, HOLDS, NOT, Position
from whoholds.model import Factuality, Place, Precision
from whoholds.picture import ControlState, ResolvedClaim

NINTH = date(2021, 8, 9)
SETTING = Setting(government=GOVERNMENT)


def state_of(
    place: Place, *claims: ResolvedClaim, on: date = NINTH, setting: Setting = SETTING
) -> ControlState:
    return assess_control(place, claims, Question(on), setting)


def test_kunduz_on_9_august_is_not_the_governments() -> None:
    state = state_of(
        KUNDUZ,
        make_resolved(id="reported", unnamed=True, factuality=Factuality.PROBABLE),
        make_resolved(id="on the 8th", day=date(2021, 8, 8)),
        make_resolved("clash", id="army", actor=GOVERNMENT, day=NINTH, **of_government()),
        make_resolved(
            "entry",
            id="video",
            relayed_by="videos posted by users",
            unverified=True,
            precision=Precision.PART,
        ),
    )
    assert state.holder != GOVERNMENT
    assert state.status in ("held", "leaning", "contested")
    assert "army" in state.reported


def test_aybak_handed_over_by_the_losers_own_word_is_held() -> None:
    state = state_of(
        AYBAK,
        make_resolved(
            "handover", place=AYBAK, day=NINTH, recipient=GOVERNMENT,
            claimer="the deputy governor", side=GOVERNMENT, against_interest=True,
        ),
        make_resolved("withdrawal", place=AYBAK, actor=GOVERNMENT, claimer="Tolo News"),
        make_resolved("withdrawal", place=AYBAK, actor=GOVERNMENT, claimer="Shamshad TV"),
    )  # fmt: skip
    assert (state.status, state.holder) == ("held", TALIBAN)


def test_mazar_under_attack_is_not_the_talibans() -> None:
    state = state_of(
        MAZAR,
        make_resolved("clash", place=MAZAR, unnamed=True, factuality=Factuality.PROBABLE),
        make_resolved(
            "repel",
            place=MAZAR,
            actor=GOVERNMENT,
            precision=Precision.NEAR,
            **of_government(own_interest=True),
        ),
    )
    assert state.holder != TALIBAN
    assert state.holders.get(TALIBAN, 0.0) < 0.2


def test_a_sides_own_claims_never_make_a_place_held() -> None:
    claims = [
        make_resolved(
            id=f"{number}", claimer=f"Taliban commander number {number}", side=TALIBAN,
            outlet=f"Paper {number}", published=NINTH + timedelta(days=number * 9),
        )
        for number in range(40)
    ]  # fmt: skip
    for claim in claims:
        told = [
            one for one in claims if one.published is not None and one.published <= (claim.published or NINTH)
        ]
        assert state_of(KUNDUZ, *told, on=claim.published or NINTH).status != "held"


def test_one_neutral_voice_is_at_most_leaning_and_two_hold() -> None:
    assert state_of(KUNDUZ, make_resolved()).status == "leaning"
    both = state_of(KUNDUZ, make_resolved(), make_resolved(outlet="Evening Post"))
    assert (both.status, both.holder) == ("held", TALIBAN)


def test_one_anonymous_voice_does_not_paint_a_town() -> None:
    state = state_of(KUNDUZ, make_resolved(unnamed=True, factuality=Factuality.PROBABLE))
    assert (state.status, state.unknown_reason) == ("unknown", "weak")
    assert len(state.reported) == 1


def test_verified_pictures_are_enough_alone() -> None:
    state = state_of(
        KUNDUZ, make_resolved("hold", relayed_by="footage geolocated by the desk", extractor="coded")
    )
    assert (state.status, state.holder) == ("held", TALIBAN)


def test_fighting_told_by_two_makes_it_contested() -> None:
    state = state_of(KUNDUZ, make_resolved("clash"), make_resolved("clash", outlet="Evening Post"))
    assert (state.status, state.holder) == ("contested", None)


def test_fighting_near_it_does_not() -> None:
    near = [make_resolved("clash", outlet=name, precision=Precision.NEAR) for name in "ABCD"]
    assert state_of(KUNDUZ, *near).status != "contested"


def test_the_airport_is_another_place_than_the_town() -> None:
    airport = make_resolved("hold", place=KUNDUZ_AIRPORT, actor=GOVERNMENT)
    assert state_of(KUNDUZ, airport).unknown_reason == "none"
    assert state_of(KUNDUZ_AIRPORT, airport).holder == GOVERNMENT


def test_a_denial_stands_beside_what_is_assessed() -> None:
    denial = make_resolved(id="denied", factuality=Factuality.DENIED, **of_government(own_interest=True))
    state = state_of(KUNDUZ, make_resolved(), make_resolved(outlet="Evening Post"), denial)
    assert (state.holder, state.reported) == (TALIBAN, ("denied",))


@pytest.mark.parametrize(("days", "beside"), [(0, ("denied",)), (2, ("denied",)), (3, ()), (9, ())])
def test_what_is_reported_of_late_is_counted_back_from_the_day_asked_about(
    days: int, beside: tuple[str, ...]
) -> None:
    """Also of a day after the day of knowledge, as the map does."""
    denial = make_resolved(id="denied", factuality=Factuality.DENIED, **of_government(own_interest=True))
    told = [make_resolved(), make_resolved(outlet="Evening Post"), denial]
    known = max(claim.known_from for claim in told)
    question = Question(known.date() + timedelta(days), known)
    assert assess_control(KUNDUZ, told, question, SETTING).reported == beside


def test_pressure_is_kept_apart() -> None:
    state = state_of(
        KUNDUZ, make_resolved("hold", actor=GOVERNMENT), make_resolved("siege"), make_resolved("shelling")
    )
    assert (state.pressed_by, state.besieged) == ((TALIBAN,), True)
    assert state.contested < 0.2


def test_leaving_one_claim_out() -> None:
    claims = [make_resolved(id="a"), make_resolved(id="b", outlet="Evening Post")]
    state = state_of(KUNDUZ, *claims)
    assert without(state, claims, "b", SETTING) == state_of(KUNDUZ, claims[0])
    assert without(state, claims, "b", SETTING).probability < state.probability


def test_rejected_claims_move_nothing() -> None:
    assert state_of(KUNDUZ, make_resolved(judged="reject")).unknown_reason == "none"


def test_the_spokesman_of_the_taker_adds_little() -> None:
    alone = state_of(KUNDUZ, make_resolved(**of_taliban()))
    assert alone.unknown_reason == "weak"
    assert alone.explains == GOVERNMENT


@pytest.mark.parametrize(
    ("factuality", "status"), [(Factuality.CERTAIN, "held"), (Factuality.PROBABLE, "leaning")]
)
def test_only_an_unhedged_admission_settles_it_alone(factuality: Factuality, status: str) -> None:
    admitted = make_resolved(recipient=GOVERNMENT, factuality=factuality, **of_government())
    assert state_of(KUNDUZ, admitted).status == status


def test_who_tells_of_a_fall_in_his_own_country_admits_a_loss() -> None:
    told = make_resolved(**of_government())
    assert state_of(KUNDUZ, told).status == "held"
    assert state_of(KUNDUZ, told, setting=Setting()).status == "leaning"


def test_a_rumour_is_no_second_origin() -> None:
    rumour = make_resolved(outlet="B", unnamed=True, unverified=True, factuality=Factuality.POSSIBLE)
    weak = make_resolved("hold", outlet="B", unverified=True, **of_taliban())
    assert state_of(KUNDUZ, make_resolved(), weak).status == "leaning"
    assert state_of(KUNDUZ, make_resolved(), rumour).status == "leaning"


def test_that_nobody_known_holds_it_is_unknown() -> None:
    left = [make_resolved("withdrawal", actor=GOVERNMENT, outlet=name) for name in "ABC"]
    state = state_of(KUNDUZ, *left)
    assert (state.explains, state.status, state.unknown_reason) == ("other", "unknown", "weak")
    assert state.probability > 0.6


def test_that_the_holders_own_forces_entered_contradicts_nothing() -> None:
    entered = make_resolved("entry", id="entered", outlet="C")
    assert state_of(KUNDUZ, make_resolved(), make_resolved(outlet="B"), entered).reported == ()


@pytest.mark.parametrize(
    ("position", "for_it", "against_it"),
    [
        (Position(HOLDS, TALIBAN), True, False),
        (Position(HOLDS, GOVERNMENT), False, True),
        (Position(NOT, GOVERNMENT), True, False),
        (Position(NOT, TALIBAN), False, True),
        (Position(CONTESTED), False, True),
        (Position(CONTESTED, TALIBAN), False, False),
        (Position(ATTACKS, TALIBAN), False, False),
    ],
)
def test_what_speaks_for_and_against_that_the_taliban_hold_it(
    position: Position, for_it: bool, against_it: bool
) -> None:
    assert (supports(position, TALIBAN), opposes(position, TALIBAN)) == (for_it, against_it)


@pytest.mark.parametrize(
    ("day", "others", "status"),
    [(8, "CDE", "held"), (9, "C", "held"), (9, "CD", "leaning"), (9, "CDE", "unknown")],
)
def test_what_is_evenly_told_is_not_held(day: int, others: str, status: str) -> None:
    """Two say on the 9th that it was taken, others of a day that it was not: .96 is not enough there."""
    taken = [make_resolved(outlet=name) for name in "AB"]
    said = [
        make_resolved("hold", outlet=name, actor=GOVERNMENT, day=date(2021, 8, day), claimer="residents")
        for name in others
    ]
    state = state_of(KUNDUZ, *taken, *said, setting=Setting())
    assert state.status == status
    if status == "leaning":
        (lack,) = lacking(state, (*taken, *said), Setting())
        assert (lack.rule, lack.have, lack.need) == (ORIGINS, 2, 3)


def test_one_admission_alone_is_not_enough_against_several_of_the_same_day() -> None:
    """It can be misread; the probability follows it, the word waits for a second origin."""
    admitted = make_resolved(
        outlet="D", claimer="a governor", side=GOVERNMENT, recipient=GOVERNMENT, against_interest=True,
        known_from=datetime(2021, 8, 9, 22, tzinfo=UTC),
    )  # fmt: skip
    day = admitted.known_from.date()

    def status(reports: int, **given: Any) -> tuple[str, str | None]:
        told = [make_resolved("hold", actor=GOVERNMENT, outlet=name, **given) for name in "ABC"[:reports]]
        state = assess_control(KUNDUZ, [*told, admitted], Question(day), Setting(GOVERNMENT))
        return state.status, state.holder

    assert status(0) == status(1) == ("held", TALIBAN)
    assert status(2) == status(3) == ("leaning", TALIBAN)
    assert status(3, published=date(2021, 8, 1)) == ("held", TALIBAN)


def test_who_denies_what_he_admitted_takes_it_back() -> None:
    lost = make_resolved(
        recipient=GOVERNMENT, **of_government(id="lost", against_interest=True, published=date(2021, 8, 8))
    )
    never = make_resolved("hold", actor=GOVERNMENT, **of_government(id="never", own_interest=True))
    before = again(never, id="before", known_from=datetime(2021, 8, 7, tzinfo=UTC))
    retaken = make_resolved(actor=GOVERNMENT, **of_government(id="retaken", own_interest=True))
    held, leaning = ("held", TALIBAN), ("leaning", TALIBAN)

    def answer(day: int, *claims: ResolvedClaim) -> tuple[str, str | None]:
        state = assess_control(KUNDUZ, claims, Question(date(2021, 8, day)), Setting("somebody"))
        return state.status, state.holder

    assert answer(9, lost) == answer(9, lost, before) == answer(8, lost, retaken) == held
    assert answer(9, lost, never) == answer(8, lost, never) == leaning
