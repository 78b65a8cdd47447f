"""Labels beside dots: the first ones where there is room, none over another, a dot or the edge.

For the most important ones room is looked for further away too, with a thin line to the dot.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from math import cos, pi, sin

from whoholds.exports.svg_text import width_of

CELL = 48.0  # pixels of the squares in which what is near is looked for
GAP = 2.0
LED = 12  # labels that may stand further away
_BEFORE = {"start": 0.0, "middle": 0.5, "end": 1.0}  # share of the words left of their anchor
Rect = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(frozen=True, slots=True)
class Dot:
    """A dot with its words, as far as its mark reaches."""

    x: float
    y: float
    reach: float
    words: str


@dataclass(frozen=True, slots=True)
class Label:
    """Words on a baseline; `x` is their left end, middle or right end by `anchor` (start, middle, end).

    `line`: from the dot to the words, where they do not stand beside it.
    """

    x: float
    y: float
    anchor: str
    words: str
    line: Rect | None = None


class Room:
    """What is taken already."""

    def __init__(self, frame: Rect) -> None:
        self._frame = frame
        self._cells: dict[tuple[int, int], list[Rect]] = defaultdict(list)

    def take(self, rect: Rect) -> None:
        """Nothing more may stand here."""
        for cell in _cells(rect):
            self._cells[cell].append(rect)

    def is_free(self, rect: Rect) -> bool:
        """True where it lies inside the frame and over nothing that is taken."""
        left, top, right, bottom = self._frame
        if rect[0] < left or rect[1] < top or rect[2] > right or rect[3] > bottom:
            return False
        return not any(_meet(rect, other) for cell in _cells(rect) for other in self._cells.get(cell, ()))


def place_labels(dots: Iterable[Dot], frame: Rect, size: float) -> list[Label]:
    """The labels that have room, for dots in order of importance; `size` of the letters in pixels."""
    told, room = [dot for dot in dots if dot.words], Room(frame)
    for dot in told:
        room.take((dot.x - dot.reach, dot.y - dot.reach, dot.x + dot.reach, dot.y + dot.reach))
    placed = []
    for number, dot in enumerate(told):
        wide = width_of(dot.words, size)
        ways = (*_beside(dot, size), *(_away(dot, size) if number < LED else ()))
        for label in ways:
            left = label.x - wide * _BEFORE[label.anchor]
            rect = (left - GAP, label.y - 0.85 * size, left + wide + GAP, label.y + 0.3 * size)
            if room.is_free(rect):
                room.take(rect)
                placed.append(label)
                break
    return placed


def _beside(dot: Dot, size: float) -> Iterator[Label]:
    """Right, left, above, below; then above and below, flush with the dot's left or right edge."""
    away, middle = dot.reach + GAP + 1, dot.y + 0.32 * size
    above, below = dot.y - dot.reach - 0.35 * size, dot.y + dot.reach + 0.95 * size
    ways = [(dot.x + away, middle, "start"), (dot.x - away, middle, "end")]
    ways += [(dot.x, above, "middle"), (dot.x, below, "middle")]
    ways += [(dot.x - dot.reach, y, "start") for y in (above, below)]
    ways += [(dot.x + dot.reach, y, "end") for y in (above, below)]
    for x, y, anchor in ways:
        yield Label(round(x, 1), round(y, 1), anchor, dot.words)


def _away(dot: Dot, size: float) -> Iterator[Label]:
    """All round the dot, further and further away, with a line to it."""
    for step, turn in product(range(1, 6), range(16)):
        across, down = cos(turn * pi / 8), sin(turn * pi / 8)
        far = dot.reach + step * 1.6 * size
        x, y = dot.x + far * across, dot.y + far * down
        anchor = "start" if across > 0.3 else "end" if across < -0.3 else "middle"
        near = (dot.x + dot.reach * across, dot.y + dot.reach * down)
        end = (x, y + (0 if anchor != "middle" else -0.5 * size if down > 0 else 0.35 * size))
        line = (round(near[0], 1), round(near[1], 1), round(end[0], 1), round(end[1], 1))
        beside = {"start": 3, "middle": 0, "end": -3}[anchor]
        yield Label(round(x + beside, 1), round(y + 0.32 * size, 1), anchor, dot.words, line)


def _cells(rect: Rect) -> Iterator[tuple[int, int]]:
    for column in range(int(rect[0] // CELL), int(rect[2] // CELL) + 1):
        for row in range(int(rect[1] // CELL), int(rect[3] // CELL) + 1):
            yield column, row


def _meet(one: Rect, other: Rect) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
