"""Borders between types and claims that the codebook draws (2, 2.1): denied losses, doubles."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from whoholds.claims.being import named_after_be
from whoholds.claims.sentence import Sentence
from whoholds.lexicon import word_set
from whoholds.model import Claim, EventType, Factuality, Span

TAKING = (EventType.CAPTURE, EventType.HANDOVER)


def as_coded(claim: Claim) -> Claim:
    """A loss that is denied is a hold by the holder, certain: the actor becomes who loses."""
    if claim.factuality is not Factuality.DENIED or claim.type not in TAKING:
        return claim
    return replace(
        claim,
        type=EventType.HOLD,
        actor=claim.recipient,
        recipient=claim.actor,
        factuality=Factuality.CERTAIN,
        ongoing=True,
    )


def without_doubles(claims: Sequence[Claim], sentence: Sentence) -> list[Claim]:
    """One claim for each (type, place, claimer, time, joint actor); none of a place in a series."""
    kept: dict[tuple[object, ...], Claim] = {}
    repelled = {c.trigger for c in claims if c.type is EventType.REPEL}
    actors = {(claim.trigger, claim.actor) for claim in claims if claim.actor is not None}
    shared = {trigger for trigger, _ in actors if sum(one == trigger for one, _ in actors) > 1}
    for claim in claims:
        if _is_told_again(claim, sentence) or _is_object_of(claim, repelled, sentence):
            continue
        joint = claim.actor if claim.trigger in shared else _taker(claim, sentence)
        key = (claim.type, claim.place, claim.attribution.claimer, claim.time, claim.factuality, joint)
        if key not in kept or _parties(claim) > _parties(kept[key]):
            kept[key] = claim
    return list(kept.values())


def _taker(claim: Claim, sentence: Sentence) -> str | None:
    """The name of who takes a place: another one who takes it on the same day is no double."""
    if claim.type not in TAKING or claim.actor is None:
        return None
    found = sentence.report.parties_in(claim.actor.span)
    return found[0].name if found else None


def _is_object_of(claim: Claim, triggers: Set[Span | None], sentence: Sentence) -> bool:
    """True for the attack in "repelled an attack": the repelling is coded, which stands higher."""
    if claim.trigger is None or claim.type is not EventType.CLASH:
        return False
    verb = sentence.parsed.tokens_in(claim.trigger)[-1].head
    return any(span is not None and sentence.span_of(verb).within(span) for span in triggers)


def _is_told_again(claim: Claim, sentence: Sentence) -> bool:
    """ "the second capital to fall", "becoming the first to be taken": a place in a series, told again."""
    if claim.trigger is None or claim.type not in TAKING:
        return False
    token = sentence.parsed.tokens_in(claim.trigger)[0]
    if named_after_be(token.head) is not None:
        return False
    return token.dep_ in ("relcl", "acl") and any(_counts_series(c.lower_) for c in token.head.children)


def _counts_series(word: str) -> bool:
    """True for "second", "10th", "latest"."""
    numbered = word[:1].isdigit() and word[-2:] in ("st", "nd", "rd", "th")
    return numbered or word in word_set("pointing", "series")


def _parties(claim: Claim) -> int:
    return (claim.actor is not None) + (claim.recipient is not None)
