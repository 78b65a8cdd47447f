"""Names that a noun for a place is said to be, or to be of: "the last town was X", "X was the last town"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whoholds.claims.meant import AREAS
from whoholds.claims.nouns import is_locality
from whoholds.claims.sentence import Sentence
from whoholds.text.places import PlaceMention
from whoholds.text.syntax import FORMS_OF_BE

if TYPE_CHECKING:
    from whoholds.text.tokens import Token


def named_after_be(noun: Token) -> Token | None:
    """Kunduz in "the last town that fell was Kunduz": the name that a noun for a place is given."""
    verb = noun.head
    if noun.dep_ != "nsubj" or verb.lower_ not in FORMS_OF_BE or not is_locality(noun.text, "settlement"):
        return None
    return next((c for c in verb.children if c.dep_ == "attr" and c.tag_ in ("NNP", "NNPS")), None)


def name_of_being(noun: Token, sentence: Sentence) -> PlaceMention | None:
    """Sudzha in "Sudzha was the only town of the region held by them": what the noun is said of, also where
    the parse has the region held."""
    link = noun.head
    of_area = noun.dep_ == "pobj" and link.lower_ in ("of", "in") and is_locality(noun.text, "area")
    noun = link.head if of_area else noun
    verb = noun.head
    if noun.dep_ != "attr" or verb.lower_ not in FORMS_OF_BE or not is_locality(noun.text, "settlement"):
        return None
    said = (sentence.place_at(child) for child in verb.children if child.dep_ == "nsubj")
    return next((one for one in said if one is not None and one.place.kind not in AREAS), None)
