"""What the nearest places say of a cell together: a logarithmic pool of at most three."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from math import exp, fsum, log

from whoholds.areas.cells import Share
from whoholds.areas.numbers import Numbers
from whoholds.areas.spots import Spot
from whoholds.control.chain import OTHER
from whoholds.control.positions import CONTESTED
from whoholds.control.table import control_table

Near = tuple[Spot, float]  # a place, and its distance from the middle of the cell in km


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of a cell; the fields are those of `Cell`."""

    status: str
    party: str | None
    solid: bool
    probability: float | None
    shares: tuple[Share, ...]
    reason: str | None = None


def said_of(around: Sequence[Near], speaking: Sequence[Near], here: Set[str], used: Numbers) -> Said:
    """What a cell is, by the places that may speak for it, nearest first; there must be one.

    An unknown place that is as near as the nearest known one makes the cell unknown, so that what is not
    known is never painted over. `around`: all places within reach, which decide whether it is calm; `here`:
    the ids of those that stand in the cell itself.
    """
    known = [one for one in speaking if one[0].known][: used.neighbours]
    unknown = [one for one in speaking if not one[0].known][:1]
    if unknown and (not known or unknown[0][1] <= known[0][1]):
        spot, km = unknown[0]
        solid = spot.id in here or km <= used.solid_km
        return Said("unknown", None, solid, None, (Share(spot.id, km, 1.0),), "place")
    shares = _shares(known, used)
    chances = pooled([spot for spot, _ in known], [one.weight for one in shares], used.floor)
    top = max(sorted(chances), key=lambda state: chances[state])
    nearest, km = known[0]
    solid = nearest.id in here or km <= (used.calm_km if is_calm(around, used) else used.solid_km)
    if chances[top] < control_table().status.leaning or top == OTHER:
        return Said("unknown", None, solid, None, shares, "split")
    if top == CONTESTED:
        return Said("contested", None, solid, chances[top], shares)
    speaks = [spot.status for spot, _ in known if spot.holder == top]
    return Said(speaks[0] if speaks else "leaning", top, solid, chances[top], shares)


def pooled(spots: Sequence[Spot], weights: Sequence[float], floor: float) -> dict[str, float]:
    """The logarithmic opinion pool (Genest and Zidek 1986): the weighted geometric mean, made to sum to 1."""
    states = sorted({state for spot in spots for state in spot.chances})
    logs = {
        state: fsum(
            weight * log(max(spot.chances.get(state, 0.0), floor))
            for spot, weight in zip(spots, weights, strict=True)
        )
        for state in states
    }
    most = max(logs.values())
    raw = {state: exp(value - most) for state, value in logs.items()}
    whole = fsum(raw.values())
    return {state: value / whole for state, value in raw.items()}


def is_calm(around: Sequence[Near], used: Numbers) -> bool:
    """True in an interior: enough places around, all held or leaning to one party, none stirred lately."""
    if len(around) < used.calm_places:
        return False
    holders = {spot.holder for spot, _ in around}
    return len(holders) == 1 and None not in holders and not any(spot.stirred for spot, _ in around)


def _shares(known: Sequence[Near], used: Numbers) -> tuple[Share, ...]:
    raw = [used.weight(km, spot.age) for spot, km in known]
    whole = fsum(raw)
    return tuple(Share(spot.id, km, weight / whole) for (spot, km), weight in zip(known, raw, strict=True))
