"""What a drawn map shows of each place, how many of each there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from whoholds.exports.page_states import Standing, standing_of
from whoholds.exports.selection import Selection
from whoholds.gazetteer import Ring
from whoholds.model import Place, Precision
from whoholds.picture import ControlState, Picture
from whoholds.wording import state_words

POINTS = frozenset(("settlement", "facility"))
AT_PLACE = frozenset((Precision.EXACT, Precision.PART))


@dataclass(frozen=True, slots=True)
class Ground:
    """What lies around the places.

    `outlines`: closed rings (longitude, latitude; degrees) of provinces by place id. `last_holders`: who held
    a contested place before, by its id. `order`: the parties in the order in which they take the palette's
    colours, so that pictures of one record agree; without it, by the claims of the selection.
    """

    outlines: Mapping[str, Sequence[Ring]] = field(default_factory=dict)
    last_holders: Mapping[str, str] = field(default_factory=dict)
    order: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Spot:
    """One place as it is drawn. `uncertain`: it is not known exactly where, or that it is this place."""

    place: Place
    standing: Standing
    words: str
    uncertain: bool = False

    @property
    def stale(self) -> bool:
        """True where nobody is known to hold it because the last evidence is too old."""
        return self.standing.status == "unknown" and self.standing.reason == "stale"

    @property
    def parties(self) -> tuple[str, ...]:
        """The parties whose colours it shows."""
        shown = self.standing
        named = (shown.holder, shown.challenger if shown.status == "contested" else None, shown.claimed_for)
        return tuple(dict.fromkeys(party for party in named if party is not None))


def spots_of(selection: Selection, ground: Ground) -> tuple[Spot, ...]:
    """All places that are wanted, most populous first."""
    claims = selection.picture.claims
    found = [
        Spot(
            state.place,
            standing_of(state, claims, ground.last_holders.get(state.place.id)),
            state_words(state),
            _is_uncertain(state, selection.picture, ground),
        )
        for state in selection.wanted_states()
    ]
    return tuple(sorted(found, key=lambda one: (-one.place.population, one.place.id)))


def _is_uncertain(state: ControlState, picture: Picture, ground: Ground) -> bool:
    """True for a dot that stands for something wider, or for claims none of which is of the place itself."""
    if state.place.id in ground.outlines or state.place.kind == "country":
        return False
    if state.place.kind not in POINTS:
        return True
    told = [claim.precision for one in state.evidence if (claim := picture.claims.get(one.claim)) is not None]
    return bool(told) and not AT_PLACE.intersection(told)


def is_area(spot: Spot, ground: Ground) -> bool:
    """True for a place that is drawn as the land within its outline."""
    return spot.place.id in ground.outlines


def is_dot(spot: Spot) -> bool:
    """True for a place that can be drawn as a point: not a country, nor one whose position is not known."""
    return spot.place.lat is not None and spot.place.lon is not None and spot.place.kind != "country"


def counts_of(spots: Iterable[Spot]) -> Counter[str]:
    """How many places have each status, and how many are claimed, besieged, stale, of uncertain position."""
    counted: Counter[str] = Counter()
    for spot in spots:
        shown = spot.standing
        flags = {
            "claimed": shown.claimed_for is not None, "besieged": shown.besieged, "stale": spot.stale,
            "uncertain": spot.uncertain,
        }  # fmt: skip
        counted.update([shown.status, *(name for name, holds in flags.items() if holds)])
    return counted
