"""Which found claim is which coded claim: the same sentence, the same type, places that agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from whoholds.evaluate.coding import CodedClaim
from whoholds.evaluate.names import same_party, share_word, words
from whoholds.gazetteer.nearness import distance_km
from whoholds.model import Precision, Span

SAME_SENTENCE = 0.5  # of the characters that either quotation has, the share that both have
NEAR_KM, NEAR_NAMED_KM = 8.0, 25.0
AREA_KM, AREA_NAMED_KM = 60.0, 300.0
AREAS = frozenset({Precision.DISTRICT, Precision.PROVINCE})


@dataclass(frozen=True, slots=True)
class Agreement:
    """What must agree beside the sentence."""

    types: bool = True
    places: bool = True


Pairs = tuple[tuple[int, int], ...]


def match_claims(
    gold: Sequence[CodedClaim], found: Sequence[CodedClaim], agreement: Agreement | None = None
) -> Pairs:
    """Pairs (number in `gold`, number in `found`), each claim in one pair at most.

    Claims that are not optional are served first, then the pairs that agree on most.
    """
    needed = agreement or Agreement()
    possible = [
        (not one.optional, _likeness(one, other), first, second)
        for first, one in enumerate(gold)
        for second, other in enumerate(found)
        if _may_pair(one, other, needed)
    ]
    pairs: list[tuple[int, int]] = []
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    for *_, first, second in sorted(possible, reverse=True):
        if first not in taken_gold and second not in taken_found:
            taken_gold.add(first)
            taken_found.add(second)
            pairs.append((first, second))
    return tuple(pairs)


def same_place(one: CodedClaim, other: CodedClaim) -> bool:
    """True when the places of two claims agree.

    Settlements within 8 km, or 25 km with a word of the name in common; a district or province within 60 km,
    or 300 km with a word in common; a country by name. Without a position, by all words of the names.
    """
    named = share_word(one.place, other.place)
    kinds = {one.precision, other.precision}
    if Precision.COUNTRY in kinds:
        return named
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return set(words(one.place)) == set(words(other.place))
    near, near_named = (AREA_KM, AREA_NAMED_KM) if kinds & AREAS else (NEAR_KM, NEAR_NAMED_KM)
    return distance_km(one.lat, one.lon, other.lat, other.lon) <= (near_named if named else near)


def overlap(one: Span | None, other: Span | None) -> float:
    """Characters that two spans share, over those that either has; 0 where one stands nowhere."""
    if one is None or other is None:
        return 0.0
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(0, shared) / (max(one.end, other.end) - min(one.start, other.start))


def _may_pair(one: CodedClaim, other: CodedClaim, needed: Agreement) -> bool:
    return (
        overlap(one.at, other.at) >= SAME_SENTENCE
        and (not needed.types or one.type == other.type)
        and (not needed.places or same_place(one, other))
    )


def _likeness(one: CodedClaim, other: CodedClaim) -> float:
    """How much two claims agree on; the order of the sum settles ties, so it stays as it is."""
    return (
        overlap(one.at, other.at)
        + (one.type == other.type)
        + 0.5 * share_word(one.claimer, other.claimer)
        + 0.3 * same_party(one.actor, other.actor)
        + 0.2 * (one.start == other.start)
        + 0.2 * share_word(one.place, other.place)
    )
