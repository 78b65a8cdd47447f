"""Whether a claim's place was only carried over from the context, and so is no evidence of who holds it."""

from __future__ import annotations

import re
from functools import lru_cache

from whoholds.lexicon import read_lexicon
from whoholds.model import EventType
from whoholds.picture import ResolvedClaim

WORD = re.compile(r"[^\W_]+")


def is_carried_over(claim: ResolvedClaim) -> bool:
    """True where the place is not named and not pointed at either.

    A side's denial of what was told just before points at it: "residents said X had fallen. The army denied
    it" tells of X as surely as if it named the place.
    """
    return claim.inferred and not _denies_the_told(claim)


def _denies_the_told(claim: ResolvedClaim) -> bool:
    """True where all that is said is that it is not so: the words that say it are the event's too."""
    said = claim.claim
    if said.type is not EventType.HOLD or claim.side is None or not claim.own_interest:
        return False
    return said.trigger is not None and said.trigger == said.attribution.cue and denies_in_words(claim)


def denies_in_words(claim: ResolvedClaim) -> bool:
    """True where the words by which a claim is said deny something: "denied", "refuted"."""
    cue, quote = claim.claim.attribution.cue, claim.claim.quote
    if cue is None:
        return False
    said = claim.quote[cue.start - quote.start : cue.end - quote.start]
    return not _denying().isdisjoint(WORD.findall(said.lower()))


@lru_cache
def _denying() -> frozenset[str]:
    """The forms of the verbs that deny."""
    rows = [
        row
        for table in read_lexicon("en", "attribution").values()
        if isinstance(table, list)
        for row in table
    ]
    found = [row for row in rows if isinstance(row, dict) and row.get("class") == "deny"]
    return frozenset(word for row in found for word in str(row.get("forms", "")).split())
