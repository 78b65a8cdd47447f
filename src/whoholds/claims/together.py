"""Parties of whom one sentence tells that they took a place together: one of them stands for all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from whoholds.model import EventType, Factuality
from whoholds.ontology import parties
from whoholds.picture import ResolvedClaim

TOGETHER = (EventType.CAPTURE, EventType.HANDOVER, EventType.HOLD)


def with_allies(claims: Sequence[ResolvedClaim]) -> tuple[ResolvedClaim, ...]:
    """The claims of one report; of those of several parties for one deed all but one name it in `beside`.

    That is the party whose country the place is in, else the one named first. One deed: one type, word,
    place, days, commitment and claimer, in one sentence; of a hold, where they are allies. In a chain in
    which one party holds a place, such claims would make each other doubtful where the sentence sees none.
    """
    order = sorted(range(len(claims)), key=lambda number: _begins(claims[number]))
    first: dict[object, ResolvedClaim] = {}
    beside: dict[int, str] = {}
    for number in order:
        claim = claims[number]
        if not _is_one_deed(claim) or claim.actor is None:
            continue
        leader = first.setdefault(_deed(claim), claim).actor
        if leader is not None and leader != claim.actor and _act_together(leader, claim):
            beside[number] = leader
    return tuple(
        replace(claim, beside=beside[number]) if number in beside else claim
        for number, claim in enumerate(claims)
    )


def _begins(claim: ResolvedClaim) -> tuple[bool, int]:
    actor, party = claim.claim.actor, parties().get(claim.actor or "")
    country = claim.place.country if claim.place is not None else None
    abroad = party is None or country is None or country not in party.countries[:1]
    return abroad, actor.span.start if actor is not None else claim.claim.quote.end


def _is_one_deed(claim: ResolvedClaim) -> bool:
    told = claim.claim
    return told.type in TOGETHER and told.trigger is not None and told.factuality is not Factuality.DENIED


def _deed(claim: ResolvedClaim) -> object:
    told = claim.claim
    place = claim.place.id if claim.place is not None else claim.place_name
    said = (told.factuality, told.attribution.claimer, claim.side)
    return told.type, told.quote, told.trigger, place, claim.precision, claim.days, said


def _act_together(leader: str, claim: ResolvedClaim) -> bool:
    """True for who takes a place with another; of a hold, where they are allies: one may hold half of it."""
    first, second = parties().get(leader), parties().get(claim.actor or "")
    if claim.claim.type is not EventType.HOLD or first is None or second is None:
        return claim.claim.type is not EventType.HOLD
    return second.name in first.allies or first.name in second.allies
