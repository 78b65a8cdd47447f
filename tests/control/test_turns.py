"""The days on which a finding can change, and the explanations of many days, are those of each day alone."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from factories import GOVERNMENT, TALIBAN, make_resolved
from hypothesis import given
from hypothesis import strategies as st

from whoholds.control.assess import Assessor
from whoholds.control.case import Case, Setting, prepare
from whoholds.control.daily import Daily, ordinals
from whoholds.control.explain import terms_of
from whoholds.control.sums import Sums
from whoholds.control.turns import Turns
from whoholds.independence import Voices
from whoholds.model import EventType
from whoholds.picture import ResolvedClaim

FIRST = date(2020, 1, 1)
KINDS = (EventType.CAPTURE, EventType.HOLD, EventType.CLASH, EventType.WITHDRAWAL, EventType.SIEGE)
DAYS = [FIRST + timedelta(days=number) for number in range(-20, 420)]

tellings = st.lists(
    st.tuples(st.integers(0, 390), st.sampled_from(KINDS), st.sampled_from((GOVERNMENT, TALIBAN))),
    min_size=1,
    max_size=9,
    unique_by=lambda one: one[0],
)


def claims_of(told: list[tuple[int, EventType, str]]) -> list[ResolvedClaim]:
    return [
        make_resolved(
            kind, published=FIRST + timedelta(days=later), id=f"c{later}", actor=party,
            outlet=f"outlet {later % 4}", day=FIRST + timedelta(days=later - later % 3),
        )
        for later, kind, party in sorted(told, key=lambda one: one[0])
    ]  # fmt: skip


def case_from(claims: list[ResolvedClaim], said: Voices | None = None) -> Case:
    place = make_resolved(EventType.HOLD).place
    assert place is not None
    nearby = ((FIRST + timedelta(days=100), 0.4), (FIRST + timedelta(days=300), 0.2))
    return prepare(place, claims, None, Setting(GOVERNMENT, nearby), said)


@given(tellings)
def test_between_turns_nothing_changes(told: list[tuple[int, EventType, str]]) -> None:
    daily = Daily(case_from(claims_of(told)))
    assessor, at = Assessor(daily.case), ordinals(DAYS)
    _, beliefs = daily.beliefs(at)
    turns, anew, horizons = Turns(daily.case, assessor.finder, assessor.pressing).on(DAYS, at, beliefs)
    last: object = None
    found: object = None
    for number, on in enumerate(DAYS):
        finding = assessor.finder.find(beliefs[number].tolist(), on)
        horizon = assessor.finder.horizon(on)
        chance = round(beliefs[number].tolist()[finding.top], 2)
        now = (finding, assessor.pressing.pressed(on, horizon))
        assert horizon == horizons[number]
        assert turns[number] or (now, chance) == last
        assert anew[number] or now == found
        last, found = (now, chance), now


@given(tellings)
def test_what_is_kept_from_fewer_claims_is_as_if_worked_out_anew(
    told: list[tuple[int, EventType, str]],
) -> None:
    claims, said, sums = claims_of(told), Voices(), Sums()
    daily: Daily | None = None
    assessor: Assessor | None = None
    for count in range(1, len(claims) + 1):
        case = case_from(claims[:count], said)
        daily, assessor = Daily(case, daily), Assessor(case, assessor)
        anew = case_from(claims[:count])
        fresh, alone = Daily(anew), Assessor(anew)
        assert (case.voices, case.rows) == (anew.voices, anew.rows)
        for day, other in zip(daily.on(DAYS[::23]), fresh.on(DAYS[::23]), strict=True):
            assert day == other
            found = assessor.finder.find(day.smoothed, day.on)
            assert found == alone.finder.find(day.smoothed, day.on)
            horizon = assessor.finder.horizon(day.on)
            assert assessor.pressing.pressed(day.on, horizon) == alone.pressing.pressed(day.on, horizon)
            expected = terms_of(anew, fresh.passes_on(other), day.on, found.top)
            told_by = sums.of(daily, day, found.top)
            terms = (*told_by.head, *told_by.last)
            assert [(one.label, one.claim, one.day) for one in terms] == [
                (one.label, one.claim, one.day) for one in expected
            ]
            assert [one.nats for one in terms] == pytest.approx([one.nats for one in expected], abs=0)
