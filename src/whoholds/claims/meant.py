"""What words mean that point to a named place: "the capital" of a province, "the province" around a town."""

from __future__ import annotations

from whoholds.claims.nouns import is_locality, noun_lemma
from whoholds.gazetteer import Gazetteer
from whoholds.lexicon import word_set
from whoholds.model import Place

AREAS = frozenset(("province", "district", "country"))


def kind_pointed_to(word: str) -> str | None:
    """The kind of place that a noun points to; None for a noun that is no place.

    A part, edge or facility points to the town it belongs to.
    """
    lemma = noun_lemma(word)
    if is_locality(lemma, "settlement"):
        return "settlement"
    if is_locality(lemma, "area"):
        for kind in ("country", "province"):
            if lemma in word_set("pointing", "areas", kind):
                return kind
        return "district"
    return "settlement" if is_locality(lemma, "near", "part", "facility") else None


def place_meant(named: Place, said: str, name: str, gazetteer: Gazetteer) -> Place:
    """The place that the words `said` mean when they point to a place with a name.

    "the capital of Nimruz" is the seat of the province, also where a town has the same name; "the city" in
    the words of a governor is the seat of his province; "the province" after a town is the one around it.
    """
    word = said.split()[-1] if said.split() else ""
    kind = kind_pointed_to(word)
    if noun_lemma(word) == "capital":
        area = named if named.kind in AREAS else homonym_province(named, name, gazetteer) or named
        return gazetteer.capital_of(area.id) or named
    if kind == "settlement" and named.kind in AREAS:
        return gazetteer.capital_of(named.id) or named
    if kind == "province" and named.kind == "settlement":
        return gazetteer.get(named.province or "") or named
    return named


def homonym_province(place: Place, name: str, gazetteer: Gazetteer) -> Place | None:
    """The province of the same country that has the name of a town."""
    found = (p for p in gazetteer.named(name) if p.kind == "province" and p.country == place.country)
    return next(found, None)
