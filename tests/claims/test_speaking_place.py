"""The town in which somebody speaks is not the one that he speaks of."""

from __future__ import annotations

import pytest
from readings import in_report, read

# fmt: off
TOLD = [
    ("The Taliban captured Ghazni. In Kabul, the ministry confirmed that the city had fallen.", "Ghazni"),
    ("M23 entered Bukavu. In Kinshasa, the ministry acknowledged the fall of the city.", "Bukavu"),
    ("M23 is in Goma. The army told a news conference in Kinshasa that the city had fallen.", "Goma"),
    ("M23 attacked Goma. The minister said in Brussels on Monday that the army still held the city.", "Goma"),
    ("M23 attacked Goma. The minister, in Paris, said that the army still held the city.", "Goma"),
    ("Rebels captured Hama. In Damascus, the minister said the army had left the city.", "\u1e28am\u0101h"),
    ("M23 is in Goma. Fighting continued in Bukavu until the city fell, officials said.", "Bukavu"),
    ("M23 left Goma. Shots were heard in Bukavu before they entered the city.", "Bukavu"),
    ("M23 seized Bukavu, after its capture of Goma. The army said it had left the city.", "Bukavu"),
    ("After the fall of Goma, M23 advanced. The army said its troops had left the city.", "Goma"),
    ("In Kunduz, residents said the city had fallen to the Taliban.", "Kunduz"),
    ("In Kunduz, the governor said the city had fallen to the Taliban.", "Kunduz"),
    ("In Kunduz, the Taliban captured the airport and the city, officials said.", "Kunduz"),
]
NOWHERE = [
    "Speaking in Kabul, the minister said the city had been lost to the Taliban.",
    "In Tehran, officials said the capital had fallen to the rebels.",
    "President Kagame said in Kigali that the city had been liberated by M23.",
]
NOT_OF_DATELINE = [
    "PESHAWAR, Pakistan (AP) - The Taliban captured the city on Sunday.",
    "KABUL, Afghanistan (AP) - The Taliban captured the city on Sunday.",
    "GISENYI, Rwanda (AP) - M23 rebels in Congo captured the city on Sunday.",
    "GOMA, Congo (AP) - M23 rebels attacked Sake. Another town fell; M23 captured the towns.",
]
# fmt: on


@pytest.mark.parametrize(("text", "place"), TOLD)
def test_the_city_is_the_one_told_of(text: str, place: str) -> None:
    assert read(in_report(text))[-1].place_name == place


def test_the_town_of_a_dateline_is_inferred_where_no_other_is_named() -> None:
    (claim,) = read(in_report("GOMA, Congo (AP) - M23 rebels captured the city on Sunday."))
    assert claim.place_name == "Goma"
    assert claim.claim.place is not None
    assert claim.claim.place.inferred


@pytest.mark.parametrize("text", NOT_OF_DATELINE)
def test_where_reporters_sit_is_not_taken(text: str) -> None:
    assert not [one for one in read(in_report(text)) if one.claim.type.value == "capture"]


@pytest.mark.parametrize("text", NOWHERE)
def test_of_a_seat_in_which_somebody_speaks_nothing_is_told(text: str) -> None:
    assert not [one for one in read(in_report(text)) if one.claim.type.value == "capture"]
