"""What is told of the places around: one capped pseudo-claim, made of their claims and not of their answers.

One hop only: a neighbour's own neighbours say nothing here, and its probability is never asked for, so that
nothing can go round in a circle. It stands beside the chain of a place and is no part of it: it is laid over
the belief of a day, and has its own line in the explanation.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from whoholds.control.evidence import rows_of
from whoholds.control.positions import HOLDS, NOT
from whoholds.control.table import Neighbourhood, Table, control_table
from whoholds.gazetteer.nearness import distance_km
from whoholds.model import Place
from whoholds.picture import ResolvedClaim


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A place near another one: how near (0 to 1), and by day the nats that its claims give each party."""

    near: float
    told: tuple[tuple[date, str, float], ...]


def neighbours_of(
    place: Place,
    claims: Iterable[ResolvedClaim],
    government: str | None = None,
    table: Table | None = None,
) -> tuple[Neighbour, ...]:
    """The neighbours of a place, for `Setting`, from the claims at all places that were known at a moment.

    `government`: the party whose territory it is. Areas are no neighbours, nor places without coordinates.
    """
    numbers = table or control_table()
    found: dict[str, list[ResolvedClaim]] = defaultdict(list)
    for claim in claims:
        if claim.place is not None and nearness(place, claim.place, numbers.neighbours) > 0:
            found[claim.place.id].append(claim)
    made = [_neighbour(place, told, government, numbers) for told in found.values()]
    return tuple(sorted((one for one in made if one.told), key=lambda one: (-one.near, one.told)))


def nearness(place: Place, other: Place, numbers: Neighbourhood) -> float:
    """How much another place counts (0 to 1); 0 for the place itself, and beyond reach."""
    areas = ("district", "province", "country")
    if place.id == other.id or place.kind in areas or other.kind in areas:
        return 0.0
    if place.lat is None or place.lon is None or other.lat is None or other.lon is None:
        return 0.0
    near = float(0.5 ** (distance_km(place.lat, place.lon, other.lat, other.lon) / numbers.near_km))
    return near if near >= numbers.least else 0.0


def _neighbour(
    place: Place, claims: Sequence[ResolvedClaim], government: str | None, table: Table
) -> Neighbour:
    told = [
        (row.day, party, nats)
        for claim in claims
        for row in rows_of(claim, table, government)
        if not row.not_yet and row.position.act in (HOLDS, NOT)
        for party, nats in row.evidence.weights.items()
    ]
    other = claims[0].place
    near = nearness(place, other, table.neighbours) if other is not None else 0.0
    return Neighbour(near, tuple(sorted(told)))


def pseudo_claim(
    neighbours: Sequence[Neighbour], on: date, parties: Sequence[str], table: Table
) -> Mapping[str, float]:
    """The nats that the neighbours give to one of the parties on a day; empty where they favour none.

    What a neighbour's claims of the days before say is added up, older ones less, and held within bounds for
    each; the party that leads is favoured by a share of its lead, at most the cap.
    """
    numbers, sums = table.neighbours, dict.fromkeys(parties, 0.0)
    for one in neighbours:
        says = dict.fromkeys(parties, 0.0)
        for day, party, nats in one.told:
            if day <= on and party in says:
                says[party] += nats * math.exp(-(on - day).days / numbers.fade_days)
        for party, nats in says.items():
            sums[party] += one.near * max(-numbers.each_nats, min(numbers.each_nats, nats))
    if len(parties) < 2:
        return {}
    first, second = sorted(sums, key=lambda party: (-sums[party], party))[:2]
    lead = min(numbers.cap_nats, numbers.share * (sums[first] - sums[second]))
    return {first: lead} if lead > 0 else {}
