"""Whose story a report is: copies of an earlier report, and those that credit an agency, are not their own.

A report is compared by a sketch of its text: the smallest hashes of its runs of four words. Two reports are
one story where half of the shorter one's runs stand in the other, so a story that was cut short or edited is
found. Method: bottom-k MinHash (Broder, "On the resemblance and containment of documents", 1997); the share
is estimated below the lower of the two sketches' largest hashes. A report is compared with those known
before it only, so that nothing published later changes whose story it is.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from whoholds.model import Factuality, Report
from whoholds.picture import Recorded, ResolvedClaim
from whoholds.text.agency_credits import credit_of

WORD = re.compile(r"[^\W_]+")
RUN = 4  # words
KEPT_HASHES = 256
INDEXED = 24  # of the smallest hashes, by which a copy finds what it copies
SHARED = 2  # of these, before two reports are compared
COPY_SHARE = 0.5  # of the shorter report's runs
WORTH = 4  # reports that may be copied, from which on they are sifted together
LEAST_WORDS = 30  # shorter reports are alike by chance; their sentences are compared instead
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_SHIFT = np.uint64(29)

Hashes = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Story:
    """Whose story a report is: the agency or outlet it is credited to (else the key of the first report).

    `sketch` is that of the report it copies, `first` the key of it: sentences that stand only in the copy are
    the copy's own. None where the whole report is credited.
    """

    credited: str
    sketch: Hashes | None = None
    first: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Traits:
    """What tells whose story a report is: the agency it credits, to whom copies are credited, its sketch."""

    agency: str | None
    home: str
    sketch: Hashes


def traits_of(report: Report) -> Traits | None:
    """The traits of a report; None for a baseline, which is nobody's story."""
    if report.kind == "baseline":
        return None
    agency = credit_of(report.text)
    return Traits(agency, agency or report.outlet or report.key, sketch_of(report.text))


def story_of(traits: Traits, first: Traits | None, key: str | None) -> Story | None:
    """Whose story a report is, given the first that it copies and its key (None: none); None for its own."""
    if traits.agency is not None:
        return Story(traits.agency)
    return Story(first.home, first.sketch, key) if first is not None else None


def is_copy(one: Hashes, first: Hashes) -> bool:
    """True where so much of one of two texts stands in the other that they are one story."""
    return containment(one, first) >= COPY_SHARE


class Alike:
    """Sketches by number, to tell at once most of those that a text cannot be a copy of.

    Of each hash the last sixteen bits are kept: as many of these stand in another sketch as do the hashes
    themselves, or more. The share of shared hashes is known so where both sketches hold all of their text.
    """

    def __init__(self) -> None:
        self._ends = np.zeros((64, KEPT_HASHES), dtype=np.uint16)
        self._sizes = np.zeros(64, dtype=np.int64)
        self._count = 0

    def add(self, sketch: Hashes) -> None:
        """Take in the next sketch."""
        if self._count == len(self._sizes):
            self._ends = np.concatenate([self._ends, np.zeros_like(self._ends)])
            self._sizes = np.concatenate([self._sizes, np.zeros_like(self._sizes)])
        self._ends[self._count, : len(sketch)] = sketch.astype(np.uint16)
        self._sizes[self._count] = len(sketch)
        self._count += 1

    def may_be_copied(self, sketch: Hashes, numbers: Sequence[int]) -> Iterable[int]:
        """Those of the numbers, in their order, whose text a text may be a copy of."""
        if len(numbers) < WORTH or len(sketch) == KEPT_HASHES:
            return numbers
        told = np.array(numbers)
        sizes = self._sizes[told]
        stands = np.zeros(2**16, dtype=np.bool_)
        stands[sketch.astype(np.uint16)] = True
        shared = np.count_nonzero(stands[self._ends[told, : sizes.max()]], axis=1)
        may = (shared >= COPY_SHARE * np.minimum(sizes, len(sketch))) | (sizes == KEPT_HASHES)
        found: list[int] = told[may].tolist()
        return found


class Stories:
    """Tells whose story reports are; keeps what it worked out for the next question."""

    def __init__(self) -> None:
        self._forget()

    def _forget(self) -> None:
        self._order: list[str] = []
        self._stories: dict[str, Story] = {}
        self._firsts: list[tuple[Traits, str]] = []
        self._alike = Alike()
        self._holding: dict[int, list[int]] = defaultdict(list)

    def of(self, reports: Sequence[Recorded]) -> Mapping[str, Story]:
        """The stories by the keys of the reports that are not their own, of these reports or later ones.

        `reports` in the order in which they became known. The answer for a report depends only on those
        before it.
        """
        keys = [one.report.key for one in reports]
        common = min(len(keys), len(self._order))
        if keys[:common] != self._order[:common]:
            self._forget()
            common = 0
        for one, key in zip(reports[len(self._order) :], keys[len(self._order) :], strict=True):
            self._order.append(key)
            self._take(traits_of(one.report), key)
        return self._stories

    def _take(self, traits: Traits | None, key: str) -> None:
        if traits is None:
            return
        first = self._copied(traits.sketch) if len(traits.sketch) else None
        story = story_of(traits, *(first or (None, None)))
        if story is not None:
            self._stories[key] = story
        if first is None and len(traits.sketch):
            for one in traits.sketch[:INDEXED].tolist():
                self._holding[one].append(len(self._firsts))
            self._firsts.append((traits, key))
            self._alike.add(traits.sketch)

    def _copied(self, sketch: Hashes) -> tuple[Traits, str] | None:
        """The first story that this one copies, with its key."""
        shared = Counter(number for one in sketch[:INDEXED].tolist() for number in self._holding.get(one, ()))
        likely = sorted(number for number, count in shared.items() if count >= SHARED)
        firsts = (self._firsts[number] for number in self._alike.may_be_copied(sketch, likely))
        return next(((one, key) for one, key in firsts if is_copy(sketch, one.sketch)), None)


def mark_credited(claims: Iterable[ResolvedClaim], stories: Mapping[str, Story]) -> tuple[ResolvedClaim, ...]:
    """The claims in their order; those of another's story are marked with whose it is."""
    return tuple(_marked(claim, stories.get(claim.claim.report)) for claim in claims)


def _marked(claim: ResolvedClaim, story: Story | None) -> ResolvedClaim:
    if story is None or story.credited == claim.outlet:
        return claim
    if story.sketch is not None and not _stands_in(claim.quote, story.sketch):
        return claim
    return replace(claim, credited=story.credited)


def mark_followed(claims: Iterable[ResolvedClaim], stories: Mapping[str, Story]) -> tuple[ResolvedClaim, ...]:
    """The claims in their order; what a copy tells is taken back with the same in the report that it copies.

    It is so also where it is printed later, for nobody else stands behind it. Only what is `credited` to the
    first report is the copy of it. `stories` by the keys of the reports.
    """
    told = tuple(claims)
    taken = {_matter(one.claim.report, one): one for one in told if one.retracted is not None}
    return (
        tuple(_followed(claim, stories.get(claim.claim.report), taken) for claim in told) if taken else told
    )


def _followed(
    claim: ResolvedClaim, story: Story | None, taken: Mapping[tuple[object, ...], ResolvedClaim]
) -> ResolvedClaim:
    if claim.retracted is not None or claim.credited is None or story is None or story.first is None:
        return claim
    first = taken.get(_matter(story.first, claim))
    if first is None or first.retracted == claim.claim.report:
        return claim
    since = max(first.retracted_from or claim.known_from, claim.known_from)
    return replace(claim, retracted=first.retracted, retracted_from=since)


def _matter(report: str, claim: ResolvedClaim) -> tuple[object, ...]:
    """What a report tells by a claim."""
    said = claim.claim
    where = claim.place.id if claim.place is not None else None
    return (report, where, said.type, claim.actor, said.factuality is Factuality.DENIED)


def _stands_in(quote: str, sketch: Hashes) -> bool:
    """False for a sentence of which the sketch has no run of words, though it could tell."""
    known = _below(_runs(quote), _limit(sketch))
    return len(known) < RUN or bool(np.isin(known, sketch, assume_unique=True).any())


def containment(one: Hashes, other: Hashes) -> float:
    """The share (0 to 1) of the shorter text's runs of words that stand in the other, from two sketches."""
    limit = min(_limit(one), _limit(other))
    few, many = sorted((_below(one, limit), _below(other, limit)), key=len)
    return _shared(few, many) / len(few) if len(few) else 0.0


def _shared(few: Hashes, many: Hashes) -> int:
    """How many hashes stand in both; both sorted, each hash once, and the second not the shorter."""
    at = np.minimum(np.searchsorted(many, few), len(many) - 1)
    return int(np.count_nonzero(many[at] == few))


def _limit(sketch: Hashes) -> int:
    """The largest hash up to which a sketch holds all of its text's."""
    return int(sketch[-1]) if len(sketch) == KEPT_HASHES else 2**64 - 1


def _below(hashes: Hashes, limit: int) -> Hashes:
    return hashes[: np.searchsorted(hashes, np.uint64(limit), side="right")]


@lru_cache(maxsize=50_000)
def sketch_of(text: str) -> Hashes:
    """The smallest hashes of a text's runs of words, sorted; empty for a text too short to compare."""
    return _runs(text)[:KEPT_HASHES] if len(WORD.findall(text)) >= LEAST_WORDS else _runs("")


def _runs(text: str) -> Hashes:
    words = np.array([_hashed(word) for word in WORD.findall(text.casefold())], dtype=np.uint64)
    if len(words) < RUN:
        return np.empty(0, dtype=np.uint64)
    mixed = np.zeros(len(words) - RUN + 1, dtype=np.uint64)
    for at in range(RUN):
        mixed = (mixed ^ words[at : len(words) - RUN + 1 + at]) * _FACTOR
        mixed ^= mixed >> _SHIFT
    return np.unique(mixed)


@lru_cache(maxsize=200_000)
def _hashed(word: str) -> int:
    return crc32(word.encode("utf-8", "surrogatepass"))
