"""The profile of a place in the page's form."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from whoholds.exports.page_data import day_number
from whoholds.exports.page_place_data import FarRow, MatterRow, ProfileRow
from whoholds.importance import Matters
from whoholds.model import Place
from whoholds.profile import Profile

Words = Callable[[str, str], str]


def profile_row(profile: Profile, words: Words) -> ProfileRow:
    """Rank, what it lies in, is the seat of, is near; quotations with the day from which each is known.

    How often it changed hands is not in it: the page has the history for each state of knowledge. `words`
    gives what may be published of words of a report (by its key), at the same offsets.
    """
    rank = profile.rank
    return {
        "rank": None if rank is None else {"place": rank.place, "among": rank.among, "km": rank.km},
        "inside": [one.name for one in profile.inside],
        "seat_of": [one.name for one in profile.seat_of],
        "near": _far(profile.near),
        "facilities": _far(profile.facilities),
        "borders": _far(profile.borders),
        "matters": [_matter(one, words) for one in profile.matters],
    }


def _far(places: Sequence[tuple[Place, float]]) -> list[FarRow]:
    return [{"name": one.name, "km": round(km, 1)} for one, km in places]


def _matter(one: Matters, words: Words) -> MatterRow:
    row: MatterRow = {
        "kind": one.kind,
        "quote": words(one.quote, one.report),
        "cue": [one.cue.start, one.cue.end],
        "known": day_number(one.known_from.date()),
    }
    if one.outlet is not None:
        row["outlet"] = one.outlet
    if one.published is not None:
        row["published"] = day_number(one.published)
    return row
