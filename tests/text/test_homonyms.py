"""A name that several places bear goes to the country that the report speaks of, never to another one."""

from __future__ import annotations

import pytest

from whoholds.text.places import find_places

MZ, CD = "MZ", "CD"
# fmt: off
TOLD = [
    ("Insurgents in Cabo Delgado took Palma.", "Palma", MZ),
    ("PEMBA (Reuters) - Insurgents took Palma on Wednesday.", "Palma", MZ),
    ("Islamist militants seized the town of Palma in Cabo Delgado province.", "Palma", MZ),
    ("Insurgents took Santiago. Mozambican forces retook it.", "Santiago", MZ),
    ("M23 seized Masisi, in eastern Congo.", "Masisi", CD),
    ("The rebels control Goma, in eastern Congo.", "Congo", CD),
    ("Rebels took the town of Congo in Brazil.", "Goma", None),
    ("The Sudanese army took Bara.", "Bara", "SD"),
    ("Colombian troops fought in Argelia, in Cauca.", "Argelia", "CO"),
    ("Haitian police fought gangs in Carrefour.", "Carrefour", "HT"),
]
ABROAD = [
    ("Talks on Mozambique were held in Palma de Mallorca.", "Palma de Mallorca", "ES"),
    ("The navy left Palma in Spain.", "Palma", "ES"),
    ("Russian troops captured Pokrovsk.", "Pokrovsk", "UA"),
    ("Hamas fighters took Sderot.", "Sderot", "IL"),
    ("Ukrainian drones struck Engels and Saratov in Russia.", "Engels", "RU"),
    ("The Syrian minister flew to Geneva.", "Geneva", "CH"),
    ("Brazzaville said its troops had left Pointe-Noire.", "Pointe-Noire", "CG"),
]
# fmt: on


@pytest.mark.parametrize(("text", "name", "country"), [*TOLD, *ABROAD])
def test_in_which_country_it_lies(text: str, name: str, country: str | None) -> None:
    found = {one.name.of(text): one.place.country for one in find_places(text)}
    assert found.get(name) == country


def test_the_other_congo_is_not_taken_for_it() -> None:
    text = "Troops of the Republic of Congo marched. Congo sent more."
    assert all(one.place.country != "CD" for one in find_places(text))


def test_a_town_abroad_is_not_attacked_by_insurgents_at_home() -> None:
    text = "Insurgents attacked Palma on Wednesday, the Mozambican army said."
    assert all(one.place.country != "ES" for one in find_places(text))


@pytest.mark.parametrize(
    "text",
    [
        "KYIV (Reuters) - Russian forces captured Avdiivka.",
        "Russian forces captured Avdiivka. In Kyiv, officials denied it.",
        "Russian forces captured Avdiivka, Moscow said.",
    ],
)
def test_a_capital_does_not_make_a_village_near_it_of_a_town_at_the_front(text: str) -> None:
    (found,) = [m.place for m in find_places(text) if m.name.of(text) == "Avdiivka"]
    assert found.province == "ne:UA-14"
