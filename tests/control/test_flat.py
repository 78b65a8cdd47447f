"""The loop over flat arrays gives what the chain in words gives."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import numpy as np
import pytest
from factories import GOVERNMENT, KUNDUZ
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from test_properties import FIRST, lists

from whoholds.control import Setting
from whoholds.control.case import prepare
from whoholds.control.chain import Run, run
from whoholds.control.clock import Nearby
from whoholds.control.flat import Case, Numbers, infer, pack
from whoholds.control.passes import both_passes
from whoholds.picture import ResolvedClaim

offsets = st.lists(st.integers(-200, 700), max_size=4).map(
    lambda found: [(FIRST + timedelta(days=days), 0.6) for days in found]
)
asked = st.lists(st.integers(-20, 900), max_size=4)
places = st.lists(st.tuples(lists, offsets, asked, st.booleans()), min_size=1, max_size=4)
Place = tuple[list[ResolvedClaim], list[Nearby], list[int], bool]


def case_of(place: Place) -> Case:
    claims, nearby, days, governed = place
    setting = Setting(GOVERNMENT if governed else None, tuple(nearby))
    case = prepare(KUNDUZ, claims, None, setting)
    return case.chain, case.rows, [FIRST, *(FIRST + timedelta(days=one) for one in days)]


@settings(max_examples=150, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(places)
def test_both_passes_are_those_of_the_chain(drawn: list[Place]) -> None:
    cases = [case_of(place) for place in drawn]
    flat = pack(cases)
    found = infer(flat)
    assert len(flat.day) == flat.offsets[-1]
    for number, (chain, rows, days) in enumerate(cases):
        expected = run(chain, rows, [*days, *chain.turns, *(row.day for row in rows)])
        start, end = flat.offsets[number], flat.offsets[number + 1]
        ends = [row for row in range(start, end) if row + 1 == end or flat.day[row + 1] != flat.day[row]]
        assert len(ends) == len(expected.smoothed)
        check(expected, found.forward[ends], found.smoothed[ends], len(chain.states))


def check(expected: Run, forward: Numbers, smoothed: Numbers, states: int) -> None:
    for told, by_hand in ((forward, expected.forward), (smoothed, expected.smoothed)):
        wanted = np.array([by_hand[day] for day in sorted(by_hand)])
        assert told[:, :states] == pytest.approx(wanted, abs=1e-9)
        assert not told[:, states:].any()


def test_a_place_again_is_that_place_alone() -> None:
    drawn: Sequence[Place] = [([], [], [5], True), ([], [(FIRST, 0.6)], [700], False)]
    flat = pack([case_of(place) for place in drawn])
    whole, again = infer(flat), infer(flat)
    again.smoothed[:] = 0
    both_passes(flat, again, 1, 2)
    start = flat.offsets[1]
    assert not again.smoothed[:start].any()
    assert again.smoothed[start:] == pytest.approx(whole.smoothed[start:], abs=1e-12)
