"""The marks of places as SVG: filled, dashed, striped, dotted; rings; the same as on the page.

A mark is drawn around 0 0 with a dot of radius 12. Certainty is never opacity.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import log10

from whoholds.exports.map_spots import Spot
from whoholds.exports.symbology import symbology

DOT = 12.0  # the radius that marks are drawn with
EDGE, PAPER, NEUTRAL = "#1c2024", "#ffffff", "#6a727b"
STRIPED = (
    '<pattern id="{id}" width="8.4" height="8.4" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><rect width="8.4" height="8.4" fill="{under}"/>'
    '<rect width="4.2" height="8.4" fill="{over}"/></pattern>'
)
DOTTED = (
    '<pattern id="dotted" width="7" height="7" patternUnits="userSpaceOnUse">'
    '<rect width="7" height="7" fill="{paper}"/><circle cx="3.5" cy="3.5" r="1.6" fill="{colour}"/></pattern>'
)


def radius_of(population: int) -> float:
    """Pixels of a dot, as on the page; unknown population (0) is the smallest but one."""
    return 6.5 if population <= 0 else 6 + 1.7 * min(4.0, max(0.0, log10(population) - 3))


@dataclass(frozen=True, slots=True)
class Paint:
    """The colours of parties (#rrggbb), and a number for each pair of colours that is striped."""

    colours: Mapping[str, str]
    pairs: Mapping[tuple[str, str], int]

    def of(self, party: str | None) -> str:
        """A party's colour; without a party the grey of what is unknown."""
        unknown: str = symbology()["unknown"]
        return unknown if party is None else self.colours[party]

    def pair(self, spot: Spot) -> tuple[str, str]:
        """Under and over of a contested place: its last holder, and who challenges."""
        return self.of(spot.standing.holder), self.of(spot.standing.challenger)

    def fill(self, spot: Spot) -> str:
        """What a place is filled with."""
        if spot.standing.status == "unknown":
            return "url(#dotted)"
        if spot.standing.status == "contested":
            return f"url(#striped{self.pairs[self.pair(spot)]})"
        return self.of(spot.standing.holder)

    def patterns(self) -> Iterator[str]:
        """The patterns that fills name, and those of the legend."""
        yield DOTTED.format(paper=PAPER, colour=symbology()["unknown"])
        yield STRIPED.format(id="striped", under=NEUTRAL, over=PAPER)
        for (under, over), number in self.pairs.items():
            yield STRIPED.format(id=f"striped{number}", under=under, over=over)


def paint_of(spots: Iterable[Spot], colours: Mapping[str, str]) -> Paint:
    """The paint that places need."""
    plain = Paint(colours, {})
    pairs = dict.fromkeys(plain.pair(one) for one in spots if one.standing.status == "contested")
    return Paint(colours, {pair: number for number, pair in enumerate(pairs)})


def reach_of(spot: Spot) -> float:
    """How far the mark of a place reaches, where its dot has the radius 12."""
    ring, ticks = spot.standing.claimed_for is not None, spot.standing.besieged
    return 25.0 if ring and ticks else 20.0 if ring or ticks else 13.0


def mark(spot: Spot, paint: Paint) -> Iterator[str]:
    """The mark of a place."""
    shown = spot.standing
    if shown.claimed_for is not None:
        yield from claimed_ring(paint.of(shown.claimed_for))
    if shown.besieged:
        yield besieged_ring(22 if shown.claimed_for is not None else 17)
    yield from body(shown.status, paint.fill(spot), stale=spot.stale, hollow=spot.uncertain)


def body(status: str, fill: str, *, stale: bool = False, hollow: bool = False) -> Iterator[str]:
    """The dot itself; `hollow` where the position is uncertain, a dashed edge where evidence is stale."""
    if status == "unknown":
        dash = ' stroke-dasharray="4 3"' if stale else ""
        edge = f'stroke="{symbology()["unknown"]}" stroke-width="1.8"{dash}'
        yield f'<circle r="12" fill="{PAPER if hollow else fill}" {edge}/>'
    elif status == "leaning" or hollow:
        dash = ' stroke-dasharray="5.6 3.4"' if status == "leaning" else ""
        yield f'<circle r="10" fill="{PAPER}" stroke="{EDGE}" stroke-width="5.6"{dash}/>'
        yield f'<circle r="10" fill="none" stroke="{fill}" stroke-width="4.2"{dash}/>'
    else:
        yield f'<circle r="12" fill="{fill}" stroke="{EDGE}" stroke-width="1.2"/>'
    if hollow:
        yield f'<path d="M-4 0H4M0 -4V4" stroke="{EDGE}" stroke-width="1.8"/>'


def claimed_ring(colour: str) -> Iterator[str]:
    """The outer ring of the party that a place is claimed for."""
    yield f'<circle r="17" fill="none" stroke="{EDGE}" stroke-width="5"/>'
    yield f'<circle r="17" fill="none" stroke="{colour}" stroke-width="3.4"/>'


def besieged_ring(radius: float = 17) -> str:
    """Ticks around a place that is said to be surrounded."""
    dash = 'stroke-dasharray="3.6 5.3"'
    return f'<circle r="{radius:g}" fill="none" stroke="{EDGE}" stroke-width="4" {dash}/>'
