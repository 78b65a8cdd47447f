"""Where a name cannot be meant: outside what the words say it lies in, far from where its takers fight."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from whoholds.gazetteer import Gazetteer
from whoholds.gazetteer.fold import fold
from whoholds.model import Place, Span
from whoholds.ontology import Party
from whoholds.ontology import parties as known_parties
from whoholds.text.country_votes import CAPITALISED, Hit
from whoholds.text.nearness import distance_km
from whoholds.text.parties import PartyMention
from whoholds.text.place_choice import LARGE, Around, best_place
from whoholds.text.place_words import demonym_countries, place_words, taking_abroad
from whoholds.text.state_words import is_irregular_after
from whoholds.text.taken_abroad import LISTED
from whoholds.text.taken_places import ends_in_attack, ends_in_taking
from whoholds.text.triggers import lemma_of

FEW = 3  # countries that a report may name and still be about a war in them
FAR_KM = 600.0  # from the capital of each country at war, from where on a taken place is hardly meant
FAMOUS = 500_000  # inhabitants from which a town abroad may be called by another name than its main one
SMALL = 100_000  # inhabitants up to which a place may be called a village
TAKER = 60  # characters before a name in which the state stands that takes it
BEFORE = 30  # characters before a name in which "the village of" stands
LIES_IN = re.compile(
    r",? in (?:the )?(?:[a-z]+-?[a-z]*ern |central |[a-z]+ of )?(?:the )?(?:[A-Z][a-z]+ern )?"
)
VILLAGE = re.compile(r"\b(?:villages?|hamlets?) (?:of |called |named )?$")


@dataclass(frozen=True, slots=True)
class Home:
    """The countries in which the armed groups of a report fight, with what else it names, and their capitals.

    Without countries where it names no such group, or also a state that is not among theirs; `main` is the
    country of the only state named, else that of the groups, if they have but one. Without a group, that of
    the only state named where a war is fought at home and no places are taken abroad.
    """

    countries: frozenset[str] = frozenset()
    seats: tuple[Place, ...] = ()
    main: Place | None = None


def home_of(text: str, hits: Sequence[Hit], mentions: Sequence[PartyMention], gazetteer: Gazetteer) -> Home:
    """Where the armed groups that a report names are at war; nowhere where states from elsewhere act too."""
    named = [known_parties().get(m.name) for m in mentions if m.name and m.how != "generic" and not m.vague]
    told = [party for party in named if party is not None and party.countries]
    groups = [party for party in told if party.is_group]
    theirs = {country for party in groups for country in party.countries}
    backers = (known_parties().get(name) for party in groups for name in party.allies)
    states = {party.countries[0] for party in backers if party is not None and party.kind == "government"}
    theirs |= {country for state in states for country in taking_abroad().get(state, ())}
    said = {p.country for hit in hits for p in hit.candidates if p.kind == "country" and p.country}
    described = set() if groups else _described(text)
    if described or (not groups and any(m.name is None and m.role == "rebels" for m in mentions)):
        theirs = _of_rebels(hits, told, said | described)
    elif not groups:
        country = _at_war_at_home(told, said)
        return Home(main=gazetteer.get(f"iso:{country}") if country else None)
    elif any(_acts_elsewhere(p, theirs) for p in told if p.kind == "government"):
        return Home()
    seats = (gazetteer.capital_of(f"iso:{country}") for country in sorted(theirs | said))
    states = {party.countries[0] for party in told if party.kind == "government"} or theirs
    main = gazetteer.get(f"iso:{min(states)}") if len(states) == 1 else None
    return Home(frozenset(theirs | said), tuple(seat for seat in seats if seat is not None), main)


def _acts_elsewhere(state: Party, theirs: set[str]) -> bool:
    """True for a state that is neither at war there at home nor sends its troops there."""
    home = state.countries[0]
    return home not in theirs and theirs.isdisjoint(taking_abroad().get(home, ()))


def _described(text: str) -> set[str]:
    """The countries whose people are said to be in arms: "Sudanese gunmen"."""
    countries = demonym_countries()
    found = (match for match in CAPITALISED.finditer(text) if match.group() in countries)
    return {countries[one.group()] for one in found if is_irregular_after(text, one.end())}


def _at_war_at_home(told: Sequence[Party], said: set[str]) -> str | None:
    """The country of the only state named, where no other country is, armed groups fight there, and its
    troops are not known to take places elsewhere; else None."""
    states = {party.countries[0] for party in told}
    if len(states) != 1 or any(party.kind != "government" for party in told) or not said <= states:
        return None
    (country,) = states
    fought = any(party.is_group and country in party.countries for party in known_parties())
    return country if fought and country not in taking_abroad() else None


def _of_rebels(hits: Sequence[Hit], told: Sequence[Party], said: set[str]) -> set[str]:
    """The countries in which rebels without a name fight: those that a report names by themselves, by a
    province or by their state, and those in which that state is at war. None where it names many."""
    provinces = {
        hit.candidates[0].country
        for hit in hits
        if not hit.common and all(place.kind == "province" for place in hit.candidates)
    }
    states = {party.countries[0] for party in told if party.kind == "government"}
    home = {country for country in (*said, *provinces, *states) if country}
    abroad = {country for state in states for country in taking_abroad().get(state, ())}
    return home | abroad if 0 < len(home) <= FEW else set()


def is_improbable(place: Place, hit: Hit, text: str, home: Home) -> bool:
    """True for a namesake abroad of what a group at war at home takes, or that has another main name."""
    if (
        place.kind != "settlement"
        or hit.whole != hit.span
        or not home.countries
        or place.country in home.countries
    ):
        return False
    if place.population < LARGE and _candidates_at_home(hit, home):
        return True
    before = text[max(0, hit.span.start - BEFORE) : hit.span.start]
    if VILLAGE.search(before) and place.population > SMALL:
        return True
    if fold(place.name) != fold(hit.span.of(text)) and place.population < FAMOUS:
        return True
    far = bool(home.seats) and all(distance_km(place, seat) > FAR_KM for seat in home.seats)
    taken = (
        ends_in_taking(LISTED.sub("", before))
        or ends_in_attack(before)
        or (hit.kind == "settlement" and place.population < LARGE)
    )
    return far and taken


def best_at_home(
    text: str, hit: Hit, following: Sequence[Hit], around: Around, home: Home
) -> tuple[Place, str] | None:
    """`best_place` of a name; of one that is improbable abroad, that among the places where the war is."""
    best = best_place(text, hit, following, around)
    if best is None or not is_improbable(best[0], hit, text, home):
        return best
    there = _candidates_at_home(hit, home)
    return best_place(text, replace(hit, candidates=there), following, around) if there else None


def _candidates_at_home(hit: Hit, home: Home) -> tuple[Place, ...]:
    """The places of a name that lie where the groups that a report names are at war."""
    return tuple(one for one in hit.candidates if one.country in home.countries)


def container_after(
    text: str, hit: Hit, place: Place | None, following: Sequence[tuple[Hit, Place | None]]
) -> Place | None:
    """The area that "X in Y" says X lies in, where no place called X lies in its country; else None.

    `following` are the names after it with the place that each means. A town as Y counts only where X is a
    small place or not its main name: people come "from Kampala in Goma".
    """
    for other, container in following[:1]:
        if container is None or LIES_IN.fullmatch(text[hit.whole.end : other.span.start]) is None:
            return None
        if place is not None and place.id == container.id and container.kind == "province":
            return container  # "Chakhansur in Nimroz", which was called so once
        if any(one.country == container.country for one in hit.candidates):
            return None
        if container.kind in ("country", "province", "district"):
            return container
        small = place is None or place.population < LARGE
        return container if small and container.kind == "settlement" else None
    return None


def takes_abroad(text: str, name: Span, container: Place | None, mentions: Sequence[PartyMention]) -> bool:
    """True for an unknown name that a state at war takes, where its container would be that state
    itself: "Moscow said it had taken X" after a word of Ukraine. Where it lies stays open."""
    said = [m for m in mentions if m.role == "government" and m.name and m.how != "generic"]
    states = {m.name: party.countries[0] for m in said if (party := known_parties().get(m.name or ""))}
    before = [m for m in said if name.start - TAKER <= m.span.end <= name.start]
    if container is None or len(set(states.values())) < 2 or not before:
        return False
    between = text[before[-1].span.end : name.start]
    taken = between.split()[-1:] and lemma_of(between.split()[-1]) in place_words("taken", "gains")
    return bool(taken and "." not in between and states.get(before[-1].name) == container.country)
