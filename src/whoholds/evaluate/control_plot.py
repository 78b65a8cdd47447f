"""The reliability plot: how often it was true what was told with a probability; as SVG and as PNG."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

from whoholds.evaluate.control import METHOD, ControlReport
from whoholds.evaluate.control_glyphs import GLYPHS

SIZE, LEFT, TOP, SIDE = 420, 60, 40, 320  # pixels: the picture, the frame's corner, the frame
WHITE, GREY, BLACK = (255, 255, 255), (170, 170, 170), (40, 40, 40)
COLOURS = ((0, 114, 178), (213, 94, 0), (0, 158, 115), (148, 103, 189))  # apart for colour-blind eyes too
Bins = Sequence[tuple[int, float, int]]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Curve:
    """One line of the plot: its name, and bins of (days, sum of probabilities told, days true)."""

    name: str
    bins: Bins

    @property
    def points(self) -> list[Point]:
        """(probability told, share true) of every bin with days in it."""
        return [(told / days, right / days) for days, told, right in self.bins if days]


def write_plots(report: ControlReport, folder: Path) -> tuple[Path, Path]:
    """reliability.svg and reliability.png of the method in a folder, which is made where it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    curves = [
        Curve(f"{mode}, {name} places", days.bins)
        for mode, scores in report.scores.items()
        for name, days in (("moving", scores[METHOD].moving), ("all", scores[METHOD].days))
    ]
    svg, png = folder / "reliability.svg", folder / "reliability.png"
    title = "Who holds a place: told and true"
    svg.write_text(to_svg(curves, title), encoding="utf-8")
    png.write_bytes(to_png(curves, title))
    return svg, png


def to_svg(curves: Sequence[Curve], title: str) -> str:
    """The plot as SVG: a square from 0 to 1, the diagonal, a line with dots for each curve, a legend."""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIZE} {SIZE}" font-family="sans-serif" '
        f'font-size="12" role="img" aria-label="{_escaped(title)}">',
        f'<rect width="{SIZE}" height="{SIZE}" fill="white"/>',
        f'<text x="{LEFT}" y="22" font-size="14">{_escaped(title)}</text>',
        f'<rect x="{LEFT}" y="{TOP}" width="{SIDE}" height="{SIDE}" fill="none" stroke="#aaa"/>',
        f'<line x1="{LEFT}" y1="{TOP + SIDE}" x2="{LEFT + SIDE}" y2="{TOP}" stroke="#aaa"/>',
        f'<text x="{LEFT + SIDE / 2}" y="{SIZE - 12}" text-anchor="middle">probability told</text>',
        f'<text transform="translate(16 {TOP + SIDE / 2}) rotate(-90)" text-anchor="middle">'
        "share true</text>",
    ]
    for tenth in range(0, 11, 2):
        x, y = _at((tenth / 10, tenth / 10))
        parts.append(f'<text x="{x}" y="{TOP + SIDE + 16}" text-anchor="middle">{tenth / 10:g}</text>')
        parts.append(f'<text x="{LEFT - 6}" y="{y + 4}" text-anchor="end">{tenth / 10:g}</text>')
    for number, curve in enumerate(curves):
        parts += _svg_curve(curve, "#{:02x}{:02x}{:02x}".format(*_colour(number)), TOP + 18 + 16 * number)
    return "\n".join((*parts, "</svg>", ""))


def to_png(curves: Sequence[Curve], title: str) -> bytes:
    """The same plot as PNG (words in small capitals)."""
    pixels = np.full((SIZE, SIZE, 3), WHITE, np.uint8)
    corner, far = (LEFT, TOP + SIDE), (LEFT + SIDE, TOP)
    for end in ((far[0], corner[1]), (corner[0], far[1]), far):
        _line(pixels, corner, end, GREY)
    _line(pixels, far, (far[0], corner[1]), GREY)
    _line(pixels, far, (corner[0], far[1]), GREY)
    _write(pixels, (LEFT, 16), title, BLACK)
    _write(pixels, (LEFT + SIDE // 2 - 60, SIZE - 24), "probability told", BLACK)
    _write(pixels, (LEFT, TOP - 12), "share true", BLACK)
    for tenth in range(0, 11, 2):
        x, y = _at((tenth / 10, tenth / 10))
        _write(pixels, (round(x) - 8, TOP + SIDE + 8), f"{tenth / 10:g}", BLACK)
        _write(pixels, (LEFT - 30, round(y) - 5), f"{tenth / 10:g}", BLACK)
    for number, curve in enumerate(curves):
        colour, points = _colour(number), [_at(point) for point in curve.points]
        for one, other in pairwise(points):
            _line(pixels, one, other, colour)
        for x, y in points:
            pixels[round(y) - 3 : round(y) + 4, round(x) - 3 : round(x) + 4] = colour
        _write(pixels, (LEFT + 12, TOP + 10 + 16 * number), curve.name, colour)
    return _png(pixels)


def _svg_curve(curve: Curve, colour: str, y: int) -> list[str]:
    points = [_at(point) for point in curve.points]
    path = " ".join(f"{x:.1f},{at:.1f}" for x, at in points)
    dots = [f'<circle cx="{x:.1f}" cy="{at:.1f}" r="3.5" fill="{colour}"/>' for x, at in points]
    return [
        f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>',
        *dots,
        f'<text x="{LEFT + 12}" y="{y}" fill="{colour}">{_escaped(curve.name)}</text>',
    ]


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def _colour(number: int) -> tuple[int, int, int]:
    return COLOURS[number % len(COLOURS)]


def _at(point: Point) -> Point:
    """Where a point of the unit square lies in the picture."""
    return LEFT + point[0] * SIDE, TOP + (1 - point[1]) * SIDE


Pixels = npt.NDArray[np.uint8]


def _line(pixels: Pixels, one: Point, other: Point, colour: tuple[int, int, int]) -> None:
    steps = int(max(abs(one[0] - other[0]), abs(one[1] - other[1]))) + 1
    xs = np.linspace(one[0], other[0], steps).round().astype(int)
    ys = np.linspace(one[1], other[1], steps).round().astype(int)
    pixels[ys, xs] = colour


def _write(pixels: Pixels, at: tuple[int, int], words: str, colour: tuple[int, int, int]) -> None:
    """Words in letters of 3 x 5 dots, each dot of 2 x 2 pixels; letters that there are not are left blank."""
    x, y = at
    for letter in words.upper():
        for row, dots in enumerate(GLYPHS.get(letter, ())):
            for column, dot in enumerate(dots):
                if dot == "#" and x + 2 * column + 2 <= SIZE:
                    pixels[y + 2 * row : y + 2 * row + 2, x + 2 * column : x + 2 * column + 2] = colour
        x += 8


def _png(pixels: Pixels) -> bytes:
    scanlines = np.hstack([np.zeros((SIZE, 1), np.uint8), pixels.reshape(SIZE, -1)])
    return b"".join((
        b"\x89PNG\r\n\x1a\n",
        _chunk(b"IHDR", struct.pack(">IIBBBBB", SIZE, SIZE, 8, 2, 0, 0, 0)),
        _chunk(b"IDAT", zlib.compress(scanlines.tobytes(), 9)),
        _chunk(b"IEND", b""),
    ))  # fmt: skip


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
