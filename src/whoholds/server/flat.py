"""Rows for tables and points: contradictions and judgements, with where they lie and ids of claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from whoholds.exports.plain import Row
from whoholds.server.desk import Sight

CONFLICT_COLUMNS = (
    "place", "place_id", "lat", "lon", "start", "end", "position", "act", "party", "reports", "origins",
    "claims",
)  # fmt: skip
JUDGEMENT_COLUMNS = (
    "claim", "place", "place_id", "lat", "lon", "quote", "verdict", "reason", "amended", "seq", "at",
)  # fmt: skip


def position_rows(conflicts: Iterable[Row], sight: Sight) -> Iterator[Row]:
    """One row for each position of each contradiction."""
    for conflict in conflict_points(conflicts, sight):
        for position in conflict["positions"]:
            yield {**conflict, **position}


def conflict_points(conflicts: Iterable[Row], sight: Sight) -> Iterator[Row]:
    """One row for each contradiction, with an id and where its place lies; claims by their ids."""
    for one in conflicts:
        positions = [
            {name: position[name] for name in ("position", "act", "party", "reports", "origins")}
            | {"claims": [claim["id"] for claim in position["claims"]]}
            for position in one["positions"]
        ]
        words = " ".join(str(one[name]) for name in ("place_id", "start", "end") if one[name] is not None)
        yield {"id": words, **one, "positions": positions} | _where(one["place_id"], sight)


def judgement_points(judgements: Iterable[Row], sight: Sight) -> Iterator[Row]:
    """One row for each judgement, with an id and where the place of its claim lies."""
    for one in judgements:
        yield {"id": str(one["seq"]), **one} | _where(one["place_id"], sight)


def judgement_cells(judgements: Iterable[Row], sight: Sight) -> Iterator[Row]:
    """The same for a table: what was put in place as "party: Taliban; start: 2021-08-09"."""
    for one in judgement_points(judgements, sight):
        amended = one["amended"] or {}
        yield one | {"amended": [f"{name}: {value}" for name, value in amended.items()] or None}


def _where(place_id: str | None, sight: Sight) -> Row:
    """Degrees WGS84 of a place; None where it is not known."""
    place = sight.view.places.get(place_id) if place_id is not None else None
    return {"lat": place.lat if place is not None else None, "lon": place.lon if place is not None else None}
