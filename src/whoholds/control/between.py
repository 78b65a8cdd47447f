"""Places of which several parties are told to hold them, none likely enough alone: between whom it lies.

"One report says that these took the town, another that those did": that the third party lost it is sure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from whoholds.control.case import Case
from whoholds.control.evidence import Row
from whoholds.control.finding import Finder, Finding
from whoholds.control.positions import CONTESTED, HOLDS, NOT, OTHER, Position, named_party


def between(finder: Finder, belief: Sequence[float], found: Finding, on: date) -> tuple[str, ...]:
    """The parties between which it lies who holds a place, likeliest first; none where it is not so.

    Each is said to hold it near the day and is likelier than what a held place leaves to all others; together
    they are as likely as the holder of a held place, and none is likely enough to lean to it.
    """
    table, states = finder.case.chain.table, finder.case.chain.states
    if found.unknown_reason != "weak" or belief[found.top] >= table.status.leaning:
        return ()
    least = 1.0 - table.status.held
    named = [
        (chance, party)
        for party, chance in zip(states[:-2], belief, strict=False)
        if chance > least and finder.is_named(party, on)
    ]
    if len(named) < 2 or sum(chance for chance, _ in named) < table.status.held:
        return ()
    return tuple(party for _, party in sorted(named, key=lambda one: (-round(one[0], 6), one[1])))


def losses(case: Case, takers: Sequence[str]) -> Iterator[Row]:
    """What the changes of hands by which one of the takers came say of who lost the place by them.

    That is whom the claim names; where it names nobody, who has the place before anything is told.
    """
    favourite = max(case.chain.prior, key=case.chain.prior.__getitem__)
    for row in case.rows:
        if not row.change or row.position.act != HOLDS or row.position.party not in takers:
            continue
        loser = named_party(row.claim.recipient) or favourite
        if loser not in (*takers, OTHER, CONTESTED):
            yield replace(row, position=Position(NOT, loser))
