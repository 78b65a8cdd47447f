"""The map as a drawing (SVG): provinces, places by holder and state, labels, legend, clocks, credits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import sqrt

from whoholds.errors import InputError
from whoholds.exports.colour_sight import alike_colours
from whoholds.exports.map_frame import Box, Frame, box_of, crowding
from whoholds.exports.map_labels import Dot, place_labels
from whoholds.exports.map_legend import Entry, columns, draw_legend, legend_of, rarer_marks
from whoholds.exports.map_marks import DOT, EDGE, mark, paint_of, radius_of, reach_of
from whoholds.exports.map_panel import Panel, map_colours, panel_of
from whoholds.exports.map_spots import Ground, Spot, is_area, is_dot
from whoholds.exports.map_words import Line, draw_lines, foot_lines, head_lines, height_of
from whoholds.exports.selection import Selection
from whoholds.exports.svg_text import clean, isolated, quoted
from whoholds.exports.symbology import symbology
from whoholds.model import content_key
from whoholds.wording import place_words

FONTS = "'Noto Sans','Noto Sans Arabic','DejaVu Sans',sans-serif"
MARGIN, PANEL, BESIDE = 16.0, 270.0, 760  # pixels; from BESIDE on the legend stands beside the map
SMALLEST, LARGEST = 320, 4000  # pixels, wide and high
LEAST_MAP = 140.0  # pixels of height that a map needs
LETTERS = 12.0


@dataclass(frozen=True, slots=True)
class Look:
    """How a map is drawn: title, size in pixels, colours (#rrggbb) of parties in place of the palette's.

    Without a height it is as high as what is shown needs. Raises InputError for a size out of bounds.
    """

    title: str | None = None
    width: int = 1200
    height: int | None = None
    colours: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name, pixels in (("wide", self.width), ("high", self.height)):
            if pixels is not None and not SMALLEST <= pixels <= LARGEST:
                raise InputError(
                    f"A picture {pixels} pixels {name} is not drawn. Give {SMALLEST} to {LARGEST}."
                )


@dataclass(frozen=True, slots=True)
class Scene:
    """What the pictures of one series share: ground, extent, colours of parties, what the legend lists.

    `top` and `map_height`: where the map begins at the least, and how high it is, in pixels; by `same_size`.
    """

    ground: Ground
    box: Box
    colours: Mapping[str, str]
    shown: frozenset[str]
    top: float = 0.0
    map_height: float | None = None


def scene_of(panels: Sequence[Panel], ground: Ground, look: Look) -> Scene:
    """The scene in which all of these panels can be drawn. Raises InputError for a colour that is none."""
    told = [spot for one in panels for spot in one.spots]
    parties = frozenset(party for one in panels for party in one.parties)
    colours = map_colours(panels, ground.order, look.colours)
    return Scene(ground, box_of(_points(told, ground)), colours, parties | rarer_marks(told))


def colour_findings(scene: Scene, look: Look) -> list[str]:
    """Sentences on the colours: parties drawn that look alike to some, chosen ones that nobody has."""
    drawn = {name: colour for name, colour in scene.colours.items() if name in scene.shown}
    unused = [name for name in look.colours if name not in scene.colours]
    return [
        *(one.words for one in alike_colours(drawn)),
        *(f"No party here is called {clean(name)}, so its colour is not used." for name in unused),
    ]


def _points(spots: Iterable[Spot], ground: Ground) -> Iterator[tuple[float, float]]:
    for spot in spots:
        if is_area(spot, ground):
            yield from (point for ring in ground.outlines[spot.place.id] for point in ring)
        elif is_dot(spot):
            yield spot.place.lon or 0.0, spot.place.lat or 0.0


def map_svg(selection: Selection, ground: Ground, look: Look | None = None) -> str:
    """The drawing of a selection. A pure function of what is given.

    Raises InputError where the height given leaves no room for a map, or a colour is none.
    """
    drawn, panel = look or Look(), panel_of(selection, ground)
    return panel_svg(panel, scene_of([panel], ground, drawn), drawn)


def panel_svg(panel: Panel, scene: Scene, look: Look) -> str:
    """The drawing of one panel of a series. Raises InputError as `map_svg` does."""
    return _apart(_Drawing(panel, scene, look).svg())


def _apart(svg: str) -> str:
    """The drawing with ids of its own: two of them in one document do not take each other's patterns."""
    key = f"m{content_key(svg)[:10]}"
    return svg.replace(' id="', f' id="{key}-').replace('"url(#', f'"url(#{key}-')


def same_size(panels: Sequence[Panel], scene: Scene, look: Look) -> tuple[Scene, Look]:
    """Scene and look with which all of these panels have one size, and the map stands in one place of it.

    Raises InputError as `map_svg` does, and ValueError without panels.
    """
    top = max(_Drawing(one, scene, look).frame.y for one in panels)
    drawn = [_Drawing(one, replace(scene, top=top), look) for one in panels]
    maps = [one.frame.height for one in drawn]
    tall = max(maps) if look.height is None else min(maps)
    high = look.height or max(round(one.high - one.frame.height + tall) for one in drawn)
    return replace(scene, top=top, map_height=tall), replace(look, height=min(high, LARGEST))


class _Drawing:
    def __init__(self, panel: Panel, scene: Scene, look: Look) -> None:
        self.panel, self.scene, self.look, self.ground = panel, scene, look, scene.ground
        self.spots = panel.spots
        self.paint = paint_of(self.spots, scene.colours)
        self.inner = look.width - 2 * MARGIN
        self.head: list[Line] = head_lines(panel, look.title, self.inner)
        self.foot: list[Line] = foot_lines(panel, self.inner)
        self.beside = look.width >= BESIDE
        self._arrange()

    def _arrange(self) -> None:
        """Where map and legend stand, and how high all is."""
        top = max(self.scene.top, MARGIN + height_of(self.head) + 10)
        many = 1 if self.beside else max(1, int(self.inner // 240))
        wide = PANEL if self.beside else self.inner / many
        self.entries: list[Entry] = legend_of(self.spots, self.scene.colours, self.scene.shown, wide - 8)
        _, legend = columns(self.entries, 0, 0, wide, many)
        width = self.inner - (PANEL + MARGIN if self.beside else 0)
        below = height_of(self.foot) + MARGIN + 8 + (0 if self.beside else legend + 10)
        least = legend if self.beside else 0
        height = self.scene.map_height or self._map_height(width, top + below, least)
        self.frame = Frame(MARGIN, top, width, height, self.scene.box.to_shape(width / height))
        at = (MARGIN + width + MARGIN, top) if self.beside else (MARGIN, top + height + 10)
        self.corners, _ = columns(self.entries, *at, wide, many)
        self.high = self.look.height or round(top + height + below)

    def _map_height(self, width: float, around: float, least: float) -> float:
        if self.look.height is None:
            return round(max(least, LEAST_MAP, min(width / self.scene.box.shape, 0.85 * width)))
        height = self.look.height - around
        if height < max(least, LEAST_MAP):
            raise InputError(
                f"A picture {self.look.height} pixels high has no room for map and legend. "
                f"Give {round(around + max(least, LEAST_MAP)) + 1} or more, or leave the height out."
            )
        return height

    def svg(self) -> str:
        look, frame = self.look, self.frame
        size = f'width="{look.width}" height="{self.high}" viewBox="0 0 {look.width} {self.high}"'
        name = quoted(f"{clean(look.title or '')} {self.panel.clocks}".strip())
        edges = f'x="{frame.x:g}" y="{frame.y:g}" width="{frame.width:g}" height="{frame.height:g}"'
        parts = [
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" {size} font-family="{FONTS}" '
            f'font-size="{LETTERS:g}" fill="{EDGE}">',
            f"<title>{name}</title>", "<defs>", *self.paint.patterns(),
            f'<clipPath id="frame"><rect {edges}/></clipPath></defs>',
            f'<rect width="{look.width}" height="{self.high}" fill="#ffffff"/>',
            *draw_lines(self.head, MARGIN, MARGIN - 4),
            f'<rect {edges} fill="#eef1f3"/>', '<g clip-path="url(#frame)">',
            *self._provinces(), *self._areas(), *self._dots(), "</g>",
            f'<rect {edges} fill="none" stroke="#8a8f96"/>',
            *draw_legend(self.entries, self.corners),
            *draw_lines(self.foot, MARGIN, self.high - MARGIN - height_of(self.foot)), "</svg>",
        ]  # fmt: skip
        return "\n".join(parts) + "\n"

    def _provinces(self) -> Iterator[str]:
        path = "".join(self.frame.path(rings) for rings in self.ground.outlines.values())
        if path:
            line = max(
                0.35, 0.8 - (self.frame.box.north - self.frame.box.south) / 80
            )  # thin where many are seen
            look = f'fill="#ffffff" fill-rule="evenodd" stroke="#a9afb6" stroke-width="{line:.2f}"'
            yield f'<path d="{path}" {look}/>'

    def _areas(self) -> Iterator[str]:
        """Provinces of which something is said as a whole."""
        opacity = symbology()["area_opacity"]
        for spot in (one for one in self.spots if is_area(one, self.ground)):
            path, status = self.frame.path(self.ground.outlines[spot.place.id]), spot.standing.status
            line = EDGE if status != "unknown" else symbology()["unknown"]
            dash = ' stroke-dasharray="5 3"' if status == "leaning" or spot.stale else ""
            yield self._open("area", spot)
            yield (
                f'<path d="{path}" fill="{self.paint.fill(spot)}" fill-opacity="{opacity}" '
                f'fill-rule="evenodd" stroke="{line}" stroke-width="1.4"{dash}/></g>'
            )

    def _dots(self) -> Iterator[str]:
        areas = [one for one in self.spots if is_area(one, self.ground)]
        spots = [one for one in self.spots if is_dot(one) and not is_area(one, self.ground)]
        scale = self._scale(spots)
        dots = [self._dot(spot, scale) for spot in spots]
        for spot, dot in zip(spots, dots, strict=True):
            size = dot.reach / reach_of(spot)
            yield self._open("dot", spot, f' transform="translate({dot.x:g} {dot.y:g}) scale({size:.3f})"')
            yield "".join(mark(spot, self.paint)) + "</g>"
        names = (Dot(*self._at(one), 3, isolated(place_words(one.place), 40)) for one in areas if is_dot(one))
        yield from self._labels([*dots, *names])

    def _labels(self, dots: Sequence[Dot]) -> Iterator[str]:
        frame = self.frame
        inside = (frame.x + 2, frame.y + 2, frame.x + frame.width - 2, frame.y + frame.height - 2)
        halo = 'paint-order="stroke" stroke="#ffffff" stroke-width="3" stroke-linejoin="round"'
        yield f'<g class="labels" {halo}>'
        for label in place_labels(dots, inside, LETTERS):
            if label.line is not None:
                x, y, to_x, to_y = label.line
                yield f'<path d="M{x:g} {y:g}L{to_x:g} {to_y:g}" stroke="{EDGE}" stroke-width=".8"/>'
            anchor = f' text-anchor="{label.anchor}"'
            yield f'<text x="{label.x:g}" y="{label.y:g}"{anchor}>{quoted(label.words)}</text>'
        yield "</g>"

    def _scale(self, spots: Sequence[Spot]) -> float:
        """How large dots are, where one that stands alone is 1: smaller where many stand near each other."""
        room = self.frame.width * self.frame.height / max(1, len(spots))
        return min(1.0, max(0.42, min(sqrt(room / 4500), crowding(list(map(self._at, spots))) / 16)))

    def _dot(self, spot: Spot, scale: float) -> Dot:
        reach = radius_of(spot.place.population) * scale / DOT * reach_of(spot)
        return Dot(*self._at(spot), reach, self._label(spot))

    def _at(self, spot: Spot) -> tuple[float, float]:
        return self.frame.at(spot.place.lon or 0.0, spot.place.lat or 0.0)

    def _label(self, spot: Spot) -> str:
        """The name; with the party where its colour is that of all beyond the palette."""
        words, grey = isolated(spot.place.name, 40), symbology()["beyond_palette"]
        alike = [party for party in spot.parties if self.scene.colours[party] == grey]
        return f"{words} ({', '.join(isolated(party, 30) for party in alike)})" if alike else words

    def _open(self, kind: str, spot: Spot, more: str = "") -> str:
        words = f"{isolated(spot.place.name)}: {clean(spot.words, 200)}"
        state = f'data-place="{quoted(clean(spot.place.id))}" data-state="{quoted(spot.standing.status)}"'
        return f'<g class="{kind}" {state}{more}><title>{quoted(words)}</title>'
