"""When a claim is of: by which day it is known, or only that it was before."""

from __future__ import annotations

import re
from itertools import pairwise

from whoholds.lexicon import word_set
from whoholds.model import EventType, Factuality
from whoholds.ontology import event_types
from whoholds.picture import ResolvedClaim

HALF_A_YEAR = 180  # days
_WORD = re.compile(r"\w+")


def is_dated(claim: ResolvedClaim) -> bool:
    """True when a day bounds the claim: by its words, by a coder, or by when its report was published; and
    what is past is known to less than half a year, and not only to be of an earlier time."""
    bounded = claim.published is not None or claim.days.end is not None
    return bounded and not is_of_a_year(claim) and not is_of_before(claim)


def is_of_before(claim: ResolvedClaim) -> bool:
    """True when all that is said of its time is that it was earlier ("once captured by the rebels"), or long
    after what has no day either ("recaptured it a year later")."""
    time = claim.claim.time
    return time is not None and not claim.dated and (time.inferred or _is_long_after(claim))


def _is_long_after(claim: ResolvedClaim) -> bool:
    """True for a change told of "a year later", "the following spring": so long after nobody knows what."""
    time, begins = claim.claim.time, claim.claim.quote.start
    if time is None or not event_types()[claim.claim.type].change:
        return False
    said = claim.quote[time.span.start - begins : time.span.end - begins].lower()
    words = frozenset(_WORD.findall(said))
    later = not words.isdisjoint(word_set("timing", "long_after"))
    return later and not words.isdisjoint(word_set("timing", "long_after", "units"))


def is_of_a_year(claim: ResolvedClaim) -> bool:
    """True when what is told of the past can be of any day of half a year or more ("occupied in 2015").

    A state may last as long ("held it from 2011 until May"): it is of no day where whole years are said.
    """
    start, end = claim.days.start, claim.days.end
    if claim.claim.ongoing or start is None or end is None:
        return False
    if claim.claim.type is EventType.HOLD:
        return (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
    return (end - start).days >= HALF_A_YEAR


def is_of_no_longer(claim: ResolvedClaim) -> bool:
    """True for "no longer holds it", by which it was held before; not for "does not hold it"."""
    if claim.claim.type is not EventType.HOLD or claim.claim.factuality is not Factuality.DENIED:
        return False
    pairs = pairwise(_WORD.findall(claim.quote.lower()))
    return any(one in ("no", "any") and other in word_set("timing", "no_longer") for one, other in pairs)
