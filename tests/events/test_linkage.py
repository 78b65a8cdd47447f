"""Groups by mean likeness."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from whoholds.events.linkage import groups_of

PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1]),
    st.floats(0, 5, allow_nan=False),
)


def test_alike_things_are_one_group() -> None:
    assert groups_of(3, {(0, 1): 4.0, (1, 2): 1.0}, threshold=3.0) == ((0, 1), (2,))


def test_a_chain_is_no_group() -> None:
    assert groups_of(3, {(0, 1): 4.0, (1, 2): 3.5}, threshold=3.0) == ((0, 1), (2,))


def test_groups_are_joined_when_all_members_are_alike_on_average() -> None:
    pairs = {(0, 1): 4.0, (1, 2): 3.5, (0, 2): 2.5}
    assert groups_of(3, pairs, threshold=3.0) == ((0, 1, 2),)


@given(PAIRS)
def test_everything_is_in_one_group(pairs: dict[tuple[int, int], float]) -> None:
    groups = groups_of(8, pairs, threshold=3.0)
    assert sorted(member for group in groups for member in group) == list(range(8))
    backwards = dict(reversed(pairs.items()))
    assert groups_of(8, backwards, threshold=3.0) == groups
