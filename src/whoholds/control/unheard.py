"""Whose loss is claimed, and who has said nothing of it in the reports at hand."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from whoholds.carried import is_carried_over
from whoholds.control.positions import HOLDS, NOT, is_change, named_party, position_of
from whoholds.model import Factuality
from whoholds.picture import ResolvedClaim

DOUBTED = (Factuality.DENIED, Factuality.FUTURE)


def unheard(
    claims: Iterable[ResolvedClaim], government: str | None = None, *, silent: Collection[str] = ()
) -> tuple[str, ...]:
    """The parties that by some of these claims lost the place, and for whom nobody speaks in any of them.

    Who is said not to have commented (`silent`) is left out. Where a claim does not say who lost the place,
    it is the party whose territory it is, `government`. What stands in no report can have been said all the
    same: this tells of the reports, not of the party.
    """
    told = [claim for claim in claims if claim.counts]
    heard = {claim.side for claim in told} | {claim.claimer for claim in told} | set(silent)
    lost = {_loser(claim, government) for claim in told if not is_carried_over(claim)}
    return tuple(sorted(party for party in lost if party is not None and party not in heard))


def _loser(claim: ResolvedClaim, government: str | None) -> str | None:
    """The party that lost the place by a claim of a change; None where there is none, or it is not known."""
    position = position_of(claim)
    if position is None or not is_change(claim) or claim.claim.factuality in DOUBTED:
        return None
    if position.act == NOT:
        return named_party(position.party)
    if position.act != HOLDS:
        return None
    loser = named_party(claim.recipient) or government
    return loser if loser != position.party else None
