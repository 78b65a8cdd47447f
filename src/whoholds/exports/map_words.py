"""The words around a drawn map: title, both clocks, what was asked for, banner, method, credits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from whoholds.exports.credits import CREDITS
from whoholds.exports.map_panel import Panel
from whoholds.exports.svg_text import clean, quoted, wrapped
from whoholds.exports.symbology import symbology

TITLE = "Who holds which place"
BANNER = "Reports gathered, not verified facts."


@dataclass(frozen=True, slots=True)
class Line:
    """A line of words: size of its letters in pixels, and whether they are bold."""

    words: str
    size: float
    bold: bool = False
    colour: str = "#1c2024"


def head_lines(panel: Panel, title: str | None, wide: float) -> list[Line]:
    """Title, both clocks, filters, banner; wrapped."""
    lines = [Line(one, 19, True) for one in wrapped(clean(title or TITLE, 200), 20, wide)]
    lines += [Line(one, 14, True) for one in wrapped(panel.clocks, 14.6, wide)]
    lines += [Line(one, 12.5) for one in (wrapped(panel.asked, 12.5, wide) if panel.asked else ())]
    return lines + [Line(one, 12.5, colour="#7a2e12") for one in wrapped(BANNER, 12.5, wide)]


def foot_lines(panel: Panel, wide: float) -> list[Line]:
    """What is not drawn, method and ledger, borders, credits; wrapped."""
    words = [
        f"Not on the map, but counted: {panel.hidden:,} (position not known, or as wide as a country)."
        if panel.hidden else "",
        f"Method {panel.method} · ledger {panel.recorded}.",
        symbology()["neutral_outlines"],
        CREDITS,
    ]  # fmt: skip
    return [
        Line(one, 11, colour="#4a525b")
        for told in words
        if told
        for one in wrapped(clean(told, 400), 11, wide)
    ]


def draw_lines(lines: Sequence[Line], x: float, y: float) -> Iterator[str]:
    """The lines, below each other, from a pixel on."""
    for line in lines:
        y += line.size * 1.32
        weight = ' font-weight="bold"' if line.bold else ""
        yield (
            f'<text x="{x:g}" y="{y:.1f}" font-size="{line.size:g}" fill="{line.colour}"{weight}>'
            f"{quoted(line.words)}</text>"
        )


def height_of(lines: Sequence[Line]) -> float:
    """Pixels."""
    return sum(line.size * 1.32 for line in lines)
