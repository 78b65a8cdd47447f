"""A drawing (SVG) as pixels: PNG, a still WebP, and an animation (lossless WebP)."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any

from whoholds.errors import ExtraError, InputError

PACKED_FONTS = ("fontpkg_noto_sans", "fontpkg_noto_sans_arabic")  # Latin, Greek, Cyrillic, Devanagari; Arabic
COVERED = ((0x0000, 0x058F), (0x0600, 0x06FF), (0x0750, 0x077F), (0x08A0, 0x08FF), (0x0900, 0x097F),
           (0x1E00, 0x1FFF), (0x2000, 0x22FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFF))  # fmt: skip
MOST_FRAMES = 200
MOST_PIXELS = 130_000_000  # of all frames together: half a gigabyte while the animation is made
HOLD = 4  # times as long as the others the last frame is shown


def to_png(svg: str, *, zoom: float = 1.0) -> bytes:
    """The drawing as PNG, `zoom` times its own size in pixels.

    Letters are drawn with Noto Sans and Noto Sans Arabic where the extra `pictures` brought them, else, and
    for other scripts, with the fonts of the machine. Raises ExtraError (an InputError) where the extra is
    missing or there is no font at all, InputError where the drawing cannot be read.
    """
    resvg = _needed("resvg_py")
    fonts = list(packed_fonts())
    if not fonts or not _is_covered(svg):
        fonts += machine_fonts()
    if not fonts:
        raise ExtraError(
            "There is no font to draw letters with. Install fonts: pip install 'whoholds[pictures]', "
            "or a font of the system such as DejaVu Sans."
        )
    try:
        made: bytes = resvg.svg_to_bytes(
            svg_string=svg, zoom=zoom, font_files=fonts, skip_system_fonts=True,
            sans_serif_family="Noto Sans" if packed_fonts() else "DejaVu Sans",
        )  # fmt: skip
    except ValueError as error:
        raise InputError(f"The drawing could not be turned into pixels ({error}).") from error
    return made


def has_pixels() -> bool:
    """True where the extra `pictures` is installed."""
    return all(find_spec(name) is not None for name in ("resvg_py", "PIL"))


def to_webp(svg: str) -> bytes:
    """The drawing as a still lossless WebP. Raises InputError as `to_png` does."""
    image = _needed("PIL.Image").open(BytesIO(to_png(svg))).convert("RGB")
    made = BytesIO()
    image.save(made, "WEBP", lossless=True)
    return made.getvalue()


def to_animation(drawings: Iterable[str], *, seconds: float = 0.5) -> bytes:
    """Drawings of one size as an animated lossless WebP that repeats, each shown for `seconds`.

    The last one is shown four times as long. Raises InputError as `to_png` does, and without a drawing, with
    too many, or for a time that is not between .02 and 60 seconds.
    """
    if not 0.02 <= seconds <= 60:
        raise InputError(f"A frame cannot be shown for {seconds:g} seconds. Give .02 to 60.")
    images: list[Any] = []
    module = _needed("PIL.Image")
    for svg in drawings:
        images.append(module.open(BytesIO(to_png(svg))).convert("RGB"))
        check_frames(len(images), *images[0].size)
    if not images:
        raise InputError("An animation needs at least one day.")
    each = round(seconds * 1000)
    made = BytesIO()
    images[0].save(
        made, "WEBP", save_all=True, append_images=images[1:], lossless=True, loop=0, minimize_size=True,
        duration=[*[each] * (len(images) - 1), HOLD * each],
    )  # fmt: skip
    return made.getvalue()


def check_frames(many: int, wide: int, high: int) -> None:
    """Raises InputError where an animation has more frames or pixels (of all frames) than are made."""
    if many > MOST_FRAMES or many * wide * high > MOST_PIXELS:
        most = min(MOST_FRAMES, MOST_PIXELS // (wide * high))
        raise InputError(
            f"An animation of {many:,} frames of {wide} × {high} pixels is not made: at most {most:,}. "
            "Give a larger step, fewer days, or a smaller width."
        )


@cache
def packed_fonts() -> tuple[str, ...]:
    """The font files of the extra `pictures`; upright ones only."""
    found: list[str] = []
    for package in PACKED_FONTS:
        spec = find_spec(package)
        for folder in (spec.submodule_search_locations or ()) if spec is not None else ():
            files = sorted((Path(folder) / "files").glob("*.ttf"))
            found += [str(one) for one in files if "Italic" not in one.name]
    return tuple(found)


@cache
def machine_fonts() -> tuple[str, ...]:
    """The fonts of the machine, plain ones before bold and slanted ones."""
    found = {str(one) for folder in _folders() if folder.is_dir() for one in _fonts_in(folder)}
    return tuple(sorted(found, key=lambda name: (_is_styled(name), "DejaVuSans.ttf" not in name, name)))


def _fonts_in(folder: Path) -> Iterator[Path]:
    for suffix in ("ttf", "otf", "ttc"):
        yield from folder.rglob(f"*.{suffix}")


def _is_styled(name: str) -> bool:
    plain = Path(name).stem.lower()
    return any(word in plain for word in ("bold", "italic", "oblique", "mono", "light", "condensed", "serif"))


def _folders() -> Sequence[Path]:
    home = Path.home()
    if sys.platform == "win32":
        return (Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts",)
    if sys.platform == "darwin":
        return (Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library" / "Fonts")
    shared = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
    return (*shared, home / ".fonts", home / ".local" / "share" / "fonts")


def _is_covered(svg: str) -> bool:
    return all(any(low <= ord(one) <= high for low, high in COVERED) for one in set(svg))


def _needed(module: str) -> Any:
    try:
        return import_module(module)
    except ImportError as error:
        raise ExtraError(
            "Pictures in pixels need an extra: pip install 'whoholds[pictures]'. SVG needs nothing."
        ) from error
