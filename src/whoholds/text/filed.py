"""What a report is about beside where it was filed: a dateline tells of the place of who writes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from whoholds.model import Place, Span
from whoholds.ontology import parties
from whoholds.text.bystanders import Named, bystanders
from whoholds.text.country_votes import Hit, party_votes
from whoholds.text.parties import PartyMention
from whoholds.text.place_choice import around_report, best_place

if TYPE_CHECKING:
    from whoholds.text.places import PlaceMention

MANY = 3  # countries in which a group fights that tells nothing of where a report is about
TOWN = 50_000  # inhabitants from which a town is meant that lies far from where the report was filed


def country_in_focus(places: Sequence[PlaceMention], mentions: Sequence[PartyMention] = ()) -> str | None:
    """The country (ISO 3166-1) that most places and parties of a report belong to, None without any.

    A group that fights in many countries tells of none of them.
    """
    votes = Counter(m.place.country for m in places if m.place.country and m.place.kind != "country")
    for mention in places:
        if mention.place.kind == "country" and mention.place.country:
            votes[mention.place.country] += 1
    for country, weight in party_votes(m for m in mentions if not _is_of_many(m)).items():
        votes[country] += round(weight)
    return votes.most_common(1)[0][0] if votes else None


def _is_of_many(mention: PartyMention) -> bool:
    party = parties().get(mention.name) if mention.name else None
    return party is not None and len(party.countries) >= MANY


def not_of_the_dateline(
    text: str,
    chosen: Sequence[tuple[Hit, tuple[Place, str] | None]],
    mentions: Sequence[PartyMention],
    filed: Span,
) -> list[tuple[Hit, tuple[Place, str] | None]]:
    """The names again, where a town was passed over for lying in no country that the dateline speaks for."""
    hits = [hit for hit, _ in chosen if not hit.span.meets(filed)]
    around = around_report(text, hits, mentions)
    found = []
    for n, (hit, best) in enumerate(chosen):
        following = [other for other, _ in chosen[n + 1 : n + 6]]
        again = best_place(text, hit, following, around) if best is None and hit in hits else None
        town = again is not None and not hit.common and again[0].population >= TOWN
        found.append((hit, again if town else best))
    return found


def country_told(
    text: str, places: Sequence[PlaceMention], mentions: Sequence[PartyMention], filed: Span
) -> str | None:
    """The country in focus; where the report was filed tells only where it names nothing else, and no state
    that only looks on at a war does."""
    known = (one for one in places if one.coordinates is not None)
    named = (Named(m.span, frozenset(filter(None, (m.place.country,)))) for m in known)
    beside = bystanders(text, named, mentions).countries
    places = [one for one in places if one.place.country not in beside]
    mentions = [one for one in mentions if not _is_of(one, beside)]
    here = [one for one in places if not one.span.meets(filed)]
    told = [one for one in mentions if not one.span.meets(filed)]
    return country_in_focus(here, told) or country_in_focus(places, mentions)


def _is_of(mention: PartyMention, countries: frozenset[str]) -> bool:
    party = parties().get(mention.name) if mention.name else None
    return party is not None and not party.is_group and not countries.isdisjoint(party.countries[:1])
