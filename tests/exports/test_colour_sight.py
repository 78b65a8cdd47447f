"""How alike colours look: against published pairs, and the palette of the product in every sight."""

from __future__ import annotations

from itertools import combinations

import pytest

from whoholds.exports.colour_sight import LEAST_APART, SIGHTS, Triple, alike_colours, apart, ciede2000
from whoholds.exports.symbology import symbology

BLUE = (50.0, 0.0, -82.7485)
ROSE = (50.0, 2.5, 0.0)
PUBLISHED: list[tuple[Triple, Triple, float]] = [  # Sharma, Wu, Dalal (2005), table 1
    ((50.0, 2.6772, -79.7751), BLUE, 2.0425),
    ((50.0, 3.1571, -77.2803), BLUE, 2.8615),
    ((50.0, 2.8361, -74.0200), BLUE, 3.4412),
    ((50.0, -1.3802, -84.2814), BLUE, 1.0000),
    ((50.0, -1.1848, -84.8006), BLUE, 1.0000),
    ((50.0, -0.9009, -85.5211), BLUE, 1.0000),
    ((50.0, 0.0, 0.0), (50.0, -1.0, 2.0), 2.3669),
    ((50.0, -1.0, 2.0), (50.0, 0.0, 0.0), 2.3669),
    ((50.0, 2.4900, -0.0010), (50.0, -2.4900, 0.0009), 7.1792),
    ((50.0, 2.4900, -0.0010), (50.0, -2.4900, 0.0011), 7.2195),
    ((50.0, -0.0010, 2.4900), (50.0, 0.0009, -2.4900), 4.8045),
    ((50.0, -0.0010, 2.4900), (50.0, 0.0011, -2.4900), 4.7461),
    (ROSE, (50.0, 0.0, -2.5), 4.3065),
    (ROSE, (73.0, 25.0, -18.0), 27.1492),
    (ROSE, (61.0, -5.0, 29.0), 22.8977),
    (ROSE, (56.0, -27.0, -3.0), 31.9030),
    (ROSE, (58.0, 24.0, 15.0), 19.4535),
    (ROSE, (50.0, 3.1736, 0.5854), 1.0000),
    ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ((63.0109, -31.0961, -5.8663), (62.8187, -29.7946, -4.0864), 1.2630),
    ((61.2901, 3.7196, -5.3901), (61.4292, 2.2480, -4.9620), 1.8731),
    ((35.0831, -44.1164, 3.7933), (35.0232, -40.0716, 1.5901), 1.8645),
    ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
    ((36.4612, 47.8580, 18.3852), (36.2715, 50.5065, 21.2231), 1.4146),
    ((90.8027, -2.0831, 1.4410), (91.1528, -1.6435, 0.0447), 1.4441),
    ((90.9257, -0.5406, -0.9208), (88.6381, -0.8985, -0.7239), 1.5381),
    ((6.7747, -0.2908, -2.4247), (5.8714, -0.0985, -2.2286), 0.6377),
    ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
]


@pytest.mark.parametrize(("one", "other", "expected"), PUBLISHED)
def test_published_pairs(one: Triple, other: Triple, expected: float) -> None:
    assert ciede2000(one, other) == pytest.approx(expected, abs=5e-5)
    assert ciede2000(other, one) == pytest.approx(expected, abs=5e-5)


def test_the_palette_can_be_told_apart_in_every_sight() -> None:
    palette = symbology()["palette"]
    worst = min(apart(a, b, sight) for a, b in combinations(palette, 2) for sight in SIGHTS)
    assert worst == pytest.approx(14.9, abs=0.1)
    assert not alike_colours({colour: colour for colour in palette})


def test_red_and_green_look_alike_to_some() -> None:
    red, green = "#b33a3a", "#6f7a2a"
    assert apart(red, green) > LEAST_APART
    found = alike_colours({"M23": red, "Army": green, "Third": "#332288"})
    assert [(one.one, one.other) for one in found] == [("M23", "Army")]
    assert found[0].sight in ("protan sight", "deutan sight")
    assert found[0].apart < LEAST_APART
    assert "M23 and Army look alike" in found[0].words


def test_each_is_told_in_its_worst_sight_and_the_worst_pair_first() -> None:
    colours = {"a": "#332288", "b": "#332289", "c": "#3a2288"}
    found = alike_colours(colours)
    assert [one.apart for one in found] == sorted(one.apart for one in found)
    for pair in found:
        assert pair.apart == min(apart(colours[pair.one], colours[pair.other], sight) for sight in SIGHTS)


def test_black_and_white() -> None:
    for sight in SIGHTS:
        assert apart("#000000", "#ffffff", sight) == pytest.approx(100, abs=0.1)
        assert apart("#ABCDEF", "#abcdef", sight) == 0
