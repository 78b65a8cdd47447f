"""Who says so, and what it is worth to them: class of claimer, interest, and the Admiralty letter."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from whoholds.carried import denies_in_words
from whoholds.control.of_before import is_of_no_longer
from whoholds.control.positions import CHANGES, CONTESTED, HOLDS, NOT, OTHER, named_party, position_of
from whoholds.control.table import Table, control_table
from whoholds.model import EventType, Factuality
from whoholds.ontology import event_types, parties
from whoholds.picture import ResolvedClaim
from whoholds.voice_keys import is_named

BASELINE = "baseline"
WORD = re.compile(r"[^\W_]+")


class Interest(StrEnum):
    """What the claim is to its claimer's own side."""

    OWN = "own"
    AGAINST = "against"
    NEUTRAL = "neutral"


def interest_of(claim: ResolvedClaim, government: str | None = None) -> Interest:
    """Whether the claim is to the advantage or disadvantage of its claimer's side.

    What was resolved counts; where nothing was, the side is compared with who gains and who loses. A party
    that tells of another one's retreat is taken to gain by it, and by what its ally takes; the party whose
    territory it is (`government`) loses by every place that another one takes.
    """
    if claim.against_interest:
        return Interest.OWN if _stays_on_its_side(claim) else Interest.AGAINST
    if claim.own_interest:
        return Interest.OWN
    position = position_of(claim)
    if claim.side is None or position is None or position.act not in (HOLDS, NOT):
        return Interest.NEUTRAL
    if position.party == CONTESTED:
        return Interest.NEUTRAL
    return _compared(claim, position.act, position.party, government)


def _compared(claim: ResolvedClaim, act: str, party: str | None, government: str | None) -> Interest:
    if claim.side == party:
        return Interest.OWN if act == HOLDS else Interest.AGAINST
    doer = party in (claim.actor, named_party(claim.actor), OTHER)
    other = claim.recipient if doer else claim.actor
    if party == OTHER and claim.actor is None and claim.recipient is None and _is_group(claim.side):
        return Interest.OWN  # a fall told by an armed group that governs: of its own losses it says so
    if act == HOLDS and claim.side == (other or government):
        return Interest.AGAINST
    if act == HOLDS and party == OTHER and claim.actor is None:
        return Interest.NEUTRAL if are_allies(claim.side, other or government) else Interest.OWN
    if act == HOLDS:
        return Interest.OWN if are_allies(claim.side, party) else Interest.NEUTRAL
    return Interest.OWN if other in (None, claim.side) else Interest.NEUTRAL


def _stays_on_its_side(claim: ResolvedClaim) -> bool:
    """True where a side tells that it gave a place to its own ally: no loss of it."""
    taker, loser = claim.actor, claim.recipient
    if event_types()[claim.claim.type].control == "actor_leaves":
        taker, loser = loser, taker
    return claim.side == loser and are_allies(loser, taker)


def _is_group(side: str | None) -> bool:
    party = parties().get(side) if side else None
    return party is not None and party.is_group


def are_allies(one: str | None, other: str | None) -> bool:
    """True for parties that fight on one side: what the one gains is the other's gain."""
    first, second = (parties().get(name) if name else None for name in (one, other))
    return bool(first and second and (second.name in first.allies or first.name in second.allies))


def class_of(claim: ResolvedClaim, table: Table | None = None, government: str | None = None) -> str:
    """The class of a claim's claimer, one of `table.CLAIMER_CLASSES`; the table of ratios is kept by it."""
    table = table or control_table()
    if claim.extractor.partition("/")[0] == BASELINE:
        return BASELINE
    words = _words(claim.claimer, claim.relayed_by)
    if _any_of(words, table, "imagery"):
        return "imagery_verified" if _verified(claim, table) else "imagery_unverified"
    if claim.side is not None:
        return _partisan(claim, table, government)
    if claim.own_interest:
        return "own_gain"  # of a side that does not say which it is
    if claim.claimer is None or claim.claimer == "unnamed":
        unnamed = claim.claim.attribution.unnamed or claim.claimer == "unnamed"
        return "unnamed" if unnamed else "reporter"
    words = _words(claim.claimer)
    if _any_of(words, table, "agencies"):
        return "media"
    return next(
        (name for name in ("monitor", "media", "official", "resident") if _any_of(words, table, name)),
        "other",
    )


def is_own_denial(claim: ResolvedClaim) -> bool:
    """True where a side denies that it took the place: "the Taliban denied that they had captured it".

    That another one holds it is only what follows; a HOLD against the claimer's own side is read from it.
    """
    said = claim.claim
    if claim.side is None:
        return False
    if said.type is EventType.HOLD:
        return claim.recipient == claim.side != claim.actor and denies_in_words(claim)
    return said.type in CHANGES and said.factuality is Factuality.DENIED and claim.actor == claim.side


def is_said_as_certain(claim: ResolvedClaim) -> bool:
    """True for what is told as a fact: not "apparently", not "seems to", no denial, whoever denies; but
    "no longer holds it" tells of a loss."""
    denied = claim.claim.type is EventType.HOLD and denies_in_words(claim)
    certain = claim.claim.factuality is Factuality.CERTAIN and not denied and not is_own_denial(claim)
    return certain or is_of_no_longer(claim)


def is_answered_for(claim: ResolvedClaim, table: Table | None = None) -> bool:
    """True where somebody stands by a claim: not a possibility, a rumour, or what could not be verified.

    Somebody is the report in its own voice, a claimer with a name, or one of a class that can be asked again
    (residents, officials, media, monitors). Any number of rumours is still a rumour.
    """
    said = claim.claim
    if said.unverified or said.factuality in (Factuality.POSSIBLE, Factuality.FUTURE):
        return False
    kind = class_of(claim, table)
    if kind == "other":
        return claim.claimer is not None and is_named(claim.claimer)
    return kind not in ("unnamed", "imagery_unverified")


def reliability_of(claim: ResolvedClaim, table: Table | None = None, government: str | None = None) -> str:
    """The Admiralty letter (A to F) of the claimer: the one an analyst pinned, else that of the class."""
    table = table or control_table()
    return claim.grade or table.admiralty[class_of(claim, table, government)]


def _partisan(claim: ResolvedClaim, table: Table, government: str | None) -> str:
    interest = interest_of(claim, government)
    if interest is Interest.AGAINST:
        words = _words(claim.claimer)
        apart = _any_of(words, table, "sympathiser") and not _any_of(words, table, "speaking_for")
        return "sympathiser" if apart else "admission"
    if interest is Interest.NEUTRAL:
        return "outsider"
    return "denied_loss" if claim.claim.factuality is Factuality.DENIED else "own_gain"


def _verified(claim: ResolvedClaim, table: Table) -> bool:
    said = _words(claim.claimer, claim.relayed_by, claim.quote)
    if claim.claim.unverified or _any_of(said, table, "negated"):
        return False
    return _any_of(said, table, "verified")


@lru_cache(maxsize=4096)
def _words(*texts: str | None) -> str:
    said = " ".join(text for text in texts if text)
    return " " + " ".join(WORD.findall(said.casefold())) + " "


def _any_of(words: str, table: Table, name: str) -> bool:
    return words != "  " and any(f" {word} " in words for word in table.words[name])
