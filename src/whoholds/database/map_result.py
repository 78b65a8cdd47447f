"""`MapResult`: the map of a day as a rich result of a notebook, and as a file in any of its forms."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from html import escape
from pathlib import Path

from whoholds.errors import InputError, WhoholdsError
from whoholds.exports import EXPORTS, Selection
from whoholds.exports.map_panel import panel_of
from whoholds.exports.map_spots import Ground
from whoholds.exports.map_svg import Look, colour_findings, map_svg, scene_of
from whoholds.exports.raster import to_png, to_webp

MOST_CLAIMS = 1_500  # of a page that a notebook makes without being asked
MOST_BYTES = 6_000_000  # of a page that a notebook holds
SUFFIXES = (".html", ".svg", ".png", ".webp", ".geojson")
CELL = (
    '<iframe title="{title}" sandbox="allow-scripts allow-downloads" '
    'style="width:100%;height:{high}px;border:1px solid #8a8f96" srcdoc="{page}"></iframe>'
)


@dataclass(frozen=True)
class MapResult:
    """The map at (on, as_of, recorded, method). Private names are withheld in every form.

    A notebook shows the page with both clocks where the record is small and nothing is filtered, else the
    drawing. `paging` makes the page; it reads the record, which must still be open then.
    """

    selection: Selection
    ground: Ground
    look: Look
    paging: Callable[[], str] = field(repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "selection", replace(self.selection, public=True))

    @cached_property
    def svg(self) -> str:
        """The drawing."""
        return map_svg(self.selection, self.ground, self.look)

    @cached_property
    def html(self) -> str:
        """The map as one page with both clocks; with a filter, the wanted claims and their places alone."""
        return self.paging()

    def png(self, *, zoom: float = 1.0) -> bytes:
        """The drawing as PNG, `zoom` times its size. Raises InputError without the extra `pictures`."""
        return to_png(self.svg, zoom=zoom)

    @property
    def findings(self) -> list[str]:
        """Sentences on the colours: parties that some or all people can hardly tell apart, worst first."""
        scene = scene_of([panel_of(self.selection, self.ground)], self.ground, self.look)
        return colour_findings(scene, self.look)

    def save(self, path: Path | str) -> Path:
        """Write the map in the form that the suffix names (.html .svg .png .webp .geojson); returns the path.

        Raises InputError for another suffix, or without the extra `pictures` for pixels; OSError where the
        file cannot be written.
        """
        to = Path(path)
        to.write_bytes(self.bytes_of(to.suffix))
        return to

    def bytes_of(self, suffix: str) -> bytes:
        """What a file with a suffix (".svg") holds. Raises InputError as `save` does."""
        forms: dict[str, Callable[[], bytes]] = {
            ".html": lambda: self.html.encode(),
            ".svg": lambda: self.svg.encode(),
            ".png": self.png,
            ".webp": lambda: to_webp(self.svg),
            ".geojson": lambda: EXPORTS["geojson"].write(self.selection).encode(),
        }
        if suffix.lower() not in forms:
            given = f"ends in {suffix!r}" if suffix else "has no suffix"
            raise InputError(f"The name of the file {given}. Give one of: {' '.join(SUFFIXES)}.")
        return forms[suffix.lower()]()

    def _repr_html_(self) -> str:
        page = self._modest_page()
        if page is None:
            return f'<div style="max-width:{self.look.width}px;overflow-x:auto">{self.svg}</div>'
        title = escape(self.look.title or "Map", quote=True)
        return CELL.format(title=title, high=640, page=escape(page, quote=True))

    def _repr_svg_(self) -> str:
        return self.svg

    def _modest_page(self) -> str | None:
        """The page where it is small enough to stand in a notebook and the record is still open."""
        if self.selection.filter.asked or len(self.selection.picture.claims) > MOST_CLAIMS:
            return None
        try:
            page = self.html
        except WhoholdsError:
            return None
        return page if len(page) <= MOST_BYTES else None


@dataclass(frozen=True, slots=True)
class Animation:
    """The maps of many days as one animated lossless WebP, with sentences on its colours."""

    webp: bytes = field(repr=False)
    frames: int
    findings: tuple[str, ...] = ()

    def save(self, path: Path | str) -> Path:
        """Write it to a .webp file; returns the path. Raises InputError for another suffix."""
        to = Path(path)
        if to.suffix.lower() != ".webp":
            raise InputError("An animation is written as .webp only. Name such a file.")
        to.write_bytes(self.webp)
        return to

    def _repr_html_(self) -> str:
        return f'<img alt="Map, day by day" src="data:image/webp;base64,{b64encode(self.webp).decode()}">'
