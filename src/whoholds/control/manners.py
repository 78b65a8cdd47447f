"""How a claim is told: by whom, as what."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from whoholds.control.claimers import (
    Interest,
    interest_of,
    is_answered_for,
    is_own_denial,
    is_said_as_certain,
)
from whoholds.control.evidence import is_baseline
from whoholds.control.lately import Lately
from whoholds.ontology import Parties, parties
from whoholds.picture import ResolvedClaim


@dataclass(frozen=True, slots=True)
class Manner:
    """How a claim is told: by who gains by it; somebody else stands by it, as a fact, as a denial of his own,
    in a baseline."""

    own: bool
    firm: bool
    certain: bool
    own_denial: bool
    baseline: bool


_lately = Lately[ResolvedClaim, tuple[Parties, Manner]]()


def manner_of(claim: ResolvedClaim) -> Manner:
    """How a claim is told."""
    known = parties()
    kept = _lately.of(claim)
    if kept is not None and kept[0] is known:
        return kept[1]
    own = interest_of(claim) is Interest.OWN
    firm = not own and is_answered_for(claim)
    found = _manner(own, firm, is_said_as_certain(claim), is_own_denial(claim), is_baseline(claim))
    return _lately.keep(claim, (known, found))[1]


_manner = cache(Manner)  # one object for each
