"""What words mean that point to a named place."""

from __future__ import annotations

import pytest

from whoholds.claims.meant import kind_pointed_to, place_meant
from whoholds.gazetteer import load_gazetteer

KINDS = {
    "city": "settlement",
    "capital": "settlement",
    "province": "province",
    "country": "country",
    "district": "district",
    "airport": "settlement",
    "outskirts": "settlement",
    "table": None,
}


@pytest.mark.parametrize("word", KINDS)
def test_the_kind_of_place_that_a_noun_points_to(word: str) -> None:
    assert kind_pointed_to(word) == KINDS[word]


MEANT = [
    ("ne:AF-NIM", "Nimruz", "capital", "Zaranj"),
    ("ne:AF-NIM", "Nimruz", "the city", "Zaranj"),
    ("ne:AF-NIM", "Nimruz", "airport", "Zaranj"),
    ("ne:AF-NIM", "Nimruz", "the province", "Nimruz"),
    ("Zaranj", "Zaranj", "province", "Nimruz"),
    ("Zaranj", "Zaranj", "city", "Zaranj"),
    ("Zaranj", "Zaranj", "there", "Zaranj"),
    ("Kunduz", "Kunduz", "capital", "Kunduz"),
    ("Zaranj", "Zaranj", "", "Zaranj"),
]


@pytest.mark.parametrize(("named", "name", "said", "meant"), MEANT)
def test_the_place_that_is_meant(named: str, name: str, said: str, meant: str) -> None:
    gazetteer = load_gazetteer()
    place = gazetteer.get(named) or gazetteer.named(named)[0]
    assert place_meant(place, said, name, gazetteer).name == meant
