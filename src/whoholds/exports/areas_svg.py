"""A drawing of areas (SVG): cells by colour and pattern, provinces and places, a legend in km²."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from math import cos, radians
from typing import Any

from whoholds.areas import Areas, Extent, extents_of, merged
from whoholds.exports.areas_plain import NOT_REPORTED, alike, clock_words, label_words, range_words
from whoholds.exports.party_colours import colours_of
from whoholds.exports.symbology import symbology
from whoholds.gazetteer import Ring
from whoholds.model import Place
from whoholds.wording import shown

WIDTH, MARGIN, LINE = 900, 16, 20
AROUND = 0.4  # degrees drawn around the cells
GREY = "#6B6B6B"
MEANING = (
    "Filled: near enough to a place to be drawn whole. Hatched: fading, up to 25 km. "
    "Dotted: unknown. White: nothing is said."
)
PATTERN = (
    '<pattern id="{id}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="6" height="6" fill="#fff"/><rect width="{wide}" height="6" fill="{colour}"/></pattern>'
)
DOTS = (
    '<pattern id="unknown" width="6" height="6" patternUnits="userSpaceOnUse">'
    '<rect width="6" height="6" fill="#fff"/><circle cx="3" cy="3" r="1" fill="{colour}"/></pattern>'
)
Project = Callable[[float, float], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is drawn besides the cells: rings of provinces (longitude, latitude) and places with a point.

    `order`: the parties of the whole record, as they take their colours.
    """

    provinces: Sequence[Ring] = ()
    places: Sequence[Place] = ()
    order: Sequence[str] = ()


def areas_svg(areas: Areas, drawn: Drawn) -> str:
    """Solid cells are filled, fading ones hatched, unknown ones dotted, contested ones striped."""
    parties = sorted({cell.party for cell in areas.cells if cell.party is not None})
    every = colours_of(drawn.order or parties, others=parties)
    colours = {name: every[name] for name in parties}
    box = _box(areas)
    scale = (WIDTH - 2 * MARGIN) / max((box[2] - box[0]) * cos(radians((box[1] + box[3]) / 2)), 1e-6)
    down = (box[3] - box[1]) * scale

    def project(lon: float, lat: float) -> tuple[float, float]:
        x = (lon - box[0]) * cos(radians((box[1] + box[3]) / 2)) * scale
        return round(MARGIN + x, 1), round(MARGIN + LINE + (box[3] - lat) * scale, 1)

    extents = extents_of(areas)
    high = down + 2 * MARGIN + LINE * (len(extents) + 6)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{high:.0f}" '
        f'viewBox="0 0 {WIDTH} {high:.0f}" font-family="sans-serif" font-size="13" fill="#1c2024">',
        f"<title>{escape(f'Areas {clock_words(areas)}, {label_words(areas)}')}</title>",
        "<defs>", *_patterns(colours),
        f'<clipPath id="map"><rect x="{MARGIN}" y="{MARGIN + LINE}" width="{WIDTH - 2 * MARGIN}" '
        f'height="{down:.0f}"/></clipPath></defs>',
        f'<rect width="{WIDTH}" height="{high:.0f}" fill="#fff"/>',
        _text(MARGIN, MARGIN + 6, f"Areas {clock_words(areas)}: {label_words(areas)}", bold=True),
        '<g clip-path="url(#map)">',
        *_cells(areas, colours, project), *_provinces(drawn, project), *_places(drawn, project), "</g>",
        *_legend(extents, colours, MARGIN + LINE * 2 + down), "</svg>",
    ]  # fmt: skip
    return "\n".join(parts) + "\n"


def _box(areas: Areas) -> tuple[float, float, float, float]:
    """West, south, east, north; without cells, all the world."""
    lons, lats = [cell.lon for cell in areas.cells], [cell.lat for cell in areas.cells]
    if not lons:
        return -180.0, -60.0, 180.0, 75.0
    return min(lons) - AROUND, min(lats) - AROUND, max(lons) + AROUND, max(lats) + AROUND


def _patterns(colours: dict[str, str]) -> Iterator[str]:
    yield DOTS.format(colour=symbology()["unknown"])
    yield PATTERN.format(id="contested", wide=3, colour=GREY)
    for number, colour in enumerate(colours.values()):
        yield PATTERN.format(id=f"fading{number}", wide=1.6, colour=colour)


def _fill(status: str, party: str | None, solid: bool, colours: dict[str, str]) -> str:
    if party is None:
        return f"url(#{status})"
    return colours[party] if solid else f"url(#fading{list(colours).index(party)})"


def _cells(areas: Areas, colours: dict[str, str], project: Project) -> Iterator[str]:
    """Unknown first, what is solid last, so that no outline hides another's."""
    groups = sorted(alike(areas.cells).items(), key=lambda one: (one[0][1] is not None, one[0][2]))
    for (status, party, solid), cells in groups:
        line = colours[party] if party is not None else GREY
        dash = "" if status in ("held", "contested") else ' stroke-dasharray="4 2"'
        width = 1.2 if status == "held" else 0.8
        path = _path(merged(cell.id for cell in cells), project)
        fill = _fill(status, party, solid, colours)
        look = f'fill="{fill}" fill-rule="evenodd" stroke="{line}" stroke-width="{width}"{dash}'
        yield f'<path d="{path}" {look}/>'


def _path(shape: dict[str, Any], project: Project) -> str:
    return "".join(_ring(ring, project) for polygon in shape["coordinates"] for ring in polygon)


def _ring(ring: Ring, project: Project) -> str:
    return "M" + "L".join(f"{x} {y}" for x, y in (project(lon, lat) for lon, lat in ring[:-1])) + "Z"


def _provinces(drawn: Drawn, project: Project) -> Iterator[str]:
    path = "".join(_ring(ring, project) for ring in drawn.provinces)
    if path:
        yield f'<path d="{path}" fill="none" stroke="#8a8f96" stroke-width="0.6"/>'


def _places(drawn: Drawn, project: Project) -> Iterator[str]:
    for place in drawn.places:
        if place.lat is not None and place.lon is not None:
            x, y = project(place.lon, place.lat)
            yield (
                f'<circle cx="{x}" cy="{y}" r="2.2" fill="#1c2024" stroke="#fff" stroke-width="0.8">'
                f"<title>{escape(shown(place.name))}</title></circle>"
            )


def _legend(extents: Sequence[Extent], colours: dict[str, str], top: float) -> Iterator[str]:
    y = top
    for one in extents:
        status = one.status or "held"
        for at, solid in ((MARGIN, True), (MARGIN + 26, False)) if one.party else ((MARGIN + 13, True),):
            fill = _fill(status, one.party, solid, colours)
            yield f'<rect x="{at}" y="{y - 11:.0f}" width="22" height="13" fill="{fill}" stroke="{GREY}"/>'
        yield _text(MARGIN + 58, y, f"{shown(one.party or status)}: {range_words(one)}")
        y += LINE
    for words in (MEANING, NOT_REPORTED, symbology()["neutral_outlines"]):
        yield _text(MARGIN, y, words)
        y += LINE


def _text(x: float, y: float, words: str, *, bold: bool = False) -> str:
    weight = ' font-weight="bold"' if bold else ""
    return f'<text x="{x:.0f}" y="{y:.0f}"{weight}>{escape(words)}</text>'
