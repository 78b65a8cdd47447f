"""Drawings as pixels: size, colours where they belong, letters that are no boxes, frames."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from drawn import EACH, GROUND, at, groups, selection, state
from PIL import Image

from whoholds.errors import InputError
from whoholds.exports import raster
from whoholds.exports.map_svg import Look, map_svg
from whoholds.exports.raster import (
    MOST_FRAMES,
    check_frames,
    machine_fonts,
    packed_fonts,
    to_animation,
    to_png,
    to_webp,
)
from whoholds.exports.symbology import symbology

SHEET = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="60" font-family="\'Noto Sans\',sans-serif">'
    '<rect width="300" height="60" fill="#fff"/><text x="10" y="40" font-size="30">{words}</text></svg>'
)


def pixels(made: bytes) -> Any:
    return Image.open(BytesIO(made)).convert("RGB")


def rgb(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[number : number + 2], 16) for number in (1, 3, 5))


def middles(svg: str) -> dict[str, tuple[float, float]]:
    """The pixel of each dot, by the name of its place."""
    found = {}
    for one in groups(svg, "dot"):
        x, y = re.findall(r"translate\(([\d.]+) ([\d.]+)\)", one.get("transform") or "")[0]
        found[(one.get("data-place") or "").removeprefix("user:")] = (float(x), float(y))
    return found


@pytest.mark.parametrize("width", [400, 1000])
def test_size_and_colours_at_the_dots(width: int) -> None:
    svg = map_svg(selection(*EACH), GROUND, Look(width=width))
    image, at_dot = pixels(to_png(svg)), middles(svg)
    assert image.size == (width, int(re.findall(r'height="(\d+)"', svg)[0]))
    taliban, white = symbology()["palette"][1], (255, 255, 255)
    assert image.getpixel(at_dot["Held"]) == rgb(taliban)
    assert image.getpixel(at_dot["Around"]) == rgb(taliban)
    assert image.getpixel(at_dot["Leaning"]) == white
    seen = {image.getpixel((at_dot["Contested"][0] + step, at_dot["Contested"][1])) for step in range(-5, 6)}
    assert len(seen) > 2
    assert image.getpixel((2, 2)) == white


def test_zoom() -> None:
    svg = map_svg(selection(*EACH), GROUND, Look(width=400))
    once, twice = pixels(to_png(svg)), pixels(to_png(svg, zoom=2))
    assert twice.size == (2 * once.size[0], 2 * once.size[1])


def drawn(words: str) -> bytes:
    return to_png(SHEET.format(words=words))


def test_persian_is_letters_joined_and_no_boxes() -> None:
    assert len({drawn(letter) for letter in "ابپتچکگهی"}) == 9  # boxes would all be the same
    assert drawn("بب") != drawn("ب\u200cب")  # joined, unless told not to
    assert drawn("\u2068هرات\u2069") == drawn("هرات")  # marks of direction are not seen


def test_the_same_drawing_gives_the_same_pixels() -> None:
    svg = map_svg(selection(*EACH), GROUND)
    assert to_png(svg) == to_png(svg)


def test_other_scripts_use_the_fonts_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def fonts() -> tuple[str, ...]:
        asked.append("asked")
        return ()

    monkeypatch.setattr(raster, "machine_fonts", fonts)
    to_png(SHEET.format(words="Kunduz کندز Київ"))
    assert asked == []
    to_png(SHEET.format(words="北京"))
    assert asked == ["asked"]


def test_without_any_font_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raster, "packed_fonts", lambda: ())
    monkeypatch.setattr(raster, "machine_fonts", lambda: ())
    with pytest.raises(InputError, match=r"no font to draw letters with.*whoholds\[pictures\]"):
        to_png(SHEET.format(words="x"))


def test_without_the_extra_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(raster, "import_module", missing)
    for made in (to_png, to_webp, lambda svg: to_animation([svg])):
        with pytest.raises(InputError, match=r"pip install 'whoholds\[pictures\]'"):
            made(SHEET)


def test_what_is_no_drawing() -> None:
    with pytest.raises(InputError, match="could not be turned into pixels"):
        to_png("<svg")


def test_fonts() -> None:
    assert len(packed_fonts()) == 2
    assert not any("Italic" in name for name in packed_fonts())
    assert all(Path(name).is_file() for name in (*packed_fonts(), *machine_fonts()))


def test_webp_is_lossless() -> None:
    svg = map_svg(selection(*EACH), GROUND, Look(width=400))
    assert pixels(to_webp(svg)).tobytes() == pixels(to_png(svg)).tobytes()


def test_an_animation_has_its_frames() -> None:
    town = at("Town", 36.0, 67.0)
    states = [state(town, "held", "Taliban"), state(town, "contested"), state(town, "unknown")]
    drawings = [map_svg(selection(one), GROUND, Look(width=400, height=600)) for one in states]
    moving = Image.open(BytesIO(to_animation(drawings, seconds=0.2)))
    assert (moving.n_frames, moving.size) == (3, (400, 600))  # type: ignore[attr-defined]
    for number, svg in enumerate(drawings):
        moving.seek(number)
        assert moving.convert("RGB").tobytes() == pixels(to_png(svg)).tobytes()


def test_what_is_no_animation() -> None:
    with pytest.raises(InputError, match="at least one day"):
        to_animation([])
    with pytest.raises(InputError, match=r"Give \.02 to 60"):
        to_animation([SHEET], seconds=0)
    check_frames(MOST_FRAMES, 800, 600)
    for frames, wide, high in ((MOST_FRAMES + 1, 400, 300), (150, 1200, 1000)):
        with pytest.raises(InputError, match=r"at most [\d,]+\. Give a larger step"):
            check_frames(frames, wide, high)
