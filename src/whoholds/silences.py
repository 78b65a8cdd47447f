"""Silences with their words resolved: which party is said not to have commented, on which place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from whoholds.claims.context import ReportWords
from whoholds.gazetteer import Gazetteer
from whoholds.model import Mention, Place, Silence
from whoholds.ontology import Party, parties
from whoholds.picture import ResolvedClaim
from whoholds.resolve import Told, cached_words


@dataclass(frozen=True, slots=True)
class ResolvedSilence:
    """A party (plain name; its words where the report does not make it clear) that is said to be silent.

    `place` is None where the report names none; `words` are the words for the party, `quote` the sentence.
    """

    silence: Silence
    party: str
    words: str
    place: Place | None
    quote: str
    outlet: str | None
    published: date | None
    known_from: datetime
    report_name: str | None = None


def resolve_silences(
    told: Told, gazetteer: Gazetteer, claims: Sequence[ResolvedClaim]
) -> tuple[ResolvedSilence, ...]:
    """The silences of a report. One without a place is on the only place of the report's claims."""
    if not told.extraction.silences:
        return ()
    seen = told.as_seen()
    words = cached_words(seen.report, gazetteer)
    places = {claim.place.id: claim.place for claim in claims if claim.place is not None}
    only = next(iter(places.values())) if len(places) == 1 else None
    found = (_resolved(silence, seen, words, only) for silence in seen.extraction.silences)
    if seen is told:
        return tuple(found)
    text = told.report.text
    pairs = zip(found, told.extraction.silences, strict=True)
    return tuple(replace(one, silence=written, quote=written.quote.of(text)) for one, written in pairs)


def _resolved(silence: Silence, told: Told, words: ReportWords, only: Place | None) -> ResolvedSilence:
    report = told.report
    return ResolvedSilence(
        silence=silence,
        party=_party(silence.party, words),
        words=silence.party.span.of(report.text),
        place=place_of(silence.place, words) or only,
        quote=silence.quote.of(report.text),
        outlet=report.outlet,
        published=report.published.day if report.published else None,
        known_from=told.known_from,
        report_name=report.name,
    )


def _party(mention: Mention, words: ReportWords) -> str:
    said = mention.span.of(words.text)
    found = [one.name for one in words.parties_in(mention.span) if one.name is not None]
    if found:
        return found[0]
    known = parties().named(said) or _government_in(said, words)
    return known.name if known is not None else said


def _government_in(said: str, words: ReportWords) -> Party | None:
    """The government that the name of its capital stands for ("Kabul had no comment")."""
    towns = words.gazetteer.named(said)
    if not towns or words.gazetteer.capital_of(f"iso:{towns[0].country}") != towns[0]:
        return None
    day = words.report.published.day if words.report.published else None
    return next(iter(parties().governments(towns[0].country or "", day)), None)


def place_of(mention: Mention | None, words: ReportWords) -> Place | None:
    """The place that a mention names; None where the words name none."""
    if mention is None:
        return None
    return next((one.place for one in words.places_in(mention.span) if one.span.meets(mention.span)), None)


def by_place(silences: Sequence[ResolvedSilence]) -> Mapping[str, tuple[ResolvedSilence, ...]]:
    """The silences at each place, by its id."""
    found: dict[str, list[ResolvedSilence]] = defaultdict(list)
    for one in silences:
        if one.place is not None:
            found[one.place.id].append(one)
    return {place: tuple(several) for place, several in found.items()}
