"""How alike colours look, also to people who see fewer of them.

Colour differences after CIEDE2000 (CIE 142-2001; Sharma, Wu, Dalal 2005), D65 white. Simulated sight by the
matrices of Machado, Oliveira and Fernandes (2009) at full severity, on linear sRGB.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

LEAST_APART = 12.0  # ΔE2000 under which two parties are taken for one another
Triple = tuple[float, float, float]
Matrix = tuple[Triple, Triple, Triple]

SIGHTS: Mapping[str, Matrix] = {
    "normal sight": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protan sight": (
        (0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998),
    ),
    "deutan sight": (
        (0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881),
    ),
    "tritan sight": (
        (1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900),
    ),
}  # fmt: skip
_XYZ: Matrix = (
    (0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041),
)  # fmt: skip
_WHITE: Triple = (0.95047, 1.0, 1.08883)


@dataclass(frozen=True, slots=True)
class Alike:
    """Two names whose colours are hard to tell apart: in which sight, and how far apart (ΔE2000)."""

    one: str
    other: str
    sight: str
    apart: float

    @property
    def words(self) -> str:
        """ "A and B look alike in deutan sight (ΔE2000 4.1; 12 or more is safe). Choose another colour." """
        return (
            f"{self.one} and {self.other} look alike in {self.sight} "
            f"(ΔE2000 {self.apart:.1f}; {LEAST_APART:.0f} or more is safe). Choose another colour for one."
        )


def alike_colours(colours: Mapping[str, str], least: float = LEAST_APART) -> list[Alike]:
    """The pairs that are less than `least` apart in any sight, each in its worst one, worst pair first.

    `colours`: "#rrggbb" by name.
    """
    found = [_worst(one, other, colours) for one, other in combinations(colours, 2)]
    return sorted((pair for pair in found if pair.apart < least), key=lambda pair: pair.apart)


def apart(one: str, other: str, sight: str = "normal sight") -> float:
    """ΔE2000 of two colours ("#rrggbb") as they look in one of SIGHTS."""
    return ciede2000(_lab(_seen(one, SIGHTS[sight])), _lab(_seen(other, SIGHTS[sight])))


def _worst(one: str, other: str, colours: Mapping[str, str]) -> Alike:
    by_sight = {sight: apart(colours[one], colours[other], sight) for sight in SIGHTS}
    sight = min(by_sight, key=lambda name: by_sight[name])
    return Alike(one, other, sight, by_sight[sight])


def _seen(colour: str, sight: Matrix) -> Triple:
    """Linear sRGB, 0 to 1, of a colour in a sight."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    red, green, blue = (min(1.0, max(0.0, value)) for value in _times(sight, (red, green, blue)))
    return red, green, blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _times(matrix: Matrix, vector: Triple) -> Triple:
    one, two, three = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return one, two, three


def _lab(linear: Triple) -> Triple:
    x, y, z = (_root(value / white) for value, white in zip(_times(_XYZ, linear), _WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _root(value: float) -> float:
    return float(value ** (1 / 3)) if value > (6 / 29) ** 3 else value / (3 * (6 / 29) ** 2) + 4 / 29


def ciede2000(one: Triple, other: Triple) -> float:
    """ΔE2000 of two colours in CIELAB (L*, a*, b*), all weights 1."""
    (light1, chroma1, hue1), (light2, chroma2, hue2) = _primed(one, other)
    turn = _turn(chroma1, hue1, chroma2, hue2)
    light, chroma = (light1 + light2) / 2, (chroma1 + chroma2) / 2
    hue = _mean_hue(chroma1, hue1, chroma2, hue2)
    weight = (
        1 - 0.17 * cos(radians(hue - 30)) + 0.24 * cos(radians(2 * hue))
        + 0.32 * cos(radians(3 * hue + 6)) - 0.20 * cos(radians(4 * hue - 63))
    )  # fmt: skip
    across = (light - 50) ** 2
    by_light = (light2 - light1) / (1 + 0.015 * across / sqrt(20 + across))
    by_chroma = (chroma2 - chroma1) / (1 + 0.045 * chroma)
    by_hue = 2 * sqrt(chroma1 * chroma2) * sin(radians(turn) / 2) / (1 + 0.015 * chroma * weight)
    rotated = -sin(radians(60 * exp(-(((hue - 275) / 25) ** 2)))) * 2 * _high(chroma)
    return sqrt(max(0.0, by_light**2 + by_chroma**2 + by_hue**2 + rotated * by_chroma * by_hue))


def _high(chroma: float) -> float:
    return sqrt(chroma**7 / (chroma**7 + 25.0**7))


def _primed(one: Triple, other: Triple) -> tuple[Triple, Triple]:
    """Lightness, chroma and hue (degrees) of both, with a* stretched by their mean chroma."""
    mean = (hypot(one[1], one[2]) + hypot(other[1], other[2])) / 2
    stretch = 1.5 - 0.5 * _high(mean)

    def primed(lab: Triple) -> Triple:
        a, b = lab[1] * stretch, lab[2]
        return lab[0], hypot(a, b), degrees(atan2(b, a)) % 360

    return primed(one), primed(other)


def _turn(chroma1: float, hue1: float, chroma2: float, hue2: float) -> float:
    """From one hue to the other, in degrees, the short way round."""
    if chroma1 * chroma2 == 0:
        return 0.0
    turn = hue2 - hue1
    return turn - 360 if turn > 180 else turn + 360 if turn < -180 else turn


def _mean_hue(chroma1: float, hue1: float, chroma2: float, hue2: float) -> float:
    if chroma1 * chroma2 == 0:
        return hue1 + hue2
    both = hue1 + hue2
    if abs(hue1 - hue2) > 180:
        both += 360 if both < 360 else -360
    return both / 2
