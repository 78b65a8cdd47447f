"""Names with a colon head what follows; a speaker's town, or one only passed, is not "the city"."""

from __future__ import annotations

from datetime import date

import pytest
from readings import in_report, plain, read

ON = date(2021, 8, 12)
LISTS = {
    "Kunduz: calm. Herat: the army gave up the base to the Taliban.": ["handover Herat"],
    "Kunduz: calm. Ghazni: calm. Herat: the Taliban hold the airport.": ["hold Herat"],
    "Kunduz: no change. Herat: elders met. The Taliban hold the city.": ["hold Herat"],
    "Kunduz: calm.\n\nHerat: The Taliban captured the city.\n\nKabul said nothing.": ["capture Herat"],
    "Kunduz, in the north: calm. Herat, in the west: The Taliban captured the prison.": ["capture Herat"],
    "Kunduz: calm. Herat: calm. Qarabagh: the Taliban took the base.": [],
    "Kunduz: calm. Herat: calm. Somewhere: the Taliban hold the city.": [],
    "Kunduz: the Taliban hold the city. Herat: calm.": ["hold Kunduz"],
    "Kunduz: The Taliban captured it. Herat: The army retook it.": ["capture Kunduz", "capture Herat"],
    "Kunduz: the Taliban captured Khanabad. Herat: calm.": ["capture Khanabad"],
}
OTHERS = {
    "Kunduz: The Taliban captured Herat.": ["capture Herat"],
    "The army left Kunduz. Update: the Taliban hold the city.": ["withdrawal Kunduz", "hold Kunduz"],
    "The Taliban said: we captured Kunduz.": ["capture Kunduz"],
    "The army was in Herat. A soldier: the Taliban captured the city.": ["capture Herat"],
}


@pytest.mark.parametrize(("text", "told"), [*LISTS.items(), *OTHERS.items()])
def test_the_name_before_the_colon(text: str, told: list[str]) -> None:
    control = [c for c in read(text, ON) if c.claim.type.value not in ("clash", "movement")]
    assert [f"{c.claim.type.value} {plain(c.place_name)}" for c in control] == told


CITIES = {
    "Soldiers were killed in Baghlan, officials in Kunduz said. The Taliban hold the town.": ["Baghlan"],
    "The Taliban took Khanabad, officials in Kunduz said. They hold the town.": ["Khanabad"],
    "Fighting went on, officials in Kunduz said. The Taliban hold the city.": ["Kunduz"],
    "The Taliban attacked Kunduz. The Taliban hold the city.": ["Kunduz"],
    "Rockets hit Herat. Shells hit Herat too. Herat is big. There was fighting in Injil. "
    "The army holds the city and the airport.": ["Herat"],
    "Rockets hit Herat. Shells hit Herat too. Herat is big. The Taliban captured Ghazni. "
    "The Taliban hold the city.": ["Ghazni"],
    "Rockets hit Herat. There was fighting in Ghazni. The army holds the city.": ["Ghazni"],
    "Rockets hit Herat. Shells hit Herat too. Herat is big. There was fighting in the city of Ghazni. "
    "The army holds the city.": ["Ghazni"],
    "Rockets hit Herat. Shells hit Herat too. Herat is big. There was fighting in Injil. "
    "The army holds the town.": ["Injil"],
}


@pytest.mark.parametrize("text", CITIES)
def test_which_city_is_meant(text: str) -> None:
    held = [plain(c.place_name) for c in read(text, ON) if c.claim.type.value == "hold"]
    assert held == CITIES[text]


NOT_THERE = {
    "M23 left Goma. Fighting is now around Sake, 27 km west.": ["withdrawal Goma"],
    "M23 left Goma. Fighting was reported near Sake.": ["withdrawal Goma"],
    "M23 left Goma. Fighting is going on.": ["withdrawal Goma", "clash Goma"],
    "M23 left Goma. In Berlin, an envoy said aid could not get in as the airport was closed.": [
        "withdrawal Goma", "access Goma",
    ],
    "M23 left Goma. In Bukavu, residents said aid could not get in as the airport was closed.": [
        "withdrawal Goma", "access Bukavu",
    ],
    "Sisi, in Cairo, proposed a ceasefire to the army.": [],
    "In Cairo, Sisi called for a ceasefire in Goma.": ["ceasefire Goma"],
    "In Goma, the army announced a ceasefire.": ["ceasefire Goma"],
}  # fmt: skip


@pytest.mark.parametrize("text", NOT_THERE)
def test_where_somebody_speaks_or_was_before_is_not_where_it_is(text: str) -> None:
    assert [f"{c.claim.type.value} {plain(c.place_name)}" for c in read(in_report(text), ON)] == NOT_THERE[
        text
    ]


def test_those_who_count_the_dead_are_not_where_they_died() -> None:
    text = "The army left Herat. The mission in Kunduz put the number of civilians killed at ten."
    assert "Kunduz" not in {plain(c.place_name) for c in read(text, ON)}


def test_a_blast_on_the_edge_of_a_capital_is_at_no_town_of_another_clause() -> None:
    text = "Bombs killed people in Kunduz and Herat, and a blast on the edge of the capital killed ten men."
    assert all(claim.claim.figures == () for claim in read(text, ON))


def test_a_part_is_of_no_town_that_is_named_only_later() -> None:
    text = "The Taliban hold the bazaar. The funeral of an officer took place in Kunduz."
    assert "Kunduz" not in {plain(c.place_name) for c in read(text, ON)}
