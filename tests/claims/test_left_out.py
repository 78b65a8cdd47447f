"""Places that a sentence names only to leave them out, and near-misses that name them as any other."""

from __future__ import annotations

from datetime import date

import pytest
from readings import in_report, plain, read

ON = date(2025, 3, 10)
LEFT_OUT = [
    ("The Taliban captured Herat and Ghazni but not the city of Kandahar.", ["Herat", "Ghazni"]),
    ("The rebels hold Kidal but not yet Gao or Timbuktu.", ["Kidal"]),
    ("The army has retaken Nyala rather than El Fasher.", ["Nyala"]),
    ("Fighting raged in Goma and not in Bukavu.", ["Goma"]),
    ("The Taliban captured neither Herat nor Kandahar.", []),
    ("The rebels hold every town in Gao region but Ansongo.", []),
    ("The Taliban hold all but two districts, Guzara and Injil.", []),
    ("All but three districts of Herat (Guzara, Obe and Injil) are in Taliban hands.", ["Herat"]),
    ("Every town in Gao region apart from Ansongo is held by rebels.", []),
    ("Apart from Kidal, the rebels captured Gao and Timbuktu.", ["Gao", "Timbuktu"]),
]
NAMED = [
    ("The Taliban captured not only Herat but also Kandahar.", ["Herat", "Kandahar"]),
    ("The Taliban captured Herat, but Kandahar was taken by the army.", ["Herat", "Kandahar"]),
    ("The rebels captured Kidal, Gao and Timbuktu.", ["Kidal", "Gao", "Timbuktu"]),
    ("The army holds every bridge, but the rebels hold Gao.", ["Gao"]),
    ("M23 controls most if not all of South Kivu.", ["South Kivu"]),
    ("All the men were killed, but the rebels took Kidal or what was left of it.", ["Kidal"]),
]


@pytest.mark.parametrize(("text", "places"), [*LEFT_OUT, *NAMED])
def test_a_place_that_is_left_out_is_not_claimed(text: str, places: list[str]) -> None:
    told = [one for one in read(text, ON) if one.claim.factuality.value != "denied"]
    control = [one for one in told if one.claim.type.value in ("capture", "hold", "clash")]
    assert [plain(one.place_name) for one in control] == places


HOW_MUCH = {
    # most of a place stands for it (docs/codebook.md); the profile `whole` asks for more
    "M23 captured all of Goma except the airport.": "exact",
    "M23 captured Goma, apart from the military camp.": "exact",
    "M23 captured Goma, but the airport was shelled.": "exact",
    "Goma is partially controlled by M23.": "part",
    "M23 partly controls Goma.": "part",
}


@pytest.mark.parametrize("text", HOW_MUCH)
def test_how_much_of_it_is_meant(text: str) -> None:
    assert read(in_report(text), ON)[0].claim.precision.value == HOW_MUCH[text]


@pytest.mark.parametrize("place", ["Bukavu", "Uvira"])
def test_a_hold_that_is_said_not_to_reach_a_place_is_denied_there(place: str) -> None:
    claims = read("M23 controls Goma, not Bukavu or Uvira.", ON)
    assert [c.claim.factuality.value for c in claims if c.place_name == place] == ["denied"]


def test_what_is_denied_of_two_places_stays_denied_of_both() -> None:
    claims = read("The army has not withdrawn from Nyala or El Fasher.", ON)
    assert [one.claim.factuality.value for one in claims] == ["denied", "denied"]
