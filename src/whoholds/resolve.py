"""Claims as said → places, parties and days: a report at once, under one gazetteer and ontology.

Nothing here is recorded: a better gazetteer or ontology resolves the same claims anew.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache

from whoholds.belonging import party_spoken_for
from whoholds.boasts import is_boasted, voice_of_outlet
from whoholds.claims.again import told_again
from whoholds.claims.as_seen import as_seen, in_seen
from whoholds.claims.context import ReportWords, report_words
from whoholds.claims.meant import AREAS, place_meant
from whoholds.claims.together import with_allies
from whoholds.days_of_claims import days_of
from whoholds.gazetteer import Gazetteer, fold
from whoholds.interests import interest
from whoholds.model import (
    Claim,
    Coded,
    EventType,
    Extraction,
    Judgement,
    Mention,
    Place,
    Precision,
    Report,
)
from whoholds.officials import tells_no_side
from whoholds.ontology import parties
from whoholds.outlets import side_of_outlet
from whoholds.picture import ResolvedClaim
from whoholds.roles import parties_of, plain_name, praises_itself
from whoholds.sides import Teller, side_of, side_of_coded
from whoholds.text.places import unplaced
from whoholds.text.unknown_places import container_of
from whoholds.unnamed import unnamed_medium
from whoholds.unseen import without_unseen
from whoholds.verdicts import over

cached_words = report_words  # the finders' results for a report, kept for the next question about it


@dataclass(frozen=True, slots=True)
class Told:
    """A report with what was read in it, and from when it counts as known."""

    report: Report
    extraction: Extraction
    known_from: datetime

    def as_seen(self) -> Told:
        """The same without the characters that nobody sees, spans put anew; itself where all is seen."""
        found = as_seen(self.report)
        if found is None:
            return self
        report, text = found
        return Told(report, in_seen(self.extraction, text), self.known_from)


def resolve_report(
    told: Told, gazetteer: Gazetteer, judgements: Mapping[str, Judgement] | None = None
) -> tuple[ResolvedClaim, ...]:
    """All claims of a report, resolved. `judgements`: the verdict that counts for a claim, by claim id."""
    claims = told.extraction.claims
    if not claims:
        return ()
    seen = told.as_seen()
    words = report_words(seen.report, gazetteer)
    verdicts = judgements or {}
    keys = [claim.key for claim in claims]
    each = zip(seen.extraction.claims, keys, strict=True)
    resolved = with_allies(
        told_again([_resolve(claim, key, seen, words, verdicts.get(key)) for claim, key in each], words.text)
    )
    if seen is told:
        return resolved
    return tuple(_as_written(one, claim, told) for one, claim in zip(resolved, claims, strict=True))


def _as_written(resolved: ResolvedClaim, claim: Claim, told: Told) -> ResolvedClaim:
    """A claim that was resolved in the text that is seen, with the claim and the quotation as written."""
    written = replace(claim, factuality=resolved.claim.factuality)
    return replace(resolved, claim=written, quote=claim.quote.of(told.report.text))


def _resolve(
    claim: Claim, key: str, told: Told, words: ReportWords, judgement: Judgement | None
) -> ResolvedClaim:
    amended = (judgement and judgement.amended) or Coded()
    coded = over(claim.coded or Coded(), amended)
    claim = replace(claim, factuality=coded.factuality or claim.factuality)
    place, container = _place(claim, coded, words)
    claimer, told_side = _claimer(claim, coded, words)
    side, actor, recipient, gain = _parties(claim, coded, words, told_side)
    own_voice = _outlets_side(claim, words.report, actor)
    days, dated = days_of(claim, amended, words)
    text, published = told.report.text, told.report.published
    return ResolvedClaim(
        id=key,
        claim=claim,
        extractor=told.extraction.extractor,
        outlet=told.report.outlet,
        published=published.day if published else None,
        known_from=told.known_from,
        quote=claim.quote.of(text),
        trigger=claim.trigger.of(text) if claim.trigger else None,
        actor=actor,
        recipient=recipient,
        place=place,
        place_name=place.name if place else coded.place,
        container=container,
        precision=coded.precision or _precision(claim, place),
        days=days,
        dated=dated,
        claimer=claimer,
        relayed_by=coded.relayed_by or claim.attribution.relayed_by or unnamed_medium(claimer, side),
        side=side,
        inferred=bool(claim.place and claim.place.inferred) and amended.place is None,
        against_interest=gain == "against",
        own_interest=gain == "own" or own_voice is not None or _is_own_all_the_same(claim, words, actor),
        outlets_side=own_voice,
        judged=judgement.verdict.value if judgement else None,
        amended=amended != Coded(),
        report_name=told.report.name,
    )


def _parties(
    claim: Claim, coded: Coded, words: ReportWords, side: str | None
) -> tuple[str | None, str | None, str | None, str | None]:
    """The side of who says so, actor, recipient, and whether it is to that side's gain ("own", "against")."""
    voice = voice_of_outlet(claim, words)
    actor, recipient = parties_of(claim, coded, words, side or voice)
    if actor is None and recipient != voice and is_boasted(claim, words):
        actor = voice
    gain = interest(claim.type, claim.factuality, side, actor=actor, recipient=recipient)
    if gain != "own" and _is_of_either_side(claim, coded, words):
        return None, *parties_of(claim, coded, words, None), None
    return side, actor, recipient, gain


def _is_of_either_side(claim: Claim, coded: Coded, words: ReportWords) -> bool:
    """True for an official of no told side, of what would be his own side's loss if the guess were right.

    So nothing is taken for an admission that may be the other side's boast. Fighting is told by both.
    """
    claimer, told = claim.attribution.claimer, coded.claimer is not None or side_of_outlet(words.report)
    if told or claimer is None or claim.type is EventType.CLASH:
        return False
    return party_spoken_for(claimer.span, words) is None and tells_no_side(claimer.span, words, claim)


def _is_own_all_the_same(claim: Claim, words: ReportWords, actor: str | None) -> bool:
    """True for what is to a side's gain though no claimer of it is named: by praise or coder."""
    coded = claim.coded is not None and bool(claim.coded.own_interest)
    return coded or praises_itself(claim, words, actor)


def _outlets_side(claim: Claim, report: Report, actor: str | None) -> str | None:
    """The side whose outlet tells a claim in its own voice, to that side's gain or an ally's; else None."""
    teller, coded = claim.attribution, claim.coded or Coded()
    if teller.claimer is not None or teller.unnamed or coded.claimer is not None or actor is None:
        return None
    side = parties().named(side_of_outlet(report) or "")
    if side is None or (actor != side.name and actor not in side.allies):
        return None
    gain = interest(claim.type, claim.factuality, actor, actor=actor, recipient=None)
    return side.name if gain == "own" else None


def _place(claim: Claim, coded: Coded, words: ReportWords) -> tuple[Place | None, str | None]:
    if coded.place or coded.place_id:
        place = named_place(coded, words.gazetteer)
        return place, place.part_of
    if claim.place is None:
        return None, None
    found = _place_at(claim.place, words)
    return found, found.part_of if found else None


def _place_at(mention: Mention, words: ReportWords) -> Place | None:
    found = words.place_at(mention.span)
    if found is None:
        return None
    if mention.said is None:
        return found.place
    text = words.text
    return place_meant(found.place, mention.said.of(text), found.name.of(text), words.gazetteer)


def named_place(coded: Coded, gazetteer: Gazetteer) -> Place:
    """The place that a person or a tool named: by id, else by "Name" or "Name, Province" near a position.

    A name that the gazetteer does not know stays a place of its own, at the position given, if any; the id of
    such a place keeps what it lies in ("name:dahla@iso:AF").
    """
    told = Coded(
        place=coded.place, place_id=coded.place_id, lat=coded.lat, lon=coded.lon, precision=coded.precision
    )
    return _named_place(told, gazetteer)


@lru_cache(maxsize=4096)
def _named_place(coded: Coded, gazetteer: Gazetteer) -> Place:
    """The same by nothing but how the place is named: most are named again and again."""
    if coded.place_id and (known := gazetteer.get(coded.place_id)) is not None:
        return known
    name, _, inside = (coded.place or coded.place_id or "").partition(", ")
    candidates = list(gazetteer.named(name))
    if coded.lat is not None and coded.lon is not None:
        near = {place.id: km for place, km in gazetteer.near(coded.lat, coded.lon, 60.0)}
        wanted = [
            p
            for p in candidates
            if p.id in near or (p.kind in AREAS and coded.precision and p.kind == coded.precision.value)
        ]
        if wanted:
            areas = coded.precision is not None and coded.precision.value in AREAS
            return min(wanted, key=lambda p: ((p.kind in AREAS) != areas, near.get(p.id, 99.0)))
        here = gazetteer.province_at(coded.lat, coded.lon)
        shape = unplaced(name, here)
        return replace(shape, lat=coded.lat, lon=coded.lon)
    held = container_of(coded.place_id or "", coded.place)
    if held is not None and (outer := gazetteer.get(held[1])) is not None:
        return _inside(held[0], outer, candidates, gazetteer)
    containers = {p.id for p in gazetteer.named(inside)} if inside else set()
    within = [p for p in candidates if containers & {p.province, p.part_of, f"iso:{p.country}"}]
    kind = coded.precision.value if coded.precision and coded.precision.value in AREAS else None
    ranked = sorted(within or candidates, key=lambda p: kind is not None and p.kind != kind)
    if ranked:
        return ranked[0]
    outer = next((p for p in gazetteer.named(inside) if p.kind in AREAS), None) if inside else None
    return unplaced(name, outer)


def _inside(name: str, outer: Place, candidates: Sequence[Place], gazetteer: Gazetteer) -> Place:
    """The place in another that no gazetteer knew; that of this main name, where one is known since."""
    mains = (p for p in candidates if fold(p.name) == fold(name))
    known = next((p for p in mains if outer in gazetteer.inside(p)), None)
    kind = "facility" if outer.kind == "settlement" else "settlement"
    return known or unplaced(name, outer, kind=kind)


def _precision(claim: Claim, place: Place | None) -> Precision:
    if place is not None and place.kind in AREAS:
        return Precision(place.kind)
    return claim.precision


def _claimer(claim: Claim, coded: Coded, words: ReportWords) -> tuple[str | None, str | None]:
    attribution = claim.attribution
    if coded.claimer is not None:
        named = without_unseen(coded.claimer)
        teller = Teller(named, coded.place, coded.actor, words.report.published)
        return named, plain_name(coded.side) or side_of_coded(teller, words.gazetteer)
    if attribution.claimer is None:
        return ("unnamed" if attribution.unnamed else None), plain_name(coded.side)
    span = attribution.claimer.span
    return without_unseen(span.of(words.text)), plain_name(coded.side) or side_of(span, words, claim)


__all__ = ["Told", "cached_words", "named_place", "resolve_report"]
