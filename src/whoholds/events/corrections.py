"""Which counts of people were corrected later: the toll rose, was revised, or its teller gives another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from whoholds.lexicon import word_set
from whoholds.model import Estimate, Figure
from whoholds.picture import ResolvedClaim

GROUPS = ("rose", "revised", "earlier")
GENERIC = "people"


@dataclass(frozen=True, slots=True)
class Counted:
    """One count by one claim: kind, of whom (None: people, or not said), the range."""

    claim: ResolvedClaim
    kind: str
    who: str | None
    estimate: Estimate
    text: str


def counts_of(claims: Iterable[ResolvedClaim]) -> list[Counted]:
    """All counts of claims, in order of claim id."""
    ordered = sorted(claims, key=lambda claim: claim.id)
    return [
        Counted(claim, figure.kind, whom(figure), figure.estimate, figure.text)
        for claim in ordered
        for figure in claim.claim.figures
    ]


def whom(figure: Figure) -> str | None:
    """Of whom a count is; None for people without more, as in a toll."""
    return None if figure.who is None or figure.who.casefold() == GENERIC else figure.who


def superseded(counts: Sequence[Counted]) -> Mapping[int, str]:
    """The numbers of the counts that a later report corrects, each with the id of the claim that does first.

    A count is corrected by another one of the same people that became known later, is told by the same
    claimer or in the same outlet, and says that it takes the place of an earlier one. Without such words,
    the claimer and the outlet must be the same, and both give the same day. What different claimers count
    stands side by side, and so does a count that comes to the others ("two more people").
    """
    near: dict[tuple[object, ...], list[Counted]] = defaultdict(list)
    for one in counts:
        for key in _keys(one):
            near[key].append(one)
    found: dict[int, str] = {}
    for number, one in enumerate(counts):
        later = {
            other.claim.id: other.claim for key in _keys(one) for other in near[key] if _corrects(other, one)
        }
        if later:
            found[number] = min(later.values(), key=lambda claim: (claim.known_from, claim.id)).id
    return found


def _keys(one: Counted) -> Iterator[tuple[object, ...]]:
    """What two counts must share, one of these, for the later to correct the earlier."""
    for name in ("outlet", "claimer"):
        words = getattr(one.claim, name)
        if words is not None:
            yield one.kind, one.who, name, words.casefold()


def _corrects(later: Counted, one: Counted) -> bool:
    if later.estimate == one.estimate or _is_added(later.text):
        return False
    if later.claim.known_from <= one.claim.known_from or later.claim.claim.report == one.claim.claim.report:
        return False
    outlet = _same(later.claim.outlet, one.claim.outlet)
    claimer = _same(later.claim.claimer, one.claim.claimer)
    if says_so(later.claim.quote):
        return outlet or claimer
    alone = later.claim.claimer is None and one.claim.claimer is None
    day = one.claim.days.start
    return outlet and (claimer or alone) and day is not None and later.claim.days.start == day


def _same(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one.casefold() == other.casefold()


def _is_added(text: str) -> bool:
    return not word_set("corrections", "added").isdisjoint(text.casefold().split())


@lru_cache(maxsize=4096)
def says_so(quote: str) -> bool:
    """True when words say that a count takes the place of an earlier one."""
    return _words().search(" ".join(quote.split())) is not None


@cache
def _words() -> re.Pattern[str]:
    words = sorted(
        {word for group in GROUPS for word in word_set("corrections", group)}, key=len, reverse=True
    )
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
