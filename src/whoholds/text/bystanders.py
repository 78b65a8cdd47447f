"""States that a report names only beside a war: a neighbour, the host of who speaks, who closes a border."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from whoholds.model import Span
from whoholds.ontology import parties
from whoholds.text.parties import PartyMention
from whoholds.text.place_words import place_words, taking_abroad
from whoholds.text.stretches import Covered

FEW = 3  # countries in which the groups of a report may fight and still tell where it is about
BEFORE, AFTER = 60, 60  # characters around a name of a state that tell what is said of it
WHERE = re.compile(r"\b(?:in|inside|across) (?:\w+ern )?$")


class Named(NamedTuple):
    """A name of a place that is no country, with the countries in which it can lie."""

    span: Span
    countries: frozenset[str]


class Beside(NamedTuple):
    """The countries of states that only look on at a war, and those in which its armed groups fight."""

    countries: frozenset[str] = frozenset()
    home: frozenset[str] = frozenset()


def bystanders(text: str, named: Iterable[Named], mentions: Sequence[PartyMention]) -> Beside:
    """The countries (ISO 3166-1) of states that only look on, where a report's armed groups fight in others.

    They are those of which it names no town but the capital, unless one at war has its namesake, nothing that
    lies in them, and no forces that do anything. Of a state that fights in a country of those groups, all
    that is told must be its border, or who flees to it.
    """
    places = list(named)
    home = _fought_in(mentions, frozenset().union(*(one.countries for one in places)))
    if not 0 < len(home) <= FEW:
        return Beside()
    states = [m for m in mentions if _country(m) is not None and _country(m) not in home]
    capitals = Covered(m.span for m in states if m.how == "named")
    towns = [one.countries for one in places if not (capitals.meets(one.span) or _closes(text, one.span))]
    told: dict[str, list[PartyMention]] = {}
    for mention in states:
        told.setdefault(_country(mention) or "", []).append(mention)
    cities = Covered(one.span for one in places)
    beside = (
        country
        for country, those in told.items()
        if all(can_lie & home for can_lie in towns if country in can_lie)
        and not any(_is_where(text, m) and not cities.meets(m.span) for m in those)
        and _looks_on(text, country, those, home)
    )
    return Beside(frozenset(beside), home)


def _is_where(text: str, mention: PartyMention) -> bool:
    """True for "a post in northern Benin": what is told of lies in that country."""
    before = text[max(0, mention.span.start - BEFORE) : mention.span.start]
    return WHERE.search(before) is not None


def invaded(told: Collection[str]) -> Mapping[str, str]:
    """Of the countries that a report names, the one in which a neighbour takes places that it names too, with
    that neighbour: Ukraine, Russia. Not where it names several such, nor for a power from far away."""
    states = _neighbours() & frozenset(told)
    where = {state: sorted(_abroad(state) & frozenset(told)) for state in states}
    return {those[0]: state for state, those in where.items() if len(those) == 1}


@cache
def _neighbours() -> frozenset[str]:
    near = {party.countries[0] for party in parties() if party.kind == "government" and party.countries}
    return frozenset(near & taking_abroad().keys())


def _looks_on(text: str, country: str, mentions: Sequence[PartyMention], home: frozenset[str]) -> bool:
    fights = _abroad(country) & home
    return all(_is_at_border(text, m) or (not fights and not _acts(text, m)) for m in mentions)


def _abroad(country: str) -> frozenset[str]:
    return taking_abroad().get(country, frozenset())


def _country(mention: PartyMention) -> str | None:
    """The country of a state that is named; None for a group and for generic words."""
    party = parties().get(mention.name) if mention.name and mention.how != "generic" else None
    state = party is not None and not party.is_group and party.kind != "international"
    return party.countries[0] if party is not None and state and party.countries else None


def _fought_in(mentions: Sequence[PartyMention], named: frozenset[str]) -> frozenset[str]:
    """The countries of the armed groups of a report; of a name that many groups share, those it names too."""
    found: set[str] = set()
    for mention in mentions:
        known = (parties().get(name) for name in mention.names or (mention.name,) if name)
        groups = [party for party in known if party is not None and party.is_group]
        if mention.how == "named" and groups:
            those = {country for party in groups for country in party.countries}
            found |= those & named if mention.vague or len(groups) > 1 else those
    return frozenset(found)


def _acts(text: str, mention: PartyMention) -> bool:
    """True for "Beninese soldiers", "Benin's army killed", "Benin bombed": not for who only speaks."""
    said = mention.span.of(text).lower().split()
    after = text[mention.span.end : mention.span.end + AFTER]
    if _patterns()["acting"].match(after) is not None:
        return True
    own = _patterns()["army"].match(after)
    forces = place_words("bystander", "forces")
    if own is None and (mention.metonym or not said or said[-1] not in forces):
        return False
    return _patterns()["saying"].match(after, own.end() if own else 0) is None


def _is_at_border(text: str, mention: PartyMention) -> bool:
    """True for "fled into Burundi", "the border with Burundi", "Burundi closed the border"."""
    before = text[max(0, mention.span.start - BEFORE) : mention.span.start]
    patterns = _patterns()
    told = patterns["fled"].search(before) or patterns["border"].search(before)
    return told is not None or _closes(text, mention.span)


def _closes(text: str, name: Span) -> bool:
    """True for "Bujumbura closed the border": the name stands for a state."""
    return _patterns()["closed"].match(text, name.end) is not None


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    words = {
        key: "|".join(sorted(place_words("bystander", key), key=len, reverse=True))
        for key in ("fled", "bordering", "closed", "border", "forces", "acting", "saying")
    }
    return {
        "fled": re.compile(rf"\b(?:{words['fled']}) (?:\w+ ){{0,4}}(?:to|into) (?:\w+ )?$"),
        "border": re.compile(rf"\b(?:{words['bordering']}) $"),
        "closed": re.compile(rf" (?:has |had )?(?:{words['closed']}) (?:\w+ ){{0,2}}(?:{words['border']})\b"),
        "army": re.compile(rf"['’]s? (?:\w+ )?(?:{words['forces']})\b"),
        "acting": re.compile(rf" (?:has |had |have )?(?:{words['acting']})\b"),
        "saying": re.compile(rf",? (?:{words['saying']})\b"),
    }
