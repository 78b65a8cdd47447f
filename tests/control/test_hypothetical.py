"""What would change an answer is found by asking the method, and is what the method then says."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from factories import GOVERNMENT, KUNDUZ, TALIBAN, make_resolved, of_government, of_taliban
from hypothesis import given, settings
from hypothesis import strategies as st
from test_properties import lists

from whoholds.control import Question, Setting, assess_control
from whoholds.control.hypothetical import (
    ADMISSION,
    FIGHTING,
    MOST,
    PICTURES,
    REPORT,
    SILENCE,
    WouldChange,
    would_change,
)
from whoholds.picture import ControlState, ResolvedClaim

DAY = date(2021, 8, 9)
SETTING = Setting(GOVERNMENT)
AS_OF = datetime(2021, 8, 9, 23, 59, tzinfo=UTC)


def asked(*claims: ResolvedClaim, on: date = DAY, as_of: datetime | None = AS_OF) -> ControlState:
    return assess_control(KUNDUZ, claims, Question(on, as_of), SETTING)


def changes(*claims: ResolvedClaim) -> dict[str, WouldChange]:
    found = would_change(asked(*claims), claims, SETTING)
    return {f"{one.hypothesis.kind} {one.hypothesis.party}": one for one in found}


TOLD = make_resolved(claimer="residents", quote="It fell, residents said.", id="told")


def test_a_single_voice_lacks_a_second_one_an_admission_or_pictures() -> None:
    found = changes(TOLD)
    assert asked(TOLD).status == "leaning"
    for kind in (REPORT, ADMISSION, PICTURES):
        then = found[f"{kind} {TALIBAN}"].state
        assert (then.status, then.holder) == ("held", TALIBAN)
    assert found[f"{REPORT} {TALIBAN}"].hypothesis.count == 1
    assert found[f"{ADMISSION} {TALIBAN}"].hypothesis.against == GOVERNMENT
    assert found[f"{REPORT} {GOVERNMENT}"].hypothesis.taken


def test_a_supposed_report_is_worth_what_a_true_one_is() -> None:
    real = make_resolved("hold", outlet="Other", id="real", quote="They hold it.", day=DAY, known_from=AS_OF)
    supposed = changes(TOLD)[f"{REPORT} {TALIBAN}"].state
    assert supposed.probability == asked(TOLD, real).probability


def test_the_smallest_number_of_reports_is_told() -> None:
    before = DAY - timedelta(days=3)
    firm = [make_resolved(id=f"c{number}", outlet=f"O{number}", claimer="residents", published=before)
            for number in range(2)]  # fmt: skip
    found = would_change(asked(*firm), firm, SETTING)
    fighting = next(one for one in found if one.hypothesis.kind == FIGHTING)
    fewer = fighting.hypothesis.count - 1
    assert fewer > 0
    clashes = [make_resolved("clash", id=f"f{number}", actor=None, outlet=f"F{number}", day=DAY,
                             quote=f"They fight {number}.") for number in range(fewer)]  # fmt: skip
    assert asked(*firm, *clashes).status == "held"


def test_without_news_an_answer_becomes_too_old_on_a_day_that_is_told() -> None:
    one = changes(TOLD)[f"{SILENCE} None"]
    assert one.since is not None
    assert one.hypothesis.count == (one.since - DAY).days
    assert one.state.unknown_reason == "stale"
    assert asked(TOLD, on=one.since).unknown_reason == "stale"
    assert asked(TOLD, on=one.since - timedelta(days=1)).unknown_reason is None


def test_what_is_told_of_later_days_is_news() -> None:
    later = make_resolved("hold", id="later", day=date(2021, 8, 20), published=date(2021, 8, 20))
    state = asked(TOLD, later, as_of=None)
    assert SILENCE not in {one.hypothesis.kind for one in would_change(state, [TOLD, later], SETTING)}


def test_nobody_is_supposed_to_take_a_place_where_nobody_else_is_known() -> None:
    claim = make_resolved("hold", actor=GOVERNMENT, id="mine", **of_government())
    assert {one.hypothesis.party for one in changes(claim).values()} <= {GOVERNMENT, None}


def test_who_attacks_is_the_rival() -> None:
    pressed = (make_resolved("hold", actor=GOVERNMENT, id="mine", claimer="residents"),
               make_resolved("siege", id="theirs", recipient=GOVERNMENT))  # fmt: skip
    assert any(one.hypothesis.party == TALIBAN for one in changes(*pressed).values())


def test_a_place_of_which_nothing_is_told_would_be_told_of() -> None:
    found = would_change(asked(), (), SETTING)
    assert {one.hypothesis.kind for one in found} == {REPORT, PICTURES}
    assert all(one.state.holder == GOVERNMENT for one in found)


def test_a_denial_of_the_other_side_does_not_stand_in_the_way() -> None:
    claims = (make_resolved(id="boast", quote="We took it.", **of_taliban()),
              make_resolved("hold", actor=GOVERNMENT, id="denial", **of_government()))  # fmt: skip
    assert asked(*claims).status != "held"
    assert f"{ADMISSION} {TALIBAN}" in changes(*claims)


@settings(max_examples=60)
@given(lists, st.integers(0, 130))
def test_every_line_names_another_answer_and_nothing_stays_behind(
    claims: list[ResolvedClaim], offset: int
) -> None:
    on = date(2021, 7, 1) + timedelta(days=offset)
    state = assess_control(KUNDUZ, claims, Question(on), SETTING)
    found = would_change(state, claims, SETTING)
    assert len(found) <= MOST
    for one in found:
        before = (state.status, state.holder, state.unknown_reason)
        assert (one.state.status, one.state.holder, one.state.unknown_reason) != before
        assert (one.since is not None) == (one.hypothesis.kind == SILENCE)
    assert assess_control(KUNDUZ, claims, Question(on), SETTING) == state
