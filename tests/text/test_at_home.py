"""A name is not moved abroad, away from what it is said to lie in and from where its takers fight."""

from __future__ import annotations

import pytest

from whoholds.gazetteer import load_gazetteer
from whoholds.text.parties import find_parties
from whoholds.text.places import find_places

WHERE = {
    # what is named after "in" holds the place, known or not
    "JNIM attacked the village of Boni in Mali.": ("Boni", "ML", False),
    "Fighters of M23 retook the village of Venice in North Kivu.": ("Venice", "CD", False),
    "The RSF bombed Kota, in Darfur.": ("Kota", "SD", False),
    "M23 took Tongo in Rutshuru.": ("Tongo", "CD", False),
    "Boko Haram took Gwoza in Nigeria.": ("Gwoza", "NG", True),
    "Talks were moved from Kampala in Uganda to Nairobi.": ("Kampala", "UG", True),
    # groups that fight in one country take places there
    "ELN rebels took the village of El Plateado.": ("El Plateado", "CO", False),
    "JNIM overran Lere.": ("Lere", None, False),
    "M23 overran Tongo.": ("Tongo", "CD", False),
    "M23 leaders flew to Rome.": ("Rome", "IT", True),
    "Hamas fighters entered Sderot.": ("Sderot", "IL", True),
    "Turkish troops shelled Manbij.": ("Manbij", "SY", True),
    # so does the only state that is named, where there is a war and its troops take nothing abroad
    "The Congolese army retook Rubaya.": ("Rubaya", "CD", False),
    "Rwandan troops took Rubaya.": ("Rubaya", None, False),
    "The Congolese army, with French troops, retook Rubaya.": ("Rubaya", None, False),
    "The army retook Rubaya.": ("Rubaya", None, False),
    # a power that fights there too does not move it home, nor does another name of a small town abroad
    "Palmyra, which Islamic State captured, was hit by a bomb that killed two US soldiers.": (
        "Palmyra",
        "SY",
        True,
    ),
    "Malian troops entered Ber on Sunday.": ("Ber", "ML", False),
    "Russian forces infiltrated central Pokrovsk.": ("Pokrovsk", "UA", True),
    # so do armed people of a country
    "Sudanese gunmen seized Tawila.": ("Tawila", "SD", False),
    # a name of several words is not its first alone
    "Al-Shabaab took the town of Adan Waraabe.": ("Adan Waraabe", None, False),
    "Al-Shabaab took the town of Adan Waraabe from Somali troops.": ("Adan Waraabe", "SO", False),
    "The Taliban took the city of Herat Friday.": ("Herat", "AF", True),
    "Fighters took the town of Al Qaryatain in Homs province.": ("Al Qaryatain", "SY", True),
    # a neighbour that only looks on does not move the war to itself
    "The Taliban captured Faizabad, a lawmaker said. Tajikistan put its army on alert.": (
        "Faizabad",
        "AF",
        True,
    ),
    "The Taliban captured Herat, near the Iranian border. Iran's consul spoke.": ("Herat", "AF", True),
    "The Taliban captured Herat. In Tehran, officials said the consulate was shut.": ("Herat", "AF", True),
    "The Taliban met Pakistan's envoys and Pakistan's press, Islamabad said.": ("Islamabad", "PK", True),
    # namesakes
    "Fighting went on near Kyiv. Hostomel was retaken by soldiers.": ("Hostomel", "UA", True),
    "M23 captured Goma and Sake.": ("Sake", "CD", True),
    "Chechen leader Ramzan Kadyrov said his fighters took Siversk.": ("Siversk", "UA", True),
    "Chechen fighters overran Siversk.": ("Siversk", "UA", True),
    "Unless help comes, Pokrovsk will fall, a Ukrainian major said.": ("Pokrovsk", "UA", True),
    "Russian forces took neither Pokrovsk nor Myrnohrad.": ("Pokrovsk", "UA", True),
    "Russian forces occupy most of Pokrovsk. Ukrainian forces left the city.": ("Pokrovsk", "UA", True),
    "Putin, in New Delhi, said Russia had taken the city of Pokrovsk.": ("Pokrovsk", "UA", True),
    "Russian troops fled Sudzha as Ukrainian troops entered.": ("Sudzha", "RU", True),
    "Ukrainian troops hold New York, Kyiv said.": ("New York", "UA", True),
    "Napoleon entered Moscow in 1812.": ("Moscow", "RU", True),
    "Moscow said its troops took the village of Pischane in Ukraine.": ("Pischane", "UA", False),
}


@pytest.mark.parametrize("text", WHERE)
def test_where_a_name_lies(text: str) -> None:
    name, country, known = WHERE[text]
    found = {m.name.of(text): m.place for m in find_places(text, load_gazetteer(), find_parties(text))}
    assert (found[name].country, found[name].lat is not None) == (country, known)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("US soldiers died in Kabul.", "AF"),
        ("Soldiers from New York were killed in Kabul, the US said.", "AF"),
        ("US police found a man dead in Cabool, Missouri.", "US"),
    ],
)
def test_a_capital_is_no_village_of_the_power_that_fights_there(text: str, country: str) -> None:
    found = [one.place for one in find_places(text) if one.place.name in ("Kabul", "Cabool")]
    assert [place.country for place in found] == [country]
