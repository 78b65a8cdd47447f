"""Parties of the page whose colours look alike to some readers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from whoholds.exports.colour_sight import LEAST_APART, alike_colours
from whoholds.exports.page_data import ColourFinding, PartyRow


def colour_findings(parties: Sequence[PartyRow], chosen: Mapping[str, str]) -> list[ColourFinding]:
    """The pairs that are hard to tell apart, worst first, of which one at least has a colour that was chosen.

    `chosen`: "#rrggbb" by the name of the party. The palette's own colours are far enough apart, and parties
    beyond it share one grey and are told apart by words.
    """
    if not any(party["name"] in chosen for party in parties):
        return []
    numbers = {party["name"]: number for number, party in enumerate(parties)}
    found = alike_colours({party["name"]: party["colour"] for party in parties})
    return [
        {
            "one": numbers[pair.one],
            "other": numbers[pair.other],
            "sight": pair.sight.removesuffix(" sight"),
            "apart": round(pair.apart, 1),
            "least": LEAST_APART,
        }
        for pair in found
        if pair.one in chosen or pair.other in chosen
    ]
