"""Labels on a drawn map: none over another, a dot or the edge; important ones first."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from whoholds.exports.map_labels import Dot, Label, Rect, place_labels
from whoholds.exports.svg_text import width_of

FRAME: Rect = (0.0, 0.0, 400.0, 300.0)
SIZE = 12.0


def rect_of(label: Label) -> Rect:
    wide = width_of(label.words, SIZE)
    left = label.x - wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[label.anchor]
    return (left, label.y - 0.85 * SIZE, left + wide, label.y + 0.3 * SIZE)


def meet(one: Rect, other: Rect) -> bool:
    inside = 0.2  # positions are rounded to a tenth of a pixel
    return (
        one[0] < other[2] - inside
        and other[0] < one[2] - inside
        and one[1] < other[3] - inside
        and other[1] < one[3] - inside
    )


DOTS = st.lists(
    st.builds(
        Dot, st.floats(5, 395), st.floats(5, 295), st.floats(2, 12), st.sampled_from(["Goma", "Kunduz town"])
    ),
    max_size=40,
)


@given(DOTS)
def test_nothing_overlaps(dots: list[Dot]) -> None:
    labels = place_labels(dots, FRAME, SIZE)
    rects = [rect_of(label) for label in labels]
    assert not any(meet(one, other) for one, other in combinations(rects, 2))
    for rect in rects:
        assert rect[0] >= -0.2
        assert rect[1] >= -0.2
        assert rect[2] <= 400.2
        assert rect[3] <= 300.2
        for dot in dots:
            around = (dot.x - dot.reach, dot.y - dot.reach, dot.x + dot.reach, dot.y + dot.reach)
            assert not meet(rect, around)


def test_the_first_has_the_room() -> None:
    crowd = [Dot(200, 150, 8, "First"), *(Dot(200 + 3 * one, 150, 8, f"Other {one}") for one in range(1, 20))]
    labels = place_labels(crowd, FRAME, SIZE)
    assert labels[0].words == "First"


def test_an_important_one_is_led_out_of_a_crowd() -> None:
    ring = [Dot(200 + 22 * x, 150 + 22 * y, 11, "") for x in (-2, -1, 0, 1, 2) for y in (-1, 0, 1) if x or y]
    ring = [Dot(one.x, one.y, one.reach, f"town {number}") for number, one in enumerate(ring)]
    (capital, *_) = place_labels([Dot(200, 150, 11, "Capital"), *ring], FRAME, SIZE)
    assert capital.words == "Capital"
    assert capital.line is not None


def test_a_dot_without_words_has_no_label() -> None:
    assert place_labels([Dot(50, 50, 5, "")], FRAME, SIZE) == []
