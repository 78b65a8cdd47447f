"""Which claims are taken back: an outlet's correction withdraws what it reported of a place before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from whoholds.gazetteer import Gazetteer
from whoholds.ontology import event_types
from whoholds.picture import ResolvedClaim
from whoholds.resolve import Told, cached_words
from whoholds.silences import place_of

REACH = timedelta(days=30)  # a correction withdraws what was published at most so long before it
WITHDRAWN = "taking"  # the group of event types that is withdrawn


@dataclass(frozen=True, slots=True)
class TakenBack:
    """A retraction with its words resolved: by which outlet, of which place (its id), known from when."""

    report: str
    outlet: str
    place: str
    known_from: datetime
    quote: str


def read_retractions(told: Told, gazetteer: Gazetteer) -> tuple[TakenBack, ...]:
    """The retractions of a report that has an outlet and names the place; others withdraw nothing."""
    outlet, retractions = told.report.outlet, told.extraction.retractions
    if outlet is None or not retractions:
        return ()
    words = cached_words(told.report, gazetteer)
    found = []
    for one in retractions:
        place = place_of(one.place, words)
        if place is not None:
            quote = one.quote.of(told.report.text)
            found.append(TakenBack(words.key, outlet, place.id, told.known_from, quote))
    return tuple(found)


def mark_retracted(
    claims: Iterable[ResolvedClaim], retractions: Sequence[TakenBack]
) -> tuple[ResolvedClaim, ...]:
    """The claims in their order; those that one of the retractions withdraws are marked with its report."""
    at: Mapping[tuple[str, str], list[TakenBack]] = _by_outlet_and_place(retractions)
    if not at:
        return tuple(claims)
    return tuple(_marked(claim, at) for claim in claims)


def _by_outlet_and_place(retractions: Sequence[TakenBack]) -> Mapping[tuple[str, str], list[TakenBack]]:
    found: dict[tuple[str, str], list[TakenBack]] = defaultdict(list)
    for one in sorted(retractions, key=lambda one: (one.known_from, one.report)):
        found[one.outlet, one.place].append(one)
    return found


def _marked(claim: ResolvedClaim, at: Mapping[tuple[str, str], list[TakenBack]]) -> ResolvedClaim:
    if claim.place is None or claim.outlet is None or event_types()[claim.claim.type].group != WITHDRAWN:
        return claim
    for one in at.get((claim.outlet, claim.place.id), ()):
        if one.report != claim.claim.report and timedelta(0) < one.known_from - claim.known_from <= REACH:
            return replace(claim, retracted=one.report)
    return claim
