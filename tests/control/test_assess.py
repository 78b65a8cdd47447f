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
    make_resolved,
    of_government,
    of_taliban,
)

from whoholds.control import Question, Setting, assess_control, without
from whoholds.control.finding import opposes, supports
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


@pytest.mark.parametrize(
    ("days", "status", "reason"),
    [(0, "leaning", None), (45, "leaning", None), (46, "unknown", "stale"), (150, "unknown", "stale")],
)
def test_silence_after_a_change_becomes_unknown(days: int, status: str, reason: str | None) -> None:
    state = state_of(KUNDUZ, make_resolved(), on=NINTH + timedelta(days=days))
    assert (state.status, state.unknown_reason) == (status, reason)


def test_no_evidence_is_unknown_for_that_reason() -> None:
    assert state_of(KUNDUZ).unknown_reason == "none"
    assert state_of(KUNDUZ, make_resolved("displacement")).unknown_reason == "none"


def baseline(**given: Any) -> ResolvedClaim:
    return make_resolved("hold", actor=GOVERNMENT, extractor="baseline", published=date(2021, 5, 1), **given)


@pytest.mark.parametrize(("days", "status"), [(0, "held"), (170, "held"), (181, "unknown")])
def test_a_baseline_that_nothing_contradicts_holds_within_the_quiet_horizon(days: int, status: str) -> None:
    state = state_of(KUNDUZ, baseline(), on=date(2021, 5, 1) + timedelta(days=days), setting=Setting())
    assert state.status == status


def test_a_baseline_gives_way_to_reports() -> None:
    state = state_of(KUNDUZ, baseline(), make_resolved())
    assert (state.status, state.holder) == ("leaning", TALIBAN)


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


def test_only_the_last_72_hours_are_reported() -> None:
    old = make_resolved(
        "hold", id="old", actor=GOVERNMENT, published=NINTH - timedelta(days=5), **of_government()
    )
    assert state_of(KUNDUZ, old, make_resolved()).reported == ()


def test_pressure_is_kept_apart() -> None:
    state = state_of(
        KUNDUZ, make_resolved("hold", actor=GOVERNMENT), make_resolved("siege"), make_resolved("shelling")
    )
    assert (state.pressed_by, state.besieged) == ((TALIBAN,), True)
    assert state.contested < 0.2


def test_what_was_published_later_is_not_known() -> None:
    later = make_resolved(outlet="Evening Post", published=date(2021, 8, 12))
    as_of = datetime(2021, 8, 9, 20, tzinfo=UTC)
    question = Question(NINTH, as_of, 7, "m1")
    state = assess_control(KUNDUZ, [make_resolved(), later], question, SETTING)
    assert state == assess_control(KUNDUZ, [make_resolved()], question, SETTING)
    assert (state.as_of, state.recorded, state.method) == (as_of, 7, "m1")


def test_a_later_report_changes_the_belief_about_the_past() -> None:
    tenth = make_resolved(outlet="Evening Post", day=date(2021, 8, 8), published=date(2021, 8, 10))
    on = date(2021, 8, 8)
    assert state_of(KUNDUZ, on=on).holder is None
    assert state_of(KUNDUZ, tenth, on=on).holder == TALIBAN


def test_a_dated_change_dates_the_change() -> None:
    claims = [make_resolved(outlet=name, day=date(2021, 8, 8)) for name in ("A", "B", "C")]
    assert state_of(KUNDUZ, *claims, on=date(2021, 8, 7)).holder != TALIBAN
    assert state_of(KUNDUZ, *claims, on=date(2021, 8, 8)).holder == TALIBAN


def test_a_town_that_changes_hands_twice() -> None:
    taken = [make_resolved(outlet=name) for name in "AB"]
    retaken = [make_resolved(actor=GOVERNMENT, outlet=name, published=date(2021, 8, 20)) for name in "AB"]
    assert state_of(KUNDUZ, *taken, *retaken, on=date(2021, 8, 15)).holder == TALIBAN
    assert state_of(KUNDUZ, *taken, *retaken, on=date(2021, 8, 21)).holder == GOVERNMENT


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


def test_claims_of_later_days_stand_in_one_term() -> None:
    later = make_resolved("hold", id="later", published=date(2021, 8, 20))
    terms = state_of(KUNDUZ, make_resolved(id="now"), later).terms
    assert [term.claim for term in terms] == [None, "now", None, None]
    assert terms[-1].label == "later reports"
    assert terms[-1].nats > 0


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


@pytest.mark.parametrize(("day", "status"), [(date(2021, 4, 1), "held"), (date(2021, 5, 5), "leaning")])
def test_a_baseline_answers_what_was_claimed_before_it_and_not_after(day: date, status: str) -> None:
    claimed = make_resolved(published=day, **of_taliban())
    assert state_of(KUNDUZ, baseline(), claimed, on=date(2021, 5, 6)).status == status


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


@pytest.mark.parametrize(("day", "status"), [(2, "unknown"), (15, "unknown"), (29, "unknown"), (30, "held")])
def test_within_a_month_in_which_it_fell_nobody_tells_who_holds_it(day: int, status: str) -> None:
    """That it had not fallen before the month tells of nobody who held it in the month."""
    fell = [
        make_resolved(
            id=outlet,
            outlet=outlet,
            start=date(2021, 6, 1),
            end=date(2021, 6, 30),
            published=date(2021, 7, 2),
        )
        for outlet in "AB"
    ]
    state = assess_control(KUNDUZ, fell, Question(date(2021, 6, day)), Setting(government=GOVERNMENT))
    assert state.status == status
    assert state.origins > 0 or state.holder is None
