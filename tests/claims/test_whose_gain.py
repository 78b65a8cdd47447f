"""Who takes back where no taker is named, and to which place "the city" points back past places passed."""

from __future__ import annotations

import pytest
from readings import plain, read

TAKERS = {
    "M23 controls Goma. Congo's president said that the city would be retaken.": "Congolese government",
    "M23 controls Goma. Kinshasa said that Goma would be liberated.": "Congolese government",
    "The Taliban control Kunduz. An army officer said it would be recaptured.": "Afghan government",
    "The army held Herat. A Taliban spokesman said that Herat had been liberated.": "Taliban",
    "The Taliban hold Kunduz. An army officer said it would be retaken by the Taliban.": "Taliban",
    "The Taliban attacked Kunduz. An army officer said that the city had fallen.": "Taliban",
    "The army announced the capture of Musa Khel, a Taliban stronghold in Khost.": "Afghan government",
    "The army confirmed the capture of Taloqan, a Taliban stronghold.": "Afghan government",
    "The Taliban attacked Kunduz. The army confirmed the capture of Taloqan.": "Taliban",
    "The Taliban attacked Kunduz. The army announced the capture of Taloqan.": "Afghan government",
    "Last month's loss of the border town of Goma to Rwandan troops hurt M23.": "Rwanda",
    "M23 attacked Sake. Goma was retaken.": None,
    "M23 controls Goma. The rebels said that Bukavu would be taken.": "M23",
    "The Taliban attacked Kunduz. Residents said that the city had been captured.": "Taliban",
}


@pytest.mark.parametrize("text", TAKERS)
def test_who_takes(text: str) -> None:
    assert [one.actor for one in read(text)][-1] == TAKERS[text]


HELD = {
    "M23 walked into Bukavu. Burundian troops left through Uvira. Now the rebels control the city.": "Bukavu",
    "M23 entered Bukavu. Soldiers were seen heading towards Uvira. The rebels control the city.": "Bukavu",
    "M23 entered Bukavu. Thousands fled to Uvira. The rebels control the city.": "Bukavu",
    "M23 entered Bukavu. Later they entered Uvira. The rebels control the city.": "Uvira",
    "M23 entered Bukavu. Fighting reached Uvira on Sunday. The rebels control the city.": "Uvira",
    "Burundian troops left through Uvira. The rebels control the city.": "Uvira",
}


@pytest.mark.parametrize("text", HELD)
def test_which_city(text: str) -> None:
    held = [plain(one.place_name) for one in read(text) if one.claim.type.value == "hold"]
    assert held == [HELD[text]]


CONTAINERS = {
    "Ukraine hit a depot in Ryazan. Moscow said it had taken Dachenske.": None,
    "Ukraine hit a depot in Ryazan. Russia said it had retaken Dachenske.": "RU",
    "Fighting went on in Kharkiv in Ukraine. Moscow said it had taken Dachenske.": "UA",
}


@pytest.mark.parametrize("text", CONTAINERS)
def test_a_state_takes_unknown_places_abroad(text: str) -> None:
    place = read(text)[-1].place
    assert place is not None
    assert place.country == CONTAINERS[text]
