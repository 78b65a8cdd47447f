"""Counts of people over several claims: a range that holds all that stand, with each claim's own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from whoholds.events.corrections import GENERIC, counts_of, superseded
from whoholds.model import Estimate
from whoholds.picture import EventFigure, ResolvedClaim


def event_figures(claims: Sequence[ResolvedClaim]) -> tuple[EventFigure, ...]:
    """One figure for each kind and group of people, in order of name; conflicting counts stay a range.

    A count that was corrected later is kept with the claim that corrects it, and is out of the range.
    """
    counts = counts_of(claims)
    corrected = superseded(counts)
    groups: dict[tuple[str, str | None], list[int]] = defaultdict(list)
    for number, one in enumerate(counts):
        groups[one.kind, one.who].append(number)
    said = {(f.kind, f.who) for claim in claims for f in claim.claim.figures if f.who is not None}
    found = []
    for kind, who in sorted(groups, key=lambda key: (key[0], key[1] or "")):
        its = groups[kind, who]
        standing = [counts[number].estimate for number in its if number not in corrected]
        found.append(EventFigure(
            kind,
            who or next((GENERIC for one, name in said if one == kind and name.casefold() == GENERIC), None),
            widest(standing),
            tuple((counts[number].claim.id, counts[number].estimate) for number in its),
            tuple(corrected.get(number) for number in its),
        ))  # fmt: skip
    return tuple(found)


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
