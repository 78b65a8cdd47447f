"""Places named in a text: which entry of the gazetteer, unknown names, other spellings."""

from __future__ import annotations

from typing import Any

import pytest

from whoholds.gazetteer import load_gazetteer
from whoholds.lexicon import read_lexicon
from whoholds.text.filed import country_in_focus
from whoholds.text.parties import find_parties
from whoholds.text.places import PlaceMention, find_places
from whoholds.text.unknown_places import skeleton


def places(text: str) -> list[PlaceMention]:
    return list(find_places(text, load_gazetteer(), find_parties(text)))


def told(text: str) -> list[tuple[str, str, str | None]]:
    return [(m.span.of(text), m.place.kind, m.place.country) for m in places(text)]


TOLD = {
    "Fighting in Kunduz and Taloqan, the Taliban said.": [
        ("Kunduz", "settlement", "AF"),
        ("Taloqan", "settlement", "AF"),
    ],
    "Fighting in Kunduz province, the Taliban said.": [("Kunduz", "province", "AF")],
    "The Taliban took the capitals of Kunduz and Sar-e Pul provinces.": [
        ("Kunduz", "province", "AF"),
        ("Sar-e Pul", "province", "AF"),
    ],
    "The Taliban hold Kunduz airport.": [("Kunduz airport", "facility", "AF")],
    "Since Sunday the Taliban rest. Of them, many left in May.": [],
    "The Taliban went to Kandahar University.": [],
    "Governor Herat Khan met the Taliban.": [],
    "Fighting went on in Escalon, near the capital of El Salvador, and in San Benito.": [
        ("Escalon", "settlement", "US"),  # no gazetteer has the quarter of San Salvador
        ("El Salvador", "country", "SV"),  # and not one of the villages of that name
        ("San Benito", "settlement", "US"),
    ],
    "Rebels shelled Medellin and Cali. Fighting in Colombia went on.": [
        ("Medellin", "settlement", "CO"),
        ("Cali", "settlement", "CO"),
        ("Colombia", "country", "CO"),
    ],
    "Syrian rebels hold Aleppo.": [("Aleppo", "settlement", "SY")],
    "The Taliban took Zorkot, Mullah Nabi and Bangi districts near Taloqan.": [
        ("Zorkot", "settlement", "AF"),
        ("Mullah Nabi", "settlement", "AF"),
        ("Bangi", "settlement", "AF"),  # not Bangui
        ("Taloqan", "settlement", "AF"),
    ],
    "The Taliban left Kandahar's Zorkot district and Hazrat Nabi district in Kunduz.": [
        ("Kandahar", "province", "AF"),
        ("Zorkot", "settlement", "AF"),
        ("Hazrat Nabi", "settlement", "AF"),
        ("Kunduz", "province", "AF"),
    ],
    "The Taliban are in the suburb of Sheikh Nabi in Kabul. They took Sheikh Nabi from Sheikh Omar.": [
        ("Sheikh Nabi", "settlement", "AF"),
        ("Kabul", "settlement", "AF"),
        ("Sheikh Nabi", "settlement", "AF"),
    ],
    "Since Monday village elders and Pashtun and Hazara villages fear the Taliban.": [],
}


@pytest.mark.parametrize("text", TOLD)
def test_places_of_the_gazetteer(text: str) -> None:
    assert told(text) == TOLD[text]


def test_a_name_that_no_gazetteer_knows_stays_in_its_container_without_a_point() -> None:
    text = "The army shelled the village of Zorbastan in Kunduz province, the Taliban said."
    unknown = places(text)[0]
    assert (unknown.span.of(text), unknown.place.part_of) == ("Zorbastan", "ne:AF-KDZ")
    assert (unknown.place.lat, unknown.place.lon) == (None, None)


def test_a_name_after_in_alone_is_no_place_when_it_is_unknown() -> None:
    assert [m.span.of("x") for m in places("The Taliban met in Zorbastan, north of it.")] == []


SPELT = {
    "Rebels in Talbisseh, near Homs, shelled Syrian army posts.": ("Talbisseh", "Tallbīsah"),
    "Rebels near Rastann, close to Homs, shelled Syrian army posts.": ("Rastann", "Ar Rastan"),
}


@pytest.mark.parametrize("text", SPELT)
def test_another_spelling_is_found_near_the_other_places_of_the_report(text: str) -> None:
    words, name = SPELT[text]
    found = {m.span.of(text): m.place.name for m in places(text)}
    assert found.get(words) == name


def test_another_spelling_is_not_looked_for_without_a_place_near_it() -> None:
    text = "Rebels in Talbisseh shelled the army."
    assert [m.place.name for m in places(text)] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("Talbisseh", "Tallbīsah"), ("Tal Rifaat", "Tell Rifat"), ("Khan Shaykhun", "Kan Sheikhoon")],
)
def test_skeletons_of_one_name_are_equal(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("ISIS fighters overran the town of Palma.", None),  # a town of Mozambique that no gazetteer has
        ("Insurgents captured Palma on Saturday.", None),
        ("Tourists returned to Palma on Saturday.", "ES"),
        ("Gunmen captured Palma, a port of Spain.", "ES"),
        ("Hamas fighters took Sderot.", "IL"),
        ("Rebels captured Tripoli.", "LY"),
    ],
)
def test_nobody_takes_a_town_where_no_known_party_is(text: str, country: str | None) -> None:
    assert [m.place.country for m in places(text) if m.place.kind == "settlement"] == [country]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Islamic State fighters attacked a convoy.", None),
        ("Islamic State fighters attacked soldiers near Menaka.", "ML"),
        ("M23 rebels attacked a convoy.", "CD"),
    ],
)
def test_a_group_of_many_countries_tells_of_none(text: str, country: str | None) -> None:
    assert country_in_focus(places(text), find_parties(text)) == country


def test_the_country_in_focus() -> None:
    text = "Fighting in Kunduz and Herat, the Taliban said in Doha."
    assert country_in_focus(places(text), find_parties(text)) == "AF"
    assert country_in_focus([]) is None


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Russian troops captured Pokrovsk.", "Pokrovsk", "UA"),
        ("Russian troops captured Sloviansk.", "Slovyansk", "UA"),
        ("Sloviansk has fallen, residents said.", "Slovyansk", "UA"),
        ("Rwandan soldiers captured Goma.", "Goma", "CD"),
        ("Ukrainian marines on the Dnipro's left bank took Krynky.", "Krynky", "UA"),
        ("Russian forces hold the left bank of Dnipro, near Nikopol.", "Nikopol", "UA"),
        ("The Russian army said Artyomovsk had been liberated.", "Bakhmut", "UA"),
        ("Artyomovsk is under the control of Russian forces.", "Bakhmut", "UA"),
        ("Russian forces retook Martynovka in the Kursk region from Ukrainian troops.", "Martynovka", "RU"),
        ("Ukrainian forces crossed the Oskil and took Kupiansk.", "Kupyansk", "UA"),
        ("Ukrainian forces on the right bank of the Dnipro, near Nikopol, fired.", "Nikopol", "UA"),
        ("Russian police closed a road in Pokrovsk in Yakutia.", "Pokrovsk", "RU"),
    ],
)
def test_what_states_take_lies_abroad_and_main_names_come_first(text: str, name: str, country: str) -> None:
    found = [(m.place.name, m.place.country) for m in places(text) if m.place.kind == "settlement"]
    assert found == [(name, country)]


EXAMPLES: dict[str, list[tuple[str, str, str | None]]] = {
    "called": [("Goma", "settlement", "CD"), ("Congo", "country", "CD")],
    "abroad": [("Pokrovsk", "settlement", "UA")],
    "bystander": [("Herat", "settlement", "AF"), ("Iran", "country", "IR")],
    "kinds": [("Kunduz", "province", "AF"), ("Kandahar airport", "facility", "AF")],
    "directions": [("Aleppo", "settlement", "SY")],
    "locative": [("Umm Sharshuh", "settlement", None)],
    "taken": [("Ngolomba", "settlement", None)],
    "never": [],
    "waters": [],
    "sited": [("Toussaint Louverture", "settlement", "HT"), ("Haiti", "country", "HT")],
    "routes": [("Kunduz", "settlement", "AF"), ("Ghazni road", "facility", "AF")],
}


@pytest.mark.parametrize("group", [name for name in read_lexicon("en", "places") if name != "spelling"])
def test_examples_of_the_words_around_places(group: str) -> None:
    entries: dict[str, Any] = read_lexicon("en", "places")[group]
    assert told(entries["example"]) == EXAMPLES[group]
