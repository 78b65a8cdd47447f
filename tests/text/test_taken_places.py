"""Names that no gazetteer knows: places where a party takes, holds or leaves them, never people or things."""

from __future__ import annotations

import pytest

from whoholds.text.places import find_places

PLACES = {
    "Government troops retook Ngolomba from the rebels.": ["Ngolomba"],
    "Rebels captured Ngolomba on Friday.": ["Ngolomba"],
    "The monitor said Kurdish forces captured Ngolomba Monday after clashes.": ["Ngolomba"],
    "The army withdrew from Ngolomba overnight.": ["Ngolomba"],
    "The Taliban besieged Ngolomba and Tarwesh for a week.": ["Ngolomba", "Tarwesh"],
    "Ngolomba fell to the Taliban after a week.": ["Ngolomba"],
    "Ngolomba is under the control of the Taliban.": ["Ngolomba"],
    "Ngolomba was seized by the Taliban.": ["Ngolomba"],
    "Troops ousted the Taliban from Ngolomba.": ["Ngolomba"],
    "They overran a base outside Ngolomba.": ["Ngolomba"],
    "The bridge at Ngolomba, 14 km south of Kunduz, was shelled.": ["Ngolomba", "Kunduz"],
    "Rebels captured Umm Zorba. The battle had reached Umm Zorba in May.": ["Umm Zorba", "Umm Zorba"],
    "Taliban fighters ambushed an army convoy near Ngolomba, killing 14 soldiers.": ["Ngolomba"],
    "The Taliban, allied to others, killed 20 villagers in Ngolomba.": ["Ngolomba"],
    "The rebels captured seven soldiers in Ngolomba.": ["Ngolomba"],
}
NOT_PLACES = (
    "The Taliban killed two men in March.",
    "The army bombed rebels in Ramadan.",
    "The Taliban killed a guard in Ngolomba's presence.",
    "The army killed 20 rebels in Operation Ngolomba.",
    "Floods killed 20 villagers in Ngolomba.",
    "U.S. forces captured Nicolas Ngolomba in a raid. Ngolomba was flown out.",
    "Troops captured Ngolomba, who led the rebels.",
    "The army captured General Ngolomba on Friday.",
    "Rebels captured Ngolomban soldiers on Friday.",
    "The army took control of Ngolomba accounts.",
    "Police entered Parliament on Monday.",
    "Rebels seized ZKB on Monday.",
    "Oil fell to Ngolomba levels.",
    "Money changed hands, the Taliban said.",
    "Prices in Ngolomba fell to a record.",
)


def named(text: str) -> list[str]:
    return [mention.span.of(text) for mention in find_places(text)]


@pytest.mark.parametrize("text", PLACES)
def test_what_is_done_to_places_alone_names_a_place(text: str) -> None:
    assert named(text) == PLACES[text]


@pytest.mark.parametrize("text", NOT_PLACES)
def test_people_and_things_are_no_places(text: str) -> None:
    assert named(text) == []


def test_such_a_place_has_no_point_and_lies_in_the_country_of_the_report() -> None:
    (_, unknown) = find_places("In Kunduz, the Taliban said that they had retaken Ngolomba.")
    assert (unknown.place.lat, unknown.place.lon, unknown.place.country) == (None, None, "AF")
