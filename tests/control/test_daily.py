"""Many days out of one pass are the same as each day asked about by itself."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from factories import GOVERNMENT, TALIBAN, make_resolved
from hypothesis import given
from hypothesis import strategies as st

from whoholds.control.case import Case, Setting, prepare
from whoholds.control.chain import run
from whoholds.control.daily import Daily
from whoholds.control.explain import terms_of
from whoholds.control.positions import CONTESTED
from whoholds.model import EventType

FIRST = date(2020, 1, 1)
KINDS = (EventType.CAPTURE, EventType.HOLD, EventType.CLASH, EventType.WITHDRAWAL)

tellings = st.lists(
    st.tuples(
        st.integers(0, 1500), st.sampled_from(KINDS), st.sampled_from((GOVERNMENT, TALIBAN, CONTESTED))
    ),
    max_size=8,
)
asked = st.lists(st.integers(-30, 2200), min_size=1, max_size=12, unique=True).map(sorted)


def case_from(told: list[tuple[int, EventType, str]]) -> Case:
    claims = []
    for number, (later, kind, party) in enumerate(told):
        day = FIRST + timedelta(days=later)
        given = {"id": f"c{number}", "actor": party, "outlet": f"outlet {number}"}
        claims.append(make_resolved(kind, published=day, day=day if later % 2 else None, **given))
    place = make_resolved(EventType.HOLD).place
    assert place is not None
    nearby = tuple((FIRST + timedelta(days=later), 0.4) for later in (100, 700))
    return prepare(place, claims, None, Setting(GOVERNMENT, nearby))


@given(tellings, asked)
def test_each_day_is_as_if_it_alone_were_asked(
    told: list[tuple[int, EventType, str]], later: list[int]
) -> None:
    case = case_from(told)
    daily = Daily(case)
    for day in daily.on([FIRST + timedelta(days=number) for number in later]):
        alone = run(case.chain, case.rows, (day.on,))
        assert day.forward == pytest.approx(alone.forward[day.on], abs=1e-12)
        assert day.smoothed == pytest.approx(alone.smoothed[day.on], abs=1e-12)
        expected = terms_of(case, alone, day.on, 0)
        found = terms_of(case, daily.passes_on(day), day.on, 0)
        assert [(one.label, one.claim, one.day) for one in found] == [
            (one.label, one.claim, one.day) for one in expected
        ]
        assert [one.nats for one in found] == pytest.approx([one.nats for one in expected], abs=1e-9)


def test_no_days_are_no_answers() -> None:
    assert Daily(case_from([])).on([]) == []
