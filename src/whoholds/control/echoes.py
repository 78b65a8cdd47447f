"""What a report tells in its own voice of what it quotes others for: the summary of them, and no second word.

"Rebels take the city" above "the rebels took the city, a resident said" is the resident's word twice.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from whoholds.control.evidence import is_baseline, rows_of
from whoholds.control.lately import Lately
from whoholds.control.positions import CONTESTED, HOLDS, NOT, OTHER, Position, position_of
from whoholds.control.table import control_table
from whoholds.model import Factuality
from whoholds.picture import ResolvedClaim

_lately = Lately[ResolvedClaim, tuple[ResolvedClaim, ResolvedClaim]]()


def mark_echoes(claims: Sequence[ResolvedClaim]) -> tuple[ResolvedClaim, ...]:
    """The claims of one report in their order; those in its own voice that tell what it quotes somebody for
    are marked with the id of the claim of who is quoted, of several that which weighs most."""
    quoted = [one for one in claims if _is_attributed(one) and position_of(one) is not None]
    if not quoted:
        return tuple(claims)
    return tuple(_marked(claim, quoted) for claim in claims)


def _marked(claim: ResolvedClaim, quoted: Sequence[ResolvedClaim]) -> ResolvedClaim:
    if _is_attributed(claim) or claim.side is not None or is_baseline(claim):
        return claim
    same = [one for one in quoted if _tells_it(one, claim)]
    if not same:
        return claim
    strongest = max(same, key=lambda one: (_nats(one), one.id))
    return replace(claim, echoes=strongest.id)


def _is_attributed(claim: ResolvedClaim) -> bool:
    """True where somebody is quoted for a claim, if only "sources" or another medium."""
    named = claim.claimer is not None or claim.relayed_by is not None
    return named or claim.claim.attribution.unnamed


def _tells_it(quoted: ResolvedClaim, claim: ResolvedClaim) -> bool:
    """True where who is quoted tells what a claim tells of its place, of about the same days."""
    if quoted.place is None or claim.place is None or quoted.place.id != claim.place.id:
        return False
    if quoted.inferred or not quoted.counts or _is_denied(quoted) is not _is_denied(claim):
        return False
    told, said = position_of(quoted), position_of(claim)
    if told is None or said is None or not _follows(said, told):
        return False
    window = timedelta(days=control_table().redundancy.window_days)
    (start, end), (begun, ended) = ((one.days.start, one.days.end) for one in (quoted, claim))
    later = start is not None and ended is not None and start - ended > window
    return not later and not (begun is not None and end is not None and begun - end > window)


def _follows(said: Position, told: Position) -> bool:
    """True where it is the same as what is told, or less of it: that somebody took it or another lost it."""
    if said == told:
        return True
    if told.act != HOLDS or told.party == CONTESTED:
        return False
    return said == Position(HOLDS, OTHER) or (said.act == NOT and said.party != told.party)


def _is_denied(claim: ResolvedClaim) -> bool:
    return claim.claim.factuality is Factuality.DENIED


def _nats(claim: ResolvedClaim) -> float:
    return max((row.nats for row in rows_of(claim, control_table()) if not row.not_yet), default=0.0)


def as_quoted(claims: Mapping[str, ResolvedClaim]) -> Mapping[str, ResolvedClaim]:
    """The claims by id; those that only sum up what another one is quoted for as that one's word."""
    return {
        name: claim if claim.echoes is None else _as_word_of(claims.get(claim.echoes), claim)
        for name, claim in claims.items()
    }


def _as_word_of(quoted: ResolvedClaim | None, claim: ResolvedClaim) -> ResolvedClaim:
    """The claim as told by who is quoted, no surer than that; itself where his word does not count."""
    if quoted is None or not quoted.counts:
        return claim
    kept = _lately.of(claim)
    if kept is not None and kept[0] is quoted:
        return kept[1]
    word = quoted.claim
    said = replace(
        claim.claim,
        attribution=word.attribution,
        factuality=word.factuality,
        unverified=word.unverified or claim.claim.unverified,
    )
    made = replace(
        claim,
        claim=said,
        claimer=quoted.claimer,
        side=quoted.side,
        relayed_by=quoted.relayed_by,
        own_interest=quoted.own_interest,
        against_interest=quoted.against_interest,
        credited=quoted.credited,
        grade=quoted.grade,
    )
    return _lately.keep(claim, (quoted, made))[1]
