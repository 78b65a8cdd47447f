"""Who did it where a sentence tells again of an event without saying who: "the clashes went on"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from whoholds.lexicon import word_set
from whoholds.model import EventType, Factuality
from whoholds.picture import ResolvedClaim
from whoholds.text.triggers import lemma_of

FIGHTS = (EventType.CLASH, EventType.AIRSTRIKE, EventType.SHELLING, EventType.SIEGE, EventType.REPEL)
TAKING = (EventType.CAPTURE, EventType.HANDOVER)
ABOUT = timedelta(days=14)
NEAR = 900  # characters back to what "the clashes" points to


def told_again(claims: Sequence[ResolvedClaim], text: str) -> tuple[ResolvedClaim, ...]:
    """The claims of one report; those that name nobody get actor and recipient of the event told before.

    That is an event of the same type at the same place, or to which "the" points, all of whose tellings agree
    on the actor; none on other days, none that is planned or denied, and no fall that is told as undone.
    """
    found = list(claims)
    for number, claim in enumerate(claims):
        if not _names_nobody(claim):
            continue
        told = [one for one in claims if one is not claim and one.actor is not None and _is_told(one, claim)]
        same = [one for one in told if one.place == claim.place] or _pointed_to(claim, told, text)
        if same and len({one.actor for one in same}) == 1:
            others = {one.recipient for one in same}
            recipient = claim.recipient or (others.pop() if len(others) == 1 else None)
            if recipient != same[0].actor:
                found[number] = replace(claim, actor=same[0].actor, recipient=recipient)
    return tuple(found)


def _names_nobody(claim: ResolvedClaim) -> bool:
    told = claim.claim
    return (
        claim.actor is None and told.actor is None and told.coded is None and told.type in (*FIGHTS, *TAKING)
    )


def _is_told(one: ResolvedClaim, claim: ResolvedClaim) -> bool:
    certain = one.claim.factuality not in (Factuality.FUTURE, Factuality.DENIED)
    undone = _is(claim, "losing") and _is(one, "own_gain")  # "it fell", "they retook it"
    return one.claim.type is claim.claim.type and not undone and certain and _may_be_at_once(one, claim)


def _is(claim: ResolvedClaim, kind: str) -> bool:
    """True for an event that is told by a word of that kind: of losing, of an own gain."""
    first, *_ = (claim.trigger or "").split() or [""]
    return lemma_of(first) in word_set("sides", kind)


def _may_be_at_once(one: ResolvedClaim, other: ResolvedClaim) -> bool:
    """True unless their days lie apart; news without a day are of about the day they came."""
    first, second = one.days, other.days
    if first.start is None and first.end is not None and second.start is not None:
        first = replace(first, start=first.end - ABOUT)
    later = first.start is not None and second.end is not None and first.start > second.end
    earlier = second.start is not None and first.end is not None and second.start > first.end
    return not (later or earlier)


def _pointed_to(claim: ResolvedClaim, told: Sequence[ResolvedClaim], text: str) -> list[ResolvedClaim]:
    """What "the clashes" points to: the event of that type told last, not far before."""
    trigger = claim.claim.trigger
    before = text[: trigger.start].split()[-1:] if trigger is not None else []
    if not before or before[0].lower() not in word_set("pointing", "definite"):
        return []
    start = claim.claim.quote.start
    earlier = [one for one in told if start - NEAR < one.claim.quote.start < start]
    last = max((one.claim.quote for one in earlier), default=None, key=lambda quote: quote.start)
    return [one for one in earlier if one.claim.quote == last]
