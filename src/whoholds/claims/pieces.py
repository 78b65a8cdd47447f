"""Some of a named place, a place in it that is not named, and a name that only tells where another lies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from whoholds.claims.meant import AREAS
from whoholds.claims.nouns import is_locality, is_quantity, noun_lemma
from whoholds.claims.sentence import Sentence
from whoholds.lexicon import word_set
from whoholds.model import Span
from whoholds.text.places import PlaceMention
from whoholds.text.unknown_places import BY_NAME

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

BEFORE = 40  # characters before a name in which the words stand that make it a landmark
SITE = 20  # characters after a name in which "airport" stands
IN_IT = re.compile(
    r" (?:with)?in (?:the )?(?:[a-z]+ern )?(?:[A-Z][\w'’-]*(?:,? and|,)? ){0,6}"
    r"(?:(?:[\w-]+ )?(?:district|area|countryside|county|township|subdistrict|territory|outskirts)"
    r" of (?:the )?)?"
)
NAMED_OF = re.compile(r" of (?:the )?")


def is_some_town_in(mention: PlaceMention, noun: Token, sentence: Sentence) -> bool:
    """True for "a village in Kunduz", "two towns in Kunduz": it is not told which."""
    if mention.place.kind != "settlement" or not is_locality(noun.text, "settlement"):
        return False
    gap = sentence.report.text[sentence.span_of(noun).end : mention.span.start]
    told = {child.lower_ for child in noun.children}
    some = "the" not in told and (_is_counted(noun) or bool(told & word_set("nouns", "shares", "some")))
    if NAMED_OF.fullmatch(gap):
        return noun.tag_ == "NNS" and some  # "several villages of Bara"; "the villages of A and B" are named
    if not IN_IT.fullmatch(gap):
        return False
    return noun.tag_ == "NNS" or bool(told & word_set("pointing", "indefinite"))


def lies_in(said: Span, mention: PlaceMention, text: str) -> bool:
    """True for Manbij after the "village" of "a village in the countryside of Manbij"."""
    return IN_IT.fullmatch(text[said.end : mention.span.start]) is not None


def _is_counted(noun: Token) -> bool:
    """ "Three villages", "dozens of villages"."""
    over = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    return any(child.tag_ == "CD" for child in noun.children) or (over is not noun and is_quantity(over.text))


def is_piece_of(mention: PlaceMention, noun: Token, sentence: Sentence) -> bool:
    """True for "a district of Aleppo", "rebel-held areas in Aleppo": some of the town; not for "the district
    of Burka", which is its name."""
    if noun_lemma(noun.text) not in word_set("nouns", "shares", "pieces"):
        return False
    span = sentence.span_of(noun)
    if mention.span.end < span.start:
        if noun.tag_ == "NN":  # "Chasiv Yar's eastern district"
            return any(c.dep_ == "poss" and sentence.place_at(c) == mention for c in noun.children)
        return span.start - mention.span.end == 1  # "the three Baghlan districts"
    end = span.end
    if end > mention.span.start:
        return False
    named = noun.tag_ == "NN" and NAMED_OF.fullmatch(sentence.report.text[end : mention.span.start])
    said = {child.lower_ for child in noun.children}
    picked = said & word_set("pointing", "indefinite") or any("-" in word for word in said)
    return not named or bool(picked) or any(child.tag_ in ("JJ", "CD") for child in noun.children)


def are_some_in_it(mention: PlaceMention, noun: Token, sentence: Sentence) -> bool:
    """True for "three districts in the mountains of Baghlan": some places in it, which are not told."""
    if noun.tag_ != "NNS" or not is_locality(noun.text, "settlement", "area"):
        return False
    links = word_set("pointing", "within", "among")
    within = (c for c in noun.children if c.dep_ == "prep" and c.lower_ in links)
    names = sentence.parsed.tokens_in(mention.span)
    return any(token in names for link in within for token in link.subtree)


def is_landmark(mention: PlaceMention, text: str) -> bool:
    """True for the second name of "Manbij, north of Aleppo": it says where the first lies."""
    before = text[max(0, mention.span.start - BEFORE) : mention.span.start].lower().split()
    return _is_beside(before)


def is_beside(mention: PlaceMention, text: str) -> bool:
    """True for Manbij in "near Manbij", "north of the city of Manbij": something lies there."""
    before = text[max(0, mention.span.start - BEFORE) : mention.span.start].lower().split()
    near = bool(before) and before[-1] in _near()
    return near or is_landmark(mention, text) or is_near_town(before)


def is_near_town(before: Sequence[str]) -> bool:
    """True for the words "near the ancient city of"."""
    telling = word_set("nouns", "shares", "towns") | word_set("pointing", "landmarks", "telling")
    words = [word for word in before if word not in telling]
    return before[-1:] == ["of"] and words[-2:] == ["the", "of"] and bool(set(words[-3:-2]) & _near())


def _near() -> frozenset[str]:
    return word_set("pointing", "near")


def _is_beside(before: list[str]) -> bool:
    towns = (
        word_set("nouns", "shares", "towns") | word_set("pointing", "landmarks", "telling") | {"the", "of"}
    )
    aside = {"the"} if before[-1:] == ["of"] else towns
    while before and before[-1] in aside:
        before.pop()
    beside = before[-1:] == ["of"] and set(before[-2:-1]) & word_set("pointing", "landmarks")
    return bool(beside)


def says_where(first: PlaceMention, second: PlaceMention, text: str) -> bool:
    """True for "Manbij, north of Aleppo", "Saraqib near Idlib": the second says where the first lies."""
    if second.span.start - first.span.end >= BEFORE:
        return False
    between = text[first.span.end : second.span.start].lower().strip(" ,").split()
    near = bool(between) and between[0] in _near() and _is_bare(between[1:])
    return near or is_landmark(second, text)


def _is_bare(words: Sequence[str]) -> bool:
    """True for "the city of": nothing but the kind of the name after it."""
    return set(words) <= word_set("nouns", "shares", "towns") | {"the", "of"}


def is_field_at(noun: Token) -> bool:
    """ "The airport at": no way to a place, but a part of it."""
    return noun_lemma(noun.text) in word_set("pointing", "fields") and noun.nbor(1).lower_ == "at"


def is_of_site(mention: PlaceMention, text: str) -> bool:
    """True for the name in "Kavumu airport", of which no gazetteer knows a town: it has no "city centre"."""
    following = text[mention.span.end : mention.span.end + SITE].split()[:1]
    unknown = mention.place.id.startswith(BY_NAME)
    return unknown and bool(following) and is_locality(following[0].strip(".,;"), "facility")


def is_other_name(mention: PlaceMention, found: Sequence[PlaceMention], text: str) -> bool:
    """True for an area in brackets behind another: "Artsakh (Nagorno-Karabakh)"."""
    start = mention.span.start
    beside = any(m.span.end == start - 2 and m.place.kind in AREAS for m in found)
    return beside and mention.place.kind in AREAS and text[start - 2 : start] == " ("


def is_town_of(gap: str) -> bool:
    """True for " town of " between two names, as in "the southern Artsakh town of Hadrut"."""
    words = gap.split()
    return words[1:] == ["of"] and is_locality(words[0], "settlement")


def is_somebodys(noun: Token) -> bool:
    """ "The army's last stronghold": what a name before it is to somebody."""
    owned = any(child.dep_ == "poss" for child in noun.children)
    return owned and noun_lemma(noun.text) in word_set("pointing", "described")


def is_any(noun: Token) -> bool:
    """ "several cities across the country", "neighbouring provinces": towns and areas that are not told."""
    if is_locality(noun.text, "settlement", "area") and {c.lower_ for c in noun.children} & _beside():
        return True
    some = {c.lower_ for c in noun.children} & word_set("pointing", "indefinite")
    return noun.tag_ == "NNS" and bool(some) and is_locality(noun.text, "settlement")


def _beside() -> frozenset[str]:
    return word_set("pointing", "aside", "others")


def is_named_otherwise(noun: Token, sentence: Sentence) -> bool:
    """True for "Dinder town", a name that nothing knows: it is no place that was told before."""
    before = noun.nbor(-1) if noun.i else noun
    if not is_locality(noun.text, "settlement") or noun.tag_ != "NN" or before.head != noun:
        return False
    bare = not any(child.dep_ in ("det", "poss") for child in noun.children)
    named = before.text[:1].isupper() and before.dep_ in ("compound", "amod", "nmod")
    return bare and named and sentence.place_at(before) is None and sentence.party_at(before) is None
