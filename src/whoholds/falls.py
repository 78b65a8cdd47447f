"""Who takes and who loses a place where only the teller of its fall has a side."""

from __future__ import annotations

import re
from functools import cache

from whoholds.claims.context import ReportWords
from whoholds.lexicon import word_set
from whoholds.model import Claim, EventType
from whoholds.officials import is_admitted, is_home_holder
from whoholds.ontology import parties
from whoholds.text.held_words import is_held_by
from whoholds.text.triggers import lemma_of

TAKING = (EventType.CAPTURE, EventType.HANDOVER)


def taker_untold(claim: Claim, words: ReportWords, side: str | None) -> str | None:
    """Who takes where no taker is named: the only armed group of the report, else by whose word it is."""
    loss = tells_of_loss(claim, words)
    own = side is not None and loss and _may_still_take(side, claim, words)
    if not loss and is_at_war(side) and _is_cued(claim, words, "announcing"):
        return side  # "the army announced the capture of Kidal, a rebel stronghold"
    if (holder := _holder_told(claim, words)) is not None and not own:
        return words.focus.opponent(holder, claim.quote.start)
    back = side is None and first_word(claim, words) in word_set("sides", "own_gain")
    taker = None if own or back else words.focus.taker()  # who took it back is not who had it
    return taker or _taker_by_side(claim, words, side)


def _holder_told(claim: Claim, words: ReportWords) -> str | None:
    """Whose a place is said to be: "Kidal, a rebel stronghold", "the Taliban-held town"."""
    named = (m for m in words.parties_in(claim.quote) if m.name and not m.metonym)
    return next((m.name for m in named if _is_place_of(words.text, m.span.end)), None)


def _is_place_of(text: str, end: int) -> bool:
    """True where "stronghold", "'s last bastion" or "-held" follow a name that ends at `end`."""
    return _strongholds().match(text, end) is not None or is_held_by(text, end)


@cache
def _strongholds() -> re.Pattern[str]:
    of_theirs = "|".join(sorted(word_set("sides", "strongholds")))
    which = "|".join(sorted(word_set("sides", "strongholds", "which")))
    return re.compile(rf"(?:['’]s? (?:\w+ )?| (?:(?:{which}) )?)(?:{of_theirs})\b")


def _taker_by_side(claim: Claim, words: ReportWords, side: str | None) -> str | None:
    """Who takes, in a war of two parties: who tells of a capture or liberation. Of a fall, the foe of the one
    that governs there, unless an armed group that came to govern tells of it: it goes on taking what it has
    not yet. None where neither governs, for then either may have lost it."""
    other = words.focus.opponent(side) if side is not None and claim.trigger is not None else None
    if side is None or other is None or not tells_of_loss(claim, words):
        return side if other is not None else None
    if is_home_holder(side, claim, words):
        return side if _may_still_take(side, claim, words) else other
    return side if is_home_holder(other, claim, words) else None


def by_own_fall(claim: Claim, words: ReportWords, side: str | None) -> tuple[str | None, str | None]:
    """Taker and loser where only the teller of a fall has a side: who governs there loses, a group takes.

    Any other state, and an organisation, only tells of it: neither. Nor is it told of a group that governs.
    """
    if side is None or not is_at_war(side) or _may_still_take(side, claim, words):
        return None, None
    if is_home_holder(side, claim, words):
        return None, side
    party = parties().get(side)
    return (side, None) if party is not None and party.is_group else (None, None)


def _may_still_take(side: str, claim: Claim, words: ReportWords) -> bool:
    """True for an armed group that governs, unless it admits what it tells."""
    party = parties().get(side)
    group = party is not None and party.is_group and is_home_holder(side, claim, words)
    return group and not is_admitted(claim, words)


def is_admitted_loss(claim: Claim, words: ReportWords) -> bool:
    """True for "Armenia has recognised the loss of Shusha": whoever says so lost it, and did not take it."""
    lost = claim.type in TAKING and first_word(claim, words) in word_set("sides", "own_loss")
    return lost and _is_cued(claim, words, "admitting")


def _is_cued(claim: Claim, words: ReportWords, kind: str) -> bool:
    """True where one of a list of words is that by which it is said."""
    cue = claim.attribution.cue
    said = cue.of(words.text).lower().split() if cue is not None else []
    return not word_set("sides", kind).isdisjoint(said)


def tells_of_loss(claim: Claim, words: ReportWords) -> bool:
    """True for "fell", "was lost": the loser is spoken of."""
    return first_word(claim, words) in word_set("sides", "losing")


def is_at_war(side: str | None) -> bool:
    """True for a side that can have land to lose: not an organisation, nor a power from far away."""
    party = parties().get(side or "")
    return party is not None and party.kind not in ("international", "foreign")


def first_word(claim: Claim, words: ReportWords) -> str:
    """The plain form of a trigger's first word."""
    first, *_ = (claim.trigger.of(words.text).split() if claim.trigger else []) or [""]
    return lemma_of(first)
