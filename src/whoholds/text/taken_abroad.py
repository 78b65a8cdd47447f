"""Names of what a state takes in another country, of which its own may have a namesake."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from whoholds.gazetteer.fold import fold
from whoholds.model import Place
from whoholds.ontology import parties as known_parties
from whoholds.text.country_votes import Hit
from whoholds.text.held_words import ends_in_held
from whoholds.text.parties import PartyMention
from whoholds.text.place_words import place_words, taking_abroad
from whoholds.text.taken_places import ends_in_taking

CALLED = re.compile(r"\bthe (?:\w+ )?(?:city|town|village|settlement) of $")
LISTED = re.compile(r"(?:[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*,? (?:and )?)+$")  # names of a list before one
TAKER = 60  # characters before a name in which the state stands that takes it
AHEAD = 4  # names after one, among which the province is that all of them lie in
_LIES_IN = re.compile(
    r"(?: [A-Z][\w'’-]*)?(?:(?:,? and |, )[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)?){0,3},? in (?:the )?|, "
)


def states_abroad(mentions: Sequence[PartyMention]) -> Iterator[tuple[int, str]]:
    """Where states are named that take places abroad: the ends of the names, with the states' countries."""
    for mention in mentions:
        party = known_parties().get(mention.name) if mention.name else None
        if party is not None and party.kind == "government" and party.countries[0] in taking_abroad():
            yield mention.span.end, party.countries[0]


def where_states_take(text: str, hit: Hit, states: Sequence[tuple[int, str]]) -> tuple[Place, ...]:
    """The entries that a name can mean: what a state takes lies abroad where it fights, if one there is."""
    start, end = hit.span.start, hit.span.end
    at = bisect_right(states, start, key=lambda one: one[0])
    near = [state for ends, state in states[max(0, at - 1) : at] if start - TAKER <= ends]
    taken = _is_said_taken().match(text, end) is not None
    if taken and not near:
        near = [state for ends, state in states[at : at + 1] if ends <= end + TAKER]
    before = CALLED.sub("", text[max(0, start - TAKER) : start])
    alone = LISTED.sub("", before)
    if not near or not (taken or ends_in_taking(alone) or ends_in_taking(before) or ends_in_held(before)):
        return hit.candidates
    abroad = tuple(place for place in hit.candidates if place.country in taking_abroad()[near[-1]])
    return abroad or hit.candidates


def where_it_lies(text: str, hit: Hit, following: Sequence[Hit]) -> tuple[Place, ...] | None:
    """The entries in the country of the province named right after it, or after the list that it is in.

    None where no province is: "Martynovka in the Kursk region" is not the Ukrainian village of that name.
    """
    for other in following[:AHEAD]:
        gap = text[hit.whole.end : max(hit.whole.end, other.span.start)]
        if other.kind == "province" and _LIES_IN.fullmatch(gap):
            provinces = [place for place in other.candidates if place.kind == "province"]
            return _lying_in(provinces, hit, fold(hit.span.of(text))) if provinces else None
    return None


def _lying_in(provinces: Sequence[Place], hit: Hit, name: str) -> tuple[Place, ...]:
    """The entries in these provinces; else the only one in their countries, of no longer name."""
    ids, countries = {one.id for one in provinces}, {one.country for one in provinces}
    there = tuple(place for place in hit.candidates if place.country in countries)
    inside = tuple(place for place in there if place.province in ids or place.id in ids)
    if inside or any(place.kind not in ("settlement", "facility") for place in there):
        return inside or there
    sole = len(there) == 1 and not fold(there[0].name).endswith(f" {name}")
    return there if sole else ()


@cache
def _is_said_taken() -> re.Pattern[str]:
    """What follows the name of a place that is said to be taken: "had been liberated"."""
    words = "|".join(sorted(place_words("abroad", "taken"), key=len, reverse=True))
    return re.compile(rf" (?:is|was|were|are|has been|have been|had been) (?:(?:now|fully) )?(?:{words})\b")
