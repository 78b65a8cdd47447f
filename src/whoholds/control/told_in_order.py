"""The order of changes of hands that one report tells one after the other: "the army took it back later"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from whoholds.carried import is_carried_over
from whoholds.control.evidence import day_of
from whoholds.control.of_before import is_of_before
from whoholds.control.positions import is_change, said_of
from whoholds.lexicon import word_set
from whoholds.model import EventType, Factuality, Span
from whoholds.picture import ResolvedClaim

BEFORE, BEHIND = 40, 60  # characters around a change in which an order word belongs to it
CLOSE = 25  # characters before a change in which "had" belongs to it
_WORD = re.compile(r"[a-z]+")


def overtaken(claims: Iterable[ResolvedClaim]) -> Mapping[str, date]:
    """The last day of each change that the words of its report put before another, by claim id.

    Both tell of one place and exclude each other, and by their days either may be the later. Then an order
    word beside the one told last ("later", "retook") puts it last, and "had" beside it puts it first. So too
    for a hold that the same voice puts in the present: "it is again in the army's hands".
    """
    found: dict[str, date] = {}
    for told in _together(claims):
        for place, claim in reversed(list(enumerate(told))):
            for other in told[place + 1 :]:
                _put_in_order(claim, other, found)
    return found


def _put_in_order(claim: ResolvedClaim, other: ResolvedClaim, found: dict[str, date]) -> None:
    """Note the last day of the earlier of two changes; `other` is told after `claim`."""
    if _is_held(claim) or not _exclude(claim, other):
        return
    if _is_looked_back_on(claim, other):
        earlier, later = other, claim
    elif _is_told_as_later(claim, other):
        earlier, later = claim, other
    else:
        return
    last = found.get(later.id, day_of(later)) - timedelta(days=1)
    begun = earlier.days.start
    if found.get(earlier.id, day_of(earlier)) > last and (begun is None or begun <= last):
        found[earlier.id] = last


def _together(claims: Iterable[ResolvedClaim]) -> Iterable[Sequence[ResolvedClaim]]:
    """The changes and present holds that a report tells of a place, in its order; two or more."""
    told: dict[tuple[str, str], list[ResolvedClaim]] = defaultdict(list)
    for claim in claims:
        counts = (
            claim.counts and not is_carried_over(claim) and claim.claim.factuality is not Factuality.DENIED
        )
        if counts and claim.place is not None and claim.claim.trigger is not None and _is_told(claim):
            told[claim.claim.report, claim.place.id].append(claim)
    several = (together for together in told.values() if len(together) > 1)
    return [sorted(together, key=lambda one: (_at(one).start, one.id)) for together in several]


def _is_told(claim: ResolvedClaim) -> bool:
    return is_change(claim) or _is_held(claim)


def _is_held(claim: ResolvedClaim) -> bool:
    return claim.claim.type is EventType.HOLD and claim.claim.ongoing


def _exclude(claim: ResolvedClaim, other: ResolvedClaim) -> bool:
    first, second = said_of(claim), said_of(other)
    if is_of_before(claim) or is_of_before(other):
        return False
    return first is not None and second is not None and first.excludes(second)


def _at(claim: ResolvedClaim) -> Span:
    return claim.claim.trigger or claim.claim.quote


def _words(claim: ResolvedClaim, start: int, end: int) -> set[str]:
    """The words of a claim's quotation between two places of the report, in small letters."""
    begins = claim.claim.quote.start
    return set(_WORD.findall(claim.quote[max(0, start - begins) : max(0, end - begins)].lower()))


def _is_looked_back_on(claim: ResolvedClaim, other: ResolvedClaim) -> bool:
    """True for "M23 took Sake. The army had recaptured it": of a sentence of its own, in its own voice."""
    at = _at(other)
    if _is_held(other):
        return False
    had = "had" in _words(other, at.start - CLOSE, at.start)
    own = other.claimer is None and claim.claimer is None
    return had and own and claim.claim.quote != other.claim.quote


def _is_told_as_later(claim: ResolvedClaim, other: ResolvedClaim) -> bool:
    """True where an order word stands beside the one told last; not in a clause of an earlier time."""
    at, since, held = _at(other), other.claim.quote.start, _is_held(other)
    if held and other.claimer != claim.claimer:
        return False
    if claim.claim.quote == other.claim.quote:
        since = _at(claim).end
        if _words(other, since, at.start) & word_set("timing", "of_before"):
            return False
    if "had" in _words(other, at.start - CLOSE, at.start) and other.claimer is None:
        return False
    near = _words(other, max(since, at.start - BEFORE), at.end + BEHIND)
    return bool(near & word_set("timing", "anew" if held else "order"))
