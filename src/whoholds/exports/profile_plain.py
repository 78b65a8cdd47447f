"""The profile of a place in plain values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from whoholds.importance import Matters
from whoholds.model import Place
from whoholds.profile import Profile


def profile_dict(profile: Profile) -> dict[str, Any]:
    """Kind, people, rank, what it lies in, is the seat of and is near, borders, changes of hands, quotations.

    Distances in km; `cue` counts code points of `quote`.
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
            {"day": day.isoformat(), "from": before, "to": after}
            for day, before, after in profile.hands.changes
        ],
        "matters": [_matter(one) for one in profile.matters],
    }


def _far(places: Sequence[tuple[Place, float]]) -> list[dict[str, Any]]:
    return [{"id": one.id, "name": one.name, "km": round(km, 1)} for one, km in places]


def _matter(one: Matters) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "quote": one.quote,
        "cue": [one.cue.start, one.cue.end],
        "report": one.report,
        "outlet": one.outlet,
        "published": one.published.isoformat() if one.published else None,
    }
