"""First falls and recaptures by how many others tell of them."""

from __future__ import annotations

import pytest

from whoholds.evaluate.control_changes import Heard
from whoholds.evaluate.control_flips import flips_at
from whoholds.evaluate.control_telling import CASES, Alike, Told, falls_told_alike, recaptures

A, B = "A", "B"
HELD = [A] * 10 + [B] * 20 + [A] * 20


@pytest.mark.parametrize(
    ("heard", "row"),
    [
        ([], 0),
        ([Heard(10, B, voice="the spokesman", side=B)], 0),  # the new holder's own boast
        ([Heard(10, A, left=True, voice="the other spokesman", side=A)], 1),
        ([Heard(10, B, voice="residents"), Heard(11, B, voice="residents")], 1),
        ([Heard(10, B, voice="residents"), Heard(11, B, voice="a paper")], 2),
        ([Heard(10, B, voice=f"paper {number}") for number in range(5)], 3),
        ([Heard(18, B, voice="residents")], 0),  # too late
        ([Heard(10, A, voice="residents")], 0),  # of the other party
    ],
)
def test_a_change_stands_in_the_row_of_those_who_tell_of_it(heard: list[Heard], row: int) -> None:
    first, again = flips_at([A] * 12 + [B] * 38, HELD, heard)
    assert [one.true for one in first.by_voices] == [number == row for number in range(4)]
    assert first.by_voices[row] == Told(true=1, found=1, shown=1)
    assert again.by_voices[0] == Told(true=1, found=0, shown=0)


def test_the_sum_of_the_rows_is_the_sum_of_the_changes() -> None:
    first, again = flips_at(HELD, HELD, [Heard(30, A, voice="residents")])
    both = first + again
    assert sum(both.by_voices, Told()) == Told(both.true, len(both.errors), both.shown) == Told(2, 2, 2)


NEAR = [A] * 10 + [B] * 6 + [A] * 34


@pytest.mark.parametrize(
    ("held", "heard", "rows"),
    [
        (HELD, [Heard(30, A, voice="residents")], (0, 1)),
        (HELD, [Heard(10, B, voice="residents")], (3, 0)),
        (HELD, [Heard(10, B, voice="residents"), Heard(30, A, voice="residents")], (3, 3)),
        (HELD, [Heard(day, B, voice=f"paper {day}") for day in (10, 11)], (5, 0)),
        (NEAR, [Heard(10, B, voice="residents")], (2, 0)),
        (
            NEAR,
            [*(Heard(day, B, voice=f"paper {day}") for day in (10, 11)), Heard(16, A, voice="a paper")],
            (4, 3),
        ),
    ],
)
def test_a_change_stands_beside_those_told_of_and_undone_alike(
    held: list[str], heard: list[Heard], rows: tuple[int, int]
) -> None:
    """A recapture of which others tell is told alike only where others told of the loss before it too."""
    for flips, row in zip(flips_at(held, held, heard), rows, strict=True):
        assert [one.true for one in flips.by_case] == [number == row for number in range(len(CASES))]
        assert flips.by_case[row] == Told(1, 1, 1)


def test_only_who_was_named_before_can_be_told_to_have_lost_it() -> None:
    """Of a loss that was missed the recapture is shown, and is no change."""
    heard = [Heard(10, B, voice="residents"), Heard(30, A, voice="residents")]
    first, again = flips_at([A] * 50, HELD, heard)
    assert first.by_named[3] == Told(1, 0, 0)
    assert again.by_case[3] == Told(1, 0, 1)
    assert sum(again.by_named, Told()) == Told()


def test_first_falls_are_weighted_as_recaptures_are_told() -> None:
    first = (Told(10, 2, 1), Told(10, 8, 6), Told(10, 10, 10), Told(70, 70, 70))
    again = (Told(30, 6, 6), Told(10, 9, 5), Told(), Told(60, 60, 57))
    assert falls_told_alike(first, again) == Alike((30 * 0.2 + 8 + 60) / 100, (30 * 0.1 + 6 + 60) / 100)
    assert recaptures(again) == Alike(0.75, 0.68)
    assert falls_told_alike(first, again, 1) == Alike(68 / 70, 66 / 70)
    assert recaptures(again, 1) == Alike(69 / 70, 62 / 70)


def test_nothing_is_said_of_what_was_never_told_alike() -> None:
    assert falls_told_alike((Told(), Told(1, 1, 1)), (Told(2, 1, 1), Told())) == Alike(None, None)
    assert recaptures((Told(), Told(3, 1, 1)), 2) == Alike(None, None)
    assert recaptures((Told(),)) == Alike(None, None)
