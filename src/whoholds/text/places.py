"""Places named in a report: which words, which entry of the gazetteer, and why that one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import asin, cos, log10, radians, sin, sqrt

from whoholds.gazetteer import Gazetteer, NameHit, fold
from whoholds.lexicon import read_lexicon
from whoholds.model import Place, Span
from whoholds.ontology import parties as known_parties
from whoholds.text.parties import PartyMention

NEAR_KM = 250.0
LARGE = 150_000  # inhabitants from which a town may be meant although its country is not the report's
HABITABLE = frozenset(("settlement", "district"))


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """Words that name a place. `place` may be one that no gazetteer knows: without coordinates, with its
    container in `part_of` where the words name one. `reason` says why this entry was taken."""

    span: Span
    name: Span
    place: Place
    reason: str


@dataclass(frozen=True, slots=True)
class _Hit:
    """A gazetteer name in the text that may be a place, with the kind that the words around it say."""

    span: Span
    whole: Span
    candidates: tuple[Place, ...]
    kind: str | None
    common: bool


@cache
def _words(table: str, key: str) -> frozenset[str]:
    return frozenset(read_lexicon("en", "places")[table][key])


@cache
def _kinds() -> Mapping[str, str]:
    table = read_lexicon("en", "places")["kinds"]
    return {word: kind for kind, words in table.items() if kind != "example" for word in words}


@cache
def _after() -> re.Pattern[str]:
    words = sorted((w for w in _kinds() if w != "provincial"), key=len, reverse=True)
    either = "|".join(f"[{w[0].upper()}{w[0]}]{w[1:].replace(' ', '[ -]')}" for w in words)
    return re.compile(rf"(?:['’]s)?[ ]+(?:(?:[a-z]+|International|Military|Air)[ ]+)?(?P<kind>{either})\b")


BEFORE = re.compile(
    r"(?P<kind>[A-Za-z]+)(?:,? (?:of|in|called|named))? (?:the |northern |southern |eastern |western |central )*$"
)
CAPITALISED = re.compile(r"([A-Z][\w'’-]*\.?) $")
FOLLOWING = re.compile(r" ([A-Z][\w'’-]*)")
PROPER = r"[A-Z][\w'’]*(?:[- ](?:(?:al|el|ad|ash|as|e|i|ul)-)?[A-Z][\w'’]*|-[a-z]{1,3}-[A-Z][\w'’]*)*"


def find_places(
    text: str, gazetteer: Gazetteer, mentions: Sequence[PartyMention] = ()
) -> tuple[PlaceMention, ...]:
    """The places that a text names, in order, none inside another; the parties' names are not places."""
    blocked = [m.span for m in mentions if not m.metonym and m.how != "generic"]
    hits = [hit for hit in _hits(text, gazetteer) if not any(hit.span.meets(span) for span in blocked)]
    hits = _share_kinds(text, hits)
    focus = _focus(hits, mentions)
    chosen = [mention for mention in (_choose(text, hit, hits, focus) for hit in hits) if mention]
    facilities = [_as_facility(text, mention, gazetteer) for mention in chosen]
    unknown = _unknown(text, [*(h.span for h in hits), *(m.span for m in mentions)], facilities)
    return tuple(sorted((*facilities, *unknown), key=lambda mention: mention.span))


def country_in_focus(places: Sequence[PlaceMention], mentions: Sequence[PartyMention] = ()) -> str | None:
    """The country (ISO 3166-1) that most places and parties of a report belong to, None without any."""
    votes = Counter(m.place.country for m in places if m.place.country and m.place.kind != "country")
    for mention in places:
        if mention.place.kind == "country" and mention.place.country:
            votes[mention.place.country] += 1
    for country, weight in _party_votes(mentions).items():
        votes[country] += round(weight)
    return votes.most_common(1)[0][0] if votes else None


def _hits(text: str, gazetteer: Gazetteer) -> Iterator[_Hit]:
    for hit in gazetteer.names_in(text):
        candidates = tuple(p for p in map(gazetteer.get, hit.places) if p is not None)
        kind, whole = _kind_around(text, hit.span)
        if candidates and not _part_of_name(text, hit, kind):
            yield _Hit(hit.span, whole, candidates, kind, hit.common)


def _kind_around(text: str, span: Span) -> tuple[str | None, Span]:
    """What kind of place the words say it is, and the span with a facility's noun included."""
    after = _after().match(text, span.end)
    if after is not None:
        kind = _kinds()[after["kind"].lower().replace("-", " ")]
        joined = after.start("kind") - span.end <= 15
        if kind == "facility" and joined and "'" not in text[span.end : after.end()].replace("’", "'"):
            return kind, Span(span.start, after.end())
        if kind != "facility" and after.start("kind") == span.end + 1:
            return kind, span
    before = BEFORE.search(text[max(0, span.start - 40) : span.start])
    kind = _kinds().get(before["kind"].lower()) if before else None
    return (kind if kind not in ("facility",) else None), span


def _share_kinds(text: str, hits: Sequence[_Hit]) -> list[_Hit]:
    """ "Kunduz and Sar-e Pul provinces": the kind said of the last in a list is that of all."""
    shared = list(hits)
    for n in range(len(shared) - 2, -1, -1):
        this, following = shared[n], shared[n + 1]
        gap = text[this.span.end : following.span.start]
        plural = re.match(r" (?:provinces|districts|cities|towns|villages|regions)\b", text[following.span.end :])
        listed = plural or following.whole != following.span
        if this.kind is None and following.kind in ("province", "district", "settlement") and listed and gap.strip(", ") in ("", "and"):
            shared[n] = replace(this, kind=following.kind)
    return shared


def _part_of_name(text: str, hit: NameHit, kind: str | None) -> bool:
    """True when the words belong to a longer proper name: of a person, an office, an outlet."""
    before = CAPITALISED.search(text[max(0, hit.span.start - 25) : hit.span.start])
    after = FOLLOWING.match(text, hit.span.end)
    if after and after[1] in _words("never", "organisations"):
        return True
    if before is None:
        return text[max(0, hit.span.start - 30) : hit.span.start].rstrip().split(" ")[-1] in _words(
            "never", "titles"
        ) and not kind
    word = before[1].rstrip(".")
    if word in _words("directions", "words") or kind is not None:
        return False
    if word in _words("never", "titles"):
        return True
    return _inside_sentence(text, hit.span.start - len(before[0])) and word not in _words("never", "words")


def _inside_sentence(text: str, at: int) -> bool:
    """True when a sentence or line does not begin at `at`: a capital there means a name."""
    before = text[:at].rstrip(" ")
    return bool(before) and before[-1] not in ".!?\n:“\"”—–-(" and before[-1] != ","


def _party_votes(mentions: Sequence[PartyMention]) -> Counter[str]:
    votes: Counter[str] = Counter()
    for mention in mentions:
        party = known_parties().get(mention.name) if mention.name else None
        if party is not None and party.countries and mention.how != "generic":
            votes[party.countries[0]] += 0.5 if party.kind in ("foreign", "international") else 1  # type: ignore[assignment]
    return votes


def _focus(hits: Sequence[_Hit], mentions: Sequence[PartyMention]) -> Mapping[str, float]:
    """How much the report speaks of each country, from 0 to 1: unambiguous names, countries, parties."""
    votes: Counter[str] = Counter()
    for hit in hits:
        if hit.common:
            continue
        total = sum(_size(place) for place in hit.candidates)
        for place in hit.candidates:
            if place.country:
                votes[place.country] += _size(place) / total  # type: ignore[assignment]
    for country, weight in _party_votes(mentions).items():
        votes[country] += weight
    most = max(votes.values(), default=0)
    return {country: weight / most for country, weight in votes.items()} if most else {}


def _size(place: Place) -> float:
    return 7.0 if place.kind == "country" else 5.0 if place.kind == "province" else log10(place.population + 10)


def _choose(
    text: str, hit: _Hit, hits: Sequence[_Hit], focus: Mapping[str, float]
) -> PlaceMention | None:
    own = {place.id for place in hit.candidates}
    others = [h.candidates[0] for h in hits if not h.common and len(h.candidates) < 4 and h.candidates[0].id not in own]
    container = _named_after(text, hit, hits)
    scored = [(_score(place, hit, focus, others, container), place) for place in hit.candidates]
    (score, reasons), best = max(scored, key=lambda one: one[0][0])
    if not _plausible(best, hit, focus, text):
        return None
    return PlaceMention(hit.whole, hit.span, best, "; ".join(reasons) or "the largest of its name")


def _score(
    place: Place,
    hit: _Hit,
    focus: Mapping[str, float],
    others: Sequence[Place],
    container: frozenset[str],
) -> tuple[float, tuple[str, ...]]:
    """How likely this entry is meant: named, weighted reasons."""
    share = focus.get(place.country or "", 0.0)
    features = (
        (_size(place), ""),
        (6.0 * share, f"country in focus ({place.country})" if share > 0.5 else ""),
        (3.0 * (_kind_fits(place.kind, hit.kind)), f"the words say {hit.kind}" if hit.kind else ""),
        (2.0 * _close_to(place, others), "near other places of the report"),
        (4.0 * (place.province in container or (place.country or "") in container), "inside the place named after it"),
    )
    return sum(weight for weight, _ in features), tuple(why for weight, why in features if weight > 0 and why)


def _kind_fits(kind: str, said: str | None) -> float:
    if said is None:
        return 1.0 if kind in ("settlement", "country") else 0.4
    if said == "facility":
        return 1.0 if kind in ("facility", "settlement") else 0.0
    return 1.5 if kind == said else 0.5 if (said, kind) == ("district", "settlement") else 0.0


def _close_to(place: Place, others: Sequence[Place]) -> bool:
    return any(distance_km(place, other) <= NEAR_KM for other in others[:40] if other.id != place.id)


def distance_km(one: Place, other: Place) -> float:
    """Great-circle distance in km (haversine, sphere of 6,371 km); infinite when a position is unknown."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return float("inf")
    lat, lon = radians(other.lat - one.lat), radians(other.lon - one.lon)
    h = sin(lat / 2) ** 2 + cos(radians(one.lat)) * cos(radians(other.lat)) * sin(lon / 2) ** 2
    return 12742 * asin(min(1.0, sqrt(h)))


def _named_after(text: str, hit: _Hit, hits: Sequence[_Hit]) -> frozenset[str]:
    """Ids and country codes of what "City, Province" names after the comma, or "City in Province"."""
    for other in hits:
        gap = text[hit.whole.end : other.span.start]
        if other.span.start > hit.whole.end and re.fullmatch(r",? ?(?:(?:in|the|of|[a-z]+ern|[\w'’]+) ){0,4}", gap):
            return frozenset(p.id for p in other.candidates) | frozenset(
                p.country for p in other.candidates if p.country and p.kind == "country"
            )
    return frozenset()


def _plausible(place: Place, hit: _Hit, focus: Mapping[str, float], text: str) -> bool:
    """False for a homonym far from what the report is about, and for ordinary words without a reason."""
    share = focus.get(place.country or "", 0.0)
    if hit.common:
        kind_said = hit.kind is not None and _kind_fits(place.kind, hit.kind) >= 1
        located = re.search(r"\b(?:in|at|near|from|to|of|outside) $", text[: hit.span.start][-10:])
        return share > 0.3 and (kind_said or (located is not None and place.population > 20_000))
    if place.kind in ("country", "province"):
        return place.kind == "country" or share > 0.15 or hit.kind == "province"
    return share >= 0.2 or place.population >= LARGE


def _as_facility(text: str, mention: PlaceMention, gazetteer: Gazetteer) -> PlaceMention:
    """ "Kunduz airport": a place of its own, attached to its town; without coordinates when none are known."""
    if mention.span == mention.name or mention.place.kind == "facility":
        return mention
    words = mention.span.of(text)
    known = [p for p in gazetteer.named(words) if p.country == mention.place.country]
    if known:
        return PlaceMention(mention.span, mention.name, known[0], "named so in the gazetteer")
    town = mention.place
    place = unplaced(words, town, kind="facility")
    return PlaceMention(mention.span, mention.name, place, f"a facility of {town.name}")


def unplaced(name: str, container: Place | None, *, kind: str = "settlement") -> Place:
    """A place that no gazetteer knows: no coordinates, inside its known container; its id is made of both."""
    inside = container.id if container else ""
    country = container.country if container else None
    province = None
    if container is not None:
        province = container.id if container.kind == "province" else container.province
    return Place(f"name:{fold(name)}@{inside}", name, kind, None, None, country, province, inside or None)


def _unknown(text: str, taken: Sequence[Span], known: Sequence[PlaceMention]) -> Iterator[PlaceMention]:
    """Names after "the village of", or before "village", that no gazetteer knows."""
    container = _main_container(known)
    for match in _unknown_pattern().finditer(text):
        group = "strong" if match["strong"] else "before"
        if match[group] is None:
            continue
        span = Span(match.start(group), match.end(group))
        first = match[group].split()[0]
        if any(span.meets(other) for other in taken) or first in _words("never", "words"):
            continue
        place = unplaced(match[group], container)
        yield PlaceMention(span, span, place, "no gazetteer knows the name")


@cache
def _unknown_pattern() -> re.Pattern[str]:
    strong = "|".join(sorted(_words("locative", "strong"), key=len, reverse=True))
    nouns = "village|town|district|neighbourhood|neighborhood|suburb|hamlet|checkpoint|crossing|base"
    return re.compile(
        rf"\b(?:{strong}) (?P<strong>{PROPER})|(?<=\b[a-z] )?(?<![.!?“\"] )\b(?P<before>{PROPER}) (?:{nouns})\b"
    )


def _main_container(known: Sequence[PlaceMention]) -> Place | None:
    provinces = [m.place for m in known if m.place.kind == "province"]
    if provinces:
        return Counter(provinces).most_common(1)[0][0]
    countries = [m.place for m in known if m.place.kind == "country"]
    return Counter(countries).most_common(1)[0][0] if countries else None
