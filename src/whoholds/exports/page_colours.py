"""The parties of the page with their colours, and those whose colours look alike to some readers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from whoholds.control.positions import position_of
from whoholds.exports.colour_sight import LEAST_APART, alike_colours
from whoholds.exports.page_data import ColourFinding, PartyRow
from whoholds.exports.page_states import History
from whoholds.exports.party_colours import NO_PARTY, colours_of, parties_told
from whoholds.picture import Picture


def party_rows(
    picture: Picture, histories: Sequence[History], order: Sequence[str] | None, chosen: Mapping[str, str]
) -> list[PartyRow]:
    """The parties that a state or a claim's position names, in order, then those whom no claim puts anywhere.

    `order`: the parties of the whole record as they take their colours; None: those of this picture. What is
    no party comes last: who is not named, and that a place is contested, told as a claim's position.
    """
    told = parties_told(picture.claims.values(), picture.record.reports) if order is None else order
    place = {party: number for number, party in enumerate(told)}
    standings = [segment.standing for history in histories for segment in history.segments]
    positions = map(position_of, picture.claims.values())
    named = {one.party for one in positions if one is not None}
    named.update(*((one.holder, one.challenger, one.claimed_for, *one.pressed_by) for one in standings))
    names = sorted(
        (party for party in named if party is not None),
        key=lambda party: (party in NO_PARTY, place.get(party, len(place)), party),
    )
    colours = colours_of(told, chosen, names)
    return [{"name": name, "colour": colours[name]} for name in names]


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
