"""Which verb goes with the words for who says something."""

from __future__ import annotations

import pytest

from whoholds.control.grammar import are_many


@pytest.mark.parametrize(
    "claimer",
    [
        "residents",
        "Residents",
        "two residents reached by telephone",
        "officials in Maymana",
        "Our contacts in Kandahar",
        "members of the provincial council",
        "two border policemen",
        "the police",
        "local stations",
        "people",
        "They",
        "messages shared by his supporters on Tuesday",
        "eyewitnesses and a doctor",
        "the governor and his deputy",
        "sources close to the governor",
        "some of the elders",
        "officials on both sides of the river",
        "Tuareg rebels",
        "residents, who asked not to be named",
        "the council's members",
        "local media",
        "Afghan security forces",
    ],
)
def test_many_say(claimer: str) -> None:
    assert are_many(claimer)


@pytest.mark.parametrize(
    "claimer",
    [
        "an army spokesman",
        "The Taliban",
        "the head of the provincial council",
        "a group of residents",
        "Reuters",
        "one of the residents",
        "Fars News",
        "the defence ministry in Kabul",
        "A women's rights activist in the town",
        "the United Nations",
        "United Nations",
        "Hamas",
        "the police chief",
        "a resident of the hills",
        "he",
        "Another",
        "the airport's chief",
        "a spokesman for the armed forces",
        "The Los Angeles Times",
        "the Defence and Interior Ministry",
        "a doctor, one of two",
        "an unnamed official",
        "the armed wing of the rebels",
        "",
        "in",
        "Agence France-Presse",
    ],
)
def test_one_says(claimer: str) -> None:
    assert not are_many(claimer)
