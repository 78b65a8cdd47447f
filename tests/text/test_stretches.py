"""What is found by position is what going through all finds."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from whoholds.model import Span
from whoholds.text.stretches import Covered, Drawers, InOrder

SPANS = st.builds(
    lambda start, length: Span(start, start + length), st.integers(0, 9000), st.integers(1, 4000)
)


@dataclass(frozen=True)
class Thing:
    span: Span


@given(st.lists(SPANS, max_size=30), SPANS)
def test_things_in_order(spans: list[Span], asked: Span) -> None:
    things = [Thing(span) for span in sorted(spans)]
    order = InOrder(things)
    assert list(order.beginning_in(asked)) == [
        thing for thing in things if asked.start <= thing.span.start < asked.end
    ]
    assert order.meeting(asked) == [thing for thing in things if thing.span.meets(asked)]


@given(st.lists(SPANS, max_size=30), SPANS)
def test_what_is_covered(spans: list[Span], asked: Span) -> None:
    assert Covered(spans).meets(asked) == any(span.meets(asked) for span in spans)


@given(st.lists(st.lists(SPANS, max_size=3), max_size=20), SPANS)
def test_all_that_touch_a_span_are_near_it_in_their_order(pieces: list[list[Span]], asked: Span) -> None:
    drawers = Drawers()
    for number, spans in enumerate(pieces):
        for span in spans:
            drawers.add(number, span)
    near = drawers.near(asked)
    touching = {number for number, spans in enumerate(pieces) if any(span.meets(asked) for span in spans)}
    assert near == sorted(set(near))
    assert touching <= set(near)
