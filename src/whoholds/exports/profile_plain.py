"""The profile of a place in plain values."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from whoholds.importance import Matters
from whoholds.model import Place
from whoholds.profile import Profile

Words = Callable[[str, str], str]


def profile_dict(profile: Profile, words: Words | None = None) -> dict[str, Any]:
    """Kind, people, rank, what it lies in, is the seat of and is near, borders, changes of hands, quotations.

    Distances in km; `cue` counts code points of `quote`. `words` gives what may be published of words of a
    report (by its key), at the same offsets.
    """
    rank = profile.rank
    return {
        "kind": profile.kind,
        "population": profile.population,
        "rank": None if rank is None else {"place": rank.place, "among": rank.among, "km": rank.km},
        "inside": [{"id": one.id, "name": one.name} for one in profile.inside],
        "seat_of": [{"id": one.id, "name": one.name} for one in profile.seat_of],
        "near": _far(profile.near),
        "facilities": _far(profile.facilities),
        "borders": _far(profile.borders),
        "changed_hands": [
            {
                "day": one.day.isoformat(),
                "from": one.before,
                "from_likely": one.before_likely,
                "to": one.after,
                "to_likely": one.after_likely,
            }
            for one in profile.hands.changes
        ],
        "matters": [_matter(one, words) for one in profile.matters],
    }


def _far(places: Sequence[tuple[Place, float]]) -> list[dict[str, Any]]:
    return [{"id": one.id, "name": one.name, "km": round(km, 1)} for one, km in places]


def _matter(one: Matters, words: Words | None) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "quote": one.quote if words is None else words(one.quote, one.report),
        "cue": [one.cue.start, one.cue.end],
        "report": one.report,
        "outlet": one.outlet,
        "published": one.published.isoformat() if one.published else None,
    }
