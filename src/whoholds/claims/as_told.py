"""How much of a place "it" is, after "the base in Kidal" or "a village near Ber"."""

from __future__ import annotations

from dataclasses import replace

from whoholds.claims.named import Where
from whoholds.claims.nouns import is_locality
from whoholds.claims.sentence import Sentence
from whoholds.lexicon import word_set
from whoholds.model import Precision
from whoholds.text.places import PlaceMention


def as_told(where: Where, mention: PlaceMention, sentence: Sentence) -> Where:
    """ "It" after "the base in Kidal" or "a village near Ber": the base, the village, and not the town."""
    told = [c.precision for c in sentence.memory.claims if c.place and c.place.span == mention.span]
    for token in sentence.parsed.tokens_in(mention.span)[-1:]:
        link = token.head
        over = link.nbor(-1) if link.dep_ == "prep" and link.i else token
        beside = link.lower_ in word_set("pointing", "near")
        if beside and (sentence.place_at(over) or is_locality(over.text, "facility", "settlement")):
            told.append(Precision.NEAR)
        owner = token.dep_ in ("poss", "compound") and is_locality(link.text, "facility", "part")
        told += [Precision.PART] if owner else []  # "Kidal's airport"
        site = over.dep_ in ("dobj", "nsubjpass", "nsubj") and is_locality(over.text, "part", "facility")
        told += [Precision.PART] if link.lower_ in _within() and site else []
    inside = [one for one in told if one in (Precision.PART, Precision.NEAR)]
    return replace(where, precision=inside[-1]) if inside and len(inside) == len(told) else where


def _within() -> frozenset[str]:
    return word_set("pointing", "inside") - word_set("pointing", "near")
