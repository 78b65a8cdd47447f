"""Many places side by side give what the loop over each gives."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from whoholds.control.flat import Beliefs, Flat, rates_of
from whoholds.control.passes import both_passes
from whoholds.control.table import control_table
from whoholds.control.wide import wide_passes

TABLE = control_table()
STATES = 5


@st.composite
def made(draw: st.DrawFn) -> Flat:
    """Places with 2 to 5 states and up to twelve rows, some of one moment, some only asked about."""
    counts = draw(st.lists(st.integers(0, 12), min_size=1, max_size=9))
    rows, places = sum(counts), len(counts)
    dice = np.random.default_rng(draw(st.integers(0, 2**32)))
    offsets = np.cumsum([0, *counts])
    states = draw(arrays(np.int64, places, elements=st.integers(2, STATES)))
    wide = np.arange(STATES) < np.repeat(states, counts)[:, None]
    steps = draw(arrays(np.int64, rows, elements=st.sampled_from((0, 0, 1, 20, TABLE.time.story_days))))
    joined = (steps == 0) & (dice.random(rows) < 0.5)
    joined[offsets[:-1][np.diff(offsets) > 0]] = False
    prior = dice.random((places, STATES)) * (np.arange(STATES) < states[:, None])
    return Flat(
        offsets=offsets, states=states, prior=prior / prior.sum(axis=1, keepdims=True),
        day=np.cumsum(steps), clock=np.cumsum(steps) * 0.7,
        weights=dice.normal(0, 2, (rows, STATES)) * (dice.random((rows, STATES)) < 0.5) * wide,
        flow=dice.choice([0.0, 0.1, 0.9, 0.999], rows),
        gives=((dice.random((rows, STATES)) < 0.7) & wide).astype(np.uint8),
        gains=((dice.random((rows, STATES)) < 0.4) & wide).astype(np.uint8),
        joined=joined.astype(np.uint8), told=dice.integers(0, 2, rows).astype(np.uint8),
        out=dice.choice([0.01, 0.1], rows), hazard=rates_of(TABLE), story=TABLE.time.story_days,
    )  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(made())
def test_side_by_side_is_one_after_the_other(flat: Flat) -> None:
    loop, wide = (Beliefs(np.zeros_like(flat.weights), np.zeros_like(flat.weights)) for _ in range(2))
    wide_passes(flat, wide)
    both_passes(flat, loop, 0, len(flat.states))
    for told, expected in zip(wide, loop, strict=True):
        assert told == pytest.approx(expected, abs=1e-9)
