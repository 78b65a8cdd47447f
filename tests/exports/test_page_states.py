from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from factories import GOVERNMENT, KUNDUZ, TALIBAN, make_resolved
from hypothesis import given
from hypothesis import strategies as st

from whoholds.exports.page_states import (
    NOT_WORKED_OUT,
    NOTHING_KNOWN,
    Cells,
    History,
    Segment,
    Standing,
    encode_histories,
    segments_of,
    shown_probability,
    standing_of,
)
from whoholds.picture import ControlState

DAY = date(2021, 8, 1)
PARTIES = {TALIBAN: 0, GOVERNMENT: 1}
PLACES = {"a": 0, "b": 1}
STANDINGS = (
    NOTHING_KNOWN,
    Standing("held", TALIBAN, probability=0.9),
    Standing("leaning", GOVERNMENT, TALIBAN, 0.7, pressed_by=(TALIBAN,)),
    Standing("contested", GOVERNMENT, TALIBAN, 0.6, besieged=True, claimed_for=TALIBAN),
)


def state(status: str, holder: str | None = None, day: int = 0, **given: Any) -> ControlState:
    values: dict[str, Any] = {
        "place": KUNDUZ, "on": DAY + timedelta(days=day), "as_of": None, "recorded": 0, "method": "m",
        "status": status, "holder": holder, "probability": 0.9,
        "holders": {TALIBAN: 0.6, GOVERNMENT: 0.2, "other": 0.1}, "contested": 0.1,
        "reported": (), "evidence": (), "last_evidence": None, **given,
    }  # fmt: skip
    return ControlState(**values)


@pytest.mark.parametrize(
    ("given_state", "last", "holder", "challenger"),
    [
        (state("held", TALIBAN), TALIBAN, TALIBAN, None),
        (state("leaning", TALIBAN), None, TALIBAN, None),  # nobody says so
        (state("leaning", TALIBAN, pressed_by=(GOVERNMENT,)), None, TALIBAN, GOVERNMENT),
        (state("contested"), GOVERNMENT, GOVERNMENT, TALIBAN),
        (state("contested"), None, TALIBAN, GOVERNMENT),
        (state("unknown", unknown_reason="weak"), GOVERNMENT, None, None),
        (state("contested", holders={"other": 0.3, TALIBAN: 0.01}), None, None, None),
        (
            state("contested", holders={"other": 0.3}, pressed_by=(TALIBAN,)),
            GOVERNMENT,
            GOVERNMENT,
            TALIBAN,
        ),
    ],
)
def test_who_is_shown(
    given_state: ControlState, last: str | None, holder: str | None, challenger: str | None
) -> None:
    found = standing_of(given_state, {}, last)
    assert (found.holder, found.challenger) == (holder, challenger)


def test_a_claim_against_what_is_assessed_is_shown_apart() -> None:
    claims = {
        "old": make_resolved("hold", actor=GOVERNMENT, published=date(2021, 8, 1)),
        "new": make_resolved("airstrike", actor="Russia", published=date(2021, 8, 2)),
    }
    found = standing_of(state("held", TALIBAN, reported=("new", "old", "gone")), claims, None)
    assert (found.holder, found.claimed_for) == (TALIBAN, GOVERNMENT)


def test_days_that_look_the_same_are_one_segment() -> None:
    days = [
        state("held", GOVERNMENT, 0, probability=0.901),
        state("held", GOVERNMENT, 1, probability=0.899),
        state("contested", None, 2),
        state("held", TALIBAN, 3),
    ]
    found = segments_of(days, {})
    assert [(one.start.day, one.standing.status, one.standing.holder) for one in found] == [
        (1, "held", GOVERNMENT),
        (3, "contested", GOVERNMENT),
        (4, "held", TALIBAN),
    ]


segments = st.lists(st.tuples(st.integers(0, 20), st.sampled_from(STANDINGS)), max_size=6).map(
    lambda pairs: tuple(
        Segment(DAY + timedelta(days=day), one)
        for day, one in sorted(dict(pairs).items(), key=lambda p: p[0])
    )
)
known = st.dictionaries(st.tuples(st.integers(0, 9), st.sampled_from(sorted(PLACES))), segments, max_size=12)


@given(known)
def test_what_is_encoded_is_decoded(told: dict[tuple[int, str], tuple[Segment, ...]]) -> None:
    histories = [History(DAY + timedelta(days=day), place, found) for (day, place), found in told.items()]
    cells = Cells(PARTIES)
    moments, changes = encode_histories(histories, PLACES, cells)
    rows = cells.rows()
    assert len(rows) <= len({*STANDINGS, NOTHING_KNOWN, NOT_WORKED_OUT})
    current: dict[int, list[tuple[int, Any]]] = {0: [], 1: []}
    shown: dict[str, tuple[Segment, ...]] = {"a": (), "b": ()}
    assert moments == sorted(moments)
    first = min((day for day, _ in told), default=0)
    for number, moment in enumerate(moments):
        for place, keep, *flat in changes[number]:
            new = [(flat[n], rows[flat[n + 1]]) for n in range(0, len(flat), 2)]
            current[place] = current[place][:keep] + new
        day = moment - moments[0] + first
        shown.update({place: found for (when, place), found in told.items() if when == day})
        for name, place in PLACES.items():
            expected = [(one.start, _row(one.standing)) for one in shown[name]]
            found = [
                (date.fromordinal(when + date(1970, 1, 1).toordinal()), row) for when, row in current[place]
            ]
            assert found == expected


def _row(one: Standing) -> Any:
    cells = Cells(PARTIES)
    number = cells.number(one)
    return cells.rows()[number]


def test_what_is_not_known_or_not_worked_out_is_always_the_same_cell() -> None:
    assert Cells({}).rows() == [("unknown", None, None, 0.0, why, 0, None, []) for why in ("none", "ahead")]


def test_a_moment_at_which_nothing_changed_is_empty() -> None:
    one = History(DAY, "a", (Segment(DAY, STANDINGS[1]),))
    again = History(DAY + timedelta(days=1), "a", one.segments)
    _, changes = encode_histories([one, again], PLACES, Cells(PARTIES))
    assert changes[1] == []


@pytest.mark.parametrize(
    ("probability", "shown"),
    [(0.9499, 0.949), (0.9485, 0.949), (0.95, 0.95), (0.951, 0.95), (0.944, 0.94), (0.7996, 0.799)],
)
def test_a_probability_keeps_its_word(probability: float, shown: float) -> None:
    """Rounded to hundredths, .9485 would be "almost certain"."""
    assert shown_probability(probability) == shown
