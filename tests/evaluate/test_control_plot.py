"""The reliability plot: a picture that can be read, with a dot for every bin with days in it."""

from __future__ import annotations

import struct
import xml.etree.ElementTree as Xml
import zlib

from whoholds.evaluate.control_plot import LEFT, SIDE, SIZE, TOP, Curve, to_png, to_svg

CURVE = Curve("moving & all", ((0, 0.0, 0), (10, 5.0, 5), (20, 18.0, 12)))


def test_the_points_are_told_and_true_shares() -> None:
    assert CURVE.points == [(0.5, 0.5), (0.9, 0.6)]


def test_svg_has_a_dot_for_each_bin_with_days() -> None:
    root = Xml.fromstring(to_svg([CURVE], "Told < true"))
    dots = [one for one in root.iter() if one.tag.endswith("circle")]
    assert [round(float(dot.attrib["cx"])) for dot in dots] == [LEFT + SIDE // 2, LEFT + round(0.9 * SIDE)]
    assert any(one.text == "moving & all" for one in root.iter())


def test_png_has_a_dot_where_the_svg_has_one() -> None:
    png = to_png([CURVE], "told and true")
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    assert (width, height) == (SIZE, SIZE)
    start = png.index(b"IDAT") + 4
    (length,) = struct.unpack(">I", png[start - 8 : start - 4])
    rows = zlib.decompress(png[start : start + length])
    x, y = LEFT + SIDE // 2, TOP + SIDE // 2
    at = y * (1 + 3 * SIZE) + 1 + 3 * x
    assert tuple(rows[at : at + 3]) == (0, 114, 178)
