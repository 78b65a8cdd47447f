"""Places that a noun phrase names: without landmarks and containers, with capitals of provinces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from whoholds.claims.edges import clause_before, lies_outside
from whoholds.claims.meant import AREAS, homonym_province, place_meant
from whoholds.claims.nouns import is_locality, noun_lemma
from whoholds.claims.pieces import (
    are_some_in_it,
    is_field_at,
    is_landmark,
    is_near_town,
    is_other_name,
    is_piece_of,
    is_some_town_in,
    is_somebodys,
    is_town_of,
)
from whoholds.claims.sentence import Sentence
from whoholds.claims.shares import is_small_share
from whoholds.lexicon import word_set
from whoholds.model import Mention, Place, Precision
from whoholds.text.places import PlaceMention
from whoholds.text.syntax import is_verb

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

MOST_BEFORE = 2  # words before a phrase: a name and a comma
OWNED = 40  # characters after a name in which that of a place that belongs to it begins
OWNS = re.compile(r"['’]s (?:[a-z-]+ ){0,3}")
LIES_IN = re.compile(
    r"(?: [a-z]+){0,2} in (?:the |[A-Z][\w-]+['’]s )?"
    r"(?:[a-z-]+(?:ern|central) )?(?:the )?(?:(?:province|state|region) of )?"
)
WITHIN = re.compile(r",? in (?:[\w’'-]+ ){1,4}of ")  # "in the community of Z of X district"
OUTSIDE_PHRASE = frozenset(("relcl", "acl", "advcl", "advmod", "npadvmod", "punct"))
INTO_PHRASE = frozenset(("of", "in", "including", "at", "inside", "like", "on"))


@dataclass(frozen=True, slots=True)
class Where:
    """One place of an event: the words that name it (and those that point to them), and how it lies to it."""

    mention: Mention
    place: Place
    precision: Precision


def places_in_phrase(noun: Token, sentence: Sentence) -> list[PlaceMention]:
    """Named places that a noun phrase is about, without landmarks ("near X") and their containers."""
    found: list[PlaceMention] = []
    for token in _phrase(noun):
        mention = sentence.place_at(token)
        if mention is not None and mention not in found:
            found.append(mention)
    return without_containers(found, sentence)


def place_beside(noun: Token, sentence: Sentence) -> list[PlaceMention]:
    """The name after "the base at", "the town hall in", wherever the parse hangs that phrase."""
    if not is_locality(noun.text, "facility", "part", "near") or noun.i + 2 >= len(noun.doc):
        return []
    to_it = noun.nbor(1).lower_ == "to" and is_locality(noun.text, "near")  # "the entrances to"
    led = to_it or noun.nbor(1).lower_ in INTO_PHRASE
    if not led or (sentence.is_kind(noun, "ways") and not is_field_at(noun)):
        return []
    token = noun.nbor(2)
    token = token.nbor(1) if token.dep_ == "det" and token.i + 1 < len(noun.doc) else token
    mention = sentence.place_at(token)
    return [mention] if mention is not None and sentence.party_at(token) is None else []


def name_before(noun: Token, sentence: Sentence) -> list[PlaceMention]:
    """El Fula in "El Fula, the capital of West Kordofan, fell": the words between commas tell what it is."""
    first = noun.left_edge.i
    if first < MOST_BEFORE or not is_locality(noun.text, "settlement", "facility", "area"):
        return []
    end = noun.subtree[-1]
    closed = end.text == "," or (end.i + 1 < len(noun.doc) and end.nbor(1).text in ",.;")
    apart = closed and noun.doc[first - 1].text == ","
    mention = sentence.place_at(noun.doc[first - 2]) if apart else None
    if first > MOST_BEFORE and noun.doc[first - MOST_BEFORE - 1].tag_ in ("IN", "TO"):
        return []
    fits = mention is not None and is_locality(noun.text, "area") == (mention.place.kind in AREAS)
    return [mention] if mention is not None and fits else []  # "Crimea, a peninsula it seized"


def _phrase(noun: Token) -> Iterator[Token]:
    """Tokens of a noun phrase that can name it.

    Not relative clauses, not what stands after "near" or "from", nor "the second largest city in …".
    """
    is_name = noun.tag_ in ("NNP", "NNPS")
    yield noun
    for child in noun.children:
        if (
            _tells_where_it_lies(child)
            or child.dep_ in OUTSIDE_PHRASE
            or (child.dep_ == "conj" and is_verb(child))
        ):
            continue
        if child.dep_ == "appos" and is_name and (_describes(child) or _is_site_of(child)):
            for grand in (c for c in child.children if c.dep_ == "conj" and c.tag_ in ("NNP", "NNPS")):
                yield from _phrase(grand)
            continue
        if child.dep_ != "prep":
            yield from _phrase(child)
        elif child.lower_ in INTO_PHRASE:
            for grand in child.children:
                yield from _phrase(grand)


def renames(noun: Token, nouns: Sequence[Token]) -> bool:
    """ "The army's last stronghold in Darfur" after "El-Fasher", which the parse makes a second object."""
    first = noun.left_edge.i
    names = {one.i for one in nouns if one.tag_ in ("NNP", "NNPS")}
    if is_somebodys(noun) and noun.doc[first - 1].text == "," and noun.doc[first - 2].text[:1].isupper():
        return first > MOST_BEFORE
    apart = first - 2 in names and noun.doc[first - 1].text == ","
    owned = first - 1 in names and any(child.dep_ == "poss" for child in noun.children)
    return (apart and _describes(noun)) or (
        owned and (_describes(noun) or is_locality(noun.text, "facility"))
    )


def _describes(noun: Token) -> bool:
    """ "A hub in the north", "a district in Kandahar" after a name: what follows is no second place."""
    one = noun.tag_ == "NN" and any(child.dep_ in ("det", "nummod", "poss") for child in noun.children)
    area = one and is_locality(noun.text, "settlement", "area", "near", "part")
    return area or noun_lemma(noun.text) in word_set("pointing", "described")


def _is_site_of(noun: Token) -> bool:
    """ "The town's main camp" after the name of the camp."""
    return is_locality(noun.text, "facility") and any(child.dep_ == "poss" for child in noun.children)


def _tells_where_it_lies(token: Token) -> bool:
    """ "north of X", "ten miles from X" after a name."""
    from_there = any(c.lower_ in ("of", "from") for c in token.children)
    return from_there and token.lower_ in word_set("pointing", "landmarks")


def without_containers(found: list[PlaceMention], sentence: Sentence) -> list[PlaceMention]:
    """ "Zaranj in Nimruz province", "Aybak, the capital of Samangan": the container goes."""
    kept = []
    for mention in found:
        smaller = [m for m in found if m is not mention and contains(mention.place, m.place)]
        text = sentence.report.text
        if (
            _owns_one(mention, found, text)
            or is_other_name(mention, found, text)
            or _holds_one(mention, found, sentence)
        ):
            continue
        if not smaller or _listed_with_part(mention, smaller, sentence):
            kept.append(mention)
    return kept


def _holds_one(mention: PlaceMention, found: Sequence[PlaceMention], sentence: Sentence) -> bool:
    """True for the second name of "Tal Malah hill in northern Hama": the first lies in it."""
    text, start = sentence.report.text, mention.span.start
    gaps = [text[m.span.end : start] for m in found if start - OWNED < m.span.end <= start]
    behind = text[mention.span.end : mention.span.end + OWNED].split()
    area = bool(behind) and is_locality(behind[0].strip(",.;"), "area")
    return any(LIES_IN.fullmatch(gap) or _divides(gap) or (area and WITHIN.fullmatch(gap)) for gap in gaps)


def _divides(gap: str) -> bool:
    """True for " district of " between two names: the first is a division of the second."""
    words = gap.split()
    return words[1:2] == ["of"] and words[0] in word_set("pointing", "divisions") and not words[2:]


def _owns_one(mention: PlaceMention, found: Sequence[PlaceMention], text: str) -> bool:
    """True for the first name of "Sagaing's Kawlin Township", "the Artsakh town of Hadrut"."""
    end = mention.span.end
    gaps = [text[end : m.span.start] for m in found if end < m.span.start < end + OWNED]
    area = mention.place.kind in AREAS
    return any(OWNS.fullmatch(gap) or (area and is_town_of(gap)) for gap in gaps)


def contains(outer: Place, inner: Place) -> bool:
    """True when the outer place is an area and the inner one lies in it."""
    if outer.kind not in AREAS or outer.id == inner.id:
        return False
    if outer.kind == "country":
        return inner.kind != "country" and inner.country == outer.country
    return outer.id in (inner.province, inner.part_of)


def _listed_with_part(mention: PlaceMention, smaller: Sequence[PlaceMention], sentence: Sentence) -> bool:
    """ "Jawzjan, including its capital Sheberghan" names both."""
    text, end = sentence.report.text, mention.span.end
    return any(m.span.start > end and "including" in text[end : m.span.start] for m in smaller)


def is_around(mention: PlaceMention, noun: Token, sentence: Sentence) -> bool:
    """True for "the city in southwest Afghanistan": the name is of what lies around it."""
    if mention.place.kind not in ("province", "country") or noun_lemma(noun.text) in ("province", "region"):
        return False
    first = sentence.parsed.tokens_in(mention.span)
    over = next((a for t in first[:1] for a in t.ancestors if a.dep_ == "prep"), None)
    return over is not None and over.lower_ in ("in", "near", "at", "on")


def is_owner(mention: PlaceMention, noun: Token, sentence: Sentence) -> bool:
    """True for "Mali's largest town": the name of an area that a town, which is not named, belongs to."""
    if mention.place.kind not in AREAS or not is_locality(noun.text, "settlement"):
        return False
    found = sentence.parsed.tokens_in(mention.span)
    return any(token.dep_ == "poss" and token.head == noun for token in found)


def capitals_in(noun: Token, named: Sequence[PlaceMention], sentence: Sentence) -> list[Where]:
    """ "the capital of Nimruz", "the capitals of Kunduz and Sar-e Pul provinces", "Nimruz's capital"."""
    capital = next((token for token in _phrase(noun) if noun_lemma(token.text) == "capital"), None)
    if capital is None or _is_any_capital(capital, named):
        return []
    text, gazetteer = sentence.report.text, sentence.report.gazetteer
    found = []
    for mention in named:
        name = mention.name.of(text)
        town = mention.place.kind in ("settlement", "facility")
        if town and homonym_province(mention.place, name, gazetteer) is None:
            return []
        seat = place_meant(mention.place, "capital", name, gazetteer)
        if seat.kind == "settlement":
            found.append(Where(Mention(mention.span, sentence.span_of(capital)), seat, Precision.EXACT))
    return found


def _is_any_capital(capital: Token, named: Sequence[PlaceMention]) -> bool:
    """ "another provincial capital in Afghanistan" is not the seat of the country."""
    words = {child.lower_ for child in capital.children}
    of_country = any(mention.place.kind == "country" for mention in named)
    return of_country and bool(words & (word_set("pointing", "indefinite") | {"provincial", "regional"}))


def where_of(mention: PlaceMention, noun: Token, sentence: Sentence) -> Where:
    """A named place as the place of an event, with how the words of its phrase lie to it.

    "A village in Kunduz" is none that is named: it lies in the province of that name, or near the town.
    """
    if is_some_town_in(mention, noun, sentence):
        name, gazetteer = mention.name.of(sentence.report.text), sentence.report.gazetteer
        around = homonym_province(mention.place, name, gazetteer)
        precision = Precision.NEAR if around is None else Precision.PROVINCE
        return Where(Mention(mention.span), around or mention.place, precision)
    return Where(Mention(mention.span), mention.place, _precision(mention, noun, sentence))


def _part_of_it(mention: PlaceMention, noun: Token, sentence: Sentence) -> bool:
    """True for the last of "Khanabad, Archi and Kunduz's airport", a list whose head is another place."""
    inside = {token.i for token in sentence.parsed.tokens_in(mention.span)}
    over = next((t for t in sentence.parsed.tokens_in(mention.span) if t.head.i not in inside), None)
    if over is None or over.dep_ not in ("poss", "pobj") or noun.i in inside:
        return False
    owner = over.head.head if over.dep_ == "pobj" and over.head.lower_ == "of" else over.head
    return owner != noun and owner.dep_ == "conj" and is_locality(owner.text, "part", "facility")


def _precision(mention: PlaceMention, noun: Token, sentence: Sentence) -> Precision:
    kind = mention.place.kind
    if kind in AREAS:
        return Precision(kind)
    text = sentence.report.text
    if lies_outside(text, mention.span):
        return Precision.NEAR
    before = clause_before(text, mention.span.start).lower().split()
    outside = (
        is_landmark(mention, text)
        or is_near_town(before)
        or (before[-1:] and before[-1] in word_set("pointing", "near"))
    )
    edge = word_set("nouns", "places", "near")
    if noun_lemma(noun.text) in edge or outside or any(word in edge for word in before[-4:]):
        return Precision.NEAR
    inner = bool(before) and before[-1] in word_set("nouns", "places", "inner")
    if inner or is_small_share(text[sentence.span.start : mention.span.start]):
        return Precision.PART
    if _part_of_it(mention, noun, sentence) or are_some_in_it(mention, noun, sentence):
        return Precision.PART
    own = sentence.place_at(noun) is mention
    if not own and set(before[-2:] if before[-1:] == ["of"] else before[-1:]) & word_set(
        "pointing", "within"
    ):
        return Precision.PART
    if not own and is_piece_of(mention, noun, sentence):
        return Precision.PART
    if not own and noun_lemma(noun.text) != "most" and is_locality(noun.text, "part", "facility"):
        return Precision.PART
    return Precision.EXACT
