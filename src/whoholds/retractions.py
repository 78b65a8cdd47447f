"""Which claims are taken back: a correction withdraws what an outlet reported of a place before.

An outlet that tells of another's correction ("AFP has withdrawn its report") withdraws that one's reports.
What copies tell follows the report that they copy (`stories.mark_followed`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from whoholds.gazetteer import Gazetteer
from whoholds.lexicon import read_lexicon
from whoholds.model import Precision
from whoholds.ontology import event_types
from whoholds.picture import ResolvedClaim
from whoholds.resolve import Told, cached_words
from whoholds.silences import place_of
from whoholds.text.corrected import is_of_part

REACH = timedelta(days=30)  # a correction withdraws what was published at most so long before it
WITHDRAWN = "taking"  # the group of event types that is withdrawn
PARTS = (Precision.PART, Precision.NEAR)
WORD = re.compile(r"\w+")
ARTICLES = frozenset({"the", "a", "an"})
OWN = frozenset({"we", "i", "it", "they", "he", "she", "this"})


@dataclass(frozen=True, slots=True)
class TakenBack:
    """A retraction with its words resolved: whose reporting, of which place (its id), known from when.

    `outlet`: whose reporting is withdrawn, which another outlet may have told of. `claim`: the only claim
    (its id) that is withdrawn, where a coder says so of one. `part`: only what was
    told of a part of the place.
    """

    report: str
    outlet: str
    place: str
    known_from: datetime
    quote: str
    claim: str | None = None
    part: bool = False


def read_retractions(told: Told, gazetteer: Gazetteer) -> tuple[TakenBack, ...]:
    """The retractions of a report that names the place and has an outlet or says whose report is taken back.

    Others withdraw nothing.
    """
    retractions = told.extraction.retractions
    if not retractions:
        return ()
    seen = told.as_seen()
    words = cached_words(seen.report, gazetteer)
    text, key = told.report.text, told.report.key
    found = []
    for one, read in zip(retractions, seen.extraction.retractions, strict=True):
        place = place_of(read.place, words)
        named = read.by.span.of(words.report.text) if read.by is not None else ""
        outlet = named if _names_somebody(named) else told.report.outlet
        if place is not None and outlet is not None:
            named_at = read.place.span if read.place is not None and not read.place.inferred else None
            part = is_of_part(words.text, read.quote, words.sentences, named_at)
            found.append(TakenBack(key, outlet, place.id, told.known_from, one.quote.of(text), part=part))
    return tuple(found)


def coded_retractions(claims: Iterable[ResolvedClaim]) -> Iterator[TakenBack]:
    """The retractions of claims of which a coder says when they were taken back: after they became known."""
    for claim in claims:
        coded = claim.claim.coded
        if coded is None or coded.retracted_from is None or claim.place is None:
            continue
        known = max(coded.retracted_from, claim.known_from + timedelta(microseconds=1))
        by = coded.retracted_by or claim.claim.report
        yield TakenBack(by, claim.outlet or "", claim.place.id, known, claim.quote, claim.id)


def mark_retracted(
    claims: Iterable[ResolvedClaim], retractions: Sequence[TakenBack]
) -> tuple[ResolvedClaim, ...]:
    """The claims in their order; those that one of the retractions withdraws are marked with its report."""
    at = _by_place(retractions)
    if not at:
        return tuple(claims)
    return tuple(_marked(claim, at) for claim in claims)


def _by_place(retractions: Sequence[TakenBack]) -> Mapping[str, list[TakenBack]]:
    found: dict[str, list[TakenBack]] = defaultdict(list)
    for one in sorted(retractions, key=lambda one: (one.known_from, one.report)):
        found[one.place].append(one)
    return found


def _marked(claim: ResolvedClaim, at: Mapping[str, list[TakenBack]]) -> ResolvedClaim:
    if claim.place is None:
        return claim
    taking = event_types()[claim.claim.type].group == WITHDRAWN
    for one in at.get(claim.place.id, ()):
        if one.claim is None and not taking:
            continue
        if _withdraws(one, claim):
            return replace(claim, retracted=one.report, retracted_from=one.known_from)
    return claim


def _withdraws(one: TakenBack, claim: ResolvedClaim) -> bool:
    if one.claim is not None:
        return one.claim == claim.id
    if one.part and claim.precision not in PARTS:
        return False
    later = timedelta(0) < one.known_from - claim.known_from <= REACH
    return later and one.report != claim.claim.report and _is_of(claim, one.outlet)


def _is_of(claim: ResolvedClaim, outlet: str) -> bool:
    """True when the outlet published the claim, carried it or said so ("an AFP correspondent"), or it is its
    story under another name."""
    name = _words(outlet)
    by = (claim.outlet, claim.relayed_by, claim.claimer, claim.credited)
    if name in map(_words, by):
        return bool(name)
    said = _words(claim.claimer)
    return len(name) == 1 and outlet.isupper() and bool(said) and name[0] in said


def _words(name: str | None) -> tuple[str, ...]:
    """The words of a name without articles and without what only says that it is an outlet."""
    found = [word for word in WORD.findall((name or "").casefold()) if word not in ARTICLES]
    named = tuple(word for word in found if word not in _kinds())
    return named or tuple(found)


def _names_somebody(words: str) -> bool:
    """True for "AFP", "the Syrian army"; not for "we", "it", "the agency": these are the outlet itself."""
    found = [word for word in WORD.findall(words.casefold()) if word not in ARTICLES]
    return bool(found) and not set(found) <= _kinds() | OWN


def _kinds() -> frozenset[str]:
    """ "Agency", "newspaper", "broadcaster"."""
    return frozenset(read_lexicon("en", "attribution")["relay"]["words"].split())
