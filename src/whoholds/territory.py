"""What is known of the war around a place: whose territory it is, and when the region last changed hands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from whoholds.control.evidence import day_of
from whoholds.control.positions import is_change, position_of
from whoholds.gazetteer import Gazetteer
from whoholds.model import Factuality
from whoholds.ontology import parties
from whoholds.picture import ResolvedClaim


def government_of(country: str | None, on: date, gazetteer: Gazetteer | None = None) -> str | None:
    """The party that governs a state (ISO 3166-1 alpha-2) on a day, by default the holder of its territory.

    Where no government known is in office on that day, the one that is known; where no party is known for
    the country, "government of <country>". None without a country.
    """
    if country is None:
        return None
    governing = parties().governments(country, on) or parties().governments(country)
    if governing:
        return governing[0].name
    known = gazetteer.get(f"iso:{country}") if gazetteer is not None else None
    return f"government of {known.name if known is not None else country}"


def changes_by_country(claims: Iterable[ResolvedClaim]) -> Mapping[str, tuple[date, ...]]:
    """The days on which changes of hands were claimed in each country, sorted, each once."""
    found: dict[str, set[date]] = {}
    for claim in claims:
        if is_claimed_change(claim) and claim.place is not None and claim.place.country is not None:
            found.setdefault(claim.place.country, set()).add(day_of(claim))
    return {country: tuple(sorted(days)) for country, days in found.items()}


def begins(place_claims: Iterable[ResolvedClaim], on: date) -> date:
    """The day on which reports of a place begin, at the latest the day in question."""
    return min((claim.known_from.date() for claim in place_claims), default=on)


def is_claimed_change(claim: ResolvedClaim) -> bool:
    """True for a claim that a place changed hands, which makes the war around it a moving one."""
    sure = claim.claim.factuality in (Factuality.CERTAIN, Factuality.PROBABLE) and not claim.claim.unverified
    return (
        sure and claim.counts and not claim.inferred and is_change(claim) and position_of(claim) is not None
    )
