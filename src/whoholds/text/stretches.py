"""Things by where they stand in a text: what is near some words is found without going through all."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Generic, Protocol, TypeVar

from whoholds.model import Span

_WIDTH = 2000  # characters of one drawer: about as long as the longest quotation


class Spanned(Protocol):
    """What stands somewhere in a text."""

    @property
    def span(self) -> Span:
        """Where."""


T = TypeVar("T", bound=Spanned)


class InOrder(Generic[T]):
    """Things in the order in which they begin."""

    def __init__(self, things: Iterable[T]) -> None:
        self._things = tuple(things)
        self._starts = [thing.span.start for thing in self._things]
        self._longest = max((thing.span.end - thing.span.start for thing in self._things), default=0)

    def beginning_in(self, span: Span) -> Sequence[T]:
        """Those that begin inside a span."""
        first = bisect_left(self._starts, span.start)
        return self._things[first : bisect_left(self._starts, span.end, first)]

    def meeting(self, span: Span) -> list[T]:
        """Those that share a character with a span."""
        first = bisect_left(self._starts, span.start - self._longest)
        last = bisect_left(self._starts, span.end, first)
        return [thing for thing in self._things[first:last] if thing.span.meets(span)]


class Covered:
    """The parts of a text that spans cover, in whatever order and however they overlap."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans):
            if self._ends and span.start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def meets(self, span: Span) -> bool:
        """True when a span shares a character with one of them."""
        last = bisect_left(self._starts, span.end) - 1
        return last >= 0 and span.start < self._ends[last]


class Drawers:
    """Numbers of things that may stand in several stretches, kept by the stretches of text they touch."""

    def __init__(self) -> None:
        self._drawers: dict[int, list[int]] = defaultdict(list)

    def add(self, number: int, span: Span) -> None:
        """Keep a number under a span of the text."""
        for drawer in range(span.start // _WIDTH, span.end // _WIDTH + 1):
            self._drawers[drawer].append(number)

    def near(self, span: Span) -> list[int]:
        """The numbers of all that can touch a span, and of others near it, in order and each once."""
        drawers = range(span.start // _WIDTH, span.end // _WIDTH + 1)
        return sorted({number for drawer in drawers for number in self._drawers.get(drawer, ())})
