"""Places named in a report: which words, which entry of the gazetteer, and why that one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from whoholds.gazetteer import Gazetteer, load_gazetteer
from whoholds.lexicon import read_lexicon
from whoholds.model import Place, Precision, Span
from whoholds.text.at_home import Home, best_at_home, container_after, home_of, takes_abroad
from whoholds.text.country_votes import Hit
from whoholds.text.datelines import find_dateline
from whoholds.text.filed import country_told, not_of_the_dateline
from whoholds.text.longer_names import is_of_country, is_part_of_name, is_second_half, with_second_half
from whoholds.text.parties import PartyMention, find_parties
from whoholds.text.place_choice import Around, around_report
from whoholds.text.place_words import BEFORE, kind_after, kinds, lies_in_province, place_words
from whoholds.text.stretches import Covered
from whoholds.text.unknown_places import (
    SHORT,
    anchors_among,
    find_unknown,
    main_container,
    skeleton,
    spelt_otherwise,
    unplaced,
)
from whoholds.text.waters import is_water

__all__ = ["PlaceMention", "find_places", "unplaced"]

BESIDE = 60  # characters around a name in which "district" may stand
AREAS = ("country", "province", "district")
LIST_IN = re.compile(r"(?:,? (?:and )?[A-Z][\w-]+(?: [A-Z][\w-]+)?){0,3} in ")
LOCATED = re.compile(r"\b(?:in|at|near|to|from|of|outside|around) $")
PLURAL = re.compile(r" (?:provinces|districts|cities|towns|villages|regions)\b")


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """Words that name a place: all of them at `span`, the name alone at `name`.

    `place` may be one that no gazetteer knows: without coordinates, with its container in `part_of` where the
    words name one. `reason` says why this entry was taken.
    """

    span: Span
    name: Span
    place: Place
    reason: str

    @property
    def coordinates(self) -> tuple[float, float] | None:
        """Latitude and longitude of the entry in WGS84 degrees; None where they are not known."""
        lat, lon = self.place.lat, self.place.lon
        return None if lat is None or lon is None else (lat, lon)

    @property
    def precision(self) -> Precision | None:
        """How closely the coordinates tell where: exact, or the area that they are the middle of, or None."""
        if self.coordinates is None:
            return None
        return Precision(self.place.kind) if self.place.kind in AREAS else Precision.EXACT


def find_places(
    text: str, gazetteer: Gazetteer | None = None, mentions: Sequence[PartyMention] | None = None
) -> tuple[PlaceMention, ...]:
    """The places that a text names, in order, none inside another; the parties' names are not places.

    `gazetteer` is the one that ships with whoholds unless another is given; `mentions` are the parties that
    the text names, found where they are not given. A capital that acts ("Baku said") is among the places.
    """
    gazetteer = gazetteer or load_gazetteer()
    mentions = find_parties(text) if mentions is None else mentions
    blocked = Covered(m.span for m in mentions if not m.metonym and m.how != "generic")
    hits = [hit for hit in _hits(text, gazetteer) if not blocked.meets(hit.span)]
    hits = _share_kinds(text, hits)
    home = home_of(text, hits, mentions, gazetteer)
    chosen, within = _chosen(text, hits, around_report(text, hits, mentions), home)
    filed = find_dateline(text)
    if filed is not None:
        told = [one for one in mentions if not one.span.meets(filed.span)]
        chosen = not_of_the_dateline(text, chosen, told, filed.span)
    found = _within_province(text, [*_known_ones(text, chosen, gazetteer)], gazetteer)
    chosen_or_word = [hit.whole for hit, best in chosen if best is not None or hit.common]
    taken = [*chosen_or_word, *(mention.span for mention in mentions)]
    words = [hit.whole for hit, best in chosen if best is None and hit.common]
    away = filed.span if filed is not None else Span(0, 0)
    country = country_told(text, found, mentions, away)
    near = [mention.place for mention in found if mention.place.country == country]
    container = main_container(near, gazetteer)
    found = [_at_home(mention, mention.span.of(text), country, container) for mention in found]
    named = [mention.span for mention in mentions]
    found += within
    taken += [mention.span for mention in within]
    spoken = {mention.span for mention in mentions if mention.metonym}
    places = [mention.place for mention in found if mention.span not in spoken or _is_located(text, mention)]
    known = _Known(places, country, gazetteer, home.main, mentions, words)
    found += _unknown(text, taken, named, known)
    return tuple(sorted(found, key=lambda mention: mention.span))


def _known_ones(
    text: str, chosen: Sequence[tuple[Hit, tuple[Place, str] | None]], gazetteer: Gazetteer
) -> Iterator[PlaceMention]:
    """The names that the gazetteer knows, with the place that each means."""
    for hit, best in _named_again(text, chosen):
        mention = _of_kind(text, PlaceMention(hit.whole, hit.span, *best), hit, gazetteer)
        yield _as_facility(text, mention, gazetteer)


def _chosen(
    text: str, hits: Sequence[Hit], around: Around, home: Home
) -> tuple[list[tuple[Hit, tuple[Place, str] | None]], list[PlaceMention]]:
    """What each name means, if it is a place of this report; and those that lie unresolved in what is named
    after them."""
    chosen: list[tuple[Hit, tuple[Place, str] | None]] = []
    within = []
    for n, hit in enumerate(hits):
        chosen.append((hit, best_at_home(text, hit, hits[n + 1 : n + 6], around, home)))
    for n, (hit, best) in enumerate(chosen):
        following = [(other, told[0] if told else None) for other, told in chosen[n + 1 : n + 2]]
        container = None if hit.common else container_after(text, hit, best[0] if best else None, following)
        if container is not None:
            chosen[n] = hit, None
            place = unplaced(hit.span.of(text), container)
            within.append(PlaceMention(hit.span, hit.span, place, f"said to lie in {container.name}"))
    return chosen, within


def _is_located(text: str, mention: PlaceMention) -> bool:
    """True for "in Moscow"; where the capital acts, nothing lies near it."""
    return LOCATED.search(text[max(0, mention.span.start - 12) : mention.span.start]) is not None


def _named_again(
    text: str, chosen: Sequence[tuple[Hit, tuple[Place, str] | None]]
) -> Iterator[tuple[Hit, tuple[Place, str]]]:
    """The places chosen; a name passed over is one too where the report says elsewhere that it is."""
    said = {hit.span.of(text): best[0] for hit, best in chosen if best is not None}
    for hit, best in chosen:
        place = said.get(hit.span.of(text))
        if best is not None:
            yield hit, best
        elif place is not None and place in hit.candidates:
            yield hit, (place, "the report says elsewhere that it is a place")


def _hits(text: str, gazetteer: Gazetteer) -> Iterator[Hit]:
    for hit in gazetteer.names_in(text):
        candidates = tuple(p for p in map(gazetteer.get, hit.places) if p is not None)
        candidates = (*_called(text, hit.span.of(text), gazetteer), *candidates)
        if is_water(text, hit.span, candidates):
            continue
        kind, whole = _kind_around(text, with_second_half(text, hit.span, candidates))
        if _owns_districts(text, hit.span, candidates):
            kind, whole = "province", hit.span
        owned = is_of_country(text, hit.span.start, gazetteer)
        inside = is_part_of_name(text, hit, kind) or is_second_half(text, hit.span.start, gazetteer)
        if candidates and (owned or not inside):
            yield Hit(hit.span, whole, candidates, kind, hit.common)


def _owns_districts(text: str, span: Span, candidates: Sequence[Place]) -> bool:
    """True for a name that may be a province's in "Herat's Guzara district", "Dand district in Kandahar"."""
    provinces = {place.country for place in candidates if place.kind == "province"}
    before, after = text[max(0, span.start - BESIDE) : span.start], text[span.end : span.end + BESIDE]
    return bool(provinces & place_words("locative", "countries")) and lies_in_province(before, after)


def _called(text: str, name: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """The country that reports call so: "Congo"."""
    country = read_lexicon("en", "places")["called"]["words"].get(name)
    if country is None or any(other in text for other in place_words("called", "unless")):
        return ()
    place = gazetteer.get(f"iso:{country}")
    return (place,) if place is not None else ()


def _kind_around(text: str, span: Span) -> tuple[str | None, Span]:
    """What kind of place the words say it is, and the span with a facility's noun included."""
    after = kind_after().match(text, span.end)
    if after is not None:
        kind: str | None = kinds()[after["kind"].lower().replace("-", " ")]
        joined = after.start("kind") - span.end <= 15
        if kind == "facility" and joined and "'" not in text[span.end : after.end()].replace("’", "'"):
            return kind, Span(span.start, after.end())
        if kind != "facility" and after.start("kind") == span.end + 1:
            return kind, span
    before = BEFORE.search(text[max(0, span.start - 40) : span.start])
    kind = kinds().get(before["kind"].lower()) if before else None
    return (kind if kind != "facility" else None), span


def _share_kinds(text: str, hits: Sequence[Hit]) -> list[Hit]:
    """ "Kunduz and Sar-e Pul provinces": the kind said of the last in a list is that of all."""
    shared = list(hits)
    for n in range(len(shared) - 2, -1, -1):
        this, following = shared[n], shared[n + 1]
        gap = text[this.span.end : following.span.start]
        plural = PLURAL.match(text, following.span.end)
        listed = plural or following.whole != following.span
        if (
            this.kind is None
            and following.kind in ("province", "district", "settlement")
            and listed
            and gap.strip(", ") in ("", "and")
        ):
            shared[n] = replace(this, kind=following.kind)
    return shared


def _within_province(text: str, found: list[PlaceMention], gazetteer: Gazetteer) -> list[PlaceMention]:
    """ "Banu and Deh Salah in Baghlan": a name after "in" is the province of the place before it."""
    placed = found[:1]
    for before, mention in pairwise(found):
        gap = text[before.span.end : mention.span.start]
        joined = LIST_IN.fullmatch(gap) and mention.place.kind == "settlement"
        province = gazetteer.get(before.place.province or "") if joined else None
        if province is not None and province in gazetteer.named(mention.name.of(text)):
            mention = replace(mention, place=province, reason="the place before it lies in that province")
        placed.append(mention)
    return placed


def _of_kind(text: str, mention: PlaceMention, hit: Hit, gazetteer: Gazetteer) -> PlaceMention:
    """ "Deir Ezzor province", "Hassakeh city": a name that the gazetteer has for the other of a town and a
    province that are called alike."""
    town = mention.place
    if hit.kind == "settlement" and town.kind == "province":
        seat = gazetteer.capital_of(town.id)
        same = seat is not None and skeleton(seat.name) == skeleton(mention.name.of(text))
        return replace(mention, place=seat, reason="the words say city") if seat and same else mention
    if hit.kind != "province" or town.kind != "settlement":
        return mention
    named = (place for place in gazetteer.named(town.name) if place.id == town.province)
    province = next(named, None)
    return mention if province is None else replace(mention, place=province, reason="the words say province")


def _as_facility(text: str, mention: PlaceMention, gazetteer: Gazetteer) -> PlaceMention:
    """ "Kunduz airport": a place of its own, in its town; without coordinates when none are known."""
    if mention.span == mention.name or mention.place.kind == "facility":
        return mention
    words = mention.span.of(text)
    known = [p for p in gazetteer.named(words) if p.country == mention.place.country]
    if known:
        return PlaceMention(mention.span, mention.name, known[0], "named so in the gazetteer")
    town = mention.place
    named = mention.name.of(text)
    if len(skeleton(named)) >= SHORT and skeleton(named) == skeleton(town.name):
        words = f"{town.name}{words[len(named) :]}"
    place = unplaced(words, town, kind="facility")
    return PlaceMention(mention.span, mention.name, place, f"a facility of {town.name}")


def _at_home(mention: PlaceMention, name: str, country: str | None, container: Place | None) -> PlaceMention:
    """A facility without position lies in no town abroad of the same name ("Castello Road" in Aleppo)."""
    place = mention.place
    if place.kind != "facility" or place.lat is not None or place.country in (country, None):
        return mention
    return replace(
        mention, place=unplaced(name, container, kind="facility"), reason="a facility, its town unknown"
    )


@dataclass(frozen=True, slots=True)
class _Known:
    """The places of a report that are known, where it is, and the words of it that only look like names."""

    places: Sequence[Place]
    country: str | None
    gazetteer: Gazetteer
    main: Place | None = None
    mentions: Sequence[PartyMention] = ()
    words: Sequence[Span] = ()


def _unknown(
    text: str, taken: Sequence[Span], parties: Sequence[Span], known: _Known
) -> Iterator[PlaceMention]:
    """Names that no gazetteer knows as written: under another spelling where it is the only one near, else
    unresolved where the words say that they are places."""
    home = [place for place in known.places if place.country == known.country]
    container = main_container(home or known.places, known.gazetteer) or known.main
    anchors = anchors_among(known.places, known.country)
    for unknown in find_unknown(text, taken, parties, known.words):
        name = unknown.span.of(text)
        place = spelt_otherwise(name, anchors, known.country, known.gazetteer)
        if place is not None:
            yield PlaceMention(unknown.span, unknown.span, place, f"another spelling of {place.name}")
        elif unknown.sure:
            abroad = takes_abroad(text, unknown.span, container, known.mentions)
            place = unplaced(name, None if abroad else container, kind=unknown.kind)
            yield PlaceMention(unknown.span, unknown.span, place, "no gazetteer knows the name")
