"""Counts of people over several claims: a range that holds all of them, with each claim's own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from whoholds.model import Estimate
from whoholds.picture import EventFigure, ResolvedClaim


def event_figures(claims: Sequence[ResolvedClaim]) -> tuple[EventFigure, ...]:
    """One figure for each kind and group of people, in order of name; conflicting counts stay a range."""
    told: dict[tuple[str, str | None], list[tuple[str, Estimate]]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: claim.id):
        for figure in claim.claim.figures:
            told[figure.kind, figure.who].append((claim.id, figure.estimate))
    keys = sorted(told, key=lambda key: (key[0], key[1] or ""))
    return tuple(
        EventFigure(kind, who, widest([estimate for _, estimate in told[kind, who]]), tuple(told[kind, who]))
        for kind, who in keys
    )


def widest(estimates: Sequence[Estimate]) -> Estimate:
    """The range over estimates: open where one is open; `best` only where all that give one agree.

    Raises `ValueError` where there are none.
    """
    if not estimates:
        raise ValueError("There is no range over no estimates: give at least one.")
    lows = [estimate.low for estimate in estimates]
    highs = [estimate.high for estimate in estimates]
    bests = {estimate.best for estimate in estimates if estimate.best is not None}
    low = None if None in lows else min(number for number in lows if number is not None)
    high = None if None in highs else max(number for number in highs if number is not None)
    return Estimate(low, bests.pop() if len(bests) == 1 else None, high)
