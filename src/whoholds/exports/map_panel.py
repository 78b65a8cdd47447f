"""What one picture of a map tells, worked out from a selection: places, clocks, filters, method, ledger."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from whoholds.exports.map_spots import Ground, Spot, is_area, is_dot, spots_of
from whoholds.exports.party_colours import colours_of, parties_told
from whoholds.exports.selection import Selection
from whoholds.exports.svg_text import isolated
from whoholds.exports.withholding import masked_claimer
from whoholds.wording import day_words, is_projection, moment_words

ASKED = {
    "place": "the place is or lies in", "party": "the party is", "claimer": "the claimer's words have",
    "side": "the claimer's side is", "outlet": "the outlet is", "type": "the type is",
    "factuality": "the factuality is", "precision": "the precision is", "country": "the country is",
    "since": "the day is not before", "until": "the day is not after",
    "published_since": "the day of publication is not before",
    "published_until": "the day of publication is not after",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Panel:
    """All that one picture needs of a selection.

    `spots`: most populous first. `said`: the parties that claims put
    somewhere, as `parties_told` orders them. `hidden`: how many places have no position, or one too wide to
    be drawn.
    """

    spots: tuple[Spot, ...]
    clocks: str
    asked: str
    method: str
    recorded: int
    hidden: int
    said: tuple[str, ...]

    @property
    def parties(self) -> frozenset[str]:
        """The parties that a place shows or that challenge one."""
        named = (party for one in self.spots for party in (*one.parties, one.standing.challenger))
        return frozenset(party for party in named if party is not None)


def panel_of(selection: Selection, ground: Ground) -> Panel:
    """What a picture of a selection tells."""
    spots = spots_of(selection, ground)
    record = selection.picture.record
    return Panel(
        spots=spots,
        clocks=clock_words(selection),
        asked=filter_words(selection),
        method=selection.picture.method,
        recorded=record.recorded,
        hidden=sum(not (is_area(one, ground) or is_dot(one)) for one in spots),
        said=parties_told(selection.picture.claims.values(), record.reports),
    )


def map_colours(
    panels: Iterable[Panel], order: Sequence[str] = (), chosen: Mapping[str, str] | None = None
) -> dict[str, str]:
    """A colour (#rrggbb) for each party; `order`: those of the whole record, which take the palette's.

    Raises InputError for a chosen colour that is none.
    """
    told = list(panels)
    said = [party for one in told for party in one.said]
    shown = sorted(frozenset[str]().union(*(one.parties for one in told)))
    return colours_of(list(dict.fromkeys((*order, *said))), chosen, shown)


def clock_words(selection: Selection) -> str:
    """ "True on 9 August 2021, as known on 8 August 2021"."""
    as_of = selection.picture.record.as_of
    known = "from all that is recorded" if as_of is None else f"as known on {moment_words(as_of)}"
    later = " (a projection)" if is_projection(selection.on, as_of) else ""
    return f"True on {day_words(selection.on)}, {known}{later}"


def filter_words(selection: Selection) -> str:
    """What was asked for, in words; empty where all is shown. Private names are withheld where they must."""
    given = selection.filter.asked
    if not given:
        return ""
    asked = {name: [told] if isinstance(told, str) else told for name, told in given.items()}
    if selection.public and "claimer" in asked:
        asked["claimer"] = [masked_claimer(one, None) or "" for one in asked["claimer"]]
    if "place" in asked:
        asked["place"] = [_place_name(one, selection) for one in asked["place"]]
    told = "; ".join(f"{ASKED[name]} {' or '.join(map(isolated, some))}" for name, some in asked.items())
    return f"Only places with claims where {told}. States are worked out from all claims."


def _place_name(place_id: str, selection: Selection) -> str:
    places = {**{one.place.id: one.place for one in selection.states}, **selection.picture.places}
    if place_id in places:
        return places[place_id].name
    for place in places.values():
        around = selection.names.get(place.id, {})
        for kind, container in (("province", place.province), ("country", f"iso:{place.country}")):
            if container == place_id and kind in around:
                return around[kind]
    return place_id
